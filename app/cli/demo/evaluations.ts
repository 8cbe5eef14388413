import { randomUUID } from 'node:crypto'
import { inventAnswers, type Mood } from '#app/cli/demo/answers.ts'
import { daysAfter, momentOf, type Happening } from '#app/cli/demo/timeline.ts'
import type { DemoWorld } from '#app/cli/demo/training.ts'
import { expectOk, KEEN } from '#app/cli/demo/workshop-life.ts'
import { addDays, dayOf } from '#app/domain/calendar.ts'
import { FEEDBACK_DAYS, type Stratum } from '#app/domain/evaluation.ts'
import type { RemarkReaders } from '#app/domain/remark-readers.ts'
import type { RoundAudience } from '#app/domain/round-audience.ts'
import { currentVersion } from '#surveys/index.ts'
import type { Db } from '#db/client.server.ts'
import { castBallot, seal } from '#db/ballots.ts'
import { getRound } from '#db/evaluations.ts'
import { inviteToWorkshopFeedback } from '#db/feedback.ts'
import { versionByHash, type PublishedVersion } from '#db/questionnaire-versions.ts'
import { getQuestionnaire } from '#db/questionnaires.ts'
import { listTextsToReview, releaseRound, reviewTexts } from '#db/releases.ts'
import { saveMeasure, type MeasureDraft } from '#db/measures.ts'
import { openRound } from '#db/round-openings.ts'
import { addRound } from '#db/rounds.ts'
import { countRound } from '#db/tallies.ts'

const VOTE_DAYS = [2, 6, 11]
const FEEDBACK_MOOD = 0.74
const VOTES_AT_A_TIME = 0.3

/** After a workshop those who attended are asked; a fortnight later what came in is counted, if it is enough. */
export function workshopFeedback(world: DemoWorld, workshopId: string, endsAt: Date): Happening[] {
  const { db, options } = world
  const means = { questionnaire: currentVersion('workshop-feedback'), wrappingKey: options.roundKey }
  const invited = new Date(endsAt.getTime() + 60 * 60_000)
  const said = new Set<string>()
  let roundId: string | undefined
  const invite = async (now: Date) => {
    const result = await inviteToWorkshopFeedback(db, workshopId, means, now)
    if (result.ok) roundId = result.roundId
  }
  const then = (what: (roundId: string, now: Date) => Promise<void>) => async (now: Date) => {
    if (roundId) await what(roundId, now)
  }
  return [
    { at: invited, happen: invite },
    ...VOTE_DAYS.map((days) => ({
      at: daysAfter(invited, days),
      happen: then((id, now) =>
        vote(world, { roundId: id, mood: FEEDBACK_MOOD, said }, VOTES_AT_A_TIME, now),
      ),
    })),
    { at: daysAfter(invited, FEEDBACK_DAYS + 1), happen: then((id, now) => count(world, id, now)) },
    {
      at: daysAfter(invited, FEEDBACK_DAYS + 3),
      happen: then((id, now) => release(world, id, 'koordination', now)),
    },
  ]
}

export type CentreRound = {
  /** Without it, about the competence centre. */
  asks?: 'needs' | 'free'
  /** One of the district's own; without it, the one that comes with the product. */
  questionnaireId?: string
  title: string
  opensOn: string
  closesOn: string
  mood: Mood
  /** Without it, as few as may be. */
  remarkReaders?: RemarkReaders
  /** By mailbox; null while nobody has done it. */
  releasedBy: string | null
  /** What came of it, ten days after its end. */
  measures?: readonly Measure[]
}

const CHOSEN_AUDIENCE: RoundAudience = { groups: ['it', 'user'], attended: null, organisationIds: [] }

const QUESTIONNAIRES = {
  centre: 'competence-centre',
  needs: 'needs-assessment',
  free: 'general-feedback',
} as const

