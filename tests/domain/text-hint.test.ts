import fc from 'fast-check'
import { expect, test } from 'vitest'
import { textHints } from '#app/domain/text-hint.ts'

const PLACES = [
  'Große Kreisstadt Radebeul',
  'Stadt Lommatzsch',
  'Gemeinde Priestewitz',
  'Au',
  'Coswig, Stadt',
]
const hintsIn = (text: string) => textHints(text, PLACES).map(({ hint }) => hint)

test.each([
  ['Schreiben Sie mir an eva.muster@stadt-beispiel.de', 'mail-address'],
  ['Erreichbar unter 03521 725-0815.', 'phone'],
  ['Das Büro in der Hauptstraße 12 ist zu klein.', 'address'],
  ['Herr Müller hat das gut erklärt.', 'person'],
  ['Kollegin Dr. Weiß war dabei.', 'person'],
  ['Ich als Administrator sehe das anders.', 'role'],
  ['Unser Bürgermeister wollte das nicht.', 'role'],
  ['Meine Chefin wusste davon nichts.', 'role'],
  ['Bei uns in Radebeul klappt es.', 'place'],
  ['Die Lommatzscher Kollegen waren schneller.', 'place'],
  ['in PRIESTEWITZ', 'place'],
])('"%s" is looked at once more', (text, hint) => {
  expect(hintsIn(text)).toEqual([hint])
})

test.each([
  'Die Übungen waren gut, das Tempo auch.',
  'Bitte 2026 wieder anbieten, mit 3 Terminen und 90 Minuten.',
  'Es hat 1200,50 Euro gekostet.',
  'Frau und Herr waren beide nicht da.',
  'Aus meiner Sicht sehr nützlich. Auch der Aufbau.',
])('"%s" says nothing about anybody', (text) => {
  expect(hintsIn(text)).toEqual([])
})

/** Any UTF-16, halves of signs included; signs of Unicode's tables take seconds to make. */
const anyText = fc
  .array(fc.oneof(fc.nat(0xffff), fc.nat(0x7f)), { maxLength: 300 })
  .map((units) => String.fromCharCode(...units))

test('whatever somebody types, what is named stands in the text', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      for (const { found } of textHints(text, PLACES)) {
        expect(found).not.toBe('')
        expect(text).toContain(found)
      }
    }),
  )
  expect(hintsIn('0 '.repeat(1_000))).toEqual([])
  expect(hintsIn('a.'.repeat(1_000))).toEqual([])
})

// What is looked for has an end, so the effort grows with the text and not with its square.
test.each([
  ['a mail address', `${'a'.repeat(3_000)}@${'b'.repeat(60)}.de`],
  ['a host', `eva@${'bb.'.repeat(1_000)}de`],
  ['a telephone number', `0${'3521'.repeat(1_000)}`],
  ['a name', `Herr M${'ü'.repeat(3_000)}ller`],
  ['a house number', `Hauptstraße ${'1'.repeat(3_000)}`],
])('of %s without an end only a piece is read', (_, text) => {
  const [hint] = textHints(text, PLACES)
  expect(hint?.found.length).toBeLessThan(160)
})

test.each([
  ['the name of a street', `H${'a'.repeat(3_000)}straße 12`],
  ['the room between two words', `Herr${' '.repeat(3_000)}Müller`],
  ['the room within a role', `ich${' '.repeat(3_000)}als`],
])('%s without an end is none', (_, text) => {
  expect(hintsIn(text)).toEqual([])
})
