import { expect, test } from 'vitest'
import { readBoundaries, signedArea, type BoundaryFileResult, type Ring } from '#app/domain/boundary.ts'
import { planBoundaries } from '#app/domain/boundary-import.ts'

/** A square of a tenth of a degree. */
const square = (west: number, south: number): Ring => [
  [west, south],
  [west + 0.1, south],
  [west + 0.1, south + 0.1],
  [west, south + 0.1],
  [west, south],
]
const feature = (ags: unknown, coordinates: unknown, type = 'Polygon', more = {}) => ({
  type: 'Feature',
  properties: { ags, ...more },
  geometry: { type, coordinates },
})
const collection = (...features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', features })
const COSWIG = feature('14627010', [square(13.5, 51.1)])

function problemIn(result: BoundaryFileResult) {
  if (result.ok) return 'none'
  if (result.refusal !== 'faulty-features') return result.refusal
  return result.problems.map(({ path, problem }) => `${path} ${problem}`).join('; ')
}

test('polygons and multipolygons are read, outer rings turned one way and holes the other', () => {
  const hole = square(13.52, 51.12).map(([x, y]) => [13.52 + (x - 13.52) / 5, 51.12 + (y - 51.12) / 5])
  const parts = feature('14627020', [[square(13.6, 51.1)], [square(13.8, 51.1)]], 'MultiPolygon')
  const clockwise = square(13.5, 51.1).toReversed()
  const read = readBoundaries(collection(feature('14627010', [clockwise, hole]), parts))
  const [one, two] = read.ok ? read.file.boundaries : []
  expect(one?.shape[0]?.map((ring) => Math.sign(signedArea(ring)))).toEqual([1, -1])
  expect(two?.shape).toHaveLength(2)
})

test.each<[string, unknown, string]>([
  ['features[1]', 'Coswig', 'features[1] feature'],
  ['without a key', feature(undefined, [square(13, 51)]), 'features[1].properties ags'],
  ['with a key that lost its zero', feature(1001000, [square(13, 51)]), 'features[1].properties ags'],
  ['twice', COSWIG, 'features[1] ags-doubled'],
  ['as a point', feature('14627020', [13, 51], 'Point'), 'features[1].geometry geometry'],
  ['without geometry', { ...COSWIG, geometry: null }, 'features[1].geometry geometry'],
  ['without rings', feature('14627020', []), 'features[1].geometry.coordinates empty'],
  [
    'as a line',
    feature('14627020', [square(13, 51).slice(0, 3)]),
    'features[1].geometry.coordinates[0] ring-short',
  ],
  [
    'left open',
    feature('14627020', [square(13, 51).slice(0, 4)]),
    'features[1].geometry.coordinates[0] ring-open',
  ],
  [
    'with a text for a number',
    feature('14627020', [
      [
        [13, 51],
        [13.1, '51'],
        [13.1, 51.1],
        [13, 51],
      ],
    ]),
    'features[1].geometry.coordinates[0][1] position',
  ],
  [
    'in metres',
    feature('14627020', [[square(13, 51).map(([x, y]) => [x * 30_000, y * 111_000])]], 'MultiPolygon'),
    'features[1].geometry.coordinates[0][0][0] outside-germany',
  ],
  [
    'latitude first',
    feature('14627020', [square(13, 51).map(([x, y]) => [y, x])]),
    'features[1].geometry.coordinates[0][0] outside-germany',
  ],
])('a boundary %s refuses the file and is named by its path', (_what, broken, problem) => {
  expect(problemIn(readBoundaries(collection(COSWIG, broken)))).toBe(problem)
})

test('what is no GeoJSON in WGS 84 is told apart', () => {
  expect(problemIn(readBoundaries('{"type":"FeatureColl'))).toBe('not-json')
  expect(problemIn(readBoundaries('[]'))).toBe('not-json')
  expect(problemIn(readBoundaries(JSON.stringify({ type: 'Topology' })))).toBe('no-collection')
  expect(problemIn(readBoundaries(collection()))).toBe('no-boundary')
  const named = (name: string) =>
    JSON.stringify({ ...JSON.parse(collection(COSWIG)), crs: { type: 'name', properties: { name } } })
  expect(problemIn(readBoundaries(named('urn:ogc:def:crs:EPSG::25832')))).toBe('other-system')
  expect(problemIn(readBoundaries(named('urn:ogc:def:crs:OGC:1.3:CRS84')))).toBe('none')
})

test('water before the coast is left out', () => {
  const water = feature('01055001', [square(11, 54.1)], 'Polygon', { gf: 2 })
  const land = feature('01055001', [square(11, 54)], 'Polygon', { gf: 4 })
  const read = readBoundaries(collection(water, land))
  expect(read.ok && read.file.boundaries.map(({ ags }) => ags)).toEqual(['01055001'])
})

test('boundaries and municipalities are joined by key, and who is left over is named', () => {
  const owner = (ags: string, name: string, validUntil: string | null = null) => {
    return { ags, name, validFrom: '2008-08-01', validUntil }
  }
  const owners = [
    owner('14627010', 'Coswig'),
    owner('14627040', 'Glaubitz'),
    owner('14627090', 'Alt', '2020-12-31'),
  ]
  const boundaries = ['14627010', '14627090', '14627999', '09162000'].map((ags) => ({ ags, shape: [] }))
  const plan = planBoundaries(boundaries, owners, { districtKey: '14627', today: '2026-03-11' })
  expect(plan.kept.map(({ ags }) => ags)).toEqual(['14627010', '14627090'])
  expect(plan.without.map(({ name }) => name)).toEqual(['Glaubitz'])
  expect([plan.unknown, plan.elsewhere]).toEqual([['14627999'], 1])
})