/** A round that the coordination plans, from its plan to its release by somebody who is not rated. */
export function centreRound(world: DemoWorld, plan: CentreRound): Happening[] {
  const { db, options, people } = world
  const { title, opensOn, closesOn, mood, releasedBy } = plan
  const id = randomUUID()
  const asks = plan.asks
    ? { kind: plan.asks, audience: CHOSEN_AUDIENCE }
    : { kind: 'competence-centre' as const }
  const round = {
    id,
    ...asks,
    title,
    opensOn,
    closesOn,
    minimum: 5,
    by: people.idOf('koordination'),
    ...(plan.remarkReaders && { remarkReaders: plan.remarkReaders }),
  }
  const add = async (now: Date) => {
    const questionnaire = plan.questionnaireId
      ? await versionOf(db, plan.questionnaireId)
      : currentVersion(QUESTIONNAIRES[plan.asks ?? 'centre'])
    await expectOk(addRound(db, round, { questionnaire, wrappingKey: options.roundKey }, now))
  }
  const urn = { roundId: id, mood, said: new Set<string>() }
  const opens = momentOf(opensOn, '07:00')
  return [
    { at: daysAfter(opens, -7), happen: add },
    { at: opens, happen: (now) => expectOk(openRound(db, id, now)) },
    ...VOTE_DAYS.map((days) => ({
      at: daysAfter(opens, days),
      happen: (now: Date) => vote(world, urn, VOTES_AT_A_TIME, now),
    })),
    { at: momentOf(addDays(closesOn, 1), '00:30'), happen: (now) => count(world, id, now) },
    ...(releasedBy === null
      ? []
      : [
          {
            at: momentOf(addDays(closesOn, 3), '10:00'),
            happen: (now: Date) => release(world, id, releasedBy, now),
          },
          {
            at: momentOf(addDays(closesOn, 10), '10:00'),
            happen: (now: Date) => takeOnMeasures(world, id, plan.measures ?? [], now),
          },
        ]),
  ]
}

async function versionOf(db: Db, questionnaireId: string): Promise<PublishedVersion> {
  const version = (await getQuestionnaire(db, questionnaireId))?.versions[0]
  if (!version) throw new Error('this questionnaire was never published')
  return version
}

/**
 * Some of those who have not voted do so now. Who they are is known here only because they are invented. Accounts that
 * visitors sign in with leave what is still open to them.
 */
/** `said` is what was written so far. */
type Urn = { roundId: string; mood: Mood; said: Set<string> }

async function vote(
  { db, chance, people, options }: DemoWorld,
  { roundId, mood, said }: Urn,
  share: number,
  now: Date,
): Promise<void> {
  const round = await db
    .selectFrom('evaluationRound')
    .selectAll()
    .where('id', '=', roundId)
    .executeTakeFirstOrThrow()
  const version = await versionByHash(db, round.questionnaireHash)
  if (!version) throw new Error('unknown questionnaire')
  const voters = await db
    .selectFrom('invitation')
    .innerJoin('person', 'person.id', 'invitation.personId')
    .select(['personId', 'stratum', 'closesOn'])
    .where('roundId', '=', roundId)
    .where('used', '=', false)
    .where('closesOn', '>=', dayOf(now))
    // Invitations lie in random order; the same seed must find the same people.
    .orderBy('person.email')
    .execute()
  for (const { personId, stratum, closesOn } of voters) {
    if (!chance.happens(share)) continue
    if (closesOn >= dayOf(options.now) && KEEN.some((mailbox) => people.idOf(mailbox) === personId)) continue
    const answers = inventAnswers(chance, version.questionnaire, moodOf(mood, stratum), said)
    const sealed = seal(round, version.questionnaire, { stratum, answers })
    await castBallot(db, { roundId, personId, sealed }, now)
  }
}

const moodOf = (mood: Mood, stratum: Stratum) => (stratum === 'it' ? mood + 0.03 : mood - 0.03)

async function count({ db, options }: DemoWorld, roundId: string, now: Date): Promise<void> {
  const round = await getRound(db, roundId, now)
  if (!round || round.countedAt) return
  const version = await versionByHash(db, round.questionnaireHash)
  if (!version) throw new Error('unknown questionnaire')
  // Too few answers, or another workshop of the course still open: the urn waits for the next time.
  await countRound(
    db,
    { roundId, by: null },
    { wrappingKey: options.roundKey, questionnaire: version.questionnaire },
    now,
  )
}

async function release(
  { db, people }: DemoWorld,
  roundId: string,
  mailbox: string,
  now: Date,
): Promise<void> {
  const round = await getRound(db, roundId, now)
  const version = round && (await versionByHash(db, round.questionnaireHash))
  if (!round?.countedAt || round.releasedAt || !version) return
  const by = people.idOf(mailbox)
  const texts = await listTextsToReview(db, roundId)
  if (texts.length > 0) {
    await expectOk(reviewTexts(db, { roundId, textIds: texts.map(({ id }) => id), review: 'shown', by }, now))
  }
  await expectOk(releaseRound(db, { roundId, by }, version.questionnaire, now))
}

type Measure = Pick<MeasureDraft, 'title' | 'owner' | 'state' | 'reason'>

/** What the coordination took on once the results were known. */
async function takeOnMeasures(
  { db, people }: DemoWorld,
  roundId: string,
  measures: readonly Measure[],
  now: Date,
): Promise<void> {
  const by = people.idOf('koordination')
  for (const measure of measures) {
    await expectOk(saveMeasure(db, { ...measure, id: randomUUID(), roundId, version: null, by }, now))
  }
}
