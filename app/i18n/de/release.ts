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
  paperForms: (forms: number) =>
    `${forms === 1 ? 'Dazu wurde ein Papierbogen' : `Dazu wurden ${number(forms)} Papierbögen`} gedruckt. Wie viele zurückkamen, wird nicht gezählt: Ein Bogen wird eine Stimme wie jede andere.`,
  answers: 'Antworten',
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
    `Wären alle, die nicht geantwortet haben, unzufrieden oder alle zufrieden, läge der Anteil bei ${formatPercentRange(low, high, 'de')}.`,
  noneOf: 'Dazu hat niemand etwas angekreuzt.',
  tooFew: (minimum: number) => `Weniger als ${number(minimum)} Antworten: zum Schutz nicht angezeigt.`,
  fewShort: 'zu wenige Antworten',
  fewHint: 'Bei weniger als zehn Antworten werden nur die Zufriedenen gezählt und keine Verteilung gezeigt.',
  answer: 'Antwort',
  count: 'Anzahl',
  share: 'Anteil',
  topicsChart: 'Verteilung der Antworten im Einzelnen',
  topic: 'Thema',
  responses: 'Bewertungen',
  satisfiedShort: 'davon (sehr) zufrieden',
  noAnswer: 'keine Angabe',
  n: (responses: number) => `n = ${number(responses)}`,
  groups: 'Nach Gruppen',
  group: 'Gruppe',
  groupsLead: 'Anteil der Zufriedenen und sehr Zufriedenen.',
  groupsHidden: 'Andere Fragen sind zum Schutz nicht nach Gruppen ausgewiesen.',
  turnout: 'Rücklauf',
  turnoutOf: (used: number, invited: number) => `${number(used)} von ${number(invited)}`,
  counts: {
    number,
    none: 'Dazu hat niemand etwas geantwortet.',
    answered: (responses: number) => `${number(responses)} haben geantwortet.`,
    several: 'Mehrere Antworten waren möglich.',
    middle: (range: string) => `Die mittlere Angabe liegt im Bereich ${range}.`,
    range: (from: number, to: number) => (from === to ? number(from) : `${number(from)} bis ${number(to)}`),
    fewerThan: (minimum: number) => `weniger als ${number(minimum)}`,
    moreThan: (count: number) => `mehr als ${number(count)}`,
    rest: 'übrige Antworten zusammen',
    rare: 'seltenere Antworten, jede',
    notSplit:
      'Wie sich die Antworten verteilen, ist zum Schutz nicht ausgewiesen: Einzelne könnten daran erkennbar sein.',
    hint: (minimum: number) =>
      `Was weniger als ${number(minimum)} geantwortet haben, ist zum Schutz nicht einzeln ausgewiesen; ebenso, woraus es sich errechnen ließe.`,
    onlyIf: (condition: string) => `Gefragt wurde nur, wenn gilt: ${condition}.`,
    older: 'Diese Freigabe ist älter als die Auswertung solcher Fragen und enthält dazu keine Zahlen.',
  },
  remarks: 'Anmerkungen',
  remarksLead: 'In zufälliger Reihenfolge, ohne Zusammenhang mit den Bewertungen.',
  noRemarks: 'Dazu wurde nichts angemerkt, oder nichts davon wird gezeigt.',
  remarksOfOthers:
    'Die Anmerkungen dieser Befragung liest der Lenkungsausschuss nicht, nur Koordination, Personalrat und Datenschutz.',
  files: 'Herunterladen',
  filesLead: 'Dieselben Zahlen wie auf dieser Seite, nichts Feineres.',
  pdf: 'PDF zum Weitergeben',
  document: {
    period: 'Zeitraum',
    invited: 'Eingeladen',
    answered: 'Geantwortet',
    facts: 'Steckbrief der Befragung',
    onlyReleased:
      'Dieses Dokument enthält nur, was freigegeben ist. Wer geantwortet hat und wer nicht, weiß niemand; einzelne Antworten gibt es nach der Auszählung nicht mehr.',
    minimumRule: (minimum: number) =>
      `Eine Zahl steht nur da, wo sie von mindestens ${number(minimum)} Antworten stammt; unter zehn wird keine Verteilung gezeigt. Auch was sich durch Abziehen errechnen ließe, fehlt.`,
    withoutTexts: 'Anmerkungen sind in dieser Fassung nicht enthalten.',
    json: 'Die freigegebenen Zahlen als JSON, mit ihrer Prüfsumme',
    csv: 'Die freigegebenen Zahlen als Tabelle: UTF-8, Semikolon',
  },
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
    paperForms: 'Papierbögen gedruckt',
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
    newLine: 'neue Reihe',
    breaks:
      'Bei „neue Reihe“ wurde damals nicht oder anders gefragt, zum Beispiel mit anderen Antworten. Die Zahlen lassen sich nicht vergleichen; ab dieser Runde beginnt der Vergleich neu.',
    ended: (questions: readonly string[]) =>
      `Damals gefragt und heute nicht mehr, oder anders: ${questions.map((one) => `„${one}“`).join(', ')}. Ihre Reihe endet hier.`,
    /** Without a range where everybody rated both times. */
    points: (by: string, range: string | null) => (range === null ? by : `${by} (${range})`),
    note: 'Unterschied in Prozentpunkten, in Klammern das 95-%-Intervall nach Newcombe; haben beide Male alle geantwortet, gibt es keines. Verglichen wird nur, was in beiden Runden gleich gefragt war; andere Worte bei gleichen Antworten stören nicht. Es sind nicht dieselben Personen; niemand wird von Runde zu Runde verfolgt.',
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
