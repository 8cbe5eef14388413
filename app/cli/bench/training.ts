// A district with more people, courses and workshops than the demo has, written in bulk.

import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { insertAll } from '#app/cli/bench/bulk.ts'
import type { Sizes } from '#app/cli/bench/sizes.ts'
import { DEMO_FAMILY_NAMES, DEMO_GIVEN_NAMES } from '#app/cli/demo/accounts.ts'
import { addDays, dayOf, endOfDay, instantOf } from '#app/domain/calendar.ts'
import type { Db } from '#db/client.server.ts'
import type { NewRow } from '#db/schema.ts'

export type Participant = { id: string; organisationId: string }
export type OpenWorkshop = { id: string; title: string; place: string; enrolled: Set<string> }

export const LONG_AGO = new Date('2025-03-03T08:00:00Z')
const SINCE = '2025-03-03'
/** Leads every workshop that is added. */
export const TRAINER = 'trainerin@lernkreis.example'

/** Everybody who may enrol, the people of the demo among them. */
export async function addParticipants(db: Db, { people }: Sizes): Promise<Participant[]> {
  const known = await listParticipants(db)
  const organisations = await db
    .selectFrom('organisation')
    .select('id')
    .where('kind', '=', 'municipality')
    .execute()
  const added = Array.from({ length: people - known.length }, (_, nth) => {
    const organisation = organisations[nth % organisations.length]
    if (!organisation) throw new Error('no municipalities')
    return { id: randomUUID(), organisationId: organisation.id, nth }
  })
  await insertAll(db, 'person', added.map(personRow))
  const memberships = added.map(({ id, organisationId, nth }): NewRow<'membership'> => {
    return { personId: id, organisationId, audience: nth % 2 === 0 ? 'it' : 'user', fromDate: SINCE }
  })
  await insertAll(db, 'membership', memberships)
  const roles = added.map(({ id }) => ({ personId: id, role: 'participant' as const, fromDate: SINCE }))
  await insertAll(db, 'roleAssignment', roles)
  return listParticipants(db)
}

function personRow({ id, nth }: { id: string; nth: number }): NewRow<'person'> {
  const givenName = DEMO_GIVEN_NAMES[nth % DEMO_GIVEN_NAMES.length] ?? ''
  const familyName = DEMO_FAMILY_NAMES[nth % DEMO_FAMILY_NAMES.length] ?? ''
  return { id, givenName, familyName, email: `person.${nth}@bench.lernkreis.example`, createdAt: LONG_AGO }
}

/** Those who are nothing else: pages look the same for all of them. By address, the same order in every run. */
function listParticipants(db: Db): Promise<Participant[]> {
  return db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.personId')
    .innerJoin('roleAssignment as role', 'role.personId', 'person.id')
    .select(['person.id', 'membership.organisationId'])
    .groupBy(['person.id', 'membership.organisationId'])
    .having(sql<boolean>`array_agg(role.role) = array['participant']`)
    .orderBy('person.email')
    .execute()
}

/** Fills the catalogue with copies of its courses, and returns all that are published. */
export async function addCourses(db: Db, { courses }: Sizes): Promise<{ id: string; title: string }[]> {
  const known = await db.selectFrom('course').selectAll().where('publishedAt', 'is not', null).execute()
  const copies = Array.from({ length: courses - known.length }, (_, nth): NewRow<'course'> => {
    const original = known[nth % known.length]
    if (!original) throw new Error('no courses')
    const { search: _kept, ...course } = original
    return { ...course, id: randomUUID(), titleDe: `${course.titleDe}, Folge ${nth + 2}` }
  })
  await insertAll(db, 'course', copies)
  return [...known, ...copies].map(({ id, titleDe }) => ({ id, title: titleDe }))
}

/** Every fifth workshop is still to come and has seats left; those before were as good as full. */
const TO_COME = 5
const TAKEN_TO_COME = 10
const CAPACITY = 24
const FIRST_PAST_DAYS = 60
const DAYS_AHEAD = 20

