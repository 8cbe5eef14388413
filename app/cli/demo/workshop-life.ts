import { certificates } from '#app/cli/demo/certificates.ts'
import { workshopFeedback } from '#app/cli/demo/evaluations.ts'
import type { DemoPerson } from '#app/cli/demo/people.ts'
import { daysAfter, daysBefore, momentOf, workday, type Happening } from '#app/cli/demo/timeline.ts'
import type { DemoWorld, OfferedCourse } from '#app/cli/demo/training.ts'
import { addDays, dayOf, endOfDay, unitsBetween } from '#app/domain/calendar.ts'
import type { AttendanceStatus } from '#app/domain/attendance.ts'
import { listAttendance, recordAttendance, type AttendanceEntry, type Attendee } from '#db/attendance.ts'
import { enrol, withdraw } from '#db/enrolments.ts'
import type { MeetingPlan } from '#db/meetings.ts'
import { listCurrent } from '#db/queue.ts'
import { callOffWorkshop } from '#db/decisions.ts'
import { addWorkshop, type WorkshopPlan } from '#db/workshop-plans.ts'
import { getWorkshop } from '#db/workshops.ts'

export type DemoWorkshop = { id: string; course: OfferedCourse; day: string; nth: number }

const PLANNED_DAYS_AHEAD = 45
const ENROL_UNTIL_DAYS = 3
const WITHDRAW_UNTIL_DAYS = 2
const CALLED_OFF_EVERY = 23
const UNITS_PER_DAY = 8
const LUNCH_MINUTES = 60
/** The lists of the last days are not written yet, so that trainers find something to do. */
const LISTS_OPEN_DAYS = 2

/** One workshop from its planning to its last roll call, as far as that lies in the past. */
export function workshopLife(world: DemoWorld, workshop: DemoWorkshop): Happening[] {
  const { options } = world
  const plan = planOf(world, workshop)
  const [first] = plan.meetings
  if (!first) throw new Error('a workshop without meetings')
  const planned = daysBefore(first.startsAt, PLANNED_DAYS_AHEAD)
  const happenings = [
    {
      at: planned,
      happen: (now: Date) =>
        expectOk(
          addWorkshop(
            world.db,
            world.people.idOf('koordination'),
            { ...plan, id: workshop.id, courseId: workshop.course.id },
            now,
          ),
        ),
    },
    ...enrolments(world, workshop, planned, plan),
    ...(isCalledOff(workshop)
      ? [callOff(world, workshop, first.startsAt)]
      : [
          ...rollCalls(world, workshop, plan),
          ...certificates(world, workshop, plan),
          ...workshopFeedback(world, workshop.id, (plan.meetings.at(-1) ?? first).endsAt),
        ]),
  ]
  return happenings.filter(({ at }) => at <= options.now)
}

const isCalledOff = ({ nth }: DemoWorkshop) => nth % CALLED_OFF_EVERY === CALLED_OFF_EVERY - 1

const ROOMS = [
  'Landratsamt, Kreistagssaal',
  'Rathaus Großenhain, Sitzungssaal',
  'Bildungszentrum Riesa, Raum 3',
  'Rathaus Radebeul, Raum 2.04',
  'Feuerwehrgerätehaus Nossen, Lehrsaal',
]

function planOf({ chance, people }: DemoWorld, { course, day, nth }: DemoWorkshop): WorkshopPlan {
  const meetings = meetingsOf(course.units, day, chance.happens(0.5))
  const startsAt = meetings[0]?.startsAt ?? momentOf(day, '09:00')
  const deadline = (days: number) => endOfDay(addDays(dayOf(startsAt), -days))
  const room = course.format === 'online' ? null : chance.pick(ROOMS)
  const capacity = chance.whole(7, 14)
  const trainers = ['trainerin', 'trainer', 'trainer2']
  return {
    place: room,
    onlineUrl: course.format === 'workshop' ? null : `https://konferenz.lernkreis.example/raum-${nth + 1}`,
    capacity,
    minimum: 4,
    enrolUntil: deadline(ENROL_UNTIL_DAYS),
    withdrawUntil: deadline(WITHDRAW_UNTIL_DAYS),
    note: chance.happens(0.25) ? 'Bitte bringen Sie Ihren Dienstrechner mit.' : null,
    trainerIds: [people.idOf(trainers[nth % trainers.length] ?? 'trainerin')],
    meetings,
  }
}

/** Up to eight units a day with a lunch break; more of them a week later. */
function meetingsOf(units: number, day: string, inTheMorning: boolean): MeetingPlan[] {
  const today = Math.min(units, units > UNITS_PER_DAY ? Math.ceil(units / 2) : UNITS_PER_DAY)
  const startsAt = momentOf(day, today > 4 || inTheMorning ? '09:00' : '13:00')
  const minutes = today * 45 + (today > 4 ? LUNCH_MINUTES : 0)
  const endsAt = new Date(startsAt.getTime() + minutes * 60_000)
  const meeting = { id: null, startsAt, endsAt, units: Math.min(today, unitsBetween(startsAt, endsAt)) }
  return units > today
    ? [meeting, ...meetingsOf(units - today, workday(addDays(day, 7)), inTheMorning)]
    : [meeting]
}

