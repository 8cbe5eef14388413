import fc from 'fast-check'
import { expect, test } from 'vitest'
import { boxOf } from '#app/charts/labels.ts'
import type { Scene, SceneText } from '#app/charts/scene.ts'
import { layOutTiles, type GeographicPoint } from '#app/charts/tile-layout.ts'
import { tileMap, type MapTile } from '#app/charts/tile-map.ts'

const legend = { filled: 'nimmt teil', hollow: 'noch nicht beteiligt' }
const map = (tiles: MapTile[], width = 480) => tileMap({ tiles, legend, empty: 'Keine Kommunen', width })
const texts = ({ items }: Scene) => items.filter((item): item is SceneText => item.kind === 'text')

/** Nine places like the points of a compass, and two of them close together. */
const COMPASS: Record<string, GeographicPoint> = {
  Nord: [13.5, 51.4],
  Nordost: [13.7, 51.38],
  Ost: [13.72, 51.25],
  Südost: [13.7, 51.1],
  Süd: [13.5, 51.09],
  Südwest: [13.3, 51.1],
  West: [13.28, 51.25],
  Nordwest: [13.3, 51.4],
  Mitte: [13.5, 51.25],
  Vorstadt: [13.51, 51.24],
}

const points = fc.array(
  fc.tuple(fc.double({ min: 6, max: 15, noNaN: true }), fc.double({ min: 47, max: 55, noNaN: true })),
  { minLength: 1, maxLength: 20 },
)

test('no two places ever share a tile, however they lie', () => {
  fc.assert(
    fc.property(points, fc.integer({ min: 1, max: 3 }), (places, crowding) => {
      const crowded = places.flatMap((place) => Array.from({ length: crowding }, () => place))
      const { cells, columns, rows } = layOutTiles(crowded, 1.3)
      expect(cells).toHaveLength(crowded.length)
      expect(new Set(cells.map(({ column, row }) => `${column}/${row}`)).size).toBe(crowded.length)
      expect(
        cells.every(({ column, row }) => column >= 0 && column < columns && row >= 0 && row < rows),
      ).toBe(true)
    }),
    { numRuns: 25 },
  )
})

test('who lies in the north stays in the north, and who lies in the west in the west', () => {
  const names = Object.keys(COMPASS)
  const { cells } = layOutTiles(Object.values(COMPASS), 1.3)
  const at = (name: string) => cells[names.indexOf(name)]!
  expect(at('Nord').row).toBeLessThan(at('Mitte').row)
  expect(at('Mitte').row).toBeLessThan(at('Süd').row)
  expect(at('West').column).toBeLessThan(at('Mitte').column)
  expect(at('Mitte').column).toBeLessThan(at('Ost').column)
  expect(at('Nordwest').row).toBeLessThan(at('Südwest').row)
  expect(at('Südwest').column).toBeLessThan(at('Südost').column)
})

test('the order in which municipalities come from the database does not move a tile', () => {
  const tiles = Object.entries(COMPASS).map(([name, labelPoint]) => ({
    id: name,
    name,
    labelPoint,
    filled: false,
  }))
  expect(map([...tiles].reverse())).toEqual(map(tiles))
})

test('where two have merged, all others keep their tiles, and theirs stay free', () => {
  const before = Object.entries(COMPASS).map(([name, labelPoint]) => ({
    id: name,
    name,
    labelPoint,
    filled: false,
  }))
  const merged = { id: 'Großstadt', name: 'Großstadt', labelPoint: [13.505, 51.245] as const, filled: true }
  const after = [...before.filter(({ name }) => !['Mitte', 'Vorstadt'].includes(name)), merged]
  const elsewhere = [...before, merged]
  const placesIn = (tiles: MapTile[]) => {
    const scene = tileMap({ tiles, elsewhere, legend, empty: '', width: 480 })
    return new Map(texts(scene).map(({ text, x, y }) => [text, `${x}/${y}`]))
  }
  const [then, now] = [placesIn(before), placesIn(after)]
  for (const name of ['Nord', 'Ost', 'Süd', 'West'])
    expect([name, now.get(name)]).toEqual([name, then.get(name)])
  expect([...then.values()]).not.toContain(now.get('Großstadt'))
  expect([then.has('Großstadt'), now.has('Mitte')]).toEqual([false, false])
})

test('a municipality without coordinates has a tile too', () => {
  const known = { id: '1', name: 'Riesa', labelPoint: [13.3, 51.3] as const, filled: true }
  const unknown = { id: '2', name: 'Nossen', labelPoint: null, filled: false }
  const written = texts(map([known, unknown])).map(({ text }) => text)
  expect(written).toEqual(expect.arrayContaining(['Riesa', 'Nossen']))
  expect(texts(map([unknown])).map(({ text }) => text)).toContain('Nossen')
})

test.each([
  ['Klipphausen', 480, ['Klipphausen']],
  ['Klipphausen', 320, ['Klipp-', 'hausen']],
  ['Diera-Zehren', 320, ['Diera-', 'Zehren']],
  ['Lommatzsch', 320, ['Lom-', 'matzsch']],
  ['Bad Gottleuba-Berggießhübel', 480, ['Bad Gottleuba-', 'Berggießhübel']],
])('%s at a width of %i fits its tile as %j', (name, width, expected) => {
  const row = ['a', 'b', 'c', 'd', 'e', 'f'].map((id, place) => ({
    id,
    name,
    labelPoint: [13 + place, 51] as const,
    filled: place % 2 === 0,
  }))
  const names = texts(tileMap({ tiles: row, legend, empty: '', width, textSize: width < 400 ? 9 : 8 })).slice(
    2,
  )
  expect(names.slice(0, expected.length).map(({ text }) => text)).toEqual(expected)
  expect(Math.max(...names.map((label) => boxOf(label).width))).toBeLessThanOrEqual(width / 6)
})

test('taking part is told by a symbol as well as by the colour', () => {
  const place = { name: 'Riesa', labelPoint: [13.3, 51.3] as const }
  const shapes = (filled: boolean) =>
    map([{ ...place, id: '1', filled }])
      .items.filter((item) => item.kind === 'path' && item.d.includes('a'))
      .at(-1)
  expect(shapes(true)).toMatchObject({ fill: 'paper' })
  expect(shapes(false)).not.toHaveProperty('fill')
  expect(shapes(false)).toMatchObject({ stroke: 'muted' })
})

test('a district without municipalities says so', () => {
  expect(texts(map([])).map(({ text }) => text)).toEqual(['Keine Kommunen'])
})
