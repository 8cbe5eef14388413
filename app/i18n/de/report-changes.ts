// What is different from an earlier report, in sentences.

import type { MunicipalityChange, SatisfactionVerdict } from '#app/domain/report-changes.ts'
import { formatDay, formatNumber } from '#app/i18n/format.ts'

const day = (text: string) => formatDay(text, 'de')
const number = (value: number) => formatNumber(value, 'de')

type Rated = { now: string; before: string; interval: string | null }

const withInterval = (interval: string | null) =>
  interval ? ` (95-%-Intervall des Unterschieds: ${interval} Prozentpunkte)` : ''

const satisfaction: Record<SatisfactionVerdict, (rated: Rated) => string> = {
  higher: ({ now, before, interval }) =>
    `Zufriedenheit: gestiegen, jetzt ${now}, zuvor ${before}${withInterval(interval)}.`,
  lower: ({ now, before, interval }) =>
    `Zufriedenheit: gesunken, jetzt ${now}, zuvor ${before}${withInterval(interval)}.`,
  unchanged: ({ now, before, interval }) =>
    `Zufriedenheit: unverändert im Rahmen der Unsicherheit, jetzt ${now}, zuvor ${before}${withInterval(interval)}.`,
  unknown: ({ now, before }) =>
    `Zufriedenheit: jetzt ${now}, zuvor ${before}. Ob sich etwas geändert hat, lässt sich daraus nicht sagen.`,
  broken: ({ now }) =>
    `Zufriedenheit: jetzt ${now}. Die Gesamtfrage wurde anders gestellt als zuvor; deshalb beginnt die Reihe neu und wird nicht verglichen.`,
  redefined: ({ now }) =>
    `Zufriedenheit: jetzt ${now}. Seither gilt eine neue Fassung der Definition; deshalb beginnt die Reihe neu und wird nicht verglichen.`,
  reread: ({ now }) =>
    `Zufriedenheit: jetzt ${now}. Seither gilt eine andere Lesart; deshalb wird mit dem früheren Wert nicht verglichen.`,
  'same-round': () => 'Zufriedenheit: Seither wurde keine neue Befragung freigegeben.',
  first: ({ now }) => `Zufriedenheit: Zum ersten Mal liegt eine freigegebene Befragung vor (${now}).`,
}

const municipality: Record<MunicipalityChange, (names: string, count: number) => string> = {
  joined: (names) => `Neu dabei: ${names}.`,
  left: (names) => `Nicht mehr dabei: ${names}.`,
  new: (names, count) =>
    count === 1 ? `Neu entstandene Kommune: ${names}.` : `Neu entstandene Kommunen: ${names}.`,
  gone: (names, count) =>
    count === 1
      ? `Kommune, die es nicht mehr gibt: ${names}.`
      : `Kommunen, die es nicht mehr gibt: ${names}.`,
}

export const reportChanges = {
  title: 'Änderungen seit dem letzten Bericht',
  correctionTitle: 'Was diese Berichtigung ändert',
  since: (nth: number, cutOff: string) =>
    `Verglichen mit dem zuletzt freigegebenen Bericht, Nr. ${nth} zum Stichtag ${day(cutOff)}.`,
  corrected: (nth: number) =>
    `Verglichen mit Bericht Nr. ${nth}, den dieser berichtigt. Berichtigte Werte tragen in den Tabellen ein „r“.`,
  none: 'In Zahlen, Zielen, Definitionen und Kommunen hat sich nichts geändert.',
  first: 'Vor diesem Bericht wurde noch keiner freigegeben. Es gibt nichts zu vergleichen.',
  participation: (now: string, before: string) => `Teilnehmende Kommunen: jetzt ${now}, zuvor ${before}.`,
  reading: (now: string, before: string) => `Lesart des Indikators 2: jetzt ${now}, zuvor ${before}.`,
  /** What both readings make of the same answers. */
  reread: (now: string, former: string) =>
    `Die jüngste Befragung ergibt nach der neuen Lesart ${now}, nach der früheren ${former}.`,
  satisfaction,
  target: (name: string, phase: string, now: string, before: string) =>
    `Ziel ${phase} (${name}): jetzt ${now}, zuvor ${before}.`,
  phase: (name: string, now: string, before: string) => `${name}: jetzt ${now}, zuvor ${before}.`,
  days: (from: string | null, until: string | null) => {
    if (from === null && until === null) return 'Tage offen'
    return `${from ? day(from) : 'offen'} bis ${until ? day(until) : 'offen'}`
  },
  definition: (name: string, version: number, from: string) =>
    `Definition „${name}“: Fassung ${number(version)}, gültig ab ${day(from)}. Ältere Werte sind nach der früheren Fassung gezählt.`,
  municipality,
  mergedInto: (name: string, successor: string) => `${name} (aufgegangen in ${successor})`,
  revised: 'r',
  revisedNote: 'r: berichtigt; ein früherer Bericht nannte hier einen anderen Wert.',
}
