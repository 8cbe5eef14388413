import { dayOf } from '#app/domain/calendar.ts'
import type { Audience } from '#app/domain/course.ts'
import type { RequiredCourse } from '#app/domain/decision.ts'
import type {
  AbsenceReason,
  AnswerRefusal,
  EnrolmentReason,
  EnrolmentRefusal,
  WithdrawReason,
  WithdrawRefusal,
} from '#app/domain/enrolment.ts'
import { course } from '#app/i18n/de/course.ts'
import { formatDateTime, formatList, formatShortDay } from '#app/i18n/format.ts'

// What the rules of enrolling say: each word of the domain has one sentence, on the screen, in JSON and in mails.

const day = (instant: Date) => formatShortDay(dayOf(instant), 'de')

/** What the sentences about a workshop need. */
export type RuleFacts = {
  enrolUntil: Date
  withdrawUntil: Date
  startsAt: Date
  enrolFrom?: Date | null
  audiences?: readonly Audience[]
  /** Courses that have to come first, and have not. */
  missing?: readonly RequiredCourse[]
}

const titles = (courses: readonly RequiredCourse[]) =>
  formatList(
    courses.map(({ titleDe }) => `„${titleDe}“`),
    'de',
  )

export const refusal = {
  'called-off': () => 'Dieser Workshop ist abgesagt.',
  'not-published': () => 'Dieser Kurs wird zurzeit nicht angeboten.',
  started: ({ startsAt }) => `Dieser Workshop hat am ${day(startsAt)} begonnen.`,
  'not-open-yet': ({ enrolFrom }) =>
    enrolFrom
      ? `Die Anmeldung öffnet am ${formatDateTime(enrolFrom, 'de')}.`
      : 'Die Anmeldung ist noch nicht geöffnet.',
  'deadline-passed': ({ enrolUntil }) => `Die Anmeldefrist endete am ${day(enrolUntil)}.`,
  'already-enrolled': () => 'Sie sind bereits angemeldet. Ihre Anmeldung finden Sie unter „Meine Termine“.',
  'no-organisation': () =>
    'Ihr Konto gehört zurzeit zu keiner Kommune oder Dienststelle. Die Koordination kann das nachtragen, danach können Sie sich anmelden.',
  'is-trainer': () => 'Sie leiten diesen Workshop und brauchen deshalb keinen Platz.',
  'not-audience': ({ audiences = [] }) =>
    `Dieser Kurs ist nur für seine Zielgruppe: ${formatList(
      audiences.map((key) => course.audience[key]),
      'de',
    )}. Wenn Sie dazugehören, kann die Koordination das in Ihrem Konto nachtragen.`,
  'prerequisite-missing': ({ missing = [] }) =>
    missing.length === 1
      ? `Vorher brauchen Sie den Kurs ${titles(missing)}. Er zählt, wenn Sie so viel davon besucht haben, wie für eine Bescheinigung nötig ist.`
      : `Vorher brauchen Sie diese Kurse: ${titles(missing)}. Jeder zählt, wenn Sie so viel davon besucht haben, wie für eine Bescheinigung nötig ist.`,
  'page-outdated': () =>
    'Diese Seite war nicht mehr aktuell. Jetzt ist sie es: Bitte versuchen Sie es noch einmal.',
} satisfies Record<EnrolmentRefusal, (facts: RuleFacts) => string>

export const withdrawRefusal = {
  'not-enrolled': () => 'Diese Anmeldung ist schon beendet. Es gibt nichts mehr abzumelden.',
  'needs-reason': ({ withdrawUntil }) =>
    `Die Abmeldefrist endete am ${day(withdrawUntil)}. Sagen Sie bitte mit einem Grund ab: Wer den Workshop leitet, erfährt es sofort.`,
  started: ({ startsAt }) =>
    `Der Workshop hat am ${day(startsAt)} begonnen. Wenn Sie verhindert waren, sagen Sie es bitte der Leitung.`,
  'called-off': () => 'Der Workshop ist abgesagt. Sie brauchen sich nicht abzumelden.',
} satisfies Record<WithdrawRefusal, (facts: RuleFacts) => string>

export const answerRefusal = {
  'not-offered': 'Dieses Angebot ist schon beantwortet.',
  'offer-lapsed':
    'Die Frist für dieses Angebot ist abgelaufen. Solange die Anmeldung offen ist, können Sie sich selbst anmelden.',
  'called-off': 'Der Workshop ist abgesagt. Sie brauchen nicht mehr zu antworten.',
} satisfies Record<AnswerRefusal, string>

/** Why somebody else could not be enrolled. */
export const refusalOf = {
  'called-off': (name) => `${name}: Der Workshop ist abgesagt.`,
  'not-published': (name) => `${name}: Der Kurs ist nicht veröffentlicht.`,
  started: (name) => `${name}: Der Workshop hat schon begonnen.`,
  'not-open-yet': (name) => `${name}: Die Anmeldung ist noch nicht geöffnet.`,
  'deadline-passed': (name) => `${name}: Die Anmeldefrist ist vorbei.`,
  'already-enrolled': (name) => `${name} hat schon einen Platz, ein Angebot oder steht auf der Warteliste.`,
  'no-organisation': (name) => `${name} gehört zurzeit zu keiner Organisation, für die Sie anmelden können.`,
  'is-trainer': (name) => `${name} leitet diesen Workshop.`,
  'not-audience': (name) => `${name} gehört nicht zur Zielgruppe, für die allein dieser Kurs gedacht ist.`,
  'prerequisite-missing': (name) => `${name} hat einen Kurs noch nicht besucht, der vorher nötig ist.`,
  'page-outdated': (name) => `${name}: Bitte versuchen Sie es noch einmal.`,
} satisfies Record<EnrolmentRefusal, (name: string) => string>

