// What is overdue beyond single workshops; app/http/overview.server.ts collects it, the overview says it.

import type { IndicatorKey, PhaseKey } from '#app/domain/indicator.ts'

/** One thing that the committee has to resolve or the office to bring before it, with the page where that is done. */
export type OverdueItem = { href: string } & (
  | { kind: 'target'; indicator: IndicatorKey; phase: PhaseKey; proposed: boolean; since: string }
  | { kind: 'end-pilot'; since: string }
  | { kind: 'set-rhythm' }
  | { kind: 'prepare-report'; cutOff: string }
  | { kind: 'release-report'; number: number }
)
