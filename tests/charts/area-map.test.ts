import { expect, test } from 'vitest'
import { areaMap } from '#app/charts/area-map.ts'
import { boxOf, overlap } from '#app/charts/labels.ts'
import type { Scene, ScenePath, SceneText } from '#app/charts/scene.ts'
import type { MapTile } from '#app/charts/tile-map.ts'
import type { Shape } from '#app/domain/boundary.ts'

const legend = { filled: 'nimmt teil', hollow: 'noch nicht beteiligt' }
const texts = ({ items }: Scene) => items.filter((item): item is SceneText => item.kind === 'text')
const paths = ({ items }: Scene) => items.filter((item): item is ScenePath => item.kind === 'path')

const square = (west: number, south: number, size = 0.2): Shape => [
  [
    [
      [west, south],
      [west + size, south],
      [west + size, south + size],
      [west, south + size],
      [west, south],
    ],
  ],
]
const tile = (id: string, name: string, filled: boolean, labelPoint: MapTile['labelPoint'] = null) => {
  return { id, name, filled, labelPoint }
}
const draw = (tiles: MapTile[], shapes: [string, Shape][], width = 400) =>
  areaMap({ tiles, shapes: new Map(shapes), legend, empty: 'Keine Kommunen', width, textSize: 10 })

const DISTRICT: [MapTile[], [string, Shape][]] = [
  [tile('1', 'Coswig', true, [13.1, 51.1]), tile('2', 'Diera-Zehren', false), tile('3', 'Nossen', true)],
  [
    ['1', square(13, 51)],
    ['2', square(13.2, 51)],
    ['3', square(13, 51.2)],
  ],
]

test('taking part is told by a fill and by a sign, with the words of the tiles beside both', () => {
  const scene = draw(...DISTRICT)
  const discs = paths(scene).filter(({ d }) => d.includes('a'))
  // One for each municipality, and two in the legend.
  expect(discs.filter(({ fill }) => fill === 'accent')).toHaveLength(2 + 1)
  expect(discs.filter(({ fill, stroke }) => fill === undefined && stroke === 'muted')).toHaveLength(1 + 1)
  const fills = paths(scene).filter(({ d }) => !d.includes('a') && !d.includes('H'))
  expect(fills.filter(({ fill }) => fill === 'accentSoft')).toHaveLength(2)
  expect(texts(scene).map(({ text }) => text)).toEqual([
    legend.filled,
    legend.hollow,
    'Coswig',
    'Diera-Zehren',
    'Nossen',
  ])
})

test('north is up, west is left, and neighbours share the very numbers of their border', () => {
  const [coswig, diera, nossen] = paths(draw(...DISTRICT)).slice(4)
  const points = (one: ScenePath | undefined): string[] => one?.d.match(/-?[\d.]+,-?[\d.]+/g) ?? []
  expect(points(coswig).filter((point) => points(diera).includes(point))).toHaveLength(2)
  expect(points(coswig).filter((point) => points(nossen).includes(point))).toHaveLength(2)
  const top = (one: ScenePath | undefined) =>
    Math.min(...points(one).map((point) => Number(point.split(',')[1])))
  const left = (one: ScenePath | undefined) =>
    Math.min(...points(one).map((point) => Number(point.split(',')[0])))
  expect(top(nossen)).toBeLessThan(top(coswig))
  expect(left(coswig)).toBeLessThan(left(diera))
})

test('names never lie over each other, and nothing leaves the picture', () => {
  const crowd = Array.from({ length: 60 }, (_, place) =>
    tile(String(100 + place), `Oberlommatzsch ${place}`, true),
  )
  const shapes = crowd.map(({ id }, place): [string, Shape] => {
    return [id, square(13 + (place % 8) * 0.05, 51 + Math.floor(place / 8) * 0.05, 0.05)]
  })
  for (const width of [320, 400, 800]) {
    const scene = draw(crowd, shapes, width)
    const boxes = texts(scene).map(boxOf)
    boxes.forEach((box, place) => {
      expect(boxes.slice(place + 1).filter((other) => overlap(box, other))).toEqual([])
      expect(box.x).toBeGreaterThanOrEqual(0)
      expect(box.x + box.width).toBeLessThanOrEqual(width)
    })
    expect(scene.height).toBeLessThan(width * 1.6)
  }
})

test('a municipality without a boundary stands as a tile below the map', () => {
  const scene = draw([...DISTRICT[0], tile('4', 'Neustadt', true)], DISTRICT[1])
  const name = texts(scene).find(({ text }) => text === 'Neustadt')
  expect(name!.y).toBeGreaterThan(
    Math.max(
      ...texts(scene)
        .filter((one) => one !== name)
        .map(({ y }) => y),
    ),
  )
  expect(scene.height).toBeGreaterThan(name!.y)
})

test('without any boundary all are tiles, and a district without municipalities says so', () => {
  expect(texts(draw(DISTRICT[0], [])).map(({ text }) => text)).toEqual(
    expect.arrayContaining(['Coswig', 'Nossen']),
  )
  expect(texts(draw([], [])).map(({ text }) => text)).toEqual(['Keine Kommunen'])
})
