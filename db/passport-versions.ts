// New versions of passports, and which reports count by which one.

import { dayOf } from '#app/domain/calendar.ts'
import {
  changedParts,
  unenterableBecause,
  type PassportEntry,
  type PassportRefusal,
} from '#app/domain/passport-version.ts'
import { readReport } from '#app/domain/report.ts'
import { audit } from '#db/audit.ts'
import type { Db, Trx } from '#db/client.server.ts'
import { passportOf } from '#db/passports.ts'
import { hashOf } from '#db/releases.ts'
import { lastCutOff, lockChain } from '#db/snapshots.ts'

/** How a released report counted a figure. */
export type CountedIn = { number: number; cutOff: string; version: number; sqlSha256: string | null }

/** The released reports that tell of a figure by its passport, oldest first; changed ones tell nothing. */
export async function listReportsCounting(db: Db, key: string): Promise<CountedIn[]> {
  const rows = await db
    .selectFrom('snapshot')
    .innerJoin('snapshotRelease as release', 'release.snapshotNumber', 'snapshot.number')
    .select(['number', 'cutOff', 'payload', 'sha256'])
    .orderBy('number')
    .execute()
  return rows.flatMap(({ number, cutOff, payload, sha256 }) => {
    const report = hashOf(payload) === sha256 ? readReport(payload) : undefined
    const passport = report?.passports.find((one) => one.key === key)
    return passport ? [{ number, cutOff, version: passport.version, sqlSha256: passport.sqlSha256 }] : []
  })
}

export type NewPassportVersion = PassportEntry & { id: string; key: string; by: string }
export type PassportResult = { ok: true } | { ok: false; refusal: PassportRefusal }

/** Enters a new version. Sent twice, it stands there once; of two at once the second is told of the first. */
export function addPassportVersion(db: Db, entry: NewPassportVersion, now: Date): Promise<PassportResult> {
  return db.transaction().execute(async (trx) => {
    // A report that is being prepared tells of the versions of its day: until it is there, none may begin before it.
    await lockChain(trx)
    return addPassportVersionIn(trx, entry, now)
  })
}

/** The same inside a transaction that holds the chain of reports. */
export async function addPassportVersionIn(
  trx: Trx,
  entry: NewPassportVersion,
  now: Date,
): Promise<PassportResult> {
  const { id, key, validFrom, words, reason, resolution, by } = entry
  const before = await trx.selectFrom('indicatorVersion').select('id').where('id', '=', id).executeTakeFirst()
  if (before) return { ok: true }
  const latest = await trx
    .selectFrom('indicatorVersion')
    .selectAll()
    .where('indicator', '=', key)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  const situation = { latest: passportOf(latest), lastCutOff: await lastCutOff(trx), today: dayOf(now) }
  const refusal = unenterableBecause(entry, situation)
  if (refusal) return { ok: false, refusal }
  const version = latest.version + 1
  const recorded = { id, reason, resolution, recordedBy: by, recordedAt: now }
  await trx
    .insertInto('indicatorVersion')
    .values({ ...latest, ...words, version, validFrom, ...recorded })
    .execute()
  const changed = changedParts(situation.latest, { ...situation.latest, ...words })
  await audit(trx, by, 'passport:edit', key, now, { version, validFrom, changed })
  return { ok: true }
}
