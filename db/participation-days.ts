import { participationOf } from '#app/domain/report-figures.ts'
import type { Participation, ReportFigures } from '#app/domain/report.ts'
import type { Db } from '#db/client.server.ts'
import { listMunicipalitiesOn } from '#db/indicators.ts'
import { getSnapshot } from '#db/snapshots.ts'

/** Indicator 1 on one day, municipality by municipality. */
export type ParticipationDay = {
  day: string
  /** The report that has frozen it; null for what the register says today of that day. */
  report: number | null
  participation: Participation
  /** What the report says of its day and an earlier one had told in another way. */
  revised: readonly string[]
}

/**
 * The reporting dates up to the one that is shown, and the ends of phases, oldest first. What a report has told of its
 * day is read from that report, so it cannot change with the register; a report that was changed tells nothing.
 */
export async function listParticipationDays(db: Db, shown: ReportFigures): Promise<ParticipationDay[]> {
  const days = new Map<string, ParticipationDay>()
  for (const { number, sha256 } of await earlierReports(db, shown)) {
    const participation = await frozenIn(db, number, sha256)
    // A later report of the same day corrects the earlier one.
    if (participation) days.set(participation.day, participation)
  }
  const { cutOff, number, participation, revised } = shown
  days.set(cutOff, { day: cutOff, report: number === 0 ? null : number, participation, revised })
  for (const { untilDate } of shown.phases) {
    if (untilDate === null || untilDate > cutOff || days.has(untilDate)) continue
    days.set(untilDate, {
      day: untilDate,
      report: null,
      participation: await countedOn(db, untilDate, shown),
      revised: [],
    })
  }
  return [...days.values()].sort((one, other) => (one.day < other.day ? -1 : 1))
}

type Report = { number: number; sha256: string }

/** Released ones only: what nobody has released is no reporting date yet. */
function earlierReports(db: Db, { number, cutOff }: ReportFigures): Promise<Report[]> {
  return db
    .selectFrom('snapshot')
    .innerJoin('snapshotRelease as release', 'release.snapshotNumber', 'snapshot.number')
    .select(['number', 'sha256'])
    .where('cutOff', '<', cutOff)
    .$if(number > 0, (query) => query.where('number', '<', number))
    .orderBy('number')
    .execute()
}

/** By the fingerprint of what was read, which is why it cannot be outdated: reading them again takes milliseconds each. */
const kept = new Map<string, ParticipationDay>()
const MOST_KEPT = 100

async function frozenIn(db: Db, number: number, sha256: string): Promise<ParticipationDay | undefined> {
  const known = kept.get(sha256)
  if (known) return known
  const report = (await getSnapshot(db, number))?.data
  if (!report) return undefined
  const { cutOff, participation, revised } = report
  const day = { day: cutOff, report: number, participation, revised }
  const [oldest] = kept.keys()
  if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest)
  kept.set(sha256, day)
  return day
}

async function countedOn(db: Db, day: string, { participation }: ReportFigures): Promise<Participation> {
  const municipalities = await listMunicipalitiesOn(db, day)
  return participationOf(
    { municipalities, specialists: 0, history: [], cutOff: day },
    participation.definition,
  )
}
