// What the decision about an enrolment has to know about people, in as few queries as the workshop's rules ask for.

import type { ApprovalTerms } from '#app/domain/approval.ts'
import { blocking, type BlockedPeriod } from '#app/domain/blocked-period.ts'
import { dayOf } from '#app/domain/calendar.ts'
import type { Audience } from '#app/domain/course.ts'
import {
  thinDayOf,
  type Asker,
  type Clash,
  type Cover,
  type EnrolmentWarnings,
} from '#app/domain/decision.ts'
import type { RequiredCourse } from '#app/domain/decision.ts'
import { SEATED_STATUSES } from '#app/domain/enrolment.ts'
import type { Seat } from '#app/domain/queue.ts'
import { listApprovalRules } from '#db/approval-rules.ts'
import { listBlockedBetween } from '#db/blocked-periods.ts'
import { findBusyTime } from '#db/busy-times.ts'
import type { Db } from '#db/client.server.ts'
import { listMissing } from '#db/prerequisites.ts'
import type { Workshop } from '#db/workshops.ts'

type Applying = { id: string; organisationId: string | null }
type Wish = { wish?: Seat | undefined; by: string }

/** The rules of organisations that have one, by organisation. */
export type ApprovalRules = ReadonlyMap<string, Pick<ApprovalTerms, 'kind'>>

export type AskerFacts = {
  audiences: Map<string, Audience[]>
  missing: Map<string, RequiredCourse[]>
  approvals: ApprovalRules
}

/** Facts about several people at once; for a workshop without special rules nothing is asked. */
export async function askerFacts(
  db: Db,
  workshop: Workshop,
  people: readonly Applying[],
  now: Date,
): Promise<AskerFacts> {
  const personIds = [...new Set(people.map((person) => person.id))]
  return {
    audiences: workshop.audienceOnly ? await listAudiences(db, personIds, dayOf(now)) : new Map(),
    missing: workshop.hasPrerequisites ? await listMissing(db, workshop.courseId, personIds) : new Map(),
    approvals: await listApprovalRules(
      db,
      people.flatMap((person) => person.organisationId ?? []),
    ),
  }
}

/** One person as the decision wants them. */
export function askerOf(facts: AskerFacts, { id, organisationId }: Applying, { wish, by }: Wish): Asker {
  return {
    personId: id,
    organisationId,
    audiences: facts.audiences.get(id) ?? [],
    missing: facts.missing.get(id) ?? [],
    wish: wish ?? 'room',
    enrolsThemselves: by === id,
    approval: organisationId === null ? undefined : facts.approvals.get(organisationId),
  }
}

async function listAudiences(
  db: Db,
  personIds: readonly string[],
  day: string,
): Promise<Map<string, Audience[]>> {
  const audiences = new Map<string, Audience[]>()
  if (personIds.length === 0) return audiences
  const rows = await db
    .selectFrom('membership')
    .select(['personId', 'audience'])
    .where('personId', 'in', personIds)
    .where('fromDate', '<=', day)
    .where((eb) => eb.or([eb('untilDate', 'is', null), eb('untilDate', '>=', day)]))
    .execute()
  for (const { personId, audience } of rows) {
    audiences.set(personId, [...(audiences.get(personId) ?? []), audience])
  }
  return audiences
}

/**
 * What somebody should know before they take a seat: it is shown to them and nobody else, for their own calendar has a
 * say in it, and keeps nobody from it.
 */
export async function listWarnings(
  db: Db,
  workshop: Workshop,
  person: { id: string; organisationId: string },
  ending?: string,
): Promise<EnrolmentWarnings> {
  const warnings = await listPlaceWarnings(db, workshop, [person], ending)
  const nothing = { clash: undefined, thinDay: undefined, blocked: undefined }
  const busy = await findBusyTime(db, person.id, workshop.id)
  return { ...(warnings.get(person.id) ?? nothing), busy }
}

/**
 * What somebody else may know of people who are to go together, by person: their places in our workshops and who
 * would be left, the days that their organisation has blocked, and nothing that a calendar of their own says. `ending`
 * is an enrolment that is given up for it.
 */
export async function listPlaceWarnings(
  db: Db,
  workshop: Workshop,
  people: readonly { id: string; organisationId: string }[],
  ending?: string,
): Promise<Map<string, EnrolmentWarnings>> {
  const ids = people.map(({ id }) => id)
  const days = daysOf(workshop)
  const clashes = await findClashes(db, workshop, ids, ending)
  const organisations = new Map<string, { cover: Cover | undefined; blocked: BlockedPeriod | undefined }>()
  for (const { organisationId } of people) {
    if (organisations.has(organisationId)) continue
    const cover = await coverOf(db, workshop, organisationId, ending)
    organisations.set(organisationId, { cover, blocked: await findBlocked(db, workshop, organisationId) })
  }
  const together = ids.flatMap((personId) => days.map((day) => ({ personId, day })))
  return new Map(
    people.map(({ id, organisationId }) => {
      const { cover, blocked } = organisations.get(organisationId) ?? {}
      const thinDay = cover && thinDayOf({ ...cover, away: [...cover.away, ...together] }, id, days)
      return [id, { clash: clashes.get(id), thinDay, blocked }]
    }),
  )
}

