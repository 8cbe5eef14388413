// The district as tiles of equal size, because each municipality counts once. State is a fill and a symbol.

import { fittedName } from '#app/charts/fitted-name.ts'
import {
  circle,
  emptyScene,
  rectangle,
  text,
  type Box,
  type Scene,
  type SceneItem,
} from '#app/charts/scene.ts'
import { textWidth } from '#app/charts/text-width.ts'
import { layOutTiles, type GeographicPoint, type TileCell, type TileLayout } from '#app/charts/tile-layout.ts'

export type MapPlace = {
  /** What stays the same when names and order change; the layout depends on it alone. */
  id: string
  /** Longitude and latitude in degrees; a place without one gets a tile below the map. */
  labelPoint: GeographicPoint | null
}

export type MapTile = MapPlace & { name: string; filled: boolean }

export type TileMap = {
  tiles: readonly MapTile[]
  /** All places that have a tile on some day: theirs stays free today, so that no other one moves. */
  elsewhere?: readonly MapPlace[] | undefined
  legend: { filled: string; hollow: string }
  /** What to write where there are no tiles. */
  empty: string
  width: number
  textSize?: number
}

const ASPECT = 1.3
const GAP = 3

export function tileMap({ tiles, elsewhere = [], legend, empty, width, textSize = 8 }: TileMap): Scene {
  if (tiles.length === 0) return emptyScene(width, empty, textSize)
  const { cells, columns, rows } = layoutOf(allPlaces(tiles, elsewhere))
  const ordered = inOrder(tiles)

  const tileWidth = Math.min((width + GAP) / columns - GAP, textSize * 8.4)
  const tileHeight = Math.max(tileWidth / ASPECT, textSize * 4)
  const left = (width - columns * (tileWidth + GAP) + GAP) / 2
  const top = textSize * 2.4
  const items = ordered.flatMap((tile) => {
    const { column, row } = cells.get(tile.id) ?? { column: 0, row: 0 }
    const [x, y] = [left + column * (tileWidth + GAP), top + row * (tileHeight + GAP)]
    return drawnTile(tile, { x, y, width: tileWidth, height: tileHeight }, textSize)
  })
  const height = top + rows * (tileHeight + GAP)
  return { width, height, items: [...drawnLegend(legend, left, textSize), ...items] }
}

function inOrder<Place extends MapPlace>(places: readonly Place[]): Place[] {
  return [...places].sort((one, other) => (one.id < other.id ? -1 : 1))
}

/** Where a point is known of both, that of the other days holds, or a tile would move from day to day. */
function allPlaces(tiles: readonly MapTile[], elsewhere: readonly MapPlace[]): MapPlace[] {
  const others = new Set(elsewhere.map(({ id }) => id))
  return inOrder([...elsewhere, ...tiles.filter(({ id }) => !others.has(id))])
}

type Layout = Omit<TileLayout, 'cells'> & { cells: ReadonlyMap<string, TileCell> }

/** Places without a point stand in rows of their own below the map. */
function layoutOf(tiles: readonly MapPlace[]): Layout {
  const located = tiles.flatMap(({ labelPoint }) => (labelPoint ? [labelPoint] : []))
  const map = remembered(located)
  const columns = Math.max(map.columns, Math.min(tiles.length - located.length, 6))
  let [next, elsewhere] = [0, 0]
  const cellOf = ({ labelPoint }: MapPlace) => {
    if (labelPoint) return map.cells[next++] ?? { column: 0, row: 0 }
    const cell = { column: elsewhere % columns, row: map.rows + Math.floor(elsewhere / columns) }
    elsewhere++
    return cell
  }
  const cells = new Map(tiles.map((tile) => [tile.id, cellOf(tile)]))
  return { cells, columns, rows: map.rows + Math.ceil(elsewhere / columns) }
}

/** The last layout, because the search for it costs milliseconds and a district hardly ever changes. */
let last: { key: string; layout: TileLayout } | undefined

function remembered(points: readonly GeographicPoint[]): TileLayout {
  const key = JSON.stringify(points)
  if (last?.key !== key) last = { key, layout: layOutTiles(points, ASPECT) }
  return last.layout
}

export function drawnTile({ name, filled }: MapTile, box: Box, textSize: number): SceneItem[] {
  const middle = box.x + box.width / 2
  const { lines, size } = fittedName(name, box.width - 4, textSize, 'line')
  const lineHeight = size * 1.15
  const content = textSize * 1.3 + lines.length * lineHeight
  const top = box.y + (box.height - content) / 2
  const written = lines.map((words, line) =>
    text(middle, top + textSize * 1.3 + size * 0.9 + line * lineHeight, words, size, {
      anchor: 'middle',
      weight: filled ? 'bold' : 'regular',
      fill: filled ? 'paper' : 'ink',
    }),
  )
  return [ground(box, filled), symbol(middle, top + textSize * 0.5, textSize * 0.36, filled), ...written]
}

function ground({ x, y, width, height }: Box, filled: boolean): SceneItem {
  if (filled) return rectangle({ x, y, width, height }, { fill: 'accent' })
  const inside = { x: x + 0.4, y: y + 0.4, width: width - 0.8, height: height - 0.8 }
  return rectangle(inside, { fill: 'paper', stroke: 'muted', strokeWidth: 0.8 })
}

export function symbol(x: number, y: number, radius: number, filled: boolean): SceneItem {
  return filled
    ? circle(x, y, radius, { fill: 'paper' })
    : circle(x, y, radius, { stroke: 'muted', strokeWidth: radius * 0.4 })
}

function drawnLegend(legend: TileMap['legend'], left: number, size: number): SceneItem[] {
  const entry = (x: number, filled: boolean, words: string): SceneItem[] => [
    ground({ x, y: 0.5, width: size * 1.5, height: size * 1.25 }, filled),
    symbol(x + size * 0.75, 0.5 + size * 0.625, size * 0.32, filled),
    text(x + size * 2, size, words, size),
  ]
  const second = left + size * 4 + textWidth(legend.filled, size)
  return [...entry(left, true, legend.filled), ...entry(second, false, legend.hollow)]
}
