// Boundaries of municipalities from a GeoJSON file (RFC 7946, WGS 84). A file is taken whole or not at all; what is wrong
// is named with the path under which it stands in the file.

export type Position = readonly [longitude: number, latitude: number]
/** Closed: the first position comes again as the last. */
export type Ring = readonly Position[]
/** Polygons, each with its outer ring first, counter-clockwise, and its holes behind it, clockwise. */
export type Shape = readonly (readonly Ring[])[]

export type Boundary = { ags: string; shape: Shape }

export type BoundaryProblemKind =
  | 'feature'
  | 'ags'
  | 'ags-doubled'
  | 'geometry'
  | 'empty'
  | 'ring-short'
  | 'ring-open'
  | 'position'
  | 'outside-germany'
export type BoundaryProblem = { path: string; problem: BoundaryProblemKind }

export type BoundaryFile = { boundaries: Boundary[]; attribution: string | null }
export type BoundaryFileRefusal =
  | { refusal: 'not-json' | 'no-collection' | 'other-system' | 'no-boundary' }
  | { refusal: 'faulty-features'; problems: BoundaryProblem[] }
export type BoundaryFileResult = { ok: true; file: BoundaryFile } | ({ ok: false } & BoundaryFileRefusal)

type Members = Record<string, unknown>

export function readBoundaries(text: string): BoundaryFileResult {
  const collection = parsed(text)
  if (!isMembers(collection)) return { ok: false, refusal: 'not-json' }
  const { type, features, attribution } = collection
  if (type !== 'FeatureCollection' || !Array.isArray(features)) return { ok: false, refusal: 'no-collection' }
  if (!isWgs84(collection.crs)) return { ok: false, refusal: 'other-system' }

  const boundaries = new Map<string, Boundary>()
  const problems: BoundaryProblem[] = []
  features.forEach((feature: unknown, place) => {
    const path = `features[${place}]`
    if (isMembers(feature) && isWater(feature.properties)) return
    const read = boundaryIn(feature, path)
    if ('problem' in read) problems.push(read)
    else if (boundaries.has(read.ags)) problems.push({ path, problem: 'ags-doubled' })
    else boundaries.set(read.ags, read)
  })
  if (problems.length > 0) return { ok: false, refusal: 'faulty-features', problems }
  if (boundaries.size === 0) return { ok: false, refusal: 'no-boundary' }
  const named = typeof attribution === 'string' ? attribution : null
  return { ok: true, file: { boundaries: [...boundaries.values()], attribution: named } }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    return undefined
  }
}

function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** RFC 7946 knows no other system; older files name theirs, and many mean the same one by it. */
function isWgs84(crs: unknown): boolean {
  return crs === undefined || crs === null || /CRS:?:?84|EPSG:?:?4326/i.test(JSON.stringify(crs))
}

/** In the files of BKG a municipality by the sea comes twice: once for its land (4), once for its water. */
function isWater(properties: unknown): boolean {
  const factor = isMembers(properties) ? (properties.gf ?? properties.GF) : undefined
  return factor !== undefined && Number(factor) !== 4
}

function boundaryIn(feature: unknown, path: string): Boundary | BoundaryProblem {
  if (!isMembers(feature) || feature.type !== 'Feature') return { path, problem: 'feature' }
  const properties = isMembers(feature.properties) ? feature.properties : {}
  const ags = properties.ags ?? properties.AGS ?? properties.id ?? feature.id
  if (typeof ags !== 'string' || !/^\d{8}$/.test(ags)) return { path: `${path}.properties`, problem: 'ags' }

  const at = `${path}.geometry`
  const { geometry } = feature
  if (!isMembers(geometry)) return { path: at, problem: 'geometry' }
  const { type, coordinates } = geometry
  if (type !== 'Polygon' && type !== 'MultiPolygon') return { path: at, problem: 'geometry' }
  const isOne = type === 'Polygon'
  const polygons: unknown = isOne ? [coordinates] : coordinates
  const read = polygonsIn(polygons, (place) => `${at}.coordinates${isOne ? '' : `[${place}]`}`)
  return 'problem' in read ? read : { ags, shape: read.shape }
}

function polygonsIn(
  polygons: unknown,
  pathOf: (place: number) => string,
): { shape: Shape } | BoundaryProblem {
  if (!Array.isArray(polygons) || polygons.length === 0) return { path: pathOf(0), problem: 'empty' }
  const shape: Ring[][] = []
  for (const [place, rings] of polygons.entries()) {
    const path = pathOf(place)
    if (!Array.isArray(rings) || rings.length === 0) return { path, problem: 'empty' }
    const polygon: Ring[] = []
    for (const [number, given] of rings.entries()) {
      const ring = ringIn(given, `${path}[${number}]`)
      if ('problem' in ring) return ring
      polygon.push(turned(ring.ring, number === 0))
    }
    shape.push(polygon)
  }
  return { shape }
}

/** A triangle, and its first corner once more. */
export const FEWEST_POSITIONS = 4
/** Islands, the Bodensee and the border rivers included. */
const GERMANY = { west: 5.5, east: 15.5, south: 47, north: 55.5 }

function ringIn(given: unknown, path: string): { ring: Ring } | BoundaryProblem {
  if (!Array.isArray(given) || given.length < FEWEST_POSITIONS) return { path, problem: 'ring-short' }
  const ring: Position[] = []
  for (const [place, position] of given.entries()) {
    const at = `${path}[${place}]`
    const [longitude, latitude]: unknown[] = Array.isArray(position) ? position : []
    if (!Number.isFinite(longitude) || !Number.isFinite(latitude)) return { path: at, problem: 'position' }
    const read: Position = [Number(longitude), Number(latitude)]
    if (!isInGermany(read)) return { path: at, problem: 'outside-germany' }
    ring.push(read)
  }
  const [first, last] = [ring[0], ring.at(-1)]
  if (first?.[0] !== last?.[0] || first?.[1] !== last?.[1]) return { path, problem: 'ring-open' }
  return { ring }
}

function isInGermany([longitude, latitude]: Position): boolean {
  const { west, east, south, north } = GERMANY
  return longitude >= west && longitude <= east && latitude >= south && latitude <= north
}

/** Holes run the other way round, so that every way of filling leaves them empty. */
function turned(ring: Ring, isOuter: boolean): Ring {
  return signedArea(ring) > 0 === isOuter ? ring : ring.toReversed()
}

/** Positive for a ring that runs counter-clockwise. */
export function signedArea(ring: Ring): number {
  return ring.reduce((sum, [x, y], place) => {
    const [nextX, nextY] = ring[place + 1] ?? [x, y]
    return sum + (x * nextY - nextX * y) / 2
  }, 0)
}
