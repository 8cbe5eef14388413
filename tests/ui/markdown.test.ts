import fc from 'fast-check'
import { expect, test } from 'vitest'
import { renderMarkdown } from '#app/http/markdown.server.ts'

const hrefs = (html: string) => [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href ?? '')

test.each([
  ['[x](javascript:alert(1))'],
  ['[x](JaVaScRiPt:alert(1))'],
  ['[x](java\nscript:alert(1))'],
  ['[x](java&#10;script:alert(1))'],
  ['[x](java&Tab;script:alert(1))'],
  ['[x](&#106;avascript:alert(1))'],
  ['[x](javascript&colon;alert(1))'],
  ['[x](\u0001javascript:alert(1))'],
  ['[x](<java script:alert(1)>)'],
  ['[x](vbscript:msgbox)'],
  ['[x](data:text/html;base64,PHNjcmlwdD4=)'],
  ['[x](data:image/svg+xml,<svg/onload=alert(1)>)'],
  ['[x](//evil.example)'],
  ['[x](/\\evil.example)'],
  ['[x](\\\\evil.example)'],
  ['[x](/&#9;/evil.example)'],
  ['[y](blob:https://evil.example/1)'],
  ['[x]: javascript:alert(1)\n\n[x]'],
  ['<javascript:alert(1)>'],
  ['[![x](javascript:1)](javascript:alert(2))'],
  ['//evil.example'],
])('a link that could run or lead astray goes nowhere: %j', (text) => {
  const here = 'https://lernkreis.example'
  for (const href of hrefs(renderMarkdown(text))) expect(new URL(href, here).origin).toBe(here)
})

test.each([
  ['<script>alert(1)</script>'],
  ['<img src=x onerror=alert(1)>'],
  ['<svg onload=alert(1)>'],
  ['<a href="javascript:alert(1)">x</a>'],
  ['<details open ontoggle=alert(1)>'],
  ['<iframe srcdoc="<script>alert(1)</script>">'],
  ['<style>body{display:none}</style>'],
  ['`<script>` and **<b onclick=1>**'],
])('HTML is shown as text: %j', (text) => {
  const html = renderMarkdown(text)
  expect(html).not.toMatch(/<(script|img|svg|iframe|style|details|b)\b/i)
  expect(html).toContain('&lt;')
})

test('pictures are not fetched: their words stand in their place', () => {
  expect(renderMarkdown('Seht ![den "Netzplan" <hier>](https://evil.example/pixel.png)!')).toBe(
    '<p>Seht den "Netzplan" &lt;hier&gt;!</p>\n',
  )
})

test('a link to elsewhere tells the other side nothing, a link within stays a plain link', () => {
  expect(renderMarkdown('[BSI](https://www.bsi.bund.de)')).toContain(
    '<a href="https://www.bsi.bund.de" rel="noopener noreferrer">BSI</a>',
  )
  expect(renderMarkdown('[Kurse](/courses?topic=netze#liste)')).toContain(
    '<a href="/courses?topic=netze#liste">Kurse</a>',
  )
})

test('addresses in the text become links', () => {
  expect(renderMarkdown('Siehe https://www.bsi.bund.de oder it@lernkreis.example.')).toBe(
    '<p>Siehe <a href="https://www.bsi.bund.de" rel="noopener noreferrer">https://www.bsi.bund.de</a> oder ' +
      '<a href="mailto:it@lernkreis.example" rel="noopener noreferrer">it@lernkreis.example</a>.</p>\n',
  )
})

test('headings start below those of the page', () => {
  expect(renderMarkdown('# Eins\n\n## Zwei\n\n###### Sechs')).toBe(
    '<h3>Eins</h3>\n<h4>Zwei</h4>\n<h6>Sechs</h6>\n',
  )
})

test('lists, tables, quotations and emphasis stay what they are', () => {
  const html = renderMarkdown(
    '3. drei\n4. vier\n\n> **wichtig** und *leise*\n\n| a | b |\n|--|:-:|\n| 1 | 2 |',
  )
  expect(html).toContain('<ol start="3">')
  expect(html).toContain('<blockquote>\n<p><strong>wichtig</strong> und <em>leise</em></p>')
  expect(html).toContain('<th>a</th>')
  expect(html).not.toContain('style')
})

test('whatever is written, no script, handler or foreign scheme comes out', () => {
  const pieces = [
    '<',
    '>',
    '"',
    "'",
    '(',
    ')',
    '[',
    ']',
    '!',
    '`',
    '\\',
    '\n',
    '//',
    'javascript:',
    'data:',
    'onload=',
    '&#',
    'x',
    ' ',
  ]
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 30 }), (words) => {
      const html = renderMarkdown(words.join(''))
      const inTags = (html.match(/<[^>]*>/g) ?? []).join('')
      return !/javascript:|data:|onload=|"\/\//i.test(inTags)
    }),
    { numRuns: 300 },
  )
})
