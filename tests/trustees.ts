// Rounds that two trustees hold, for tests.

import { createHash, randomUUID } from 'node:crypto'
import type { TrusteePart } from '#app/domain/trustee.ts'
import { confirmSheet, rehearse, setPassphrase } from '#db/key-halves.ts'
import { addRound } from '#db/rounds.ts'
import { keyFromRecoveryCode } from '#db/trustee-keys.ts'
import { nameTrustees } from '#db/trustees.ts'
import { db } from '#tests/database.ts'
import { aPerson, NOW } from '#tests/factories.ts'
import { centreMeans, wrappingKey } from '#tests/urn.ts'

/** In place of the slow function: tests need many keys. */
export const keyOf = (passphrase: string) => createHash('sha256').update(passphrase).digest()

export const PASSPHRASES = { coordination: 'Rote Fische im Nebel', oversight: 'Blaue Ziegel am Deich' }
export const SHEETS = { coordination: 'sheet of the coordination', oversight: 'sheet of the council' }

export type TrusteeRound = { roundId: string; people: Record<TrusteePart, { id: string; email: string }> }

/** Planned for the day of `NOW`, with two people named and nothing set up. */
export async function aRoundWithTrustees(): Promise<TrusteeRound> {
  const people = {
    coordination: await aPerson({ roles: ['coordinator'] }),
    oversight: await aPerson({ roles: ['staffCouncil'] }),
  }
  const roundId = randomUUID()
  const plan = {
    id: roundId,
    kind: 'competence-centre' as const,
    title: 'Bewertung der IT-Kompetenzstelle',
    opensOn: '2026-03-11',
    closesOn: '2026-03-25',
    minimum: 5,
    by: null,
  }
  // Rounds of the tests before, with other people registered, shall not stand beside this one.
  await db
    .updateTable('evaluationRound')
    .set({ opensOn: '2024-03-11' })
    .where('kind', '=', 'competence-centre')
    .where('openedAt', 'is not', null)
    .execute()
  const added = await addRound(db, plan, centreMeans, NOW)
  if (!added.ok) throw new Error(added.refusal)
  const ids = { coordination: people.coordination.id, oversight: people.oversight.id }
  await nameTrustees(db, { roundId, people: ids, by: ids.coordination }, NOW)
  return { roundId, people }
}

export function actingIn({ roundId, people }: TrusteeRound, part: TrusteePart) {
  return { roundId, part, by: people[part].id }
}

export function setUp(round: TrusteeRound, part: TrusteePart, passphrase = PASSPHRASES[part]) {
  const sheet = keyFromRecoveryCode(SHEETS[part])
  return setPassphrase(
    db,
    actingIn(round, part),
    { passphrase: keyOf(passphrase), sheet, wrapping: wrappingKey },
    NOW,
  )
}

export function confirm(round: TrusteeRound, part: TrusteePart, code = SHEETS[part]) {
  return confirmSheet(db, actingIn(round, part), keyFromRecoveryCode(code), wrappingKey, NOW)
}

export function tryOut(round: TrusteeRound, part: TrusteePart, passphrase = PASSPHRASES[part]) {
  return rehearse(db, actingIn(round, part), keyOf(passphrase), wrappingKey, NOW)
}

/** Everything that has to be done before a round may open. */
export async function prepare(round: TrusteeRound): Promise<void> {
  for (const part of ['coordination', 'oversight'] as const) {
    await setUp(round, part)
    await confirm(round, part)
  }
  for (const part of ['coordination', 'oversight'] as const) await tryOut(round, part)
}
