import fc from 'fast-check'
import { expect, test } from 'vitest'
import { releasePayload, type Release, type ReleasedItem } from '#app/domain/release.ts'
import { responsesIn, type Distribution, type Figure } from '#app/domain/satisfaction.ts'
import { distributionOf, tallyOf, type Ballot, type ByStratum } from '#app/domain/tally.ts'
import { readQuestionnaire, type Definition, type Questionnaire } from '#app/domain/questionnaire.ts'
import { currentVersion } from '#surveys/index.ts'

const { questionnaire } = currentVersion('competence-centre')

type Voices = { it: number[]; user: number[] }
const ballotsOf = ({ it, user }: Voices): Ballot[] => [
  ...it.map((overall): Ballot => ({ stratum: 'it', answers: { overall } })),
  ...user.map((overall): Ballot => ({ stratum: 'user', answers: { overall } })),
]
const releaseOf = (voices: Voices, invited: ByStratum, minimum = 5, texts: Record<string, string[]> = {}) =>
  releasePayload({
    questionnaire,
    tallies: tallyOf(ballotsOf(voices), questionnaire, true),
    invited,
    used: { it: voices.it.length, user: voices.user.length },
    texts,
    paperForms: 0,
    minimum,
  })
const overallOf = (release: Release): ReleasedItem => release.items.find((item) => item.key === 'overall')!

const voice = fc.constantFrom(5, 5, 5, 4, 3, 2, 1, 0)
const voices = fc.record({ it: fc.array(voice, { maxLength: 16 }), user: fc.array(voice, { maxLength: 24 }) })
const silent = fc.record({ it: fc.nat(12), user: fc.nat(12) })
const invitedTo = (given: Voices, more: ByStratum): ByStratum => ({
  it: given.it.length + more.it,
  user: given.user.length + more.user,
})

type Known = { responses: number; satisfied: number; distribution: Distribution | null }
const known = (figure: Figure | undefined): Known | null =>
  figure?.kind === 'words' || figure?.kind === 'full'
    ? {
        responses: figure.responses,
        satisfied: figure.satisfied,
        distribution: figure.kind === 'full' ? figure.distribution : null,
      }
    : null

function minus(whole: Known | null, part: Known | null): Known | null {
  if (!whole || !part) return null
  const left = (rating: keyof Distribution) => whole.distribution![rating] - part.distribution![rating]
  const both = whole.distribution && part.distribution
  return {
    responses: whole.responses - part.responses,
    satisfied: whole.satisfied - part.satisfied,
    distribution: both ? { 5: left(5), 4: left(4), 3: left(3), 2: left(2), 1: left(1) } : null,
  }
}

/** Everything that a reader can work out about a group of people: what is printed, and what is left of the total. */
function workedOut(item: ReleasedItem): { groups: Known[]; all: Known[] } {
  const [whole, it, user] = [known(item.figure), known(item.apart?.it), known(item.apart?.user)]
  const groups = [it, user, minus(whole, it), minus(whole, user)].filter((one) => one !== null)
  return { groups, all: whole ? [whole, ...groups] : groups }
}

function betrays(item: ReleasedItem, minimum: number): boolean {
  const { groups, all } = workedOut(item)
  const unanimous = ({ responses, satisfied }: Known) => satisfied === 0 || satisfied === responses
  return (
    all.some(({ responses }) => responses > 0 && responses < minimum) ||
    all.some(({ responses, distribution }) => distribution !== null && responses > 0 && responses < 10) ||
    groups.some((group) => group.responses > 0 && group.responses < 10 && unanimous(group))
  )
}

test('nothing that the rules hide can be worked out from what is released', () => {
  fc.assert(
    fc.property(voices, silent, fc.constantFrom(5, 7), (given, more, minimum) => {
      expect(betrays(overallOf(releaseOf(given, invitedTo(given, more), minimum)), minimum)).toBe(false)
    }),
    { numRuns: 500 },
  )
})

test('without the rules about groups it could: they are needed', () => {
  const cases = fc.sample(voices, { numRuns: 300, seed: 7 })
  const careless = (given: Voices): ReleasedItem => {
    const rows = tallyOf(ballotsOf(given), questionnaire, true)
    const figure = (distribution: Distribution): Figure =>
      responsesIn(distribution) < 5
        ? { kind: 'too-few' }
        : {
            kind: 'full',
            satisfied: distribution[5] + distribution[4],
            responses: responsesIn(distribution),
            distribution,
            interval: null,
          }
    const of = (stratum?: 'it' | 'user') => figure(distributionOf(rows, 'overall', stratum))
    return { key: 'overall', figure: of(), noAnswer: 0, apart: { it: of('it'), user: of('user') } }
  }
  expect(cases.filter((given) => betrays(careless(given), 5)).length).toBeGreaterThan(60)
})

