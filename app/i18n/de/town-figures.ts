import type { Band, PlaceInBand, Told } from '#app/domain/town-figures.ts'
import { formatDay, formatNumber, formatNumericDay } from '#app/i18n/format.ts'

const number = (value: number) => formatNumber(value, 'de')
const day = (text: string) => formatDay(text, 'de')
const units = (count: number) =>
  count === 1 ? 'eine Unterrichtseinheit' : `${number(count)} Unterrichtseinheiten`

/** What a town is told of its own people as a sum, on its page and in the statement for its council. */
export const townFigures = {
  title: 'Unsere Kommune in Zahlen',
  open: 'Unsere Kommune in Zahlen',
  lead: (organisation: string) => `Was ${organisation} von den Fortbildungen hat, als Summe und ohne Namen.`,
  toStatement: 'Als Schreiben für den Rat (PDF)',
  whyWords: 'Warum Worte statt Zahlen dastehen können',

  participation: 'Teilnahme',
  participationCaption: 'Teilnahme der Kommune',
  declared: 'Teilnahme erklärt',
  since: (from: string, declaration: string | null) =>
    declaration ? `seit ${day(from)} (${declaration})` : `seit ${day(from)}`,
  notDeclared: 'bisher nicht erklärt',
  specialists: 'Registrierte IT-Fachkräfte',
  registered: 'Registrierte Personen insgesamt',
  registeredOn: (count: number, on: string) => `${number(count)}, Stand ${day(on)}`,
  toCome: 'Anmeldungen zu kommenden Terminen',
  coming: (going: number, toAnswer: number, waiting: number) => {
    if (going + toAnswer + waiting === 0) return 'zurzeit keine'
    const parts = [
      going === 1 ? 'ein sicherer Platz' : `${number(going)} sichere Plätze`,
      ...(toAnswer > 0
        ? [toAnswer === 1 ? 'eine offene Antwort' : `${number(toAnswer)} offene Antworten`]
        : []),
      ...(waiting > 0 ? [`${number(waiting)} auf der Warteliste`] : []),
    ]
    return parts.join(', ')
  },

  attended: 'Besuchte Fortbildungen',
  attendedCaption: 'Besuchte Fortbildungen der eigenen Leute',
  period: 'Zeitraum',
  twelveMonths: 'Letzte zwölf Monate',
  year: (year: string) => `Jahr ${year}`,
  workshops: 'Besuchte Workshops',
  units: 'Unterrichts\u00adeinheiten',
  certificates: 'Bescheini\u00adgungen',
  covers: 'Enthalten',
  coversDays: ({ from, until }: Told) =>
    `${formatNumericDay(from, 'de')} bis ${formatNumericDay(until, 'de')}`,
  tooFew: 'noch zu wenige',
  whyTooFew:
    '„Noch zu wenige“ heißt: Es waren keine fünf verschiedenen Personen, also vielleicht auch niemand. Eine Summe von wenigen wäre eine Person. Was ein Quartal nicht zeigt, zählt mit, sobald zusammen fünf Personen erreicht sind; die Spalte „Enthalten“ nennt die Tage.',
  counted: (cutOff: string) =>
    `Gezählt ist jede Person in jedem Workshop, an dem sie wenigstens zum Teil teilgenommen hat, nach dem Tag des letzten Termins. Stand ist immer ein ganzes Quartal, zwei Wochen nach seinem Ende: ${day(cutOff)}.`,
  nobodyNamed:
    'Wer woran teilgenommen hat, steht hier nicht und wird auch nicht mitgeteilt. Das wissen die Person selbst und die Trainerinnen und Trainer.',

  compared: 'Im Landkreis',
  perPerson: (value: number) =>
    `Auf ein Jahr gerechnet rund ${units(Math.round(value))} je registrierter Person.`,
  noPerPerson:
    'Für einen Wert je registrierter Person sind es in den letzten zwölf Monaten noch zu wenige: Es braucht fünf Personen, die teilgenommen haben, und fünf registrierte.',
  band: ({ low, high, towns }: Band) =>
    low === high
      ? `Die mittlere Hälfte von ${number(towns)} Kommunen liegt bei rund ${units(low)} je Person und Jahr.`
      : `Die mittlere Hälfte von ${number(towns)} Kommunen liegt zwischen ${number(low)} und ${number(high)} Unterrichtseinheiten je Person und Jahr.`,
  place: {
    below: 'Ihr Wert liegt darunter.',
    within: 'Ihr Wert liegt darin.',
    above: 'Ihr Wert liegt darüber.',
  } satisfies Record<PlaceInBand, string>,
  noBand:
    'Ein Vergleich mit dem Landkreis erscheint, sobald acht Kommunen genügend Teilnahmen haben. Mit weniger ließe sich erraten, welche Kommune welchen Wert hat.',
  noRanking:
    'Welche Kommune wo liegt, wird niemandem gezeigt; eine Rangfolge gibt es nicht. Kommunen mit weniger als fünf Personen sind nicht eingerechnet.',
  chart:
    'Unterrichtseinheiten je registrierter Person und Jahr: die mittlere Hälfte der Kommunen und der eigene Wert',
  ownMark: (value: number) => `eigener Wert: ${number(Math.round(value))}`,
  bandMark: ({ low, high }: Band) => `mittlere Hälfte: ${number(low)} bis ${number(high)}`,

  statement: {
    title: 'Fortbildung der IT in Zahlen',
    subject: (organisation: string, cutOff: string) => `Teilnahme von ${organisation}, Stand ${day(cutOff)}`,
    to: (organisation: string) => `Für ${organisation}`,
    written: (asOf: string) => `Erstellt am ${day(asOf)}`,
    takesPart: (organisation: string, from: string) =>
      `${organisation} nimmt seit ${day(from)} an den Angeboten der IT-Kompetenzstelle teil. Die Teilnahme ist freiwillig.`,
    takesNoPart: (organisation: string) =>
      `${organisation} hat die Teilnahme an den Angeboten der IT-Kompetenzstelle bisher nicht erklärt. Die Teilnahme ist freiwillig.`,
    people: (specialists: number, registered: number) =>
      `Registriert sind ${registered === 1 ? 'eine Person' : `${number(registered)} Personen`}; ${specialists === 1 ? 'eine IT-Fachkraft ist' : specialists === 0 ? 'eine IT-Fachkraft ist noch nicht' : `${number(specialists)} IT-Fachkräfte sind`} für die Kommune da.`,
    attended: (told: Told) =>
      `Vom ${day(told.from)} bis ${day(told.until)} wurden ${number(told.count)} Workshop-Plätze besucht, zusammen ${units(told.units)}.`,
    tooFew:
      'Für die letzten zwölf Monate lässt sich keine Summe nennen: Es haben keine fünf verschiedenen Personen teilgenommen, und eine Summe von wenigen wäre eine Person.',
    method: 'Wie gezählt wird',
    file: {
      csv: 'Die Zahlen dieses Schreibens: UTF-8, Semikolon',
      json: 'Der vollständige Datenstand dieses Schreibens',
      quantity: 'Größe',
      from: 'Von',
      until: 'Bis',
      value: 'Wert',
      perPerson: 'Unterrichtseinheiten je registrierter Person und Jahr',
      bandLow: 'Mittlere Hälfte der Kommunen, unten',
      bandHigh: 'Mittlere Hälfte der Kommunen, oben',
    },
  },
}
