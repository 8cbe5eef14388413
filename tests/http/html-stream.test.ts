import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { createElement } from 'react'
import { renderToPipeableStream } from 'react-dom/server'
import { expect, test } from 'vitest'
import { withoutZeroBytes } from '#app/http/html-stream.server.ts'

const WORDS = Array.from({ length: 9_000 }, (_, nth) => `Äußerung ${'x'.repeat(nth % 7)}`)

function rendered(through: NodeJS.ReadWriteStream): Promise<string> {
  const page = createElement('ul', null, ...WORDS.map((word) => createElement('li', null, word)))
  renderToPipeableStream(page).pipe(through)
  return text(through)
}

test('umlauts come whole wherever React splits its output', async () => {
  const expected = `<ul>${WORDS.map((word) => `<li>${word}</li>`).join('')}</ul>`
  expect(await rendered(withoutZeroBytes())).toBe(expected)
})

test('control: React alone leaves zero bytes; once it does not, they need not be taken out any more', async () => {
  expect(await rendered(new PassThrough())).toContain('\0')
})
