// What lies in a ballot, as bytes of one length for all: whether somebody wrote nothing or as much as fits, in which
// script and with which signs, must not be seen from outside.

import type { Answers } from '#app/domain/answers.ts'
import type { Stratum } from '#app/domain/evaluation.ts'
import { itemsOf, type Item, type Questionnaire } from '#app/domain/questionnaire.ts'

/** No person, no time, no number. `questionnaire` is the hash of its version. */
export type BallotContent = { questionnaire: string; stratum: Stratum; answers: Answers }

/** The number of bytes of the JSON stands in front. */
const LENGTH_BYTES = 4
/** Texts are limited by signs as JavaScript counts them, and in UTF-16 each of those takes two bytes in every script. */
const SIGN_BYTES = 2

/**
 * The bytes that every ballot of a questionnaire takes before it is sealed: as many as the longest answers that the
 * check accepts. For a questionnaire of 2,000 signs of text these are a good four kilobytes, and at most some twelve
 * for the largest that may be published.
 */
export function ballotBytes(questionnaire: Questionnaire): number {
  const answers = Object.fromEntries(itemsOf(questionnaire).map((item) => [item.key, longestAnswer(item)]))
  return bytesOf({ questionnaire: 'x'.repeat(HASH_SIGNS), stratum: 'user', answers })
}

/** SHA-256 in hexadecimal. */
const HASH_SIGNS = 64

function longestAnswer(item: Item): Answers[string] {
  switch (item.kind) {
    case 'text':
      return 'x'.repeat(item.maxLength)
    case 'single':
      return longest(item.choices.map(({ value }) => value))
    case 'several':
      return item.choices.map(({ value }) => value)
    case 'choice':
      return Number(longest(item.options.map(({ value }) => String(value))))
    case 'matrix': {
      const value = Number(longest(item.options.map((option) => String(option.value))))
      return Object.fromEntries(item.rows.map(({ key }) => [key, value]))
    }
    case 'number':
      return item.max
    case 'yes-no':
      return false
  }
}

function longest(words: readonly string[]): string {
  return words.reduce((one, other) => (other.length > one.length ? other : one), '')
}

/**
 * Fills a ballot up to `bytes`: JSON, behind it the texts one after the other, then zeros. In JSON itself a sign takes
 * between one and six bytes. Content that does not fit is a RangeError; checked answers fit into `ballotBytes`.
 */
export function packBallot(content: BallotContent, bytes: number): Uint8Array {
  const { head, texts } = partsOf(content)
  const plain = new Uint8Array(bytes)
  const view = new DataView(plain.buffer)
  if (bytesOf(content) > bytes) throw new RangeError('too large for a ballot')
  view.setUint32(0, head.length)
  plain.set(head, LENGTH_BYTES)
  const start = LENGTH_BYTES + head.length
  for (let sign = 0; sign < texts.length; sign++) {
    view.setUint16(start + sign * SIGN_BYTES, texts.charCodeAt(sign))
  }
  return plain
}

function bytesOf(content: BallotContent): number {
  const { head, texts } = partsOf(content)
  return LENGTH_BYTES + head.length + texts.length * SIGN_BYTES
}

/** All words are taken out of the answers, and the JSON says how long each is. */
function partsOf({ answers, ...others }: BallotContent): { head: Uint8Array; texts: string } {
  const given = Object.entries(answers)
  const texts = given.filter((one): one is [string, string] => typeof one[1] === 'string')
  const head = {
    ...others,
    answers: Object.fromEntries(given.filter(([, answer]) => typeof answer !== 'string')),
    texts: Object.fromEntries(texts.map(([key, text]) => [key, text.length])),
  }
  return {
    head: new TextEncoder().encode(JSON.stringify(head)),
    texts: texts.map(([, text]) => text).join(''),
  }
}

/**
 * The content of an opened ballot, unchecked; undefined when it is none. Ballots cast before texts stood behind the
 * JSON are read as they are.
 */
export function unpackBallot(plain: Uint8Array): unknown {
  try {
    const view = new DataView(plain.buffer, plain.byteOffset, plain.byteLength)
    let next = LENGTH_BYTES + view.getUint32(0)
    const head: unknown = JSON.parse(new TextDecoder().decode(plain.subarray(LENGTH_BYTES, next)))
    if (!isPacked(head)) return head
    const { texts, ...content } = head
    const answers = { ...head.answers }
    for (const [key, length] of Object.entries(texts)) {
      answers[key] = textIn(view, next, length)
      next += length * SIGN_BYTES
    }
    return { ...content, answers }
  } catch {
    return undefined
  }
}

function isPacked(
  head: unknown,
): head is { answers: Record<string, unknown>; texts: Record<string, number> } {
  return typeof head === 'object' && head !== null && 'answers' in head && 'texts' in head
}

/** Beyond the end is a RangeError. */
function textIn(view: DataView, start: number, length: number): string {
  const signs = Array.from({ length }, (_, sign) =>
    String.fromCharCode(view.getUint16(start + sign * SIGN_BYTES)),
  )
  return signs.join('')
}
