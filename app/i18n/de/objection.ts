import type { DecideRefusal, ObjectionRefusal } from '#app/domain/objection.ts'
import { formatShortDay } from '#app/i18n/format.ts'
import { dayOf } from '#app/domain/calendar.ts'

const day = (instant: Date) => formatShortDay(dayOf(instant), 'de')

const refusal = {
  'not-recorded': 'Zu diesem Termin ist noch nichts eingetragen. Es gibt nichts zu berichtigen.',
  'too-late':
    'Das geht nur bis 14 Tage nach dem Termin. Wenden Sie sich bitte an die Koordination, sie kann noch berichtigen.',
  'already-open': 'Zu diesem Termin liegt schon ein Einwand von Ihnen vor. Die Antwort kommt per E-Mail.',
  'nothing-else': 'Genau das ist eingetragen. Es gibt nichts zu berichtigen.',
  'units-wrong':
    'Bei „teilweise“ gehört dazu, wie viele Unterrichtseinheiten es waren, mindestens eine und nicht alle.',
  'page-outdated': 'Diese Seite war nicht mehr aktuell. Bitte öffnen Sie Ihre Anmeldung noch einmal.',
} satisfies Record<ObjectionRefusal, string>

const decideRefusal = {
  'already-decided': 'Darüber ist schon entschieden.',
  'not-enrolled':
    'Die Person ist nicht mehr angemeldet; das lässt sich nicht mehr berichtigen. Sie können den Einwand ablehnen und das schreiben.',
  'units-wrong':
    'Die Zahl der Einheiten passt nicht mehr zum Termin. Berichtigen Sie bitte in der Liste und schreiben Sie das in die Antwort.',
} satisfies Record<DecideRefusal, string>

export const objection = {
  refusal,
  decideRefusal,
  title: 'Das stimmt nicht',
  lead: 'Sagen Sie, was richtig ist. Wer den Workshop leitet, prüft es und antwortet Ihnen per E-Mail.',
  recorded: 'Eingetragen ist',
  claimed: 'Richtig ist',
  meeting: 'Termin',
  units: 'Bei „teilweise“: wie viele Einheiten?',
  note: 'Was sollte man dazu wissen?',
  noteHint: 'Zum Beispiel: „Ich kam um 9:30 Uhr und blieb bis zum Schluss.“ Bitte nichts über Krankheiten.',
  send: 'Einwand senden',
  sent: 'Ihr Einwand ist angekommen.',
  sentText: 'Sie erhalten eine E-Mail, sobald darüber entschieden ist.',
  openUntil: (until: Date) => `Einen Einwand können Sie bis ${day(until)} senden.`,
  waits: 'Ihr Einwand wird geprüft.',
  waitsOf: 'Ein Einwand wartet auf Antwort.',
  accepted: 'Auf Ihren Einwand berichtigt.',
  declined: (answer: string) => `Ihr Einwand wurde nicht angenommen: ${answer}`,
  decide: {
    title: (name: string) => `Einwand von ${name}`,
    accept: 'Stimmt, berichtigen',
    acceptText: (record: string) => `Die Liste sagt dann: ${record}. Die Person erhält eine E-Mail.`,
    decline: 'Nicht annehmen',
    answer: 'Antwort an die Person',
    answerHint: 'Wenn Sie nicht annehmen, bitte mit dem Grund.',
    answerMissing: 'Bitte schreiben Sie, warum Sie den Einwand nicht annehmen.',
    done: 'Erledigt. Die Person erhält eine E-Mail.',
    note: 'Die Person schreibt',
    noNote: 'nichts weiter',
    raised: 'Gesendet am',
    decided: { accepted: 'Angenommen und berichtigt', declined: 'Nicht angenommen' },
  },
}
