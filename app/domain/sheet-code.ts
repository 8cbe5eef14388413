// The short codes on the sign-in sheet, and how a list on paper is typed in again.

import { unitsFor, type AttendanceStatus } from '#app/domain/attendance.ts'

/** Nothing that looks like something else, and none of the letters that stand for a status. */
const SIGNS = '234679ACDFGHJKLMNQRVWXY'
const SHORTEST = 2

/** The code of an enrolment: its queue number and a sign that finds typing mistakes. The same on every sheet. */
export function sheetCode(queueNumber: number): string {
  let digits: number[] = []
  for (let rest = queueNumber; rest > 0; rest = Math.floor(rest / SIGNS.length)) {
    digits = [rest % SIGNS.length, ...digits]
  }
  while (digits.length < SHORTEST) digits = [0, ...digits]
  return [...digits, checkOf(digits)].map((digit) => SIGNS[digit] ?? '').join('')
}

/** A prime number of signs and a weight for each place: one wrong sign, or two that were swapped, never fit. */
function checkOf(digits: readonly number[]): number {
  return digits.reduce((sum, digit, place) => sum + digit * (place + 2), 1) % SIGNS.length
}

export function isSheetCode(text: string): boolean {
  const digits = [...text].map((sign) => SIGNS.indexOf(sign))
  if (digits.length <= SHORTEST || digits.includes(-1)) return false
  return checkOf(digits.slice(0, -1)) === digits.at(-1)
}

export type TypedEntry = { code: string; status: AttendanceStatus; units: number | null }
export type TypedProblem = 'unknown' | 'mistyped' | 'units-missing' | 'twice'
/** What was typed: the entries that can be saved, and what is wrong with the others. */
export type TypedList = {
  entries: TypedEntry[]
  problems: { text: string; problem: TypedProblem }[]
}

const MARKS: Record<string, AttendanceStatus> = { P: 'present', T: 'partial', E: 'excused', U: 'absent' }

/**
 * Reads codes separated by blanks, commas or lines. A mark may follow each: p, t with the units (t3), e or u; a code
 * alone means present.
 */
export function readTyped(text: string, known: readonly string[], meetingUnits: number): TypedList {
  const list: TypedList = { entries: [], problems: [] }
  for (const [code, mark] of pairsIn(text)) {
    const said = mark === undefined ? code : `${code} ${mark.toLowerCase()}`
    const entry = entryOf(code, mark)
    const problem = problemOf(entry, known, meetingUnits, list)
    if (problem) list.problems.push({ text: said, problem })
    else list.entries.push(entry)
  }
  return list
}

function pairsIn(text: string): [string, string | undefined][] {
  const words = text
    .toUpperCase()
    .split(/[\s,;]+/)
    .filter(Boolean)
  return words.flatMap((word, place): [string, string | undefined][] => {
    if (isMark(word)) return []
    const next = words[place + 1]
    return [[word, next !== undefined && isMark(next) ? next : undefined]]
  })
}

const isMark = (word: string) => /^([PEU]|T\d{0,2})$/.test(word)

function entryOf(code: string, mark = 'P'): TypedEntry {
  const status = MARKS[mark[0] ?? 'P'] ?? 'present'
  return { code, status, units: status === 'partial' && mark.length > 1 ? Number(mark.slice(1)) : null }
}

function problemOf(
  { code, status, units }: TypedEntry,
  known: readonly string[],
  meetingUnits: number,
  { entries }: TypedList,
): TypedProblem | undefined {
  if (!known.includes(code)) return isSheetCode(code) ? 'unknown' : 'mistyped'
  if (entries.some((entry) => entry.code === code)) return 'twice'
  return unitsFor(status, units, meetingUnits) === null ? 'units-missing' : undefined
}
