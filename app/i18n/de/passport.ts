// The passport of a figure, and the book of all of them.

import type { Direction } from '#app/domain/passport.ts'
import type { PassportPart } from '#app/domain/passport-version.ts'
import { formatDay, formatList, formatNumber } from '#app/i18n/format.ts'

const number = (value: number) => formatNumber(value, 'de')
const day = (text: string) => formatDay(text, 'de')

const direction = {
  higher: 'mehr ist besser',
  lower: 'weniger ist besser',
  neither: 'weder mehr noch weniger ist an sich besser',
} satisfies Record<Direction, string>

/** What of a passport was changed. */
const part = {
  title: 'Titel',
  paper: 'Wortlaut der Strategie',
  definition: 'Definition',
  numerator: 'Zähler',
  denominator: 'Nenner',
  kind: 'Art',
  unit: 'Einheit',
  decimals: 'Nachkommastellen',
  months: 'Zeitraum',
  direction: 'Richtung',
  minimum: 'Mindestzahl',
  fullCount: 'Unsicherheit',
  coverage: 'Grundlage',
  leftOut: 'Nicht enthalten',
  source: 'Quelle',
  frequency: 'Häufigkeit',
  responsible: 'Verantwortlich',
  limits: 'Grenzen',
  sqlObject: 'Funktion der Datenbank',
} satisfies Record<PassportPart, string>

export const passport = {
  direction,
  part,
  versions: 'Fassungen, die neueste zuerst:',
  changedParts: (parts: readonly PassportPart[]) =>
    parts.length === 0
      ? 'Geändert: die Zählung in der Datenbank.'
      : `Geändert: ${formatList(
          parts.map((one) => part[one]),
          'de',
        )}.`,
  because: (reason: string) => `Grund: ${reason}`,
  resolvedIn: (resolution: string) => `Beschluss: ${resolution}.`,
  book: 'Steckbriefe der Kennzahlen',
  bookOf: (cutOff: string) => `Steckbriefe der Kennzahlen zum Stichtag ${day(cutOff)}`,
  lead:
    'Was gezählt wird, wovon, auf wessen Wort, und was die Zahl nicht sagt. Die Fassungen sind die des Berichts; eine ' +
    'neue Fassung ersetzt keine alte, und über den Tag ihres Wechsels hinweg wird nicht verglichen.',
  indicators: 'Die beiden Indikatoren der Strategie',
  caption: (title: string) => `Steckbrief: ${title}`,
  key: 'Kennung',
  paper: 'Wortlaut der Strategie',
  definition: 'Definition',
  numerator: 'Zähler',
  denominator: 'Nenner',
  unit: 'Art',
  kind: {
    share: 'Anteil in Prozent',
    count: 'Anzahl',
    sum: 'Summe',
    median: 'Median (die Hälfte liegt darunter, die Hälfte darüber)',
  },
  months: (count: number) =>
    count === 0
      ? 'am Stichtag'
      : count === 1
        ? 'über einen Monat'
        : `über ${number(count)} Monate bis zum Stichtag`,
  minimum: 'Mindestzahl',
  minimumOf: (count: number) => `Unter ${number(count)} gibt es keinen Wert.`,
  directionLabel: 'Richtung',
  uncertainty: 'Unsicherheit',
  fullCount: 'Vollständig gezählt: Ein Unterschied ist eine Tatsache.',
  estimated: '95-%-Intervall; eine Veränderung heißt nur so, wenn ihr Intervall die Null nicht enthält.',
  coverage: 'Grundlage',
  source: 'Quelle',
  frequency: 'Häufigkeit',
  everyMonths: (months: number | null) =>
    months === null ? 'noch nicht beschlossen' : months === 1 ? 'monatlich' : `alle ${number(months)} Monate`,
  responsible: 'Verantwortlich',
  limits: 'Grenzen',
  version: 'Fassung',
  versionFrom: (version: number, from: string) => `Fassung ${number(version)}, gültig ab ${day(from)}.`,
  versionOf: (version: number, from: string) => `${number(version)}, gültig ab ${day(from)}`,
  lineBreaks: (from: string) =>
    `Seit dem ${day(from)} gilt eine neue Fassung der Definition: Hier beginnt eine neue Reihe`,
  resolution: 'Beschluss',
  byStrategy: 'Maßnahmensteckbrief der Digitalstrategie',
  byOffice: 'Festlegung der Koordinierungsstelle; noch ohne Beschluss',
  sql: 'Zählung in der Datenbank',
  sqlFingerprint: (name: string, sha256: string) => `Funktion ${name}, SHA-256 ${sha256}`,
  fromReleases: 'Aus freigegebenen Auszählungen gelesen',
  annex: 'Anhang: Wie die Datenbank zählt',
  annexLead:
    'Der Wortlaut der Funktionen, wie die Datenbank sie heute ausführt. Eine Änderung ist Sache der Entwicklung und braucht ' +
    'eine neue Fassung; der Fingerabdruck im Bericht zeigt, ob noch so gezählt würde.',
  changed: 'Seit dem Bericht wurde diese Zählung geändert; sie ist nicht mehr die des Berichts.',
  none: 'Dieser Bericht ist aus einer früheren Ausgabe und enthält keine Steckbriefe.',
  download: 'Steckbriefe der Kennzahlen (PDF)',
}
