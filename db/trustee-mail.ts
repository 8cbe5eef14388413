import { addDays, dayOf, daysBetween } from '#app/domain/calendar.ts'
import { displayName } from '#app/domain/person.ts'
import { handedOverUntil, trusteeStep, type TrusteePart } from '#app/domain/trustee.ts'
import type { Db, Trx } from '#db/client.server.ts'
import { listUrns } from '#db/evaluations.ts'
import { post } from '#db/outbox.ts'
import { listTrustees, type TrusteeView } from '#db/trustee-lists.ts'

type Half = { roundId: string; part: TrusteePart }

/**
 * Writes to a trustee that it is their turn; nothing to an account that is shut. `occasion` is what it is about: the
 * same is said once.
 */
export async function writeToTrustee(
  trx: Trx,
  kind: 'trustee-named' | 'trustee-wanted' | 'trustee-count',
  { roundId, part, occasion, handedUntil = null }: Half & { occasion: string; handedUntil?: string | null },
  now: Date,
): Promise<void> {
  const row = await trx
    .selectFrom('trustee')
    .innerJoin('person', 'person.id', 'trustee.personId')
    .innerJoin('evaluationRound as round', 'round.id', 'trustee.roundId')
    .select(['person.id', 'person.email', 'person.locale', 'person.givenName', 'person.familyName'])
    .select(['round.title', 'round.opensOn', 'round.closesOn'])
    .where('trustee.roundId', '=', roundId)
    .where('trustee.part', '=', part)
    .where('person.disabledAt', 'is', null)
    .executeTakeFirst()
  if (!row) return
  const to = { personId: row.id, address: row.email, locale: row.locale }
  const { title, opensOn } = row
  const half = { roundId, part, title, opensOn, closesOn: row.closesOn ?? opensOn }
  const data = { name: displayName(row), ...half, handedUntil }
  await post(trx, to, kind, `${roundId}:${part}:${occasion}`, data, now)
}

/** So early before the first day whoever is not ready is asked again. */
const ASKED_DAYS_BEFORE = 3
/** So often, in days, a round that is over asks once more. */
const ASKS_AGAIN_AFTER = 30

/**
 * Writes to trustees for whom a round waits: before it can begin, and after its last day. What was said is not said
 * again by running twice.
 */
export async function remindTrustees(db: Db, now: Date): Promise<void> {
  const today = dayOf(now)
  for (const { id, opensOn } of await listUnprepared(db, today)) {
    const occasion = opensOn <= today ? `${opensOn}:begun` : `${opensOn}:soon`
    const trustees = await listTrustees(db, id, now)
    const late = trustees.filter((one) => isWanted(one, trustees))
    await writeToAll(db, late, (trx, part) =>
      writeToTrustee(trx, 'trustee-wanted', { roundId: id, part, occasion }, now),
    )
  }
  const over = (await listUrns(db, now)).filter(
    ({ state, keyHolder }) => state === 'closed' && keyHolder === 'trustees',
  )
  for (const { id } of over) {
    const { closesOn, opensOn } = await roundOf(db, id)
    const times = Math.floor(daysBetween(closesOn ?? opensOn, today) / ASKS_AGAIN_AFTER)
    const waiting = (await listTrustees(db, id, now)).filter(({ handedAt }) => handedAt === null)
    const said = { roundId: id, occasion: `${closesOn}:${times}` }
    await writeToAll(db, waiting, (trx, part) => writeToTrustee(trx, 'trustee-count', { ...said, part }, now))
  }
}

function isWanted(one: TrusteeView, all: readonly TrusteeView[]): boolean {
  const step = trusteeStep(
    one,
    all.find(({ part }) => part !== one.part),
  )
  return step !== 'ready' && step !== 'wait-for-other'
}

async function writeToAll(
  db: Db,
  trustees: readonly TrusteeView[],
  write: (trx: Trx, part: TrusteePart) => Promise<void>,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    for (const { part } of trustees) await write(trx, part)
  })
}

function listUnprepared(db: Db, today: string): Promise<{ id: string; opensOn: string }[]> {
  return db
    .selectFrom('evaluationRound')
    .select(['id', 'opensOn'])
    .where('keyHolder', '=', 'trustees')
    .where('openedAt', 'is', null)
    .where('givenUpAt', 'is', null)
    .where('opensOn', '<=', addDays(today, ASKED_DAYS_BEFORE))
    .where('closesOn', '>=', today)
    .execute()
}

function roundOf(db: Db, id: string) {
  return db
    .selectFrom('evaluationRound')
    .select(['opensOn', 'closesOn'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}

/** The first of the two has opened: the other one has so long. */
export function tellOfHandOver(trx: Trx, half: Half, now: Date): Promise<void> {
  const handedUntil = handedOverUntil(now).toISOString()
  return writeToTrustee(
    trx,
    'trustee-count',
    { ...half, occasion: `handed:${now.toISOString()}`, handedUntil },
    now,
  )
}
