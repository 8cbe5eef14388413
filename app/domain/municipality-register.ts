// The register of municipalities as Destatis publishes it (GV-ISys, GV100AD): lines of fixed length, one for each place
// and each level above it. A file is taken whole or not at all, for one shifted line would shift names and people.

import { isDay } from '#app/domain/calendar.ts'

/** Signs in each line, whatever it takes to store them. */
const LINE_LENGTH = 220

/** State, region within a state, region, district, association of municipalities, municipality. */
const RECORD_TYPES = ['10', '20', '30', '40', '50', '60']
const MUNICIPALITY = '60'

/** By the text key of a record; the title Große Kreisstadt stands in the register in two states only. */
const KINDS: Record<string, string> = {
  60: 'Markt',
  61: 'Kreisfreie Stadt',
  62: 'Stadtkreis',
  63: 'Stadt',
  64: 'Gemeinde',
  67: 'Große Kreisstadt',
  68: 'Gemeinde',
  69: 'Gemeinde',
}
/** Forests and lakes without a municipality, with and without inhabitants: they take part in nothing. */
const WITHOUT_MUNICIPALITY = ['65', '66']

export type RegisterLineProblem =
  | 'length'
  | 'record-type'
  | 'day'
  | 'other-day'
  | 'key'
  | 'name'
  | 'name-signs'
  | 'kind'
  | 'area'
  | 'population'
  | 'postcode'
  | 'doubled'

export type LineProblem = {
  line: number
  problem: RegisterLineProblem
  /** How many signs it has, what stands there instead, or the line with the same key. */
  found: string
}

export type RegisterEntry = { ags: string; name: string; kind: string; population: number }

export type Register = {
  /** The day on which these municipalities existed. */
  day: string
  municipalities: RegisterEntry[]
  /** Keys of areas that belong to no municipality. */
  areasWithout: string[]
}

export type RegisterRefusal =
  { refusal: 'empty' | 'packed' | 'other-file' } | { refusal: 'faulty-lines'; problems: LineProblem[] }
export type RegisterResult = { ok: true; register: Register } | ({ ok: false } & RegisterRefusal)

/** The register in the text of a file, or each of its lines that is none. */
export function readRegister(text: string): RegisterResult {
  if (text.startsWith('PK')) return { ok: false, refusal: 'packed' }
  const lines = linesOf(text)
  if (lines.length === 0) return { ok: false, refusal: 'empty' }
  const problems = problemsIn(lines)
  if (problems.length > lines.length / 2 && lines.length > 2) return { ok: false, refusal: 'other-file' }
  if (problems.length > 0) return { ok: false, refusal: 'faulty-lines', problems }

  const places = lines.filter((line) => line.startsWith(MUNICIPALITY))
  const kept = places.filter((line) => !WITHOUT_MUNICIPALITY.includes(kindKey(line)))
  const areasWithout = places.filter((line) => WITHOUT_MUNICIPALITY.includes(kindKey(line))).map(keyOf)
  return {
    ok: true,
    register: { day: dayOf(lines[0] ?? ''), municipalities: kept.map(entryOf), areasWithout },
  }
}

/** Without the mark at the start and without what ends each line; only the end of the last one may be missing. */
function linesOf(text: string): string[] {
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/)
  if (lines.at(-1) === '') lines.pop()
  return lines
}

/** The columns of the publisher's description: counted from one, both included. */
const columns = (line: string, from: number, to: number) => line.slice(from - 1, to)
const keyOf = (line: string) => columns(line, 11, 18)
const kindKey = (line: string) => columns(line, 123, 124)

function dayOf(line: string): string {
  return [columns(line, 3, 6), columns(line, 7, 8), columns(line, 9, 10)].join('-')
}

function entryOf(line: string): RegisterEntry {
  // "Coswig, Stadt": the title stands behind the name.
  const [name = ''] = columns(line, 23, 72).split(',')
  return {
    ags: keyOf(line),
    name: name.trim(),
    kind: KINDS[kindKey(line)] ?? '',
    population: Number(columns(line, 140, 150)),
  }
}

/** The first problem of each line that has one. */
function problemsIn(lines: readonly string[]): LineProblem[] {
  const day = usualDay(lines)
  const seen = new Map<string, number>()
  return lines.flatMap((line, index): LineProblem[] => {
    const problem = shapeProblem(line, day) ?? placeProblem(line)
    if (problem) return [{ line: index + 1, ...problem }]
    if (!line.startsWith(MUNICIPALITY)) return []
    const first = seen.get(keyOf(line))
    if (first !== undefined) return [{ line: index + 1, problem: 'doubled', found: String(first) }]
    seen.set(keyOf(line), index + 1)
    return []
  })
}

/** The day that most lines bear, so that a single wrong one is the one that is named, also where it comes first. */
function usualDay(lines: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const line of lines) counts.set(dayOf(line), (counts.get(dayOf(line)) ?? 0) + 1)
  const byFrequency = [...counts].toSorted(([, one], [, other]) => other - one)
  return byFrequency.map(([day]) => day).find(isDay) ?? ''
}

type Problem = Omit<LineProblem, 'line'>

/** What every record has, of whichever level. */
function shapeProblem(line: string, day: string): Problem | undefined {
  if (line.length !== LINE_LENGTH) return { problem: 'length', found: String(line.length) }
  const type = columns(line, 1, 2)
  if (!RECORD_TYPES.includes(type)) return { problem: 'record-type', found: type }
  if (dayOf(line) !== day) {
    const isOther = isDay(dayOf(line))
    return isOther
      ? { problem: 'other-day', found: dayOf(line) }
      : { problem: 'day', found: columns(line, 3, 10) }
  }
  const name = columns(line, 23, 72).trim()
  if (!/\p{L}/u.test(name)) return { problem: 'name', found: name }
  if (STRANGE.test(name)) return { problem: 'name-signs', found: name }
  return undefined
}

/**
 * What is in no name of a place, and comes from reading umlauts in the wrong encoding: control signs, the replacement
 * sign, and á, which is what ß of the DOS encoding looks like.
 */
// eslint-disable-next-line no-control-regex -- control signs are what is looked for
const STRANGE = /[\u0000-\u001f\u0080-\u009f\ufffdá]/

function placeProblem(line: string): Problem | undefined {
  if (!line.startsWith(MUNICIPALITY)) return undefined
  const [key, area, population, postcode] = [keyOf(line), 129, 140, columns(line, 166, 170)]
  if (!/^\d{8}$/.test(key)) return { problem: 'key', found: key }
  const isKnown = kindKey(line) in KINDS || WITHOUT_MUNICIPALITY.includes(kindKey(line))
  if (!isKnown) return { problem: 'kind', found: kindKey(line) }
  const [hectares, people] = [columns(line, area, 139), columns(line, population, 150)]
  if (!/^\d{11}$/.test(hectares)) return { problem: 'area', found: hectares }
  if (!/^\d{11}$/.test(people)) return { problem: 'population', found: people }
  if (!/^(\d{5}| {5})$/.test(postcode)) return { problem: 'postcode', found: postcode }
  return undefined
}
