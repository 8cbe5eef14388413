import type { FileField, FileRefusal } from '#app/domain/file.ts'
import { formatNumber, formatPercent } from '#app/i18n/format.ts'

const refusal = {
  'no-file': 'Wählen Sie bitte eine Datei aus, die nicht leer ist.',
  'too-large': 'Diese Datei ist zu groß. Verkleinern Sie sie bitte, oder teilen Sie sie auf.',
  'type-not-allowed':
    'Dateien dieser Art werden hier nicht angenommen. Welche es sein dürfen, steht am Feld.',
  'other-type':
    'Der Inhalt dieser Datei passt nicht zu ihrem Namen. Speichern Sie sie bitte noch einmal in der richtigen Art, und laden Sie sie dann hoch.',
  'not-described': 'Bitte beschreiben Sie das Bild in einem Satz, für alle, die es nicht sehen können.',
  'quota-organisation':
    'Ihre Organisation hat ihren Speicherplatz ausgeschöpft. Löschen Sie eine ältere Datei, oder bitten Sie die Koordination um mehr Platz.',
  'quota-installation':
    'Der Speicherplatz für Dateien ist ausgeschöpft. Bitte sagen Sie der Administration Bescheid; sie kann mehr freigeben.',
} satisfies Record<FileRefusal, string>

const kinds = {
  material: 'PDF, Office-Dokumente, Bilder, Film (MP4, WebM), Ton (MP3), Text, CSV oder ZIP',
  video: 'MP4 oder WebM',
  captions: 'WebVTT (.vtt)',
  proof: 'PDF, JPEG oder PNG',
  calendar: 'Kalenderdatei (.ics)',
  questionnaire: 'SurveyJS-JSON (.json)',
} satisfies Record<FileField, string>

export const file = {
  refusal,
  hint: (field: FileField, megabytes: number) =>
    `${kinds[field]}, höchstens ${formatNumber(megabytes, 'de')} MB.`,
  field: 'Datei',
  current: (name: string) => `Bisher: ${name}. Wenn Sie keine neue wählen, bleibt sie.`,
  alternativeText: 'Was ist auf dem Bild zu sehen?',
  alternativeTextHint: 'Nur bei Bildern nötig: ein Satz für alle, die es nicht sehen können.',
  storage: {
    title: 'Dateien',
    area: (used: string, limit: string) => `${used} von ${limit} belegt`,
    lead: 'Hochgeladene Dateien liegen in der Datenbank und gehören so zu jeder Sicherung.',
    fileMegabytes: 'Größe einer Datei höchstens',
    fileMegabytesHint: 'Mehr als 20 MB sind nicht möglich.',
    organisationMegabytes: 'Platz für die Dateien einer Organisation',
    installationMegabytes: 'Platz für alle Dateien zusammen',
    unit: 'MB',
    all: 'Alle Dateien zusammen',
    nearlyFull: (share: number) => `Der Platz für Dateien ist zu ${formatPercent(share, 'de', 0)} belegt.`,
    organisationNearlyFull: (name: string, share: number) =>
      `${name} hat den Platz für eigene Dateien zu ${formatPercent(share, 'de', 0)} belegt.`,
  },
}