/** The first of everybody's other dates that lies at the same time, by person. */
async function findClashes(
  db: Db,
  workshop: Workshop,
  personIds: readonly string[],
  ending: string | undefined,
): Promise<Map<string, Clash>> {
  if (personIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('meeting as own')
    .innerJoin('meeting as other', (join) =>
      join.onRef('other.startsAt', '<', 'own.endsAt').onRef('other.endsAt', '>', 'own.startsAt'),
    )
    .innerJoin('enrolment', 'enrolment.workshopId', 'other.workshopId')
    .innerJoin('workshop', 'workshop.id', 'other.workshopId')
    .innerJoin('course', 'course.id', 'workshop.courseId')
    .distinctOn('enrolment.personId')
    .select(['enrolment.personId', 'workshop.id as workshopId'])
    .select(['course.titleDe', 'course.titleEn', 'other.startsAt'])
    .where('own.workshopId', '=', workshop.id)
    .where('enrolment.personId', 'in', personIds)
    .where('enrolment.status', 'in', SEATED_STATUSES)
    .$if(ending !== undefined, (query) => query.where('enrolment.id', '<>', ending ?? ''))
    .where('other.workshopId', '<>', workshop.id)
    .where('workshop.calledOffAt', 'is', null)
    .orderBy('enrolment.personId')
    .orderBy('other.startsAt')
    .execute()
  return new Map(rows.map(({ personId, ...clash }) => [personId, clash]))
}

/** What the organisation has blocked of the days of a workshop. */
async function findBlocked(db: Db, workshop: Workshop, organisationId: string) {
  const between = { from: dayOf(workshop.startsAt), until: dayOf(workshop.endsAt) }
  const [first] = blocking(await listBlockedBetween(db, organisationId, between), daysOf(workshop))
  return first
}

const daysOf = ({ meetings }: Workshop) => [...new Set(meetings.map(({ startsAt }) => dayOf(startsAt)))]

/** Who does the IT of an organisation while this workshop takes place, and who of them is away by then. */
async function coverOf(
  db: Db,
  workshop: Workshop,
  organisationId: string,
  ending: string | undefined,
): Promise<Cover | undefined> {
  const day = dayOf(workshop.startsAt)
  const team = await db
    .selectFrom('membership')
    .innerJoin('organisation', 'organisation.id', 'membership.organisationId')
    .innerJoin('person', 'person.id', 'membership.personId')
    .select(['membership.personId', 'organisation.name', 'organisation.itMinimum'])
    .where('membership.organisationId', '=', organisationId)
    .where('membership.audience', '=', 'it')
    .where('membership.fromDate', '<=', day)
    .where((eb) => eb.or([eb('untilDate', 'is', null), eb('untilDate', '>=', day)]))
    .where('person.disabledAt', 'is', null)
    .execute()
  const [first] = team
  if (!first) return undefined
  const personIds = team.map((one) => one.personId)
  const away = await listAway(db, workshop, personIds, ending)
  return { organisation: first.name, minimum: first.itMinimum, personIds, away }
}

/** On which days these people are at a workshop, while this one takes place. */
async function listAway(
  db: Db,
  { startsAt, endsAt }: Workshop,
  personIds: readonly string[],
  ending: string | undefined,
) {
  const aDay = 86_400_000
  const rows = await db
    .selectFrom('enrolment')
    .innerJoin('workshop', 'workshop.id', 'enrolment.workshopId')
    .innerJoin('meeting', 'meeting.workshopId', 'workshop.id')
    .select(['enrolment.personId', 'meeting.startsAt'])
    .where('enrolment.personId', 'in', personIds)
    .where('enrolment.status', 'in', SEATED_STATUSES)
    .$if(ending !== undefined, (query) => query.where('enrolment.id', '<>', ending ?? ''))
    .where('workshop.calledOffAt', 'is', null)
    .where('meeting.startsAt', '>', new Date(startsAt.getTime() - aDay))
    .where('meeting.startsAt', '<', new Date(endsAt.getTime() + aDay))
    .execute()
  return rows.map((row) => ({ personId: row.personId, day: dayOf(row.startsAt) }))
}
