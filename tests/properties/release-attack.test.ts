import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countRefusal, STRATA, type Round, type Stratum } from '#app/domain/evaluation.ts'
import { releasePayload, type Release } from '#app/domain/release.ts'
import { responsesIn, type Figure } from '#app/domain/satisfaction.ts'
import { distributionOf, keepsStrata, tallyOf, type Ballot, type ByStratum } from '#app/domain/tally.ts'
import { currentVersion } from '#surveys/index.ts'

// An attacker who collects every figure that was ever published about a question, from every page and at every time,
// and adds and subtracts them in all ways. What they must never get is the figure of a few.

const { questionnaire } = currentVersion('competence-centre')
const MINIMUM = 5

/** People who are alike in all that is published: nobody can be told from the others of their cell. */
type Cell = { people: number; satisfied: number }
/** A published figure is the sum of some cells, by their places. */
type Published = readonly boolean[]

/** All groups of cells that are sums and differences of published figures. */
function reachable(published: readonly Published[], cells: number): boolean[][] {
  let sums: number[][] = [Array(cells).fill(0)]
  for (const figure of published) {
    const signs = [-1, 0, 1]
    const next = sums.flatMap((sum) =>
      signs.map((sign) => sum.map((count, cell) => count + (figure[cell] ? sign : 0))),
    )
    sums = [...new Map(next.map((sum) => [sum.join(), sum])).values()]
  }
  return sums
    .filter((sum) => sum.every((count) => count === 0 || count === 1) && sum.includes(1))
    .map((sum) => sum.map((count) => count === 1))
}

function sumOf(cells: readonly Cell[], chosen: readonly boolean[]): Cell {
  const inside = cells.filter((_, place) => chosen[place])
  return {
    people: inside.reduce((sum, { people }) => sum + people, 0),
    satisfied: inside.reduce((sum, { satisfied }) => sum + satisfied, 0),
  }
}

const names = (cells: readonly Cell[], published: readonly Published[], minimum = MINIMUM) =>
  reachable(published, cells.length)
    .map((chosen) => sumOf(cells, chosen))
    .some(({ people }) => people > 0 && people < minimum)

/** Whether a part of those asked is shown to be of one mind, although they are few. */
const betraysMinds = (cells: readonly Cell[], published: readonly Published[]) => {
  const inRound = (chosen: boolean[]) => chosen.filter(Boolean).length === 1
  return reachable(published, cells.length)
    .filter(inRound)
    .map((chosen) => sumOf(cells, chosen))
    .some(({ people, satisfied }) => people > 0 && people < 10 && (satisfied === 0 || satisfied === people))
}

type Answered = { ballots: Ballot[]; invited: ByStratum }
const rating = fc.constantFrom(undefined, 0, 1, 2, 3, 4, 4, 5, 5, 5)
const ballot = (stratum: Stratum) =>
  fc.tuple(rating, rating).map(([overall, organisation]): Ballot => ({
    stratum,
    answers: {
      ...(overall !== undefined && { overall }),
      ...(organisation !== undefined && { topics: { organisation } }),
    },
  }))
const answered: fc.Arbitrary<Answered> = fc
  .tuple(
    fc.array(ballot('it'), { maxLength: 14 }),
    fc.array(ballot('user'), { maxLength: 22 }),
    fc.nat(9),
    fc.nat(9),
  )
  .map(([it, user, moreIt, moreUser]) => ({
    ballots: [...it, ...user],
    invited: { it: it.length + moreIt, user: user.length + moreUser },
  }))
  .filter(({ ballots }) => ballots.length >= MINIMUM)

const sentBy = (ballots: readonly Ballot[]): ByStratum => ({
  it: ballots.filter(({ stratum }) => stratum === 'it').length,
  user: ballots.filter(({ stratum }) => stratum === 'user').length,
})

function releaseOf({ ballots, invited }: Answered): Release {
  const used = sentBy(ballots)
  const tallies = tallyOf(ballots, questionnaire, keepsStrata(invited, used))
  return releasePayload({ questionnaire, tallies, invited, used, texts: {}, paperForms: 0, minimum: MINIMUM })
}

const cellsOf = ({ ballots }: Answered, key: string): Cell[] => {
  const rows = tallyOf(ballots, questionnaire, true)
  return STRATA.map((stratum) => {
    const ratings = distributionOf(rows, key, stratum)
    return { people: responsesIn(ratings), satisfied: ratings[5] + ratings[4] }
  })
}

