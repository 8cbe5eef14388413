// The district as it lies. State is a fill and a symbol, as on the tiles; no size, shade or order says more than that.

import { placed } from '#app/charts/labels.ts'
import {
  circle,
  emptyScene,
  path,
  rectangle,
  text,
  type Box,
  type Scene,
  type SceneItem,
  type SceneText,
} from '#app/charts/scene.ts'
import { textWidth } from '#app/charts/text-width.ts'
import { drawnTile, symbol, type MapTile, type TileMap } from '#app/charts/tile-map.ts'
import { signedArea, type Position, type Shape } from '#app/domain/boundary.ts'

export type AreaMap = Omit<TileMap, 'tiles' | 'elsewhere'> & {
  tiles: readonly MapTile[]
  /** By the id of a tile; what has no shape stands as a tile below the map. */
  shapes: ReadonlyMap<string, Shape>
}

/** A district that is much taller than wide would not fit a page. */
const TALLEST = 1.4
const GAP = 3

type Point = { x: number; y: number }
type Project = (position: Position) => Point
type Area = MapTile & { shape: Shape }

export function areaMap({ tiles, shapes, legend, empty, width, textSize = 8 }: AreaMap): Scene {
  if (tiles.length === 0) return emptyScene(width, empty, textSize)
  const ordered = [...tiles].sort((one, other) => (one.id < other.id ? -1 : 1))
  const areas = ordered.flatMap((tile): Area[] => {
    const shape = shapes.get(tile.id)
    return shape ? [{ ...tile, shape }] : []
  })
  const without = ordered.filter(({ id }) => !shapes.has(id))
  const top = textSize * 2.4
  const { project, height } = projection(areas, { x: 1, y: top, width: width - 2, height: width * TALLEST })
  const frame = { x: 0, y: top, width, height }
  const row = tileRow(without, { x: 0, y: top + height + textSize, width, height: textSize * 5 }, textSize)
  return {
    width,
    height: row.bottom + textSize / 2,
    items: [
      ...drawnLegend(legend, textSize),
      ...areas.map((area) => drawnArea(area, project)),
      ...signs(areas, project, textSize),
      ...names(areas, project, frame, textSize),
      ...row.items,
    ],
  }
}

/** Equal distances in every direction near the middle of the district, as large as the frame allows. */
function projection(areas: readonly Area[], frame: Box): { project: Project; height: number } {
  const positions = areas.flatMap(({ shape }) => shape.flat(2))
  if (positions.length === 0) return { project: () => ({ x: 0, y: 0 }), height: 0 }
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const [longitude, latitude] of positions) {
    ;[west, east] = [Math.min(west, longitude), Math.max(east, longitude)]
    ;[south, north] = [Math.min(south, latitude), Math.max(north, latitude)]
  }
  const shrink = Math.cos(((south + north) / 2) * (Math.PI / 180))
  const scale = Math.min(frame.width / ((east - west) * shrink), frame.height / (north - south))
  const left = frame.x + (frame.width - (east - west) * shrink * scale) / 2
  return {
    project: ([longitude, latitude]) => {
      return { x: left + (longitude - west) * shrink * scale, y: frame.y + (north - latitude) * scale }
    },
    height: (north - south) * scale,
  }
}

/** One decimal is finer than a pixel. Both neighbours round a point the same way, so no gap opens by it. */
const coarse = (value: number) => Math.round(value * 10) / 10

function outline(shape: Shape, project: Project): string {
  let drawn = ''
  for (const ring of shape.flat()) {
    for (const [place, position] of ring.slice(0, -1).entries()) {
      const { x, y } = project(position)
      drawn += `${place === 0 ? 'M' : 'L'}${coarse(x)},${coarse(y)}`
    }
    drawn += 'Z'
  }
  return drawn
}

/** The border that two share is drawn by whoever comes later, over both fills: so it is whole. */
function drawnArea({ shape, filled }: Area, project: Project): SceneItem {
  const paint = { stroke: 'muted', strokeWidth: 0.8 } as const
  return path(outline(shape, project), { fill: filled ? 'accentSoft' : 'paper', ...paint })
}

/** Where its point is known, there; else in the middle of its largest part. */
function middleOf({ labelPoint, shape }: Area, project: Project): Point {
  if (labelPoint) return project(labelPoint)
  const rings = shape.flatMap(([outer]) => (outer ? [outer] : []))
  const [largest = []] = rings.toSorted((one, other) => signedArea(other) - signedArea(one))
  const points = largest.map(project)
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  return { x: mean(points.map(({ x }) => x)), y: mean(points.map(({ y }) => y)) }
}

const radiusIn = (textSize: number) => textSize * 0.36

function signs(areas: readonly Area[], project: Project, textSize: number): SceneItem[] {
  return areas.map((area) => {
    const { x, y } = middleOf(area, project)
    return sign(x, y, radiusIn(textSize), area.filled)
  })
}

function sign(x: number, y: number, radius: number, filled: boolean): SceneItem {
  return filled ? circle(x, y, radius, { fill: 'accent' }) : symbol(x, y, radius, false)
}

/** As many as find room; the table beside the map has all. */
function names(areas: readonly Area[], project: Project, frame: Box, textSize: number): SceneItem[] {
  const radius = radiusIn(textSize)
  const around = areas.map((area) => ({ area, ...middleOf(area, project) }))
  const obstacles = around.map(({ x, y }) => {
    return { x: x - radius, y: y - radius, width: radius * 2, height: radius * 2 }
  })
  const labels = around.map(({ area, x, y }) => {
    const written = (size: number): SceneText[] => {
      const weight = area.filled ? 'bold' : 'regular'
      const label = (toX: number, toY: number, anchor: SceneText['anchor']) =>
        text(x + toX, y + toY, area.name, size, { anchor, weight })
      const aside = radius * 1.6
      return [
        label(0, radius + size, 'middle'),
        label(0, -radius - size * 0.4, 'middle'),
        label(aside, size * 0.35, 'start'),
        label(-aside, size * 0.35, 'end'),
      ]
    }
    return { candidates: [...written(textSize), ...written(textSize * 0.85)], needed: false }
  })
  return placed(labels, frame, obstacles)
}

function tileRow(
  tiles: readonly MapTile[],
  box: Box,
  textSize: number,
): { items: SceneItem[]; bottom: number } {
  if (tiles.length === 0) return { items: [], bottom: box.y }
  const width = textSize * 8.4
  const columns = Math.max(1, Math.floor((box.width + GAP) / (width + GAP)))
  const items = tiles.flatMap((tile, place) => {
    const x = box.x + (place % columns) * (width + GAP)
    const y = box.y + Math.floor(place / columns) * (box.height + GAP)
    return drawnTile(tile, { x, y, width, height: box.height }, textSize)
  })
  return { items, bottom: box.y + Math.ceil(tiles.length / columns) * (box.height + GAP) }
}

/** The words of the tiles, and their order. */
function drawnLegend(legend: TileMap['legend'], size: number): SceneItem[] {
  const entry = (x: number, filled: boolean, words: string): SceneItem[] => [
    rectangle(
      { x: x + 0.4, y: 0.9, width: size * 1.5, height: size * 1.25 },
      { fill: filled ? 'accentSoft' : 'paper', stroke: 'muted', strokeWidth: 0.8 },
    ),
    sign(x + 0.4 + size * 0.75, 0.9 + size * 0.625, size * 0.32, filled),
    text(x + size * 2.1, size * 1.05, words, size),
  ]
  return [
    ...entry(0, true, legend.filled),
    ...entry(size * 4.1 + textWidth(legend.filled, size), false, legend.hollow),
  ]
}
