// Passports as plain data: ready to be laid out.

import type { Piece } from '#app/domain/word-difference.ts'

export type ListedPassport = {
  key: string
  title: string
  version: number
  validFrom: string
  /** "Anteil in Prozent, am Stichtag" */
  kind: string
  direction: string
  responsible: string
  /** The version that is entered already and holds from a later day. */
  upcoming: { version: number; validFrom: string } | null
}

/** Before and after, in pieces of which some stand on one side alone; `part` says what of the passport it is. */
export type ShownDifference = { part: string; before: Piece[]; now: Piece[] }

/** A released report that counted by a version. 'released': it was read from releases, not counted. */
export type ShownCount = {
  number: number
  cutOff: string
  state: 'same' | 'changed' | 'unrecorded' | 'gone' | 'released'
}

export type ShownVersion = {
  version: number
  validFrom: string
  /** Its last day; null for the latest one. */
  validUntil: string | null
  state: 'in-force' | 'upcoming' | 'replaced'
  reason: string | null
  resolution: string | null
  recordedAt: Date | null
  differences: ShownDifference[]
  counts: ShownCount[]
  /** Everything that it says, in the words of the book. */
  facts: [string, string][]
}

export type ShownPassport = {
  key: string
  title: string
  /** Latest first. */
  versions: ShownVersion[]
}
