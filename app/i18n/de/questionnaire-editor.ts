import type { ChangeKind } from '#app/domain/questionnaire-change.ts'
import type { QuestionnaireKind } from '#app/domain/questionnaire.ts'
import { dayOf } from '#app/domain/calendar.ts'
import { formatDateTime, formatDay } from '#app/i18n/format.ts'

const kind = {
  workshop: 'Rückmeldung nach einem Workshop',
  transfer: 'Nutzen einige Wochen nach einem Workshop',
  'competence-centre': 'Bewertung der IT-Kompetenzstelle',
  needs: 'Bedarf',
  free: 'Freie Befragung',
} satisfies Record<QuestionnaireKind, string>

const change = {
  identical: 'Nichts hat sich geändert.',
  wording: 'Nur Worte oder die Reihenfolge haben sich geändert. Alle Vergleiche mit früher gehen weiter.',
  added: 'Es kommen Fragen hinzu. Alle Vergleiche mit früher gehen weiter.',
  incompatible: 'Fragen entfallen oder werden zu anderen. Für sie endet der Vergleich mit früher sichtbar.',
} satisfies Record<ChangeKind, string>

export const questionnaireEditor = {
  kind,
  change,
  list: {
    title: 'Fragebögen',
    lead: 'Was in Befragungen gefragt wird. Eine veröffentlichte Fassung ändert sich nie; Änderungen ergeben eine neue.',
    add: 'Fragebogen anlegen',
    caption: 'Alle Fragebögen',
    name: 'Fragebogen',
    use: 'Wofür',
    state: 'Stand',
    version: (count: number, on: Date) => `Fassung ${count} vom ${formatDay(dayOf(on), 'de')}`,
    none: 'Noch nichts veröffentlicht',
    draft: 'Entwurf',
    retired: 'Zurückgezogen',
  },
  add: {
    title: 'Fragebogen anlegen',
    lead: 'Beginnen Sie mit einer Frage, die Sie danach ändern, oder übernehmen Sie einen vorhandenen Fragebogen (SurveyJS-JSON) als Datei oder als Text.',
    name: 'Titel',
    kind: 'Wofür',
    file: 'Vorhandener Fragebogen als Datei',
    fileHint: (kilobytes: number) =>
      `SurveyJS-JSON (.json), höchstens ${kilobytes} KB. Lassen Sie beides frei, um leer zu beginnen.`,
    json: 'Oder sein JSON als Text',
    jsonHint: 'Gilt nur, wenn Sie keine Datei wählen.',
    fileRefusal: {
      'not-utf8':
        'Die Umlaute dieser Datei sind nicht lesbar. Speichern Sie sie bitte in der Kodierung UTF-8, und laden Sie sie noch einmal hoch.',
    },
    save: 'Entwurf anlegen',
    firstSection: 'Ihre Meinung',
    firstQuestion: 'Wie zufrieden sind Sie insgesamt?',
  },
  show: {
    questions: 'Fragen',
    versions: 'Fassungen',
    version: 'Fassung',
    published: 'Veröffentlicht',
    fingerprint: 'Prüfsumme',
    state: 'Stand',
    current: 'Aktuell',
    retiredVersion: 'Abgelöst',
    export: 'Als JSON laden',
    exportOf: (number: number) => `Fassung ${number} als JSON laden`,
    draft: 'Entwurf der nächsten Fassung',
    firstDraft: 'Entwurf',
    startDraft: 'Neue Fassung entwerfen',
    edit: 'Entwurf bearbeiten',
    publish: 'Entwurf veröffentlichen',
    publishHint:
      'Neue Befragungen nehmen dann diese Fassung. Geplante und laufende behalten ihre. Eine veröffentlichte Fassung kann niemand mehr ändern.',
    discard: 'Entwurf verwerfen',
    discardHint: 'Was im Entwurf steht, ist danach verloren.',
    retire: 'Zurückziehen',
    retireHint: 'Neue Befragungen können ihn dann nicht mehr wählen. Ergebnisse bleiben.',
    restore: 'Wieder verwenden',
    added: 'Neu',
    removed: 'Entfällt',
    changed: 'Geändert, bei gleichem Schlüssel',
    reworded: 'Anders formuliert',
    changes: 'Was sich gegenüber der aktuellen Fassung ändert',
    newKey:
      'Eine andere Frage braucht einen neuen Schlüssel: Bitte ändern Sie ihn bei den geänderten Fragen.',
    missing: (places: readonly string[]) => `Englisch fehlt noch: ${places.join(', ')}.`,
    done: {
      publish: 'Die neue Fassung ist veröffentlicht.',
      retire: 'Der Fragebogen ist zurückgezogen.',
      restore: 'Der Fragebogen steht wieder zur Wahl.',
    },
  },
  edit: {
    title: 'Entwurf bearbeiten',
    lead: 'Jeder Schritt wird gleich gespeichert. Veröffentlicht wird erst auf der Seite des Fragebogens.',
    outline: 'Abschnitte und Fragen',
    empty: 'Noch keine Frage',
    texts: 'Titel und Einleitung',
    german: 'Deutsch',
    english: 'Englisch',
    name: 'Titel',
    introduction: 'Einleitung',
    section: 'Abschnitt',
    addSection: 'Abschnitt hinzufügen',
    addTo: (section: string) => `In „${section}“ hinzufügen`,
    change: 'Ändern',
    changeOf: (what: string) => `„${what}“ ändern`,
    up: 'Nach oben',
    upOf: (what: string) => `„${what}“ nach oben`,
    down: 'Nach unten',
    downOf: (what: string) => `„${what}“ nach unten`,
    remove: 'Entfernen',
    removeOf: (what: string) => `„${what}“ entfernen`,
    order: 'Reihenfolge',
    key: 'Schlüssel',
    keyHint:
      'Unter diesem Wort stehen die Ergebnisse: Kleinbuchstaben, Ziffern und Unterstriche. Wird die Frage eine andere, braucht sie einen neuen.',
    question: 'Frage',
    hint: 'Hinweis zur Frage',
    passage: 'Text mit p, br, strong, em, ul, ol und li',
    choices: 'Antworten',
    rows: 'Themen',
    linesHint: 'Eine je Zeile: schluessel | Deutsch | Englisch',
    min: 'Kleinste Zahl',
    max: 'Größte Zahl',
    maxLength: 'Höchstens so viele Zeichen',
    onlyIf: 'Nur fragen, wenn',
    always: 'Immer fragen',
    save: 'Speichern',
    preview: 'Vorschau',
    previewOf: { de: 'Auf Deutsch', en: 'Auf Englisch' },
    previewHint: 'So sieht der Fragebogen aus. Was Sie hier ankreuzen, wird nicht gespeichert.',
    loading: 'Die Vorschau wird geladen …',
    json: 'Als JSON bearbeiten',
    jsonHint: 'Für alles, was die Formulare nicht können. Es gelten dieselben Regeln.',
    stepWaits: (name: string | null, at: Date | null) =>
      `${at ? `${name ?? 'Jemand'} hat am ${formatDateTime(at, 'de')} gespeichert. ` : ''}Verschoben oder entfernt wurde noch nichts: Unten steht der neue Stand. Wenn der Schritt noch passt, wählen Sie ihn bitte noch einmal.`,
    finding: (path: string, sentence: string) => (path ? `${path}: ${sentence}` : sentence),
    kinds: {
      scale: 'Zufriedenheit (Skala)',
      single: 'Eine Antwort',
      several: 'Mehrere Antworten',
      matrix: 'Mehrere Themen auf der Skala',
      'yes-no': 'Ja oder nein',
      number: 'Zahl',
      line: 'Kurzer Text',
      lines: 'Langer Text',
      passage: 'Text dazwischen',
    },
  },
  refusal: {
    'not-found': 'Diesen Entwurf gibt es nicht mehr. Er wurde veröffentlicht oder verworfen.',
    'changed-meanwhile':
      'Inzwischen hat jemand anders den Entwurf geändert. Ihre Eingaben stehen noch im Formular, darunter steht der neue Stand: Bitte prüfen und noch einmal speichern.',
    'part-gone':
      'Was Sie bearbeiten, hat inzwischen jemand anders entfernt oder ersetzt. Ihre Eingaben stehen noch im Formular: Wenn Sie speichern, kommt es neu hinzu.',
    'already-published':
      'Genau diese Fassung ist schon veröffentlicht. Ändern Sie etwas am Entwurf, zum Beispiel ein Wort im Titel.',
    'key-reused':
      'Ein Schlüssel gehört in einer früheren Fassung zu einer anderen Frage. Bitte geben Sie der geänderten Frage einen neuen Schlüssel.',
    retired: 'Der Fragebogen ist zurückgezogen. Verwenden Sie ihn erst wieder.',
    'still-needed': 'Diesen Fragebogen verschickt Lernkreis von selbst; er kann nicht zurückgezogen werden.',
    incomplete: 'Der Entwurf ist noch nicht vollständig. Was fehlt, steht unten.',
    'no-overall':
      'Für die Bewertung der IT-Kompetenzstelle braucht der Erfolgsindikator eine Frage mit dem Schlüssel „overall“ auf der Skala.',
    'overall-under-condition':
      'Die Frage „overall“ misst den Erfolgsindikator und geht deshalb an alle. Bitte nehmen Sie ihre Bedingung heraus.',
    'overall-in-other-words':
      'Der Erfolgsindikator zählt, wer „zufrieden“ oder „sehr zufrieden“ wählt. Bitte lassen Sie der Frage „overall“ die Antworten der Skala, von „sehr zufrieden“ bis „keine Angabe“.',
  },
}
