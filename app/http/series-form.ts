// The form of a series: a workshop, a rule, and the days that follow from it as rows ('date0', 'take0', 'row0', …).

import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { BlockedDay } from '#app/domain/blocked-period.ts'
import { addDays, dayOf, daysBetween, timeOf, unitsBetween } from '#app/domain/calendar.ts'
import type { Holiday } from '#app/domain/holiday.ts'
import { displayName } from '#app/domain/person.ts'
import { isClosedDuring, overlap } from '#app/domain/room.ts'
import {
  FREQUENCIES,
  meetingOn,
  MOST_IN_SERIES,
  obstacleOn,
  recurringDays,
  shiftedDay,
  shiftedDeadline,
  type DatedMeeting,
  type SeriesRule,
} from '#app/domain/series.ts'
import { ENROL_DAYS_BEFORE, span, usualDeadline, WITHDRAW_DAYS_BEFORE } from '#app/domain/workshop.ts'
import { checkbox, oneOf, optionalDay, wholeNumber } from '#app/http/form.ts'
import { textIn, type Submitted } from '#app/http/meeting-form.ts'
import { blockedDays } from '#app/http/workshop-warnings.server.ts'
import { listRoomUses, listTrainerClashes } from '#db/bookings.ts'
import type { Db } from '#db/client.server.ts'
import { getRoom } from '#db/rooms.ts'
import type { WorkshopPlan } from '#db/workshop-plans.ts'

export const READINGS = ['each', 'one'] as const

export const SeriesFields = z.object({
  enrolment: oneOf(READINGS),
  frequency: oneOf(FREQUENCIES),
  every: wholeNumber(1, 52),
  count: z.union([z.literal('').transform(() => null), wholeNumber(1, MOST_IN_SERIES)]),
  until: optionalDay(),
  withoutWeekends: checkbox(),
})
export type SeriesRuleFields = z.output<typeof SeriesFields>

/** What the form of a series begins with. */
export const USUAL_SERIES = {
  enrolment: 'each',
  frequency: 'weekly',
  every: '1',
  count: '5',
  until: '',
  withoutWeekends: 'on',
}

type Titled = { title: { de: string; en: string | null }; startsAt: Date; endsAt: Date }
export type RowNote =
  | { kind: 'holiday'; holiday: Holiday }
  | { kind: 'weekend' | 'gap' | 'past' | 'closed' }
  | ({ kind: 'room' } & Titled)
  | ({ kind: 'trainer'; name: string } & Titled)
  | ({ kind: 'blocked' } & BlockedDay)

/** A day of the series, whether it is taken, and what speaks against it. */
export type SeriesRow = { id: string; day: string; isTaken: boolean; notes: RowNote[] }

/** What the rows follow from; when it is another than on the page, the rows are made anew. */
export function ruleKey(submitted: Submitted): string {
  const names = ['day0', 'frequency', 'every', 'count', 'until', 'withoutWeekends']
  return names.map((name) => textIn(submitted, name)).join(' ')
}

/** The rows that follow from the rule: what something speaks against is not taken. */
export async function newRows(
  db: Db,
  plan: WorkshopPlan,
  rule: SeriesRuleFields,
  now: Date,
): Promise<SeriesRow[]> {
  const days = recurringDays(dayOf(span(plan.meetings).startsAt), ruleOf(rule))
  const notes = await notesOn(db, plan, days, rule.withoutWeekends, now)
  return days.map((day) => {
    const against = notes.get(day) ?? []
    return { id: randomUUID(), day, notes: against, isTaken: against.every(isOnlySaid) }
  })
}

/** What the planner may know better about; a room that is taken is no such thing. */
const isOnlySaid = ({ kind }: RowNote) => kind === 'trainer' || kind === 'blocked'

const ruleOf = ({ frequency, every, until, count }: SeriesRuleFields): SeriesRule => ({
  ...{ frequency, every, until, count },
})

/** The rows as they were sent, with what speaks against each day now. */
export async function sentRows(
  db: Db,
  plan: WorkshopPlan,
  submitted: Submitted,
  now: Date,
): Promise<SeriesRow[]> {
  const rows = Array.from({ length: MOST_IN_SERIES }, (_, nth) => ({
    id: textIn(submitted, `row${nth}`),
    day: textIn(submitted, `date${nth}`),
    isTaken: textIn(submitted, `take${nth}`) === 'on',
  })).filter(({ id }) => id !== '')
  const days = rows.map(({ day }) => day).filter((day) => /^\d{4}-\d\d-\d\d$/.test(day))
  const notes = await notesOn(db, plan, days, false, now)
  return rows.map((row) => ({ ...row, notes: notes.get(row.day) ?? [] }))
}

