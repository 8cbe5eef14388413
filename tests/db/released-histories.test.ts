// Indicator 2 and what accompanies it from releases, against a second count that loops over the ballots and shares no code.

import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import type { Quantity } from '#app/domain/accompanying-figure.ts'
import type { PhaseKey } from '#app/domain/indicator.ts'
import { reportFigures, type ReportFacts } from '#app/domain/report-figures.ts'
import type { ReportFigures } from '#app/domain/report.ts'
import type { Figure } from '#app/domain/satisfaction.ts'
import type { Trx } from '#db/client.server.ts'
import { getReportFacts } from '#db/report-facts.ts'
import { db } from '#tests/database.ts'
import { aPerson } from '#tests/factories.ts'
import { loadRounds, rounds, TOPICS_ASKED, type Round } from '#tests/round-histories.ts'

const HISTORIES = 200

type Time = { cutOff: string; now: [string, string]; before: [string, string] }
const PILOT = { fromDate: '2025-01-01', untilDate: '2026-02-19' }
/** Begins after days without a phase, and has no end yet. */
const FIRST_YEAR = { fromDate: '2026-03-01', untilDate: null }
const TIMES: Time[] = [
  {
    cutOff: '2025-12-31',
    ...{ now: ['2025-01-01', '2025-12-31'], before: ['2024-01-01', '2024-12-31'] },
  },
  {
    cutOff: '2026-02-19',
    ...{ now: ['2025-02-20', '2026-02-19'], before: ['2024-02-20', '2025-02-19'] },
  },
  {
    cutOff: '2026-06-30',
    ...{ now: ['2025-07-01', '2026-06-30'], before: ['2024-07-01', '2025-06-30'] },
  },
]

const Z = 1.959963984540054

/** Where the distance between share and truth is just what chance explains: looked for by halving, not by a formula. */
function wilson(part: number, whole: number): { low: number; high: number } {
  const share = part / whole
  const explained = (truth: number) => Z * Math.sqrt((truth * (1 - truth)) / whole)
  const sought = (near: number, far: number) => {
    if (near === far) return near
    for (let step = 0; step < 80; step += 1) {
      const middle = (near + far) / 2
      if (Math.abs(share - middle) > explained(middle)) far = middle
      else near = middle
    }
    return near
  }
  return { low: sought(share, 0), high: sought(share, 1) }
}

type Rated =
  | { kind: 'no-data' | 'too-few' }
  | { kind: 'words' | 'full'; part: number; whole: number; low: number | null; high: number | null }

/** In the words of the disclosure rules: nobody, fewer than were promised, fewer than ten, enough. */
function rated({ ballots, minimum, silent, asked }: Round, topic: string | null): Rated {
  if (topic !== null && !TOPICS_ASKED[asked].includes(topic)) return { kind: 'no-data' }
  let [part, whole] = [0, 0]
  for (const { overall, topics } of ballots) {
    const given = topic === null ? overall : topics[topic]
    if (!given) continue
    whole += 1
    if (given >= 4) part += 1
  }
  if (whole === 0) return { kind: 'no-data' }
  if (whole < minimum) return { kind: 'too-few' }
  if (whole < 10) return { kind: 'words', part, whole, low: null, high: null }
  if (whole === ballots.length + silent) return { kind: 'full', part, whole, low: null, high: null }
  return { kind: 'full', part, whole, ...wilson(part, whole) }
}

type Share = { part: number; whole: number; low: number | null; high: number | null }

/** The limits of the difference, each from the distances of both shares to their own limits. */
function changed(now: Share, before: Share): 'higher' | 'lower' | 'unchanged' {
  const [is, was] = [now.part / now.whole, before.part / before.whole]
  const down = Math.hypot(is - (now.low ?? is), (before.high ?? was) - was)
  const up = Math.hypot((now.high ?? is) - is, was - (before.low ?? was))
  if (is - was - down > 0) return 'higher'
  return is - was + up < 0 ? 'lower' : 'unchanged'
}

