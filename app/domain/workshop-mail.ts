// Which mails go out by themselves around a workshop, and when. Computed, never stored.

import { addDays, dayOf, startOfDay } from '#app/domain/calendar.ts'
import { morningOf } from '#app/domain/mail-preference.ts'
import { decisionDay, viabilityOf } from '#app/domain/minimum.ts'

export type ReminderSettings = { remindThreeDaysBefore: boolean; remindDayBefore: boolean }
export type Reminder = { days: 3 | 1; at: Date }

/** The mornings on which people are reminded of a workshop, the earlier one first. */
export function remindersOf(startsAt: Date, settings: ReminderSettings): Reminder[] {
  const before = ([3, 1] as const).filter((days) =>
    days === 3 ? settings.remindThreeDaysBefore : settings.remindDayBefore,
  )
  return before.map((days) => ({ days, at: morningOf(addDays(dayOf(startsAt), -days)) }))
}

/** The reminder whose time has come: after a standstill the latest one alone, and none once the workshop has begun. */
export function reminderDue(startsAt: Date, settings: ReminderSettings, now: Date): Reminder | undefined {
  if (now >= startsAt) return undefined
  return remindersOf(startsAt, settings).findLast(({ at }) => at <= now)
}

/** The office hears of a list that nobody has finished when its trainers have had these days. */
const OFFICE_AFTER_DAYS = 3
/** Whoever has not written a list in two weeks will not do so for another mail. */
const GIVEN_UP_AFTER_DAYS = 14

/** When an unfinished list is asked for: of the trainers the morning after, of the office later, and then no more. */
export function listReminders(endsAt: Date): { trainersAt: Date; officeAt: Date; endsAt: Date } {
  const day = dayOf(endsAt)
  return {
    trainersAt: morningOf(addDays(day, 1)),
    officeAt: morningOf(addDays(day, OFFICE_AFTER_DAYS)),
    endsAt: startOfDay(addDays(day, GIVEN_UP_AFTER_DAYS + 1)),
  }
}

export type PlannedMail = {
  kind:
    | 'reminder-3'
    | 'reminder-1'
    | 'offer-ends'
    | 'approval-reminder'
    | 'approval-ends'
    | 'decision'
    | 'roll-call'
    | 'list-unfinished'
    | 'list-overdue'
    | 'evaluation'
    | 'certificate'
  /** Null when it hangs on what somebody does. */
  at: Date | null
  /** How many people, requests or offers it is about now; null where that is not to be said. */
  count: number | null
}

type Facts = Parameters<typeof viabilityOf>[0] & {
  meetings: readonly { id: string; endsAt: Date }[]
  trainers: number
  confirmed: number
  /** Seats that are taken, those that wait for an answer included. */
  taken: number
  /** Until when each offered place is kept. */
  offers: readonly Date[]
  /** Each request that waits for approval; `remindAt` is null when it was reminded of. */
  approvals: readonly { remindAt: Date | null; decideUntil: Date }[]
  /** The meetings that have begun and whose list has gaps. */
  unwritten: readonly string[]
  /** Whether those who were there are still to be asked. */
  asksLater: boolean
  /** Whether somebody has a place and neither a certificate nor a word that there is none. */
  certificatesOpen: boolean
}

/** What will go out, in order of time; what has no time of its own comes last. */
export function plannedMails(facts: Facts, settings: ReminderSettings, now: Date): PlannedMail[] {
  if (facts.calledOffAt) return []
  const dated = [
    ...remindersIn(facts, settings),
    ...together('offer-ends', facts.offers),
    ...approvalsIn(facts),
    ...decisionIn(facts, now),
    ...listsIn(facts, now),
  ]
    .filter(({ at }) => at !== null && at > now)
    .sort((a, b) => (a.at?.getTime() ?? 0) - (b.at?.getTime() ?? 0))
  if (facts.asksLater) dated.push({ kind: 'evaluation', at: null, count: null })
  if (facts.certificatesOpen) dated.push({ kind: 'certificate', at: null, count: null })
  return dated
}

function remindersIn({ startsAt, confirmed }: Facts, settings: ReminderSettings): PlannedMail[] {
  return remindersOf(startsAt, settings).map(({ days, at }) => ({
    kind: days === 3 ? 'reminder-3' : 'reminder-1',
    at,
    count: confirmed,
  }))
}

/** One line for each moment, with how many fall on it. */
function together(kind: PlannedMail['kind'], moments: readonly Date[]): PlannedMail[] {
  return [...new Set(moments.map((moment) => moment.getTime()))].map((time) => ({
    kind,
    at: new Date(time),
    count: moments.filter((moment) => moment.getTime() === time).length,
  }))
}

/** Silence decides at the start at the latest, also where the workshop was moved forward. */
function approvalsIn({ approvals, startsAt }: Facts): PlannedMail[] {
  const ends = approvals.map(({ decideUntil }) => (decideUntil < startsAt ? decideUntil : startsAt))
  return [
    ...together(
      'approval-reminder',
      approvals.flatMap(({ remindAt }) => remindAt ?? []),
    ),
    ...together('approval-ends', ends),
  ]
}

/** Only while there are too few: with enough people there is nothing to decide. */
function decisionIn(facts: Facts, now: Date): PlannedMail[] {
  if (viabilityOf(facts, facts.taken, now) !== 'short') return []
  return [{ kind: 'decision', at: startOfDay(decisionDay(facts)), count: null }]
}

/** Of a list that is finished nobody is reminded; one that has not begun may still be forgotten. */
function listsIn({ meetings, trainers, unwritten }: Facts, now: Date): PlannedMail[] {
  const open = meetings.filter(({ id, endsAt }) => endsAt > now || unwritten.includes(id))
  return open.flatMap(({ endsAt }): PlannedMail[] => [
    { kind: 'roll-call', at: endsAt, count: trainers },
    { kind: 'list-unfinished', at: listReminders(endsAt).trainersAt, count: trainers },
    { kind: 'list-overdue', at: listReminders(endsAt).officeAt, count: null },
  ])
}
