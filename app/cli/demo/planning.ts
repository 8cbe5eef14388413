// Rooms, a series, a workshop whose day of decision has come, and two dates that were merged.

import { randomUUID } from 'node:crypto'
import type { DemoPerson } from '#app/cli/demo/people.ts'
import { daysBefore, momentOf, workday, type Happening } from '#app/cli/demo/timeline.ts'
import type { DemoWorld, OfferedCourse } from '#app/cli/demo/training.ts'
import { expectOk, KEEN } from '#app/cli/demo/workshop-life.ts'
import { addDays, dayOf } from '#app/domain/calendar.ts'
import { meetingOn, recurringDays } from '#app/domain/series.ts'
import { ENROL_DAYS_BEFORE, usualDeadline, WITHDRAW_DAYS_BEFORE } from '#app/domain/workshop.ts'
import { mergeWorkshop } from '#db/decisions.ts'
import { enrol } from '#db/enrolments.ts'
import { addEquipment } from '#db/equipment.ts'
import { addRoom } from '#db/rooms.ts'
import { addSeries } from '#db/series.ts'
import { addWorkshop, type NewWorkshop } from '#db/workshop-plans.ts'

const PLANNED_DAYS_AGO = 28
const ENROLLED_DAYS_AGO = 20

/** What the coordination has planned in the last weeks, by the real commands. */
export function planningHistory(
  world: DemoWorld,
  courses: readonly OfferedCourse[],
  roomId: string,
): Happening[] {
  const [first, second, third] = courses
  if (!first || !second || !third) throw new Error('too few courses')
  return [
    roomsOpen(world, roomId),
    seriesPlanned(world, first, roomId),
    ...undecided(world, second),
    ...merged(world, third),
  ]
}

const by = ({ people }: DemoWorld) => people.idOf('koordination')
const today = ({ options }: DemoWorld) => dayOf(options.now)

function roomsOpen(world: DemoWorld, roomId: string): Happening {
  const { db, district } = world
  const room = { note: null, closedFrom: null, closedUntil: null, accessible: true }
  const closed = { closedFrom: addDays(today(world), 9), closedUntil: addDays(today(world), 13) }
  const hall = { name: 'Schulungsraum 1', site: 'Landratsamt, Brauhausstraße 21', seats: 14 }
  const small = { name: 'Beratungsraum', site: 'Landratsamt, Brauhausstraße 21', seats: 6 }
  return {
    at: momentOf(district.pilotStart, '11:00'),
    happen: async (now) => {
      await expectOk(addRoom(db, by(world), { ...room, ...hall, id: roomId }, now))
      const stairs = { ...room, ...small, ...closed, accessible: false, note: 'Schlüssel an der Pforte.' }
      await expectOk(addRoom(db, by(world), { ...stairs, id: randomUUID() }, now))
      const notebooks = { id: randomUUID(), name: 'Notebook', amount: 12 }
      await expectOk(addEquipment(db, by(world), notebooks, now))
    },
  }
}

/** A workshop of an afternoon. */
function planOf(
  world: DemoWorld,
  day: string,
  trainer: string,
  more: Partial<NewWorkshop> = {},
): NewWorkshop {
  const meeting = meetingOn(workday(day), { start: '13:30', end: '15:45' }, null)
  if (typeof meeting === 'string') throw new Error(meeting)
  const now = daysBefore(world.options.now, PLANNED_DAYS_AGO)
  return {
    ...{ id: randomUUID(), place: 'Rathaus Coswig, Raum 12', onlineUrl: null, capacity: 10, minimum: 6 },
    enrolUntil: usualDeadline(meeting.startsAt, ENROL_DAYS_BEFORE, now),
    withdrawUntil: usualDeadline(meeting.startsAt, WITHDRAW_DAYS_BEFORE, now),
    ...{ note: null, trainerIds: [world.people.idOf(trainer)], meetings: [{ ...meeting, id: null }] },
    ...more,
  }
}

function seriesPlanned(world: DemoWorld, course: OfferedCourse, roomId: string): Happening {
  const rule = { frequency: 'weekly', every: 2, until: null, count: 4 } as const
  const days = recurringDays(workday(addDays(today(world), 21)), rule)
  return {
    at: daysBefore(world.options.now, PLANNED_DAYS_AGO),
    happen: (now) => {
      const inRoom = { roomId, place: null, minimum: 4 }
      const workshops = days.map((day) => planOf(world, day, 'trainerin', inRoom))
      const series = { id: randomUUID(), courseId: course.id, frequency: rule.frequency, every: rule.every }
      return expectOk(addSeries(world.db, by(world), { ...series, workshops }, now))
    },
  }
}

/** Too few have enrolled, and it begins in a few days. */
function undecided(world: DemoWorld, course: OfferedCourse): Happening[] {
  const workshop = planOf(world, addDays(today(world), 5), 'trainer')
  return [planned(world, course, workshop), ...enrolled(world, course, workshop, 2)]
}

function merged(world: DemoWorld, course: OfferedCourse): Happening[] {
  const { db, options } = world
  const from = planOf(world, addDays(today(world), 15), 'trainer2')
  const into = planOf(world, addDays(today(world), 24), 'trainer2', { capacity: 8 })
  const reason = 'Zusammengelegt mit einem späteren Termin.'
  return [
    planned(world, course, from),
    planned(world, course, into),
    ...enrolled(world, course, from, 3),
    ...enrolled(world, course, into, 3, 3),
    {
      at: daysBefore(options.now, 1),
      happen: (now) => expectOk(mergeWorkshop(db, by(world), { id: from.id, intoId: into.id, reason }, now)),
    },
  ]
}

function planned(world: DemoWorld, course: OfferedCourse, workshop: NewWorkshop): Happening {
  return {
    at: daysBefore(world.options.now, PLANNED_DAYS_AGO),
    happen: (now) => expectOk(addWorkshop(world.db, by(world), { ...workshop, courseId: course.id }, now)),
  }
}

/** The first of those whom the course suits, from `skipped` on; what a visitor signs in with stays free. */
function enrolled(
  world: DemoWorld,
  course: OfferedCourse,
  { id: workshopId, trainerIds }: NewWorkshop,
  count: number,
  skipped = 0,
): Happening[] {
  const { db, district, people, options } = world
  const day = dayOf(daysBefore(options.now, ENROLLED_DAYS_AGO))
  const suits = (person: DemoPerson) =>
    person.participates &&
    course.audiences.includes(person.audience) &&
    !trainerIds.includes(person.id) &&
    !KEEN.some((mailbox) => people.idOf(mailbox) === person.id) &&
    district.hasJoined(person.organisation, day)
  return people.all
    .filter(suits)
    .slice(skipped, skipped + count)
    .map((person, nth): Happening => ({
      at: new Date(daysBefore(options.now, ENROLLED_DAYS_AGO).getTime() + nth * 60_000),
      happen: async (now) => {
        const wish = { workshopId, personId: person.id, organisationId: null, by: person.id }
        await enrol(db, wish, now)
      },
    }))
}
