// One equal tile for each place, on a grid that keeps who lies beside whom. Geography proposes, the cheapest
// assignment disposes: no two places ever share a tile, and the same places always get the same tiles.

import { cheapestAssignment } from '#app/charts/assignment.ts'

export type GeographicPoint = readonly [longitude: number, latitude: number]
export type TileCell = { column: number; row: number }
export type TileLayout = { cells: TileCell[]; columns: number; rows: number }

type Point = { x: number; y: number }

/** How much of the map's bounding box the tiles should fill: districts are neither boxes nor stars. */
const FILLS = [0.85, 0.75, 0.65, 0.55]
/** Where the points may lie within the grid's cells, tried in both directions. */
const SHIFTS = [0, 1 / 3, 2 / 3]
/** Beyond this many places one shift must do, or the search would be felt. */
const MANY = 60

/** A grid in which the points lie, in units of one tile, with a free margin around them. */
type Grid = { points: Point[]; cells: Point[] }

/**
 * Tiles for places by their label points in degrees, in the order of `places`. `aspect` is the width of a tile
 * divided by its height.
 */
export function layOutTiles(places: readonly GeographicPoint[], aspect: number): TileLayout {
  if (places.length === 0) return { cells: [], columns: 0, rows: 0 }
  const points = projected(places, aspect)
  const shifts = places.length > MANY ? [0] : SHIFTS

  let best: { cells: Point[]; cost: number } | undefined
  for (const fill of FILLS) {
    for (const x of shifts) {
      for (const y of shifts) {
        const cells = settled(gridFor(points, fill, { x, y }))
        const cost = cells.displacement + gaps(cells.taken)
        if (!best || cost < best.cost) best = { cells: cells.taken, cost }
      }
    }
  }
  return fromTopLeft(best?.cells ?? [])
}

/** Equal distances in every direction near the middle of the district; x to the east, y to the south. */
function projected(places: readonly GeographicPoint[], aspect: number): Point[] {
  const middle = places.reduce((sum, [, latitude]) => sum + latitude, 0) / places.length
  const shrink = Math.cos((middle * Math.PI) / 180)
  const points = places.map(([longitude, latitude]) => ({ x: longitude * shrink, y: -latitude * aspect }))
  const [left, top] = [Math.min(...points.map(({ x }) => x)), Math.min(...points.map(({ y }) => y))]
  return points.map(({ x, y }) => ({ x: x - left, y: y - top }))
}

function gridFor(points: readonly Point[], fill: number, shift: Point): Grid {
  const [width, height] = [Math.max(...points.map(({ x }) => x)), Math.max(...points.map(({ y }) => y))]
  const scale = scaleFor(width, height, points.length / fill)
  let margin = 1
  const size = (extent: number) => Math.ceil(extent * scale) + 2 + 2 * margin
  while (size(width) * size(height) < points.length) margin++

  const cells: Point[] = []
  for (let y = 0; y < size(height); y++) for (let x = 0; x < size(width); x++) cells.push({ x, y })
  const place = ({ x, y }: Point) => ({ x: x * scale + margin + shift.x, y: y * scale + margin + shift.y })
  return { points: points.map(place), cells }
}

/** The scale at which a box of `width` by `height` covers `cells` cells: (width·s + 1)(height·s + 1) = cells. */
function scaleFor(width: number, height: number, cells: number): number {
  const [square, linear, rest] = [width * height, width + height, 1 - Math.max(cells, 1)]
  if (linear === 0) return 0
  if (square === 0) return -rest / linear
  return (Math.sqrt(linear * linear - 4 * square * rest) - linear) / (2 * square)
}

function settled({ points, cells }: Grid): { taken: Point[]; displacement: number } {
  const costs = points.map(({ x, y }) => cells.map((cell) => (cell.x - x) ** 2 + (cell.y - y) ** 2))
  const chosen = cheapestAssignment(costs)
  const displacement = chosen.reduce((sum, cell, place) => sum + (costs[place]?.[cell] ?? 0), 0)
  return { taken: chosen.flatMap((cell) => cells[cell] ?? []), displacement }
}

/** Empty cells between taken ones of the same row or column: they tear a district apart that is one piece. */
function gaps(taken: readonly Point[]): number {
  return gapsAlong(taken.map(({ x, y }) => [x, y])) + gapsAlong(taken.map(({ x, y }) => [y, x]))
}

function gapsAlong(taken: readonly (readonly [position: number, line: number])[]): number {
  const lines = new Map<number, number[]>()
  for (const [position, row] of taken) lines.set(row, [...(lines.get(row) ?? []), position])
  const gapsIn = (line: number[]) => Math.max(...line) - Math.min(...line) + 1 - line.length
  return [...lines.values()].reduce((sum, positions) => sum + gapsIn(positions), 0)
}

function fromTopLeft(taken: readonly Point[]): TileLayout {
  const [left, top] = [Math.min(...taken.map(({ x }) => x)), Math.min(...taken.map(({ y }) => y))]
  const cells = taken.map(({ x, y }) => ({ column: x - left, row: y - top }))
  const columns = Math.max(...cells.map(({ column }) => column)) + 1
  return { cells, columns, rows: Math.max(...cells.map(({ row }) => row)) + 1 }
}
