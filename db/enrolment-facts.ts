// What the decision about an enrolment has to know about people, in as few queries as the workshop's rules ask for.

import type { ApprovalTerms } from '#app/domain/approval.ts'
import { dayOf } from '#app/domain/calendar.ts'
import type { Audience } from '#app/domain/course.ts'
import { thinDayOf, type Asker, type Clash, type EnrolmentWarnings } from '#app/domain/decision.ts'
import type { RequiredCourse } from '#app/domain/decision.ts'
import { SEATED_STATUSES } from '#app/domain/enrolment.ts'
import type { Seat } from '#app/domain/queue.ts'
import { listApprovalRules } from '#db/approval-rules.ts'
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

/** What somebody should know before they enrol: it is shown, and keeps nobody from doing so. */
export async function listWarnings(
  db: Db,
  workshop: Workshop,
  { id, organisationId }: { id: string; organisationId: string },
): Promise<EnrolmentWarnings> {
  return {
    clash: await findClash(db, workshop, id),
    thinDay: await findThinDay(db, workshop, id, organisationId),
  }
}

/** The first of somebody's other dates that lies at the same time. */
async function findClash(db: Db, workshop: Workshop, personId: string): Promise<Clash | undefined> {
  return db
    .selectFrom('meeting as own')
    .innerJoin('meeting as other', (join) =>
      join.onRef('other.startsAt', '<', 'own.endsAt').onRef('other.endsAt', '>', 'own.startsAt'),
    )
    .innerJoin('enrolment', 'enrolment.workshopId', 'other.workshopId')
    .innerJoin('workshop', 'workshop.id', 'other.workshopId')
    .innerJoin('course', 'course.id', 'workshop.courseId')
    .select(['workshop.id as workshopId', 'course.titleDe', 'course.titleEn', 'other.startsAt'])
    .where('own.workshopId', '=', workshop.id)
    .where('enrolment.personId', '=', personId)
    .where('enrolment.status', 'in', SEATED_STATUSES)
    .where('other.workshopId', '<>', workshop.id)
    .where('workshop.calledOffAt', 'is', null)
    .orderBy('other.startsAt')
    .limit(1)
    .executeTakeFirst()
}

async function findThinDay(db: Db, workshop: Workshop, personId: string, organisationId: string) {
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
  if (!first || !team.some((one) => one.personId === personId)) return undefined
  const personIds = team.map((one) => one.personId)
  const away = await listAway(db, workshop, personIds)
  const cover = { organisation: first.name, minimum: first.itMinimum, personIds, away }
  return thinDayOf(cover, personId, [...new Set(workshop.meetings.map(({ startsAt }) => dayOf(startsAt)))])
}

/** On which days these people are at a workshop, while this one takes place. */
async function listAway(db: Db, { startsAt, endsAt }: Workshop, personIds: readonly string[]) {
  const aDay = 86_400_000
  const rows = await db
    .selectFrom('enrolment')
    .innerJoin('workshop', 'workshop.id', 'enrolment.workshopId')
    .innerJoin('meeting', 'meeting.workshopId', 'workshop.id')
    .select(['enrolment.personId', 'meeting.startsAt'])
    .where('enrolment.personId', 'in', personIds)
    .where('enrolment.status', 'in', SEATED_STATUSES)
    .where('workshop.calledOffAt', 'is', null)
    .where('meeting.startsAt', '>', new Date(startsAt.getTime() - aDay))
    .where('meeting.startsAt', '<', new Date(endsAt.getTime() + aDay))
    .execute()
  return rows.map((row) => ({ personId: row.personId, day: dayOf(row.startsAt) }))
}
