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

test('whatever somebody types is read in no time, and what is named stands in the text', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 2_000, unit: 'binary' }), (text) => {
      for (const { found } of textHints(text, PLACES)) expect(found).not.toBe('')
    }),
  )
  expect(hintsIn('0 '.repeat(1_000))).toEqual([])
  expect(hintsIn('a.'.repeat(1_000))).toEqual([])
})