test('where too few rated, their ratings leave no trace in the release', () => {
  fc.assert(
    fc.property(fc.array(voice, { maxLength: 4 }), fc.array(voice, { maxLength: 4 }), (some, others) => {
      const invited = { it: 20, user: 20 }
      const rated = (list: number[]) => list.filter((value) => value > 0)
      fc.pre(
        rated(some).length > 0 &&
          rated(some).length === rated(others).length &&
          some.length === others.length,
      )
      expect(releaseOf({ it: some, user: [] }, invited)).toEqual(releaseOf({ it: others, user: [] }, invited))
    }),
    { numRuns: 100 },
  )
})

const many = (n: number, value: number) => Array.from({ length: n }, () => value)

test('large groups are shown apart, in full', () => {
  const item = overallOf(
    releaseOf({ it: [...many(8, 5), ...many(4, 2)], user: [...many(9, 4), 1] }, { it: 15, user: 40 }),
  )
  expect(item.figure).toMatchObject({ kind: 'full', satisfied: 17, responses: 22 })
  expect(item.apart).toMatchObject({
    it: { kind: 'full', satisfied: 8, responses: 12 },
    user: { kind: 'full', satisfied: 9, responses: 10 },
  })
})

test('beside a group of five to nine the large group is told in words only', () => {
  const item = overallOf(
    releaseOf({ it: [5, 4, 3, 2, 5], user: [...many(9, 4), ...many(5, 1)] }, { it: 15, user: 40 }),
  )
  expect(item.apart).toEqual({
    it: { kind: 'words', satisfied: 3, responses: 5 },
    user: { kind: 'words', satisfied: 9, responses: 14 },
  })
})

test('a small group of one mind is not shown, and so neither is the other', () => {
  expect(
    overallOf(releaseOf({ it: many(6, 5), user: [...many(9, 4), ...many(5, 1)] }, { it: 15, user: 40 }))
      .apart,
  ).toBe(null)
})

test('groups of fewer than ten invited are never told apart, not even in the turnout', () => {
  const release = releaseOf({ it: [5, 4, 3, 2, 1], user: many(20, 4) }, { it: 9, user: 40 })
  expect(overallOf(release).apart).toBeNull()
  expect(release.turnoutApart).toBeNull()
  expect(release.turnout).toEqual({ invited: 49, used: 25 })
})

test('"keine Angabe" is no part of a figure, and reported beside those that are told in full', () => {
  const few = overallOf(releaseOf({ it: [], user: [5, 5, 4, 3, 3, 0, 0] }, { it: 10, user: 40 }))
  expect(few).toMatchObject({ figure: { kind: 'words', satisfied: 3, responses: 5 }, noAnswer: null })
  const full = overallOf(releaseOf({ it: [], user: [...many(10, 4), 0, 0] }, { it: 10, user: 40 }))
  expect(full).toMatchObject({ figure: { kind: 'full', satisfied: 10, responses: 10 }, noAnswer: 2 })
})

/** The questionnaire with its first rating and its first text asked only of some. */
const conditional: Questionnaire = {
  ...questionnaire,
  sections: questionnaire.sections.map((section) => ({
    ...section,
    parts: section.parts.map((item) => ({
      ...item,
      shownIf: item.key === 'overall' ? null : '{overall} < 3',
    })),
  })),
}

test('what only some were asked is shown only if those who were not are enough people too', () => {
  const asked = (ratings: number, rest: number) => {
    const ballots = [
      ...many(ratings, 2).map((overall, index): Ballot => ({
        stratum: 'user',
        answers: { overall, topics: { organisation: index === 0 ? 4 : 1 } },
      })),
      ...many(rest, 5).map((overall): Ballot => ({ stratum: 'user', answers: { overall } })),
    ]
    const release = releasePayload({
      questionnaire: conditional,
      tallies: tallyOf(ballots, conditional, true),
      invited: { it: 20, user: 40 },
      used: { it: 0, user: ballots.length },
      texts: { helped: many(ratings, 0).map(String) },
      paperForms: 0,
      minimum: 5,
    })
    const item = release.items.find(({ key }) => key === 'topics.organisation')!
    return [item.figure.kind, release.texts.find(({ key }) => key === 'helped')?.count]
  }
  expect(asked(6, 6)).toEqual(['words', 6])
  expect(asked(6, 4)).toEqual(['too-few', null])
  expect(asked(6, 0)).toEqual(['too-few', null])
  expect(asked(4, 9)).toEqual(['too-few', null])
  expect(asked(0, 9)).toEqual(['too-few', null])
})

