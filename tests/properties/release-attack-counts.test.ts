import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CountFigure, Tick } from '#app/domain/answer-count.ts'
import type { Answers } from '#app/domain/answers.ts'
import { mayBeShownUnderCondition } from '#app/domain/disclosure.ts'
import { STRATA, type Stratum } from '#app/domain/evaluation.ts'
import { readQuestionnaire, type Definition, type DefinitionElement } from '#app/domain/questionnaire.ts'
import { releasePayload, type Release, type ReleasedCount } from '#app/domain/release.ts'
import { keepsStrata, tallyOf, type Ballot, type ByStratum } from '#app/domain/tally.ts'
import { betrays, type Says } from '#tests/domain/attacker.ts'
import { checkDefinition } from '#surveys/definition.ts'

// The same attacker, before questions with answers of their own: words, several of them, yes or no, numbers, and those
// that only some are asked. They know every published number, and the rules by which the others were left out, and may
// add and subtract all of it in any multiple. What they must never get is how few gave an answer.

const MINIMUM = 5

const text = (words: string) => ({ default: words })
const choices = ['a', 'b', 'c'].map((value) => ({ value, text: text(value) }))
const scale = [5, 4, 3, 2, 1, 0].map((value) => ({ value, text: text(String(value)) }))
const asked = (name: string) => ({ name, title: text(name) })
const elements: DefinitionElement[] = [
  { type: 'radiogroup', ...asked('word'), choices },
  { type: 'checkbox', ...asked('ticks'), choices },
  { type: 'boolean', ...asked('yes') },
  { type: 'text', inputType: 'number', ...asked('years'), min: 0, max: 14 },
  { type: 'radiogroup', ...asked('if_word'), visibleIf: "{word} = 'a'", choices },
  { type: 'boolean', ...asked('if_tick'), visibleIf: "{ticks} contains 'b'" },
  { type: 'checkbox', ...asked('if_yes'), visibleIf: '{yes} = true', choices },
  { type: 'radiogroup', ...asked('if_years'), visibleIf: '{years} < 3', choices: scale },
  { type: 'boolean', ...asked('if_cut'), visibleIf: '{years} < 4' },
  { type: 'boolean', ...asked('if_both'), visibleIf: "{word} = 'a' and {yes} = true" },
  { type: 'boolean', ...asked('if_asked'), visibleIf: "{if_word} = 'a'" },
]
const definition: Definition = { title: text('t'), pages: [{ name: 'page', elements }] }
const questionnaire = readQuestionnaire(definition)

/** By key: when it is asked. What is not here, everybody is asked. */
const CONDITIONS: Record<string, { on: string; holds: (answers: Answers) => boolean }> = {
  if_word: { on: 'word', holds: ({ word }) => word === 'a' },
  if_tick: { on: 'ticks', holds: ({ ticks }) => Array.isArray(ticks) && ticks.includes('b') },
  if_yes: { on: 'yes', holds: ({ yes }) => yes === true },
  if_years: { on: 'years', holds: ({ years }) => typeof years === 'number' && years < 3 },
}
/** Those who are asked these are in no published number: two answers at once, part of a range, few of some. */
const NEVER_TOLD = ['if_both', 'if_cut', 'if_asked']

test('the questionnaire of these attacks is one that can be published', () => {
  expect(checkDefinition(definition)).toEqual([])
})

const word = fc.constantFrom(undefined, 'a', 'a', 'a', 'b', 'b', 'c')
const several = fc.option(fc.subarray(['a', 'b', 'c'], { minLength: 1 }), { nil: undefined })
const yes = fc.constantFrom(undefined, true, true, true, false)
const years = fc.constantFrom(undefined, 0, 1, 2, 3, 3, 4, 8, 13)
const given = fc.record({
  ...{
    word,
    yes,
    years,
    if_word: word,
    if_yes: several,
    if_tick: yes,
    if_both: yes,
    if_cut: yes,
    if_asked: yes,
  },
  ticks: several,
  if_years: fc.constantFrom(undefined, 5, 5, 4, 1, 0),
})

/** Nobody answers what they are not asked. */
function asAnswers(all: Record<string, Answers[string] | undefined>): Answers {
  const isAsked = (key: string) => {
    if (key === 'if_cut') return Number(all.years) < 4
    if (key === 'if_both') return all.word === 'a' && all.yes === true
    const { holds } = CONDITIONS[key === 'if_asked' ? 'if_word' : key] ?? {}
    return holds?.(all as Answers) !== false && (key !== 'if_asked' || all.if_word === 'a')
  }
  return Object.fromEntries(
    Object.entries(all).flatMap(([key, value]) =>
      value !== undefined && isAsked(key) ? [[key, value] as const] : [],
    ),
  )
}

type Answered = { ballots: Ballot[]; invited: ByStratum }
const ballots = (stratum: Stratum, maxLength: number) =>
  fc.array(
    given.map((all): Ballot => ({ stratum, answers: asAnswers(all) })),
    { maxLength, size: 'max' },
  )
