import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { dayOf } from '#app/domain/calendar.ts'
import { canonicalJson } from '#app/domain/canonical-json.ts'
import type { Locale } from '#app/domain/locale.ts'
import { displayName } from '#app/domain/person.ts'
import { readReport, type ReportData, type ReportFigures } from '#app/domain/report.ts'
import { reportFigures, type ReportFacts } from '#app/domain/report-figures.ts'
import {
  supersededBy,
  unpreparableBecause,
  unreleasableBecause,
  type ChainFaultKind,
  type PrepareRefusal,
  type ReleaseRefusal,
  type SnapshotFacts,
  type Withheld,
} from '#app/domain/snapshot.ts'
import { audit } from '#db/audit.ts'
import type { Db, Trx } from '#db/client.server.ts'
import { besideEarlierReports } from '#db/earlier-reports.ts'
import { firstDayWithPassports } from '#db/indicators.ts'
import { post } from '#db/outbox.ts'
import { listFingerprints, versionName } from '#db/passports.ts'
import { getReportFacts } from '#db/report-facts.ts'
import { holdsRemarksOfFewer } from '#db/report-remarks.ts'
import type { Row } from '#db/schema.ts'

export type SnapshotEntry = SnapshotFacts & {
  preparedAt: Date
  releasedAt: Date | null
  preparedBy: string
  releasedBy: string | null
  /** The released report that puts this one right. */
  correctedBy: number | null
  /** The report that has taken its place before anybody released it. */
  supersededBy: number | null
}

/** All snapshots, those of the latest cut-off day first: the correction of an old report is not the latest one. */
export async function listSnapshots(db: Db): Promise<SnapshotEntry[]> {
  const rows = await db
    .selectFrom('snapshot')
    .leftJoin('snapshotRelease as release', 'release.snapshotNumber', 'snapshot.number')
    .select(['number', 'cutOff', 'preparedAt', 'preparedBy', 'corrects'])
    .select(['release.releasedAt', 'release.releasedBy'])
    .orderBy('cutOff', 'desc')
    .orderBy('number', 'desc')
    .execute()
  const correctionOf = (number: number) => rows.find((row) => row.corrects === number && row.releasedAt)
  return rows.map((row) => ({
    ...row,
    correctedBy: correctionOf(row.number)?.number ?? null,
    supersededBy: supersededBy(row, rows),
  }))
}

/** `data` is what every output draws. */
export type Snapshot = Row<'snapshot'> & { releasedAt: Date | null } & (
    { withheld: null; data: ReportData } | { withheld: Withheld; data: null }
  )

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
  const figures = fingerprint(payload) === sha256 && readReport(payload)
  if (!figures) return { ...row, withheld: 'changed', data: null }
  // What is released stays readable whatever is decided afterwards; what is not is promised to nobody yet.
  if (!releasedAt && (await holdsRemarksOfFewer(db, payload)))
    return { ...row, withheld: 'fewer-readers', data: null }
  const data = { ...figures, payload, sha256, releasedAt: releasedAt?.toISOString() ?? null }
  return { ...row, withheld: null, data }
}

/** The figures as of now, which nobody has frozen: shown as preliminary, never exported. */
export async function currentFigures(
  db: Db,
  cutOff: string,
  applicationVersion: string,
): Promise<ReportFigures> {
  const link = { cutOff, applicationVersion, number: 0, previousSha256: null }
  return besideEarlierReports(db, reportFigures(await getReportFacts(db, link)))
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
  const days = { first: await firstDayWithPassports(trx), today }
  const refusal = unpreparableBecause(cutOff, days, await listSnapshots(trx))
  if (refusal) return { ok: false, refusal }
  const figures = await figuresToFreeze(trx, { cutOff, applicationVersion })
  const sha256 = await freeze(trx, figures, by, now)
  await audit(trx, by, 'snapshot:prepare', String(figures.number), now, { cutOff, sha256 })
  return { ok: true, number: figures.number }
}

type ToFreeze = Pick<ReportFigures, 'cutOff' | 'applicationVersion'> & Pick<ReportFacts, 'correction'>

/** The next link of the chain, as it would be frozen now. */
export async function figuresToFreeze(db: Db, link: ToFreeze): Promise<ReportFigures> {
  const last = await lastSnapshot(db)
  const chained = { ...link, number: (last?.number ?? 0) + 1, previousSha256: last?.sha256 ?? null }
  return besideEarlierReports(db, reportFigures(await getReportFacts(db, chained)))
}

/** Part of a command that holds the chain. */
export async function freeze(trx: Trx, figures: ReportFigures, by: string, now: Date): Promise<string> {
  const { number, cutOff, previousSha256, applicationVersion, correction } = figures
  const payload = canonicalJson(figures)
  const sha256 = fingerprint(payload)
  const corrects = { corrects: correction?.number ?? null, correctionReason: correction?.reason ?? null }
  await trx
    .insertInto('snapshot')
    .values({
      number,
      cutOff,
      previousSha256,
      applicationVersion,
      payload,
      sha256,
      ...corrects,
      preparedBy: by,
      preparedAt: now,
    })
    .execute()
  return sha256
}

