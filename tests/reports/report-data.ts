import { createHash } from 'node:crypto'
import { canonicalJson } from '#app/domain/canonical-json.ts'
import type { Measured } from '#app/domain/indicator.ts'
import {
  REPORT_FORMAT,
  type Definition,
  type ReportData,
  type ReportFigures,
  type ReportMunicipality,
  type ReportTarget,
  type ReportTopic,
} from '#app/domain/report.ts'
import { READINGS, readAs, type ReadingKey } from '#app/domain/reading.ts'
import { REPORT_SECTIONS } from '#app/domain/report-draft.ts'
import { UNRULED, type Rulings } from '#app/domain/ruling.ts'
import { wilsonInterval, type Distribution, type Figure } from '#app/domain/satisfaction.ts'

const definition: Definition = {
  version: 1,
  validFrom: '2025-01-01',
  textDe:
    'Eine Kommune nimmt teil, wenn ihre Erklärung gilt und mindestens eine IT-Fachkraft für sie registriert ist.',
  textEn:
    'A municipality takes part when its declaration is in force and at least one IT specialist serves it.',
  sourceDe: 'Teilnahmeregister der IT-Kompetenzstelle',
  sourceEn: 'Register of participation of the competence centre',
  resolution: null,
}

/** From the best to the worst, as the questionnaire offers them. */
export function aFigure(counts: [number, number, number, number, number], invited: number): Figure {
  const [five, four, three, two, one] = counts
  const distribution: Distribution = { 5: five, 4: four, 3: three, 2: two, 1: one }
  const responses = five + four + three + two + one
  const satisfied = five + four
  if (responses === 0) return { kind: 'no-data' }
  if (responses < 5) return { kind: 'too-few' }
  if (responses < 10) return { kind: 'words', satisfied, responses }
  const interval = responses === invited ? null : wilsonInterval(satisfied, responses)
  return { kind: 'full', satisfied, responses, distribution, interval }
}

export function aTopic(
  key: string,
  titleDe: string,
  counts: [number, number, number, number, number],
): ReportTopic {
  return { key, titleDe, titleEn: `${key} (en)`, figure: aFigure(counts, 265) }
}

export function aMunicipality(
  ags: string,
  name: string,
  more: Partial<ReportMunicipality> = {},
): ReportMunicipality {
  return { ags, name, takesPart: false, since: null, itSpecialists: 0, labelPoint: [13.5, 51.2], ...more }
}

export function aTarget(
  target: Pick<ReportTarget, 'indicator' | 'phase'> & Partial<ReportTarget>,
): ReportTarget {
  const nothing: Measured = { kind: 'no-data' }
  return {
    measure: target.indicator === 'I1' && target.phase === 'pilot' ? 'count' : 'percent',
    state: 'open',
    value: null,
    resolution: null,
    attainment: 'target-open',
    withinInterval: false,
    measured: nothing,
    measuredOn: null,
    ...target,
  }
}

const taking = (since: string, itSpecialists: number) => ({ takesPart: true, since, itSpecialists })
const count = (numerator: number, denominator: number): Measured => {
  return { kind: 'measured', numerator, denominator, interval: null }
}