const answered: fc.Arbitrary<Answered> = fc
  .tuple(ballots('it', 30), ballots('user', 45), fc.nat(9), fc.nat(9))
  .map(([it, user, moreIt, moreUser]) => ({
    ballots: [...it, ...user],
    invited: { it: it.length + moreIt, user: user.length + moreUser },
  }))
  .filter(({ ballots: all }) => all.length >= MINIMUM)

function releaseOf({ ballots: all, invited }: Answered): Required<Release> {
  const sent = (stratum: Stratum) => all.filter((ballot) => ballot.stratum === stratum).length
  const used = { it: sent('it'), user: sent('user') }
  const tallies = tallyOf(all, questionnaire, keepsStrata(invited, used))
  return releasePayload({ questionnaire, tallies, invited, used, texts: {}, paperForms: 0, minimum: MINIMUM })
}

const has = (key: string, value: string): Says => {
  return ({ answers }) => {
    const answer = answers[key]
    if (Array.isArray(answer)) return answer.includes(value)
    if (key === 'years') return typeof answer === 'number' && value === rangeOf(answer)
    return (
      answer !== undefined && (answer === true ? 'yes' : answer === false ? 'no' : String(answer)) === value
    )
  }
}
/** Five ranges of three. */
const rangeOf = (n: number) => `${n - (n % 3)}-${n - (n % 3) + 2}`
const didAnswer = (key: string): Says => {
  return ({ answers }) => Object.hasOwn(answers, key) && (answers[key] !== 0 || key === 'years')
}
const and = (one: Says, other: Says): Says => {
  return (ballot) => one(ballot) && other(ballot)
}
const isOf = (stratum: Stratum): Says => {
  return (ballot) => ballot.stratum === stratum
}

function saysOf(key: string, figure: CountFigure | undefined): Says[] {
  if (!figure || !('responses' in figure)) return []
  const told =
    figure.kind === 'parts'
      ? Object.keys(figure.counts)
      : figure.kind === 'ticks'
        ? Object.keys(figure.ticks).filter((value) => typeof figure.ticks[value] === 'number')
        : []
  return [didAnswer(key), ...told.map((value) => has(key, value))]
}

function publishedOf(release: Release, key: string): Says[] {
  const released = release.counts?.find((one) => one.key === key)
  const rating = release.items.find((one) => one.key === key)?.figure
  return [
    ...(rating?.kind === 'words' || rating?.kind === 'full' ? [didAnswer(key)] : []),
    ...saysOf(key, released?.figure),
    ...STRATA.flatMap((stratum) =>
      saysOf(key, released?.apart?.[stratum]).map((says) => and(says, isOf(stratum))),
    ),
  ]
}

const EVERY_KIND = fc.sample(answered, { numRuns: 60, seed: 1 }).flatMap((round) => round.ballots)

/** Ticks do not exclude one another, so each is a question of its own. */
function questionsIn(release: Release, key: string): Says[][] {
  const told = release.counts?.find((one) => one.key === key)
  if (told?.figure.kind !== 'ticks') return [publishedOf(release, key)]
  return Object.keys(told.figure.ticks).map((value) => {
    const only = (figure: CountFigure): CountFigure =>
      figure.kind === 'ticks' && figure.ticks[value] !== undefined
        ? { ...figure, ticks: { [value]: figure.ticks[value] } }
        : figure
    const { figure, apart } = told
    const alone = apart && { it: only(apart.it), user: only(apart.user) }
    return publishedOf({ ...release, counts: [{ key, figure: only(figure), apart: alone }] }, key)
  })
}

/** Whether the attacker finds a few in any answer to questions that everybody was asked. */
const betraysAnswers = (round: Answered, release: Release) =>
  ['word', 'ticks', 'yes', 'years'].some((key) =>
    questionsIn(release, key).some((published) =>
      betrays({ all: round.ballots, everyKind: EVERY_KIND }, published),
    ),
  )

/** The same for a question beside the one that decides who is asked it. */
function betraysUnder(round: Answered, release: Release, key: string): boolean {
  const { on, holds } = CONDITIONS[key]!
  const skipped: Says = (ballot) => holds(ballot.answers) && !didAnswer(key)(ballot)
  return questionsIn(release, key).some((own) =>
    questionsIn(release, on).some((of) =>
      betrays({ all: round.ballots, everyKind: EVERY_KIND }, [...own, ...of], skipped),
    ),
  )
}

test('no sum or difference of what is published of an answer belongs to fewer than five', () => {
  fc.assert(
    fc.property(answered, (round) => {
      expect(betraysAnswers(round, releaseOf(round))).toBe(false)
    }),
    { numRuns: 250 },
  )
})

test('nor does one with what only some were asked, nor with who they are', () => {
  fc.assert(
    fc.property(answered, (round) => {
      const release = releaseOf(round)
      for (const key of Object.keys(CONDITIONS)) {
        expect(betraysUnder(round, release, key)).toBe(false)
      }
      for (const key of NEVER_TOLD) {
        expect(release.counts.find((one) => one.key === key)).toMatchObject({ figure: { kind: 'too-few' } })
      }
    }),
    { numRuns: 150 },
  )
})

