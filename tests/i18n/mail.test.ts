import { expect, test } from 'vitest'
import { HIDDEN_MAILS, type MailData, type MailKind, type MailSender } from '#app/domain/mail.ts'
import { letterOf } from '#app/i18n/letter.ts'

const from: MailSender = {
  origin: 'https://lernkreis.example',
  district: 'Landkreis Muster',
  contactEmail: 'koordination@lernkreis.example',
  demo: false,
}

const name = 'Ada Lovelace'
const workshop = {
  workshopId: '3f0c2f3e-0000-4000-8000-000000000001',
  titleDe: 'Netze verstehen',
  titleEn: 'Understanding networks',
  meetings: [
    { startsAt: '2026-12-03T08:00:00Z', endsAt: '2026-12-03T11:00:00Z' },
    { startsAt: '2026-12-10T08:00:00Z', endsAt: '2026-12-10T11:00:00Z' },
  ],
  place: 'Rathaus Riesa',
  linkMinutes: 15,
}
const link = { name, token: 'secret-token', validUntil: '2026-12-03T11:00:00Z' }
const list = { meetingId: 'meeting', startsAt: '2026-12-03T08:00:00Z', missing: 2 }
const round = {
  name,
  roundId: 'round',
  kind: 'competence-centre' as const,
  title: 'Bewertung der IT-Kompetenzstelle',
  closesOn: '2026-12-24',
}

const aboutCourse = { name, titleDe: 'Netze verstehen', titleEn: 'Understanding networks' }
const dated = {
  titleDe: 'Netze verstehen',
  titleEn: 'Understanding networks',
  startsAt: '2026-12-03T08:00:00Z',
  endsAt: '2026-12-03T11:00:00Z',
}
const monthLine = { ...dated, person: 'Grace Hopper', organisation: 'Riesa' }
const suggestion = {
  ...{ ...dated, workshopId: workshop.workshopId, free: 4, audience: 'it' as const },
  topic: { titleDe: 'Netze', titleEn: 'Networks' },
}
/** These have a way to be written to less often, and one line for each thing. */
const SEVERAL_LINKS: readonly MailKind[] = ['officer-month', 'date-suggestions']
const request = { ...link, workshop, participant: 'Grace Hopper', organisation: 'Riesa', seats: 2 }
const half = {
  ...{ name, roundId: 'round', part: 'oversight' as const, title: 'Bewertung der IT-Kompetenzstelle' },
  ...{ opensOn: '2026-12-01', closesOn: '2026-12-22', handedUntil: null },
}

