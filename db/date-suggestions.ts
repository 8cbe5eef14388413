import { blocking, type BlockedPeriod } from '#app/domain/blocked-period.ts'
import { dayOf } from '#app/domain/calendar.ts'
import type { Audience } from '#app/domain/course.ts'
import { fittingDates, type Candidate, type Fit, type Learner } from '#app/domain/date-suggestion.ts'
import { decide } from '#app/domain/decision.ts'
import { closedBecause, CURRENT_STATUSES, type EnrolmentStatus } from '#app/domain/enrolment.ts'
import type { MailData } from '#app/domain/mail.ts'
import { displayName } from '#app/domain/person.ts'
import { freeSeats, span } from '#app/domain/workshop.ts'
import { audit } from '#db/audit.ts'
import { listBlockedBetween } from '#db/blocked-periods.ts'
import { listBusyTimes } from '#db/busy-times.ts'
import type { Db, Trx } from '#db/client.server.ts'
import { askerFacts, askerOf } from '#db/enrolment-facts.ts'
import { claimRun } from '#db/job-runs.ts'
import { listMeetings } from '#db/meetings.ts'
import { listMembers } from '#db/members.ts'
import { post } from '#db/outbox.ts'
import { listCurrentOf } from '#db/queue.ts'
import { getWorkshops, listWorkshops, type Workshop, type WorkshopLine } from '#db/workshops.ts'

/** What begins later than this can be suggested next month. */
const DAYS_AHEAD = 62
const DAY_MILLISECONDS = 86_400_000

type Suggestion = Candidate & Pick<WorkshopLine, 'titleDe' | 'titleEn' | 'endsAt'>
type Topics = Map<string, { titleDe: string; titleEn: string | null }>

/** Writes "drei Termine, die passen" to everybody who has switched it on and for whom there are some; once a month. */
export function writeDateSuggestions(
  db: Db,
  month: string,
  tokenFor: (personId: string) => string,
  now: Date,
): Promise<number> {
  return db.transaction().execute(async (trx) => {
    if (!(await claimRun(trx, `date-suggestions ${month}`, new Date(0), now))) return 0
    const readers = await listReaders(trx)
    const readerIds = readers.map(({ id }) => id)
    const learners = await listLearners(trx, readerIds, now)
    const { candidates, topics } = await listCandidates(trx, now)
    const seatable = await listSeatable(trx, candidates, readerIds, now)
    let written = 0
    for (const reader of readers) {
      const learner = learners.get(reader.id)
      const own = candidates.filter(({ id }) => seatable.get(id)?.has(reader.id))
      const fits = learner ? fittingDates(own, learner) : []
      if (fits.length === 0) continue
      const to = { personId: reader.id, address: reader.address, locale: reader.locale }
      const data = { name: displayName(reader), token: tokenFor(reader.id), dates: datesOf(fits, topics) }
      await post(trx, to, 'date-suggestions', month, data, now)
      written += 1
    }
    await audit(trx, null, 'outbox:month', null, now, { kind: 'date-suggestions', recipients: written })
    return written
  })
}

function datesOf(fits: readonly Fit<Suggestion>[], topics: Topics): MailData['date-suggestions']['dates'] {
  return fits.map(({ date, audience, topicKey }) => ({
    workshopId: date.id,
    titleDe: date.titleDe,
    titleEn: date.titleEn,
    startsAt: date.startsAt.toISOString(),
    endsAt: date.endsAt.toISOString(),
    free: date.free,
    audience,
    topic: (topicKey !== null && topics.get(topicKey)) || null,
  }))
}

/** Only those who take part themselves can enrol. */
function listReaders(trx: Trx) {
  return trx
    .selectFrom('mailPreference')
    .innerJoin('person', 'person.id', 'mailPreference.personId')
    .select(['person.id', 'givenName', 'familyName', 'email as address', 'locale'])
    .where('suggestions', '=', true)
    .where('disabledAt', 'is', null)
    .where('person.id', 'in', (eb) =>
      eb.selectFrom('roleAssignment').select('personId').where('role', '=', 'participant'),
    )
    .orderBy('email')
    .execute()
}

async function listCandidates(trx: Trx, now: Date): Promise<{ candidates: Suggestion[]; topics: Topics }> {
  const lines = await listWorkshops(trx, {
    from: now,
    until: new Date(now.getTime() + DAYS_AHEAD * DAY_MILLISECONDS),
  })
  const open = lines.filter((line) => closedBecause(line, now) === null && freeSeats(line) > 0)
  const meetings = await listMeetings(
    trx,
    open.map(({ id }) => id),
  )
  const courses = await trx
    .selectFrom('course')
    .innerJoin('topic', 'topic.key', 'course.topicKey')
    .select(['course.id', 'topic.key', 'topic.titleDe', 'topic.titleEn'])
    .execute()
  const topicOf = new Map(courses.map(({ id, key }) => [id, key]))
  const candidates = open.map((line) => ({
    ...line,
    topicKey: topicOf.get(line.courseId) ?? '',
    meetings: meetings.filter(({ workshopId }) => workshopId === line.id),
    free: freeSeats(line),
  }))
  return { candidates, topics: new Map(courses.map(({ key, ...topic }) => [key, topic])) }
}

