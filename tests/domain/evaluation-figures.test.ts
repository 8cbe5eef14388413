import { expect, test } from 'vitest'
import { accompanyingOf } from '#app/domain/evaluation-figures.ts'
import type { Passport } from '#app/domain/passport.ts'
import { readQuestionnaire, type Definition, type Questionnaire } from '#app/domain/questionnaire.ts'
import type { ReleasedItem } from '#app/domain/release.ts'
import type { Figure } from '#app/domain/satisfaction.ts'
import { aPassport } from '#tests/passport.ts'

const CUT_OFF = '2026-06-30'
const option = (value: number) => ({ value, text: { default: String(value) } })
const SCALE = [5, 4, 3, 2, 1, 0]

/** Asks what there is to say on each topic, on the scale with or without "keine Angabe". */
function asking(topics: string[], scale = SCALE): Questionnaire {
  const definition: Definition = {
    title: { default: 'Befragung' },
    pages: [
      {
        name: 'page',
        elements: [
          {
            ...{ type: 'matrix', name: 'topics', title: { default: 'Themen' }, columns: scale.map(option) },
            rows: topics.map((value) => ({ value, text: { default: `Thema ${value}` } })),
          },
        ],
      },
    ],
  }
  return readQuestionnaire(definition)
}

const NOTHING: Figure = { kind: 'no-data' }
const TOO_FEW: Figure = { kind: 'too-few' }
const few = (satisfied: number, responses: number): Figure => ({ kind: 'words', satisfied, responses })
const full = (satisfied: number, responses: number): Figure => {
  const distribution = { 5: satisfied, 4: 0, 3: responses - satisfied, 2: 0, 1: 0 }
  return { kind: 'full', satisfied, responses, distribution, interval: null }
}

type Given = {
  closesOn?: string
  invited?: number
  used?: number
  topics?: Record<string, Figure>
  questionnaire?: Questionnaire
}

function aRound({ closesOn = CUT_OFF, invited = 40, used = 20, topics = {}, questionnaire }: Given = {}) {
  const items = Object.entries(topics).map(([key, figure]): ReleasedItem => {
    return { key: `topics.${key}`, figure, noAnswer: null, apart: null }
  })
  const turnout = { invited, used }
  return {
    closesOn,
    release: { minimum: 5, turnout, turnoutApart: null, items, texts: [] },
    questionnaire: questionnaire ?? asking(Object.keys(topics)),
  }
}

const of = (key: string, given: Partial<Passport>) =>
  aPassport({ key, kind: 'share', unit: 'answers', months: 12, fullCount: false, sqlObject: null, ...given })

type Told = { rounds: ReturnType<typeof aRound>[]; roundsHeld?: string[]; passport?: Partial<Passport> }

function told(key: string, { rounds, roundsHeld, passport = {} }: Told) {
  const figures = accompanyingOf({
    rounds,
    roundsHeld: roundsHeld ?? rounds.map(({ closesOn }) => closesOn),
    passports: [of(key, passport)],
    counted: [],
    cutOff: CUT_OFF,
  })
  expect(figures).toHaveLength(1)
  return figures[0]!
}

const responses = (given: Told) =>
  told('response-rate', { ...given, passport: { minimum: 10, ...given.passport } })
const topics = (given: Told) => told('satisfied-by-topic', given)
const counts = (numerator: number, denominator: number) =>
  expect.objectContaining({
    kind: 'measured',
    numerator,
    denominator,
    value: numerator / denominator,
  }) as unknown

test('a round counts from the day after the same day of last year up to the cut-off day, both included', () => {
  const numbers = ['2025-06-30', '2025-07-01', '2026-06-30', '2026-07-01'].map((closesOn, place) =>
    aRound({ closesOn, used: 10 ** place, invited: 5000 }),
  )
  const [part] = responses({ rounds: numbers }).parts
  expect(part?.now).toEqual(counts(110, 10_000))
  expect(part?.before).toEqual(counts(1, 5000))
})

test('the year before begins a year earlier to the day', () => {
  const early = ['2024-06-30', '2024-07-01'].map((closesOn, place) =>
    aRound({ closesOn, used: 10 ** place, invited: 500 }),
  )
  expect(responses({ rounds: early }).parts[0]?.before).toEqual(counts(10, 500))
})

test('all rounds of the time are pooled: people are added up, never shares', () => {
  const rounds = [aRound({ used: 9, invited: 10 }), aRound({ used: 10, invited: 90 })]
  const [part] = responses({ rounds }).parts
  expect(part?.now).toEqual(counts(19, 100))
  expect(part?.now).toMatchObject({ interval: { low: expect.closeTo(0.1251, 3) as number } })
})

test('it says on how many of the rounds that were held it rests, released or not', () => {
  const roundsHeld = ['2025-06-30', '2025-07-01', '2026-06-30', '2026-07-01']
  expect(responses({ rounds: [aRound()], roundsHeld }).parts[0]?.coverage).toEqual({
    ...{ covered: 1, of: 2, leftOut: 0 },
  })
})

