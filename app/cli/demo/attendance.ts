// What trainers, participants and the office find about attendance: a workshop that runs right now, with its list half
// done and somebody who simply came; and one of last week, about which somebody says that it is not right.

import { randomUUID } from 'node:crypto'
import { daysAfter, daysBefore, type Happening } from '#app/cli/demo/timeline.ts'
import type { DemoWorld, OfferedCourse } from '#app/cli/demo/training.ts'
import { expectOk } from '#app/cli/demo/workshop-life.ts'
import { listAttendance, recordAttendance, type AttendanceEntry } from '#db/attendance.ts'
import { enrol } from '#db/enrolments.ts'
import { raiseObjection } from '#db/objections.ts'
import { completeRollCall } from '#db/roll-calls.ts'
import { addWalkIn } from '#db/walk-ins.ts'
import { addWorkshop } from '#db/workshop-plans.ts'
import { getWorkshop } from '#db/workshops.ts'

const PLANNED_DAYS_AHEAD = 20
const PEOPLE = 9
const HOURS = 3
const UNITS = 4
const HOUR_MILLISECONDS = 3_600_000
/** Accounts with which visitors of the demo sign in; the first one objects. */
const KNOWN = ['teilnehmerin', 'nutzer']

const hoursAfter = (moment: Date, hours: number) => new Date(moment.getTime() + hours * HOUR_MILLISECONDS)

export function attendanceHistory(world: DemoWorld, courses: readonly OfferedCourse[]): Happening[] {
  const { options } = world
  const [first, second = first] = courses.filter(({ audiences }) => audiences.length > 1)
  if (!first || !second) return []
  const running = workshopAt(world, first, hoursAfter(options.now, -1))
  const lastWeek = workshopAt(world, second, daysBefore(options.now, 6))
  return [
    ...running.planned,
    ...lastWeek.planned,
    { at: hoursAfter(running.startsAt, 0.2), happen: (now) => halfOfTheList(world, running, now) },
    { at: hoursAfter(lastWeek.startsAt, HOURS), happen: (now) => finishedList(world, lastWeek, now) },
    { at: daysAfter(lastWeek.startsAt, 2), happen: (now) => object(world, lastWeek, now) },
  ]
}

type DemoMeeting = { workshopId: string; startsAt: Date; planned: Happening[] }

/** Planned three weeks before, with people from several towns. */
function workshopAt(world: DemoWorld, course: OfferedCourse, startsAt: Date): DemoMeeting {
  const { db, chance, district, people } = world
  const id = randomUUID()
  const planned = daysBefore(startsAt, PLANNED_DAYS_AHEAD)
  const trainer = people.idOf('trainerin')
  const known = KNOWN.map((mailbox) => people.idOf(mailbox))
  const joined = people.all.filter(
    (person) =>
      person.participates &&
      person.id !== trainer &&
      !known.includes(person.id) &&
      district.hasJoined(person.organisation, startsAt.toISOString().slice(0, 10)),
  )
  const wanting = [...known, ...chance.some(joined, PEOPLE).map((person) => person.id)]
  const plan = {
    ...{ place: 'Landratsamt, Schulungsraum 2', onlineUrl: null, capacity: 12, minimum: 4, note: null },
    ...{ enrolUntil: daysBefore(startsAt, 3), withdrawUntil: daysBefore(startsAt, 2), trainerIds: [trainer] },
    meetings: [{ id: null, startsAt, endsAt: hoursAfter(startsAt, HOURS), units: UNITS }],
  }
  const add = (now: Date) =>
    expectOk(addWorkshop(db, people.idOf('koordination'), { ...plan, id, courseId: course.id }, now))
  const join = async (now: Date) => {
    for (const personId of wanting)
      await enrol(db, { workshopId: id, personId, organisationId: null, by: personId }, now)
  }
  return {
    workshopId: id,
    startsAt,
    planned: [
      { at: planned, happen: add },
      { at: daysAfter(planned, 1), happen: join },
    ],
  }
}

async function listOf({ db }: DemoWorld, { workshopId }: DemoMeeting) {
  const meetingId = (await getWorkshop(db, workshopId))?.meetings[0]?.id
  if (!meetingId) throw new Error('the meeting has vanished')
  return { meetingId, people: await listAttendance(db, meetingId) }
}

async function halfOfTheList(world: DemoWorld, meeting: DemoMeeting, now: Date): Promise<void> {
  const { db, people } = world
  const by = people.idOf('trainerin')
  const list = await listOf(world, meeting)
  const half = list.people.slice(0, Math.ceil(list.people.length / 2))
  const entries = half.map(({ enrolmentId }): AttendanceEntry => {
    return { enrolmentId, status: 'present', units: null }
  })
  await expectOk(recordAttendance(db, { meetingId: list.meetingId, entries, by }, now))
  const guest = { name: 'Grete Hermann', email: null, organisation: 'Gröditz', by }
  await expectOk(addWalkIn(db, { id: randomUUID(), meetingId: list.meetingId, ...guest }, now))
}

async function finishedList(world: DemoWorld, meeting: DemoMeeting, now: Date): Promise<void> {
  const { db, people } = world
  const by = people.idOf('trainerin')
  const { meetingId, people: attendees } = await listOf(world, meeting)
  const entries = attendees.map(({ enrolmentId, personId }): AttendanceEntry => {
    const isLate = personId === people.idOf('teilnehmerin')
    return { enrolmentId, status: isLate ? 'partial' : 'present', units: isLate ? 2 : null }
  })
  await expectOk(recordAttendance(db, { meetingId, entries, by }, now))
  await expectOk(completeRollCall(db, meetingId, by, now))
}

async function object(world: DemoWorld, meeting: DemoMeeting, now: Date): Promise<void> {
  const by = world.people.idOf('teilnehmerin')
  const { meetingId, people } = await listOf(world, meeting)
  const own = people.find(({ personId }) => personId === by)
  if (!own) return
  const note = 'Ich kam zehn Minuten nach Beginn und blieb bis zum Schluss.'
  const claim = { status: 'partial', units: 3, note } as const
  const wish = { id: randomUUID(), meetingId, enrolmentId: own.enrolmentId, ...claim, by }
  await expectOk(raiseObjection(world.db, wish, now))
}
