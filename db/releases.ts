import { createHash, randomInt } from 'node:crypto'
import { dayOf } from '#app/domain/calendar.ts'
import { canonicalJson } from '#app/domain/canonical-json.ts'
import { needsStandIn, releaseRefusal, type ReleaseRefusal } from '#app/domain/evaluation.ts'
import { displayName } from '#app/domain/person.ts'
import type { Questionnaire } from '#app/domain/questionnaire.ts'
import { releasePayload, type Release } from '#app/domain/release.ts'
import { shuffle } from '#app/domain/shuffle.ts'
import { getActor } from '#db/actors.ts'
import { audit } from '#db/audit.ts'
import type { Db, Trx } from '#db/client.server.ts'
import { countPrintedForms } from '#db/paper-forms.ts'
import { listPeopleWithRole } from '#db/roles.ts'
import { lockRound, type LockedRound } from '#db/rounds.ts'
import { readTurnout } from '#db/tallies.ts'

export type ReviewedText = {
  id: string
  itemKey: string
  body: string
  review: 'pending' | 'shown' | 'shortened' | 'hidden'
  /** What will be shown in its place. */
  shortened: string | null
}

/** The texts that somebody has to read before the release, in an order that says nothing. */
export function listTextsToReview(db: Db, roundId: string): Promise<ReviewedText[]> {
  return db
    .selectFrom('textAnswer')
    .innerJoin('evaluationRound as round', 'round.id', 'textAnswer.roundId')
    .select(['textAnswer.id', 'textAnswer.itemKey', 'textAnswer.body'])
    .select(['textAnswer.review', 'textAnswer.shortened'])
    .where('textAnswer.roundId', '=', roundId)
    .where('textAnswer.body', '<>', '')
    .where('round.countedAt', 'is not', null)
    .orderBy('textAnswer.itemKey')
    .orderBy('textAnswer.id')
    .execute()
}

export type ReviewRefusal = ReleaseRefusal | 'not-found'
export type ReviewResult = { ok: true } | { ok: false; refusal: ReviewRefusal }

/** How some texts are to be shown, or not; a shortened one in the words given. */
export type Review = { roundId: string; by: string } & (
  | { textIds: readonly string[]; review: 'shown' | 'hidden' }
  | { textIds: readonly [string]; review: 'shortened'; shortened: string }
)

/** Decides for some texts whether they will be shown. Until the release the decision can be changed. */
export function reviewTexts(db: Db, given: Review, now: Date): Promise<ReviewResult> {
  const { roundId, textIds, review, by } = given
  const shortened = given.review === 'shortened' ? given.shortened : null
  return db.transaction().execute(async (trx) => {
    const round = await lockRound(trx, roundId)
    if (!round) return { ok: false, refusal: 'not-found' }
    const refusal = await refusalFor(trx, round, by, now)
    if (refusal) return { ok: false, refusal }
    if (textIds.length === 0) return { ok: true }
    await trx
      .updateTable('textAnswer')
      .set({ review, shortened })
      .where('roundId', '=', roundId)
      .where('body', '<>', '')
      .where('id', 'in', [...textIds])
      .execute()
    await audit(trx, by, 'evaluation:release', roundId, now, {
      step: 'review',
      review,
      texts: textIds.length,
    })
    return { ok: true }
  })
}

export type ReleaseResult =
  { ok: true; sha256: string } | { ok: false; refusal: ReleaseRefusal | 'texts-unread' | 'not-found' }

/**
 * Freezes the figures of a counted round for everybody who may see them. All texts as they were written are destroyed;
 * those to be shown stand in the figures. Nothing can be changed or taken back afterwards.
 */
export function releaseRound(
  db: Db,
  { roundId, by }: { roundId: string; by: string },
  questionnaire: Questionnaire,
  now: Date,
): Promise<ReleaseResult> {
  return db.transaction().execute(async (trx) => {
    const round = await lockRound(trx, roundId)
    if (!round) return { ok: false, refusal: 'not-found' }
    const refusal = await refusalFor(trx, round, by, now)
    if (refusal) return { ok: false, refusal }
    const texts = await trx.selectFrom('textAnswer').selectAll().where('roundId', '=', roundId).execute()
    if (texts.some(({ review }) => review === 'pending')) return { ok: false, refusal: 'texts-unread' }

    const payload = canonicalJson(await figuresOf(trx, round, texts, questionnaire))
    const sha256 = hashOf(payload)
    await trx
      .insertInto('release')
      .values({ roundId, payload, sha256, releasedBy: by, releasedAt: now })
      .execute()
    await trx.deleteFrom('textAnswer').where('roundId', '=', roundId).execute()
    await audit(trx, by, 'evaluation:release', roundId, now, { step: 'release', sha256 })
    return { ok: true, sha256 }
  })
}