function expected(told: readonly Round[], { cutOff, now, before }: Time) {
  const centre = told.filter(({ kind, closesOn }) => kind === 'competence-centre' && closesOn <= cutOff)
  const released = inOrder(centre.filter(({ state }) => state === 'released'))
  const latest = released.at(-1)
  const inPilot = lastOf(released, (day) => day >= '2025-01-01' && day < '2026-02-20')
  // Nobody compares with a phase that has not begun.
  const inFirstYear = lastOf(released, (day) => cutOff > '2026-02-28' && day > '2026-02-28')
  return {
    figure: latest ? rated(latest, null) : { kind: 'no-data' },
    topics: latest ? TOPICS_ASKED[latest.asked].map((key) => ({ key, ...rated(latest, key) })) : [],
    history: released.map((round, place) => ({
      closedOn: round.closesOn,
      invited: round.ballots.length + round.silent,
      breaks: place > 0 && hasOtherScale(round) !== hasOtherScale(released[place - 1]),
      ...rated(round, null),
    })),
    pilot: inPilot ? withoutWords(rated(inPilot, null)) : { kind: 'no-data' },
    firstYear: inFirstYear ? withoutWords(rated(inFirstYear, null)) : { kind: 'no-data' },
    rate: rateOf(centre, now, before),
    byTopic: topicsOf(released, now, before),
  }
}

/** The last round that was to begin on such a day; of one that nobody planned by a schedule, the day on which it did. */
function lastOf(told: readonly Round[], isMeant: (day: string) => boolean): Round | undefined {
  let last: Round | undefined
  for (const one of told) if (isMeant(one.dueOn === null ? one.opensOn : one.dueOn)) last = one
  return last
}

const inOrder = (told: Round[]) =>
  [...told].sort((a, b) => (a.closesOn < b.closesOn ? -1 : Number(a.closesOn > b.closesOn)))
const hasOtherScale = (round: Round | undefined) => round?.asked === 'another-scale'
const within = ({ closesOn }: Round, [from, until]: [string, string]) => from <= closesOn && closesOn <= until

function rateOf(centre: Round[], now: [string, string], before: [string, string]) {
  const sum = (time: [string, string]) => {
    let [part, whole] = [0, 0]
    for (const round of centre)
      if (round.state === 'released' && within(round, time)) {
        part += round.ballots.length
        whole += round.ballots.length + round.silent
      }
    if (whole === 0) return { kind: 'no-data' as const }
    if (whole < 10) return { kind: 'too-few' as const }
    return { kind: 'measured' as const, part, whole, ...wilson(part, whole) }
  }
  const [is, was] = [sum(now), sum(before)]
  const held = centre.filter(
    (round) => within(round, now) && round.state !== 'planned' && round.state !== 'given-up',
  )
  const known = held.filter(({ state }) => state === 'released')
  return {
    ...{ key: null, now: is, before: was },
    coverage: held.length === 0 ? null : [known.length, held.length],
    change: is.kind === 'measured' && was.kind === 'measured' ? changed(is, was) : 'unknown',
  }
}

function topicsOf(released: Round[], now: [string, string], before: [string, string]) {
  const [latest, earlier] = [now, before].map((time) => released.filter((one) => within(one, time)).at(-1))
  if (!latest || latest.asked === 'no-topics') {
    const nothing = { kind: 'no-data' }
    return [{ key: null, now: nothing, before: nothing, coverage: null, change: 'unknown' }]
  }
  return TOPICS_ASKED[latest.asked].map((key) => {
    const is = rated(latest, key)
    const was: Rated = earlier && earlier.asked === latest.asked ? rated(earlier, key) : { kind: 'no-data' }
    return {
      ...{ key, now: withoutWords(is), before: withoutWords(was) },
      coverage: 'whole' in is ? [is.whole, latest.ballots.length + latest.silent] : null,
      change: is.kind === 'full' && was.kind === 'full' ? changed(is, was) : 'unknown',
    }
  })
}

const withoutWords = (one: Rated) => ('whole' in one ? { ...one, kind: 'measured' } : one)