/**
 * Who could have a seat in which of these workshops right now, for the organisation they have served longest: the
 * one decision says so, and what it refuses, or only lets wait for, is not suggested. Nor is a day that this
 * organisation has blocked.
 */
async function listSeatable(
  trx: Trx,
  candidates: readonly Pick<Candidate, 'id'>[],
  personIds: readonly string[],
  now: Date,
): Promise<Map<string, Set<string>>> {
  const members = await listMembers(trx, personIds, null, dayOf(now))
  const workshopIds = candidates.map(({ id }) => id)
  const enrolments = await listCurrentOf(trx, workshopIds)
  const seatable = new Map<string, Set<string>>()
  const workshops = members.length > 0 ? await getWorkshops(trx, workshopIds) : []
  const blocked = await listBlocked(trx, members, workshops)
  for (const workshop of workshops) {
    const days = workshop.meetings.map(({ startsAt }) => dayOf(startsAt))
    const current = enrolments.filter(({ workshopId }) => workshopId === workshop.id)
    const facts = await askerFacts(trx, workshop, members, now)
    const lucky = members.filter((member) => {
      if (blocking(blocked.get(member.organisationId) ?? [], days).length > 0) return false
      const decision = decide(workshop, askerOf(facts, member, { by: member.id }), current, now)
      return decision.may && decision.place.status !== 'waiting'
    })
    seatable.set(workshop.id, new Set(lucky.map(({ id }) => id)))
  }
  return seatable
}

/** The days that organisations have blocked while these workshops take place. */
async function listBlocked(
  trx: Trx,
  members: readonly { organisationId: string }[],
  workshops: readonly Workshop[],
): Promise<Map<string, BlockedPeriod[]>> {
  const blocked = new Map<string, BlockedPeriod[]>()
  if (workshops.length === 0) return blocked
  const { startsAt, endsAt } = span(workshops)
  const between = { from: dayOf(startsAt), until: dayOf(endsAt) }
  for (const { organisationId } of members) {
    if (blocked.has(organisationId)) continue
    blocked.set(organisationId, await listBlockedBetween(trx, organisationId, between))
  }
  return blocked
}

/** What the choice needs to know of each reader, in three queries for all of them. */
async function listLearners(
  trx: Trx,
  personIds: readonly string[],
  now: Date,
): Promise<Map<string, Learner>> {
  if (personIds.length === 0) return new Map()
  const today = dayOf(now)
  const memberships = await trx
    .selectFrom('membership')
    .select(['personId', 'audience'])
    .where('personId', 'in', personIds)
    .where('fromDate', '<=', today)
    .where((eb) => eb.or([eb('untilDate', 'is', null), eb('untilDate', '>=', today)]))
    .orderBy('fromDate')
    .execute()
  const seats = await trx
    .selectFrom('enrolment')
    .innerJoin('workshop', 'workshop.id', 'enrolment.workshopId')
    .innerJoin('course', 'course.id', 'workshop.courseId')
    .innerJoin('meeting', 'meeting.workshopId', 'workshop.id')
    .leftJoin('attendance', (join) =>
      join
        .onRef('attendance.meetingId', '=', 'meeting.id')
        .onRef('attendance.enrolmentId', '=', 'enrolment.id'),
    )
    .select(['enrolment.personId', 'enrolment.status', 'workshop.courseId', 'course.topicKey'])
    .select(['meeting.startsAt', 'meeting.endsAt', 'attendance.units'])
    .where('enrolment.personId', 'in', personIds)
    .where('enrolment.status', 'in', CURRENT_STATUSES)
    .execute()
  const busy = await listBusyTimes(trx, personIds, now)
  return new Map(
    personIds.map((personId) => {
      const own = seats.filter((seat) => seat.personId === personId)
      const learner = learnerOf(audiencesOf(memberships, personId), own, now)
      return [personId, { ...learner, busy: [...learner.busy, ...(busy.get(personId) ?? [])] }]
    }),
  )
}

function audiencesOf(
  memberships: readonly { personId: string; audience: Audience }[],
  personId: string,
): Audience[] {
  const own = memberships.filter((membership) => membership.personId === personId)
  return [...new Set(own.map(({ audience }) => audience))]
}

type Seat = {
  status: EnrolmentStatus
  courseId: string
  topicKey: string
  startsAt: Date
  endsAt: Date
  units: number | null
}

/** Whoever did not come to a course in the past may well want to go the next time. */
function learnerOf(audiences: Audience[], seats: readonly Seat[], now: Date): Learner {
  const attended = seats.filter(({ units }) => (units ?? 0) > 0)
  const ahead = seats.filter(({ endsAt }) => endsAt > now)
  return {
    audiences,
    knownCourses: new Set([...attended, ...ahead].map(({ courseId }) => courseId)),
    attendedTopics: new Set(attended.map(({ topicKey }) => topicKey)),
    busy: ahead,
  }
}
