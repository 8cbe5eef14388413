import { z } from 'zod'
import { AUDIENCES } from '#app/domain/course.ts'
import { email, id, line, oneOf, type Errors } from '#app/http/form.ts'
import type { Newcomer } from '#db/newcomers.ts'

/** How many people without an account can be typed in at once. */
export const NEWCOMER_ROWS = 3

const FIELDS = ['givenName', 'familyName', 'email'] as const

const Row = z.object({
  id: id(),
  givenName: line(100),
  familyName: line(100),
  email: email(),
  audience: oneOf(AUDIENCES),
})

type Submitted = Record<string, string | string[]>

/** The rows in which somebody was typed; empty rows are nobody. Fields are numbered: `givenName0`. */
export function newcomersFrom(
  submitted: Submitted,
): { ok: true; people: Newcomer[] } | { ok: false; errors: Errors } {
  const people: Newcomer[] = []
  const errors: Errors = {}
  for (let nth = 0; nth < NEWCOMER_ROWS; nth += 1) {
    const text = (name: string) => {
      const value = submitted[`${name}${nth}`]
      return typeof value === 'string' ? value : ''
    }
    if (FIELDS.every((name) => text(name).trim() === '')) continue
    const row = Row.safeParse({
      id: text('newId'),
      audience: text('audience'),
      givenName: text('givenName'),
      familyName: text('familyName'),
      email: text('email'),
    })
    if (row.success) people.push(row.data)
    else {
      for (const { path } of row.error.issues) {
        const name = String(path[0])
        const wrong = name === 'email' ? 'no-email' : 'invalid'
        errors[`${name}${nth}`] ??= text(name).trim() === '' ? 'required' : wrong
      }
    }
  }
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, people }
}

/** What was typed of these people alone, in their rows: the others are done. */
export function rowsOf(submitted: Submitted, people: readonly Newcomer[]): Submitted | undefined {
  if (people.length === 0) return undefined
  const kept: Submitted = {}
  for (let nth = 0; nth < NEWCOMER_ROWS; nth += 1) {
    const isKept = people.some((newcomer) => newcomer.id === submitted[`newId${nth}`])
    kept[`audience${nth}`] = submitted[`audience${nth}`] ?? ''
    for (const name of FIELDS) kept[`${name}${nth}`] = isKept ? (submitted[`${name}${nth}`] ?? '') : ''
  }
  return kept
}
