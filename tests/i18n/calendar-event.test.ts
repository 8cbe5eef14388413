import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import type { CalendarFact } from '#app/domain/mail.ts'
import { calendarPartsOf } from '#app/i18n/calendar-event.ts'

const from = {
  origin: 'https://lernkreis.example',
  district: 'Landkreis Muster',
  contactEmail: '',
  demo: false,
}
const sender = { ...from, address: 'post@lernkreis.example' }
const workshop = {
  workshopId: 'w',
  titleDe: 'Netze\r\nverstehen',
  titleEn: 'Networks',
  meetings: [],
  place: null,
  linkMinutes: 15,
}

const fact = (meetingId: string, sequence: number, cancelled = false): CalendarFact => ({
  ...{ meetingId, sequence, place: null, online: true, cancelled },
  ...{ startsAt: '2026-12-03T08:00:00Z', endsAt: '2026-12-03T11:00:00Z' },
})

const about = (...calendar: CalendarFact[]) => ({ name: 'Ada Lovelace', workshop, calendar })
const mail = (data: object, locale: 'de' | 'en' = 'de') => ({
  ...{ locale, data, address: 'ada@lernkreis.example', createdAt: new Date('2026-11-01T08:00:00Z') },
})

const eventIn = (text: string) => new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent')!

test('a mail without dates brings nothing for the calendar', () => {
  expect(calendarPartsOf(mail({ name: 'Ada Lovelace' }), sender)).toEqual([])
})

test('an entry is in the language of the person and names who invites, even while nobody answers questions', () => {
  const [part] = calendarPartsOf(mail(about(fact('m', 0)), 'en'), sender)
  const event = eventIn(part!.text)
  expect(part).toMatchObject({ method: 'REQUEST', name: 'date-1.ics' })
  expect(event.getFirstPropertyValue('summary')).toBe('Networks')
  expect(event.getFirstPropertyValue('location')).toBe('online')
  expect(event.getFirstPropertyValue('organizer')).toBe('mailto:post@lernkreis.example')
  expect(event.getFirstProperty('organizer')!.getFirstParameter('cn')).toBe(
    'IT competence centre, Landkreis Muster',
  )
})

test('a title of several lines is one line in the calendar', () => {
  const [part] = calendarPartsOf(mail(about(fact('m', 0))), sender)
  expect(eventIn(part!.text).getFirstPropertyValue('summary')).toBe('Netze verstehen')
})

test('a digest brings what its mails would have brought, of one meeting only the latest', () => {
  const parts = [about(fact('m', 0), fact('n', 0)), about(fact('m', 1, true))].map((data) => ({ data }))
  const found = calendarPartsOf(mail({ name: 'Ada Lovelace', parts }), sender)
  expect(found.map(({ method, text }) => [method, eventIn(text).getFirstPropertyValue('uid')])).toEqual([
    ['CANCEL', 'm@lernkreis'],
    ['REQUEST', 'n@lernkreis'],
  ])
})