test('without a released round there are no data, and without any round nothing that it could rest on', () => {
  const none = { key: null, now: NOTHING, before: NOTHING, change: 'unknown' }
  expect(responses({ rounds: [] }).parts).toEqual([expect.objectContaining({ ...none, coverage: null })])
  expect(responses({ rounds: [], roundsHeld: [CUT_OFF] }).parts).toEqual([
    expect.objectContaining({ ...none, coverage: { covered: 0, of: 1, leftOut: 0 } }),
  ])
  expect(topics({ rounds: [] }).parts).toEqual([expect.objectContaining({ ...none, coverage: null })])
})

test('fewer invited people than the passport asks for make no rate, exactly as many do', () => {
  const rate = (invited: number) => responses({ rounds: [aRound({ invited, used: 4 })] }).parts[0]?.now
  expect(rate(9)).toEqual(TOO_FEW)
  expect(rate(10)).toEqual(counts(4, 10))
  expect(rate(0)).toEqual(NOTHING)
})

test('a change is one only where the interval of the difference leaves out nought', () => {
  const change = (used: number) =>
    responses({ rounds: [aRound({ closesOn: '2025-06-30' }), aRound({ used })] }).parts[0]?.change
  expect([5, 20, 35].map(change)).toEqual(['lower', 'unchanged', 'higher'])
})

test('across a new version of its passport nothing is compared', () => {
  const rounds = [aRound({ closesOn: '2025-06-30', used: 5 }), aRound()]
  const passport = { version: 2, validFrom: '2026-01-01' }
  const figure = responses({ rounds, passport })
  expect(figure.breaksOn).toBe('2026-01-01')
  expect(figure.parts[0]).toMatchObject({ before: NOTHING, change: 'unknown' })
})

test('topics are those of the latest round of the time, in the order of its questionnaire', () => {
  const rounds = [
    aRound({ closesOn: '2026-01-31', topics: { exchange: full(1, 20) } }),
    aRound({ topics: { support: full(15, 20), exchange: full(12, 20) } }),
  ]
  const { parts } = topics({ rounds })
  expect(parts.map(({ key, titleDe, now }) => [key, titleDe, now])).toEqual([
    ['support', 'Thema support', counts(15, 20)],
    ['exchange', 'Thema exchange', counts(12, 20)],
  ])
})

test('each topic keeps what its release says: in full, in words without an interval, too few, or nothing', () => {
  const figures = { a: full(8, 10), b: few(7, 9), c: TOO_FEW, d: NOTHING }
  const questionnaire = asking(['a', 'b', 'c', 'd', 'e'])
  const { parts } = topics({ rounds: [aRound({ topics: figures, questionnaire, invited: 40 })] })
  expect(parts.map(({ now }) => now)).toEqual([counts(8, 10), counts(7, 9), TOO_FEW, NOTHING, NOTHING])
  expect(parts[1]?.now).toMatchObject({ interval: null })
  expect(parts.map(({ coverage }) => coverage)).toEqual([
    { covered: 10, of: 40, leftOut: 0 },
    { covered: 9, of: 40, leftOut: 0 },
    ...[null, null, null],
  ])
})

test('a topic is compared only where both years are told in full', () => {
  const change = (before: Figure, now: Figure) => {
    const rounds = [aRound({ closesOn: '2025-06-30', topics: { a: before } }), aRound({ topics: { a: now } })]
    return topics({ rounds }).parts[0]?.change
  }
  expect(change(full(0, 20), full(20, 20))).toBe('higher')
  expect(change(full(20, 20), full(0, 20))).toBe('lower')
  expect(change(few(0, 9), full(20, 20))).toBe('unknown')
  expect(change(full(0, 20), few(9, 9))).toBe('unknown')
})

test('a topic that was asked on another scale, or not at all, has nothing to stand beside', () => {
  const before = (questionnaire: Questionnaire) =>
    topics({
      rounds: [
        aRound({ closesOn: '2025-06-30', topics: { a: full(5, 20) }, questionnaire }),
        aRound({ topics: { a: full(15, 20) } }),
      ],
    }).parts[0]?.before
  expect(before(asking(['a']))).toEqual(counts(5, 20))
  expect(before(asking(['a'], [5, 4, 3, 2, 1]))).toEqual(NOTHING)
  expect(before(asking(['b']))).toEqual(NOTHING)
})

test('a round that asked for no topics has one line without data', () => {
  const questionnaire = readQuestionnaire({ title: { default: 'Kurz' }, pages: [] })
  expect(topics({ rounds: [aRound({ questionnaire })] }).parts).toEqual([
    expect.objectContaining({ key: null, now: NOTHING, coverage: null, change: 'unknown' }),
  ])
})

test('figures stand in the order of their passports, and a passport that nobody counts by has none', () => {
  const passports = [of('satisfied-by-topic', {}), of('unknown', {}), of('response-rate', {})]
  const figures = accompanyingOf({ rounds: [], roundsHeld: [], passports, counted: [], cutOff: CUT_OFF })
  expect(figures.map(({ key }) => key)).toEqual(['satisfied-by-topic', 'response-rate'])
  expect(figures[0]).toMatchObject({ fromDate: '2025-07-01', untilDate: CUT_OFF })
})
