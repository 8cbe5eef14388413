import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import { isId } from '#app/http/responses.ts'

const PURPOSE = 'lernkreis mail settings'
const KEY_BYTES = 32

/**
 * The last part of the link under which somebody sets their mails without signing in. It is signed and not stored:
 * it opens nothing else, and whoever forwards such a mail can at most be written to more or less often.
 */
export function mailSettingsToken(roundKey: Buffer, personId: string): string {
  return `${personId}.${signature(roundKey, personId)}`
}

/** Whose mails a link is about, or undefined when it is none of ours. */
export function readMailSettingsToken(roundKey: Buffer, token: string): string | undefined {
  const [personId = '', given = '', ...rest] = token.split('.')
  if (!isId(personId) || rest.length > 0) return undefined
  const [expected, actual] = [Buffer.from(signature(roundKey, personId)), Buffer.from(given)]
  return expected.length === actual.length && timingSafeEqual(expected, actual) ? personId : undefined
}

/** A key of its own, so that a signature says nothing about what else the round key protects. */
function signature(roundKey: Buffer, personId: string): string {
  const key = Buffer.from(hkdfSync('sha256', roundKey, '', PURPOSE, KEY_BYTES))
  return createHmac('sha256', key).update(personId).digest('base64url')
}