async function figuresOf(
  trx: Trx,
  round: LockedRound,
  written: readonly ReviewedText[],
  questionnaire: Questionnaire,
): Promise<Release> {
  const tallies = await trx.selectFrom('tally').selectAll().where('roundId', '=', round.id).execute()
  const turnout = await readTurnout(trx, round.id)
  const texts: Record<string, string[]> = {}
  // Texts without a body were too few at the count: they are still counted here, and below the minimum as then.
  for (const { itemKey, body, shortened, review } of shuffle(written, randomInt)) {
    if (review === 'hidden' && body !== '') continue
    ;(texts[itemKey] ??= []).push(shortened ?? body)
  }
  const paperForms = await countPrintedForms(trx, round.id)
  return releasePayload({ questionnaire, tallies, ...turnout, texts, paperForms, minimum: round.minimum })
}

/** Asks the one rule, with the roles that the person has today and the trainers of all workshops in the urn. */
async function refusalFor(
  trx: Trx,
  round: LockedRound,
  by: string,
  now: Date,
): Promise<ReleaseRefusal | null> {
  const actor = await getActor(trx, by, dayOf(now))
  const trainers = await trx
    .selectFrom('evaluationWorkshop as fed')
    .innerJoin('workshopTrainer as trainer', 'trainer.workshopId', 'fed.workshopId')
    .select('trainer.personId')
    .where('fed.roundId', '=', round.id)
    .execute()
  const trainerIds = trainers.map(({ personId }) => personId)
  const coordinators = await listPeopleWithRole(trx, 'coordinator', dayOf(now))
  const standIn = needsStandIn(
    { ...round, trainerIds },
    coordinators.map(({ id }) => id),
  )
  return releaseRefusal({ ...round, trainerIds, needsStandIn: standIn }, actor ?? { id: null, roles: [] })
}

export type ReleasedFigures = {
  release: Release
  sha256: string
  /** Whether the figures still have the fingerprint with which they were released. */
  unchanged: boolean
  releasedAt: Date
  releasedBy: string
}

/** The frozen figures of a round; undefined until they are released. */
export async function getRelease(db: Db, roundId: string): Promise<ReleasedFigures | undefined> {
  const row = await db
    .selectFrom('release')
    .innerJoin('person', 'person.id', 'release.releasedBy')
    .select(['release.payload', 'release.sha256', 'release.releasedAt'])
    .select(['person.givenName', 'person.familyName'])
    .where('release.roundId', '=', roundId)
    .executeTakeFirst()
  if (!row) return undefined
  return {
    release: JSON.parse(row.payload),
    sha256: row.sha256,
    unchanged: hashOf(row.payload) === row.sha256,
    releasedAt: row.releasedAt,
    releasedBy: displayName(row),
  }
}

export type EarlierRelease = {
  id: string
  title: string
  closesOn: string
  questionnaireHash: string
  release: Release
  /** Whether it still gives its fingerprint. */
  unchanged: boolean
}

/**
 * The latest release before this round, of the same kind, any version of the same questionnaire and, where they have
 * one, the same course. A key means something in one questionnaire only: each has an `overall` about something else.
 */
export async function getEarlierRelease(
  db: Db,
  round: Pick<LockedRound, 'kind' | 'courseId' | 'opensOn' | 'questionnaireHash'>,
): Promise<EarlierRelease | undefined> {
  const row = await db
    .selectFrom('release')
    .innerJoin('evaluationRound as round', 'round.id', 'release.roundId')
    .innerJoin('questionnaireVersion as version', 'version.hash', 'round.questionnaireHash')
    .select(['round.id', 'round.title', 'round.opensOn', 'round.closesOn', 'round.questionnaireHash'])
    .select(['release.payload', 'release.sha256'])
    .where('round.kind', '=', round.kind)
    .where('version.key', '=', (eb) =>
      eb
        .selectFrom('questionnaireVersion as own')
        .select('own.key')
        .where('own.hash', '=', round.questionnaireHash),
    )
    .where('round.courseId', 'is not distinct from', round.courseId)
    .where('round.opensOn', '<', round.opensOn)
    .orderBy('round.opensOn', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return undefined
  const { payload, sha256, opensOn, closesOn, ...earlier } = row
  const unchanged = hashOf(payload) === sha256
  return { ...earlier, closesOn: closesOn ?? opensOn, release: JSON.parse(payload), unchanged }
}

/** For those who were not named as readers of the remarks before anybody answered. */
export function withoutTexts(figures: ReleasedFigures, mayRead: boolean): ReleasedFigures {
  return mayRead ? figures : { ...figures, release: { ...figures.release, texts: [] } }
}

export function hashOf(payload: string): string {
  return createHash('sha256').update(payload).digest('hex')
}
