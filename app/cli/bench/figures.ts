export type DatabaseKind = 'postgres' | 'embedded'

type Goal = { atMost: number } | { atLeast: number }

/** What we want to reach on two shared cores with PostgreSQL. */
const GOALS: Record<string, Goal> = {
  'catalogue.16.serverCpu': { atMost: 9 },
  'catalogue.16.rate': { atLeast: 100 },
  'enrol.16.rate': { atLeast: 200 },
  'submit.16.rate': { atLeast: 60 },
  'formAndSubmit.16.rate': { atLeast: 60 },
  'count.manyBallots': { atMost: 10_000 },
  'memory.count': { atMost: 300 },
  'results.16.serverCpu': { atMost: 10 },
  'dashboard.16.serverCpu': { atMost: 10 },
  snapshot: { atMost: 5_000 },
  'pdf.warm': { atMost: 300 },
  'start.second': { atMost: 1_500 },
}

/** The same with every database. */
const GOALS_EVERYWHERE: Record<string, Goal> = {
  'pdf.4pages': { atMost: 300 },
  'xlsx.100000x10': { atMost: 3_000 },
  'xlsx.100000x10.peakMemory': { atMost: 300 },
  'firstVisit.catalogue.bytes': { atMost: 200_000 },
  'firstVisit.dashboard.bytes': { atMost: 200_000 },
  'firstVisit.answerPage.bytes': { atMost: 600_000 },
}

const LARGER = /^(?:tenfold|million)\./

const DIGITS = 4

/** One line of JSON for a figure, with its goal where there is one. */
export function lineOf(name: string, value: number, unit: string, kind: DatabaseKind): string {
  // A larger district has the same goals.
  const figure = name.replace(LARGER, '')
  const goal = GOALS_EVERYWHERE[figure] ?? (kind === 'postgres' ? GOALS[figure] : undefined)
  return JSON.stringify({ name, value: rounded(value), unit, ...(goal && verdict(goal, value)) })
}

/** Four digits that say something; whole numbers stay as they are. */
function rounded(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(DIGITS))
}

function verdict(goal: Goal, value: number): { goal: string; met: boolean } {
  return 'atMost' in goal
    ? { goal: `≤ ${goal.atMost}`, met: value <= goal.atMost }
    : { goal: `≥ ${goal.atLeast}`, met: value >= goal.atLeast }
}

/** The value below which this share of the values lies; NaN when there are none. */
export function quantile(values: readonly number[], share: number): number {
  const inOrder = [...values].sort((a, b) => a - b)
  return inOrder[Math.min(inOrder.length - 1, Math.floor(inOrder.length * share))] ?? NaN
}

export function megabytes(bytes: number | undefined): number | undefined {
  return bytes && bytes / 1_000_000
}
