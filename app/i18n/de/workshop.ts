import type {
  CallOffRefusal,
  Group,
  MessageRefusal,
  PlanRefusal,
  WorkshopState,
} from '#app/domain/workshop.ts'
import { formatNumber, outOf } from '#app/i18n/format.ts'

const number = (value: number) => formatNumber(value, 'de')
const people = (count: number) => (count === 1 ? 'Eine Person' : `${number(count)} Personen`)

const state = {
  'not-open-yet': 'Anmeldung noch nicht offen',
  open: 'Anmeldung offen',
  full: 'ausgebucht',
  closed: 'Anmeldung beendet',
  running: 'läuft',
  over: 'beendet',
  'called-off': 'abgesagt',
} satisfies Record<WorkshopState, string>

/** Why a plan is not taken: what is right, and what to do. */
const planRefusal = {
  'no-meeting': 'Bitte geben Sie Tag, Beginn und Ende des ersten Termins an.',
  'no-trainer': 'Bitte wählen Sie mindestens eine Trainerin oder einen Trainer.',
  'ends-before-start': 'Das Ende muss nach dem Beginn liegen.',
  'meeting-too-long': 'Ein Termin dauert höchstens 15 Stunden. Teilen Sie ihn bitte auf mehrere Termine auf.',
  'more-units-than-time': 'So viele Unterrichtseinheiten zu 45 Minuten passen nicht in diese Zeit.',
  'meetings-overlap':
    'Zwei Termine überschneiden sich. Der nächste beginnt frühestens, wenn der vorige endet.',
  'deadline-after-start': 'Anmeldeschluss und Abmeldefrist liegen spätestens am Tag des ersten Termins.',
  'minimum-over-capacity': 'Die Mindestzahl darf nicht größer sein als die Zahl der Plätze.',
  nowhere: 'Bitte geben Sie einen Ort oder einen Link an, damit alle hinfinden.',
  'online-needs-both': 'Online-Plätze gibt es nur, wenn ein Raum oder Ort und ein Link angegeben sind.',
  'opens-after-deadline': 'Die Anmeldung öffnet spätestens am Tag des Anmeldeschlusses.',
  'quota-until-alone': 'Dieser Tag gilt nur zusammen mit einem Kontingent.',
  'fewer-than-enrolled':
    'Es sind schon mehr Personen angemeldet. Alle behalten ihren Platz; neue gibt es erst wieder, wenn es passt. Speichern Sie noch einmal, wenn das so sein soll.',
  'course-retired':
    'Dieser Kurs wird nicht mehr angeboten. Wählen Sie bitte einen anderen, oder legen Sie einen neuen an.',
  'in-the-past':
    'Dieser Beginn ist schon vorbei. Bitte wählen Sie einen Tag und eine Uhrzeit, die noch kommen.',
  'changed-meanwhile':
    'Jemand hat diesen Workshop geändert, während Sie daran gearbeitet haben. Ihre Eingaben stehen noch hier. Speichern Sie noch einmal, gilt Ihre Fassung.',
  'called-off':
    'Dieser Workshop ist abgesagt und lässt sich nicht mehr ändern. Planen Sie bitte einen neuen.',
  'attendance-recorded':
    'Für einen dieser Termine ist die Anwesenheit erfasst. Er bleibt deshalb bestehen, seine Unterrichtseinheiten bleiben gleich, und er lässt sich nicht auf später verlegen. Für einen anderen Tag tragen Sie bitte einen weiteren Termin ein.',
  certified:
    'Für diesen Workshop sind Bescheinigungen ausgestellt. Ein weiterer Termin, an dem noch niemand war, würde sie falsch machen. Planen Sie ihn bitte als neuen Workshop.',
  'decision-after-start': 'Über das Stattfinden wird spätestens am Tag des ersten Termins entschieden.',
  'room-taken':
    'Dieser Raum ist zu dieser Zeit schon belegt. Wählen Sie bitte einen anderen Raum oder eine andere Zeit.',
  'room-closed':
    'Dieser Raum ist an einem dieser Tage außer Betrieb. Wählen Sie bitte einen anderen Raum oder eine andere Zeit.',
  'room-gone':
    'Diesen Raum gibt es nicht mehr. Wählen Sie bitte einen anderen, oder tragen Sie den Ort selbst ein.',
  'equipment-taken':
    'So viele Stücke sind zu dieser Zeit nicht frei. Wählen Sie bitte weniger oder eine andere Zeit.',
  'equipment-gone': 'Diese Ausstattung gibt es nicht mehr. Bitte lassen Sie das Feld leer.',
  'trainer-is-enrolled':
    'Wer den Workshop leitet, kann nicht selbst angemeldet sein. Melden Sie die Person bitte zuerst ab.',
} satisfies Record<PlanRefusal, string>

