// A report as it might come out of any district: few or no municipalities, names that nobody foresaw, rounds with too few
// answers, targets in every state. Each agrees with itself, as the figures of a register and of releases do.

import fc from 'fast-check'
import type { AccompanyingFigure, Quantity } from '#app/domain/accompanying-figure.ts'
import { addDays } from '#app/domain/calendar.ts'
import {
  attainment,
  INDICATOR_KEYS,
  measureOf,
  PHASE_KEYS,
  withinInterval,
  type Measured,
} from '#app/domain/indicator.ts'
import type { Baseline } from '#app/domain/baseline.ts'
import { FIGURE_UNITS, type CountedPassport } from '#app/domain/passport.ts'
import type { PassportStep } from '#app/domain/passport-version.ts'
import { READINGS, readAs, type ReadingKey } from '#app/domain/reading.ts'
import type { ReportData, ReportFigures, ReportTarget, Satisfaction } from '#app/domain/report.ts'
import { readingInForce, UNRULED, type Rulings } from '#app/domain/ruling.ts'
import { wilsonInterval, type Figure } from '#app/domain/satisfaction.ts'
import { anyWords as words, someRemarks as remarks } from '#tests/reports/random-remarks.ts'
import { aFigure, aMunicipality, aReport, aTarget } from '#tests/reports/report-data.ts'

const FIRST_DAY = '2025-01-01'
const day = fc.nat(900).map((days) => addDays(FIRST_DAY, days))

const counts = fc.oneof(
  fc.tuple(fc.nat(2), fc.nat(2), fc.nat(2), fc.nat(1), fc.nat(1)),
  fc.tuple(fc.nat(90), fc.nat(90), fc.nat(90), fc.nat(40), fc.nat(40)),
)
/** Answers and how many were asked. */
const rated = fc.tuple(counts, fc.integer({ min: 0, max: 400 })).map(([given, silent]) => {
  const invited = given.reduce((sum, count) => sum + count, 0) + silent
  return { figure: aFigure(given as [number, number, number, number, number], invited), invited }
})

const round = fc.record({ title: words, rated, breaks: fc.boolean() })

function satisfactionFrom(
  rounds: { title: string; rated: { figure: Figure; invited: number }; breaks: boolean }[],
  topics: { title: string; rated: { figure: Figure } }[],
  remarks: Satisfaction['remarks'],
  cutOff: string,
): Satisfaction {
  const { definition } = aReport().satisfaction
  const history = rounds.map(({ title, rated: { figure, invited }, breaks }, place) => ({
    titleDe: `${title} ${place}`,
    titleEn: null,
    closedOn: addDays(cutOff, (place - rounds.length) * 91),
    invited,
    figure,
    ...(breaks && place > 0 ? { breaks: true as const } : {}),
  }))
  const last = history.at(-1)
  if (!last) return { definition, ...NOT_ASKED }
  const { titleDe, titleEn, closedOn, invited, figure } = last
  const asked = topics.map((topic, place) => {
    return { key: `topic_${place}`, titleDe: topic.title, titleEn: null, figure: topic.rated.figure }
  })
  return {
    definition,
    round: { titleDe, titleEn, closedOn, invited },
    figure,
    topics: asked,
    readings: READINGS.map((reading) => readAs(reading, figure, asked)),
    remarks,
    history,
  }
}

const NOT_ASKED = {
  ...{ round: null, figure: { kind: 'no-data' as const } },
  ...{ topics: [], readings: [], remarks: null, history: [] },
}

const municipality = fc.record({
  name: words,
  population: fc.nat(40_000),
  takesPart: fc.boolean(),
  declared: fc.boolean(),
  people: fc.integer({ min: 1, max: 9 }),
  since: day,
})

const target = fc.record({
  state: fc.constantFrom('open', 'proposed', 'resolved'),
  value: fc.integer({ min: 1, max: 100 }),
  hasBegun: fc.boolean(),
  due: fc.boolean(),
})

/** Open, proposed by the office or resolved by the committee. */
const ruledReading = fc
  .record({
    state: fc.constantFrom('open', 'proposed', 'resolved', 'resolved'),
    value: fc.constantFrom<ReadingKey>(...READINGS),
    resolution: words,
    decidedOn: day,
  })
  .map(({ state, value, resolution, decidedOn }): Rulings['reading'] => {
    if (state === 'open') return UNRULED.reading
    if (state === 'proposed') return { ...UNRULED.reading, state, value }
    return { state, value, resolution, decidedOn }
  })

const share = fc
  .oneof(
    fc.tuple(fc.nat(4), fc.integer({ min: 1, max: 5 }), fc.boolean()),
    fc.tuple(fc.nat(500), fc.integer({ min: 5, max: 500 }), fc.boolean()),
  )
  .map(([part, rest, isFull]): Quantity => {
    const denominator = part + rest
    const interval = isFull ? null : wilsonInterval(part, denominator)
    return { kind: 'measured', value: part / denominator, numerator: part, denominator, interval }
  })
