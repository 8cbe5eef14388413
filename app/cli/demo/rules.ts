// Workshops in which the rules of enrolling can be seen at work: a quota, a hybrid room, an offer that waits for its
// answer, a notice of absence, a substitute, and courses that have to come one after the other.

import { randomUUID } from 'node:crypto'
import { KEEN, expectOk } from '#app/cli/demo/workshop-life.ts'
import type { DemoPerson } from '#app/cli/demo/people.ts'
import { daysBefore, momentOf, workday, type Happening } from '#app/cli/demo/timeline.ts'
import type { DemoWorld, OfferedCourse } from '#app/cli/demo/training.ts'
import { addDays, dayOf } from '#app/domain/calendar.ts'
import { changeCourse, getCourse } from '#db/courses.ts'
import { enrol, withdraw } from '#db/enrolments.ts'
import { listCurrent } from '#db/queue.ts'
import { nameSubstitute } from '#db/substitutes.ts'
import { addWorkshop, type WorkshopPlan } from '#db/workshop-plans.ts'

const PLANNED_DAYS_AGO = 12
const UNITS = 4
const MEETING_MILLISECONDS = 3 * 3_600_000

/** Which course has to come before which, by title. */
const BEFORE = [
  ['Notfallübung: Verschlüsselungsangriff', 'Grundschutz für kleine Kommunen'],
  ['Konfigurationsmanagement für kleine Teams', 'Routineaufgaben mit Skripten erledigen'],
] as const

/** Lived through with all the rest; the last of it a few hours ago. */
export function showRules(world: DemoWorld, courses: readonly OfferedCourse[], roomId: string): Happening[] {
  return [
    ...withQuota(world, roomId, course(courses, 'KI im Rathaus: was geht, was darf')),
    ...hybrid(world, roomId, course(courses, 'Dateiablage und Sicherung in der Cloud')),
    ...shortlyBefore(world, roomId, course(courses, 'Netze und Server überwachen')),
    { at: daysBefore(world.options.now, 0.05), happen: (now) => setPrerequisites(world, courses, now) },
  ]
}

function course(courses: readonly OfferedCourse[], title: string): OfferedCourse {
  const found = courses.find((one) => one.title === title)
  if (!found) throw new Error(`no course ${title}`)
  return found
}

type Given = { daysAhead: number; plan: Partial<WorkshopPlan> }

/** A workshop of one meeting, planned some days ago. */
function planned(world: DemoWorld, { id: courseId }: OfferedCourse, { daysAhead, plan }: Given) {
  const { db, people, options } = world
  const id = randomUUID()
  const startsAt = momentOf(workday(addDays(dayOf(options.now), daysAhead)), '09:00')
  const meeting = { startsAt, endsAt: new Date(startsAt.getTime() + MEETING_MILLISECONDS) }
  const whole: WorkshopPlan = {
    ...{ place: null, onlineUrl: null, capacity: 2, minimum: 1, note: null },
    ...{ enrolUntil: daysBefore(startsAt, 0.5), withdrawUntil: daysBefore(startsAt, 2) },
    ...{ trainerIds: [people.idOf('trainerin')], meetings: [{ id: null, units: UNITS, ...meeting }] },
    ...plan,
  }
  const at = daysBefore(options.now, PLANNED_DAYS_AGO)
  const happen = (now: Date) =>
    expectOk(addWorkshop(db, people.idOf('koordination'), { ...whole, id, courseId }, now))
  return { id, planning: { at, happen } }
}

/** They enrol one after the other, an hour apart. */
function joining({ db, options }: DemoWorld, workshopId: string, who: readonly DemoPerson[]): Happening[] {
  const first = daysBefore(options.now, PLANNED_DAYS_AGO - 1)
  return who.map(({ id: personId }, nth) => ({
    at: new Date(first.getTime() + nth * 3_600_000),
    happen: (now) => expectOk(enrol(db, { workshopId, personId, organisationId: null, by: personId }, now)),
  }))
}

