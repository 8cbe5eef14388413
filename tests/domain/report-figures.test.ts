import { NO_DRAFT } from '#app/domain/report-draft.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson } from '#app/domain/canonical-json.ts'
import type { IndicatorKey, PhaseKey } from '#app/domain/indicator.ts'
import { SCALE, type Item, type Questionnaire } from '#app/domain/questionnaire.ts'
import type { Release } from '#app/domain/release.ts'
import {
  reportFigures,
  type MunicipalityFact,
  type ReportFacts,
  type RoundFact,
  type TargetFact,
} from '#app/domain/report-figures.ts'
import { daysOfDue } from '#app/domain/round-schedule.ts'
import { UNRULED, type Rulings } from '#app/domain/ruling.ts'
import { figureOf, type Figure } from '#app/domain/satisfaction.ts'

const definition = {
  version: 1,
  validFrom: '2025-01-01',
  textDe: 'Anzahl',
  textEn: 'Number',
  sourceDe: 'Register',
  sourceEn: 'Register',
  resolution: null,
}
const questionnaire: Questionnaire = {
  title: { de: 'Zufriedenheit', en: null },
  introduction: null,
  sections: [
    {
      key: 'all',
      title: null,
      hint: null,
      parts: [
        {
          key: 'topics',
          kind: 'matrix',
          title: { de: 'Themen', en: null },
          hint: null,
          shownIf: null,
          options: [],
          rows: [
            { key: 'time_saving', title: { de: 'Zeitersparnis', en: 'Time saved' } },
            { key: 'support', title: { de: 'Unterstützung', en: null } },
          ],
        },
      ],
    },
  ],
}

const taking = { since: '2025-03-01', specialists: 1 }
const aTown = (name: string, given: Partial<MunicipalityFact> = {}): MunicipalityFact => ({
  ags: '14627010',
  name,
  population: 1000,
  populationDate: '2024-12-31',
  longitude: 13.5,
  latitude: 51.2,
  since: null,
  specialists: 0,
  ...given,
})
const ratings = (satisfied: number, others: number, invited = 100): Figure =>
  figureOf({ 5: satisfied, 4: 0, 3: 0, 2: 0, 1: others }, invited)
function aRound(closesOn: string, overall: Figure, more: Record<string, Figure> = {}): RoundFact {
  const items = Object.entries({ overall, ...more }).map(([key, figure]) => ({
    key,
    figure,
    noAnswer: 0,
    apart: null,
  }))
  const release: Release = {
    minimum: 5,
    turnout: { invited: 100, used: 20 },
    turnoutApart: null,
    items,
    texts: [],
  }
  const title = `Befragung ${closesOn}`
  return { title, phaseDay: closesOn, closesOn, release, questionnaire, remarkReaders: 'offices' }
}
const begunOn = (phaseDay: string, round: RoundFact): RoundFact => ({ ...round, phaseDay })
const aTarget = (indicator: IndicatorKey, phaseKey: PhaseKey, given: Partial<TargetFact> = {}) => ({
  indicator,
  phaseKey,
  state: 'resolved' as const,
  value: 2,
  resolution: 'LA 2025/01',
  ...given,
})
const resolved = { state: 'resolved' as const, resolution: 'LA 2025/01', decidedOn: '2025-01-15' }
const RULED: Rulings = { reading: { ...resolved, value: 'overall' }, rhythm: { ...resolved, value: 12 } }
const facts = (given: Partial<ReportFacts> = {}): ReportFacts => ({
  passports: [],
  passportHistory: [],
  counted: [],
  baselines: [],
  roundsHeld: [],
  number: 1,
  previousSha256: null,
  applicationVersion: '0.0.0',
  demo: false,
  districtName: 'Landkreis Musterland',
  cutOff: '2026-06-30',
  phases: [
    { key: 'pilot', fromDate: '2025-01-01', untilDate: '2025-12-31' },
    { key: 'firstYear', fromDate: '2026-01-01', untilDate: '2026-12-31' },
    { key: 'continuation', fromDate: null, untilDate: null },
  ],
  definitions: { I1: definition, I2: definition },
  municipalities: [],
  specialists: 0,
  history: [],
  atPhaseEnds: [],
  rounds: [],
  targets: [],
  training: { fromDate: '2025-07-01', untilDate: '2026-06-30', topics: [] },
  draft: NO_DRAFT,
  rulings: RULED,
  stages: [],
  evaluationDueOn: null,
  sources: [],
  ...given,
})
const targetIn = (given: Partial<ReportFacts>, indicator: IndicatorKey, phase: PhaseKey) =>
  reportFigures(facts(given)).targets.find((one) => one.indicator === indicator && one.phase === phase)
