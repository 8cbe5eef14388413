// Somebody who knows every published number, and may add and subtract all of them in any multiple.

import type { Ballot } from '#app/domain/tally.ts'

/** A published number says of some of the people that they are so many: of those of whom this is true. */
export type Says = (ballot: Ballot) => boolean

/** Fewer people than this are a few. */
const FEW = 5

type Cell = { people: number; vector: number[]; skipped: boolean }

/** People who are alike in all that is published are one cell; what can be said is said of cells. */
function cellsOf(all: readonly Ballot[], published: readonly Says[], skipped: Says): Cell[] {
  const cells = new Map<string, Cell>()
  for (const ballot of all) {
    const vector = published.map((says) => Number(says(ballot)))
    const kind = `${vector.join('')} ${skipped(ballot)}`
    const people = (cells.get(kind)?.people ?? 0) + 1
    cells.set(kind, { people, vector, skipped: skipped(ballot) })
  }
  return [...cells.values()].filter((cell) => cell.vector.includes(1))
}

/** The rows of a matrix, brought to a form in which a sum of them can be recognised; as many as its rank. */
export function reduced(rows: readonly (readonly number[])[]): number[][] {
  let left = rows.map((row) => [...row])
  const kept: number[][] = []
  for (let column = 0; column < (rows[0]?.length ?? 0); column += 1) {
    const pivot = left.find((row) => Math.abs(row[column]!) > 1e-9)
    if (!pivot) continue
    const unit = pivot.map((value) => value / pivot[column]!)
    const without = (row: number[]) => row.map((value, place) => value - row[column]! * unit[place]!)
    left = left.filter((row) => row !== pivot).map(without)
    for (const [place, row] of kept.entries()) kept[place] = without(row)
    kept.push(unit)
  }
  return kept
}

/**
 * Whether fewer than five can be singled out: a group of cells that is the sum and difference of what is published. That
 * somebody `skipped` a question is no answer. `everyKind` are ballots of all kinds that there can be.
 */
export function betrays(
  { all, everyKind }: { all: readonly Ballot[]; everyKind: readonly Ballot[] },
  published: readonly Says[],
  skipped: Says = () => false,
): boolean {
  const cells = cellsOf(all, published, skipped)
  const space = spaceOf(cells)
  const search = (from: number, chosen: readonly Cell[], people: number): boolean =>
    cells.some((cell, place) => {
      if (place < from || people + cell.people >= FEW) return false
      const group = [...chosen, cell]
      const isSum =
        group.some((one) => !one.skipped) &&
        isSumOf(
          cells.map((one) => Number(group.includes(one))),
          space,
        )
      return (
        (isSum && isKnown(group, { cells, everyKind }, published, skipped)) ||
        search(place + 1, group, people + cell.people)
      )
    })
  return search(0, [], 0)
}

const spaceOf = (cells: readonly Cell[]) =>
  reduced((cells[0]?.vector ?? []).map((_, place) => cells.map(({ vector }) => vector[place]!)))

/**
 * Whether the sum holds for whatever people may have answered. Otherwise it only fits because some kind of answers was
 * given by nobody, which the attacker does not know.
 */
function isKnown(
  group: readonly Cell[],
  { cells, everyKind }: { cells: readonly Cell[]; everyKind: readonly Ballot[] },
  published: readonly Says[],
  skipped: Says,
): boolean {
  const isAlike = (one: Cell) => (other: Cell) =>
    other.skipped === one.skipped && other.vector.join() === one.vector.join()
  const empty = cellsOf(everyKind, published, skipped).filter((one) => !cells.some(isAlike(one)))
  const space = spaceOf([...cells, ...empty])
  const given = cells.map((one) => Number(group.includes(one)))
  return Array.from({ length: 2 ** empty.length }, (_, number) =>
    empty.map((__, place) => Math.floor(number / 2 ** place) % 2),
  ).some((more) => isSumOf([...given, ...more], space))
}

function isSumOf(group: readonly number[], space: readonly (readonly number[])[]): boolean {
  let rest = [...group]
  for (const row of space) {
    const column = row.findIndex((value) => Math.abs(value) > 1e-9)
    const factor = rest[column]!
    rest = rest.map((value, place) => value - factor * row[place]!)
  }
  return rest.every((value) => Math.abs(value) < 1e-9)
}