/** People who take part, of one town each; the accounts that visitors sign in with are left free. */
function townsfolk({ people, district, options }: DemoWorld): DemoPerson[][] {
  const busy = [...KEEN, 'trainerin'].map((mailbox) => people.idOf(mailbox))
  const joined = people.all.filter(
    ({ id, participates, organisation, audience }) =>
      participates &&
      audience === 'it' &&
      !busy.includes(id) &&
      district.hasJoined(organisation, dayOf(daysBefore(options.now, PLANNED_DAYS_AGO))),
  )
  const towns = new Map<string, DemoPerson[]>()
  for (const person of joined) {
    towns.set(person.organisation, [...(towns.get(person.organisation) ?? []), person])
  }
  return [...towns.values()].sort((a, b) => b.length - a.length)
}

/** Two from one town: the second waits until the quota ends, and others may pass. */
function withQuota(world: DemoWorld, roomId: string, offered: OfferedCourse): Happening[] {
  const { id, planning } = planned(world, offered, { daysAhead: 25, plan: { roomId, capacity: 6, quota: 1 } })
  const [first = [], second = []] = townsfolk(world)
  return [planning, ...joining(world, id, [...first.slice(0, 2), ...second.slice(0, 1)])]
}

/** The room is full: the third sits online, keeps the place in line, and the first has named a substitute. */
function hybrid(world: DemoWorld, roomId: string, offered: OfferedCourse): Happening[] {
  const { db, options } = world
  const plan = { roomId, onlineUrl: 'https://konferenz.lernkreis.example/hybrid', onlineCapacity: 4 }
  const { id, planning } = planned(world, offered, { daysAhead: 18, plan })
  const [first = [], second = [], third = []] = townsfolk(world)
  const [leaves, colleague] = first
  const who = [...first.slice(0, 1), ...second.slice(0, 1), ...third.slice(0, 1)]
  const naming = {
    at: daysBefore(options.now, 1),
    happen: async (now: Date) => {
      const seat = (await listCurrent(db, id)).find(({ personId }) => personId === leaves?.id)
      if (!seat || !leaves || !colleague) return
      const request = { id: randomUUID(), enrolmentId: seat.id, personId: colleague.id, by: leaves.id }
      await expectOk(nameSubstitute(db, request, now))
    },
  }
  return [planning, ...joining(world, id, who), naming]
}

/** Tomorrow: somebody cannot come after all, and the seat is offered to whoever waits. */
function shortlyBefore(world: DemoWorld, roomId: string, offered: OfferedCourse): Happening[] {
  const { db, options } = world
  // Over a weekend tomorrow is three days away: the deadlines hold then, too.
  const deadlines = { withdrawUntil: daysBefore(options.now, 1), promoteUntilHours: 120, offerHours: 12 }
  const { id, planning } = planned(world, offered, { daysAhead: 1, plan: { roomId, ...deadlines } })
  const who = townsfolk(world)
    .slice(3, 6)
    .flatMap(([one]) => one ?? [])
  const notice = {
    at: daysBefore(options.now, 0.1),
    happen: async (now: Date) => {
      const [seat] = await listCurrent(db, id)
      if (!seat) return
      await expectOk(withdraw(db, { enrolmentId: seat.id, by: seat.personId, absence: 'on-duty' }, now))
    },
  }
  return [planning, ...joining(world, id, who), notice]
}

async function setPrerequisites({ db, people }: DemoWorld, courses: readonly OfferedCourse[], now: Date) {
  for (const [title, before] of BEFORE) {
    const stored = await getCourse(db, course(courses, title).id)
    if (!stored) continue
    const { titleDe, titleEn, summaryDe, summaryEn, goals, contents, prerequisites, topicKey } = stored
    const { level, format, audiences, units, id, version } = stored
    const plan = { titleDe, titleEn, summaryDe, summaryEn, goals, contents, prerequisites, topicKey }
    const change = { ...plan, level, format, audiences, units, id, version }
    const requiredIds = [course(courses, before).id]
    await expectOk(changeCourse(db, people.idOf('koordination'), { ...change, requiredIds }, now))
  }
}
