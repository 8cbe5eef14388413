// Invented facts of every mail: for previews, and to find out which placeholders a kind of mail can fill.

import type { Locale } from '#app/domain/locale.ts'
import type { MailData, MailKind, MailSender } from '#app/domain/mail.ts'
import { drafted, type MailText, type Values } from '#app/domain/mail-text.ts'
import { messages } from '#app/i18n/index.ts'
import { letterOf } from '#app/i18n/letter.ts'
import { valuesOf } from '#app/i18n/letter-values.ts'

type Whole<Union> = (Union extends unknown ? (one: Union) => void : never) extends (all: infer All) => void
  ? All
  : never

/** All facts of all kinds at once: each letter takes what it needs. A new fact does not compile without an example. */
export type EveryFact = Whole<MailData[MailKind]>

const workshop = {
  workshopId: '00000000-0000-4000-8000-000000000001',
  titleDe: 'Netze verstehen',
  titleEn: 'Understanding networks',
  meetings: [{ startsAt: '2027-03-03T08:00:00Z', endsAt: '2027-03-03T11:00:00Z' }],
  place: 'Rathaus Musterstadt, Raum 2',
  linkMinutes: null,
}

const line = {
  person: 'Grace Hopper',
  organisation: 'Musterstadt',
  titleDe: 'Netze verstehen',
  titleEn: 'Understanding networks',
  startsAt: '2027-03-03T08:00:00Z',
  endsAt: '2027-03-03T11:00:00Z',
}

const EXAMPLE: EveryFact = {
  name: 'Ada Lovelace',
  workshop,
  titleDe: 'Netze verstehen',
  titleEn: 'Understanding networks',
  certificateId: '00000000-0000-4000-8000-000000000004',
  replaces: false,
  unitsPlanned: 8,
  unitsAttended: 3,
  overPercent: 50,
  token: 'beispiel',
  validUntil: '2027-02-20T11:00:00Z',
  until: '2027-02-20T11:00:00Z',
  closesOn: '2027-03-24',
  applicant: 'Konrad Zuse',
  barrier: 'Der Knopf „Anmelden“ lässt sich mit der Tastatur nicht erreichen.',
  page: '/courses',
  replyTo: 'konrad@beispiel.de',
  answerBy: '2027-03-17',
  organisation: 'Musterstadt',
  position: 3,
  enrolmentId: '00000000-0000-4000-8000-000000000002',
  enrolledBy: 'Grace Hopper',
  reason: 'Die Trainerin ist erkrankt.',
  participant: 'Konrad Zuse',
  seats: 2,
  approver: 'Grace Hopper',
  silence: 'approve',
  isDeputy: false,
  decider: 'approver',
  verdict: 'approved',
  rejectReason: 'staffing',
  withoutPassword: false,
  absence: 'on-duty',
  substitute: 'Konrad Zuse',
  accepted: true,
  author: 'Grace Hopper',
  subject: 'Bitte Ladegeräte mitbringen',
  body: 'Im Raum gibt es nur wenige Steckdosen.',
  daysLeft: 3,
  asker: 'Konrad Zuse',
  asked: 'named',
  question: 'Muss ich mein eigenes Messgerät mitbringen?',
  answer: 'Nein, es sind genug für alle da.',
  month: '2027-03-01',
  going: [line],
  waiting: [{ ...line, person: 'Konrad Zuse' }],
  dates: [
    {
      workshopId: workshop.workshopId,
      titleDe: 'Netze verstehen',
      titleEn: 'Understanding networks',
      startsAt: '2027-03-03T08:00:00Z',
      endsAt: '2027-03-03T11:00:00Z',
      free: 4,
      audience: 'it',
      topic: { titleDe: 'Netze', titleEn: 'Networks' },
    },
  ],
  by: 'Grace Hopper',
  workshops: [workshop],
  into: {
    ...workshop,
    meetings: [{ startsAt: '2027-03-10T08:00:00Z', endsAt: '2027-03-10T11:00:00Z' }],
  },
  place: { kind: 'waiting', position: 2 },
  alternatives: [{ startsAt: '2027-03-10T08:00:00Z', endsAt: '2027-03-10T11:00:00Z' }],
  counts: false,
  waited: false,
  left: [{ startsAt: '2027-03-17T08:00:00Z', endsAt: '2027-03-17T11:00:00Z' }],
  rhythm: 'daily',
  parts: [
    { kind: 'enrolment-confirmed', at: '2027-02-17T09:00:00Z', data: { name: 'Ada Lovelace', workshop } },
    { kind: 'enrolment-withdrawn', at: '2027-02-17T15:00:00Z', data: { name: 'Ada Lovelace', workshop } },
  ],
  meetingId: '00000000-0000-4000-8000-000000000005',
  objectionId: '00000000-0000-4000-8000-000000000006',
  startsAt: '2027-03-03T08:00:00Z',
  missing: 2,
  trainers: 'Grace Hopper',
  decision: 'accepted',
  reply: 'Danke für den Hinweis.',
  status: 'partial',
  units: 3,
  roundId: '00000000-0000-4000-8000-000000000003',
  kind: 'competence-centre' as const,
  opensOn: '2027-03-01',
  moved: false,
  part: 'coordination',
  handedUntil: null,
  title: 'Netze verstehen: Ihre Rückmeldung',
  number: 4,
  cutOff: '2027-03-31',
  again: false,
}

