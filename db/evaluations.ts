import { sql } from 'kysely'
import { dayOf } from '#app/domain/calendar.ts'
import {
  mustBeGivenUp,
  needsStandIn,
  roundState,
  type RoundKind,
  type RoundState,
} from '#app/domain/evaluation.ts'
import type { RemarkReaders } from '#app/domain/remark-readers.ts'
import type { KeyHolder } from '#app/domain/trustee.ts'
import type { Turnout } from '#app/domain/release.ts'
import type { Db } from '#db/client.server.ts'
import { listPeopleWithRole } from '#db/roles.ts'

/**
 * A round as people may see it. How many have answered is in it only after the release, like every other figure.
 */
export type RoundView = {
  id: string
  kind: RoundKind
  titleDe: string
  titleEn: string | null
  courseId: string | null
  questionnaireHash: string
  minimum: number
  opensOn: string
  closesOn: string | null
  state: RoundState
  keyHolder: KeyHolder
  invited: number
  turnout: Turnout | null
  /** Who taught the workshops that fed it; empty for the competence centre. */
  trainerIds: string[]
  /** Whether all of the coordination have taught them: the staff council releases then. */
  needsStandIn: boolean
  /** How many workshops fed it. */
  workshops: number
  openedAt: Date | null
  countedAt: Date | null
  releasedAt: Date | null
  givenUpAt: Date | null
  givenUpReason: string | null
  /** Who reads the released remarks; said before the first question. */
  remarkReaders: RemarkReaders
}

/** All rounds, the latest first. */
export async function listRounds(db: Db, now: Date): Promise<RoundView[]> {
  const rows = await roundRows(db).orderBy('round.opensOn', 'desc').orderBy('round.title').execute()
  return withWorkshops(db, rows, now)
}

export async function getRound(db: Db, id: string, now: Date): Promise<RoundView | undefined> {
  const rows = await roundRows(db).where('round.id', '=', id).execute()
  const [round] = await withWorkshops(db, rows, now)
  return round
}

/** The rounds that a workshop has fed, the latest first. */
export async function listRoundsOf(db: Db, workshopId: string, now: Date): Promise<RoundView[]> {
  const fed = db.selectFrom('evaluationWorkshop').select('roundId').where('workshopId', '=', workshopId)
  const rows = await roundRows(db)
    .where('round.id', 'in', fed)
    .orderBy('round.opensOn', 'desc')
    .orderBy('round.id')
    .execute()
  return withWorkshops(db, rows, now)
}

type RoundRow = Awaited<ReturnType<ReturnType<typeof roundRows>['execute']>>[number]

/** `isEnough` is all that leaves the urn before the count: whether it may be counted. */
function roundRows(db: Db) {
  return db
    .selectFrom('evaluationRound as round')
    .leftJoin('release', 'release.roundId', 'round.id')
    .leftJoin('course', 'course.id', 'round.courseId')
    .select(['round.id', 'round.kind', 'round.title as titleDe', 'course.titleEn', 'round.courseId'])
    .select(['round.questionnaireHash', 'round.minimum', 'round.opensOn', 'round.closesOn'])
    .select(['round.openedAt', 'round.countedAt', 'round.givenUpAt', 'round.givenUpReason'])
    .select(['round.keyHolder', 'round.remarkReaders', 'release.releasedAt'])
    .select([
      sql<number>`(select count(*) from invitation where round_id = round.id)`.as('inUrn'),
      sql<number | null>`(select sum(invited) from turnout where round_id = round.id)`.as('invited'),
      sql<number | null>`(select sum(used) from turnout where round_id = round.id)`.as('used'),
      sql<boolean>`(select count(*) from invitation where round_id = round.id and used) >= round.minimum`.as(
        'isEnough',
      ),
    ])
}

async function withWorkshops(db: Db, rows: RoundRow[], now: Date): Promise<RoundView[]> {
  if (rows.length === 0) return []
  const taught = await db
    .selectFrom('evaluationWorkshop as fed')
    .leftJoin('workshopTrainer as trainer', 'trainer.workshopId', 'fed.workshopId')
    .select(['fed.roundId', 'fed.workshopId', 'trainer.personId'])
    .where(
      'fed.roundId',
      'in',
      rows.map(({ id }) => id),
    )
    .execute()
  const coordinators = await listPeopleWithRole(db, 'coordinator', dayOf(now))
  const coordinatorIds = coordinators.map(({ id }) => id)
  return rows.map(({ inUrn, invited, used, isEnough, ...round }) => {
    const mine = taught.filter(({ roundId }) => roundId === round.id)
    const trainerIds = [...new Set(mine.flatMap(({ personId }) => personId ?? []))]
    return {
      ...round,
      state: roundState(round, isEnough ? round.minimum : 0, now),
      invited: invited ?? inUrn,
      turnout: round.releasedAt === null || invited === null || used === null ? null : { invited, used },
      trainerIds,
      needsStandIn: needsStandIn({ ...round, trainerIds }, coordinatorIds),
      workshops: new Set(mine.map(({ workshopId }) => workshopId)).size,
    }
  })
}

export type Urn = {
  id: string
  state: RoundState
  keyHolder: KeyHolder
  questionnaireHash: string
  mustBeGivenUp: boolean
}

/** Rounds that have begun and whose ballots still lie sealed: to be reminded of, counted or given up. */
export async function listUrns(db: Db, now: Date): Promise<Urn[]> {
  const rows = await roundRows(db)
    .where('round.openedAt', 'is not', null)
    .where('round.countedAt', 'is', null)
    .where('round.givenUpAt', 'is', null)
    .where('round.opensOn', '<=', dayOf(now))
    .execute()
  return rows.map((round) => {
    const ballots = round.isEnough ? round.minimum : 0
    return {
      id: round.id,
      state: roundState(round, ballots, now),
      keyHolder: round.keyHolder,
      questionnaireHash: round.questionnaireHash,
      mustBeGivenUp: mustBeGivenUp(round, ballots, now),
    }
  })
}

/**
 * Clears away what votes have left on the pages of the embedded database, which never does so by itself. PostgreSQL
 * does, and would not let the running product.
 */
export async function clearTracks(db: Db): Promise<void> {
  await sql`vacuum ballot, invitation`.execute(db)
}
