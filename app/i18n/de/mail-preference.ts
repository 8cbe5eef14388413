import type { Rhythm } from '#app/domain/mail-preference.ts'

const rhythm = {
  'at-once': 'Jede sofort',
  daily: 'Einmal am Tag, morgens um 7 Uhr',
  weekly: 'Einmal in der Woche, montags um 7 Uhr',
} satisfies Record<Rhythm, string>

export const mailPreference = {
  title: 'Meine E-Mails',
  lead: 'Wie oft Sie von uns hören möchten.',
  rhythm,
  change: 'E-Mails einstellen',
  rhythmLabel: 'E-Mails, die warten können',
  rhythmHint:
    'Zusammengefasst kommt alles in einer E-Mail. Sofort kommt immer, was nicht warten kann: Links zum Einloggen, ein freier Platz mit Frist, Nachrücken, Absagen, Änderungen und was in den drei Tagen vor einem Termin geschieht.',
  suggestions: 'Drei Termine, die passen',
  suggestionsHint:
    'Am ersten Arbeitstag im Monat höchstens drei freie Termine für Sie, mit Begründung. Gibt es keine, kommt keine E-Mail.',
  monthly: 'Monatlicher Überblick für Fortbildungsverantwortliche',
  monthlyHint: 'Am ersten Arbeitstag im Monat: wer wohin geht und wer wartet.',
  save: 'E-Mails so einstellen',
  saved: 'Gespeichert. Das gilt ab sofort.',
  forWhom: (name: string) => `Für ${name}`,
  byLinkLead: 'Dafür brauchen Sie sich nicht einzuloggen.',
  gone: 'Dieser Link gilt nicht',
  goneText:
    'Er ist unvollständig, oder der Zugang besteht nicht mehr. Einstellen können Sie Ihre E-Mails auch unter „Meine Daten“.',
  toProfile: 'Zu „Meine Daten“',
}
