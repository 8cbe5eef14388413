import { dayOf } from '#app/domain/calendar.ts'
import type { Seat, SeatState, WaitReason } from '#app/domain/queue.ts'
import type { RebookRefusal, SubstituteRefusal } from '#app/domain/substitute.ts'
import { formatDateTime, formatDay, formatNumber, formatShortDay } from '#app/i18n/format.ts'

const number = (value: number) => formatNumber(value, 'de')
const day = (instant: Date) => formatShortDay(dayOf(instant), 'de')
const hours = (count: number) => (count === 1 ? 'eine Stunde' : `${number(count)} Stunden`)
const places = (count: number) => (count === 1 ? 'einen Platz' : `${number(count)} Plätze`)

/** What the sentences about the quota need. */
export type QuotaFacts = { quota: number | null; quotaEnds: Date | null }

/** Why somebody waits: the same sentence before the button, on the page of the enrolment and in the mail. */
const waits = {
  'too-late': () =>
    'Es beginnt gleich: Jetzt rückt niemand mehr nach, weil die Nachricht zu spät käme. Fragen Sie bitte vor Ort, ob jemand fehlt.',
  quota: ({ quota, quotaEnds }) =>
    `Ihre Kommune oder Dienststelle hat ihr Kontingent ausgeschöpft: höchstens ${places(quota ?? 1)}${quotaEnds ? ` bis ${day(quotaEnds)}` : ''}. Sie rücken nach, sobald jemand von dort absagt oder die Plätze für alle frei sind.`,
  'fewer-seats': () =>
    'Die Zahl der Plätze wurde verringert, und es sind mehr vergeben, als es jetzt gibt. Erst wenn genug Plätze frei geworden sind, rückt wieder jemand nach.',
  full: () => 'Alle Plätze sind belegt.',
  'others-wait': () => 'Andere warten schon auf einen Platz. Wer zuerst kam, ist zuerst dran.',
} satisfies Record<WaitReason, (facts: QuotaFacts) => string>

/** What pressing the button gives to whoever need not wait. */
const gets = {
  confirmed: 'Ein Platz ist frei.',
  requested: 'Ein Platz ist frei. Er wird für Sie freigehalten, bis Ihre Kommune oder Dienststelle zustimmt.',
  offered: 'Ein Platz ist frei. Er wird freigehalten, bis die Person antwortet.',
}

/** How moving up works here. */
const rule = {
  automatic: (until: Date) =>
    `Wird ein Platz frei, rückt nach, wer am längsten wartet und darf. Bis ${formatDateTime(until, 'de')} gehört Ihnen der Platz dann sofort.`,
  offer: (count: number) =>
    `Danach fragen wir Sie zuerst: Der Platz wird ${hours(count)} für Sie freigehalten, dann geht er an die Nächsten.`,
  onlyOffer: (count: number) =>
    `Wird ein Platz frei, fragen wir, wer am längsten wartet und darf: Der Platz wird ${hours(count)} freigehalten, dann geht er an die Nächsten.`,
  ends: (until: Date) => `Ab ${formatDateTime(until, 'de')} rückt niemand mehr nach.`,
}

const quota = {
  term: 'Kontingent',
  own: (name: string, taken: number, seats: number) =>
    `${number(Math.min(taken, seats))} von ${number(seats)} ${seats === 1 ? 'Platz' : 'Plätzen'} für „${name}“ vergeben`,
  each: (seats: number) =>
    seats === 1
      ? 'Ein Platz je Kommune oder Dienststelle'
      : `${number(seats)} Plätze je Kommune oder Dienststelle`,
  free: (from: Date) => `ab ${day(from)} frei für alle`,
  released: 'Die Kontingente sind aufgehoben: Alle Plätze sind frei für alle.',
}

