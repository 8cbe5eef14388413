import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readQuestionnaire } from '#app/domain/questionnaire.ts'
import {
  distributionOf,
  keepsStrata,
  noAnswersIn,
  rangesOf,
  tallyOf,
  textsOf,
  type Ballot,
} from '#app/domain/tally.ts'
import { currentVersion } from '#surveys/index.ts'

const { questionnaire } = currentVersion('competence-centre')
const value = fc.constantFrom(0, 1, 2, 3, 4, 5)
const topics = fc.record({ organisation: value, exchange: value, support: value }, { requiredKeys: [] })
const ballots: fc.Arbitrary<Ballot[]> = fc.array(
  fc.record({
    stratum: fc.constantFrom('it' as const, 'user' as const),
    answers: fc.record({ overall: value, topics }, { requiredKeys: [] }),
  }),
  { maxLength: 30 },
)

test('counting and reading back gives the number of each rating, with and without groups', () => {
  fc.assert(
    fc.property(ballots, fc.boolean(), (list, apart) => {
      const rows = tallyOf(list, questionnaire, apart)
      for (const rating of [5, 4, 3, 2, 1] as const) {
        const chose = (ballot: Ballot) => ballot.answers.overall === rating
        expect(distributionOf(rows, 'overall')[rating]).toBe(list.filter(chose).length)
        const ofSpecialists = list.filter((ballot) => ballot.stratum === 'it' && chose(ballot)).length
        expect(distributionOf(rows, 'overall', 'it')[rating]).toBe(apart ? ofSpecialists : 0)
        const supported = list.filter(({ answers }) => (answers.topics as any)?.support === rating).length
        expect(distributionOf(rows, 'topics.support')[rating]).toBe(supported)
      }
      expect(noAnswersIn(rows, 'overall')).toBe(list.filter(({ answers }) => answers.overall === 0).length)
      expect(rows.every((row) => row.n > 0)).toBe(true)
    }),
    { numRuns: 60 },
  )
})

test('a tally does not depend on the order of the ballots', () => {
  fc.assert(
    fc.property(ballots, fc.boolean(), (list, apart) => {
      expect(tallyOf([...list].reverse(), questionnaire, apart)).toEqual(tallyOf(list, questionnaire, apart))
    }),
    { numRuns: 30 },
  )
})

test('the group is kept in the table only where it is large enough, invited and answering', () => {
  expect(keepsStrata({ it: 30, user: 60 }, { it: 5, user: 20 })).toBe(true)
  expect(keepsStrata({ it: 30, user: 60 }, { it: 4, user: 20 })).toBe(false)
  expect(keepsStrata({ it: 9, user: 60 }, { it: 9, user: 20 })).toBe(false)
})

test('blank texts are no texts, and a text carries nothing of its writer', () => {
  const list: Ballot[] = [
    { stratum: 'it', answers: { helped: ' Der Austausch.\n' } },
    { stratum: 'user', answers: { helped: '   ', overall: 5 } },
    { stratum: 'user', answers: {} },
  ]
  expect(textsOf(list, questionnaire)).toEqual({ helped: ['Der Austausch.'], missing: [] })
})

const words = (german: string) => ({ default: german })
const kinds = readQuestionnaire({
  title: words('Alles'),
  pages: [
    {
      name: 'all',
      elements: [
        {
          type: 'radiogroup',
          name: 'way',
          title: words('Wie?'),
          choices: ['online', 'room'].map((value) => ({ value, text: words(value) })),
        },
        {
          type: 'checkbox',
          name: 'used',
          title: words('Was?'),
          choices: ['advice', 'courses'].map((value) => ({ value, text: words(value) })),
        },
        { type: 'boolean', name: 'again', title: words('Wieder?') },
        { type: 'text', name: 'years', title: words('Jahre?'), inputType: 'number', min: 0, max: 49 },
      ],
    },
  ],
})

test('words, several answers, yes and no are counted by value, and numbers in ranges only', () => {
  const of = (answers: Ballot['answers']): Ballot => ({ stratum: 'it', answers })
  const list = [
    of({ way: 'online', used: ['courses', 'advice'], again: true, years: 0 }),
    of({ way: 'online', used: ['advice'], again: false, years: 9 }),
    of({ way: 'room', years: 49 }),
    of({}),
  ]
  const counts = tallyOf(list, kinds, false).map(({ itemKey, value, n }) => `${itemKey} ${value}: ${n}`)
  expect(counts).toEqual([
    'way online: 2',
    'way room: 1',
    'used *: 2',
    'used advice: 2',
    'used courses: 1',
    'again yes: 1',
    'again no: 1',
    'years 0-9: 2',
    'years 40-49: 1',
  ])
})

test('there are never more than five ranges, and every number is in exactly one', () => {
  fc.assert(
    fc.property(fc.nat({ max: 1_000 }), fc.nat({ max: 1_000 }), (min, more) => {
      const ranges = rangesOf({ min, max: min + more })
      expect(ranges.length).toBeLessThanOrEqual(5)
      const inNone = (number: number) =>
        ranges.filter(({ from, to }) => from <= number && number <= to).length !== 1
      const numbers = Array.from({ length: more + 1 }, (_, index) => min + index)
      expect(numbers.filter(inNone)).toEqual([])
    }),
    { numRuns: 50 },
  )
})