/** What happened, as the end of "Am 3. Dezember …". */
export const reason = {
  'seat-free': 'angemeldet, weil ein Platz frei war',
  full: 'auf die Warteliste gekommen, weil alle Plätze belegt waren',
  'others-wait': 'auf die Warteliste gekommen, weil schon andere auf einen Platz warteten',
  quota: 'auf die Warteliste gekommen, weil das Kontingent der Kommune oder Dienststelle ausgeschöpft war',
  'as-substitute': 'als Vertretung benannt worden',
  'enrolled-by-other': 'einen Platz angeboten bekommen, der bis zur Antwort freigehalten wird',
  'approval-needed': 'angemeldet; der Platz wird freigehalten, bis die Kommune oder Dienststelle zustimmt',
  approved: 'die Genehmigung erhalten',
  'approved-by-deputy': 'die Genehmigung erhalten, von der Vertretung',
  'approved-by-silence': 'als genehmigt gewertet, weil bis zur Frist niemand geantwortet hat',
  rejected: 'nicht genehmigt worden',
  'rejected-by-deputy': 'nicht genehmigt worden, von der Vertretung',
  'rejected-by-silence': 'nicht genehmigt, weil bis zur Frist niemand geantwortet hat',
  accepted: 'den angebotenen Platz angenommen',
  declined: 'den angebotenen Platz nicht angenommen',
  'not-answered': 'das Angebot verloren, weil bis zur Frist keine Antwort kam',
  'own-wish': 'selbst abgemeldet',
  'on-request': 'auf eigenen Wunsch abgemeldet',
  'by-organisation': 'auf Wunsch der Kommune oder Dienststelle abgemeldet',
  'by-mistake': 'abgemeldet, weil die Anmeldung ein Versehen war',
  'account-closed': 'abgemeldet, weil das Konto geschlossen wurde',
  rebooked: 'auf einen anderen Termin umgebucht',
  substituted: 'eine Vertretung benannt und den Platz an sie abgegeben',
  'on-duty': 'nach der Abmeldefrist abgesagt: dienstlich verhindert',
  private: 'nach der Abmeldefrist abgesagt: persönlich verhindert',
  other: 'nach der Abmeldefrist abgesagt: anderer Grund',
  'after-withdrawal': 'nachgerückt, weil sich jemand abgemeldet hat',
  'after-decline': 'nachgerückt, weil ein freigehaltener Platz nicht gebraucht wurde',
  'after-lapse': 'nachgerückt, weil die Frist für einen freigehaltenen Platz ablief',
  'after-rejection': 'nachgerückt, weil ein freigehaltener Platz nicht genehmigt wurde',
  'after-more-seats': 'nachgerückt, weil es mehr Plätze gibt',
  'after-quota': 'nachgerückt, weil die Plätze der Kontingente für alle frei wurden',
  'after-missed': 'nachgerückt, weil der erste Termin nicht stattfand und der Workshop später beginnt',
  'room-instead': 'vom Online-Platz in den Raum nachgerückt',
  'online-enough': 'die Warteliste für den Raum verlassen und den Online-Platz behalten',
  'no-longer-hybrid':
    'Platz oder Stelle behalten: Der Workshop findet nicht mehr im Raum und online zugleich statt',
  'fewer-seats':
    'nicht nachgerückt: Die Zahl der Plätze wurde verringert. Erst wenn wieder weniger Plätze vergeben sind, als es gibt, geht es weiter',
  'passed-quota':
    'nicht nachgerückt: Ein Platz wurde frei, aber das Kontingent der Kommune oder Dienststelle war ausgeschöpft',
  'workshop-called-off': 'beendet, weil der Workshop abgesagt wurde',
  'moved-by-merge': 'von einem anderen Termin hierher eingeladen worden, der mit diesem zusammengelegt wurde',
  'workshop-merged': 'beendet, weil der Workshop mit einem anderen Termin zusammengelegt wurde',
  'walk-in': 'ohne Anmeldung gekommen und vor Ort aufgenommen',
  'walk-in-unapproved':
    'ohne Anmeldung und ohne Genehmigung der Kommune oder Dienststelle gekommen; die Koordination hat die Teilnahme eingetragen',
} satisfies Record<EnrolmentReason, string>

export const withdrawReason = {
  'on-request': 'Die Person hat darum gebeten',
  'by-organisation': 'Die Kommune oder Dienststelle hat darum gebeten',
  'by-mistake': 'Die Anmeldung war ein Versehen',
} satisfies Record<WithdrawReason, string>

/** Nothing about health: nobody has to say it, and nobody writes it down. */
export const absenceReason = {
  'on-duty': 'Dienstlich verhindert',
  private: 'Persönlich verhindert',
  other: 'Anderer Grund',
} satisfies Record<AbsenceReason, string>