/**
 * Two at once would both continue the same link: they take turns. A lock of the table, because the moment of the
 * transaction begins with its first query, and must come after the wait.
 */
export async function lockChain(trx: Trx): Promise<void> {
  await sql`lock table phase in share row exclusive mode`.execute(trx)
}

function lastSnapshot(db: Db): Promise<{ number: number; sha256: string } | undefined> {
  return db
    .selectFrom('snapshot')
    .select(['number', 'sha256'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** Not that of the last link, which may put an old report right. */
export async function lastCutOff(trx: Db): Promise<string | null> {
  const row = await trx
    .selectFrom('snapshot')
    .select('cutOff')
    .orderBy('cutOff', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.cutOff ?? null
}

/** `position` says where we stand by this report, in the languages of its readers. */
type SnapshotRelease = { number: number; by: string; position?: Partial<Record<Locale, string>> }

export type SnapshotReleaseResult = { ok: true } | { ok: false; refusal: ReleaseRefusal }

/** A committee member hands a report out, and never their own work. What was tampered with is not released. */
export function releaseSnapshot(
  db: Db,
  { number, by, position = {} }: SnapshotRelease,
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
    await lockChain(trx)
    const all = await listSnapshots(trx)
    const entry = all.find((one) => one.number === number)
    const refusal = entry && unreleasableBecause(entry, all)
    if (refusal) return { ok: false, refusal }
    if (await holdsRemarksOfFewer(trx, snapshot.payload)) return { ok: false, refusal: 'fewer-readers' }
    const released = await trx
      .insertInto('snapshotRelease')
      .values({ snapshotNumber: number, releasedBy: by, releasedAt: now })
      .onConflict((conflict) => conflict.column('snapshotNumber').doNothing())
      .returning('snapshotNumber')
      .executeTakeFirst()
    if (!released) return { ok: true }
    await audit(trx, by, 'snapshot:release', String(number), now, { sha256: snapshot.sha256 })
    await tellCommittee(trx, { number, cutOff: snapshot.cutOff, position }, now)
    return { ok: true }
  })
}

type Told = Required<Pick<SnapshotRelease, 'number' | 'position'>> & { cutOff: string }

async function tellCommittee(trx: Trx, { number, cutOff, position }: Told, now: Date): Promise<void> {
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
    const data = { name: displayName(member), number, cutOff, whereWeStand: position[member.locale] }
    await post(trx, to, 'report-released', String(number), data, now)
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
    .select(['number', 'cutOff', 'payload', 'sha256', 'previousSha256', 'corrects'])
    .orderBy('number')
    .execute()
  const counting = await listFingerprints(db)
  return rows.flatMap((row, index) => {
    const corrected = rows.find(({ number }) => number === row.corrects)
    const isAstray = row.corrects !== null && corrected?.cutOff !== row.cutOff
    const fault =
      faultOf(row, rows[index - 1]) ?? (isAstray ? 'correction-astray' : definitionFault(row, counting))
    return fault ? [{ number: row.number, fault }] : []
  })
}

/** Whether a figure of the report would be counted in another way today, though its passport is still the latest. */
function definitionFault(
  { payload }: Link,
  counting: ReadonlyMap<string, string>,
): 'definition-changed' | null {
  const isChanged = readReport(payload)?.passports.some((passport) => {
    const now = counting.get(versionName(passport))
    return passport.sqlSha256 !== null && now !== undefined && now !== passport.sqlSha256
  })
  return isChanged ? 'definition-changed' : null
}

type Link = Pick<Row<'snapshot'>, 'number' | 'cutOff' | 'payload' | 'sha256' | 'previousSha256' | 'corrects'>

/** Why a link does not hold, seen from the one before it. */
export function faultOf(link: Link, before: Link | undefined): ChainFaultKind | null {
  if (link.number !== (before?.number ?? 0) + 1) return 'missing'
  if (fingerprint(link.payload) !== link.sha256) return 'payload-changed'
  const figures = readReport(link.payload)
  if (figures?.number !== link.number || figures.cutOff !== link.cutOff) return 'payload-changed'
  // The column and the hashed text name the same earlier report, or neither names any.
  const corrects = figures.correction?.number ?? null
  if (corrects !== link.corrects || (corrects ?? 0) >= link.number) return 'correction-astray'
  const { previousSha256 } = figures
  const isChained = previousSha256 === link.previousSha256 && previousSha256 === (before?.sha256 ?? null)
  return isChained ? null : 'link-broken'
}

function fingerprint(payload: string): string {
  return createHash('sha256').update(payload).digest('hex')
}