const FIGURES: ReportFigures = {
  format: REPORT_FORMAT,
  number: 3,
  previousSha256: 'b'.repeat(64),
  applicationVersion: '0.1.0',
  demo: true,
  districtName: 'Landkreis Musterland',
  cutOff: '2026-06-30',
  phases: [
    { key: 'pilot', fromDate: '2025-01-01', untilDate: '2025-12-31' },
    { key: 'firstYear', fromDate: '2026-01-01', untilDate: '2026-12-31' },
    { key: 'continuation', fromDate: null, untilDate: null },
  ],
  participation: {
    definition,
    count: 4,
    denominator: 6,
    share: 4 / 6,
    declared: 5,
    itSpecialists: 9,
    population: { covered: 61_234, total: 98_765, share: 61_234 / 98_765, asOf: '2024-12-31' },
    municipalities: [
      aMunicipality('14000010', 'Ahausen', { ...taking('2025-03-01', 3), labelPoint: [13.3, 51.4] }),
      aMunicipality('14000020', 'Bad Gottleuba-Berggießhübel', { labelPoint: [13.5, 51.4] }),
      aMunicipality('14000030', 'Diera-Zehren', { ...taking('2025-09-15', 2), labelPoint: [13.3, 51.2] }),
      aMunicipality('14000040', 'Klipphausen', { ...taking('2026-01-01', 1), labelPoint: [13.5, 51.2] }),
      aMunicipality('14000050', 'Lampertswalde', { since: '2026-05-01', labelPoint: [13.7, 51.3] }),
      aMunicipality('14000060', 'Moritzburg', { ...taking('2026-02-01', 3), labelPoint: null }),
    ],
    history: [
      { asOf: '2025-06-30', count: 1, denominator: 6 },
      { asOf: '2025-12-31', count: 3, denominator: 6 },
      { asOf: '2026-06-30', count: 4, denominator: 6 },
    ],
  },
  satisfaction: {
    definition: {
      ...definition,
      textDe: 'Anteil von „zufrieden“ und „sehr zufrieden“.',
      resolution: 'LA 2/2026',
    },
    round: {
      titleDe: 'Zufriedenheit Sommer 2026',
      titleEn: 'Satisfaction summer 2026',
      closedOn: '2026-06-21',
      invited: 265,
    },
    figure: aFigure([38, 72, 24, 14, 6], 265),
    topics: [
      aTopic('organisation', 'Organisation: Termine, Abläufe, Erreichbarkeit', [36, 70, 30, 12, 4]),
      aTopic('time_saving', 'Zeitersparnis bei der täglichen Arbeit', [22, 52, 40, 26, 12]),
      aTopic('exchange', 'Austausch mit anderen Verwaltungen', [3, 3, 1, 1, 0]),
      aTopic('support', 'Unterstützung bei Fragen und Problemen', [1, 1, 1, 0, 0]),
    ],
    readings: [],
    remarks: { readers: 'offices', questions: [] },
    history: [
      {
        titleDe: 'Zufriedenheit zum Ende der Pilotphase',
        titleEn: null,
        closedOn: '2025-12-15',
        invited: 210,
        figure: aFigure([20, 53, 25, 14, 6], 210),
      },
      {
        titleDe: 'Zufriedenheit Sommer 2026',
        titleEn: 'Satisfaction summer 2026',
        closedOn: '2026-06-21',
        invited: 265,
        figure: aFigure([38, 72, 24, 14, 6], 265),
      },
    ],
  },
  targets: [
    aTarget({
      indicator: 'I1',
      phase: 'pilot',
      state: 'resolved',
      value: 3,
      resolution: 'LA 1/2025',
      attainment: 'reached',
      measured: count(3, 6),
      measuredOn: '2025-12-31',
    }),
    aTarget({
      indicator: 'I1',
      phase: 'firstYear',
      state: 'resolved',
      value: 75,
      resolution: 'LA 1/2026',
      attainment: 'not-due',
      measured: count(4, 6),
      measuredOn: '2026-06-30',
    }),
    aTarget({ indicator: 'I1', phase: 'continuation' }),
    aTarget({
      indicator: 'I2',
      phase: 'pilot',
      state: 'resolved',
      value: 60,
      resolution: 'LA 1/2025',
      attainment: 'reached',
      withinInterval: true,
      measured: { ...count(73, 118), interval: wilsonInterval(73, 118) } as Measured,
      measuredOn: '2025-12-31',
    }),
    aTarget({
      indicator: 'I2',
      phase: 'firstYear',
      state: 'resolved',
      value: 65,
      resolution: 'LA 1/2026',
      attainment: 'on-course',
      withinInterval: true,
      measured: { ...count(110, 154), interval: wilsonInterval(110, 154) } as Measured,
      measuredOn: '2026-06-30',
    }),
    aTarget({ indicator: 'I2', phase: 'continuation', state: 'proposed', value: 70 }),
  ],
  rulings: UNRULED,
  stages: [],
  decisions: [
    { key: 'note-report' },
    { key: 'set-target', indicator: 'I1', phase: 'continuation', measure: 'percent', proposed: null },
    { key: 'set-target', indicator: 'I2', phase: 'continuation', measure: 'percent', proposed: 70 },
    { key: 'set-rhythm', proposedMonths: null },
  ],
  accompanying: [],
  baselines: [],
  passports: [],
  passportHistory: [],
  training: {
    fromDate: '2026-01-01',
    untilDate: '2026-06-30',
    topics: [
      {
        topicKey: 'gis',
        titleDe: 'Geodaten',
        titleEn: 'Geodata',
        courses: 2,
        workshops: 5,
        units: 22,
        attended: 48,
      },
      {
        topicKey: 'office',
        titleDe: 'Büro',
        titleEn: 'Office',
        courses: 1,
        workshops: 1,
        units: 4,
        attended: null,
      },
    ],
  },
  sections: [...REPORT_SECTIONS],
  leftOut: [],
  comments: { I1: 'Zwei weitere Kommunen haben ihre Teilnahme angekündigt.', I2: null },
  ownView:
    '# Ausblick\n\nDas zweite Halbjahr gilt der Bauleitplanung.\n\n- Schulung im Herbst\n- Sprechstunde ([Plan](https://example.org/plan))',
  correction: null,
  changes: null,
  revised: [],
  sources: [
    { text: '© Statistisches Musteramt, 2026, Gemeindeverzeichnis; Auswahl und Umformatierung', url: null },
    { text: 'Lizenz der Daten', url: 'https://www.example.org/lizenz?a=1&b=2' },
  ],
}

