// What may wait for somebody; app/http/todos.server.ts collects it, the list on the first page says it.

import type { RoundKind } from '#app/domain/evaluation.ts'

type Title = { de: string; en: string | null }

/** One thing that waits for somebody, with the page on which it is done. */
export type Todo = { href: string } & (
  | { kind: 'offer'; title: Title; until: Date }
  | { kind: 'answer'; round: RoundKind; title: Title; closesOn: string }
  | { kind: 'roll-call'; title: Title; startsAt: Date; missing: number }
  | { kind: 'decide'; title: Title; startsAt: Date; taken: number; minimum: number }
  | { kind: 'proofs'; count: number }
  | { kind: 'questions'; title: Title; count: number }
  | { kind: 'objection'; title: Title; startsAt: Date }
  | { kind: 'walk-ins'; count: number }
  | { kind: 'requests'; count: number }
  | { kind: 'approvals'; organisation: string; count: number; reminded: boolean }
  | { kind: 'failed-mails'; count: number }
  | { kind: 'count-round' | 'release-round' | 'open-round'; title: Title }
  | { kind: 'set-schedule' }
  | { kind: 'prepare-key' | 'open-urn'; title: Title }
  | { kind: 'prepare-report'; cutOff: string }
  | { kind: 'release-report'; number: number }
)
