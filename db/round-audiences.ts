import { sql } from 'kysely'
import { attended as hasAttended, type AttendanceStatus } from '#app/domain/attendance.ts'
import { addDays, dayOf, startOfDay } from '#app/domain/calendar.ts'
import type { Stratum } from '#app/domain/evaluation.ts'
import type { RoundAudience } from '#app/domain/round-audience.ts'
import type { Db } from '#db/client.server.ts'
import { isEnabled, type Invitee } from '#db/invitations.ts'

/**
 * Everybody who belongs to the audience on this day. Leadership rates with the users; whoever is IT counts as that.
 * `asOf` looks back: who belonged to it at that moment, as far as that is still known.
 */
export async function listAudience(
  db: Db,
  audience: RoundAudience,
  day: string,
  asOf?: Date,
): Promise<Invitee[]> {
  const { groups, attended, organisationIds } = audience
  const courseId = attended && 'courseId' in attended ? attended.courseId : null
  const workshopId = attended && 'workshopId' in attended ? attended.workshopId : null
  return db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.personId')
    .select('membership.personId')
    .select(
      sql<Stratum>`case when bool_or(membership.audience = 'it') then 'it' else 'user' end`.as('stratum'),
    )
    .where('membership.audience', 'in', groups)
    .where('membership.fromDate', '<=', day)
    .where((eb) => eb.or([eb('membership.untilDate', 'is', null), eb('membership.untilDate', '>=', day)]))
    .where(isEnabled(asOf))
    .$if(organisationIds.length > 0, (query) =>
      query.where('membership.organisationId', 'in', organisationIds),
    )
    .$if(attended !== null, (query) =>
      query.where(
        sql<boolean>`exists (select from attendance a
          join meeting m on m.id = a.meeting_id join workshop w on w.id = m.workshop_id
          join enrolment e on e.id = a.enrolment_id
          where e.person_id = membership.person_id and a.status in ('present', 'partial')
            and (${asOf ?? null}::timestamptz is null or a.recorded_at <= ${asOf ?? null})
            and (w.course_id = ${courseId}::uuid or w.id = ${workshopId}::uuid))`,
      ),
    )
    .groupBy('membership.personId')
    .execute()
}

/** Whoever was there at any of its meetings. Leadership rates with the users. */
export async function listAttendees(
  db: Db,
  workshopId: string,
  day: string,
  asOf?: Date,
): Promise<Invitee[]> {
  const rows = await db
    .selectFrom('attendance')
    .innerJoin('meeting', 'meeting.id', 'attendance.meetingId')
    .innerJoin('enrolment', 'enrolment.id', 'attendance.enrolmentId')
    .innerJoin('person', 'person.id', 'enrolment.personId')
    .select(['enrolment.personId', sql<AttendanceStatus[]>`array_agg(attendance.status)`.as('statuses')])
    .select(
      sql<boolean>`exists (select from membership m where m.person_id = enrolment.person_id and m.audience = 'it'
        and m.from_date <= ${day} and (m.until_date is null or m.until_date >= ${day}))`.as('isIt'),
    )
    .where('meeting.workshopId', '=', workshopId)
    .where(isEnabled(asOf))
    .groupBy('enrolment.personId')
    .execute()
  return rows
    .filter(({ statuses }) => hasAttended(statuses.map((status) => ({ status }))))
    .map(({ personId, isIt }) => ({ personId, stratum: isIt ? 'it' : 'user' }))
}

export type AudienceChoices = {
  courses: { id: string; titleDe: string; titleEn: string | null }[]
  workshops: { id: string; titleDe: string; titleEn: string | null; startsAt: Date }[]
  organisations: { id: string; name: string }[]
}

/** How far back somebody looks for a workshop whose people they want to ask, in days. */
const WORKSHOP_DAYS = 365

/** What an audience can be narrowed to: courses and workshops that somebody has attended, and municipalities. */
export async function listAudienceChoices(db: Db, now: Date): Promise<AudienceChoices> {
  const today = dayOf(now)
  const since = startOfDay(addDays(today, -WORKSHOP_DAYS))
  const workshops = await db
    .selectFrom('workshop')
    .innerJoin('course', 'course.id', 'workshop.courseId')
    .innerJoin('meeting', 'meeting.workshopId', 'workshop.id')
    .innerJoin('attendance', 'attendance.meetingId', 'meeting.id')
    .select(['workshop.id', 'course.id as courseId', 'course.titleDe', 'course.titleEn'])
    .select(({ fn }) => fn.min('meeting.startsAt').as('startsAt'))
    .where('attendance.status', 'in', ['present', 'partial'])
    .groupBy(['workshop.id', 'course.id'])
    .orderBy('startsAt', 'desc')
    .execute()
  const courses = new Map(workshops.map(({ courseId, titleDe, titleEn }) => [courseId, { titleDe, titleEn }]))
  const organisations = await db
    .selectFrom('organisation')
    .select(['id', 'name'])
    .where('kind', '<>', 'external')
    .where((eb) => eb.or([eb('validUntil', 'is', null), eb('validUntil', '>=', today)]))
    .orderBy('name')
    .execute()
  return {
    courses: [...courses].map(([id, titles]) => ({ id, ...titles })),
    workshops: workshops
      .filter(({ startsAt }) => startsAt >= since)
      .map(({ id, titleDe, titleEn, startsAt }) => ({ id, titleDe, titleEn, startsAt })),
    organisations,
  }
}
