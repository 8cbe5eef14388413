import { randomBytes, randomUUID, type KeyObject } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newRoundKey, openSealed, sealFor, unwrapPrivateKey } from '#db/seal.ts'

const wrappingKey = randomBytes(32)

function aRound() {
  const roundId = randomUUID()
  const { publicKey, wrappedPrivateKey } = newRoundKey(wrappingKey, roundId)
  return { roundId, publicKey, wrappedPrivateKey, privateKey: unwrapped(wrappedPrivateKey, roundId) }
}

function unwrapped(wrapped: Uint8Array, roundId: string): KeyObject {
  const result = unwrapPrivateKey(wrapped, wrappingKey, roundId)
  if (!result.ok) throw new Error(result.refusal)
  return result.privateKey
}

const sealBallot = (publicKey: Uint8Array, roundId: string, content: unknown) =>
  sealFor(publicKey, 'ballot', roundId, Buffer.from(JSON.stringify(content)))

function openBallot(privateKey: KeyObject, roundId: string, sealed: Uint8Array): unknown {
  const plain = openSealed(privateKey, 'ballot', roundId, sealed)
  return plain && JSON.parse(plain.toString())
}

/** A copy in which one bit is another. */
function tampered(bytes: Uint8Array, index: number): Buffer {
  const copy = Buffer.from(bytes)
  copy[index] = copy[index]! ^ 1
  return copy
}

test('what is sealed for a round is read with its key, word by word', () => {
  const { roundId, publicKey, privateKey } = aRound()
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 3 }), (value) => {
      const content = { version: 1, answers: value }
      const expected = JSON.parse(JSON.stringify(content))
      expect(openBallot(privateKey, roundId, sealBallot(publicKey, roundId, content))).toEqual(expected)
    }),
    { numRuns: 50 },
  )
})

test('two equal ballots look different', () => {
  const { roundId, publicKey } = aRound()
  const [one, other] = [1, 2].map(() => sealBallot(publicKey, roundId, { overall: 5 }))
  expect(one!.equals(other!)).toBe(false)
  expect(one!.includes('overall')).toBe(false)
})

test('whoever changes one bit anywhere makes the ballot unreadable', () => {
  const { roundId, publicKey, privateKey } = aRound()
  const sealed = sealBallot(publicKey, roundId, { overall: 5 })
  const parts = { version: 0, ephemeralKey: 10, vector: 35, tag: 50, content: 62, end: sealed.length - 1 }
  for (const index of Object.values(parts)) {
    expect(openBallot(privateKey, roundId, tampered(sealed, index))).toBeUndefined()
  }
})

test.each([0, 1, 20, 33, 60])('a ballot cut to %i bytes is unreadable, and stops nothing', (length) => {
  const { roundId, publicKey, privateKey } = aRound()
  const sealed = sealBallot(publicKey, roundId, { overall: 5 })
  expect(openBallot(privateKey, roundId, sealed.subarray(0, length))).toBeUndefined()
})

test('a ballot whose key is no proper key is unreadable, and stops nothing', () => {
  const { roundId, publicKey, privateKey } = aRound()
  const sealed = sealBallot(publicKey, roundId, { overall: 5 })
  expect(openBallot(privateKey, roundId, Buffer.from(sealed).fill(0, 1, 33))).toBeUndefined()
})

test('the key of another round, or the id of another round, opens nothing', () => {
  const [mine, other] = [aRound(), aRound()]
  const sealed = sealBallot(mine.publicKey, mine.roundId, { overall: 5 })
  expect(openBallot(other.privateKey, mine.roundId, sealed)).toBeUndefined()
  expect(openBallot(mine.privateKey, other.roundId, sealed)).toBeUndefined()
})

test('the private key comes out only with the right wrapping key, for its own round, unchanged', () => {
  const { roundId, wrappedPrivateKey } = aRound()
  const refused = { ok: false, refusal: 'wrong-wrapping-key' }
  expect(unwrapPrivateKey(wrappedPrivateKey, randomBytes(32), roundId)).toEqual(refused)
  expect(unwrapPrivateKey(wrappedPrivateKey, wrappingKey, randomUUID())).toEqual(refused)
  expect(unwrapPrivateKey(tampered(wrappedPrivateKey, 40), wrappingKey, roundId)).toEqual(refused)
  expect(unwrapPrivateKey(new Uint8Array(), wrappingKey, roundId)).toEqual(refused)
  expect(unwrapPrivateKey(wrappedPrivateKey, wrappingKey, roundId).ok).toBe(true)
})

test('bytes as the embedded database gives them are read like those of PostgreSQL', () => {
  const { roundId, publicKey, wrappedPrivateKey } = aRound()
  const sealed = new Uint8Array(sealBallot(new Uint8Array(publicKey), roundId, { overall: 5 }))
  const privateKey = unwrapped(new Uint8Array(wrappedPrivateKey), roundId)
  expect(openBallot(privateKey, roundId, sealed)).toEqual({ overall: 5 })
})
