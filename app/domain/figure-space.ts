// What can be worked out from figures by adding and subtracting multiples of them. A figure is a row: how often it counts
// the people of each cell. All such sums are a vector space, and whether one of them is about a few cells only is a
// question of ranks, which has an exact answer.
//
// Ranks are taken modulo a prime. For up to sixteen figures of zeros and ones that is no approximation: no minor of such
// a matrix exceeds 17^8.5 / 2^16, which is less than half a million (Hadamard's bound), so none vanishes by it.

/** The largest prime below 2^26: a product of two remainders is still a whole number for JavaScript. */
const PRIME = 67_108_859

export type Figure = readonly number[]

/**
 * The sets of cells, of `limit` people at most together, to which some sum of the figures belongs that is not zero;
 * each with independent sums that all others of that set consist of. `sizes` are the people of each cell. There are no
 * more turns than ways to take out a cell per figure and to spend `limit`, however many cells there are.
 */
export function* smallSums(
  figures: readonly Figure[],
  sizes: readonly number[],
  limit: number,
): Generator<{ cells: ReadonlySet<number>; sums: Figure[] }> {
  yield* search(independent(figures), new Set(), limit)

  function* search(
    sums: Figure[],
    cells: ReadonlySet<number>,
    left: number,
  ): Generator<{ cells: ReadonlySet<number>; sums: Figure[] }> {
    if (sums.length === 0) return
    const next = sizes.findIndex((_, cell) => !cells.has(cell) && sums.some((sum) => sum[cell] !== 0))
    if (next < 0) {
      yield { cells, sums }
      return
    }
    const size = sizes[next] ?? 0
    if (size <= left) yield* search(sums, new Set([...cells, next]), left - size)
    yield* search(without(sums, next), cells, left)
  }
}

/** Independent sums of these figures that count nobody outside the cells; all others like that consist of them. */
export function sumsWithin(figures: readonly Figure[], cells: ReadonlySet<number>): Figure[] {
  const width = figures[0]?.length ?? 0
  const outside = Array.from({ length: width }, (_, cell) => cell).filter((cell) => !cells.has(cell))
  return outside.reduce(without, independent(figures))
}

/** How many of these sums do not follow from the others. */
export function rankOf(figures: readonly Figure[]): number {
  return independent(figures).length
}

/** As many rows as the rank says, out of which all others can be made. */
function independent(figures: readonly Figure[]): Figure[] {
  let rest: Figure[] = figures.map((row) => row.map(remainder))
  const found: Figure[] = []
  for (;;) {
    const row = rest.find((one) => one.some((count) => count !== 0))
    if (!row) return found
    found.push(row)
    const cell = row.findIndex((count) => count !== 0)
    rest = rest.filter((one) => one !== row).map((one) => cleared(one, row, cell))
  }
}

/** What remains possible when a cell must not be counted. */
function without(sums: readonly Figure[], cell: number): Figure[] {
  const pivot = sums.find((sum) => sum[cell] !== 0)
  if (!pivot) return [...sums]
  return sums.filter((sum) => sum !== pivot).map((sum) => cleared(sum, pivot, cell))
}

/** The row, with so much of the other one taken away that it no longer counts the cell. */
function cleared(row: Figure, pivot: Figure, cell: number): Figure {
  const [own, other] = [row[cell] ?? 0, pivot[cell] ?? 0]
  if (own === 0) return row
  return row.map((count, place) => remainder(count * other - (pivot[place] ?? 0) * own))
}

const remainder = (number: number) => ((number % PRIME) + PRIME) % PRIME
