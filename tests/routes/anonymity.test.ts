import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { anonymityPage } from '#app/http/anonymity.server.ts'
import { newSandbox, resolveSandbox } from '#app/http/sandbox.server.ts'
import { loader as annex } from '#app/routes/anonymity/annex.ts'
import { action as guess } from '#app/routes/anonymity/try.tsx'
import { args, aRequest } from '#tests/factories.ts'

const KEY = Buffer.alloc(32, 3)
const ROUNDS = 200

test('the annex for the data protection paper is the text of the page, word for word', async () => {
  const answer = await annex(args(aRequest('/anonymity/annex')))
  expect(await answer.text()).toBe(readFileSync('docs/anonymitaet.md', 'utf8'))
  expect(answer.headers.get('Content-Disposition')).toContain('anlage-anonymitaet.md')
  expect(anonymityPage.title).toBe('Wie anonym ist das?')
  expect(anonymityPage.html).toContain('<table>')
})

test('the text names everybody who could still learn something', () => {
  for (const who of [
    'Schlüssel des Servers',
    'laufend beobachtet',
    'Arbeitsspeicher',
    'Beide Treuhandpersonen',
  ]) {
    expect(anonymityPage.html).toContain(who)
  }
})

test('in the sandbox the order of the envelopes tells nothing about the order of the votes', () => {
  let right = 0
  for (let round = 0; round < ROUNDS; round++) {
    const game = newSandbox(KEY)
    const { envelopes = [] } = resolveSandbox(game.truth, KEY) ?? {}
    right += game.voters.filter((name, place) => envelopes[place]?.owner === name).length
  }
  // One for each round by chance, with a spread of about fourteen.
  expect(Math.abs(right - ROUNDS)).toBeLessThan(70)
})

test('what the page shows holds no answer, and all envelopes are of one length', () => {
  const { truth, ...shown } = newSandbox(KEY)
  expect(new Set(shown.envelopes.map(({ bytes }) => bytes)).size).toBe(1)
  expect(shown.envelopes).toHaveLength(5)
  expect(JSON.stringify(shown)).not.toContain('overall')
  expect(Buffer.from(truth, 'base64url').toString('latin1')).not.toContain('owners')
})

test('a guess is resolved; what was not sealed here is not', async () => {
  const { environment } = args(aRequest('/')).context
  const game = newSandbox(environment.roundKey)
  const [first = ''] = game.voters
  const send = (truth: string) => guess(args(aRequest('/anonymity/try', { truth, [`guess.${first}`]: '1' })))
  const answer = await send(game.truth)
  expect(answer.data.lines).toHaveLength(5)
  expect(answer.data.lines?.[0]?.guessed).toEqual([first])
  expect(await send('made up')).toMatchObject({ data: { lines: null }, init: { status: 409 } })
})
