// Organisations: only municipalities have an AGS and count in indicator 1; they come, merge and go.

import { addDays } from '#app/domain/calendar.ts'
import type { EnrolmentStatus } from '#app/domain/enrolment.ts'

export const ORGANISATION_KINDS = ['municipality', 'county', 'association', 'external'] as const
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number]

export const AGREEMENT_KINDS = ['task-transfer', 'data-protection', 'staff-council'] as const
export type AgreementKind = (typeof AGREEMENT_KINDS)[number]

export const AGREEMENT_STATES = ['open', 'in-progress', 'signed', 'not-needed'] as const
export type AgreementState = (typeof AGREEMENT_STATES)[number]

type Period = { fromDate: string; untilDate: string | null }

/** Whether a dated row counts on this day; both ends are included. */
export function holdsOn(period: Period, day: string): boolean {
  return period.fromDate <= day && (period.untilDate === null || period.untilDate >= day)
}

/** Whether two periods have a day in common. */
export function overlaps(a: Period, b: Period): boolean {
  return (
    (b.untilDate === null || a.fromDate <= b.untilDate) && (a.untilDate === null || b.fromDate <= a.untilDate)
  )
}

/** The day of which the form of an association shows whom it serves: today, or the first of one that is still to come. */
export function boxesShownOn({ validFrom }: { validFrom: string }, today: string): string {
  return validFrom > today ? validFrom : today
}

type Change = {
  fromDate: string
  holds: boolean
  /** What begins later than this day was planned: it stays, or begins with the change. */
  plannedAfter: string
}

/** Periods of one thing, in their order, once it holds from a day on, or does so no longer. Before that day nothing changes. */
export function changedFrom(
  periods: readonly Period[],
  { fromDate, holds, plannedAfter }: Change,
): Pick<Period, 'fromDate' | 'untilDate'>[] {
  const dayBefore = addDays(fromDate, -1)
  const past = periods
    .filter((period) => period.fromDate < fromDate)
    .map(({ fromDate, untilDate }) => ({
      fromDate,
      untilDate: untilDate !== null && untilDate < dayBefore ? untilDate : dayBefore,
    }))
  const planned = periods
    .filter((period) => period.fromDate >= fromDate && period.fromDate > plannedAfter)
    .map(({ fromDate, untilDate }) => ({ fromDate, untilDate }))
  if (!holds) return [...past, ...planned]
  // Without a day in between it is one period, so that a box unticked by mistake leaves no trace.
  const isOne = past.at(-1)?.untilDate === dayBefore
  const begin = (isOne && past.pop()?.fromDate) || fromDate
  return [...past, { fromDate: begin, untilDate: planned.at(-1)?.untilDate ?? null }]
}

export type ParticipationRefusal = 'ends-before-start' | 'overlaps'

/** What speaks against a period of participation; on no day may an organisation take part twice. */
export function participationRefusal(period: Period, others: readonly Period[]): ParticipationRefusal | null {
  if (period.untilDate !== null && period.untilDate < period.fromDate) return 'ends-before-start'
  return others.some((other) => overlaps(period, other)) ? 'overlaps' : null
}

/** The enrolments of a town as its training officer reads them, on the page and in the monthly mail alike. */
export function inTown<Line extends { status: EnrolmentStatus }>(enrolments: readonly Line[]) {
  const those = (...statuses: EnrolmentStatus[]) =>
    enrolments.filter(({ status }) => statuses.includes(status))
  return {
    toAnswer: those('offered', 'requested'),
    going: those('confirmed', 'approved'),
    waiting: those('waiting'),
    notComing: those('declined', 'lapsed', 'rejected'),
  }
}
