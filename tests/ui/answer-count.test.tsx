import { expect, test } from 'vitest'
import type { CountFigure } from '#app/domain/answer-count.ts'
import { readQuestionnaire, type CountedItem } from '#app/domain/questionnaire.ts'
import type { Release } from '#app/domain/release.ts'
import { AnswerCount } from '#app/ui/answer-count.tsx'
import { ReleaseSections } from '#app/ui/release-sections.tsx'
import { releaseTable } from '#reports/release-table.ts'
import { html } from '#tests/ui/render.tsx'

const text = (de: string, en: string) => ({ default: de, en })
const choices = [
  { value: 'site', text: text('vor Ort', 'on site') },
  { value: 'online', text: text('online', 'online') },
  { value: 'visit', text: text('Hospitation', 'visit') },
]
const questionnaire = readQuestionnaire({
  title: text('Bedarf', 'Needs'),
  pages: [
    {
      name: 'page',
      title: text('Ihr Alltag', 'Your work'),
      elements: [
        { type: 'radiogroup', name: 'way', title: text('Wie?', 'How?'), choices },
        { type: 'checkbox', name: 'used', title: text('Was?', 'What?'), choices },
        { type: 'boolean', name: 'again', title: text('Wieder?', 'Again?') },
        {
          ...{ type: 'text', inputType: 'number', name: 'years', title: text('Jahre?', 'Years?') },
          ...{ min: 0, max: 49 },
        },
        { type: 'boolean', name: 'why', visibleIf: '{again} = false', title: text('Ja?', 'Yes?') },
      ],
    },
  ],
})
const items = questionnaire.sections[0]!.parts as CountedItem[]
const item = (key: string) => items.find((one) => one.key === key)!
const shown = (key: string, figure: CountFigure | undefined, locale: 'de' | 'en' = 'de') =>
  html(<AnswerCount item={item(key)} released={figure && { key, figure, apart: null }} minimum={5} />, {
    locale,
  })
    .replace(/<(?:svg|style).*?<\/svg>/g, '')
    .replace(/<[^>]+>/g, '|')
    .replace(/\u00a0/g, ' ')

test('answers stand by how often they were given, with their share, in the language of the reader', () => {
  const figure: CountFigure = { kind: 'parts', responses: 40, counts: { site: 14, online: 26, visit: 0 } }
  expect(shown('way', figure)).toMatch(/40 haben geantwortet.*online\|+26\|+65 %.*vor Ort\|+14\|+35 %/)
  expect(shown('way', figure, 'en')).toMatch(/40 people answered.*online\|+26\|+65%.*on site\|+14/)
  expect(shown('way', figure)).not.toContain('zum Schutz')
})

test('what is left out is named and summed up, with the reason', () => {
  const page = shown('way', { kind: 'parts', responses: 20, counts: { online: 13 } })
  expect(page).toMatch(/übrige Antworten zusammen\|+vor Ort\|+Hospitation\|+7\|+35 %/)
  expect(page).toContain('zum Schutz nicht einzeln ausgewiesen')
})

test('rare ticks share a line, and nearly everybody is said as such', () => {
  const page = shown('used', {
    kind: 'ticks',
    responses: 40,
    ticks: { site: 'most', online: 12, visit: 'few' },
  })
  expect(page).toContain('Mehrere Antworten waren möglich.')
  expect(page).toMatch(/vor Ort\|+mehr als 35\|+–.*online\|+12\|+30 %.*jede\|+Hospitation\|+weniger als 5/)
})

test('numbers are told in ranges, with the one in which the middle lies', () => {
  const counts = { '0-9': 5, '10-19': 20, '20-29': 0, '30-39': 0, '40-49': 5 }
  expect(shown('years', { kind: 'parts', responses: 30, counts })).toContain(
    'Die mittlere Angabe liegt im Bereich 10 bis 19.',
  )
})

test('where nothing may be told, a sentence says so, and an old release says that it is one', () => {
  expect(shown('way', { kind: 'too-few' })).toContain('Weniger als 5 Antworten: zum Schutz nicht angezeigt.')
  expect(shown('why', { kind: 'too-few' })).toBe('|Zum Schutz nicht angezeigt.|')
  expect(shown('way', { kind: 'answered', responses: 8 })).toMatch(/8 haben geantwortet.*nicht ausgewiesen/)
  expect(shown('again', { kind: 'mostly', responses: 40, value: 'yes' })).toMatch(/Ja\|+mehr als 35/)
  expect(shown('way', { kind: 'no-data' })).toContain('Dazu hat niemand etwas geantwortet.')
  expect(shown('way', undefined)).toContain('Diese Freigabe ist älter')
})

const release: Release = {
  ...{ format: 2, minimum: 5, turnout: { invited: 50, used: 40 }, turnoutApart: null },
  ...{ items: [], texts: [] },
  counts: [
    { key: 'way', figure: { kind: 'parts', responses: 20, counts: { online: 13 } }, apart: null },
    {
      key: 'used',
      figure: { kind: 'ticks', responses: 40, ticks: { site: 'most', online: 12, visit: 'few' } },
      apart: {
        it: { kind: 'ticks', responses: 16, ticks: { online: 5 } },
        user: { kind: 'ticks', responses: 24, ticks: { online: 7 } },
      },
    },
    { key: 'why', figure: { kind: 'too-few' }, apart: null },
  ],
}

test('the page follows the questionnaire, with the groups below an answer and the condition of a question', () => {
  const page = html(<ReleaseSections release={release} questionnaire={questionnaire} />)
  expect([...page.matchAll(/<h[23]>(.*?)<\/h[23]>/g)].map(([, title]) => title)).toEqual([
    ...['Ihr Alltag', 'Wie?', 'Was?', 'Wieder?', 'Jahre?', 'Ja?'],
  ])
  expect(page).toContain('IT-Fachkräfte: 5 von 16 · kommunale Nutzerinnen und Nutzer: 7 von 24')
  expect(page).toContain('Gefragt wurde nur, wenn gilt: „Wieder?“')
})

test('the files say the same, line by line', () => {
  const rows = releaseTable(release, questionnaire, 'de').map(([key, , group, what, value]) =>
    [key, group, what, value].join(' '),
  )
  expect(rows).toEqual(
    expect.arrayContaining([
      'way alle Antworten 20',
      'way alle online 13',
      'way alle übrige Antworten zusammen 7',
      'used alle vor Ort mehr als 35',
      'used alle Hospitation weniger als 5',
      'used IT-Fachkräfte online 5',
      'why alle Antworten zu wenige Antworten',
    ]),
  )
})
