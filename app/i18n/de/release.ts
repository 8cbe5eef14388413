// The released figures of a round, as they are read on the screen.

import {
  formatDateTime,
  formatDay,
  formatNumber,
  formatPercent,
  formatPercentRange,
} from '#app/i18n/format.ts'

const number = (value: number) => formatNumber(value, 'de')

export const release = {
  title: (round: string) => `Ergebnisse: ${round}`,
  lead: (used: number, invited: number) =>
    `${number(used)} von ${number(invited)} Eingeladenen haben geantwortet (${formatPercent(invited === 0 ? 0 : used / invited, 'de')}).`,
  overall: 'Gesamturteil',
  overallChart: 'Verteilung der Antworten',
  satisfied: 'zufrieden oder sehr zufrieden',
  sentence: (satisfied: number, responses: number) =>
    `${number(satisfied)} von ${number(responses)}, die bewertet haben, sind zufrieden oder sehr zufrieden.`,
  inWords: (satisfied: number, responses: number) => `${number(satisfied)} von ${number(responses)}`,
  interval: (low: number, high: number) =>
    `95-%-Konfidenzintervall nach Wilson: ${formatPercentRange(low, high, 'de')}.`,
  intervalAsked: (invited: number, low: number, high: number) =>
    `Auf die ${number(invited)} Eingeladenen bezogen (endliche Grundgesamtheit): ${formatPercentRange(low, high, 'de')}.`,
  bounds: (low: number, high: number) =>
    `Wären alle, die nicht geantwortet haben, unzufrieden oder alle zufrieden, läge der Anteil zwischen ${formatPercentRange(low, high, 'de')}.`,
  noneOf: 'Dazu hat niemand etwas angekreuzt.',
  tooFew: (minimum: number) => `Weniger als ${number(minimum)} Antworten: zum Schutz nicht angezeigt.`,
  fewShort: 'zu wenige Antworten',
  fewHint: 'Bei weniger als zehn Antworten werden nur die Zufriedenen gezählt und keine Verteilung gezeigt.',
  answer: 'Antwort',
  count: 'Anzahl',
  share: 'Anteil',
  topics: 'Nach Themen',
  topicsChart: 'Verteilung der Antworten nach Themen',
  topic: 'Thema',
  responses: 'Bewertungen',
  satisfiedShort: 'davon (sehr) zufrieden',
  noAnswer: 'keine Angabe',
  n: (responses: number) => `n = ${number(responses)}`,
  groups: 'Nach Gruppen',
  group: 'Gruppe',
  turnout: 'Rücklauf',
  turnoutOf: (used: number, invited: number) => `${number(used)} von ${number(invited)}`,
  remarks: 'Anmerkungen',
  remarksLead: 'In zufälliger Reihenfolge, ohne Zusammenhang mit den Bewertungen.',
  noRemarks: 'Dazu wurde nichts angemerkt, oder nichts davon wird gezeigt.',
  remarksOfOthers:
    'Die Anmerkungen lesen nur diejenigen, die vor der ersten Frage genannt waren. Der Lenkungsausschuss war nicht dabei.',
  files: 'Herunterladen',
  filesLead: 'Dieselben Zahlen wie auf dieser Seite, nichts Feineres.',
  fileOf: { csv: 'CSV', ods: 'ODS (LibreOffice, Excel)', json: 'JSON' },
  file: {
    name: 'ergebnisse',
    question: 'Schlüssel',
    wording: 'Frage',
    what: 'Angabe',
    value: 'Wert',
    everybody: 'alle',
    invited: 'eingeladen',
    answered: 'geantwortet',
    remark: 'Anmerkung',
  },
  comparison: {
    title: 'Vergleich mit der Runde davor',
    lead: 'Anteil der Zufriedenen und sehr Zufriedenen. Verglichen wird mit:',
    earlier: (title: string, closesOn: string) => `${title} (bis ${formatDay(closesOn, 'de')})`,
    nothing: 'Damals wurde nichts so gefragt wie heute; die Zahlen lassen sich nicht vergleichen.',
    question: 'Frage',
    before: 'davor',
    now: 'diese Runde',
    difference: 'Unterschied',
    points: (by: string, range: string) => `${by} (${range})`,
    note: 'Unterschied in Prozentpunkten, in Klammern das 95-%-Intervall nach Newcombe. Nur Fragen, die in beiden Runden gleich gestellt waren. Es sind nicht dieselben Personen; niemand wird von Runde zu Runde verfolgt.',
  },
  method: 'Wie diese Zahlen entstanden sind',
  frozen: 'unverändert',
  changed: 'verändert! Diese Zahlen stimmen nicht mehr mit der Freigabe überein.',
  releasedAt: 'Freigegeben',
  releasedBy: (name: string, at: Date) => `${formatDateTime(at, 'de')} von ${name}`,
  figures: 'Zahlen',
  fingerprint: 'Prüfsumme (SHA-256)',
  questionnaire: 'Fragebogen',
  minimum: 'Mindestzahl',
  minimumOf: (minimum: number) => `${number(minimum)} Antworten je gezeigter Zahl`,
  definition:
    'Der Anteil zählt „zufrieden“ und „sehr zufrieden“ unter allen, die die Frage bewertet haben. „Keine Angabe“ und ausgelassene Fragen zählen nicht mit.',
}