/** Adds workshops and enrolments up to the wanted numbers; returns those in which one can enrol. */
export async function addWorkshops(
  db: Db,
  sizes: Sizes,
  courses: readonly { id: string; title: string }[],
  people: readonly Participant[],
  now: Date,
): Promise<OpenWorkshop[]> {
  const trainer = await idOf(db, TRAINER)
  const count = sizes.workshops - (await countOf(db, 'workshop'))
  const planned = Array.from({ length: count }, (_, nth) => plan(courses, nth, now))
  const workshops = planned.map(({ row }) => ({ ...row, createdBy: trainer }))
  await insertAll(db, 'workshop', workshops)
  await insertAll(
    db,
    'meeting',
    planned.map(({ meeting }) => meeting),
  )
  await insertAll(
    db,
    'workshopTrainer',
    workshops.map(({ id }) => ({ workshopId: id, personId: trainer })),
  )

  const open = planned.filter(({ isToCome }) => isToCome)
  const past = planned.filter(({ isToCome }) => !isToCome)
  const missing = sizes.enrolments - (await countOf(db, 'enrolment')) - open.length * TAKEN_TO_COME
  const perPast = Math.max(0, missing / past.length)
  const learners = people.filter(({ id }) => id !== trainer)
  const enrolled = new Map<string, Participant[]>()
  for (const { row } of open) enrolled.set(row.id, some(learners, enrolled.size, TAKEN_TO_COME))
  past.forEach(({ row }, nth) => {
    const taken = Math.round((nth + 1) * perPast) - Math.round(nth * perPast)
    enrolled.set(row.id, some(learners, enrolled.size, taken))
  })
  await addEnrolments(db, enrolled)
  return open.map(({ row, title }) => {
    const ids = (enrolled.get(row.id) ?? []).map(({ id }) => id)
    return { id: row.id, title, place: row.place, enrolled: new Set([...ids, trainer]) }
  })
}

function plan(courses: readonly { id: string; title: string }[], nth: number, now: Date) {
  const course = courses[nth % courses.length]
  if (!course) throw new Error('no courses')
  const isToCome = nth % TO_COME === 0
  const day = addDays(dayOf(now), isToCome ? DAYS_AHEAD + (nth % 90) : -FIRST_PAST_DAYS - nth)
  const [id, place] = [randomUUID(), `Schulungsraum ${nth + 1}`]
  const deadline = endOfDay(addDays(day, -3))
  const row = {
    id,
    courseId: course.id,
    place,
    capacity: CAPACITY,
    enrolUntil: deadline,
    withdrawUntil: deadline,
  }
  const meeting = { workshopId: id, startsAt: at(day, '09:00'), endsAt: at(day, '12:00'), units: 4 }
  return { row: { ...row, createdAt: LONG_AGO }, meeting, isToCome, title: course.title }
}

export function at(day: string, time: string): Date {
  const wall = instantOf(day, time)
  if (!wall.ok) throw new Error(`no such time: ${day} ${time}`)
  return wall.instant
}

/** Others for each workshop, without chance. */
export function some<T>(all: readonly T[], nth: number, count: number): T[] {
  const STEP = 37
  return Array.from(
    { length: Math.min(count, all.length) },
    (_, index) => all[(nth * STEP + index) % all.length],
  ).filter((one) => one !== undefined)
}

/** A place for each of these people, with its line in the log; returns the enrolments in that order. */
export async function addEnrolments(db: Db, enrolled: ReadonlyMap<string, Participant[]>) {
  const rows = [...enrolled].flatMap(([workshopId, people]) =>
    people.map(({ id, organisationId }) => ({
      id: randomUUID(),
      workshopId,
      personId: id,
      organisationId,
      status: 'confirmed' as const,
      enrolledAt: LONG_AGO,
      enrolledBy: id,
    })),
  )
  await insertAll(db, 'enrolment', rows)
  const events = rows.map(({ id, personId }): NewRow<'enrolmentEvent'> => {
    const step = { fromStatus: null, toStatus: 'confirmed' as const, reason: 'seat-free' }
    return { ...step, enrolmentId: id, at: LONG_AGO, byPersonId: personId }
  })
  await insertAll(db, 'enrolmentEvent', events)
  return rows
}

async function countOf(db: Db, table: 'workshop' | 'enrolment'): Promise<number> {
  const { n } = await db
    .selectFrom(table)
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return n
}

export async function idOf(db: Db, email: string): Promise<string> {
  return (await db.selectFrom('person').select('id').where('email', '=', email).executeTakeFirstOrThrow()).id
}
