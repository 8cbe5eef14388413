import { readQuestionnaire, type Definition as QuestionnaireDefinition } from '#app/domain/questionnaire.ts'
import { INDICATOR_KEYS, type IndicatorKey } from '#app/domain/indicator.ts'
import { addDays, addMonths } from '#app/domain/calendar.ts'
import type { DecisionFacts } from '#app/domain/report-decisions.ts'
import type { ReportDraft } from '#app/domain/report-draft.ts'
import type { Definition } from '#app/domain/report.ts'
import { trainingOf, type Training } from '#app/domain/training.ts'
import type { ReportFacts, RoundFact } from '#app/domain/report-figures.ts'
import { countAccompanying } from '#db/accompanying-figures.ts'
import { listBaselines } from '#db/baselines.ts'
import type { Db } from '#db/client.server.ts'
import {
  countSpecialistsOn,
  getIndicatorVersion,
  listMunicipalitiesOn,
  listParticipation,
  listReleasedRounds,
  listRoundsHeld,
  listSourcesOn,
} from '#db/indicators.ts'
import { listPassportHistory, listPassportsOn } from '#db/passports.ts'
import { listPhases } from '#db/phases.ts'
import { getReportDraft } from '#db/report-drafts.ts'
import { overdueSince } from '#db/round-schedule.ts'
import { getRulings } from '#db/rulings.ts'
import { getSettings } from '#db/settings.ts'
import { listStageFacts } from '#db/stages.ts'
import { listTargets } from '#db/targets.ts'
import { listTraining } from '#db/training-facts.ts'

type Link = Pick<ReportFacts, 'cutOff' | 'applicationVersion' | 'number' | 'previousSha256' | 'correction'>

/** What the decisions that are open on a day follow from: far less than a report. */
export async function getDecisionFacts(db: Db, day: string): Promise<DecisionFacts> {
  return { ...(await listDecided(db, day)), rounds: await listReleasedRounds(db, day) }
}

async function listDecided(db: Db, cutOff: string) {
  return {
    cutOff,
    phases: await listPhases(db),
    targets: await listTargets(db),
    rulings: await getRulings(db),
    stages: await listStageFacts(db, cutOff),
    evaluationDueOn: await overdueSince(db, cutOff),
  }
}

/** Gathers what the figures of a cut-off day follow from. */
export async function getReportFacts(db: Db, link: Link): Promise<ReportFacts> {
  const { cutOff } = link
  const { demo, districtName } = await getSettings(db)
  const decided = await listDecided(db, cutOff)
  const ends = decided.phases.flatMap(({ untilDate }) =>
    untilDate !== null && untilDate <= cutOff ? [untilDate] : [],
  )
  const municipalities = await listMunicipalitiesOn(db, cutOff)
  const passports = await listPassportsOn(db, cutOff)
  return {
    ...link,
    ...decided,
    demo,
    districtName,
    definitions: await definitionsOn(db, cutOff),
    municipalities,
    specialists: await countSpecialistsOn(db, cutOff),
    history: await listParticipation(db, [...(await reportingDates(db, cutOff)), cutOff]),
    atPhaseEnds: await listParticipation(db, ends),
    rounds: await roundsUntil(db, cutOff),
    roundsHeld: await listRoundsHeld(db, cutOff),
    training: await trainingUntil(db, cutOff),
    draft: await draftOf(db, cutOff),
    sources: (await listSourcesOn(db, cutOff)).map((text) => ({ text, url: null })),
    passports,
    passportHistory: await listPassportHistory(db, cutOff),
    counted: await countAccompanying(db, passports, cutOff),
    baselines: await listBaselines(db, passports, cutOff),
  }
}

const YEAR_IN_MONTHS = 12

/** Since the reporting date before; in the first report, of the last twelve months. */
async function trainingUntil(db: Db, untilDate: string): Promise<Training> {
  const before = (await reportingDates(db, untilDate)).at(-1) ?? addMonths(untilDate, -YEAR_IN_MONTHS)
  const fromDate = addDays(before, 1)
  return trainingOf({ fromDate, untilDate }, await listTraining(db, fromDate, untilDate))
}

async function draftOf(db: Db, cutOff: string): Promise<ReportDraft> {
  const { version: _version, ...draft } = await getReportDraft(db, cutOff)
  return draft
}

/** The cut-off days of earlier reports, each once. What nobody has released is no reporting date yet. */
async function reportingDates(db: Db, before: string): Promise<string[]> {
  const rows = await db
    .selectFrom('snapshot')
    .innerJoin('snapshotRelease as release', 'release.snapshotNumber', 'snapshot.number')
    .select('cutOff')
    .distinct()
    .where('cutOff', '<', before)
    .orderBy('cutOff')
    .execute()
  return rows.map((row) => row.cutOff)
}

async function definitionsOn(db: Db, day: string): Promise<Record<IndicatorKey, Definition>> {
  const [I1, I2] = [
    await definitionOn(db, INDICATOR_KEYS[0], day),
    await definitionOn(db, INDICATOR_KEYS[1], day),
  ]
  return { I1, I2 }
}

async function definitionOn(db: Db, indicator: IndicatorKey, day: string): Promise<Definition> {
  const { version, validFrom, definitionDe, definitionEn, sourceDe, sourceEn, resolution } =
    await getIndicatorVersion(db, indicator, day)
  return { version, validFrom, textDe: definitionDe, textEn: definitionEn, sourceDe, sourceEn, resolution }
}

async function roundsUntil(db: Db, cutOff: string): Promise<RoundFact[]> {
  const rounds = await listReleasedRounds(db, cutOff)
  return rounds.map(({ title, phaseDay, closesOn, release, remarkReaders, definition }) => ({
    title,
    phaseDay,
    closesOn,
    release,
    remarkReaders,
    questionnaire: readQuestionnaire(JSON.parse(definition) as QuestionnaireDefinition),
  }))
}
