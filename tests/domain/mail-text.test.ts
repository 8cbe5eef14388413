import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drafted, fill, placeholdersIn, problemsOfText } from '#app/domain/mail-text.ts'

const known = ['name', 'kurs', 'termin', 'link']
const good = { subject: 'Ihr Platz: {{kurs}}', body: '{{termin}}\n{{ link }}' }
const kindsOf = (text: { subject: string; body: string }) =>
  problemsOfText(text, known).map(({ field, problem }) => `${field} ${problem}`)

test('a text that names its link and its date is taken', () => {
  expect(problemsOfText(good, known)).toEqual([])
})

test('an unknown placeholder is refused at its field, by name', () => {
  const problems = problemsOfText({ ...good, subject: '{{ort}} {{kurs}} {{grund}}' }, known)

  expect(problems).toEqual([{ field: 'subject', problem: 'unknown', names: ['ort', 'grund'] }])
})

test('a text without its link or its date is refused, also when the subject has them', () => {
  const problems = problemsOfText({ subject: '{{link}} {{termin}}', body: 'Hallo {{name}}' }, known)

  expect(problems).toEqual([{ field: 'body', problem: 'missing', names: ['termin', 'link'] }])
})

test('what is not required by this kind of mail may be left out', () => {
  expect(problemsOfText({ subject: 'x', body: 'ohne alles' }, ['name', 'kurs'])).toEqual([])
})

test('markup and stray braces are refused', () => {
  expect(kindsOf({ ...good, body: `${good.body} <b>fett</b>` })).toEqual(['body markup'])
  expect(kindsOf({ ...good, body: `${good.body} {{link}` })).toEqual(['body braces'])
  expect(kindsOf({ ...good, subject: '{{LINK}}' })).toEqual(['subject braces'])
  expect(kindsOf({ ...good, body: `${good.body} 3 < 5 und 7 > 2` })).toEqual([])
})

test('a placeholder without a value leaves nothing rather than a gap', () => {
  expect(fill('{{name}}: {{kurs}}', { name: 'Ada' })).toBeNull()
  expect(fill('{{name}}: {{kurs}}', { name: 'Ada', kurs: '' })).toBeNull()
})

test('whatever the values are, they stand there as they are, and no placeholder is left', () => {
  const value = fc.string({ minLength: 1 })
  fc.assert(
    fc.property(value, value, (name, kurs) => {
      expect(fill('a{{name}}b{{ kurs }}c', { name, kurs })).toBe(`a${name}b${kurs}c`)
    }),
  )
})

test('writing values as placeholders and filling them again gives the same text', () => {
  const words = fc.stringMatching(/^[a-z ]{0,20}$/)
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 5 }), (parts) => {
      const values = { name: '⟦1⟧', kurs: '⟦2⟧ lang', link: '⟦2⟧' }
      const text = parts.join('⟦1⟧ ⟦2⟧ ⟦2⟧ lang')
      const draft = drafted(text, values)
      expect(fill(draft, values)).toBe(text)
      expect(placeholdersIn(draft).every((name) => name in values)).toBe(true)
    }),
  )
})
