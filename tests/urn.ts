// Evaluations for tests: urns with people invited, ballots, and workshops that are over.

import { randomUUID } from 'node:crypto'
import type { Answers } from '#app/domain/answers.ts'
import { isChosen, isPooled, type RoundKind, type Stratum } from '#app/domain/evaluation.ts'
import { readQuestionnaire, type Definition, type Questionnaire } from '#app/domain/questionnaire.ts'
import type { RoundAudience } from '#app/domain/round-audience.ts'
import { castBallot, seal as sealFor, type CastResult } from '#db/ballots.ts'
import { invite } from '#db/invitations.ts'
import { insertVersion } from '#db/questionnaire-versions.ts'
import { insertRound, type RoundMeans } from '#db/rounds.ts'
import type { Row } from '#db/schema.ts'
import type { CountMeans } from '#db/tallies.ts'
import { currentVersion, hashOf, shipped } from '#surveys/index.ts'
import { db } from '#tests/database.ts'
import { aCourse, aWorkshop, hours, NOW } from '#tests/factories.ts'

export const wrappingKey = Buffer.alloc(32, 7)
const feedback = currentVersion('workshop-feedback')
const centre = currentVersion('competence-centre')

export const feedbackMeans: RoundMeans = { questionnaire: feedback, wrappingKey }
export const centreMeans: RoundMeans = { questionnaire: centre, wrappingKey }

const versionFor = (kind: RoundKind) => shipped.find((version) => version.kind === kind)!

type Version = { questionnaire: Questionnaire; definition: Definition; hash: string }

/** What counting takes: of the questionnaire that comes with the product, or of another. */
export function countMeans(of: RoundKind | Version = 'workshop'): CountMeans {
  const { questionnaire } = typeof of === 'string' ? versionFor(of) : of
  return { wrappingKey, questionnaire }
}

export const questionnaireOf: Record<RoundKind, Questionnaire> = {
  workshop: feedback.questionnaire,
  transfer: versionFor('transfer').questionnaire,
  'competence-centre': centre.questionnaire,
  needs: versionFor('needs').questionnaire,
  free: versionFor('free').questionnaire,
}

/** An audience that leaves nobody out. */
export const EVERYBODY: RoundAudience = {
  groups: ['it', 'user', 'leadership'],
  attended: null,
  organisationIds: [],
}

/** An envelope as long as all others of its round. */
export function seal(round: Row<'evaluationRound'>, stratum: Stratum, answers: Answers): Buffer {
  return sealFor(round, questionnaireOf[round.kind], { stratum, answers })
}

type Urn = { round: Row<'evaluationRound'>; people: string[] }
type Given = {
  people?: number
  /** By turns. */
  strata?: readonly Stratum[]
  kind?: RoundKind
  courseId?: string | null
  opensOn?: string
  closesOn?: string
  openedAt?: Date | null
  minimum?: number
  /** A questionnaire of the district's own. */
  version?: Version
}

/** A version of the district's own, published. */
export async function aVersion(definition: Definition): Promise<Version> {
  const hash = hashOf(definition)
  const key = randomUUID()
  await db
    .insertInto('questionnaire')
    .values({ key, kind: 'needs', title: definition.title.default, createdAt: NOW })
    .execute()
  await db
    .transaction()
    .execute((trx) => insertVersion(trx, { key, hash, definition, isShipped: false }, NOW))
  return { questionnaire: readQuestionnaire(definition), definition, hash }
}

/** A round that opened on the day of `NOW` and closes two weeks later, with so many people invited. */
export async function anUrn(given: Given = {}): Promise<Urn> {
  const { people = 6, strata = ['user'], version, ...columns } = given
  const kind: RoundKind = columns.kind ?? 'workshop'
  const id = randomUUID()
  const row = {
    id,
    kind,
    title: 'Netze verstehen',
    courseId: isPooled(kind) ? (await aCourse()).id : null,
    opensOn: '2026-03-11',
    closesOn: '2026-03-25',
    minimum: 5,
    createdBy: null,
    openedAt: NOW,
    ...(isChosen(kind) ? { audience: EVERYBODY } : {}),
    ...columns,
  }
  const ids = await somePeople(people)
  const invitees = ids.map((personId, index) => ({
    personId,
    stratum: strata[index % strata.length] ?? 'user',
  }))
  const round = await db.transaction().execute(async (trx) => {
    await insertRound(trx, row, { questionnaire: version ?? versionFor(kind), wrappingKey }, NOW)
    await invite(trx, id, invitees, row.closesOn)
    return trx.selectFrom('evaluationRound').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  })
  return { round, people: ids }
}

/** People without membership or role: enough to be invited. */
export async function somePeople(count: number): Promise<string[]> {
  if (count === 0) return []
  const rows = Array.from({ length: count }, () => {
    const id = randomUUID()
    return { id, givenName: 'Eva', familyName: id, email: `${id}@lernkreis.example`, createdAt: NOW }
  })
  await db.insertInto('person').values(rows).execute()
  return rows.map(({ id }) => id)
}

export function vote(urn: Urn, personId: string, answers: Answers = {}, now = NOW): Promise<CastResult> {
  const sealed = seal(urn.round, 'user', answers)
  return castBallot(db, { roundId: urn.round.id, personId, sealed }, now)
}

/** Everybody of these votes, one after the other. */
export async function voteAll(urn: Urn, people: readonly string[], answers: Answers = {}): Promise<void> {
  for (const personId of people) {
    const result = await vote(urn, personId, answers)
    if (!result.ok) throw new Error(result.refusal)
  }
}

export function ballotsOf(roundId: string) {
  return db.selectFrom('ballot').selectAll().where('roundId', '=', roundId).execute()
}

export function invitationsOf(roundId: string) {
  return db.selectFrom('invitation').selectAll().where('roundId', '=', roundId).execute()
}

type GivenWorkshop = { courseId?: string; endsAt?: Date; people?: readonly string[]; trainerIds?: string[] }

/** A workshop of three hours that is over, with everybody present. */
export async function aFinishedWorkshop(given: GivenWorkshop = {}): Promise<Row<'workshop'>> {
  const { endsAt = hours(-1), people = [], ...columns } = given
  const workshop = await aWorkshop({ ...columns, startsAt: hours(-3, endsAt) })
  for (const personId of people) await attend(workshop.id, personId)
  return workshop
}

/** Somebody was at all meetings of a workshop. */
export async function attend(workshopId: string, personId: string): Promise<void> {
  const { organisationId } = await db
    .insertInto('organisation')
    .values({ kind: 'external', name: randomUUID(), validFrom: '2020-01-01' })
    .returning('id as organisationId')
    .executeTakeFirstOrThrow()
  const enrolment = await db
    .insertInto('enrolment')
    .values({
      workshopId,
      personId,
      organisationId,
      status: 'confirmed',
      enrolledAt: NOW,
      enrolledBy: personId,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const meetings = await db.selectFrom('meeting').selectAll().where('workshopId', '=', workshopId).execute()
  const records = meetings.map((meeting) => ({
    meetingId: meeting.id,
    enrolmentId: enrolment.id,
    status: 'present' as const,
    units: meeting.units,
    recordedBy: personId,
    recordedAt: NOW,
  }))
  await db.insertInto('attendance').values(records).execute()
}
