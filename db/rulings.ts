import {
  isReading,
  unrulableBecause,
  UNRULED,
  type Ruling,
  type RulingEntry,
  type RulingRefusal,
  type Rulings,
  type RulingSubject,
} from '#app/domain/ruling.ts'
import { audit } from '#db/audit.ts'
import type { Db, Trx } from '#db/client.server.ts'
import type { Row } from '#db/schema.ts'

/** What holds now; a subject that nobody has spoken about is open. */
export async function getRulings(db: Db): Promise<Rulings> {
  const rows = await db
    .selectFrom('ruling')
    .distinctOn('subject')
    .select(['subject', 'state', 'value', 'resolution', 'decidedOn'])
    .orderBy('subject')
    .orderBy('position', 'desc')
    .execute()
  const reading = rows.find(({ subject }) => subject === 'reading')
  const rhythm = rows.find(({ subject }) => subject === 'rhythm')
  return {
    reading: reading ? stated(reading, isReading(reading.value) ? reading.value : null) : UNRULED.reading,
    rhythm: rhythm ? stated(rhythm, rhythm.value === null ? null : Number(rhythm.value)) : UNRULED.rhythm,
  }
}

type Stated = Pick<Row<'ruling'>, 'state' | 'resolution' | 'decidedOn'>

function stated<Value>({ state, resolution, decidedOn }: Stated, value: Value | null): Ruling<Value> {
  return { state, value, resolution, decidedOn }
}

/** Everything that was ever proposed, resolved or taken back, the latest first. */
export function listRulings(db: Db): Promise<Row<'ruling'>[]> {
  return db.selectFrom('ruling').selectAll().orderBy('position', 'desc').execute()
}

export type NewRuling = RulingEntry & {
  id: string
  subject: RulingSubject
  resolution: string | null
  decidedOn: string | null
  by: string
}
export type RulingResult = { ok: true } | { ok: false; refusal: RulingRefusal }

/** Puts on record what was proposed, resolved, or entered wrongly. Sent twice, it stands there once. */
export function recordRuling(db: Db, ruling: NewRuling, now: Date): Promise<RulingResult> {
  return db.transaction().execute(async (trx) => {
    // The schedule of evaluations and reports go by it: as with the days of the phases, they take turns.
    await trx.selectFrom('phase').select('key').orderBy('key').forUpdate().execute()
    return recordRulingIn(trx, ruling, now)
  })
}

/** The same inside a transaction that holds the phases. */
export async function recordRulingIn(
  trx: Trx,
  { by, ...ruling }: NewRuling,
  now: Date,
): Promise<RulingResult> {
  const { id, subject, state, value } = ruling
  const before = await trx.selectFrom('ruling').select('id').where('id', '=', id).executeTakeFirst()
  if (before) return { ok: true }
  const current = await trx
    .selectFrom('ruling')
    .select('state')
    .where('subject', '=', subject)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst()
  const refusal = unrulableBecause(subject, ruling, current)
  if (refusal) return { ok: false, refusal }
  await trx
    .insertInto('ruling')
    .values({ ...ruling, recordedBy: by, createdAt: now })
    .execute()
  const action = state === 'proposed' ? 'ruling:propose' : 'ruling:resolve'
  await audit(trx, by, action, id, now, { subject, value, ...(state === 'open' && { taken: true }) })
  return { ok: true }
}
