import { formatDay, formatNumber, formatShortDay } from '#app/i18n/format.ts'
import { dayOf } from '#app/domain/calendar.ts'

const number = (value: number) => formatNumber(value, 'de')
const day = (instant: Date) => formatShortDay(dayOf(instant), 'de')

export const home = {
  title: 'Start',
  welcome: (name: string) => `Guten Tag, ${name}`,
  guestTitle: 'Fortbildung für die IT in den Rathäusern',
  guestLead:
    'Die IT-Kompetenzstelle unterstützt IT-Fachkräfte und Verwaltungen der Kommunen mit Kursen, Workshops und gemeinsamem Wissen. Die Teilnahme ist freiwillig.',
  seeCourses: 'Kurse ansehen',
  requestAccess: 'Zugang beantragen',
  howTitle: 'So können Sie mitmachen',
  how: [
    'Ihre Kommune erklärt ihre Teilnahme gegenüber der IT-Kompetenzstelle.',
    'Sie beantragen einen Zugang mit Ihrer dienstlichen E-Mail-Adresse.',
    'Sie melden sich mit einem Klick zu einem Workshop an und sagen hinterher, was es gebracht hat.',
  ],
  nextDates: 'Die nächsten Termine',
  fitting: 'Termine, die zu Ihnen passen',
  noFitting: 'Zurzeit ist kein weiterer Termin offen, der zu Ihnen passt.',
  allDates: 'Alle Termine',
  mine: 'Ihre nächsten Termine',
  noMine: 'Sie sind zu keinem kommenden Termin angemeldet.',
  allMine: 'Alle meine Termine',
  todo: 'Heute zu tun',
  nothingToDo: 'Zurzeit wartet nichts auf Sie.',
  offered: (title: string) => `Ihnen ist ein Platz angeboten: ${title}`,
  offeredUntil: (until: Date) => `Bitte antworten Sie bis ${day(until)}.`,
  answer: (title: string) => `Ihre Meinung ist gefragt: ${title}`,
  answerUntil: (closesOn: string) =>
    `Offen bis ${formatDay(closesOn, 'de')}. Freiwillig, dauert etwa drei Minuten.`,
  rollCall: (title: string) => `Anwesenheit eintragen: ${title}`,
  rollCallMissing: (startsAt: Date, missing: number) =>
    `${day(startsAt)}, ${missing === 1 ? 'eine Person fehlt noch in der Liste' : `${number(missing)} Personen fehlen noch in der Liste`}.`,
  objection: (title: string) => `Jemand sagt „Das stimmt nicht“: ${title}`,
  objectionFacts: (startsAt: Date) => `Anwesenheit vom ${day(startsAt)}, bitte prüfen und antworten.`,
  requests: (count: number) =>
    count === 1
      ? 'Jemand hat einen Zugang beantragt'
      : `${number(count)} Personen haben einen Zugang beantragt`,
  failedMails: (count: number) =>
    count === 1
      ? 'Eine E-Mail ließ sich nicht zustellen'
      : `${number(count)} E-Mails ließen sich nicht zustellen`,
  toCount: (title: string) => `Auszählen: ${title}`,
  toRelease: (title: string) => `Ergebnisse freigeben: ${title}`,
  reportToRelease: (nth: number) => `Bericht Nr. ${number(nth)} freigeben`,
  reportToPrepare: (cutOff: string) => `Bericht zum ${formatDay(cutOff, 'de')} vorbereiten`,
  report: 'Der aktuelle Bericht',
  reportFacts: (nth: number, cutOff: string) =>
    `Bericht Nr. ${number(nth)} zum Stichtag ${formatDay(cutOff, 'de')}`,
  seeIndicators: 'Kennzahlen ansehen',
  reportPdf: 'Bericht als PDF',
}