const examples: MailData = {
  invitation: link,
  reset: link,
  'login-link': link,
  'access-requested': { name, applicant: 'Grace Hopper', organisation: 'Riesa' },
  'access-declined': { name },
  'barrier-reported': {
    ...{ name, barrier: 'Der Knopf ist stumm.', page: '/courses' },
    ...{ replyTo: 'grace@lernkreis.example', answerBy: '2026-12-26' },
  },
  'enrolment-confirmed': { name, workshop },
  'enrolment-waiting': {
    ...{ name, workshop, position: 3 },
    ...{ because: 'quota' as const, quota: 1, quotaEnds: '2026-11-19T23:00:00Z' },
  },
  'enrolment-offered': {
    ...{ name, workshop, enrolmentId: 'enrolment' },
    ...{ until: '2026-12-01T11:00:00Z', enrolledBy: 'Grace Hopper' },
    ...{ token: 'secret-token', validUntil: '2026-12-01T11:00:00Z', withoutPassword: true },
  },
  'enrolment-promoted': { name, workshop },
  'enrolment-room': { name, workshop },
  'enrolment-excused': { name, workshop },
  'absence-noticed': { name, workshop, participant: 'Grace Hopper', absence: 'on-duty' },
  'substitute-answered': { name, workshop, substitute: 'Grace Hopper', accepted: false },
  'enrolment-lapsed': { name, workshop },
  'enrolment-withdrawn': { name, workshop },
  'enrolment-requested': {
    ...{ name, workshop, approver: 'Grace Hopper' },
    ...{ until: '2026-12-01T11:00:00Z', silence: 'reject' },
  },
  'enrolment-approved': { name, workshop, decider: 'deputy' },
  'enrolment-rejected': { name, workshop, decider: 'approver', rejectReason: 'staffing' },
  'approval-asked': { ...request, silence: 'approve' },
  'approval-reminder': { ...request, silence: 'reject', isDeputy: true },
  'approval-moved': { ...request, silence: 'approve', isDeputy: false },
  'approval-inform': request,
  'approval-lapsed': { ...request, verdict: 'rejected' },
  'workshop-changed': { name, workshop },
  'workshop-called-off': { name, workshop, reason: 'Die Trainerin ist krank.' },
  'workshop-rest-called-off': {
    ...{ name, workshop, reason: 'Die Trainerin ist krank.' },
    left: [{ startsAt: '2026-12-10T08:00:00Z', endsAt: '2026-12-10T11:00:00Z' }],
  },
  'workshop-meeting-missed': {
    ...{ name, workshop, reason: 'Der Strom ist ausgefallen.', counts: false },
    left: [{ startsAt: '2026-12-10T08:00:00Z', endsAt: '2026-12-10T11:00:00Z' }],
  },
  'workshop-going': { name, workshop },
  'workshop-merged': { name, workshop, into: workshop, place: { kind: 'waiting', position: 2 } },
  'workshop-given': { name, by: 'Grace Hopper', workshops: [workshop, workshop] },
  'workshop-taken': { name, by: null, workshops: [workshop] },
  'led-changed': { name, by: 'Grace Hopper', workshops: [workshop] },
  'series-changed': { name, workshops: [workshop, workshop] },
  'workshop-message': {
    name,
    workshop,
    author: 'Grace Hopper',
    subject: 'Raum',
    body: 'Erste Zeile\nzweite',
  },
  'workshop-reminder': { name, workshop, enrolmentId: 'enrolment', daysLeft: 3 },
  'workshop-question': { name, workshop, asker: 'Grace Hopper', question: 'Was\nbrauche ich?' },
  'workshop-answer': {
    ...{ name, workshop, author: 'Grace Hopper', question: 'Was brauche ich?' },
    ...{ answer: 'Nichts.', asked: 'unnamed', asker: null },
  },
  'officer-month': { name, token: 'signed', month: '2026-12-01', going: [monthLine], waiting: [] },
  'date-suggestions': { name, token: 'signed', dates: [suggestion] },
  digest: { name, token: 'signed', rhythm: 'daily', parts: [] },
  'walk-in-recorded': { name, workshop, enrolmentId: 'enrolment' },
  'list-unfinished': { name, workshop, ...list },
  'list-overdue': { name, workshop, ...list, trainers: 'Grace Hopper' },
  'objection-raised': { name, workshop, objectionId: 'objection', startsAt: list.startsAt },
  'objection-decided': {
    ...{ name, workshop, enrolmentId: 'enrolment', startsAt: list.startsAt },
    ...{ decision: 'declined', reply: 'Sie gingen um zehn.', status: 'partial', units: 2 },
  },
  'round-planned': {
    ...{ name, roundId: 'round', title: 'Bewertung der IT-Kompetenzstelle' },
    ...{ opensOn: '2026-12-01', closesOn: '2026-12-22', moved: false },
  },
  'round-missed': {
    ...{ name, roundId: 'round', title: 'Bewertung der IT-Kompetenzstelle' },
    ...{ opensOn: '2026-12-01', closesOn: '2026-12-22' },
  },
  'trustee-named': half,
  'trustee-wanted': half,
  'trustee-count': { ...half, handedUntil: '2026-12-30T11:00:00Z' },
  'evaluation-invitation': round,
  'evaluation-reminder': round,
  'report-due': { name: 'Ada Lovelace', cutOff: '2026-09-30', again: false },
  'report-released': { name, number: 3, cutOff: '2026-12-31', whereWeStand: 'So steht es.' },
  'proof-confirmed': { name, title: 'IT-Grundschutz-Praktiker' },
  'proof-returned': { name, title: 'IT-Grundschutz-Praktiker', reason: 'Das Datum ist nicht zu lesen.' },
  'certificate-issued': { ...aboutCourse, certificateId: 'certificate', replaces: false },
  'certificate-revoked': { ...aboutCourse, certificateId: 'certificate', reason: null },
  'certificate-not-earned': { ...aboutCourse, unitsPlanned: 8, unitsAttended: 3, overPercent: 50 },
}
const kinds = Object.keys(examples) as MailKind[]

