// The cheapest way to give each of n things its own of m places (Hungarian method with potentials, Kuhn 1955,
// in the form of Jonker and Volgenant): time n · n · m, and the same answer for the same costs.

/**
 * For each row of `costs` the column it gets, so that no column is given twice and the sum of the costs is least.
 * There must be at least as many columns as rows.
 */
export function cheapestAssignment(costs: readonly (readonly number[])[]): number[] {
  const columns = costs[0]?.length ?? 0
  if (columns < costs.length) throw new RangeError('Fewer places than things to put there')
  const state: State = {
    rowPotential: new Array<number>(costs.length).fill(0),
    columnPotential: new Array<number>(columns).fill(0),
    rowOf: new Array<number>(columns).fill(-1),
  }
  costs.forEach((_, row) => augment(costs, state, row))

  const columnOf = new Array<number>(costs.length).fill(-1)
  state.rowOf.forEach((row, column) => {
    if (row >= 0) columnOf[row] = column
  })
  return columnOf
}

type State = { rowPotential: number[]; columnPotential: number[]; rowOf: number[] }
type Reach = { distance: number[]; before: number[]; done: boolean[] }

/** Adds one row by the shortest augmenting path, and moves the rows on that path to their next column. */
function augment(costs: readonly (readonly number[])[], state: State, start: number): void {
  const columns = state.rowOf.length
  const reach: Reach = {
    distance: new Array<number>(columns).fill(Infinity),
    before: new Array<number>(columns).fill(-1),
    done: new Array<boolean>(columns).fill(false),
  }
  let [row, column, travelled] = [start, -1, 0]
  do {
    relax(costs[row] ?? [], state, reach, row, column, travelled)
    column = nearest(reach)
    reach.done[column] = true
    travelled = reach.distance[column] ?? 0
    row = state.rowOf[column] ?? -1
  } while (row >= 0)
  raisePotentials(state, reach, start, travelled)
  while (column >= 0) {
    const previous = reach.before[column] ?? -1
    state.rowOf[column] = previous < 0 ? start : (state.rowOf[previous] ?? start)
    column = previous
  }
}

function relax(
  costs: readonly number[],
  state: State,
  reach: Reach,
  row: number,
  from: number,
  travelled: number,
): void {
  costs.forEach((cost, column) => {
    if (reach.done[column]) return
    const reduced = cost - (state.rowPotential[row] ?? 0) - (state.columnPotential[column] ?? 0)
    if (travelled + reduced >= (reach.distance[column] ?? Infinity)) return
    reach.distance[column] = travelled + reduced
    reach.before[column] = from
  })
}

function nearest({ distance, done }: Reach): number {
  let best = -1
  distance.forEach((value, column) => {
    if (!done[column] && (best < 0 || value < (distance[best] ?? Infinity))) best = column
  })
  return best
}

function raisePotentials(state: State, reach: Reach, start: number, travelled: number): void {
  state.rowPotential[start] = (state.rowPotential[start] ?? 0) + travelled
  reach.done.forEach((done, column) => {
    if (!done) return
    const slack = travelled - (reach.distance[column] ?? 0)
    state.columnPotential[column] = (state.columnPotential[column] ?? 0) - slack
    const row = state.rowOf[column] ?? -1
    if (row >= 0) state.rowPotential[row] = (state.rowPotential[row] ?? 0) + slack
  })
}
