// "Try to tell whose answer it is": a made-up round, voted in memory with the real seal and the real shuffle. Nothing of
// it is stored; what the answer needs goes along in the form, sealed.

import { hkdfSync, randomInt } from 'node:crypto'
import { packBallot } from '#app/domain/ballot.ts'
import { shuffle } from '#app/domain/shuffle.ts'
import { openBallot } from '#db/ballots.ts'
import { newRoundKey, sealFor, unwrap, unwrapPrivateKey, wrap } from '#db/seal.ts'

const ROUND = 'sandbox'
const PEOPLE = ['Anna', 'Bernd', 'Carla', 'Dieter', 'Eva', 'Frieda', 'Gerd'] as const
const VOTERS = 5
/** About as long as with the questionnaires that come with the product (`ballotBytes`). */
const BALLOT_BYTES = 4_500
const RATINGS = [5, 4, 2, 1, 3] as const

type Name = (typeof PEOPLE)[number]
type Truth = { owners: Name[]; ratings: number[] }

export type Sandbox = {
  /** In the order in which they have voted: more than any administrator knows. */
  voters: Name[]
  /** As they lie in the database. */
  invitations: { name: Name; used: boolean }[]
  envelopes: { number: number; start: string; bytes: number }[]
  dump: string
  /** Whose envelope is which, sealed. */
  truth: string
}

/** Five of seven people vote, one after the other; after each vote all rows are written anew, mixed. */
export function newSandbox(roundKey: Uint8Array): Sandbox {
  const { publicKey, wrappedPrivateKey } = newRoundKey(roundKey, ROUND)
  const key = unwrapPrivateKey(wrappedPrivateKey, roundKey, ROUND)
  if (!key.ok) throw new Error(key.refusal)
  const voters = shuffle(PEOPLE, randomInt).slice(0, VOTERS)
  let invitations = PEOPLE.map((name) => ({ name, used: false }))
  let urn: { name: Name; rating: number; sealed: Buffer }[] = []
  const ratings = shuffle(RATINGS, randomInt)
  for (const [turn, name] of voters.entries()) {
    const rating = ratings[turn] ?? 3
    const content = { questionnaire: ROUND, stratum: 'user', answers: { overall: rating } } as const
    const sealed = sealFor(publicKey, 'ballot', ROUND, packBallot(content, BALLOT_BYTES))
    urn = shuffle([...urn, { name, rating, sealed }], randomInt)
    invitations = shuffle(
      invitations.map((one) => (one.name === name ? { ...one, used: true } : one)),
      randomInt,
    )
  }
  const opened = urn.map(({ sealed }) => ratingIn(openBallot(key.privateKey, ROUND, sealed)))
  const truth: Truth = { owners: urn.map(({ name }) => name), ratings: opened }
  const envelopes = urn.map(({ sealed }, index) => ({
    ...{ number: index + 1, start: sealed.subarray(33, 45).toString('hex'), bytes: sealed.length },
  }))
  return {
    voters,
    invitations,
    envelopes,
    dump: dumpOf(invitations, envelopes),
    truth: wrap(sandboxKey(roundKey), 'key', ROUND, Buffer.from(JSON.stringify(truth))).toString('base64url'),
  }
}

function ratingIn(content: unknown): number {
  const { answers } = content as { answers: { overall: number } }
  return answers.overall
}

function dumpOf(invitations: Sandbox['invitations'], envelopes: Sandbox['envelopes']): string {
  return [
    'COPY public.invitation (person, stratum, bucket, used) FROM stdin;',
    ...invitations.map(({ name, used }) => `${name}\tuser\t0\t${used ? 't' : 'f'}`),
    '\\.',
    'COPY public.ballot (bucket, sealed) FROM stdin;',
    ...envelopes.map(({ start, bytes }) => `0\t\\\\x…${start}… (${bytes} Bytes)`),
    '\\.',
  ].join('\n')
}

export type Resolution = { envelopes: { number: number; owner: string; rating: number }[] }

/** Opens what went along in the form; undefined when it comes from elsewhere, or the key is another by now. */
export function resolveSandbox(truth: string, roundKey: Uint8Array): Resolution | undefined {
  const plain = unwrap(sandboxKey(roundKey), 'key', ROUND, Buffer.from(truth, 'base64url'))
  if (!plain) return undefined
  const { owners, ratings } = JSON.parse(plain.toString()) as Truth
  return {
    envelopes: owners.map((owner, index) => ({ number: index + 1, owner, rating: ratings[index] ?? 0 })),
  }
}

/** What a browser sends back must never be opened with the key of real rounds. */
function sandboxKey(roundKey: Uint8Array): Buffer {
  return Buffer.from(hkdfSync('sha256', roundKey, '', 'lernkreis sandbox 1', 32))
}
