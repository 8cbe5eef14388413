import type { Db } from '#db/client.server.ts'
import { getCountingDefinition, type CountingDefinition } from '#db/passports.ts'
import { hashOf } from '#db/releases.ts'

export type ReleaseBehind = {
  roundId: string
  title: string
  closesOn: string
  releasedAt: Date
  sha256: string
  /** Whether what was released still gives its fingerprint. */
  isUnchanged: boolean
}

/** The releases that indicator 2 may rest on: of rounds closed by the day, and released by the moment of counting. */
export async function listReleasesBehind(
  db: Db,
  { closedBy, releasedBy }: { closedBy: string; releasedBy: Date },
): Promise<ReleaseBehind[]> {
  const rows = await db
    .selectFrom('release')
    .innerJoin('evaluationRound as round', 'round.id', 'release.roundId')
    .select([
      'round.id as roundId',
      'round.title',
      'round.closesOn',
      'release.releasedAt',
      'release.sha256',
      'release.payload',
    ])
    .where('round.kind', '=', 'competence-centre')
    .where('round.closesOn', '<=', closedBy)
    .where('release.releasedAt', '<=', releasedBy)
    .orderBy('round.closesOn')
    .orderBy('release.releasedAt')
    .execute()
  return rows.map(({ payload, closesOn, ...release }) => ({
    ...release,
    closesOn: closesOn ?? closedBy,
    isUnchanged: hashOf(payload) === release.sha256,
  }))
}

export type Behind = { definition: CountingDefinition | undefined; releases: ReleaseBehind[] }

/** Both for one figure: nothing where nothing of that kind stands behind it. */
export async function getBehind(
  db: Db,
  { counting, restsOnReleases }: { counting: { sqlObject: string } | null; restsOnReleases: boolean },
  counted: { closedBy: string; releasedBy: Date },
): Promise<Behind> {
  return {
    definition: counting ? await getCountingDefinition(db, counting.sqlObject) : undefined,
    releases: restsOnReleases ? await listReleasesBehind(db, counted) : [],
  }
}
