import { createHash } from 'node:crypto'
import { canonicalJson } from '#app/domain/canonical-json.ts'
import { displayName } from '#app/domain/person.ts'
import type { ReportData, ReportFigures } from '#app/domain/report.ts'
import { reportFigures } from '#app/domain/report-figures.ts'
import {
  unpreparableBecause,
  type ChainFaultKind,
  type PrepareRefusal,
  type ReleaseRefusal,
} from '#app/domain/snapshot.ts'
import { audit } from '#db/audit.ts'
import type { Db, Trx } from '#db/client.server.ts'
import { post } from '#db/outbox.ts'
import { getReportFacts } from '#db/report-facts.ts'

export type SnapshotEntry = {
  number: number
  cutOff: string
  preparedAt: Date
  releasedAt: Date | null
  preparedBy: string
  releasedBy: string | null
}

/** All snapshots, the latest first. */
export function listSnapshots(db: Db): Promise<SnapshotEntry[]> {
  return db
    .selectFrom('snapshot')
    .leftJoin('snapshotRelease as release', 'release.snapshotNumber', 'snapshot.number')
    .select(['number', 'cutOff', 'preparedAt', 'preparedBy', 'release.releasedAt', 'release.releasedBy'])
    .orderBy('number', 'desc')
    .execute()
}

/** The frozen figures with their fingerprint, as every output draws them. */
export async function getSnapshot(db: Db, number: number): Promise<ReportData | undefined> {
  const row = await db
    .selectFrom('snapshot')
    .leftJoin('snapshotRelease as release', 'release.snapshotNumber', 'snapshot.number')
    .select(['payload', 'sha256', 'release.releasedAt'])
    .where('number', '=', number)
    .executeTakeFirst()
  if (!row) return undefined
  const figures = JSON.parse(row.payload) as ReportFigures
  return { ...figures, sha256: row.sha256, releasedAt: row.releasedAt?.toISOString() ?? null }
}

/** The figures as of now, which nobody has frozen: shown as preliminary, never exported. */
export async function currentFigures(
  db: Db,
  cutOff: string,
  applicationVersion: string,
): Promise<ReportFigures> {
  return reportFigures(
    await getReportFacts(db, { cutOff, applicationVersion, number: 0, previousSha256: null }),
  )
}

export type PrepareResult = { ok: true; number: number } | { ok: false; refusal: PrepareRefusal }
type Preparation = { cutOff: string; today: string; applicationVersion: string; by: string }

/** Freezes the figures of a cut-off day and chains them to the snapshot before. */
export function prepareSnapshot(db: Db, preparation: Preparation, now: Date): Promise<PrepareResult> {
  const { cutOff, today, applicationVersion, by } = preparation
  return db.transaction().execute(async (trx) => {
    const last = await lastSnapshot(trx)
    const refusal = unpreparableBecause(cutOff, today, last?.cutOff ?? null)
    if (refusal) return { ok: false, refusal }
    const number = (last?.number ?? 0) + 1
    const previousSha256 = last?.sha256 ?? null
    const payload = canonicalJson(
      reportFigures(await getReportFacts(trx, { cutOff, applicationVersion, number, previousSha256 })),
    )
    const sha256 = fingerprint(payload)
    await trx
      .insertInto('snapshot')
      .values({
        number,
        cutOff,
        payload,
        sha256,
        previousSha256,
        applicationVersion,
        preparedBy: by,
        preparedAt: now,
      })
      .execute()
    await audit(trx, by, 'snapshot:prepare', String(number), now, { cutOff, sha256 })
    return { ok: true, number }
  })
}

/** Two at once would both continue the same link: locking the phases makes them take turns. */
async function lastSnapshot(
  trx: Trx,
): Promise<{ number: number; cutOff: string; sha256: string } | undefined> {
  await trx.selectFrom('phase').select('key').forUpdate().execute()
  return trx
    .selectFrom('snapshot')
    .select(['number', 'cutOff', 'sha256'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export type SnapshotReleaseResult = { ok: true } | { ok: false; refusal: ReleaseRefusal }

/** A committee member hands a report out, and never their own work. What was tampered with is not released. */
export function releaseSnapshot(
  db: Db,
  { number, by }: { number: number; by: string },
  now: Date,
): Promise<SnapshotReleaseResult> {
  return db.transaction().execute(async (trx) => {
    const snapshot = await trx
      .selectFrom('snapshot')
      .selectAll()
      .where('number', '=', number)
      .executeTakeFirst()
    if (!snapshot) return { ok: false, refusal: 'unknown' }
    if (snapshot.preparedBy === by) return { ok: false, refusal: 'own-snapshot' }
    if (fingerprint(snapshot.payload) !== snapshot.sha256) return { ok: false, refusal: 'changed' }
    const released = await trx
      .insertInto('snapshotRelease')
      .values({ snapshotNumber: number, releasedBy: by, releasedAt: now })
      .onConflict((conflict) => conflict.column('snapshotNumber').doNothing())
      .returning('snapshotNumber')
      .executeTakeFirst()
    if (!released) return { ok: true }
    await audit(trx, by, 'snapshot:release', String(number), now, { sha256: snapshot.sha256 })
    await tellCommittee(trx, number, snapshot.cutOff, now)
    return { ok: true }
  })
}

async function tellCommittee(trx: Trx, number: number, cutOff: string, now: Date): Promise<void> {
  const members = await trx
    .selectFrom('person')
    .innerJoin('roleAssignment as role', 'role.personId', 'person.id')
    .select(['person.id', 'givenName', 'familyName', 'email', 'locale'])
    .distinct()
    .where('role.role', '=', 'committee')
    .where((eb) => eb.or([eb('role.untilDate', 'is', null), eb('role.untilDate', '>=', cutOff)]))
    .where('person.disabledAt', 'is', null)
    .execute()
  for (const member of members) {
    const to = { personId: member.id, address: member.email, locale: member.locale }
    await post(trx, to, 'report-released', String(number), { name: displayName(member), number, cutOff }, now)
  }
}

export type ChainFault = { number: number; fault: ChainFaultKind }

/** Reads the whole chain and names every link that does not hold. */
export async function verifySnapshots(db: Db): Promise<ChainFault[]> {
  const rows = await db
    .selectFrom('snapshot')
    .select(['number', 'payload', 'sha256', 'previousSha256'])
    .orderBy('number')
    .execute()
  return rows.flatMap((row, index): ChainFault[] => {
    const before = rows[index - 1]
    if (row.number !== index + 1) return [{ number: row.number, fault: 'missing' }]
    if (fingerprint(row.payload) !== row.sha256) return [{ number: row.number, fault: 'payload-changed' }]
    return row.previousSha256 === (before?.sha256 ?? null)
      ? []
      : [{ number: row.number, fault: 'link-broken' }]
  })
}

function fingerprint(payload: string): string {
  return createHash('sha256').update(payload).digest('hex')
}