const decisionsIn = (given: Partial<ReportFacts>) => reportFigures(facts(given)).decisions

test('a report is something to take note of, figures that nobody froze are not', () => {
  const [note, ...open] = decisionsIn({ number: 1 })
  expect(note).toEqual({ key: 'note-report' })
  expect(decisionsIn({ number: 0 })).toEqual(open)
})

test('a municipality takes part with a declaration and a specialist, not with one of them alone', () => {
  const municipalities = [
    aTown('Ahausen', taking),
    aTown('Bedorf', { since: '2025-03-01' }),
    aTown('Cestadt', { specialists: 2 }),
    aTown('Dehof'),
  ]
  const { participation } = reportFigures(facts({ municipalities, specialists: 1 }))
  expect(participation).toMatchObject({
    count: 1,
    declared: 2,
    denominator: 4,
    share: 0.25,
    itSpecialists: 1,
  })
  expect(participation.municipalities.map(({ takesPart }) => takesPart)).toEqual([true, false, false, false])
  expect(participation.population).toEqual({ covered: 1000, total: 4000, share: 0.25, asOf: '2024-12-31' })
})

test('without municipalities there is no share, and not a share of nought', () => {
  const { participation } = reportFigures(facts())
  expect(participation).toMatchObject({ count: 0, denominator: 0, share: null, population: { share: null } })
  expect(targetIn({ targets: [aTarget('I1', 'pilot')] }, 'I1', 'pilot')?.attainment).toBe('no-data')
})

test('satisfaction is the overall question of the latest round', () => {
  const rounds = [aRound('2025-12-15', ratings(15, 5)), aRound('2026-06-20', ratings(18, 2))]
  const { satisfaction } = reportFigures(facts({ rounds }))
  expect(satisfaction.figure).toEqual(ratings(18, 2))
  expect(satisfaction.round).toMatchObject({ closedOn: '2026-06-20', invited: 100 })
  expect(satisfaction.history.map(({ closedOn }) => closedOn)).toEqual(['2025-12-15', '2026-06-20'])
})

const overall: Item = {
  ...{ key: 'overall', kind: 'choice', title: { de: 'Wie zufrieden?', en: null }, hint: null, shownIf: null },
  options: SCALE.map((value) => ({ value, label: { de: String(value), en: null } })),
}
const asking = (day: string, part: Item): RoundFact => {
  const sections = [{ key: 'one', title: null, hint: null, parts: [part] }]
  return { ...aRound(day, ratings(18, 2)), questionnaire: { ...questionnaire, sections } }
}

test('where the overall question is another one than before, its line begins anew; other words do no harm', () => {
  const rounds = [
    asking('2025-06-20', overall),
    asking('2025-12-15', { ...overall, title: { de: 'Alles in allem?', en: null } }),
    asking('2026-06-20', { ...overall, shownIf: '{helped} = true' }),
    asking('2026-12-15', { ...overall, shownIf: '{helped} = true' }),
  ]
  const { history } = reportFigures(facts({ rounds })).satisfaction
  expect(history.map(({ breaks }) => breaks)).toEqual([undefined, undefined, true, undefined])
})

test('topics stand in the order of the questionnaire, and one without answers says so', () => {
  const rounds = [aRound('2026-06-20', ratings(18, 2), { 'topics.support': ratings(6, 2) })]
  const { topics } = reportFigures(facts({ rounds })).satisfaction
  expect(topics).toEqual([
    { key: 'time_saving', titleDe: 'Zeitersparnis', titleEn: 'Time saved', figure: { kind: 'no-data' } },
    {
      key: 'support',
      titleDe: 'Unterstützung',
      titleEn: null,
      figure: { kind: 'words', satisfied: 6, responses: 8 },
    },
  ])
})

