// Indicator 2 in words.

import { formatDay, formatNumber, formatPercent, formatPercentRange, outOf } from '#app/i18n/format.ts'

const number = (value: number) => formatNumber(value, 'de')
const percent = (share: number) => formatPercent(share, 'de')
const day = (text: string) => formatDay(text, 'de')

export const satisfaction = {
  noRound: 'Zur Zufriedenheit mit der IT-Kompetenzstelle liegt noch keine freigegebene Befragung vor.',
  noRatings: (round: string) => `In der Befragung „${round}“ hat niemand die Gesamtfrage beantwortet.`,
  tooFew: (round: string) =>
    `In der Befragung „${round}“ haben zu wenige geantwortet. Zum Schutz der Antwortenden wird kein Ergebnis gezeigt.`,
  /** Of less than ten answers only this is said. */
  words: (round: string, satisfied: number, responses: number) => {
    const among = `${number(responses)} Personen, die geantwortet haben,`
    const who =
      satisfied === responses
        ? `sind alle ${among}`
        : satisfied === 0
          ? `ist keine der ${among}`
          : satisfied === 1
            ? `ist eine der ${among}`
            : `sind ${number(satisfied)} der ${among}`
    return `In der Befragung „${round}“ ${who} insgesamt zufrieden oder sehr zufrieden.`
  },
  /** `printed` is the share as it is shown everywhere, `certainty` one of the next two. */
  full: (round: string, printed: string, satisfied: number, responses: number, certainty: string) => {
    const asked = `In der Befragung „${round}“`
    const whole = `${outOf(satisfied, responses, 'de')}; ${certainty}`
    if (satisfied === 0) return `${asked} ist niemand zufrieden oder sehr zufrieden (${whole}).`
    if (satisfied === responses)
      return `${asked} sind alle Antwortenden insgesamt zufrieden oder sehr zufrieden (${whole}).`
    return `${asked} sind ${printed} der Antwortenden insgesamt zufrieden oder sehr zufrieden (${whole}).`
  },
  interval: (low: number, high: number) => `95-%-Konfidenzintervall ${formatPercentRange(low, high, 'de')}`,
  everybody: 'Vollerhebung, weil alle Eingeladenen bewertet haben',
  fullCount: 'Vollerhebung',
  turnout: (responses: number, invited: number) =>
    `Bewertet haben ${outOf(responses, invited, 'de')} Eingeladenen (${percent(responses / invited)}).`,
  turnoutShort: (responses: number, invited: number) =>
    `${outOf(responses, invited, 'de')} Eingeladenen (${percent(responses / invited)})`,
  ratings: (satisfied: number, responses: number) => `${outOf(satisfied, responses, 'de')} Bewertungen`,
  wordsOnly: (satisfied: number, responses: number) =>
    `${outOf(satisfied, responses, 'de')} zufrieden oder sehr zufrieden`,
  round: (title: string, closedOn: string) => `${title}, abgeschlossen am ${day(closedOn)}`,
  closed: (closedOn: string) => `Befragung abgeschlossen am ${day(closedOn)}`,
  noData: 'keine Daten',
  tooFewShort: 'zu wenige Antworten',
  notShown: 'Wie sich die Antworten verteilen, wird erst ab zehn Bewertungen gezeigt.',

  /** From the worst to the best. */
  steps: ['sehr unzufrieden', 'unzufrieden', 'teils, teils', 'zufrieden', 'sehr zufrieden'],
  /** The same for narrow columns, with soft hyphens. */
  stepColumns: [
    'sehr unzu\u00adfrie\u00adden',
    'unzu\u00adfrie\u00adden',
    'teils, teils',
    'zu\u00adfrie\u00adden',
    'sehr zu\u00adfrie\u00adden',
  ],
  responses: (count: number) => `n = ${number(count)}`,
  step: (count: number, share: number) => `${number(count)} (${percent(share)})`,
  noTopics: 'Keine Themen gefragt',
  noHistory: 'Noch keine Befragung mit mindestens zehn Bewertungen',

  distributionCaption:
    'Antworten auf die Gesamtfrage. Der Indikator zählt die beiden blauen, gefüllten Balken',
  distributionAlternative: (values: string) => `Balkendiagramm der Antworten auf die Gesamtfrage. ${values}.`,
  topicsCaption: 'Zufriedenheit mit den Themen, in Prozent der Bewertungen. „Keine Angabe“ zählt nicht mit',
  topicsAlternative: (values: string) =>
    `Gestapelte Balken je Thema. Zufrieden oder sehr zufrieden: ${values}.`,
  trendCaption: 'Anteil der Zufriedenen je Befragung mit Konfidenzintervall (Band) und Zielen (gestrichelt)',
  trendBreaks: (closedOn: string) =>
    `In der Befragung bis ${formatDay(closedOn, 'de')} wurde anders gefragt als davor: Hier beginnt eine neue Reihe`,
  newLine: 'neue Reihe',
  trendAlternative: (values: string) => `Liniendiagramm des Anteils der Zufriedenen. ${values}`,
  overallTable: 'Antworten auf die Gesamtfrage',
  topicsTable: 'Zufriedenheit mit den Themen',
  historyTable: 'Ergebnisse je Befragung',
}
