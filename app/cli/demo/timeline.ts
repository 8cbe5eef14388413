import { addDays, instantOf, weekday } from '#app/domain/calendar.ts'

/** Something that happened in the demo district at a moment in the past, done by the real command. */
export type Happening = { at: Date; happen: (now: Date) => Promise<void> }

/** Runs everything in the order in which it happened. */
export async function liveThrough(happenings: readonly Happening[]): Promise<void> {
  const inOrder = [...happenings].sort((a, b) => a.at.getTime() - b.at.getTime())
  for (const { at, happen } of inOrder) await happen(at)
}

/** A moment in Berlin; the times of the demo avoid the hours in which the clocks change. */
export function momentOf(day: string, time: string): Date {
  const wall = instantOf(day, time)
  if (!wall.ok) throw new Error(`no such time: ${day} ${time}`)
  return wall.instant
}

const SATURDAY = 6

/** The day itself, or the Monday after a weekend. */
export function workday(day: string): string {
  return weekday(day) < SATURDAY ? day : workday(addDays(day, 1))
}

const DAY_MILLISECONDS = 86_400_000

export function daysBefore(moment: Date, days: number): Date {
  return new Date(moment.getTime() - days * DAY_MILLISECONDS)
}

export function daysAfter(moment: Date, days: number): Date {
  return daysBefore(moment, -days)
}
