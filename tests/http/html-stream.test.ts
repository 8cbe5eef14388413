import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { createElement } from 'react'
import { renderToPipeableStream } from 'react-dom/server'
import { expect, test } from 'vitest'
import { collectPage } from '#app/http/html-stream.server.ts'

const WORDS = Array.from({ length: 9_000 }, (_, nth) => `Äußerung – ${'x'.repeat(nth % 7)}`)

function list() {
  return createElement('ul', null, ...WORDS.map((word) => createElement('li', null, word)))
}

test('umlauts and dashes come whole wherever React splits its output', async () => {
  const page = await new Promise<Buffer>((resolve) => {
    renderToPipeableStream(list()).pipe(collectPage(resolve))
  })
  expect(page.toString()).toBe(`<ul>${WORDS.map((word) => `<li>${word}</li>`).join('')}</ul>`)
})

test('control: React alone leaves zero bytes; once it does not, they need not be taken out any more', async () => {
  const through = new PassThrough()
  renderToPipeableStream(list()).pipe(through)
  expect(await text(through)).toContain('\0')
})
