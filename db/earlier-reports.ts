import { changesSince, revisedDates, revisedValues, type ReportChanges } from '#app/domain/report-changes.ts'
import { readReport, type ReportFigures } from '#app/domain/report.ts'
import type { Db } from '#db/client.server.ts'
import { hashOf } from '#db/releases.ts'

/** Adds what follows from the reports before: what has changed, and what was told in another way. */
export async function besideEarlierReports(db: Db, figures: ReportFigures): Promise<ReportFigures> {
  const published = await listPublished(db, figures.cutOff)
  const { correction } = figures
  const before = correction ? published.find(({ number }) => number === correction.number) : published.at(-1)
  if (!before) return figures
  const list = changesSince(before, figures, await successorsOf(db, before, figures))
  const changes: ReportChanges = { since: { number: before.number, cutOff: before.cutOff }, list }
  const dates = revisedDates(published, figures)
  return { ...figures, changes, revised: [...dates, ...(correction ? revisedValues(before, figures) : [])] }
}

/** Released reports until a cut-off day, unchanged ones only, in the order of their days; a correction after what it puts right. */
async function listPublished(db: Db, until: string): Promise<ReportFigures[]> {
  const rows = await db
    .selectFrom('snapshot')
    .innerJoin('snapshotRelease as release', 'release.snapshotNumber', 'snapshot.number')
    .select(['payload', 'sha256'])
    .where('cutOff', '<=', until)
    .orderBy('cutOff')
    .orderBy('number')
    .execute()
  return rows.flatMap(({ payload, sha256 }) => (hashOf(payload) === sha256 && readReport(payload)) || [])
}

/** Into which municipality each has merged that was there before and is not any more, by its key. */
async function successorsOf(
  db: Db,
  before: ReportFigures,
  now: ReportFigures,
): Promise<Record<string, string>> {
  const still = new Set(now.participation.municipalities.map(({ ags }) => ags))
  const gone = before.participation.municipalities.map(({ ags }) => ags).filter((ags) => !still.has(ags))
  if (gone.length === 0) return {}
  const rows = await db
    .selectFrom('organisation')
    .innerJoin('organisation as successor', 'successor.id', 'organisation.successorId')
    .select(['organisation.ags', 'successor.name'])
    .where('organisation.ags', 'in', gone)
    .where('organisation.validUntil', '<', now.cutOff)
    .execute()
  return Object.fromEntries(rows.flatMap(({ ags, name }) => (ags ? [[ags, name] as const] : [])))
}
