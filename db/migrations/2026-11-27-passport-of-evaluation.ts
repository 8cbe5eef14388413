import { sql, type Kysely } from 'kysely'

// What the released evaluations of the competence centre tell beside indicator 2. They have no function of their own:
// a release is the only thing that anybody ever sees of what people answered, and the figures are read from it.
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const passport of PASSPORTS) {
    await sql`insert into indicator_version
      select * from jsonb_populate_record(null::indicator_version, ${JSON.stringify(passport)}::jsonb)`.execute(
      db,
    )
  }
}

const SHARED = {
  version: 1,
  valid_from: '2025-01-01',
  kind: 'share',
  direction: 'higher',
  decimals: 1,
  months: 12,
  full_count: false,
  frequency_months: 3,
  source_de: 'Freigegebene Auszählungen der Befragungen dieser Plattform',
  source_en: 'Released counts of the evaluations of this platform',
  responsible_de: 'Koordinierungsstelle',
  responsible_en: 'Coordination office',
}

const PASSPORTS = [
  {
    ...SHARED,
    indicator: 'response-rate',
    position: 70,
    title_de: 'Rücklauf der Befragungen',
    title_en: 'Response rate of the evaluations',
    definition_de:
      'Anteil der Eingeladenen, die geantwortet haben, in allen freigegebenen Befragungen zur IT-Kompetenzstelle, die in zwölf Monaten endeten.',
    definition_en:
      'Share of those invited who answered, in all released evaluations of the competence centre that closed within twelve months.',
    numerator_de: 'Abgegebene Antworten',
    numerator_en: 'Answers given',
    denominator_de: 'Einladungen',
    denominator_en: 'Invitations',
    unit: 'answers',
    minimum: 10,
    coverage_de: 'Befragungen, die freigegeben sind',
    coverage_en: 'Evaluations that are released',
    limits_de:
      'Wer nicht antwortet, kann anders denken als die Antwortenden. Wer zu mehreren Befragungen eingeladen war, zählt mehrmals. Befragungen, die nicht freigegeben sind, fehlen.',
    limits_en:
      'Those who do not answer may think otherwise than those who do. Whoever was invited to several evaluations counts several times. Evaluations that are not released are missing.',
  },
  {
    ...SHARED,
    indicator: 'satisfied-by-topic',
    position: 80,
    title_de: 'Zufriedenheit nach Themen',
    title_en: 'Satisfaction by topic',
    definition_de:
      'Anteil der Antworten „zufrieden“ und „sehr zufrieden“ je Thema in der jüngsten freigegebenen Befragung zur IT-Kompetenzstelle, die in zwölf Monaten endete.',
    definition_en:
      'Share of the answers "satisfied" and "very satisfied" on each topic in the latest released evaluation of the competence centre that closed within twelve months.',
    numerator_de: 'Antworten „zufrieden“ und „sehr zufrieden“ zum Thema',
    numerator_en: 'Answers "satisfied" and "very satisfied" on the topic',
    denominator_de: 'Alle Bewertungen des Themas, ohne „keine Angabe“ und ohne übersprungene Fragen',
    denominator_en: 'All ratings of the topic, without "no answer" and skipped questions',
    unit: 'answers',
    minimum: 5,
    coverage_de: 'Eingeladene, die das Thema bewertet haben',
    coverage_en: 'People invited who rated the topic',
    limits_de:
      'Es gelten die Schutzregeln der Freigabe: unter fünf Antworten kein Wert, unter zehn keine Prozente. Ein Thema wird nur mit dem Vorjahr verglichen, wenn es gleich gefragt war. Ob Eingeladene zweimal dieselben Menschen sind, weiß niemand.',
    limits_en:
      'The rules of disclosure of the release hold: no figure below five answers, no per cent below ten. A topic is compared with the year before only if it was asked in the same way. Nobody knows whether those invited are the same people both times.',
  },
]