test('without a round, and with too few answers, satisfaction is a word and no figure', () => {
  expect(reportFigures(facts()).satisfaction).toMatchObject({ round: null, figure: { kind: 'no-data' } })
  const few = { rounds: [aRound('2026-06-20', ratings(2, 1))], targets: [aTarget('I2', 'firstYear')] }
  expect(reportFigures(facts(few)).satisfaction.figure).toEqual({ kind: 'too-few' })
  expect(targetIn(few, 'I2', 'firstYear')?.attainment).toBe('too-few')
})

test('a phase that is over is judged by its last day, whatever has come since', () => {
  const given = {
    municipalities: [aTown('Ahausen', taking), aTown('Bedorf', taking)],
    atPhaseEnds: [{ asOf: '2025-12-31', count: 1, denominator: 2 }],
    rounds: [aRound('2025-12-15', ratings(15, 5)), aRound('2026-06-20', ratings(19, 1))],
    targets: [aTarget('I1', 'pilot'), aTarget('I2', 'pilot', { value: 80 })],
  }
  expect(targetIn(given, 'I1', 'pilot')).toMatchObject({
    attainment: 'missed',
    measured: { numerator: 1, denominator: 2 },
    measuredOn: '2025-12-31',
  })
  expect(targetIn(given, 'I2', 'pilot')).toMatchObject({ attainment: 'missed', measured: { numerator: 15 } })
})

test('a round belongs to the phase in which it was due or began, however late it ends', () => {
  const { opensOn, closesOn } = daysOfDue('2025-12-31', '2025-11-01')
  expect(opensOn < '2026-01-01' && closesOn > '2026-01-01').toBe(true)
  const given = {
    targets: [aTarget('I2', 'pilot', { value: 60 }), aTarget('I2', 'firstYear', { value: 60 })],
    rounds: [
      begunOn('2024-12-20', aRound('2025-01-10', ratings(2, 18))),
      begunOn('2025-12-31', aRound(closesOn, ratings(16, 4))),
      begunOn('2026-01-01', aRound('2026-06-20', ratings(8, 12))),
    ],
  }
  const [pilot, firstYear] = (['pilot', 'firstYear'] as const).map((phase) => targetIn(given, 'I2', phase))
  expect(pilot).toMatchObject({ attainment: 'reached', measured: { numerator: 16 }, measuredOn: closesOn })
  expect(firstYear).toMatchObject({ attainment: 'not-due', measured: { numerator: 8 } })
})

test('a phase that has just begun is not rated by the evaluation of the one before', () => {
  const given = {
    cutOff: '2026-02-01',
    targets: [aTarget('I2', 'pilot', { value: 60 }), aTarget('I2', 'firstYear', { value: 60 })],
    rounds: [begunOn('2025-12-31', aRound('2026-01-21', ratings(16, 4)))],
  }
  expect(targetIn(given, 'I2', 'pilot')).toMatchObject({ attainment: 'reached' })
  expect(targetIn(given, 'I2', 'firstYear')).toMatchObject({
    attainment: 'no-data',
    measuredOn: '2026-02-01',
  })
})

test('a phase under way is on course or not yet due, and reached or missed on its last day', () => {
  const targets = [aTarget('I1', 'firstYear', { value: 50 })]
  const one = [aTown('Ahausen', taking), aTown('Bedorf')]
  const none = [aTown('Ahausen'), aTown('Bedorf')]
  const atEnd = (count: number) => ({
    cutOff: '2026-12-31',
    atPhaseEnds: [{ asOf: '2026-12-31', count, denominator: 2 }],
  })
  const rated = (given: Partial<ReportFacts>) =>
    targetIn({ targets, ...given }, 'I1', 'firstYear')?.attainment
  expect(rated({ municipalities: one })).toBe('on-course')
  expect(rated({ municipalities: none })).toBe('not-due')
  expect(rated({ municipalities: one, ...atEnd(1) })).toBe('reached')
  expect(rated({ municipalities: none, ...atEnd(0) })).toBe('missed')
})

