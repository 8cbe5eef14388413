import type { participation as de } from '#app/i18n/de/participation.ts'
import { formatDay, formatNumber, formatPercent, outOf } from '#app/i18n/format.ts'

const number = (value: number) => formatNumber(value, 'en')
const percent = (share: number) => formatPercent(share, 'en')
const day = (text: string) => formatDay(text, 'en')

export const participation: typeof de = {
  count: (count, all, printed) => {
    if (all === 0) return 'No municipalities of the district are recorded on the cut-off day.'
    if (all === 1)
      return `On the cut-off day the only municipality of the district ${count === 1 ? 'takes part' : 'does not take part yet'}.`
    if (count === 0) return `On the cut-off day none of the ${number(all)} municipalities takes part yet.`
    if (count === all)
      return `On the cut-off day all ${number(all)} municipalities of the district take part.`
    const shown = printed === null ? '' : ` (${printed})`
    if (count === 1) return `On the cut-off day one of the ${number(all)} municipalities takes part${shown}.`
    return `On the cut-off day ${number(count)} of the ${number(all)} municipalities take part${shown}.`
  },
  population: (count, covered, total, share, asOf) => {
    if (share === null) return ''
    if (count === 0)
      return `Nobody lives in a participating municipality yet (population: ${number(total)}, as of ${day(asOf)}).`
    const people = `${outOf(covered, total, 'en')}, as of ${day(asOf)}`
    return `${percent(share)} of the population live in ${count === 1 ? 'it' : 'them'} (${people}).`
  },
  specialists: (count) => {
    if (count === 0) return ''
    if (count === 1) return 'One registered IT specialist works there.'
    return `${number(count)} registered IT specialists work there.`
  },
  waiting: (count) => {
    if (count <= 0) return ''
    if (count === 1) return 'One more has declared to take part and still lacks an IT specialist.'
    return `A further ${number(count)} have declared to take part and still lack an IT specialist.`
  },
  outOf: (count, all) => `${outOf(count, all, 'en')} municipalities`,
  municipalitiesShare: (printed) => `${printed} of the municipalities`,
  peopleShare: (share) => `${percent(share)} of the population`,
  people: (covered, total, share, asOf) =>
    `${percent(share)} (${outOf(covered, total, 'en')}, as of ${day(asOf)})`,
  specialistCount: (count) => (count === 1 ? '1 IT specialist' : `${number(count)} IT specialists`),
  declared: (count, all) => `${outOf(count, all, 'en')} municipalities`,
  since: (from) => `since ${day(from)}`,
  waitingSince: (from) => `declared since ${day(from)}, without an IT specialist yet`,
  notYet: 'not yet taking part',
  takesPart: 'takes part',
  empty: 'No municipalities recorded',
  noHistory: 'No value yet',
  nobody: 'none',
  trendCaption: 'Participating municipalities on the reporting dates (line) and resolved targets (dashed)',
  trendAlternative: (values) => `Line chart of the participating municipalities. ${values}`,
  mapCaption:
    'Each municipality is a tile of equal size, roughly where it lies. Shown is participation, not a ranking',
  mapAlternative: (part, rest) =>
    `Schematic map of the municipalities. Taking part: ${part}. Not yet taking part: ${rest}.`,
  areaMapCaption:
    'Every municipality as it lies. Shown is participation, not a ranking; names without room stand in the table',
  areaMapAlternative: (part: string, rest: string) =>
    `Map of the municipalities. Taking part: ${part}. Not yet taking part: ${rest}.`,
  whyTiles:
    'The tiles are of equal size because each municipality counts once. So they do not show that a large part of the people lives in a few towns: only both shares together say how far participation reaches.',
  whyShapes:
    'Large areas catch the eye, even where few people live; each municipality counts once. Only both shares together say how far participation reaches.',
  notFrozen: 'The end of a phase without a report: counted from what is recorded of that day today.',
  onDay: (on: string, count: number, all: number) => `${on}: ${outOf(count, all, 'en')}`,
  municipalitiesCaption: 'Municipalities in alphabetical order',
  historyCaption: 'Values on the reporting dates',
}