/** What the product says, in the shape of the second count. */
function said({ satisfaction, targets, accompanying }: ReportFigures) {
  const parts = (figure: string) =>
    accompanying
      .find(({ key }) => key === figure)
      ?.parts.map(({ key, now, before, coverage, change }) => ({
        ...{ key, now: ofQuantity(now), before: ofQuantity(before), change },
        coverage: coverage && [coverage.covered, coverage.of],
      }))
  const measuredIn = (key: PhaseKey) =>
    ofQuantity(targets.find(({ indicator, phase }) => indicator === 'I2' && phase === key)!.measured)
  return {
    figure: ofFigure(satisfaction.figure),
    topics: satisfaction.topics.map(({ key, figure }) => ({ key, ...ofFigure(figure) })),
    history: satisfaction.history.map(({ closedOn, invited, breaks, figure }) => {
      return { closedOn, invited, breaks: breaks ?? false, ...ofFigure(figure) }
    }),
    pilot: measuredIn('pilot'),
    firstYear: measuredIn('firstYear'),
    rate: parts('response-rate')?.[0],
    byTopic: parts('satisfied-by-topic'),
  }
}

function ofFigure(figure: Figure) {
  if (figure.kind === 'no-data' || figure.kind === 'too-few') return figure
  const { kind, satisfied: part, responses: whole } = figure
  const interval = kind === 'full' ? figure.interval : null
  return { kind, part, whole, low: interval?.low ?? null, high: interval?.high ?? null }
}

function ofQuantity(quantity: Quantity | ReportFigures['targets'][number]['measured']) {
  if (quantity.kind !== 'measured') return quantity
  const { kind, numerator: part, denominator: whole, interval } = quantity
  return { kind, part, whole, low: interval?.low ?? null, high: interval?.high ?? null }
}

/** Eight digits: so far both ways of finding a limit agree. */
const rounded = (value: unknown) =>
  JSON.parse(JSON.stringify(value), (_, one: unknown) =>
    typeof one === 'number' ? Number(one.toFixed(8)) + 0 : one,
  ) as unknown

let by: string
beforeAll(async () => {
  by = (await aPerson({ roles: ['coordinator'], organisationId: null })).id
})

const undone = new Error('undone')

type Change = (facts: ReportFacts) => Partial<ReportFacts>

/** That the product and the second count agree over random histories; over the same ones where facts are changed. */
function agreement(change?: Change): Promise<void> {
  const property = fc.asyncProperty(rounds, fc.constantFrom(...TIMES), async (told, time) => {
    const looked = db.transaction().execute(async (trx) => {
      await loadRounds(trx, told, by)
      const facts = await factsOn(trx, time.cutOff)
      const figures = reportFigures({ ...facts, ...change?.(facts) })
      expect(rounded(said(figures))).toEqual(rounded(expected(told, time)))
      throw undone
    })
    await looked.catch((error: unknown) => {
      if (error !== undone) throw error
    })
  })
  return fc.assert(property, { numRuns: HISTORIES, ...(change && { seed: 1, endOnFailure: true }) })
}

async function factsOn(trx: Trx, cutOff: string): Promise<ReportFacts> {
  await trx.updateTable('phase').set(PILOT).where('key', '=', 'pilot').execute()
  await trx.updateTable('phase').set(FIRST_YEAR).where('key', '=', 'firstYear').execute()
  return getReportFacts(trx, { cutOff, applicationVersion: '0.0.0', number: 1, previousSha256: null })
}

test('indicator 2, its course, its topics and the response rate are what a count of the ballots says, in every history', async () => {
  await agreement()
}, 180_000)

// The control: what is wrong in one respect must not pass.
test.each<[string, Change]>([
  [
    'forgets the last day',
    ({ rounds: all, cutOff }) => ({ rounds: all.filter(({ closesOn }) => closesOn < cutOff) }),
  ],
  [
    'takes a round for the phase in which it ended',
    ({ rounds: all }) => ({ rounds: all.map((one) => ({ ...one, phaseDay: one.closesOn })) }),
  ],
  ['takes the first round for the latest', ({ rounds: all }) => ({ rounds: [...all].reverse() })],
  [
    'forgets rounds that were held and not released',
    ({ rounds: all }) => ({ roundsHeld: all.map(({ closesOn }) => closesOn) }),
  ],
  [
    'tells what the latest questionnaire asks as if it had always been asked',
    ({ rounds: all }) => ({
      rounds: all.map((one) => ({ ...one, questionnaire: all.at(-1)?.questionnaire ?? one.questionnaire })),
    }),
  ],
])(
  'a count that %s is caught',
  async (_, change) => {
    await expect(agreement(change)).rejects.toThrow('Property failed')
  },
  120_000,
)
