// Indicator 1 in words: none, one, many and all are four sentences.

import { formatDay, formatNumber, formatPercent, outOf } from '#app/i18n/format.ts'

const number = (value: number) => formatNumber(value, 'de')
const percent = (share: number) => formatPercent(share, 'de')
const day = (text: string) => formatDay(text, 'de')

export const participation = {
  /** `printed` is the share as it is shown everywhere; null where there is none. */
  count: (count: number, all: number, printed: string | null) => {
    if (all === 0) return 'Zum Stichtag sind keine kreisangehörigen Kommunen erfasst.'
    if (all === 1)
      return `Zum Stichtag nimmt die einzige kreisangehörige Kommune ${count === 1 ? '' : 'noch nicht '}teil.`
    if (count === 0) return `Zum Stichtag nimmt noch keine der ${number(all)} kreisangehörigen Kommunen teil.`
    if (count === all) return `Zum Stichtag nehmen alle ${number(all)} kreisangehörigen Kommunen teil.`
    const shown = printed === null ? '' : ` (${printed})`
    if (count === 1)
      return `Zum Stichtag nimmt eine der ${number(all)} kreisangehörigen Kommunen teil${shown}.`
    return `Zum Stichtag nehmen ${number(count)} der ${number(all)} kreisangehörigen Kommunen teil${shown}.`
  },
  population: (count: number, covered: number, total: number, share: number | null, asOf: string) => {
    if (share === null) return ''
    if (count === 0)
      return `In einer teilnehmenden Kommune lebt noch niemand (Bevölkerung: ${number(total)}, Stand ${day(asOf)}).`
    const people = `${outOf(covered, total, 'de')}, Stand ${day(asOf)}`
    return `${count === 1 ? 'In ihr' : 'In ihnen'} leben ${percent(share)} der Bevölkerung (${people}).`
  },
  specialists: (count: number) => {
    if (count === 0) return ''
    if (count === 1) return 'Dort arbeitet eine registrierte IT-Fachkraft.'
    return `Dort arbeiten ${number(count)} registrierte IT-Fachkräfte.`
  },
  /** Municipalities that have declared to take part and lack a specialist. */
  waiting: (count: number) => {
    if (count <= 0) return ''
    if (count === 1) return 'Eine weitere hat ihre Teilnahme erklärt; ihr fehlt noch eine IT-Fachkraft.'
    return `Weitere ${number(count)} haben ihre Teilnahme erklärt; ihnen fehlt noch eine IT-Fachkraft.`
  },
  outOf: (count: number, all: number) => `${outOf(count, all, 'de')} Kommunen`,
  municipalitiesShare: (printed: string) => `${printed} der Kommunen`,
  peopleShare: (share: number) => `${percent(share)} der Bevölkerung`,
  people: (covered: number, total: number, share: number, asOf: string) =>
    `${percent(share)} (${outOf(covered, total, 'de')}, Stand ${day(asOf)})`,
  specialistCount: (count: number) => (count === 1 ? '1 IT-Fachkraft' : `${number(count)} IT-Fachkräfte`),
  declared: (count: number, all: number) => `${outOf(count, all, 'de')} Kommunen`,

  since: (from: string) => `seit ${day(from)}`,
  waitingSince: (from: string) => `erklärt seit ${day(from)}, noch ohne IT-Fachkraft`,
  notYet: 'noch nicht beteiligt',
  takesPart: 'nimmt teil',
  empty: 'Keine Kommunen erfasst',
  noHistory: 'Noch kein Wert',
  nobody: 'keine',

  trendCaption: 'Teilnehmende Kommunen an den Stichtagen (Linie) und beschlossene Ziele (gestrichelt)',
  trendAlternative: (values: string) => `Liniendiagramm der teilnehmenden Kommunen. ${values}`,
  mapCaption:
    'Jede Kommune ist eine gleich große Kachel, ungefähr dort, wo sie liegt. Gezeigt wird Teilnahme, keine Rangfolge',
  mapAlternative: (part: string, rest: string) =>
    `Schematische Karte der Kommunen. Es nehmen teil: ${part}. Noch nicht beteiligt: ${rest}.`,
  areaMapCaption:
    'Jede Kommune, wie sie liegt. Gezeigt wird Teilnahme, keine Rangfolge; Namen ohne Platz stehen in der Tabelle',
  areaMapAlternative: (part: string, rest: string) =>
    `Landkarte der Kommunen. Es nehmen teil: ${part}. Noch nicht beteiligt: ${rest}.`,
  whyTiles:
    'Die Kacheln sind gleich groß, weil jede Kommune einmal zählt. Darum sieht man ihnen nicht an, dass in wenigen Städten ein großer Teil der Menschen wohnt: Erst beide Anteile zusammen sagen, wie weit die Teilnahme reicht.',
  whyShapes:
    'Große Flächen fallen auf, auch wenn dort wenige Menschen wohnen; gezählt wird jede Kommune einmal. Erst beide Anteile zusammen sagen, wie weit die Teilnahme reicht.',
  notFrozen:
    'Das Ende einer Phase, an dem es keinen Bericht gab: gezählt nach dem, was heute über diesen Tag erfasst ist.',
  onDay: (on: string, count: number, all: number) => `${on}: ${outOf(count, all, 'de')}`,
  municipalitiesCaption: 'Kommunen in alphabetischer Reihenfolge',
  historyCaption: 'Werte an den Stichtagen',
}
