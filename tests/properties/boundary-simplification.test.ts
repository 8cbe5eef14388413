import fc from 'fast-check'
import { expect, test } from 'vitest'
import { signedArea, type Boundary, type Position, type Ring } from '#app/domain/boundary.ts'
import { simplified } from '#app/domain/boundary-simplification.ts'

// Neighbours stay neighbours: a border is the same line on both sides, however much of it is left out.

const SIZE = 4
/** Points between two corners of a field, so many that most of them are too many. */
const BETWEEN = 30

type Corner = readonly [column: number, row: number]

/** A district of fields whose borders wind about; both neighbours of a border walk along the same points. */
function district(wind: (seed: number) => number): Boundary[] {
  const at = ([column, row]: Corner): Position => [13 + column * 0.1, 51 + row * 0.1]
  const border = (from: Corner, to: Corner): Position[] => {
    const isForward = `${from}` < `${to}`
    const [start, end] = isForward ? [from, to] : [to, from]
    const [[x, y], [toX, toY]] = [at(start), at(end)]
    const points = Array.from({ length: BETWEEN }, (_, step): Position => {
      const along = (step + 1) / (BETWEEN + 1)
      const aside = wind(start[0] * 1000 + start[1] * 100 + end[0] * 10 + end[1] + step * 7919) * 0.004
      const across = start[0] === end[0]
      return [x + (toX - x) * along + (across ? aside : 0), y + (toY - y) * along + (across ? 0 : aside)]
    })
    const forward = [at(start), ...points]
    return isForward ? forward : [at(end), ...points.toReversed()]
  }
  const fields: Boundary[] = []
  for (let row = 0; row < SIZE; row++) {
    for (let column = 0; column < SIZE; column++) {
      const corners: Corner[] = [
        [column, row],
        [column + 1, row],
        [column + 1, row + 1],
        [column, row + 1],
      ]
      const ring = corners.flatMap((corner, place) => border(corner, corners[(place + 1) % 4]!))
      const start = (row * 13 + column * 7) % ring.length
      const turned = [...ring.slice(start), ...ring.slice(0, start)]
      fields.push({ ags: `146270${row}${column}`, shape: [[[...turned, turned[0]!]]] })
    }
  }
  return fields
}

function edgesOf(rings: readonly Ring[]): Map<string, number> {
  const edges = new Map<string, number>()
  for (const ring of rings) {
    for (let place = 1; place < ring.length; place++) {
      const edge = [`${ring[place - 1]}`, `${ring[place]}`].toSorted().join(' ')
      edges.set(edge, (edges.get(edge) ?? 0) + 1)
    }
  }
  return edges
}

test('no gap opens between neighbours: what encloses the district is all that belongs to one of them alone', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
      const wind = (place: number) => Math.sin(place * 12.9898 + seed * 78.233)
      const before = district(wind)
      const after = simplified(before)
      const rings = after.flatMap(({ shape }) => shape.flat())
      const points = (boundaries: Boundary[]) => boundaries.flatMap(({ shape }) => shape.flat(2)).length
      expect(points(after)).toBeLessThan(points(before))

      const alone = [...edgesOf(rings)].filter(([, owners]) => owners === 1).map(([edge]) => edge.split(' '))
      expect([...edgesOf(rings).values()].every((owners) => owners <= 2)).toBe(true)
      // The edges of one owner make one line around the district: each of its points has two of them.
      const ends = new Map<string, number>()
      for (const end of alone.flat()) ends.set(end, (ends.get(end) ?? 0) + 1)
      expect(new Set(ends.values())).toEqual(new Set([2]))
      const isOutside = (end: string) => {
        const [x = 0, y = 0] = end.split(',').map(Number)
        const near = (value: number, side: number) => Math.abs(value - side) < 0.005
        return near(x, 13) || near(x, 13 + SIZE * 0.1) || near(y, 51) || near(y, 51 + SIZE * 0.1)
      }
      expect([...ends.keys()].filter((end) => !isOutside(end))).toEqual([])
    }),
    { numRuns: 25 },
  )
})

test('an exclave fills its hole: both are the same line', () => {
  const circle = (radius: number, from: number): Ring => {
    const points = Array.from({ length: 90 }, (_, step): Position => {
      const angle = ((step + from) / 90) * 2 * Math.PI
      return [13.5 + radius * Math.cos(angle), 51.2 + radius * Math.sin(angle)]
    })
    // The same numbers wherever it begins: a circle that closes is not computed anew.
    return [...points, points[0]!]
  }
  const hole = circle(0.05, 0)
  const turned = [...hole.slice(31, -1), ...hole.slice(0, 32)]
  const [around, inside] = simplified([
    { ags: '14627080', shape: [[circle(0.3, 0), hole.toReversed()]] },
    { ags: '14627020', shape: [[turned]] },
  ])
  const [filled, left] = [inside!.shape[0]![0]!, around!.shape[0]![1]!]
  expect(left.length).toBeLessThan(60)
  expect(edgesOf([filled, left])).toEqual(new Map([...edgesOf([filled]).keys()].map((edge) => [edge, 2])))
  expect(signedArea(left)).toBeCloseTo(-signedArea(filled))
})

test('what is smaller than a pixel keeps its shape, and the same file is simplified the same way', () => {
  const tiny: Ring = [
    [13.5, 51.2],
    [13.5001, 51.2],
    [13.5001, 51.2001],
    [13.5, 51.2001],
    [13.5, 51.2],
  ]
  const given = [...district((place) => Math.sin(place)), { ags: '14627999', shape: [[tiny]] }]
  expect(simplified(given).at(-1)?.shape).toEqual([[tiny]])
  expect(simplified(given.toReversed()).toReversed()).toEqual(simplified(given))
  expect(simplified([])).toEqual([])
})