const isTold = (figure: Figure | undefined) => figure?.kind === 'words' || figure?.kind === 'full'

/** What is published about one question of one round, as sums of its two cells. */
function publishedOf(release: Release, key: string): Published[] {
  const item = release.items.find((one) => one.key === key)
  return [
    ...(isTold(item?.figure) ? [[true, true]] : []),
    ...(isTold(item?.apart?.it) ? [[true, false]] : []),
    ...(isTold(item?.apart?.user) ? [[false, true]] : []),
  ]
}

/** Cells of several rounds beside each other, and what is published of each. */
function together(rounds: readonly { cells: Cell[]; published: Published[] }[]) {
  const cells = rounds.flatMap((round) => round.cells)
  const published = rounds.flatMap((round, place) => {
    const before = rounds.slice(0, place).reduce((sum, other) => sum + other.cells.length, 0)
    return round.published.map((figure) => cells.map((_, cell) => figure[cell - before] ?? false))
  })
  return { cells, published }
}

test('no sum or difference of figures, of all rounds and groups, belongs to fewer than five', () => {
  fc.assert(
    fc.property(fc.array(answered, { minLength: 1, maxLength: 3 }), (rounds) => {
      for (const key of ['overall', 'topics.organisation']) {
        const known = rounds.map((round) => ({
          cells: cellsOf(round, key),
          published: publishedOf(releaseOf(round), key),
        }))
        const { cells, published } = together(known)
        expect(names(cells, published)).toBe(false)
        expect(betraysMinds(cells, published)).toBe(false)
      }
    }),
    { numRuns: 150 },
  )
})

test('the attacker finds somebody where every group of five is simply shown', () => {
  const cases = fc.sample(answered, { numRuns: 300, seed: 3 })
  const careless = (round: Answered) => {
    const cells = cellsOf(round, 'overall')
    const all = [
      [true, true],
      [true, false],
      [false, true],
    ]
    const published = all.filter((chosen) => sumOf(cells, chosen).people >= MINIMUM)
    return names(cells, published)
  }
  expect(cases.filter(careless).length).toBeGreaterThan(20)
})

/** Workshops of one course, one after the other: each brings ballots, and the urn is counted when it may be. */
function countedUrns(brought: readonly number[]): number[][] {
  const closed: Round = {
    ...{ kind: 'workshop', opensOn: '2026-03-01', closesOn: '2026-03-15', minimum: MINIMUM },
    ...{ openedAt: new Date(0), countedAt: null, releasedAt: null, givenUpAt: null },
  }
  const later = new Date('2026-04-01T10:00:00Z')
  const counted: number[][] = []
  let waiting: number[] = []
  for (const workshop of brought.keys()) {
    waiting.push(workshop)
    const inUrn = waiting.reduce((sum, one) => sum + brought[one]!, 0)
    if (countRefusal(closed, inUrn, later) !== null) continue
    counted.push(waiting)
    waiting = []
  }
  return counted
}

const workshops = fc.array(fc.nat(8), { minLength: 1, maxLength: 7 })
const asCells = (brought: readonly number[]): Cell[] =>
  brought.map((people) => ({ people, satisfied: people }))
const asFigures = (groups: readonly number[][], cells: number): Published[] =>
  groups.map((group) => Array.from({ length: cells }, (_, cell) => group.includes(cell)))

test('nothing that a later release of pooled feedback adds belongs to fewer than five', () => {
  fc.assert(
    fc.property(workshops, (brought) => {
      expect(names(asCells(brought), asFigures(countedUrns(brought), brought.length))).toBe(false)
    }),
    { numRuns: 300 },
  )
})

test('releases that were counted anew with every workshop would betray the latest few', () => {
  const soFar = (brought: readonly number[]) =>
    brought
      .map((_, last) => brought.slice(0, last + 1).map((_, workshop) => workshop))
      .filter((group) => group.reduce((sum, one) => sum + brought[one]!, 0) >= MINIMUM)
  const cases = fc.sample(workshops, { numRuns: 200, seed: 5 })
  const betrayed = cases.filter((brought) =>
    names(asCells(brought), asFigures(soFar(brought), brought.length)),
  )
  expect(betrayed.length).toBeGreaterThan(60)
})
