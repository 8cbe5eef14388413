import type { Db } from '#db/client.server.ts'
import { getSnapshot, listSnapshots, type SnapshotEntry } from '#db/snapshots.ts'

/**
 * The reports that are released or can be: not those of which another has taken the place before, nor those that are handed
 * out to nobody. Whoever is told of a report that waits is told of one of these.
 */
export async function listStandingReports(db: Db): Promise<SnapshotEntry[]> {
  const standing: SnapshotEntry[] = []
  for (const entry of await listSnapshots(db))
    if (entry.releasedAt || (await canBeReleased(db, entry))) standing.push(entry)
  return standing
}

async function canBeReleased(db: Db, { number, supersededBy }: SnapshotEntry): Promise<boolean> {
  return supersededBy === null && (await getSnapshot(db, number))?.withheld === null
}