const seat = {
  title: 'Platz',
  question: 'Wie möchten Sie teilnehmen?',
  kind: { room: 'Im Raum', online: 'Online' } satisfies Record<Seat, string>,
  hint: {
    room: 'Ist der Raum voll, sitzen Sie online und behalten Ihre Stelle für den Raum.',
    online: 'Den Link erhalten Sie mit dem Platz.',
  },
  taken: (room: number, capacity: number, online: number, onlineCapacity: number) =>
    `Im Raum ${number(room)} von ${number(capacity)}, online ${number(online)} von ${number(onlineCapacity)} vergeben`,
  mine: {
    room: 'Ihr Platz ist im Raum.',
    online: 'Ihr Platz ist online.',
    'online-meanwhile':
      'Der Raum ist voll. Sie nehmen online teil und behalten Ihre Stelle für den Raum. Wird dort ein Platz frei, schreiben wir Ihnen.',
  } satisfies Record<SeatState, string>,
  wouldBeOnline: (position: number) =>
    `Der Raum ist voll. Sie bekämen sofort einen Online-Platz und wären für den Raum an Stelle ${number(position)}.`,
  position: (position: number) => `Für den Raum stehen Sie an Stelle ${number(position)}.`,
  stayOnline: 'Online bleiben und die Warteliste für den Raum verlassen',
  stayed: 'Sie bleiben online. Für den Raum stehen Sie nicht mehr auf der Liste.',
  label: {
    room: 'Raum',
    online: 'online',
    'online-meanwhile': 'online, wartet auf den Raum',
  } satisfies Record<SeatState, string>,
}

const warning = {
  clashTitle: 'Zwei Termine zur selben Zeit',
  clash: (title: string, startsAt: Date) =>
    `Zur selben Zeit haben Sie schon einen Termin: „${title}“ am ${formatDateTime(startsAt, 'de')}.`,
  clashOf: (name: string, title: string, startsAt: Date) =>
    `${name} hat zur selben Zeit schon einen Termin: „${title}“ am ${formatDateTime(startsAt, 'de')}.`,
  busy: (name: string) => `${name} hat zur selben Zeit schon einen Termin.`,
  toClash: 'Zu diesem Termin',
  thinTitle: 'Wer hält die Stellung?',
  thin: (organisation: string, onDay: string, remaining: number) =>
    remaining === 0
      ? `Am ${formatDay(onDay, 'de')} wäre bei „${organisation}“ niemand von der IT mehr da.`
      : `Am ${formatDay(onDay, 'de')} ${remaining === 1 ? 'wäre' : 'wären'} bei „${organisation}“ nur noch ${remaining === 1 ? 'eine Person' : `${number(remaining)} Personen`} von der IT da.`,
  free: (count: number): string =>
    count === 1
      ? 'Das ist nur ein Hinweis: Sie können den Platz trotzdem nehmen.'
      : 'Das sind nur Hinweise: Sie können den Platz trotzdem nehmen.',
  parallel: 'Den Kurs gibt es auch hier:',
  othersTitle: 'Bitte noch einmal ansehen',
  again: 'Das ist nur ein Hinweis. Senden Sie noch einmal, wenn es so sein soll.',
}

const absence = {
  title: 'Absage melden',
  explained: (withdrawUntil: Date) =>
    `Die Abmeldefrist endete am ${day(withdrawUntil)}. Absagen können Sie trotzdem, bis zum Beginn: Wer den Workshop leitet, erfährt es sofort, und der Platz wird weitergegeben. Sie gelten als entschuldigt.`,
  reason: 'Warum können Sie nicht kommen?',
  reasonHint: 'Mehr brauchen wir nicht zu wissen.',
  confirm: 'Absage melden',
  doneTitle: 'Ihre Absage ist angekommen.',
  doneText: 'Sie gelten als entschuldigt. Die Leitung weiß Bescheid, und der Platz wird weitergegeben.',
}