test('a phase that has not begun is neither reached nor missed, and nothing is compared yet', () => {
  const given = { municipalities: [aTown('Ahausen', taking)], targets: [aTarget('I1', 'continuation')] }
  expect(targetIn(given, 'I1', 'continuation')).toMatchObject({
    attainment: 'not-due',
    measured: { kind: 'no-data' },
    measuredOn: null,
  })
})

test('a proposal is shown with its value and rated as open', () => {
  const proposed = { state: 'proposed' as const, value: 60, resolution: null }
  const targets = [aTarget('I2', 'firstYear', proposed)]
  const given = { targets, rounds: [aRound('2026-06-20', ratings(19, 1))] }
  expect(targetIn(given, 'I2', 'firstYear')).toMatchObject({
    state: 'proposed',
    value: 60,
    resolution: null,
    attainment: 'target-open',
    withinInterval: false,
  })
})

test('a target inside the interval is marked: chance alone could have decided', () => {
  const given = (value: number) => ({
    targets: [aTarget('I2', 'firstYear', { value })],
    rounds: [aRound('2026-06-20', ratings(14, 6))],
  })
  expect(targetIn(given(65), 'I2', 'firstYear')?.withinInterval).toBe(true)
  expect(targetIn(given(95), 'I2', 'firstYear')?.withinInterval).toBe(false)
})

test('to resolve is what is still open, by the day since when it is needed, with what was proposed', () => {
  const targets = [
    aTarget('I1', 'pilot'),
    aTarget('I2', 'pilot'),
    aTarget('I1', 'firstYear'),
    aTarget('I2', 'firstYear', { state: 'proposed', value: 65, resolution: null }),
  ]
  expect(decisionsIn({ targets, rulings: { ...RULED, rhythm: UNRULED.rhythm } })).toEqual([
    { key: 'note-report' },
    { key: 'set-rhythm', proposedMonths: null },
    { key: 'set-target', indicator: 'I2', phase: 'firstYear', measure: 'percent', proposed: 65 },
    { key: 'set-target', indicator: 'I1', phase: 'continuation', measure: 'percent', proposed: null },
    { key: 'set-target', indicator: 'I2', phase: 'continuation', measure: 'percent', proposed: null },
  ])
})

test('that the pilot has succeeded is to be stated once it is over, and not again once the first year runs', () => {
  const phases = (untilDate: string | null, fromDate: string | null) => [
    { key: 'pilot' as const, fromDate: '2025-01-01', untilDate },
    { key: 'firstYear' as const, fromDate, untilDate: null },
    { key: 'continuation' as const, fromDate: null, untilDate: null },
  ]
  const asks = (untilDate: string | null, fromDate: string | null) =>
    decisionsIn({ phases: phases(untilDate, fromDate) }).some(({ key }) => key === 'end-pilot')
  expect(asks('2026-06-30', null)).toBe(true)
  expect(asks('2026-07-01', null)).toBe(false)
  expect(asks(null, null)).toBe(false)
  expect(asks('2025-12-31', '2026-01-01')).toBe(false)
})

test('whatever the facts, a part never exceeds its whole, and the figures survive being written down', () => {
  const town = fc.record({
    ags: fc.constant('14627010'),
    name: fc.string(),
    population: fc.option(fc.nat(30_000)),
    populationDate: fc.option(fc.constant('2024-12-31')),
    longitude: fc.constant(null),
    latitude: fc.constant(null),
    since: fc.option(fc.constant('2025-03-01')),
    specialists: fc.nat(3),
  })
  const overall = fc
    .tuple(fc.nat(12), fc.nat(12), fc.nat(20))
    .map(([yes, no, silent]) => ratings(yes, no, yes + no + silent))
  const property = fc.property(fc.array(town), fc.array(overall), (municipalities, figures) => {
    const rounds = figures.map((figure) => aRound('2026-06-20', figure))
    const result = reportFigures(facts({ municipalities, rounds }))
    const { count, declared, denominator, population } = result.participation
    expect(count <= declared && declared <= denominator).toBe(true)
    expect(population.covered).toBeLessThanOrEqual(population.total)
    expect(result.targets).toHaveLength(6)
    expect(canonicalJson(JSON.parse(canonicalJson(result)))).toBe(canonicalJson(result))
  })
  fc.assert(property)
})