const everyLetter = kinds.flatMap((kind) => (['de', 'en'] as const).map((locale) => [kind, locale] as const))

test.each(everyLetter)('%s says in %s what it is about, with one link and who writes', (kind, locale) => {
  const { subject, text } = letterOf({ kind, locale, data: examples[kind] }, from)

  expect(subject).toMatch(/^\S.{5,100}\S$/)
  expect(subject + text).not.toMatch(/undefined|null|NaN|Invalid Date|\[object/)
  expect(text).toContain(name)
  expect(text).toContain('Landkreis Muster')
  expect(text).toContain('koordination@lernkreis.example')
  if (!SEVERAL_LINKS.includes(kind)) expect(text.match(/https?:\/\/\S+/g)).toHaveLength(1)
  expect(text).toContain('https://lernkreis.example/')
})

test('a letter in English names the workshop in English, and in German where there is no other title', () => {
  const english = { ...examples['enrolment-confirmed'], workshop: { ...workshop, titleEn: null } }

  expect(
    letterOf({ kind: 'enrolment-confirmed', locale: 'en', data: examples['enrolment-confirmed'] }, from)
      .subject,
  ).toBe('Your place: Understanding networks')
  expect(letterOf({ kind: 'enrolment-confirmed', locale: 'en', data: english }, from).subject).toBe(
    'Your place: Netze verstehen',
  )
})

test.each(['de', 'en'] as const)('nothing that people write breaks out of the subject (%s)', (locale) => {
  const evil = 'Raum\r\nBcc: everybody@example.org\u2028\u0000'
  const data = { ...examples['workshop-message'], subject: evil, workshop: { ...workshop, titleDe: evil } }
  const { subject } = letterOf({ kind: 'workshop-message', locale, data }, from)

  expect(subject).not.toMatch(/[\p{Cc}\u2028]/u)
})

test('every letter of the demo district says that its data are invented', () => {
  for (const kind of kinds) {
    const { text } = letterOf({ kind, locale: 'de', data: examples[kind] }, { ...from, demo: true })
    expect(text).toContain('Beispieldaten')
  }
})

test('letters to evaluations are hidden, and only those', () => {
  expect(kinds.filter((kind) => kind.startsWith('evaluation-'))).toEqual(HIDDEN_MAILS)
})

test('a merged offer is answered by its link, and mails of earlier versions lead to the enrolment', () => {
  const place = { kind: 'offered', enrolmentId: 'enrolment', until: '2026-12-01T11:00:00Z' } as const
  const data = { name, workshop, into: workshop, place }
  for (const locale of ['de', 'en'] as const) {
    const withLink = { ...data, token: 'secret-token', validUntil: place.until }
    const { text } = letterOf({ kind: 'workshop-merged', locale, data: withLink }, from)
    expect(text).toContain(`${from.origin}/offers/secret-token`)
    expect(letterOf({ kind: 'workshop-merged', locale, data }, from).text).toContain('/enrolments/enrolment')
  }
})