/** The fields of the rows, for the form to show. */
export function rowValues(rows: readonly SeriesRow[]): Submitted {
  return Object.fromEntries(
    rows.flatMap(({ day, isTaken }, nth) => [
      [`date${nth}`, day],
      [`take${nth}`, isTaken ? 'on' : ''],
    ]),
  )
}

async function notesOn(
  db: Db,
  plan: WorkshopPlan,
  days: readonly string[],
  withoutWeekends: boolean,
  now: Date,
): Promise<Map<string, RowNote[]>> {
  const dated = days.flatMap((day) => {
    const meeting = onDay(plan, day)
    return typeof meeting === 'string' ? [] : [{ day, meeting }]
  })
  const meetings = dated.map(({ meeting }) => meeting)
  const room = plan.roomId ? await getRoom(db, plan.roomId) : undefined
  const uses = room && meetings.length > 0 ? await listRoomUses(db, span(meetings)) : []
  const clashes = await listTrainerClashes(db, plan.trainerIds, meetings, [])
  const blocked = await blockedDays(db, meetings)
  return new Map(
    days.map((day): [string, RowNote[]] => {
      const obstacle = obstacleOn(day, withoutWeekends)
      const meeting = dated.find((one) => one.day === day)?.meeting
      const notes: RowNote[] = obstacle ? [obstacle] : []
      if (!meeting) return [day, [...notes, { kind: 'gap' }]]
      if (meeting.startsAt <= now) notes.push({ kind: 'past' })
      if (room && isClosedDuring(room, meeting)) notes.push({ kind: 'closed' })
      const taken = uses.filter((use) => use.roomId === room?.id && overlap(use, meeting))
      const elsewhere = clashes.filter((clash) => overlap(clash, meeting))
      return [
        day,
        [
          ...notes,
          ...taken.map((use) => ({ kind: 'room' as const, ...titled(use) })),
          ...elsewhere.map((one) => ({ kind: 'trainer' as const, name: displayName(one), ...titled(one) })),
          ...blocked.filter((one) => one.day === day).map((one) => ({ kind: 'blocked' as const, ...one })),
        ],
      ]
    }),
  )
}

const titled = (use: { titleDe: string; titleEn: string | null; startsAt: Date; endsAt: Date }): Titled => ({
  title: { de: use.titleDe, en: use.titleEn },
  startsAt: use.startsAt,
  endsAt: use.endsAt,
})

/** The first meeting of the plan on another day, at the same wall times. */
export function onDay(plan: WorkshopPlan, day: string): DatedMeeting | string {
  const [first] = plan.meetings
  if (!first) return 'no-meeting'
  return moved(first, day)
}

function moved(first: DatedMeeting, day: string): DatedMeeting | string {
  const times = { start: timeOf(first.startsAt), end: timeOf(first.endsAt) }
  const isUsual = first.units === unitsBetween(first.startsAt, first.endsAt)
  return meetingOn(day, times, isUsual ? null : first.units)
}

/** The plan for another first day: deadlines that somebody set keep their distance, the others are the usual ones. */
export function planFor(
  plan: WorkshopPlan,
  meetings: readonly DatedMeeting[],
  submitted: Submitted,
  now: Date,
): WorkshopPlan {
  const [before, startsAt] = [span(plan.meetings).startsAt, span(meetings).startsAt]
  const deadline = (name: 'enrolUntil' | 'withdrawUntil', daysBefore: number) =>
    textIn(submitted, name) === ''
      ? usualDeadline(startsAt, daysBefore, now)
      : shiftedDeadline(plan[name], before, startsAt)
  const days = daysBetween(dayOf(before), dayOf(startsAt))
  return {
    ...plan,
    meetings: meetings.map((meeting) => ({ ...meeting, id: null })),
    enrolUntil: deadline('enrolUntil', ENROL_DAYS_BEFORE),
    withdrawUntil: deadline('withdrawUntil', WITHDRAW_DAYS_BEFORE),
    decideOn: plan.decideOn ? addDays(plan.decideOn, days) : null,
    enrolFrom: plan.enrolFrom ? shiftedDay(plan.enrolFrom, days) : null,
    quotaUntil: plan.quotaUntil ? shiftedDay(plan.quotaUntil, days) : null,
  }
}
