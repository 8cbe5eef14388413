// Which mails go out by themselves around a workshop, and when. Computed, never stored.

import { addDays, dayOf } from '#app/domain/calendar.ts'
import { morningOf } from '#app/domain/mail-preference.ts'

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

export type PlannedMail = {
  kind: 'reminder-3' | 'reminder-1' | 'offer-ends' | 'roll-call' | 'evaluation'
  /** Null when it hangs on what somebody does. */
  at: Date | null
  /** How many people it would go to now; null where that is not to be said. */
  count: number | null
}

type Facts = {
  startsAt: Date
  calledOffAt: Date | null
  meetings: readonly { endsAt: Date }[]
  trainers: number
  confirmed: number
  /** Until when each offered place is kept. */
  offers: readonly Date[]
  /** Whether those who were there are still to be asked. */
  asksLater: boolean
}

/** What will go out, in order of time; what has no time of its own comes last. */
export function plannedMails(facts: Facts, settings: ReminderSettings, now: Date): PlannedMail[] {
  if (facts.calledOffAt) return []
  const reminders = remindersOf(facts.startsAt, settings).map(({ days, at }): PlannedMail => ({
    kind: days === 3 ? 'reminder-3' : 'reminder-1',
    at,
    count: facts.confirmed,
  }))
  const ends = [...new Set(facts.offers.map((until) => until.getTime()))]
  const offers = ends.map((end): PlannedMail => ({
    kind: 'offer-ends',
    at: new Date(end),
    count: facts.offers.filter((until) => until.getTime() === end).length,
  }))
  const lists = facts.meetings.map(({ endsAt }): PlannedMail => ({
    kind: 'roll-call',
    at: endsAt,
    count: facts.trainers,
  }))
  const dated = [...reminders, ...offers, ...lists]
    .filter(({ at }) => at !== null && at > now)
    .sort((a, b) => (a.at?.getTime() ?? 0) - (b.at?.getTime() ?? 0))
  return facts.asksLater ? [...dated, { kind: 'evaluation', at: null, count: null }] : dated
}
