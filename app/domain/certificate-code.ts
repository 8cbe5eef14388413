// Codes by which anybody can check a certificate. Read from paper and typed by hand, so that nothing in them can be
// taken for something else, and a slip of the hand is told from a code that does not exist.

/** Neither 0 nor O, neither 1, I nor L, neither 5-S, 2-Z nor 8-B, no vowels: 23 signs, which is prime. */
export const CODE_SIGNS = '23456789CDFHJKMNPRTVWXY'
export const CODE_LENGTH = 12
const GROUP = 4

/** Eleven random signs (about 2⁵⁰ codes) and one that checks them. `random` are whole numbers from 0 to 22. */
export function codeFrom(random: readonly number[]): string {
  const values = random.slice(0, CODE_LENGTH - 1)
  if (values.length < CODE_LENGTH - 1) throw new RangeError('too few random numbers')
  for (let last = 0; last < CODE_SIGNS.length; last += 1) {
    if (checks([...values, last])) return [...values, last].map((value) => CODE_SIGNS[value]).join('')
  }
  throw new RangeError('no number from 0 to 22')
}

/**
 * Each place has a weight of its own. Modulo a prime no single wrong sign and no two signs that changed places give
 * the same sum.
 */
function checks(values: readonly number[]): boolean {
  const sum = values.reduce((total, value, place) => total + value * (place + 1), 0)
  return sum % CODE_SIGNS.length === 0
}

export type TypedCode = { ok: true; code: string } | { ok: false; problem: 'empty' | 'mistyped' }

/** Reads what somebody typed: small letters, blanks and strokes do not matter. */
export function readCode(typed: string): TypedCode {
  const code = typed.toUpperCase().replace(/[\s\-–—.]+/g, '')
  if (code === '') return { ok: false, problem: 'empty' }
  const values = [...code].map((sign) => CODE_SIGNS.indexOf(sign))
  const isCode = values.length === CODE_LENGTH && values.every((value) => value >= 0) && checks(values)
  return isCode ? { ok: true, code } : { ok: false, problem: 'mistyped' }
}

/** As it is printed, in groups: "7KCD-X3PM-W9VT". */
export function inGroups(code: string): string {
  return code.match(new RegExp(`.{1,${GROUP}}`, 'g'))?.join('-') ?? code
}
