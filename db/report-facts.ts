import { readQuestionnaire, type Definition as QuestionnaireDefinition } from '#app/domain/questionnaire.ts'
import { INDICATOR_KEYS, type IndicatorKey } from '#app/domain/indicator.ts'
import type { Definition } from '#app/domain/report.ts'
import type { ReportFacts, RoundFact } from '#app/domain/report-figures.ts'
import type { Db } from '#db/client.server.ts'
import {
  countSpecialistsOn,
  getIndicatorVersion,
  listMunicipalitiesOn,
  listParticipation,
  listReleasedRounds,
  listSourcesOn,
} from '#db/indicators.ts'
import { listPhases } from '#db/phases.ts'
import { getSettings } from '#db/settings.ts'
import { listTargets } from '#db/targets.ts'

type Link = Pick<ReportFacts, 'cutOff' | 'applicationVersion' | 'number' | 'previousSha256'>

/** Gathers what the figures of a cut-off day follow from. */
export async function getReportFacts(db: Db, link: Link): Promise<ReportFacts> {
  const { cutOff } = link
  const { demo, districtName, evaluationMonths } = await getSettings(db)
  const phases = await listPhases(db)
  const ends = phases.flatMap(({ untilDate }) =>
    untilDate !== null && untilDate <= cutOff ? [untilDate] : [],
  )
  const municipalities = await listMunicipalitiesOn(db, cutOff)
  return {
    ...link,
    demo,
    districtName,
    phases,
    definitions: await definitionsOn(db, cutOff),
    municipalities,
    specialists: await countSpecialistsOn(db, cutOff),
    history: await listParticipation(db, [...(await reportingDates(db, cutOff)), cutOff]),
    atPhaseEnds: await listParticipation(db, ends),
    rounds: await roundsUntil(db, cutOff),
    targets: await listTargets(db),
    rhythmMonths: evaluationMonths,
    sources: (await listSourcesOn(db, cutOff)).map((text) => ({ text, url: null })),
  }
}

/** The cut-off days of earlier snapshots, each once. */
async function reportingDates(db: Db, before: string): Promise<string[]> {
  const rows = await db
    .selectFrom('snapshot')
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
  return rounds.map(({ title, closesOn, release, definition }) => ({
    title,
    closesOn,
    release,
    questionnaire: readQuestionnaire(JSON.parse(definition) as QuestionnaireDefinition),
  }))
}
