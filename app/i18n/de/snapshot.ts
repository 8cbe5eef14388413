import type {
  ChainFaultKind,
  CorrectRefusal,
  PrepareRefusal,
  ReleaseRefusal,
  Withheld,
} from '#app/domain/snapshot.ts'
import { formatDay, formatNumber } from '#app/i18n/format.ts'

const prepareRefusal = {
  'cut-off-in-future':
    'Der Stichtag liegt in der Zukunft. Ein Bericht hält fest, was bis zu einem vergangenen Tag war.',
  'cut-off-before-last':
    'Es gibt schon einen Bericht mit einem späteren Stichtag. Berichte folgen aufeinander; wählen Sie einen Tag danach.',
  'cut-off-too-early':
    'Für diesen Tag ist noch nicht festgelegt, was die Kennzahlen zählen. Bitte prüfen Sie das Jahr; der früheste Tag steht am Feld.',
  'released-already':
    'Zu diesem Stichtag ist schon ein Bericht freigegeben. War darin etwas falsch, öffnen Sie ihn unter „Berichte“ und wählen „Bericht berichtigen“. Für neue Zahlen wählen Sie einen späteren Stichtag.',
} satisfies Record<PrepareRefusal, string>

const releaseRefusal = {
  unknown: 'Diesen Bericht gibt es nicht.',
  'own-snapshot':
    'Sie haben diesen Bericht selbst vorbereitet. Freigeben muss ihn ein anderes Mitglied des Ausschusses.',
  changed:
    'Die festgehaltenen Zahlen stimmen nicht mehr mit ihrem Prüfwert überein. Der Bericht wird nicht freigegeben; bitte informieren Sie die Technik.',
  'corrected-already':
    'Eine andere Berichtigung desselben Berichts ist schon freigegeben. Ist auch sie falsch, berichtigt die Koordination diese.',
  superseded:
    'Ein anderer Bericht ist an seine Stelle getreten: Für denselben Stichtag ist ein neuerer vorbereitet, oder für diesen oder einen späteren ist schon einer freigegeben. Bitte sehen Sie in der Liste der Berichte nach.',
  'fewer-readers':
    'Er enthält Anmerkungen, die seit seiner Vorbereitung weniger Menschen lesen sollen. Bitte lassen Sie ihn neu vorbereiten; dann stehen sie nicht mehr darin.',
} satisfies Record<ReleaseRefusal, string>

const correctRefusal = {
  unknown: 'Diesen Bericht gibt es nicht.',
  'not-released':
    'Dieser Bericht ist noch nicht freigegeben. Es gilt noch nichts, was zu berichtigen wäre: Bereiten Sie ihn einfach neu vor.',
  'corrected-already':
    'Dieser Bericht ist schon berichtigt. Ist auch die Berichtigung falsch, öffnen Sie diese und berichtigen Sie sie.',
  changed:
    'Die festgehaltenen Zahlen stimmen nicht mehr mit ihrem Prüfwert überein. Eine Berichtigung würde das verdecken; bitte informieren Sie die Technik.',
  'nothing-to-correct':
    'Neu gezählt ergibt der Stichtag genau dasselbe wie im Bericht. Tragen Sie zuerst nach, was falsch war, zum Beispiel den Tag einer Erklärung.',
} satisfies Record<CorrectRefusal, string>

const fault = {
  'payload-changed': 'Der Inhalt wurde nachträglich verändert.',
  'link-broken': 'Der Bericht passt nicht zu seinem Vorgänger.',
  missing: 'In der Reihe fehlt ein Bericht.',
  'correction-astray': 'Die Berichtigung gehört zu keinem früheren Bericht desselben Stichtags.',
  'definition-changed':
    'Seine Zahlen sind unverändert, aber die Datenbank zählt inzwischen anders, ohne dass es eine neue Fassung gibt.',
} satisfies Record<ChainFaultKind, string>

