import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { dayOf } from '#app/domain/calendar.ts'
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
import type { Row } from '#db/schema.ts'

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

export type Snapshot = Row<'snapshot'> & {
  releasedAt: Date | null
  /** What every output draws; null when the text no longer gives its fingerprint, for then it is no report. */
  data: ReportData | null
}

export async function getSnapshot(db: Db, number: number): Promise<Snapshot | undefined> {
  const row = await db
    .selectFrom('snapshot')
    .leftJoin('snapshotRelease as release', 'release.snapshotNumber', 'snapshot.number')
    .selectAll('snapshot')
    .select('release.releasedAt')
    .where('number', '=', number)
    .executeTakeFirst()
  if (!row) return undefined
  const { payload, sha256, releasedAt } = row
  const figures = fingerprint(payload) === sha256 && figuresIn(payload)
  const data = figures ? { ...figures, sha256, releasedAt: releasedAt?.toISOString() ?? null } : null
  return { ...row, data }
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

/** Freezes the figures of a cut-off day, all as of one moment, and chains them to the snapshot before. */
export function prepareSnapshot(db: Db, preparation: Preparation, now: Date): Promise<PrepareResult> {
  const atOneMoment = db.transaction().setIsolationLevel('repeatable read')
  return atOneMoment.execute(async (trx) => {
    await lockChain(trx)
    return prepareSnapshotIn(trx, preparation, now)
  })
}

/** The same inside a transaction that holds the chain. */
export async function prepareSnapshotIn(
  trx: Trx,
  { cutOff, today, applicationVersion, by }: Preparation,
  now: Date,
): Promise<PrepareResult> {
  const last = await lastSnapshot(trx)
  const refusal = unpreparableBecause(cutOff, today, last?.cutOff ?? null)
  if (refusal) return { ok: false, refusal }
  const number = (last?.number ?? 0) + 1
  const previousSha256 = last?.sha256 ?? null
  const link = { cutOff, applicationVersion, number, previousSha256 }
  const payload = canonicalJson(reportFigures(await getReportFacts(trx, link)))
  const sha256 = fingerprint(payload)
  await trx
    .insertInto('snapshot')
    .values({ ...link, payload, sha256, preparedBy: by, preparedAt: now })
    .execute()
  await audit(trx, by, 'snapshot:prepare', String(number), now, { cutOff, sha256 })
  return { ok: true, number }
}

/**
 * Two at once would both continue the same link: they take turns. A lock of the table, because the moment of the
 * transaction begins with its first query, and must come after the wait.
 */
async function lockChain(trx: Trx): Promise<void> {
  await sql`lock table phase in share row exclusive mode`.execute(trx)
}

function lastSnapshot(trx: Trx): Promise<{ number: number; cutOff: string; sha256: string } | undefined> {
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
    const links = await trx
      .selectFrom('snapshot')
      .selectAll()
      .where('number', 'in', [number, number - 1])
      .execute()
    const snapshot = links.find((link) => link.number === number)
    if (!snapshot) return { ok: false, refusal: 'unknown' }
    if (snapshot.preparedBy === by) return { ok: false, refusal: 'own-snapshot' }
    const before = links.find((link) => link.number === number - 1)
    if (faultOf(snapshot, before)) return { ok: false, refusal: 'changed' }
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
  const today = dayOf(now)
  const members = await trx
    .selectFrom('person')
    .innerJoin('roleAssignment as role', 'role.personId', 'person.id')
    .select(['person.id', 'givenName', 'familyName', 'email', 'locale'])
    .distinct()
    .where('role.role', '=', 'committee')
    .where('role.fromDate', '<=', today)
    .where((eb) => eb.or([eb('role.untilDate', 'is', null), eb('role.untilDate', '>=', today)]))
    .where('person.disabledAt', 'is', null)
    .execute()
  for (const member of members) {
    const to = { personId: member.id, address: member.email, locale: member.locale }
    await post(trx, to, 'report-released', String(number), { name: displayName(member), number, cutOff }, now)
  }
}

export type ChainFault = { number: number; fault: ChainFaultKind }

/**
 * Reads the whole chain and names every link that does not hold. What counts is what stands inside the hashed text:
 * a column beside it could be changed together with the snapshot before.
 */
export async function verifySnapshots(db: Db): Promise<ChainFault[]> {
  const rows = await db
    .selectFrom('snapshot')
    .select(['number', 'cutOff', 'payload', 'sha256', 'previousSha256'])
    .orderBy('number')
    .execute()
  return rows.flatMap((row, index) => {
    const fault = faultOf(row, rows[index - 1])
    return fault ? [{ number: row.number, fault }] : []
  })
}

type Link = Pick<Row<'snapshot'>, 'number' | 'cutOff' | 'payload' | 'sha256' | 'previousSha256'>

function faultOf(link: Link, before: Link | undefined): ChainFaultKind | null {
  if (link.number !== (before?.number ?? 0) + 1) return 'missing'
  if (fingerprint(link.payload) !== link.sha256) return 'payload-changed'
  const figures = figuresIn(link.payload)
  if (figures?.number !== link.number || figures.cutOff !== link.cutOff) return 'payload-changed'
  const { previousSha256 } = figures
  const isChained = previousSha256 === link.previousSha256 && previousSha256 === (before?.sha256 ?? null)
  return isChained ? null : 'link-broken'
}

/** Undefined for a text that somebody has made unreadable. */
function figuresIn(payload: string): ReportFigures | undefined {
  try {
    return JSON.parse(payload) as ReportFigures
  } catch {
    return undefined
  }
}

function fingerprint(payload: string): string {
  return createHash('sha256').update(payload).digest('hex')
}
