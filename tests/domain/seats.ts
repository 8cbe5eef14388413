// Rules and people for tests of the queue: a test names only what it is about.

import type { Applicant, SeatRules } from '#app/domain/queue.ts'

export const START = new Date('2026-04-01T07:00:00Z')
export const hoursBefore = (hours: number) => new Date(START.getTime() - hours * 3_600_000)
export const daysBefore = (days: number) => hoursBefore(24 * days)
/** Long enough before for everything that depends on the start. */
export const EARLY = daysBefore(21)

export function seatRules(given: Partial<SeatRules> = {}): SeatRules {
  return {
    capacity: 2,
    onlineCapacity: null,
    quota: null,
    quotaUntil: null,
    promoteUntilHours: 48,
    offerHours: 24,
    startsAt: START,
    calledOffAt: null,
    ...given,
  }
}

export function anApplicant(given: Partial<Applicant> = {}): Applicant {
  return { organisationId: 'a town', wish: 'room', enrolsThemselves: true, ...given }
}