export const snapshot = {
  prepareRefusal,
  releaseRefusal,
  correctRefusal,
  fault,
  title: 'Berichte',
  lead: 'Jeder Bericht hält die Zahlen eines Stichtags fest. Was freigegeben ist, ändert niemand mehr.',
  report: 'Bericht',
  look: 'Ansehen',
  figures: 'Zahlen',
  figuresOf: (number: number) => `Zahlen von Bericht Nr. ${number}`,
  one: (number: number) => `Bericht Nr. ${number}`,
  cutOff: 'Stichtag',
  stateColumn: 'Stand',
  prepared: 'vorbereitet',
  released: 'freigegeben',
  releasedAt: 'Freigegeben',
  download: 'Herunterladen',
  chart: { download: 'Herunterladen:', png: 'Bild (PNG)', svg: 'Vektorbild (SVG)', csv: 'Tabelle (CSV)' },
  files: {
    xlsx: {
      name: 'Zahlen für Excel (XLSX)',
      use: 'alle Zahlen auf einem Blatt, Erläuterungen auf dem zweiten',
    },
    ods: { name: 'Zahlen für LibreOffice (ODS)', use: 'dasselbe als OpenDocument' },
    csv: { name: 'Zahlen als CSV für Excel', use: 'Semikolon und Dezimalkomma' },
    openCsv: { name: 'Zahlen als CSV für Programme', use: 'Komma, Dezimalpunkt und Schlüssel statt Wörtern' },
    dataPackage: { name: 'Beschreibung dieser Spalten', use: 'Frictionless Data Package' },
    json: { name: 'Zahlen als JSON', use: 'der Datenstand Zeichen für Zeichen, zum Nachprüfen' },
  },
  pdf: 'Bericht als PDF',
  pdfShort: 'PDF',
  pdfOther: 'Report in English (PDF)',
  dashboard: 'Im Überblick ansehen',
  empty:
    'Es gibt noch keinen Bericht. Die Koordination bereitet den ersten vor, sobald ein Stichtag vorbei ist.',
  prepareTitle: 'Neuen Bericht vorbereiten',
  earliest: (on: string) =>
    `Frühestens der ${formatDay(on, 'de')}: Ab dann ist festgelegt, was gezählt wird.`,
  prepareLead:
    'Sie öffnen einen Entwurf, schreiben dazu, was die Zahlen nicht sagen, und halten dann die Zahlen fest. Danach gibt ein Mitglied des Lenkungsausschusses den Bericht frei.',
  dayHasReport: (day: string) =>
    `Der Bericht zum ${day} ist freigegeben. War darin etwas falsch, wählen Sie auf seiner Seite „Bericht berichtigen“. Einen neuen gibt es zu einem späteren Stichtag.`,
  prepare: 'Zahlen festhalten',
  remarksAreIn: 'Sie stehen auch im PDF und im Datenstand (JSON), in keiner anderen Datei.',
  readRemarks: (count: number) =>
    count === 1 ? 'Eine Anmerkung lesen' : `${formatNumber(count, 'de')} Anmerkungen lesen`,
  releaseTitle: 'Bericht freigeben',
  releaseConsequence:
    'Der Bericht gilt danach als Stand des Ausschusses. Alle Mitglieder erhalten eine E-Mail mit dem Link. Das lässt sich nicht zurücknehmen; eine Berichtigung ist ein neuer Bericht.',
  release: 'Bericht freigeben',
  releaseDone: 'Der Bericht ist freigegeben. Die Mitglieder des Ausschusses erhalten eine E-Mail.',
  prepareDone:
    'Die Zahlen sind festgehalten. Nun fehlt die Freigabe durch ein Mitglied des Lenkungsausschusses.',
  waiting: 'Dieser Bericht ist vorbereitet und noch nicht freigegeben. Die Zahlen stehen fest.',
  unchanged: 'Unverändert',
  proof: 'Nachweis',
  proofLead:
    'Aus den Zahlen wird ein Prüfwert berechnet, in den der Prüfwert des Vorgängers eingeht. Wird irgendwo etwas geändert, passt die Kette nicht mehr.',
  sha256: 'Prüfwert (SHA-256)',
  previous: 'Prüfwert des Vorgängers',
  first: 'Dies ist der erste Bericht.',
  version: 'Erstellt mit Lernkreis',
  notHandedOut: {
    changed: (number: number) =>
      `Bericht Nr. ${number} wird nicht ausgegeben: Seine Zahlen wurden nachträglich verändert und passen nicht mehr zu ihrem Prüfwert. Bitte informieren Sie die Technik. Was bekannt ist, steht unter /reports/${number}.`,
    'fewer-readers': (number: number) =>
      `Bericht Nr. ${number} wird nicht ausgegeben: Er ist nicht freigegeben und enthält Anmerkungen, die seit seiner Vorbereitung weniger Menschen lesen sollen. Die Koordination bereitet ihn neu vor; dann stehen sie nicht mehr darin.`,
  } satisfies Record<Withheld, (number: number) => string>,
  superseded: (number: number) => `ersetzt durch Bericht Nr. ${number}`,
  supersededTitle: (number: number) => `An die Stelle dieses Berichts ist Bericht Nr. ${number} getreten.`,
  supersededLead: 'Er wurde nie freigegeben und kann es nicht mehr werden.',
  corrects: (number: number) => `Berichtigung von Bericht Nr. ${number}`,
  correctedBy: (number: number) => `berichtigt durch Bericht Nr. ${number}`,
  correctedTitle: (number: number) => `Dieser Bericht ist berichtigt durch Bericht Nr. ${number}.`,
  correctedLead:
    'Er bleibt hier, wie er freigegeben wurde, und sein PDF ist in jedem Zeichen dasselbe. Es gilt die Berichtigung.',
  correctionOf: (number: number) => `Dieser Bericht berichtigt Bericht Nr. ${number}.`,
  reasonGiven: (reason: string) => `Grund: ${reason}`,
  toOther: (number: number) => `Zu Bericht Nr. ${number}`,
  correction: {
    title: (number: number) => `Bericht Nr. ${number} berichtigen`,
    open: 'Bericht berichtigen',
    lead: 'Ein freigegebener Bericht wird nicht geändert. Stattdessen wird sein Stichtag neu gezählt und als eigener Bericht festgehalten, mit dem Grund. Der alte bleibt nachlesbar.',
    before:
      'Tragen Sie zuerst nach, was falsch oder unvollständig war. Danach halten Sie hier die neuen Zahlen fest.',
    toTexts: 'Texte und Aufbau des Berichts ändern',
    reason: 'Grund der Berichtigung',
    reasonHint:
      'Steht im Bericht und in der Liste, zum Beispiel „Die Erklärung von Musterstadt galt schon ab dem 1. Mai“. Bitte keine Namen von Personen.',
    submit: 'Berichtigung festhalten',
  },
  chainBroken: 'Die Reihe der Berichte ist nicht unverändert',
}
