// What a report to the committee is about: a released evaluation, and a district with figures in it.

import { randomUUID } from 'node:crypto'
import { addDays } from '#app/domain/calendar.ts'
import { canonicalJson } from '#app/domain/canonical-json.ts'
import type { RemarkReaders } from '#app/domain/remark-readers.ts'
import { releasePayload } from '#app/domain/release.ts'
import { tallyOf, type Ballot } from '#app/domain/tally.ts'
import { changePhase } from '#db/phases.ts'
import { hashOf } from '#db/releases.ts'
import { listSnapshots, prepareSnapshot, releaseSnapshot } from '#db/snapshots.ts'
import { resolveTarget } from '#db/targets.ts'
import { currentVersion } from '#surveys/index.ts'
import { db } from '#tests/database.ts'
import { aCourse, anOrganisation, aPerson, NOW, TODAY } from '#tests/factories.ts'

type GivenRound = {
  kind?: 'competence-centre' | 'workshop'
  title?: string
  /** Where the schedule planned it. */
  dueOn?: string
  opensOn?: string
  closesOn?: string
  invited?: number
  /** Answers to the overall question. */
  ratings?: readonly number[]
  /** Answers to the topics, one number for all of them. */
  topics?: readonly number[]
  isReleased?: boolean
  remarkReaders?: RemarkReaders
  /** What people wrote on what helped them, as released. */
  remarks?: readonly string[]
}

/** A round that has been counted and released, as if it had been held. */
export async function aReleasedRound(given: GivenRound = {}): Promise<string> {
  const { kind = 'competence-centre', closesOn = '2026-02-20', invited = 40, isReleased = true } = given
  const { ratings = [5, 5, 5, 4, 4, 4, 4, 3, 3, 2], topics = ratings } = given
  const { key, hash, definition, questionnaire } = currentVersion(
    kind === 'workshop' ? 'workshop-feedback' : 'competence-centre',
  )
  const { id: by } = await aPerson({ roles: ['staffCouncil'], organisationId: null })
  await db
    .insertInto('questionnaireVersion')
    .values({ key, hash, definition: JSON.stringify(definition), publishedAt: NOW })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const roundId = randomUUID()
  await db
    .insertInto('evaluationRound')
    .values({
      id: roundId,
      kind,
      title: given.title ?? `Befragung ${roundId.slice(0, 4)}`,
      courseId: kind === 'workshop' ? (await aCourse()).id : null,
      questionnaireHash: hash,
      // The schedule plans the next one only when that has begun.
      ...(given.dueOn && { dueOn: given.dueOn, openedAt: NOW }),
      opensOn: given.opensOn ?? '2025-01-20',
      closesOn,
      publicKey: new Uint8Array(32),
      createdBy: by,
      createdAt: NOW,
      remarkReaders: given.remarkReaders ?? 'offices',
    })
    .execute()
  if (!isReleased) return roundId
  const ballots = ratings.map((overall, place): Ballot => {
    const topic = topics[place]
    return {
      stratum: 'user',
      answers: { overall, ...(topic !== undefined && { topics: { organisation: topic, support: topic } }) },
    }
  })
  const release = releasePayload({
    questionnaire,
    tallies: tallyOf(ballots, questionnaire, true),
    invited: { it: 0, user: invited },
    used: { it: 0, user: ratings.length },
    texts: { helped: given.remarks ?? [] },
    paperForms: 0,
    minimum: 5,
  })
  const payload = canonicalJson(release)
  await db
    .insertInto('release')
    .values({ roundId, payload, sha256: hashOf(payload), releasedBy: by, releasedAt: NOW })
    .execute()
  return roundId
}

/** The first day from `TODAY` on that can have a report: a day that has a released one gets no other. */
export async function aReportDay(): Promise<string> {
  const latest = (await listSnapshots(db)).find(({ releasedAt }) => releasedAt)?.cutOff
  return latest === undefined || latest < TODAY ? TODAY : addDays(latest, 1)
}

/** Freezes the figures of that day. */
export async function aPreparedReport(): Promise<number> {
  const { id: by } = await aPerson({ roles: ['coordinator'], organisationId: null })
  const cutOff = await aReportDay()
  const preparation = { cutOff, today: cutOff, applicationVersion: '0.0.0', by }
  const prepared = await prepareSnapshot(db, preparation, NOW)
  if (!prepared.ok) throw new Error(prepared.refusal)
  return prepared.number
}

export async function aReleasedReport(): Promise<number> {
  const number = await aPreparedReport()
  const { id: by } = await aPerson({ roles: ['committee'], organisationId: null })
  await releaseSnapshot(db, { number, by }, NOW)
  return number
}

/**
 * A district in its pilot: three municipalities, of which two take part with one specialist each, and a target for each
 * indicator. Call it once in a file of tests: phases and municipalities belong to everybody.
 */
export async function aDistrict(): Promise<void> {
  const { id: by } = await aPerson({ roles: ['committee'], organisationId: null })
  const places = [
    { name: 'Ahausen', population: 6000, takesPart: true },
    { name: 'Bedorf', population: 3000, takesPart: true },
    { name: 'Cestadt', population: 1000, takesPart: false },
  ]
  for (const { name, population, takesPart } of places) {
    const { id } = await anOrganisation({ name, population, populationDate: '2024-12-31' })
    if (!takesPart) continue
    await db
      .insertInto('participation')
      .values({ organisationId: id, fromDate: '2025-06-01', declaration: 'Ratsbeschluss 7/2025' })
      .execute()
    await aPerson({ organisationId: id })
  }
  const pilot = { key: 'pilot' as const, fromDate: '2025-01-01', untilDate: '2026-12-31' }
  await changePhase(db, { ...pilot, resolution: null, version: 1, by }, NOW)
  const resolved = { phaseKey: 'pilot' as const, by, resolution: 'LA 2025/01', decidedOn: '2025-01-20' }
  await resolveTarget(db, { ...resolved, id: randomUUID(), indicator: 'I1', value: 2 }, NOW)
  await resolveTarget(db, { ...resolved, id: randomUUID(), indicator: 'I2', value: 65 }, NOW)
}