test('a small group that was asked under a condition is not shown to be of one mind', () => {
  const ballots = Array.from({ length: 20 }, (_, index): Ballot => ({
    stratum: 'user',
    answers:
      index < 7 ? { overall: 2, topics: { organisation: 1, exchange: index < 3 ? 5 : 1 } } : { overall: 5 },
  }))
  const { items } = releasePayload({
    questionnaire: conditional,
    tallies: tallyOf(ballots, conditional, true),
    invited: { it: 20, user: 40 },
    used: { it: 0, user: 20 },
    texts: {},
    paperForms: 0,
    minimum: 5,
  })
  const of = (key: string) => items.find((item) => item.key === `topics.${key}`)?.figure
  expect(of('exchange')).toEqual({ kind: 'words', satisfied: 3, responses: 7 })
  expect(of('organisation')).toEqual({ kind: 'too-few' })
})

const text = (words: string) => ({ default: words })
const words = ['a', 'b'].map((value) => ({ value, text: text(value) }))
const asking = (name: string, visibleIf: string): Definition['pages'][number]['elements'][number] => ({
  ...{ type: 'boolean', name, title: text(name), visibleIf },
})
const chained: Definition = {
  title: text('t'),
  pages: [
    {
      name: 'page',
      elements: [
        ...[{ type: 'checkbox' as const, name: 'ticks', title: text('ticks'), choices: words }],
        ...[{ type: 'text' as const, inputType: 'number' as const, name: 'years', title: text('y') }].map(
          (element) => ({ ...element, min: 0, max: 14 }),
        ),
        asking('one', "{ticks} contains 'a'"),
        asking('two', "{ticks} contains 'a' and {ticks} contains 'b'"),
        asking('other', '{one} = true'),
        asking('range', '{years} >= 3 and {years} <= 5'),
        asking('cut', '{years} >= 4 and {years} <= 5'),
        asking('crossed', "{years} < 3 or {ticks} contains 'a'"),
      ],
    },
  ],
}

test('a condition on one answer that is told may be told; two at once, or part of a range, never', () => {
  const everything = ['one', 'two', 'other', 'range', 'cut', 'crossed']
  const answers = Object.fromEntries(everything.map((key) => [key, true]))
  const ballots = Array.from({ length: 40 }, (_, index): Ballot => ({
    stratum: 'user',
    answers: {
      ticks: index % 2 === 0 ? ['a', 'b'] : ['b'],
      years: index % 15,
      ...(index % 2 === 0 && answers),
    },
  }))
  const asked = readQuestionnaire(chained)
  const tallies = tallyOf(ballots, asked, true)
  const counted = { questionnaire: asked, tallies, texts: {}, paperForms: 0, minimum: 5 }
  const { counts } = releasePayload({ ...counted, invited: { it: 20, user: 60 }, used: { it: 0, user: 40 } })
  const told = counts.filter(({ figure }) => figure.kind !== 'too-few').map(({ key }) => key)
  expect(told).toEqual(['ticks', 'years', 'one', 'range'])
})

test('"more than 90 per cent" of fewer than ten would be all of them: such words would hide nothing', () => {
  for (let n = 1; n < 10; n += 1) {
    for (let satisfied = 0; satisfied <= n; satisfied += 1) {
      expect(satisfied / n > 0.9).toBe(satisfied === n)
    }
  }
})

test('four texts are counted, five are shown in the order in which they came', () => {
  const texts = { helped: ['a', 'b', 'c', 'd'], missing: ['e', 'd', 'c', 'b', 'a'] }
  expect(releaseOf({ it: many(5, 5), user: [] }, { it: 20, user: 20 }, 5, texts).texts).toEqual([
    { key: 'helped', count: 4, texts: null },
    { key: 'missing', count: 5, texts: ['e', 'd', 'c', 'b', 'a'] },
  ])
})

test('a release is plain JSON', () => {
  const release = releaseOf({ it: many(12, 5), user: many(12, 4) }, { it: 20, user: 20 })
  expect(JSON.parse(JSON.stringify(release))).toEqual(release)
})
