// As many points as a map on a page needs. A border that two municipalities share is cut out at the points where three
// meet, simplified once, and put back into both: so there is no gap between them, however coarse it gets.

import { FEWEST_POSITIONS, type Boundary, type Position, type Ring } from '#app/domain/boundary.ts'

/** A point may be left out where the line then moves by less than this part of the district: not a pixel on a page. */
const TOLERANCE = 1 / 500

/** All boundaries of a district in one go: done one by one, neighbours would come apart. */
export function simplified(boundaries: readonly Boundary[]): Boundary[] {
  const rings = boundaries.flatMap(({ shape }) => shape.flat())
  if (rings.length === 0) return []
  const shrink = shrinkOf(rings)
  const tolerance = extentOf(rings, shrink) * TOLERANCE
  const ends = junctionsOf(rings)
  const simple = (ring: Ring) => simplifiedRing(ring, ends, (arc) => thinned(arc, tolerance, shrink))
  return boundaries.map(({ ags, shape }) => ({ ags, shape: shape.map((polygon) => polygon.map(simple)) }))
}

/** A degree of longitude is shorter than one of latitude, by this factor. */
function shrinkOf(rings: readonly Ring[]): number {
  const latitudes = rings.flatMap((ring) => ring.map(([, latitude]) => latitude))
  const middle = latitudes.reduce((sum, latitude) => sum + latitude, 0) / latitudes.length
  return Math.cos((middle * Math.PI) / 180)
}

function extentOf(rings: readonly Ring[], shrink: number): number {
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const ring of rings) {
    for (const [longitude, latitude] of ring) {
      ;[west, east] = [Math.min(west, longitude * shrink), Math.max(east, longitude * shrink)]
      ;[south, north] = [Math.min(south, latitude), Math.max(north, latitude)]
    }
  }
  return Math.max(east - west, north - south)
}

const keyOf = ([longitude, latitude]: Position) => `${longitude},${latitude}`

/** Points at which rings meet or part: there a point has other neighbours in one ring than in another. */
function junctionsOf(rings: readonly Ring[]): Set<string> {
  const neighbours = new Map<string, string>()
  const junctions = new Set<string>()
  for (const ring of rings) {
    const keys = ring.slice(0, -1).map(keyOf)
    keys.forEach((key, place) => {
      const beside = [keys.at(place - 1), keys[(place + 1) % keys.length]].toSorted().join(' ')
      if ((neighbours.get(key) ?? beside) !== beside) junctions.add(key)
      neighbours.set(key, beside)
    })
  }
  return junctions
}

function simplifiedRing(ring: Ring, junctions: ReadonlySet<string>, thin: (arc: Ring) => Ring): Ring {
  const points = ring.slice(0, -1)
  const junction = points.findIndex((point) => junctions.has(keyOf(point)))
  // A ring that meets no other begins at its smallest point, so that a hole and what fills it are the same line.
  const first = junction >= 0 ? junction : smallest(points)
  const turned = [...points.slice(first), ...points.slice(0, first + 1)]
  const last = turned.length - 1
  const cuts = turned.flatMap((point, place) => {
    return place === 0 || place === last || junctions.has(keyOf(point)) ? [place] : []
  })
  const arcs = cuts.slice(1).map((end, number) => turned.slice(cuts[number], end + 1))
  const simple = arcs.flatMap((arc, number) => inOneDirection(arc, thin).slice(number === 0 ? 0 : 1))
  // What is smaller than the tolerance would collapse to a line: it stays what it is.
  return simple.length < FEWEST_POSITIONS ? ring : simple
}

function smallest(points: readonly Position[]): number {
  const keys = points.map(keyOf)
  return keys.indexOf(keys.toSorted()[0] ?? '')
}

/** Both owners of a border walk along it, one of them backwards: it must come out the same. */
function inOneDirection(arc: Ring, thin: (arc: Ring) => Ring): Ring {
  const [keys, backwards] = [arc.map(keyOf).join(' '), arc.toReversed().map(keyOf).join(' ')]
  return keys <= backwards ? thin(arc) : thin(arc.toReversed()).toReversed()
}

/** Douglas and Peucker: both ends, and between them the farthest point as long as one is too far away. */
function thinned(arc: Ring, tolerance: number, shrink: number): Ring {
  const kept = new Set([0, arc.length - 1])
  const open: [number, number][] = [[0, arc.length - 1]]
  for (let part = open.pop(); part; part = open.pop()) {
    const [from, until] = part
    let [farthest, distance] = [-1, tolerance]
    for (let place = from + 1; place < until; place++) {
      const away = distanceTo(arc, { from, until, place }, shrink)
      if (away > distance) [farthest, distance] = [place, away]
    }
    if (farthest < 0) continue
    kept.add(farthest)
    open.push([from, farthest], [farthest, until])
  }
  return arc.filter((_, place) => kept.has(place))
}

type Part = { from: number; until: number; place: number }

/** From a point to the stretch between two others; where these are the same point, to that point. */
function distanceTo(arc: Ring, { from, until, place }: Part, shrink: number): number {
  const at = (index: number) => {
    const [longitude, latitude] = arc[index] ?? [0, 0]
    return { x: longitude * shrink, y: latitude }
  }
  const [a, b, p] = [at(from), at(until), at(place)]
  const [dx, dy] = [b.x - a.x, b.y - a.y]
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((p.x - a.x) * dx + (p.y - a.y) * dy) / length))
  return Math.hypot(p.x - a.x - along * dx, p.y - a.y - along * dy)
}