/** A report with everything in it; `changes` replace parts of the figures, and the fingerprint follows. */
export function aReport(
  changes: Partial<ReportFigures> = {},
  releasedAt: string | null = RELEASED_AT,
): ReportData {
  const figures = { ...FIGURES, ...changes }
  const payload = canonicalJson(figures)
  const sha256 = createHash('sha256').update(payload).digest('hex')
  return { ...figures, payload, sha256, releasedAt }
}

/** What a report says by a reading that the committee has resolved. */
export function readBy(
  reading: ReadingKey,
  { satisfaction }: Pick<ReportFigures, 'satisfaction'> = FIGURES,
): Pick<ReportFigures, 'rulings' | 'satisfaction'> {
  const { figure, topics } = satisfaction
  const readings = READINGS.map((key) => readAs(key, figure, topics))
  return { rulings: aRulingFor(reading), satisfaction: { ...satisfaction, readings } }
}

function aRulingFor(value: ReadingKey): Rulings {
  const resolved = { state: 'resolved', resolution: 'LA 3/2026', decidedOn: '2026-06-11' } as const
  return { ...UNRULED, reading: { ...resolved, value } }
}

const RELEASED_AT = '2026-07-14T08:00:00.000Z'

/** A report of the first day: nobody takes part, nothing was asked, no target has been set. */
export function anEmptyReport(): ReportData {
  const nothing = { count: 0, share: 0, declared: 0, itSpecialists: 0, history: [] }
  const total = FIGURES.participation.population.total
  return aReport(
    {
      number: 1,
      previousSha256: null,
      demo: false,
      phases: FIGURES.phases.map(({ key }) => ({ key, fromDate: null, untilDate: null })),
      participation: {
        ...FIGURES.participation,
        ...nothing,
        population: { covered: 0, total, share: 0, asOf: '2024-12-31' },
        municipalities: FIGURES.participation.municipalities.map(({ ags, name, labelPoint }) =>
          aMunicipality(ags, name, { labelPoint }),
        ),
      },
      satisfaction: {
        ...FIGURES.satisfaction,
        round: null,
        figure: { kind: 'no-data' },
        topics: [],
        remarks: null,
        history: [],
      },
      targets: FIGURES.targets.map(({ indicator, phase }) => aTarget({ indicator, phase })),
      decisions: [],
      sources: [],
    },
    null,
  )
}
