import type { Band, PlaceInBand, Told } from '#app/domain/town-figures.ts'
import type { townFigures as german } from '#app/i18n/de/town-figures.ts'
import { formatDay, formatNumber, formatNumericDay } from '#app/i18n/format.ts'

const number = (value: number) => formatNumber(value, 'en')
const day = (text: string) => formatDay(text, 'en')
const units = (count: number) => (count === 1 ? 'one teaching unit' : `${number(count)} teaching units`)

export const townFigures: typeof german = {
  title: 'Our municipality in figures',
  open: 'Our municipality in figures',
  lead: (organisation: string) => `What ${organisation} gets from the training, as a sum and without names.`,
  toStatement: 'As a letter to the council (PDF)',
  whyWords: 'Why there may be words instead of figures',

  participation: 'Participation',
  participationCaption: 'Participation of the municipality',
  declared: 'Participation declared',
  since: (from: string, declaration: string | null) =>
    declaration ? `since ${day(from)} (${declaration})` : `since ${day(from)}`,
  notDeclared: 'not declared so far',
  specialists: 'Registered IT specialists',
  registered: 'Registered people in all',
  registeredOn: (count: number, on: string) => `${number(count)}, as of ${day(on)}`,
  toCome: 'Enrolments for dates to come',
  coming: (going: number, toAnswer: number, waiting: number) => {
    if (going + toAnswer + waiting === 0) return 'none at present'
    const parts = [
      going === 1 ? 'one certain seat' : `${number(going)} certain seats`,
      ...(toAnswer > 0 ? [toAnswer === 1 ? 'one open answer' : `${number(toAnswer)} open answers`] : []),
      ...(waiting > 0 ? [`${number(waiting)} waiting`] : []),
    ]
    return parts.join(', ')
  },

  attended: 'Training attended',
  attendedCaption: 'Training attended by the own people',
  period: 'Period',
  twelveMonths: 'Last twelve months',
  year: (year: string) => `Year ${year}`,
  workshops: 'Workshops attended',
  units: 'Teaching units',
  certificates: 'Certificates',
  covers: 'Covers',
  coversDays: ({ from, until }: Told) =>
    `${formatNumericDay(from, 'en')} to ${formatNumericDay(until, 'en')}`,
  tooFew: 'too few as yet',
  whyTooFew:
    '“Too few as yet” means: there were not five different people, perhaps nobody at all. A sum of a few would be a person. What one quarter does not show is counted as soon as there are five people together; the column “Covers” names the days.',
  counted: (cutOff: string) =>
    `Counted is each person in each workshop that they attended at least in part, by the day of its last meeting. Figures always end with a whole quarter, two weeks after it: ${day(cutOff)}.`,
  nobodyNamed:
    'Who attended what does not stand here and is told to nobody. The person knows, and the trainers.',

  compared: 'In the district',
  perPerson: (value: number) =>
    `Reckoned by the year about ${units(Math.round(value))} for each registered person.`,
  noPerPerson:
    'For a figure for each registered person there are too few as yet in the last twelve months: it takes five people who attended, and five who are registered.',
  band: ({ low, high, towns }: Band) =>
    low === high
      ? `The middle half of ${number(towns)} municipalities is at about ${units(low)} for each person and year.`
      : `The middle half of ${number(towns)} municipalities is between ${number(low)} and ${number(high)} teaching units for each person and year.`,
  place: {
    below: 'Your figure is below it.',
    within: 'Your figure is within it.',
    above: 'Your figure is above it.',
  } satisfies Record<PlaceInBand, string>,
  noBand:
    'A comparison with the district appears once eight municipalities have attended enough. With fewer, one could guess which municipality has which figure.',
  noRanking:
    'Which municipality is where is shown to nobody; there is no ranking. Municipalities with fewer than five people are not included.',
  chart:
    'Teaching units for each registered person and year: the middle half of the municipalities and the own figure',
  ownMark: (value: number) => `own figure: ${number(Math.round(value))}`,
  bandMark: ({ low, high }: Band) => `middle half: ${number(low)} to ${number(high)}`,

  statement: {
    title: 'IT training in figures',
    subject: (organisation: string, cutOff: string) =>
      `Participation of ${organisation}, as of ${day(cutOff)}`,
    to: (organisation: string) => `For ${organisation}`,
    written: (asOf: string) => `Written on ${day(asOf)}`,
    takesPart: (organisation: string, from: string) =>
      `${organisation} has taken part in what the IT competence centre offers since ${day(from)}. Participation is voluntary.`,
    takesNoPart: (organisation: string) =>
      `${organisation} has not declared so far to take part in what the IT competence centre offers. Participation is voluntary.`,
    people: (specialists: number, registered: number) =>
      `${registered === 1 ? 'One person is' : `${number(registered)} people are`} registered; ${specialists === 1 ? 'one IT specialist serves' : specialists === 0 ? 'no IT specialist serves as yet' : `${number(specialists)} IT specialists serve`} the municipality.`,
    attended: (told: Told) =>
      `From ${day(told.from)} to ${day(told.until)} ${number(told.count)} places in workshops were attended, ${units(told.units)} together.`,
    tooFew:
      'For the last twelve months no sum can be named: not five different people attended, and a sum of a few would be a person.',
    method: 'How it is counted',
    file: {
      csv: 'The figures of this letter: UTF-8, semicolon',
      json: 'The complete data of this letter',
      quantity: 'Quantity',
      from: 'From',
      until: 'Until',
      value: 'Value',
      perPerson: 'Teaching units for each registered person and year',
      bandLow: 'Middle half of the municipalities, lower edge',
      bandHigh: 'Middle half of the municipalities, upper edge',
    },
  },
}
