// The pages of passports and of their versions, and the form for a new one.

import type { PassportRefusal } from '#app/domain/passport-version.ts'
import { formatDay, formatNumber } from '#app/i18n/format.ts'

const number = (value: number) => formatNumber(value, 'de')
const day = (text: string) => formatDay(text, 'de')

const refusal = {
  'changed-meanwhile':
    'Inzwischen hat jemand anderes eine neue Fassung eingetragen. Sie steht oben; Ihre Angaben sind noch da.',
  unchanged:
    'Gegenüber der letzten Fassung ist nichts geändert. Eine neue Fassung unterbricht die Linie der Werte; deshalb entsteht sie nur, wenn sich etwas ändert.',
  'too-early':
    'Die neue Fassung muss nach dem letzten Stichtag und nach dem Beginn der vorigen Fassung beginnen: Ein Bericht sagt, was an seinem Tag galt. Der früheste Tag steht am Feld „Gültig ab“.',
  'too-late':
    'Eine Fassung beginnt höchstens ein Jahr im Voraus: Jede weitere muss nach ihr beginnen. Der späteste Tag steht am Feld „Gültig ab“.',
  'resolution-missing': 'Bitte nennen Sie den Beschluss des Lenkungsausschusses, zum Beispiel „LA 2026/05“.',
} satisfies Record<PassportRefusal, string>

export const passportVersion = {
  refusal,
  title: 'Steckbriefe',
  lead: 'Was jede Kennzahl bedeutet: was gezählt wird, wovon, auf wessen Wort und was sie nicht sagt. Steckbriefe werden nie geändert; es gilt die neueste Fassung, und alle früheren bleiben nachlesbar.',
  indicators: 'Die beiden Indikatoren der Strategie',
  accompanying: 'Begleitende Kennzahlen',
  figure: 'Kennzahl',
  version: 'Fassung',
  validFrom: 'Gültig ab',
  kind: 'Art',
  upcoming: (version: number, from: string) => `Fassung ${number(version)} gilt ab ${day(from)}.`,
  book: (report: number) => `Alle Steckbriefe als PDF (Bericht Nr. ${number(report)})`,
  noBook: 'Als PDF gibt es die Steckbriefe, sobald ein Bericht vorbereitet ist.',
  toOne: 'Ganzer Steckbrief mit allen Fassungen',
  toOneOf: (name: string) => `Ganzer Steckbrief mit allen Fassungen: ${name}`,

  one: (title: string) => `Steckbrief: ${title}`,
  holds: (version: number, from: string) => `Es gilt Fassung ${number(version)} seit dem ${day(from)}.`,
  content: 'Was gilt',
  versions: 'Alle Fassungen',
  versionTitle: (version: number) => `Fassung ${number(version)}`,
  state: {
    'in-force': 'gilt',
    upcoming: 'gilt noch nicht',
    replaced: 'abgelöst',
  },
  since: (from: string) => `gültig ab ${day(from)}`,
  between: (from: string, until: string) => `galt vom ${day(from)} bis ${day(until)}`,
  first: 'Die erste Fassung. Sie kam mit dem Produkt.',
  reason: 'Was und warum geändert wurde',
  resolution: 'Beschluss',
  withoutResolution: 'Festlegung der Koordinierungsstelle',
  recordedAt: 'Eingetragen am',
  shipped: 'von der Entwicklung, mit einer neuen Ausgabe des Produkts',
  differences: (version: number) => `Was in Fassung ${number(version)} anders ist als davor`,
  onlyCount:
    'Am Text ist nichts geändert; geändert wurde die Zählung in der Datenbank. Ihr Wortlaut steht unten.',
  part: 'Angabe',
  before: 'Bisher',
  now: 'Neu',
  german: 'deutsch',
  english: 'englisch',
  nothing: 'keine Angabe',
  reports: 'Berichte mit dieser Fassung',
  noReports: 'Noch kein freigegebener Bericht zählt nach dieser Fassung.',
  countState: {
    same: 'Zählung heute unverändert',
    changed: 'wird heute anders gezählt',
    unrecorded: 'Prüfwert nicht festgehalten',
    gone: 'Funktion gibt es nicht mehr',
    released: 'aus Freigaben gelesen',
  },
  whole: (version: number) => `Fassung ${number(version)} im Wortlaut`,
  counting: 'Wie die Datenbank zählt',
  countingLead:
    'Der Wortlaut der Funktionen, wie die Datenbank sie heute ausführt. Ihn ändert nur die Entwicklung, mit einer neuen Fassung.',
  next: 'Mehr dazu',
  toEvidence: 'Nachweis der Zahl von heute',
  toTargets: 'Phasen und Zielwerte',

  add: 'Neue Fassung eintragen',
  addTo: (title: string) => `Neue Fassung: ${title}`,
  follows: (version: number, from: string) =>
    `Sie folgt auf Fassung ${number(version)}, gültig ab ${day(from)}.`,
  committeeAdds: 'Eine neue Fassung trägt ein Mitglied des Lenkungsausschusses ein, mit dem Beschluss.',
  officeAdds: 'Eine neue Fassung trägt die Koordination ein.',
  saved: 'Die neue Fassung ist eingetragen.',
  consequenceTitle: 'Was eine neue Fassung bewirkt',
  consequences: [
    'Vom ersten Tag an gilt sie für Kennzahlen und Berichte. Frühere Berichte bleiben, wie sie sind.',
    'Die Linie der Werte bricht an diesem Tag, und über ihn hinweg wird nicht verglichen.',
    'Sie lässt sich weder ändern noch löschen. Einen Fehler berichtigt eine weitere Fassung.',
    'Gezählt wird wie bisher: Die neuen Worte müssen beschreiben, was die Datenbank zählt.',
  ],
  fixedTitle: 'Was hier nicht geändert werden kann',
  fixed:
    'Kennung, Art, Einheit, Zeitraum, Richtung, Mindestzahl, Nachkommastellen, die Funktion der Datenbank und der Wortlaut der Strategie. Dafür braucht es die Entwicklung: Mit ihnen ändert sich, was gezählt oder wie es gedruckt wird. Ebenso Angaben, die dieser Steckbrief nicht hat.',
  frequencyElsewhere: 'Wie oft gemessen wird, beschließt der Lenkungsausschuss unter „Lesart und Rhythmus“.',
  toRulings: 'Lesart und Rhythmus',
  inGerman: (part: string) => `${part} (deutsch)`,
  inEnglish: (part: string) => `${part} (englisch)`,
  every: 'Abstand der Messungen',
  months: 'Monate',
  decision: 'Ab wann und warum',
  validFromHint: (earliest: string, last: string) =>
    `Frühestens ${day(earliest)}, nach dem letzten Stichtag und nach der vorigen Fassung; spätestens ${day(last)}.`,
  reasonHint: 'Ein, zwei Sätze. Sie stehen im nächsten Bericht; bitte ohne Namen von Personen.',
  resolutionHint: 'Fundstelle, zum Beispiel „LA 2026/05“.',
  save: 'Fassung eintragen',
}