/** What can be wrong with a time beyond the form's own words. */
const timeProblem = {
  'time-gap':
    'Diese Uhrzeit gibt es an diesem Tag nicht: In der Nacht werden die Uhren von 2 auf 3 Uhr vorgestellt.',
  'time-ambiguous':
    'Diese Uhrzeit gibt es in dieser Nacht zweimal, weil die Uhren von 3 auf 2 Uhr zurückgestellt werden. Gemeint ist die erste, noch in Sommerzeit: Speichern Sie noch einmal, wenn das stimmt.',
}

const callOffRefusal = {
  'called-off': 'Dieser Workshop ist bereits abgesagt. Alle Angemeldeten haben eine E-Mail erhalten.',
  over: 'Dieser Workshop ist vorbei und lässt sich nicht mehr absagen. Ist ein Termin ausgefallen, tragen Sie ihn bitte als nicht stattgefunden ein.',
  'nothing-left':
    'Für alle Termine ist schon Anwesenheit erfasst, also ist keiner mehr abzusagen. Ist einer doch ausgefallen, tragen Sie ihn bitte als nicht stattgefunden ein.',
} satisfies Record<CallOffRefusal, string>

const messageRefusal = {
  nobody: 'In dieser Auswahl ist zurzeit niemand. Wählen Sie bitte eine andere Gruppe.',
} satisfies Record<MessageRefusal, string>

const group = {
  confirmed: 'Angemeldete',
  requested: 'Personen, deren Genehmigung noch aussteht',
  offered: 'Personen mit angebotenem Platz',
  waiting: 'Personen auf der Warteliste',
} satisfies Record<Group, string>

const list = {
  title: 'Termine',
  views: 'Ansicht',
  byMonth: 'Nach Monat',
  upcoming: 'Was noch kommt',
  months: 'Monat wählen',
  mine: 'Nur meine Workshops',
  all: 'Alle Workshops',
  add: 'Workshop planen',
  noneInMonth: (month: string) => `Im ${month} gibt es keine Termine.`,
  earlier: (count: number) =>
    count === 1 ? 'Ein Termin ist schon vorbei' : `${number(count)} Termine sind schon vorbei`,
  noneLeft: 'In diesem Monat kommt kein Termin mehr.',
  noneUpcoming: 'Zurzeit ist kein Workshop geplant.',
  noneMine: 'Sie leiten hier keinen Workshop.',
  toUpcoming: 'Zeigen, was noch kommt',
  meetingOf: (nth: number, count: number) => `Termin ${nth} von ${count}`,
  draft: 'Kurs ist noch ein Entwurf',
  online: 'online',
}

const edit = {
  add: 'Workshop planen',
  edit: 'Workshop bearbeiten',
  course: 'Kurs',
  draftCourse: (title: string) => `${title} (Entwurf)`,
  noCourses: 'Einen Workshop gibt es nur zu einem Kurs. Legen Sie zuerst einen Kurs an.',
  firstMeeting: 'Termin',
  firstMeetingHint: 'Weitere Termine tragen Sie unter „Weitere Regeln“ ein.',
  furtherMeeting: (nth: number) => `Termin ${nth}`,
  furtherMeetings: 'Weitere Termine',
  furtherMeetingsHint: 'Leere Zeilen zählen nicht. Was Sie leeren, fällt weg.',
  moreMeetings: 'Noch mehr Termine',
  day: 'Tag',
  start: 'Beginn',
  end: 'Ende',
  units: 'Unterrichtseinheiten',
  unitsShort: 'Einheiten',
  unitsHint: 'Leer gelassen, folgen sie aus der Zeit: eine je 45 Minuten, Pausen zählen mit.',
  place: 'Ort',
  where: 'Ort oder Link',
  whereHint: 'Eins von beiden genügt; beides, wenn man vor Ort und online teilnehmen kann.',
  elsewhere: 'Anderer Ort oder online',
  online: 'Online',
  onlineUrl: 'Link zur Videokonferenz',
  trainers: 'Wer leitet den Workshop?',
  noTrainers:
    'Noch hat niemand die Aufgabe „Trainer/in“. Die Verwaltung vergibt sie bei der betreffenden Person.',
  capacity: 'Plätze',
  seats: 'Plätze',
  capacityHint:
    'Verringern Sie die Zahl, behalten alle ihren Platz. Erhöhen Sie sie, rückt die Warteliste nach.',
  enrolUntil: 'Anmeldeschluss',
  enrolUntilHint: 'Leer gelassen: drei Tage vor dem ersten Termin. Der ganze Tag zählt mit.',
  withdrawUntil: 'Abmeldefrist',
  withdrawUntilHint: 'Leer gelassen: zwei Tage vor dem ersten Termin.',
  minimum: 'Mindestzahl',
  minimumHint: 'Ab so vielen Anmeldungen lohnt es sich. Abgesagt wird nichts von allein.',
  note: 'Hinweis für Teilnehmende',
  noteHint: 'Was mitzubringen ist, wie man hinkommt.',
  changeHint: 'Ändern sich Ort oder Zeit, erhalten alle Angemeldeten eine E-Mail.',
}

