// Rounds that only two trustees together can open: who may be one, and how far both are.

import type { Role } from '#app/domain/policy.ts'

/** Who holds the key of a round: the server with ROUND_KEY, or two trustees with their passphrases. */
export const KEY_HOLDERS = ['server', 'trustees'] as const
export type KeyHolder = (typeof KEY_HOLDERS)[number]

/** One half of the key lies with those who run the round, the other with those who watch over it. */
export const TRUSTEE_PARTS = ['coordination', 'oversight'] as const
export type TrusteePart = (typeof TRUSTEE_PARTS)[number]

/** Whose offices may take a part, and stand in with the recovery sheet when a trustee is no longer there. */
export const TRUSTEE_ROLES = {
  coordination: ['coordinator'],
  oversight: ['staffCouncil', 'dataProtection'],
} as const satisfies Record<TrusteePart, readonly Role[]>

export function otherPart(part: TrusteePart): TrusteePart {
  return part === 'coordination' ? 'oversight' : 'coordination'
}

/** How long half of the key waits, sealed for the other trustee, before it is forgotten. */
export const HANDED_OVER_DAYS = 7

/** How long trustees may leave a round that is over uncounted, in days after its last day. */
export const TRUSTEES_HAVE_DAYS = 90

export type Trustee = {
  part: TrusteePart
  /** The account is shut, or the person holds the office no more for which they were named. */
  hasLeft: boolean
  hasPassphrase: boolean
  sheetConfirmedAt: Date | null
  rehearsedAt: Date | null
  handedAt: Date | null
}

export const TRUSTEE_STEPS = ['passphrase', 'sheet', 'wait-for-other', 'rehearsal', 'ready'] as const
export type TrusteeStep = (typeof TRUSTEE_STEPS)[number]

/** What a trustee has to do next before the round may open. */
export function trusteeStep(trustee: Trustee, other: Trustee | undefined): TrusteeStep {
  if (!trustee.hasPassphrase) return 'passphrase'
  if (!trustee.sheetConfirmedAt) return 'sheet'
  if (!other?.hasPassphrase) return 'wait-for-other'
  return trustee.rehearsedAt ? 'ready' : 'rehearsal'
}

/** Whether a round may open: both have rehearsed and typed their sheet in once, and both still hold their office. */
export function areReady(trustees: readonly Trustee[]): boolean {
  return (
    trustees.length === TRUSTEE_PARTS.length &&
    trustees.every(
      (one) => !one.hasLeft && one.hasPassphrase && one.sheetConfirmedAt !== null && one.rehearsedAt !== null,
    )
  )
}

/** Whether half of the key lies there for the other trustee. */
export function hasHandedOver({ handedAt }: { handedAt: Date | null }, now: Date): boolean {
  return handedAt !== null && handedAt > handedOverSince(now)
}

const HANDED_OVER_MILLISECONDS = HANDED_OVER_DAYS * 86_400_000

/** What was handed over at this moment or before has lapsed. */
export function handedOverSince(now: Date): Date {
  return new Date(now.getTime() - HANDED_OVER_MILLISECONDS)
}

/** When what was handed over at this moment lapses. */
export function handedOverUntil(handedAt: Date): Date {
  return new Date(handedAt.getTime() + HANDED_OVER_MILLISECONDS)
}
