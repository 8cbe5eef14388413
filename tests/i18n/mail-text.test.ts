import { expect, test } from 'vitest'
import { LOCALES } from '#app/domain/locale.ts'
import { FIXED_MAILS, type MailKind, type MailSender } from '#app/domain/mail.ts'
import { placeholdersIn, problemsOfText, requiredOf } from '#app/domain/mail-text.ts'
import { messages } from '#app/i18n/index.ts'
import { builtInText, exampleOf, exampleValues } from '#app/i18n/letter-examples.ts'
import { letterOf, textKey } from '#app/i18n/letter.ts'

const from: MailSender = {
  origin: 'https://lernkreis.example',
  district: 'Landkreis Muster',
  contactEmail: 'koordination@lernkreis.example',
  demo: false,
}

const kinds = (Object.keys(messages('de').outbox.kind) as MailKind[]).filter(
  (kind) => !FIXED_MAILS.includes(kind),
)
const everyText = kinds.flatMap((kind) => LOCALES.map((locale) => [kind, locale] as const))
const own = (kind: MailKind, locale: 'de' | 'en', subject: string, body: string) =>
  new Map([[textKey(kind, locale), { subject, body }]])

test.each(everyText)(
  'the built-in text of %s (%s) can be taken as it is, and says the same',
  (kind, locale) => {
    const text = builtInText(kind, locale, from)
    const values = exampleValues(kind, locale, from)
    const mail = { kind, locale, data: exampleOf(kind) }

    expect(problemsOfText(text, Object.keys(values))).toEqual([])
    expect(text.subject + text.body).not.toMatch(/⟦|⟧|203[0-9]|987|876/)
    expect(placeholdersIn(text.body)).toEqual(expect.arrayContaining(requiredOf(Object.keys(values))))
    const taken = letterOf(mail, from, own(kind, locale, text.subject, text.body))
    expect(taken).toEqual(letterOf(mail, from))
  },
)

test.each(everyText)('a text of one’s own for %s (%s) leaves no placeholder behind', (kind, locale) => {
  const values = exampleValues(kind, locale, from)
  const body = Object.keys(values)
    .map((name) => `{{ ${name} }}`)
    .join('\n')
  const letter = letterOf(
    { kind, locale, data: exampleOf(kind) },
    from,
    own(kind, locale, 'Betreff {{name}}', body),
  )

  expect(letter.subject).toBe('Betreff Ada Lovelace')
  expect(letter.text).not.toMatch(/\{\{|\}\}|undefined|null/)
  for (const value of Object.values(values)) expect(letter.text).toContain(value)
  expect(letter.text).toContain('Landkreis Muster')
})

test('where a fact is not there, the built-in text goes out, never one with a gap', () => {
  const body = '{{von}} schlägt vor: {{kurs}}, {{termin}}, {{frist}} {{link}}'
  const texts = own('enrolment-offered', 'de', 'Ein Platz', body)
  const data = exampleOf('enrolment-offered')
  const mail = { kind: 'enrolment-offered', locale: 'de', data: { ...data, enrolledBy: null } } as const

  const without = letterOf(mail, from, texts)
  const named = letterOf({ ...mail, data }, from, texts)

  expect(without).toEqual(letterOf(mail, from))
  expect(without.text).not.toContain('{{')
  expect(named.text).toContain('Grace Hopper schlägt vor')
})

test('a text that lost what it must say is not used, whatever stands in the database', () => {
  const texts = own('evaluation-invitation', 'de', 'Bitte', 'Bis {{tag}}: {{link}}')

  expect(
    letterOf(
      { kind: 'evaluation-invitation', locale: 'de', data: exampleOf('evaluation-invitation') },
      from,
      texts,
    ).text,
  ).toContain('Ihre Antworten werden versiegelt')
})

test('what people type is never read as a placeholder, and never becomes a header', () => {
  const data = {
    ...exampleOf('workshop-message'),
    subject: 'x\r\nBcc: all@example.org',
    body: 'Zeile {{link}} {{name}}',
  }
  const texts = own('workshop-message', 'de', '{{betreff}}', '{{nachricht}} {{termin}} {{link}}')
  const letter = letterOf({ kind: 'workshop-message', locale: 'de', data }, from, texts)

  expect(letter.subject).toBe('x Bcc: all@example.org')
  expect(letter.text).toContain('Zeile {{link}} {{name}}')
})

test('a digest says each letter once, in the words of the district, and how to change the rhythm', () => {
  const texts = own('enrolment-confirmed', 'de', 'Sie sind dabei', 'ja: {{kurs}} {{termin}} {{link}}')
  const { text, subject } = letterOf({ kind: 'digest', locale: 'de', data: exampleOf('digest') }, from, texts)

  expect(subject).toBe('Lernkreis: 2 Nachrichten')
  expect(text.match(/Guten Tag/g)).toHaveLength(1)
  expect(text.match(/Sie sind dabei/g)).toHaveLength(1)
  expect(text).toContain('Ja: Netze verstehen')
  expect(text.match(/Abgemeldet: Netze verstehen/g)).toHaveLength(1)
  expect(text).toContain('https://lernkreis.example/mail-settings/beispiel')
})