/** Accounts that visitors of the demo sign in with: they should find something of their own. */
export const KEEN = ['teilnehmerin', 'nutzer', 'fortbildung']
const KEENNESS = 0.6

/** People hear of it and enrol, most of them early; some find later that they cannot come. */
function enrolments(
  world: DemoWorld,
  { id, course }: DemoWorkshop,
  planned: Date,
  plan: WorkshopPlan,
): Happening[] {
  const { db, chance, district, people } = world
  const suited = people.all.filter(
    (person) =>
      person.participates &&
      course.audiences.includes(person.audience) &&
      !plan.trainerIds.includes(person.id),
  )
  const joined = suited.filter((person) => district.hasJoined(person.organisation, dayOf(planned)))
  const keen = joined.filter(({ id: personId }) => KEEN.some((mailbox) => people.idOf(mailbox) === personId))
  const known = keen.filter(() => chance.happens(KEENNESS))
  const others = chance.some(joined, chance.whole(5, plan.capacity + 3))
  const wanting = [...known, ...others.filter((person) => !keen.includes(person))]
  const days = (plan.enrolUntil.getTime() - planned.getTime()) / 86_400_000
  return wanting.flatMap((person): Happening[] => {
    const at = daysAfter(planned, 0.2 + chance.next() ** 2 * (days - 0.5))
    const leaves = chance.happens(0.08) ? daysAfter(at, chance.next() * 5) : null
    return [
      {
        at,
        happen: async (now) =>
          void (await enrol(
            db,
            { workshopId: id, personId: person.id, organisationId: null, by: person.id },
            now,
          )),
      },
      ...(leaves && leaves < plan.withdrawUntil
        ? [{ at: leaves, happen: (now: Date) => leave(world, id, person, now) }]
        : []),
    ]
  })
}

async function leave({ db }: DemoWorld, workshopId: string, person: DemoPerson, now: Date): Promise<void> {
  const enrolment = (await listCurrent(db, workshopId)).find(({ personId }) => personId === person.id)
  if (enrolment) await withdraw(db, { enrolmentId: enrolment.id, by: person.id }, now)
}

function callOff({ db, people }: DemoWorld, { id }: DemoWorkshop, startsAt: Date): Happening {
  const reason = 'Die Trainerin ist erkrankt. Ein neuer Termin folgt.'
  return {
    at: daysBefore(startsAt, 4),
    happen: (now) => expectOk(callOffWorkshop(db, people.idOf('koordination'), { id, reason }, now)),
  }
}

/** After each meeting the trainer writes down who was there. The last workshop before now still waits for its list. */
function rollCalls(world: DemoWorld, workshop: DemoWorkshop, plan: WorkshopPlan): Happening[] {
  const trainer = plan.trainerIds[0] ?? ''
  const written = plan.meetings.filter(
    ({ endsAt }) => endsAt <= daysBefore(world.options.now, LISTS_OPEN_DAYS),
  )
  return written.map((meeting, nth) => ({
    at: new Date(meeting.endsAt.getTime() + 10 * 60_000),
    happen: async (now: Date) => {
      const stored = await getWorkshop(world.db, workshop.id)
      const meetingId = stored?.meetings[nth]?.id
      if (!meetingId) throw new Error('the meeting has vanished')
      const entries = (await listAttendance(world.db, meetingId)).map((attendee) =>
        entryFor(world, attendee, meeting.units),
      )
      if (entries.length > 0)
        await expectOk(recordAttendance(world.db, { meetingId, entries, by: trainer }, now))
    },
  }))
}

function entryFor(
  { chance, people }: DemoWorld,
  { enrolmentId, personId }: Attendee,
  units: number,
): AttendanceEntry {
  const drawn = chance.next()
  const status = KEEN.some((mailbox) => people.idOf(mailbox) === personId)
    ? 'present'
    : statusFor(drawn, units)
  return { enrolmentId, status, units: status === 'partial' ? Math.max(1, units - chance.whole(1, 3)) : null }
}

/** Most are there; a few come late, excuse themselves, or do neither. */
function statusFor(drawn: number, units: number): AttendanceStatus {
  if (drawn < 0.85) return 'present'
  if (drawn < 0.9) return units > 1 ? 'partial' : 'present'
  return drawn < 0.97 ? 'excused' : 'absent'
}

/** In the demo every command must succeed: what is refused is a mistake of the demo. */
export async function expectOk(result: Promise<{ ok: boolean; refusal?: unknown }>): Promise<void> {
  const { ok, refusal } = await result
  if (!ok) throw new Error(`the demo district was refused: ${String(refusal)}`)
}