const cases = fc.sample(answered, { numRuns: 300, seed: 11 })
const isTold = (figure: CountFigure | undefined) => figure?.kind === 'parts' || figure?.kind === 'ticks'

test('what these attacks look at is published often enough for them to mean something', () => {
  const told = new Map<string, number>()
  const tell = (what: string, is: boolean) => told.set(what, (told.get(what) ?? 0) + Number(is))
  for (const round of cases) {
    for (const { key, figure, apart } of releaseOf(round).counts) {
      if (NEVER_TOLD.includes(key)) continue
      tell(key, isTold(figure))
      if (!key.startsWith('if_')) tell(`${key} apart`, apart !== null)
    }
  }
  for (const [what, times] of told) expect([what, times > 5]).toEqual([what, true])
})

/** What would be published if one rule were missing; `of` gives the true numbers of all people or of one group. */
type Careless = (
  told: ReleasedCount,
  of: (stratum?: Stratum) => CountFigure,
  ballots: number,
) => ReleasedCount

const findsSomebody = (careless: Careless) =>
  cases.filter((round) => {
    const honest = releaseOf(round)
    const counts = honest.counts.map((told) =>
      careless(told, (stratum) => figureOf(round.ballots, told.key, stratum), round.ballots.length),
    )
    const release = { ...honest, counts }
    return (
      betraysAnswers(round, release) ||
      Object.keys(CONDITIONS).some((key) => betraysUnder(round, release, key))
    )
  }).length

/** Everything about a question, as soon as ten have answered it. */
function figureOf(all: readonly Ballot[], key: string, stratum?: Stratum): CountFigure {
  const own = all.filter((ballot) => didAnswer(key)(ballot) && (!stratum || isOf(stratum)(ballot)))
  const responses = own.length
  const values = key === 'years' ? RANGES : /yes|tick$/.test(key) ? ['yes', 'no'] : ['a', 'b', 'c']
  const counts = Object.fromEntries(values.map((value) => [value, own.filter(has(key, value)).length]))
  if (responses < 10) return responses < MINIMUM ? { kind: 'too-few' } : { kind: 'answered', responses }
  return SEVERAL.includes(key)
    ? { kind: 'ticks', responses, ticks: counts }
    : { kind: 'parts', responses, counts }
}
const SEVERAL = ['ticks', 'if_yes']
const RANGES = ['0-2', '3-5', '6-8', '9-11', '12-14']

const keepOnly = (figure: CountFigure, keeps: (n: number, value: string) => boolean): CountFigure => {
  const kept = (told: Readonly<Record<string, Tick>>) =>
    Object.fromEntries(
      Object.entries(told).flatMap(([value, n]) =>
        typeof n === 'number' && keeps(n, value) ? [[value, n] as const] : [],
      ),
    )
  if (figure.kind === 'parts') return { ...figure, counts: kept(figure.counts) }
  return figure.kind === 'ticks' ? { ...figure, ticks: kept(figure.ticks) } : figure
}

const RULES_MISSING: Record<string, Careless> = {
  'every answer of ten is told, as of the scale': (told, of) => ({ ...told, figure: of() }),
  'answers of a few are left out, and can be calculated': (told, of) =>
    told.figure.kind === 'ticks' ? told : { ...told, figure: keepOnly(of(), (n) => n >= MINIMUM) },
  'a tick is told although nearly all have set it': (told, of) =>
    told.figure.kind === 'ticks' ? { ...told, figure: keepOnly(of(), (n) => n >= MINIMUM) } : told,
  'groups are told apart wherever each is large enough': (told, of) => {
    const { figure } = told
    const shown = figure.kind === 'parts' ? figure.counts : figure.kind === 'ticks' ? figure.ticks : {}
    const alike = (own: CountFigure) => keepOnly(own, (_, value) => typeof shown[value] === 'number')
    const apart = { it: alike(of('it')), user: alike(of('user')) }
    const isLarge = STRATA.every((stratum) => isTold(apart[stratum]))
    return isTold(figure) && !told.key.startsWith('if_') && isLarge ? { ...told, apart } : told
  },
  'what some were asked is told wherever enough have answered it': (told, of) =>
    told.key in CONDITIONS && told.figure.kind === 'too-few'
      ? { ...told, figure: keepOnly(of(), () => false) }
      : told,
  'a condition asks for an answer that is not told': (told, of, total) => {
    const figure = keepOnly(of(), () => false)
    const responses = 'responses' in figure ? figure.responses : 0
    const isSplit = mayBeShownUnderCondition(responses, total, MINIMUM)
    return told.key in CONDITIONS && isSplit && !isTold(told.figure) ? { ...told, figure } : told
  },
}

test.each(Object.entries(RULES_MISSING))('the attacker finds somebody where %s', (_, careless) => {
  expect(findsSomebody(careless)).toBeGreaterThan(5)
})

test('and nobody where all rules hold', () => {
  expect(findsSomebody((told) => told)).toBe(0)
})
