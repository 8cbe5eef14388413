import type { DoneBy, LearningRefusal } from '#app/domain/learning.ts'
import { formatDateTime, formatNumber } from '#app/i18n/format.ts'

const number = (value: number) => formatNumber(value, 'de')

const refusal = {
  'not-begun': 'Sie haben diesen Kurs noch nicht begonnen. Mit einem Klick auf „Kurs beginnen“ geht es los.',
  'not-all-done':
    'Abschließen lässt sich der Kurs, wenn alle Seiten erledigt sind. „Weiterlernen“ führt zur nächsten.',
  'attempts-count':
    'In einem Test dieses Kurses zählt noch ein Versuch. Einen Tag nach dem letzten Versuch können Sie Ihren Fortschritt löschen.',
  'no-attempt-left': 'Für heute sind alle Versuche genutzt. Lesen Sie die Erläuterungen noch einmal in Ruhe.',
  'quiz-not-passed': 'Diese Seite ist erledigt, sobald das Quiz bestanden ist.',
} satisfies Record<LearningRefusal, string>

const doneBy = {
  attended: 'teilgenommen',
  completed: 'selbst gelernt',
  proof: 'mit Nachweis',
} satisfies Record<DoneBy, string>

export const learning = {
  refusal,
  doneBy,
  own: 'Ihren Fortschritt und Ihre Antworten sehen nur Sie. Erst wenn Sie den Kurs abschließen, wird festgehalten, dass Sie ihn abgeschlossen haben, für Ihre eigene Übersicht, für Lernpfade und als Voraussetzung anderer Kurse.',
  progress: (done: number, total: number) =>
    total === 0
      ? 'Noch gibt es hier keine Seiten.'
      : done === 0
        ? `${total === 1 ? 'Eine Seite' : `${number(total)} Seiten`}`
        : `${number(done)} von ${number(total)} Seiten erledigt`,
  course: {
    tab: 'Lernen',
    start: 'Kurs beginnen',
    goOn: 'Weiterlernen',
    complete: 'Kurs abschließen',
    allDone: 'Sie haben alle Seiten erledigt.',
    completed: (at: Date) => `Abgeschlossen am ${formatDateTime(at, 'de')}.`,
    empty: 'Zu diesem Kurs gibt es noch keine Inhalte zum Selbstlernen. Schauen Sie später wieder vorbei.',
    signIn: 'Zum Lernen einloggen',
    anyTime: 'Jederzeit: Sie bestimmen, wann und wie schnell.',
    title: 'Selbst lernen',
    toCourse: 'Zum Kurs',
    done: 'erledigt',
    open: 'offen',
    here: 'hier geht es weiter',
    forget: 'Fortschritt löschen',
    forgetTitle: 'Ihren Fortschritt löschen?',
    forgetConsequence:
      'Alles, was Sie in diesem Kurs erledigt und beantwortet haben, wird gelöscht, auch ein Abschluss. Das lässt sich nicht rückgängig machen.',
    preview: 'Vorschau: Sie haben diesen Kurs nicht begonnen, es wird nichts festgehalten.',
  },
  page: {
    of: (nth: number, total: number) => `Seite ${number(nth)} von ${number(total)}`,
    next: 'Erledigt, weiter',
    goOn: 'Weiter',
    finish: 'Erledigt, zur Übersicht',
    back: 'Zurück',
    overview: 'Zur Übersicht',
    isDone: 'Diese Seite haben Sie erledigt.',
    openFile: (name: string, size: string) => `${name} herunterladen (${size})`,
    toLink: 'Zum Lernangebot',
    linkHint:
      'Der Link führt in ein anderes System. Kommen Sie danach hierher zurück, und haken Sie die Seite ab.',
    captions: 'Untertitel',
    noVideo: 'Ihr Browser kann diesen Film nicht abspielen.',
    download: 'Film herunterladen',
  },
  quiz: {
    rule: (percent: number, attempts: number | null) =>
      [
        `Bestanden ist das Quiz ab ${number(percent)} Prozent richtiger Antworten.`,
        attempts === null
          ? 'Sie können es so oft versuchen, wie Sie möchten.'
          : attempts === 1
            ? 'Sie haben einen Versuch am Tag.'
            : `Sie haben ${number(attempts)} Versuche am Tag.`,
      ].join(' '),
    send: 'Antworten prüfen',
    yes: 'Ja',
    no: 'Nein',
    passed: (points: number, outOf: number) => `Bestanden: ${number(points)} von ${number(outOf)} richtig`,
    failed: (points: number, outOf: number) =>
      `Noch nicht bestanden: ${number(points)} von ${number(outOf)} richtig`,
    again: 'Noch einmal versuchen',
    nextAt: (at: Date) =>
      `Für heute sind alle Versuche genutzt. Der nächste ist ab ${formatDateTime(at, 'de')} möglich.`,
    right: 'Richtig',
    wrong: 'Nicht richtig',
    given: 'Ihre Antwort',
    nothing: 'keine',
    solution: 'Richtig ist',
    explanation: 'Erläuterung',
    review: 'Ihre Antworten',
  },
  mine: {
    title: 'Mein Lernen',
    lead: 'Was Sie gerade lernen, was Sie abgeschlossen haben, und was Sie anderswo gelernt haben.',
    current: 'Weiterlernen',
    nothingCurrent: 'Sie lernen gerade keinen Kurs selbst.',
    find: 'Kurse zum Selbstlernen',
    completed: 'Abgeschlossen',
    on: 'Am',
    paths: 'Lernpfade',
  },
}