const message = {
  title: 'Nachricht an die Gruppe',
  to: 'An wen?',
  groupOf: (label: string, count: number) => `${label} (${number(count)})`,
  subject: 'Betreff',
  body: 'Text',
  bodyHint: 'Anrede, Titel und Termine des Workshops stehen schon in der E-Mail.',
  send: 'E-Mail senden',
  sent: (count: number) =>
    count === 1
      ? 'Die E-Mail an eine Person ist unterwegs.'
      : `Die E-Mails an ${number(count)} Personen sind unterwegs.`,
  nobodyYet: 'Noch ist niemand angemeldet. Sobald es Anmeldungen gibt, können Sie hier allen schreiben.',
  earlier: 'Bisherige Nachrichten',
  sentBy: (author: string, count: number) =>
    `${author}, an ${count === 1 ? 'eine Person' : `${number(count)} Personen`}`,
}

const callOff = {
  title: 'Workshop absagen',
  reason: 'Grund',
  reasonHint: 'Er steht in der E-Mail und auf der Seite des Workshops.',
  confirm: 'Workshop absagen',
  confirmRest: 'Weitere Termine absagen',
  rest: (times: string, count: number) =>
    `Diese Termine fallen aus: ${times}. ${people(count)} ${count === 1 ? 'erhält' : 'erhalten'} eine E-Mail. Eine Absage lässt sich nicht zurücknehmen.`,
  restCounts:
    'Was schon stattgefunden hat, bleibt und zählt: Die erfasste Anwesenheit gilt weiter, und Bescheinigungen stellen Sie danach wie sonst aus.',
  unrecorded:
    'Ein Termin hat schon begonnen, aber Anwesenheit ist nicht erfasst. War jemand da? Dann erfassen Sie sie bitte zuerst: Abgesagt werden nur die weiteren Termine, und was besucht wurde, zählt.',
  consequence: (count: number) => {
    const mails = `${people(count)} ${count === 1 ? 'erhält' : 'erhalten'} eine E-Mail. `
    return `${count === 0 ? 'Angemeldet ist niemand. ' : mails}Alle Anmeldungen enden. Eine Absage lässt sich nicht zurücknehmen.`
  },
}

export const workshop = {
  state,
  planRefusal,
  timeProblem,
  callOffRefusal,
  messageRefusal,
  group,
  list,
  edit,
  message,
  callOff,
  trainers: 'Leitung',
  place: 'Ort',
  when: 'Wann',
  seats: 'Plätze',
  free: (count: number) =>
    count === 0
      ? 'Kein Platz frei, Warteliste möglich'
      : count === 1
        ? 'Noch ein Platz frei'
        : `Noch ${number(count)} Plätze frei`,
  taken: (taken: number, capacity: number) => {
    if (capacity === 1) return taken === 0 ? 'Der eine Platz ist noch frei' : 'Der eine Platz ist vergeben'
    if (taken === 0) return `Noch keine Anmeldung für ${number(capacity)} Plätze`
    return taken === 1
      ? `Ein Platz von ${number(capacity)} vergeben`
      : `${outOf(taken, capacity, 'de')} Plätzen vergeben`
  },
  waiting: (count: number) =>
    count === 1 ? 'eine Person auf der Warteliste' : `${number(count)} Personen auf der Warteliste`,
  from: (day: string, count: number) => `ab ${day}, ${number(count)} Termine`,
}
