// Names of places and topics must fit into little room and stay names: first smaller, then on two lines, cut only
// at last.

import { textWidth } from '#app/charts/text-width.ts'

export type FittedName = { lines: string[]; size: number }

const SIZES = [1, 0.92, 0.85]

/** Where a German place name may be divided: before its last part. Longer endings come first. */
const ENDINGS =
  'kirchen hausen walde stein zehren leben stadt berge brück dorf feld burg berg bach heim hain hagen ' +
  'rode roda thal münde böhla beul witz ritz wald furt tal au'
const ENDING = new RegExp(`^(.{3,})(${ENDINGS.split(' ').join('|')})$`)

/**
 * One or two lines that are at most `width` wide, in a size of at least 85 % of `size`. What is kept as long as
 * possible is the single line or the size.
 */
export function fittedName(name: string, width: number, size: number, keep: 'line' | 'size'): FittedName {
  const layouts = [[name], ...divisions(name)]
  const ways =
    keep === 'line'
      ? layouts.flatMap((lines) => SIZES.map((scale) => ({ lines, size: size * scale })))
      : SIZES.flatMap((scale) => layouts.map((lines) => ({ lines, size: size * scale })))
  const fitting = ways.find((way) => way.lines.every((words) => textWidth(words, way.size) <= width))
  return fitting ?? cut(name, width, size * Math.min(...SIZES))
}

/** The name on two lines: at a space, behind a hyphen, before a common ending, between two syllables. */
function divisions(name: string): string[][] {
  const places = [...name.matchAll(/[ -]/g)].map(({ index }) => index + 1)
  const halves = byDistance(places, name.length / 2).map((place) => [
    name.slice(0, place).trim(),
    name.slice(place),
  ])
  const ending = ENDING.exec(name)
  if (ending?.[1] && ending[2]) halves.push([`${ending[1]}-`, ending[2]])
  const syllable = syllableNearestTo(name.length / 2, name)
  if (syllable) halves.push([`${name.slice(0, syllable)}-`, name.slice(syllable)])
  return halves
}

/** A syllable begins with the last consonant before a vowel; ch, sch, st and the like stay together. */
const SYLLABLE = /(?<=^.{2,})(?:sch|ch|ck|ph|st|th|[bcdfghjklmnpqrstvwxzß])(?=[aeiouyäöü].)/g

function syllableNearestTo(middle: number, name: string): number | undefined {
  const starts = [...name.matchAll(SYLLABLE)].map(({ index }) => index)
  return byDistance(starts, middle)[0]
}

function byDistance(places: readonly number[], middle: number): number[] {
  return [...places].sort((one, other) => Math.abs(one - middle) - Math.abs(other - middle))
}

/** As much as two lines hold, divided between words where there are any. */
function cut(name: string, width: number, size: number): FittedName {
  const start = longestStart(name, width, size, '-')
  const space = start.lastIndexOf(' ')
  const first = space > 0 ? start.slice(0, space) : `${start}-`
  const rest = name.slice(space > 0 ? space + 1 : start.length)
  if (textWidth(rest, size) <= width) return { lines: [first, rest], size }
  return { lines: [first, `${longestStart(rest, width, size, '…')}…`], size }
}

function longestStart(words: string, width: number, size: number, end: string): string {
  let length = words.length
  while (length > 1 && textWidth(words.slice(0, length) + end, size) > width) length--
  return words.slice(0, length)
}
