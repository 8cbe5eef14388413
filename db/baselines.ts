import {
  baselineUnit,
  unenterableBecause,
  type Baseline,
  type BaselineEntry,
  type BaselineRefusal,
} from '#app/domain/baseline.ts'
import { dayOf } from '#app/domain/calendar.ts'
import type { CountedPassport } from '#app/domain/passport.ts'
import { displayName } from '#app/domain/person.ts'
import { audit } from '#db/audit.ts'
import type { Db } from '#db/client.server.ts'
import { listPassportsOn } from '#db/passports.ts'
import type { Row } from '#db/schema.ts'

/** The baselines that hold now, as far as their day has come by the cut-off day, in the order of the passports. */
export async function listBaselines(
  db: Db,
  passports: readonly CountedPassport[],
  cutOff: string,
): Promise<Baseline[]> {
  const latest = await db
    .selectFrom('baseline')
    .distinctOn('indicator')
    .select(['indicator', 'value', 'asOf', 'source'])
    .orderBy('indicator')
    .orderBy('position', 'desc')
    .execute()
  return passports.flatMap((passport) => {
    const entry = latest.find(({ indicator }) => indicator === passport.key)
    if (!entry || entry.value === null || entry.asOf === null || entry.source === null) return []
    const { value, asOf, source } = entry
    return asOf > cutOff ? [] : [{ key: passport.key, value, unit: baselineUnit(passport), asOf, source }]
  })
}

/** Who entered it; undefined for people who are gone. */
export type BaselineLine = Omit<Row<'baseline'>, 'position' | 'recordedBy'> & { by: string | undefined }

/** Everything that was ever entered, the latest first: what was replaced stays readable. */
export async function listBaselineHistory(db: Db): Promise<BaselineLine[]> {
  const rows = await db
    .selectFrom('baseline')
    .leftJoin('person', 'person.id', 'baseline.recordedBy')
    .select(['baseline.id', 'indicator', 'value', 'asOf', 'source', 'reason', 'baseline.createdAt'])
    .select(['givenName', 'familyName'])
    .orderBy('baseline.position', 'desc')
    .execute()
  return rows.map(({ givenName, familyName, ...line }) => {
    return { ...line, by: givenName && familyName ? displayName({ givenName, familyName }) : undefined }
  })
}

export type NewBaseline = BaselineEntry & { id: string; key: string; by: string }
export type BaselineResult = { ok: true } | { ok: false; refusal: BaselineRefusal }

/** Puts on record where a figure stood, or that what was entered was wrong. Sent twice, it stands there once. */
export function recordBaseline(
  db: Db,
  { id, key, statement, reason, by }: NewBaseline,
  now: Date,
): Promise<BaselineResult> {
  return db.transaction().execute(async (trx) => {
    // Of two entries the second replaces the first and has to say why: as with the days of the phases, they take turns.
    await trx.selectFrom('phase').select('key').orderBy('key').forUpdate().execute()
    if (await trx.selectFrom('baseline').select('id').where('id', '=', id).executeTakeFirst())
      return { ok: true }
    const current = await trx
      .selectFrom('baseline')
      .select('value')
      .where('indicator', '=', key)
      .orderBy('position', 'desc')
      .limit(1)
      .executeTakeFirst()
    const today = dayOf(now)
    const passport = (await listPassportsOn(trx, today)).find((one) => one.key === key)
    const hasOne = current !== undefined && current.value !== null
    const refusal = unenterableBecause({ statement, reason }, { passport, hasOne, today })
    if (refusal) return { ok: false, refusal }
    const nothing = { value: null, asOf: null, source: null }
    await trx
      .insertInto('baseline')
      .values({ id, indicator: key, ...nothing, ...statement, reason, recordedBy: by, createdAt: now })
      .execute()
    await audit(trx, by, 'baseline:edit', id, now, { indicator: key, value: statement?.value ?? null })
    return { ok: true }
  })
}
