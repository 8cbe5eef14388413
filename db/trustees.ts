import { randomBytes } from 'node:crypto'
import { isPooled } from '#app/domain/evaluation.ts'
import { TRUSTEE_PARTS, type TrusteePart } from '#app/domain/trustee.ts'
import { audit } from '#db/audit.ts'
import type { Db } from '#db/client.server.ts'
import { lockRound, type LockedRound } from '#db/rounds.ts'
import { newRoundKey } from '#db/seal.ts'
import { writeToTrustee } from '#db/trustee-mail.ts'

const SALT_BYTES = 16

export type NameRefusal = 'not-found' | 'has-begun' | 'same-person' | 'for-workshops'
export type NameResult = { ok: true } | { ok: false; refusal: NameRefusal }

/**
 * Gives the key of a planned round into the hands of two people. Whatever was set up before is void. Who may be one is
 * for the route to say.
 */
export function nameTrustees(
  db: Db,
  { roundId, people, by }: { roundId: string; people: Record<TrusteePart, string>; by: string },
  now: Date,
): Promise<NameResult> {
  return db.transaction().execute(async (trx) => {
    const round = await lockRound(trx, roundId)
    const refusal = nameRefusal(round)
    if (refusal) return { ok: false, refusal }
    if (people.coordination === people.oversight) return { ok: false, refusal: 'same-person' }
    await trx.deleteFrom('trustee').where('roundId', '=', roundId).execute()
    await trx.deleteFrom('roundKey').where('roundId', '=', roundId).execute()
    await trx
      .updateTable('evaluationRound')
      .set({ keyHolder: 'trustees' })
      .where('id', '=', roundId)
      .execute()
    const rows = TRUSTEE_PARTS.map((part) => ({
      ...{ roundId, part, personId: people[part], namedAt: now, salt: randomBytes(SALT_BYTES) },
    }))
    await trx.insertInto('trustee').values(rows).execute()
    for (const part of TRUSTEE_PARTS) {
      await writeToTrustee(trx, 'trustee-named', { roundId, part, occasion: now.toISOString() }, now)
    }
    await audit(trx, by, 'evaluation:manage', roundId, now, { step: 'name-trustees' })
    return { ok: true }
  })
}

/** Takes the key of a planned round back to the server; once a round has begun, nobody can. */
export function dismissTrustees(
  db: Db,
  { roundId, by }: { roundId: string; by: string },
  wrappingKey: Uint8Array,
  now: Date,
): Promise<NameResult> {
  return db.transaction().execute(async (trx) => {
    const round = await lockRound(trx, roundId)
    const refusal = nameRefusal(round)
    if (refusal) return { ok: false, refusal }
    const { publicKey, wrappedPrivateKey } = newRoundKey(wrappingKey, roundId)
    await trx.deleteFrom('trustee').where('roundId', '=', roundId).execute()
    await trx.deleteFrom('roundKey').where('roundId', '=', roundId).execute()
    await trx
      .updateTable('evaluationRound')
      .set({ keyHolder: 'server', publicKey })
      .where('id', '=', roundId)
      .execute()
    await trx.insertInto('roundKey').values({ roundId, wrappedPrivateKey }).execute()
    await audit(trx, by, 'evaluation:manage', roundId, now, { step: 'dismiss-trustees' })
    return { ok: true }
  })
}

function nameRefusal(round: LockedRound | undefined): NameRefusal | null {
  if (!round) return 'not-found'
  if (isPooled(round.kind)) return 'for-workshops'
  return round.openedAt || round.givenUpAt ? 'has-begun' : null
}