const amount = fc.double({ min: 0, max: 5000, noNaN: true }).map((value): Quantity => {
  return { kind: 'measured', value, numerator: null, denominator: null, interval: null }
})
const median = fc
  .tuple(fc.double({ min: 0, max: 400, noNaN: true }), fc.nat(50), fc.integer({ min: 6, max: 90 }))
  .map(([value, reach, denominator]): Quantity => {
    const interval = { low: Math.max(0, value - reach), high: value + reach }
    return { kind: 'measured', value, numerator: null, denominator, interval }
  })
const nothing = fc.constantFrom<Quantity>({ kind: 'no-data' }, { kind: 'too-few' })

const accompanying = fc
  .record({
    kind: fc.constantFrom('share' as const, 'sum' as const, 'median' as const),
    unit: fc.constantFrom(...FIGURE_UNITS),
    decimals: fc.nat(2),
    quantities: fc.array(
      fc.record({
        share: fc.oneof(share, nothing),
        sum: fc.oneof(amount, nothing),
        median: fc.oneof(median, nothing),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  })
  .map(({ kind, unit, decimals, quantities }) => {
    const parts = quantities.map((quantity, place) => {
      const now = quantity[kind]
      return {
        key: quantities.length === 1 ? null : `part_${place}`,
        titleDe: quantities.length === 1 ? null : 'Teil',
        titleEn: null,
        now,
        before: (quantities[place - 1] ?? quantity)[kind],
        coverage: { covered: place, of: place * 5 + 3, leftOut: 3 },
        change: 'unchanged' as const,
      }
    })
    return { kind, unit, decimals, parts }
  })

type Counted = Pick<CountedPassport, 'kind' | 'unit' | 'decimals'>

/** How one of them was counted. */
function passportOf(key: string, { kind, unit, decimals }: Counted): CountedPassport {
  const said = { definition: 'Was zählt', numerator: 'Zähler', responsible: 'IT-Kompetenzstelle' }
  return {
    key,
    kind,
    unit,
    decimals,
    version: 1,
    validFrom: FIRST_DAY,
    titleDe: `Kennzahl ${key}`,
    titleEn: `Figure ${key}`,
    paperDe: null,
    paperEn: null,
    definitionDe: said.definition,
    definitionEn: said.definition,
    numeratorDe: said.numerator,
    numeratorEn: said.numerator,
    denominatorDe: null,
    denominatorEn: null,
    direction: 'higher',
    minimum: 5,
    months: 12,
    fullCount: true,
    coverageDe: null,
    coverageEn: null,
    leftOutDe: null,
    leftOutEn: null,
    sourceDe: 'Register',
    sourceEn: 'Register',
    frequencyMonths: 12,
    responsibleDe: said.responsible,
    responsibleEn: said.responsible,
    limitsDe: 'Grenzen',
    limitsEn: 'Limits',
    sqlObject: null,
    resolution: null,
    sqlSha256: null,
  }
}

/** A passport that was put into other words once. */
function stepsOf({ key }: { key: string }, until = FIRST_DAY): PassportStep[] {
  const first = { key, version: 1, validFrom: FIRST_DAY, changed: [], reason: null, resolution: null }
  const renewed = { version: 2, validFrom: addDays(until, -30), reason: 'Klarer gesagt', resolution: 'LA 3' }
  return [first, { key, changed: ['definition', 'limits'], ...renewed }]
}

/** As a person may enter it: with two decimals at most, and a source in any words. */
const baseline = fc.record({
  value: fc.nat(10_000).map((hundredths) => hundredths / 100),
  unit: fc.constantFrom('percent' as const, ...FIGURE_UNITS),
  asOf: day,
  source: words,
})

export const aRandomReport: fc.Arbitrary<ReportData> = fc
  .record({
    cutOff: day,
    municipalities: fc.array(municipality, { maxLength: 9 }),
    earlier: fc.array(fc.nat(100), { maxLength: 4 }),
    rounds: fc.array(round, { maxLength: 4 }),
    topics: fc.array(round, { maxLength: 4 }),
    remarks,
    reading: ruledReading,
    targets: fc.array(target, { minLength: 6, maxLength: 6 }),
    accompanying: fc.array(accompanying, { maxLength: 3 }),
    renewed: fc.nat(3),
    redefined: fc.boolean(),
    baselines: fc.array(baseline, { maxLength: 5 }),
    demo: fc.boolean(),
    district: words,
    /** Which values a correction has put right. */
    revised: fc.infiniteStream(fc.boolean()),
  })
  .map((given) => {
    const { cutOff, demo } = given
    const participation = participationFrom(given.municipalities, given.earlier, cutOff)
    const satisfaction = satisfactionFrom(given.rounds, given.topics, given.remarks, cutOff)
    const rulings = { ...UNRULED, reading: given.reading }
    const measured = {
      I1: {
        kind: 'measured',
        numerator: participation.count,
        denominator: participation.denominator,
        interval: null,
      } satisfies Measured,
      I2: readAs(readingInForce(rulings), satisfaction.figure, satisfaction.topics).measured,
    }
    const targets = INDICATOR_KEYS.flatMap((indicator, row) =>
      PHASE_KEYS.map((phase, column): ReportTarget => {
        const one = given.targets[row * PHASE_KEYS.length + column] ?? { ...NO_TARGET }
        const isOpen = one.state === 'open'
        const aim = {
          measure: measureOf(indicator, phase),
          state: one.state,
          value: isOpen ? null : one.value,
        } as const
        const came = one.hasBegun ? measured[indicator] : ({ kind: 'no-data' } as const)
        return aTarget({
          indicator,
          phase,
          ...aim,
          resolution: one.state === 'resolved' ? 'LA 1/2026' : null,
          attainment: attainment(came, aim, one.due),
          withinInterval: withinInterval(came, aim),
          measured: came,
          measuredOn: one.hasBegun ? cutOff : null,
        })
      }),
    )
    const figures = given.accompanying.map(({ parts }, place): AccompanyingFigure => {
      const key = `figure-${place}`
      return { key, fromDate: addDays(cutOff, -364), untilDate: cutOff, breaksOn: null, parts }
    })
    const passports = given.accompanying.map((one, place) => passportOf(`figure-${place}`, one))
    const passportHistory = passports.slice(0, given.renewed).flatMap((one) => stepsOf(one))
    const ofStrategy = given.redefined ? INDICATOR_KEYS.flatMap((key) => stepsOf({ key }, cutOff)) : []
    const known = ['I1', 'I2', ...passports.map(({ key }) => key)]
    const baselines = given.baselines.flatMap(({ unit, ...one }, place): Baseline[] => {
      const key = known[place]
      if (key === undefined) return []
      return [{ ...one, key, unit: key === 'I1' ? 'municipalities' : key === 'I2' ? 'percent' : unit }]
    })
    const all = {
      ...{ participation, satisfaction, targets, accompanying: figures, passports },
      passportHistory: [...ofStrategy, ...passportHistory],
      baselines,
    }
    return aReport({
      ...all,
      rulings,
      revised: namesIn(all).filter(() => given.revised.next().value),
      cutOff,
      demo,
      districtName: given.district,
      decisions: [{ key: 'note-report' }],
    })
  })

type Valued = Pick<ReportFigures, 'participation' | 'satisfaction' | 'targets' | 'accompanying'>

/** Names of values that a correction may change. */
function namesIn({ participation, satisfaction, targets, accompanying: figures }: Valued): string[] {
  return [
    'I1',
    'I1 declared',
    'I1 population',
    'I2',
    ...participation.history.map(({ asOf }) => `history ${asOf}`),
    ...participation.municipalities.map(({ ags }) => `municipality ${ags}`),
    ...satisfaction.topics.map(({ key }) => `topic ${key}`),
    ...targets.map(({ indicator, phase }) => `target ${indicator} ${phase}`),
    ...figures.flatMap(({ key, parts }) =>
      parts.map((part) => (part.key === null ? key : `${key} ${part.key}`)),
    ),
  ]
}

const NO_TARGET = { state: 'open', value: 1, hasBegun: false, due: false } as const

type Given = {
  name: string
  population: number
  takesPart: boolean
  declared: boolean
  people: number
  since: string
}

function participationFrom(
  given: Given[],
  earlier: number[],
  cutOff: string,
): ReportFigures['participation'] {
  const { participation } = aReport()
  const denominator = given.length
  const taking = given.filter(({ takesPart }) => takesPart)
  const covered = taking.reduce((sum, { population }) => sum + population, 0)
  const total = given.reduce((sum, { population }) => sum + population, 0)
  const then = earlier.map((number, place) => ({
    asOf: addDays(cutOff, (place - earlier.length) * 90),
    count: denominator === 0 ? 0 : number % (denominator + 1),
    denominator,
  }))
  return {
    ...participation,
    count: taking.length,
    denominator,
    share: denominator === 0 ? null : taking.length / denominator,
    declared: given.filter(({ takesPart, declared }) => takesPart || declared).length,
    itSpecialists: taking.reduce((sum, { people }) => sum + people, 0),
    population: { covered, total, share: total === 0 ? null : covered / total, asOf: '2024-12-31' },
    municipalities: given.map(({ name, takesPart, declared, people, since }, place) => {
      const started = takesPart || declared ? { since } : {}
      const more = { ...started, takesPart, itSpecialists: takesPart ? people : 0 }
      return aMunicipality(String(14_000_010 + place), `${name} ${place}`, more)
    }),
    history: [...then, { asOf: cutOff, count: taking.length, denominator }],
  }
}
