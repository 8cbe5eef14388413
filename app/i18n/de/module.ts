import type { ModuleRefusal, PageKind } from '#app/domain/module.ts'

const kind = {
  text: 'Text',
  video: 'Film',
  file: 'Datei oder Bild',
  link: 'Link in ein anderes Lernsystem',
  quiz: 'Quiz',
} satisfies Record<PageKind, string>

const refusal = {
  'changed-meanwhile':
    'Jemand hat das geändert, während Sie daran gearbeitet haben. Ihre Eingaben stehen noch hier. Speichern Sie noch einmal, gilt Ihre Fassung; eine Datei wählen Sie bitte noch einmal aus.',
} satisfies Record<ModuleRefusal, string>

export const module = {
  kind,
  refusal,
  list: {
    title: 'Inhalte zum Selbstlernen',
    manage: 'Inhalte bearbeiten',
    lead: 'Ein Modul besteht aus Seiten, die man nacheinander durcharbeitet: Texte, Filme, Dateien, Links und Quiz.',
    none: 'Noch gibt es keine Module. Legen Sie das erste an.',
    noPages: 'Noch ohne Seiten.',
    add: 'Modul anlegen',
    addPage: 'Seite hinzufügen',
    addPageOf: (kindName: string) => `${kindName} hinzufügen`,
    page: 'Seite',
    kind: 'Art',
    notReady: 'noch ohne Fragen, für Lernende unsichtbar',
    edit: 'Modul bearbeiten',
    preview: 'Ansehen',
  },
  edit: {
    add: 'Modul anlegen',
    change: 'Modul bearbeiten',
    name: 'Titel',
    summary: 'Worum geht es?',
    remove: 'Modul löschen',
    removeTitle: 'Modul löschen?',
    removeConsequence:
      'Das Modul verschwindet mit allen Seiten, Dateien und Quiz. Wer es schon durchgearbeitet hat, verliert den Fortschritt darin; abgeschlossene Kurse bleiben abgeschlossen.',
  },
  page: {
    add: (kindName: string) => `Neue Seite: ${kindName}`,
    change: 'Seite bearbeiten',
    name: 'Titel',
    body: 'Text',
    bodyHint:
      'Mit Markdown: # für eine Überschrift, ein Strich am Anfang der Zeile für einen Punkt einer Liste.',
    url: 'Link',
    urlHint: 'Zum Beispiel ein Kurs in ILIAS, OPAL oder KommunalCampus: https://…',
    captions: 'Untertitel',
    captionsHint: 'Für alle, die den Ton nicht hören können oder wollen.',
    passPercent: 'Bestanden ab',
    percent: 'Prozent',
    attempts: 'Versuche am Tag',
    attemptsHint: 'Leer lassen, wenn man es beliebig oft versuchen darf.',
    questions: 'Fragen bearbeiten',
    saveAndAsk: 'Speichern, dann Fragen schreiben',
    remove: 'Seite löschen',
    removeTitle: 'Seite löschen?',
    removeConsequence:
      'Die Seite verschwindet mit ihrer Datei oder ihren Fragen. Wer sie schon erledigt hat, verliert nur diesen Schritt.',
  },
  quiz: {
    title: 'Fragen des Quiz',
    lead: 'Was richtig ist, bleibt auf dem Server: Lernende erfahren es erst, wenn sie bestanden haben.',
    none: 'Noch gibt es keine Frage. Das Quiz erscheint, sobald die erste gespeichert ist.',
    add: 'Frage hinzufügen',
    kind: {
      radiogroup: 'Eine Antwort ist richtig',
      checkbox: 'Mehrere Antworten sind richtig',
      boolean: 'Ja oder nein',
      text: 'Ein kurzer Text',
      rating: 'Eine Zahl aus einer Reihe',
    },
    question: 'Frage',
    explanation: 'Erläuterung',
    explanationHint: 'Wird nach dem Antworten gezeigt, ob richtig oder falsch.',
    choice: (nth: number) => `Antwort ${nth}`,
    right: (nth: number) => `Antwort ${nth} ist richtig`,
    rightBoolean: 'Was ist richtig?',
    rightText: 'Richtige Antwort',
    rightTextHint: 'Groß- und Kleinschreibung und Leerzeichen zählen nicht.',
    shuffle: 'Antworten in wechselnder Reihenfolge zeigen',
    save: 'Frage speichern',
    remove: (title: string) => `Frage löschen: ${title}`,
    removeShort: 'Löschen',
    change: 'Ändern',
    changeOf: (title: string) => `Frage ändern: ${title}`,
    twoChoices: 'Bitte geben Sie mindestens zwei Antworten an.',
    markOne: 'Bitte kreuzen Sie genau eine Antwort als richtig an.',
    markSome: 'Bitte kreuzen Sie mindestens eine Antwort als richtig an.',
    json: 'Als JSON bearbeiten',
    jsonLead:
      'Das ganze Quiz als Definition für SurveyJS. Beim Speichern wird sie ebenso geprüft wie Fragebögen.',
    jsonField: 'Definition',
    jsonSave: 'Definition speichern',
    finding: (path: string, sentence: string) => (path ? `${path}: ${sentence}` : sentence),
    toPage: 'Zur Seite',
  },
}
