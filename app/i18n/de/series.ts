import type { Holiday } from '#app/domain/holiday.ts'
import type { Frequency, LeftOut, Scope } from '#app/domain/series.ts'
import { formatNumber, formatShortDay } from '#app/i18n/format.ts'

const number = (value: number) => formatNumber(value, 'de')
const dates = (count: number) => (count === 1 ? 'ein Termin' : `${number(count)} Termine`)

const holiday = {
  'new-year': 'Neujahr',
  'good-friday': 'Karfreitag',
  'easter-monday': 'Ostermontag',
  'labour-day': 'Tag der Arbeit',
  ascension: 'Christi Himmelfahrt',
  'whit-monday': 'Pfingstmontag',
  'unity-day': 'Tag der Deutschen Einheit',
  'reformation-day': 'Reformationstag',
  'day-of-repentance': 'Buß- und Bettag',
  'christmas-day': '1. Weihnachtstag',
  'second-christmas-day': '2. Weihnachtstag',
} satisfies Record<Holiday, string>

const frequency = {
  weekly: 'jede Woche am selben Wochentag',
  monthly: 'jeden Monat am selben Wochentag',
} satisfies Record<Frequency, string>

const scope = {
  following: 'Dieser und alle folgenden',
  all: 'Alle Termine der Serie',
} satisfies Record<Scope, string>

const leftOut = {
  'called-off': 'abgesagt, bleibt so',
  started: 'hat schon begonnen, bleibt so',
  'attendance-recorded': 'Anwesenheit ist erfasst, bleibt so',
  'edited-individually': 'einzeln geändert, bleibt so',
} satisfies Record<LeftOut, string>

const add = {
  title: 'Serie planen',
  lead: 'Alles gilt für jeden Termin. Oben steht der erste.',
  rule: 'Wiederholung',
  enrolment: 'Eine Anmeldung für alle Termine oder Anmeldung zu jedem Termin?',
  each: 'Anmeldung zu jedem Termin',
  eachHint: 'Es entstehen einzelne Workshops desselben Kurses, die sich gemeinsam ändern lassen.',
  one: 'Eine Anmeldung für alle Termine',
  oneHint: 'Es entsteht ein Workshop mit mehreren Terminen.',
  frequency: 'Wie oft?',
  every: 'Abstand',
  everyHint: '1: jedes Mal; 2: jedes zweite Mal.',
  count: 'Anzahl der Termine',
  countHint: 'Höchstens 40.',
  until: 'oder bis zum',
  withoutWeekends: 'Wochenenden auslassen',
  preview: 'Termine anzeigen',
  previewTitle: 'Diese Termine',
  previewHint:
    'Feiertage sind schon herausgenommen. Nehmen Sie einzelne Termine heraus, oder verschieben Sie sie auf einen anderen Tag.',
  take: 'findet statt',
  takeOn: (day: string) => `${formatShortDay(day, 'de')}: findet statt`,
  moveTo: 'Tag',
  row: (nth: number) => `Termin ${nth}`,
  isHoliday: (key: Holiday) => `Feiertag: ${holiday[key]}`,
  isWeekend: 'Wochenende',
  isGap: 'Diese Uhrzeit gibt es an diesem Tag nicht, weil die Uhren umgestellt werden.',
  isPast: 'Dieser Tag ist schon vorbei.',
  isClosed: 'Der Raum ist außer Betrieb.',
  save: 'Serie anlegen',
  done: 'Die Serie ist angelegt. Dies ist ihr erster Termin.',
  noDates: 'Es bleibt kein Termin übrig. Bitte wählen Sie mindestens einen aus.',
  endsBeforeFirst: 'Die Wiederholung endet vor dem ersten Termin. Bitte prüfen Sie beide Tage.',
  noRule: 'Bitte prüfen Sie Abstand, Anzahl und Ende der Wiederholung.',
  twice: 'Zwei Termine liegen am selben Tag. Bitte verschieben Sie einen, oder nehmen Sie ihn heraus.',
  atDate: (day: string, sentence: string) => `${formatShortDay(day, 'de')}: ${sentence}`,
  changed: 'Die Wiederholung ist geändert. Bitte prüfen Sie die Termine, dann legen Sie die Serie an.',
}

const edit = {
  title: 'Serie ändern',
  link: 'Serie ändern',
  lead: (count: number) => `Die Serie hat ${dates(count)}. Was Sie leer lassen, bleibt, wie es ist.`,
  one: 'Nur diesen Termin bearbeiten',
  scope: 'Welche Termine?',
  includesDetached: 'Auch Termine, die schon einzeln geändert wurden',
  shiftDays: 'Um so viele Tage verschieben',
  shiftDaysHint: 'Minus verschiebt nach vorn. Die Fristen gehen mit.',
  start: 'Neuer Beginn',
  end: 'Neues Ende',
  place: 'Neuer Ort',
  onlineUrl: 'Neuer Link zur Videokonferenz',
  trainers: 'Neue Leitung',
  capacity: 'Neue Zahl der Plätze',
  preview: 'Zusammenfassung ansehen',
  summary: 'Was sich ändert',
  summaryText: (changing: number, staying: number) => {
    const change =
      changing === 0
        ? 'Kein Termin ändert sich'
        : changing === 1
          ? 'Ein Termin ändert sich'
          : `${number(changing)} Termine ändern sich`
    const stay = staying === 1 ? ', einer bleibt, wie er ist' : `, ${number(staying)} bleiben, wie sie sind`
    return `${change}${staying === 0 ? '' : stay}.`
  },
  mails:
    'Wer angemeldet ist und einen neuen Ort oder eine neue Zeit bekommt, erhält eine einzige E-Mail für alle Termine.',
  date: 'Termin',
  becomes: 'wird',
  what: 'Änderung',
  unchanged: 'bleibt',
  save: 'So speichern',
  stuck:
    'So lässt sich die Serie nicht ändern. In der Zusammenfassung steht bei jedem Termin, was nicht passt.',
  nothing: 'Bitte geben Sie an, was sich ändern soll.',
  back: 'Weiter ändern',
  refused: (day: string, sentence: string) =>
    `${formatShortDay(day, 'de')}: ${sentence} Geändert wurde nichts.`,
  changedMeanwhile:
    'Seit der Zusammenfassung hat jemand einen der Termine geändert. Hier ist die neue Zusammenfassung; gespeichert wurde noch nichts.',
  placeBecomes: (place: string) => `Ort: ${place}`,
  linkBecomes: 'neuer Link',
  trainersBecome: (names: string) => `Leitung: ${names}`,
  capacityBecomes: (count: number) => (count === 1 ? 'ein Platz' : `${number(count)} Plätze`),
  fewer: 'mehr Angemeldete als Plätze',
  acceptsFewer: 'Weniger Plätze als Angemeldete, das soll so sein',
  fewerHint:
    'Bei mindestens einem Termin sind schon mehr Personen angemeldet. Alle behalten ihren Platz; neue gibt es erst wieder, wenn es passt.',
  fewerAsked:
    'Es sind schon mehr Personen angemeldet. Bitte bestätigen Sie unten, dass es so sein soll, oder geben Sie mehr Plätze an.',
  done: 'Die Serie ist geändert. Alle Betroffenen haben eine einzige E-Mail erhalten.',
  partOf: 'Serie',
  partOfText: (nth: number, count: number) => `Termin ${number(nth)} von ${number(count)}`,
}

export const series = { holiday, frequency, scope, leftOut, add, edit }
