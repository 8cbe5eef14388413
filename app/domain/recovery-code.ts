// The code on a trustee's recovery sheet: read from paper after months, typed by hand once. Each group checks itself,
// so that a slip is found in its group and not in all of the code.

import { CODE_SIGNS } from '#app/domain/certificate-code.ts'

const GROUPS = 7
const RANDOM_PER_GROUP = 4

/** So many random numbers from 0 to 22 make a code: about 2¹²⁶ codes, more than anybody can try. */
export const RECOVERY_NUMBERS = GROUPS * RANDOM_PER_GROUP

/** Seven groups of four random signs and one that checks them: "7KCDX-3PMW9-…". */
export function recoveryCodeFrom(random: readonly number[]): string {
  if (random.length !== RECOVERY_NUMBERS) throw new RangeError('not as many numbers as a code has')
  const groups = Array.from({ length: GROUPS }, (_, place) => {
    const values = random.slice(place * RANDOM_PER_GROUP, (place + 1) * RANDOM_PER_GROUP)
    return [...values, checkOf(values, place)].map((value) => CODE_SIGNS[value]).join('')
  })
  return groups.join('-')
}

/** A weight for each place, modulo a prime; the place of the group counts too, so groups cannot change places. */
function checkOf(values: readonly number[], place: number): number {
  return values.reduce((sum, value, index) => sum + value * (index + 2), place + 1) % CODE_SIGNS.length
}

/** `group` counts from 1: the first group in which something is mistyped. */
export type TypedRecoveryCode =
  | { ok: true; code: string }
  | { ok: false; problem: 'length' }
  | { ok: false; problem: 'group'; group: number }

/** Reads what somebody typed: small letters, blanks and strokes do not matter. */
export function readRecoveryCode(typed: string): TypedRecoveryCode {
  const signs = typed.toUpperCase().replace(/[\s\-–—.]+/g, '')
  if (signs.length !== GROUPS * (RANDOM_PER_GROUP + 1)) return { ok: false, problem: 'length' }
  const groups = signs.match(new RegExp(`.{${RANDOM_PER_GROUP + 1}}`, 'g')) ?? []
  const wrong = groups.findIndex((group, place) => !fits(group, place))
  return wrong < 0 ? { ok: true, code: groups.join('-') } : { ok: false, problem: 'group', group: wrong + 1 }
}

function fits(group: string, place: number): boolean {
  const values = [...group].map((sign) => CODE_SIGNS.indexOf(sign))
  return !values.includes(-1) && checkOf(values.slice(0, -1), place) === values.at(-1)
}
