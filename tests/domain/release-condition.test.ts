import { expect, test } from 'vitest'
import { readQuestionnaire, type Definition, type DefinitionElement } from '#app/domain/questionnaire.ts'
import { releasePayload } from '#app/domain/release.ts'
import { tallyOf, type Ballot } from '#app/domain/tally.ts'

const text = (words: string) => ({ default: words })
const scale = [5, 4, 3, 2, 1, 0].map((value) => ({ value, text: text(String(value)) }))
const asked = (name: string, visibleIf?: string): DefinitionElement => ({
  ...{ type: 'radiogroup', name, title: text(name), choices: scale },
  ...(visibleIf === undefined ? {} : { visibleIf }),
})

/** Asks the same twice: of those for whom the first condition holds, and of those for whom the second does. */
function askingTwice(first: string, second: string) {
  const elements = [asked('rating'), asked('one', first), asked('two', second)]
  const definition: Definition = { title: text('t'), pages: [{ name: 'page', elements }] }
  return readQuestionnaire(definition)
}

/** Which of both is told when so many gave each rating and answered whatever they were asked. */
function toldOf(
  { first, second }: { first: [string, number[]]; second: [string, number[]] },
  ratings: Record<number, number>,
  skipped = 0,
) {
  const questionnaire = askingTwice(first[0], second[0])
  const given = Object.entries(ratings).flatMap(([rating, n]) => Array<number>(n).fill(Number(rating)))
  const ballots: Ballot[] = given.map((rating, index) => ({
    stratum: 'user',
    answers: {
      rating,
      ...(first[1].includes(rating) && { one: 1 + (index % 5) }),
      ...(second[1].includes(rating) && { two: 1 + (index % 5) }),
    },
  }))
  for (let n = 0; n < skipped; n += 1) ballots.push({ stratum: 'user', answers: {} })
  const { items } = releasePayload({
    questionnaire,
    tallies: tallyOf(ballots, questionnaire, false),
    invited: { it: 0, user: 60 },
    used: { it: 0, user: ballots.length },
    texts: {},
    paperForms: 0,
    minimum: 5,
  })
  return items.filter(({ key, figure }) => key !== 'rating' && figure.kind === 'full').map(({ key }) => key)
}

const nested = { first: ['{rating} >= 4', [5, 4]], second: ['{rating} >= 3', [5, 4, 3]] } as const
const apart = { first: ['{rating} = 5', [5]], second: ['{rating} = 4', [4]] } as const
const toldNested = (ratings: Record<number, number>) =>
  toldOf(
    { first: [nested.first[0], [...nested.first[1]]], second: [nested.second[0], [...nested.second[1]]] },
    ratings,
  )
const toldApart = (ratings: Record<number, number>, skipped = 0) =>
  toldOf(
    { first: [apart.first[0], [...apart.first[1]]], second: [apart.second[0], [...apart.second[1]]] },
    ratings,
    skipped,
  )

test('what is asked of some, and again of a few more, is told of neither: the difference would be those few', () => {
  expect(toldNested({ 5: 6, 4: 6, 3: 1, 1: 8 })).toEqual([])
  expect(toldNested({ 5: 6, 4: 6, 3: 4, 1: 8 })).toEqual([])
  expect(toldNested({ 5: 6, 4: 6, 3: 5, 1: 8 })).toEqual(['one', 'two'])
  expect(toldNested({ 5: 6, 4: 6, 1: 8 })).toEqual(['one', 'two'])
})

test('of two groups that leave a few over nothing is told: everybody less both would be those few', () => {
  expect(toldApart({ 5: 10, 4: 10, 1: 3 })).toEqual([])
  expect(toldApart({ 5: 10, 4: 10 }, 3)).toEqual([])
  expect(toldApart({ 5: 10, 4: 10, 1: 3 }, 2)).toEqual(['one', 'two'])
  expect(toldApart({ 5: 10, 4: 10 })).toEqual(['one', 'two'])
})

test('two questions that only some were asked may have been put to nearly the same people', () => {
  const ask = (name: string, visibleIf?: string): DefinitionElement => ({
    ...{ type: 'boolean', name, title: text(name) },
    ...(visibleIf === undefined ? {} : { visibleIf }),
  })
  const elements = [
    ...[ask('ever'), ask('lately')],
    ...[asked('one', '{ever} = true'), asked('two', '{lately} = true')],
  ]
  const questionnaire = readQuestionnaire({ title: text('t'), pages: [{ name: 'page', elements }] })
  const told = (ever: number, lately: number) => {
    const ballots = Array.from({ length: 40 }, (_, index): Ballot => ({
      stratum: 'user',
      answers: {
        ...{ ever: index < ever, lately: index < lately },
        ...(index < ever && { one: 1 + (index % 5) }),
        ...(index < lately && { two: 1 + (index % 5) }),
      },
    }))
    const { items } = releasePayload({
      ...{
        questionnaire,
        tallies: tallyOf(ballots, questionnaire, false),
        texts: {},
        minimum: 5,
        paperForms: 0,
      },
      ...{ invited: { it: 0, user: 60 }, used: { it: 0, user: 40 } },
    })
    return items.map(({ figure }) => figure.kind)
  }
  expect(told(13, 12)).toEqual(['too-few', 'too-few'])
  expect(told(17, 12)).toEqual(['full', 'full'])
  expect(told(12, 12)).toEqual(['full', 'full'])
  expect(told(25, 12)).toEqual(['too-few', 'too-few'])
})