/** The same with facts that occur nowhere else in a letter: what stands for them is found without doubt. */
const MARKED: EveryFact = {
  ...EXAMPLE,
  name: '⟦name⟧',
  workshop: {
    ...workshop,
    titleDe: '⟦titel-des-kurses⟧',
    titleEn: '⟦titel-des-kurses⟧',
    meetings: [{ startsAt: '2031-01-02T03:00:00Z', endsAt: '2031-01-02T04:00:00Z' }],
    place: '⟦ort⟧',
  },
  titleDe: '⟦titel-des-kurses⟧',
  titleEn: '⟦titel-des-kurses⟧',
  validUntil: '2032-02-03T04:05:00Z',
  until: '2032-02-03T04:05:00Z',
  startsAt: '2036-07-08T09:10:00Z',
  closesOn: '2033-03-04',
  answerBy: '2037-08-09',
  opensOn: '2038-09-10',
  applicant: '⟦person⟧',
  organisation: '⟦organisation⟧',
  position: 987_654,
  enrolledBy: '⟦von⟧',
  participant: '⟦person⟧',
  approver: '⟦zuständig⟧',
  reason: '⟦grund⟧',
  author: '⟦von⟧',
  asker: '⟦person⟧',
  subject: '⟦betreff⟧',
  body: '⟦nachricht⟧',
  question: '⟦frage⟧',
  answer: '⟦antwort⟧',
  month: '2034-05-01',
  title: '⟦titel⟧',
  number: 876_543,
  cutOff: '2035-06-07',
}

/** Every kind of mail there is. */
export function mailKinds(): MailKind[] {
  return Object.keys(messages('de').mail) as MailKind[]
}

/** Invented facts of one kind of mail. */
export function exampleOf(kind: MailKind): object {
  return factsOf(kind, EXAMPLE)
}

/** What the placeholders of a kind of mail stand for, with the same invented facts. */
export function exampleValues(kind: MailKind, locale: Locale, from: MailSender): Values {
  return usedValues(kind, locale, from, EXAMPLE)
}

/** The built-in text of a kind of mail, with placeholders where facts stand: what somebody starts writing from. */
export function builtInText(kind: MailKind, locale: Locale, from: MailSender): MailText {
  const letter = letterOf({ kind, locale, data: factsOf(kind, MARKED) }, from)
  const values = usedValues(kind, locale, from, MARKED)
  return { subject: drafted(letter.subject, values), body: drafted(letter.body, values) }
}

/** Only what the letter itself says, and its blocks as a whole: what stands inside of them may be missing. */
function usedValues(kind: MailKind, locale: Locale, from: MailSender, facts: EveryFact): Values {
  const data = factsOf(kind, MARKED)
  const marked = letterOf({ kind, locale, data }, from)
  const outside = Object.values(marked.blocks).reduce(
    (rest, block) => rest.split(block).join(''),
    marked.body,
  )
  const known = Object.entries(valuesOf(data, marked, from, locale))
    .filter(([, value]) => `${marked.subject}\n${outside}`.includes(value))
    .map(([name]) => name)
  const names = ['name', ...known, ...Object.keys(marked.blocks)]
  const own = factsOf(kind, facts)
  const values = valuesOf(own, letterOf({ kind, locale, data: own }, from), from, locale)
  return Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name)))
}

/** Those of the facts that the letter of this kind reads. */
function factsOf(kind: MailKind, facts: EveryFact): object {
  const read = new Set<string | symbol>()
  const watched = new Proxy(facts, {
    get: (all, fact) => {
      read.add(fact)
      return Reflect.get(all, fact)
    },
  })
  letterOf({ kind, locale: 'de', data: watched }, NOBODY)
  return Object.fromEntries(Object.entries(facts).filter(([fact]) => read.has(fact)))
}

const NOBODY: MailSender = { origin: '', district: '', contactEmail: '', demo: false }
