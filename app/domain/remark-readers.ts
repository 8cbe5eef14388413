// Who reads the released remarks of a round. It is promised before the first question, so from then on it only gets fewer.

import { mayRateOffice } from '#app/domain/disclosure.ts'
import type { RoundKind } from '#app/domain/evaluation.ts'

/**
 * Each includes those before it. `offices`: coordination, staff council and data protection, and for feedback on workshops
 * the trainers. `report`: the remarks stand in the report to the steering committee too, and in the data attached to it.
 */
export const REMARK_READERS = ['offices', 'committee', 'report'] as const
export type RemarkReaders = (typeof REMARK_READERS)[number]

/**
 * The fewest, also where the schedule plans a round: more readers are somebody's decision, never what happens when nobody
 * decides (Article 25 GDPR).
 */
export const FEWEST_READERS: RemarkReaders = 'offices'

/** What can be promised in a round of this kind: only those about the competence centre are in the report. */
export const READERS_FOR = {
  workshop: ['offices'],
  transfer: ['offices'],
  'competence-centre': REMARK_READERS,
  needs: ['offices', 'committee'],
  free: ['offices', 'committee'],
} as const satisfies Record<RoundKind, readonly RemarkReaders[]>

export type ReadersRefusal =
  'readers-not-of-kind' | 'readers-of-nothing' | 'readers-only-fewer' | 'readers-rate-you'

type Round = {
  kind: RoundKind
  remarkReaders: RemarkReaders
  openedAt: Date | null
  givenUpAt: Date | null
}

/**
 * Why these cannot become the readers, or null when they can. Until a round begins nobody has been promised anything.
 * Afterwards only fewer may read, and whoever is rated does not decide what others learn of it.
 */
export function readersRefusal(
  round: Round,
  readers: RemarkReaders,
  person: { roles: readonly string[] },
): ReadersRefusal | null {
  const offered: readonly RemarkReaders[] = READERS_FOR[round.kind]
  if (!offered.includes(readers)) return 'readers-not-of-kind'
  if (round.givenUpAt) return 'readers-of-nothing'
  if (!round.openedAt) return null
  if (mayRateOffice(round.kind) && person.roles.includes('coordinator')) return 'readers-rate-you'
  return areFewer(readers, round.remarkReaders) ? null : 'readers-only-fewer'
}

function areFewer(readers: RemarkReaders, than: RemarkReaders): boolean {
  return REMARK_READERS.indexOf(readers) < REMARK_READERS.indexOf(than)
}

/** Who could become the readers in place of those of now, by this person. */
export function readersToChoose(round: Round, person: { roles: readonly string[] }): RemarkReaders[] {
  return READERS_FOR[round.kind].filter(
    (readers) => readers !== round.remarkReaders && readersRefusal(round, readers, person) === null,
  )
}