const substitute = {
  title: 'Vertretung benennen',
  explained:
    'Die Person erhält eine E-Mail und entscheidet selbst. Sie übernimmt Ihren Platz, Ihre Stelle und eine erteilte Genehmigung; an der Warteliste ändert sich nichts. Sagt sie nicht zu, geht der Platz an die Warteliste, und Sie erhalten eine E-Mail.',
  who: 'Wer vertritt Sie?',
  nobody: (name: string) =>
    `Aus „${name}“ kann zurzeit niemand einspringen: Alle anderen sind schon angemeldet oder haben noch kein Konto.`,
  confirm: 'Platz weitergeben',
  doneTitle: 'Ihre Vertretung ist gefragt.',
  doneText:
    'Ihr Platz ist bis zur Antwort für diese Person freigehalten. Sie selbst sind nicht mehr angemeldet.',
  refusal: {
    'not-seated': 'Weitergeben können Sie nur einen bestätigten Platz.',
    started: 'Der Workshop hat schon begonnen.',
    'called-off': 'Der Workshop ist abgesagt.',
    'not-colleague': 'Diese Person gehört nicht zu Ihrer Kommune oder Dienststelle.',
    'already-enrolled': 'Diese Person hat schon einen Platz oder steht auf der Warteliste.',
    'is-trainer': 'Diese Person leitet den Workshop.',
    'not-audience': 'Diese Person gehört nicht zur Zielgruppe, für die allein dieser Kurs gedacht ist.',
    'prerequisite-missing': 'Diese Person hat einen Kurs noch nicht besucht, der vorher nötig ist.',
    'page-outdated':
      'Diese Seite war nicht mehr aktuell. Jetzt ist sie es: Bitte versuchen Sie es noch einmal.',
  } satisfies Record<SubstituteRefusal, string>,
}

const rebooking = {
  title: 'Auf einen anderen Termin umbuchen',
  nowhere: 'Ein anderer Termin dieses Kurses mit freiem Platz steht zurzeit nicht fest.',
  explained:
    'Beides geschieht zugleich: Sie geben diesen Platz erst auf, wenn der neue für Sie da ist. Muss Ihre Kommune oder Dienststelle zustimmen, fragen wir sie für den neuen Termin noch einmal; der bisherige Platz ist dann schon vergeben.',
  where: 'Auf welchen Termin?',
  confirm: 'Umbuchen',
  refusal: {
    'not-seated': 'Umbuchen können Sie nur, solange Sie einen Platz haben oder warten.',
    'notice-only': 'Die Abmeldefrist ist vorbei. Umbuchen geht nicht mehr, eine Absage melden schon.',
    'other-course': 'Umbuchen geht nur auf einen anderen Termin desselben Kurses.',
    'target-full':
      'Auf diesem Termin ist gerade kein Platz mehr frei geworden. Sie behalten Ihren bisherigen Platz.',
    'target-closed': 'Für diesen Termin können Sie sich nicht anmelden. Sie behalten Ihren bisherigen Platz.',
    'page-outdated':
      'Diese Seite war nicht mehr aktuell. Jetzt ist sie es: Bitte versuchen Sie es noch einmal.',
  } satisfies Record<RebookRefusal, string>,
}

const handOver = {
  title: 'Platz weitergeben oder umbuchen',
  back: 'Zurück zur Anmeldung',
}

/** "Weitere Regeln" of a workshop: what happens when nothing is filled in stands in each hint. */
const fields = {
  enrolFrom: 'Anmeldung ab',
  enrolFromHint: 'Leer gelassen: sofort.',
  quota: 'Plätze je Kommune oder Dienststelle',
  quotaHint: 'Leer gelassen: kein Kontingent. Wer darüber liegt, kommt auf die Warteliste.',
  quotaUntil: 'Ab diesem Tag frei für alle',
  quotaUntilHint: 'Gilt nur mit einem Kontingent. Leer gelassen: 14 Tage vor dem ersten Termin.',
  promoteUntilHours: 'Von allein nachrücken bis',
  promoteUntilHoursHint:
    'Stunden vor dem Beginn. Danach wird der Platz erst angeboten. In den letzten zwei Stunden rückt niemand mehr nach, es sei denn, hier steht weniger.',
  offerHours: 'Zeit für die Antwort',
  offerHoursHint: 'So lange bleibt ein angebotener Platz frei, höchstens bis zum Beginn.',
  hours: 'Stunden',
  onlineCapacity: 'Zusätzliche Online-Plätze',
  onlineCapacityHint:
    'Nur wenn es einen Ort und einen Link gibt. Die Zahl der Plätze oben gilt dann für den Raum.',
}

export const queue = {
  waits,
  gets,
  rule,
  quota,
  seat,
  warning,
  absence,
  substitute,
  rebooking,
  handOver,
  fields,
}
