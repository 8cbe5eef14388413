import type { ExtendRefusal, GiveUpRefusal, RaiseRefusal, RoundState } from '#app/domain/evaluation.ts'
import { formatDay, formatNumber, formatNumericDay, formatPercent } from '#app/i18n/format.ts'
import { notOpened, overlaps, rescheduleRefusal, reschedule } from '#app/i18n/de/round-opening.ts'
import { readersRefusal, remarkReaders } from '#app/i18n/de/remark-readers.ts'

const number = (value: number) => formatNumber(value, 'de')
const day = (text: string) => formatDay(text, 'de')
const shortDay = (text: string) => formatNumericDay(text, 'de')
const people = (count: number) => (count === 1 ? 'eine Person' : `${number(count)} Personen`)

const list = {
  title: 'Befragungen',
  questionnaires: 'Fragebögen',
  lead: 'Antworten liegen verschlossen, bis sie gemeinsam ausgezählt werden. Zu sehen ist nur, was freigegeben ist.',
  leadTrainer: 'Die freigegebenen Rückmeldungen zu Ihren Kursen.',
  running: 'Laufend und zu tun',
  done: 'Abgeschlossen',
  noneRunning: 'Zurzeit läuft keine Befragung.',
  noneDone: 'Hier stehen Befragungen, sobald sie freigegeben oder aufgegeben sind.',
  noneTrainer:
    'Für Ihre Kurse ist noch keine Rückmeldung freigegeben. Dafür braucht es mindestens fünf Antworten.',
  add: 'Neue Befragung planen',
  round: 'Befragung',
  kind: 'Art',
  period: 'Zeitraum',
  state: 'Stand',
  next: 'Was als Nächstes geschieht',
}

const schedule = {
  title: 'Turnus der Befragung zur IT-Kompetenzstelle',
  first: 'Erste Befragung',
  atPilotEnd: (on: string) => `zum Ende der Pilotphase am ${day(on)}`,
  pilotOpen: 'zum Ende der Pilotphase; ihr Ende ist noch nicht festgelegt',
  then: 'Danach',
  every: (months: number) => (months === 1 ? 'jeden Monat' : `alle ${number(months)} Monate`),
  rhythmOpen: 'noch nicht festgelegt',
  decides:
    'Über den Turnus beschließt der Lenkungsausschuss; ein Mitglied trägt den Beschluss unter „Lesart und Rhythmus“ ein. Die nächste Befragung wird zwei Monate vorher von selbst geplant.',
  todo: 'Turnus der Befragungen ist noch nicht festgelegt',
  todoFacts: 'Ohne Beschluss wird nach der ersten keine weitere Befragung geplant.',
}

/** `until` is the last day of the round, `by` who may release it. */
const next = {
  planned: ({ opensOn }: { opensOn: string }) => `Beginnt am ${day(opensOn)}.`,
  missed: () => 'Neue Tage wählen oder aufgeben.',
  open: ({ until }: { until: string }) => `Antworten sind bis ${day(until)} möglich.`,
  closed: () => 'Wird in den nächsten Minuten ausgezählt.',
  'waiting-for-more': () => 'Wartet, bis der nächste Workshop des Kurses stattgefunden hat.',
  'too-few': () => 'Verlängern oder aufgeben.',
  counted: () => 'Anmerkungen lesen und Ergebnisse freigeben.',
  released: () => 'Ergebnisse ansehen.',
  'given-up': () => 'Nichts mehr zu tun.',
} satisfies Record<RoundState, (round: { opensOn: string; until: string }) => string>

/** What happens next, in full, on the page of one round. */
const explained = {
  planned: ({ opensOn }: { opensOn: string }) =>
    `Am ${day(opensOn)} um 7 Uhr werden alle Eingeladenen angeschrieben. Bis dahin lässt sich die Befragung aufgeben.`,
  missed: ({ opensOn, until }: { opensOn: string; until: string }) =>
    `Die Befragung war für ${day(opensOn)} bis ${day(until)} geplant und hat nicht begonnen; niemand ist gefragt worden. Wählen Sie neue Tage oder geben Sie sie auf.`,
  open: ({ until }: { until: string }) =>
    `Bis ${day(until)} kann geantwortet werden. Vier Tage vorher werden alle, die noch nicht geantwortet haben, erinnert, jede Person nur einmal; wer das ist, zeigt das System niemandem. Danach wird ausgezählt.`,
  closed: () =>
    'Die Befragung ist beendet und wird in den nächsten Minuten von selbst ausgezählt. Sie können das auch jetzt tun.',
  'waiting-for-more': () =>
    'Für eine Auszählung sind noch zu wenige Antworten da. Sie bleiben verschlossen und werden mit denen des nächsten Workshops dieses Kurses zusammen ausgezählt. Kommen innerhalb eines Jahres keine dazu, werden sie ungelesen gelöscht.',
  'too-few': () =>
    'Es sind weniger Antworten gekommen, als für eine Auszählung nötig sind. Sie können die Befragung verlängern oder aufgeben. Geschieht 30 Tage lang nichts, werden die Antworten ungelesen gelöscht.',
  counted: () =>
    'Die Antworten sind ausgezählt; Stimmzettel, Namen und Schlüssel sind gelöscht. Vor der Freigabe liest jemand die Anmerkungen, damit niemand darin erkennbar ist.',
  released: () => 'Die Ergebnisse sind freigegeben und lassen sich nicht mehr ändern.',
  'given-up': () => 'Die Antworten wurden ungelesen gelöscht. Es gibt keine Ergebnisse.',
} satisfies Record<RoundState, (round: { opensOn: string; until: string }) => string>

const facts = {
  title: 'Auf einen Blick',
  kind: 'Art',
  period: 'Zeitraum',
  from: (opensOn: string) => `ab ${day(opensOn)}`,
  shortPeriod: (opensOn: string, closesOn: string | null) =>
    `${shortDay(opensOn)} bis ${closesOn ? shortDay(closesOn) : '…'}`,
  fromTo: (opensOn: string, closesOn: string) => `${day(opensOn)} bis ${day(closesOn)}`,
  invited: 'Eingeladen',
  people,
  nobodyYet: 'noch niemand',
  workshops: 'Workshops in dieser Runde',
  workshopCount: (count: number) => (count === 1 ? 'ein Workshop' : `${number(count)} Workshops`),
  turnout: 'Rücklauf',
  turnoutLater: 'wird mit der Freigabe gezeigt',
  turnoutOf: (used: number, invited: number) =>
    `${number(used)} von ${number(invited)} (${formatPercent(invited === 0 ? 0 : used / invited, 'de')})`,
  minimum: 'Mindestzahl',
  minimumOf: (minimum: number) => `${number(minimum)} Antworten; darunter wird nichts ausgezählt`,
  releasedBy: 'Freigabe durch',
  releasing: {
    workshop: 'die Koordination',
    transfer: 'die Koordination',
    'competence-centre': 'Lenkungsausschuss oder Personalrat',
    needs: 'die Koordination',
    free: 'Lenkungsausschuss oder Personalrat',
  },
  standIn: 'der Personalrat, denn die Koordination hat die Workshops selbst gehalten',
  reason: 'Grund',
  reasonUncounted: 'Es kamen zu wenige Antworten, oder der Schlüssel des Servers fehlte ein Jahr lang.',
}

/** Kinds that somebody plans by hand. */
type Planned = 'competence-centre' | 'needs' | 'free'

const add = {
  title: 'Befragung planen',
  lead: 'Rückmeldungen zu Workshops werden von selbst eingeholt, gleich danach und nach acht Wochen.',
  kinds: 'Art der Befragung',
  tab: {
    'competence-centre': 'IT-Kompetenzstelle',
    needs: 'Bedarf',
    free: 'Freie Befragung',
  } satisfies Record<Planned, string>,
  about: {
    'competence-centre':
      'Fragt nach dem Nutzen der IT-Kompetenzstelle. Daraus entsteht der zweite Indikator.',
    needs: 'Fragt, welche Fortbildungen gebraucht werden und was an der Teilnahme hindert.',
    free: 'Fragt eine Gruppe, die Sie wählen. Die Antworten gehen in keinen Indikator ein.',
  } satisfies Record<Planned, string>,
  name: 'Titel',
  nameHint: 'So heißt die Befragung in der E-Mail und im Bericht.',
  suggested: {
    'competence-centre': (month: string) => `Bewertung der IT-Kompetenzstelle, ${month}`,
    needs: (month: string) => `Fortbildungsbedarf, ${month}`,
    free: () => '',
  } satisfies Record<Planned, (month: string) => string>,
  questionnaire: 'Fragebogen',
  opensOn: 'Erster Tag',
  opensOnHint: 'Einladungen gehen um 7\u00a0Uhr hinaus.',
  closesOn: 'Letzter Tag',
  closesOnHint: 'Zwei bis vier Wochen haben sich bewährt.',
  minimum: 'Mindestzahl der Antworten',
  minimumHint: 'Mindestens fünf. Sie lässt sich später nur noch erhöhen.',
  groups: 'Wer gefragt wird',
  groupsHint: 'Eingeladen wird, wer am ersten Tag dazugehört.',
  narrower: 'Weiter eingrenzen',
  attended: 'Nur wer dabei war',
  attendedAll: 'alle, auch ohne Teilnahme',
  attendedCourse: (title: string) => `Kurs „${title}“`,
  attendedWorkshop: (title: string, on: string) => `„${title}“ am ${day(on)}`,
  organisations: 'Nur aus diesen Kommunen',
  organisationsHint:
    'Ohne Auswahl aus allen. Wählen Sie mindestens drei, in denen zusammen mindestens zehn Personen gefragt werden: Sonst ließe sich erkennen, wer was gesagt hat.',
  whoTitle: 'Wer eingeladen wird',
  who: (it: number, user: number) =>
    `Alle, die am ersten Tag als IT-Fachkraft oder kommunale Nutzerin oder Nutzer registriert sind, ob sie an Workshops teilgenommen haben oder nicht. Heute wären das ${people(it + user)}: ${number(it)} IT-Fachkräfte und ${number(user)} Nutzerinnen und Nutzer.`,
  tooFewPeople: (minimum: number) =>
    `Das sind weniger als die Mindestzahl von ${number(minimum)}. Die Befragung kann erst beginnen, wenn mehr Personen registriert sind.`,
  releaseTitle: 'Wer die Ergebnisse freigibt',
  release: {
    'competence-centre':
      'Ein Mitglied des Lenkungsausschusses oder des Personalrats. Die Koordination nicht, denn ihre Arbeit wird hier bewertet.',
    needs:
      'Die Koordination. Danach sehen die Ergebnisse auch Lenkungsausschuss, Personalrat und Datenschutz.',
    free: 'Ein Mitglied des Lenkungsausschusses oder des Personalrats: Auch die Arbeit der Koordination kann hier bewertet werden.',
  } satisfies Record<Planned, string>,
  save: 'Befragung planen',
  added: 'Die Befragung ist geplant.',
  audienceTooSmall: (found: number, least: number) =>
    `Dazu gehören heute ${people(found)}. Es braucht mindestens ${number(least)}, damit niemand erkennbar wird. Bitte grenzen Sie weniger ein.`,
  overlap: (others: readonly string[]) => `Diese Befragung ${overlaps(others)}`,
  problem: {
    'in-the-past': 'Bitte wählen Sie heute oder einen späteren Tag.',
    'ends-before-start': 'Der letzte Tag liegt nach dem ersten.',
    'lasts-too-long': 'Bitte lassen Sie die Befragung höchstens 90 Tage laufen.',
    'few-municipalities': 'Bitte wählen Sie mindestens drei Kommunen oder keine.',
    'not-offered': 'Dieser Fragebogen steht dafür nicht mehr zur Wahl. Bitte wählen Sie einen anderen.',
  },
}

const extendRefusal = {
  'extends-itself':
    'Rückmeldungen zu Workshops verlängern sich von selbst mit dem nächsten Workshop des Kurses.',
  'not-running': 'Diese Befragung läuft nicht. Sie lässt sich nicht verlängern.',
  'enough-answers': 'Es sind genügend Antworten da. Die Befragung wird ausgezählt und nicht verlängert.',
  'not-later': 'Bitte wählen Sie einen Tag nach dem bisherigen Ende, frühestens heute.',
  'too-long':
    'Eine Befragung läuft höchstens 180 Tage, mit allen Verlängerungen. Bitte wählen Sie einen früheren Tag, damit ausgezählt werden kann.',
} satisfies Record<ExtendRefusal, string>

const giveUpRefusal = {
  'still-open':
    'Solange die Befragung läuft, lässt sie sich nicht aufgeben. Nach dem letzten Tag wird ausgezählt; sind es zu wenige Antworten, können Sie sie dann aufgeben.',
  'enough-answers':
    'Es sind genügend Antworten da. Was so viele gesagt haben, wird ausgezählt und kann nicht gelöscht werden.',
  'already-counted': 'Diese Befragung ist bereits ausgezählt.',
  'given-up': 'Diese Befragung ist bereits aufgegeben.',
} satisfies Record<GiveUpRefusal, string>

const raiseRefusal = {
  'not-running': 'Die Mindestzahl lässt sich nur erhöhen, solange die Befragung läuft.',
  'not-stricter': 'Die Mindestzahl lässt sich nur erhöhen, nie senken.',
  'too-strict':
    'Höchstens die Hälfte der Eingeladenen, und höchstens zehn, wo die IT-Kompetenzstelle bewertet werden kann: Eine höhere Mindestzahl würde verhindern, dass ausgezählt wird.',
} satisfies Record<RaiseRefusal, string>

const actions = {
  count: 'Jetzt auszählen',
  counted: 'Die Antworten sind ausgezählt.',
  wrongKey:
    'Der Schlüssel dieser Installation öffnet die Stimmzettel nicht. Es ist nichts verloren: Bitte lassen Sie den Betrieb prüfen, ob ROUND_KEY richtig gesetzt ist.',
  unreadable:
    'Die Stimmzettel lassen sich mit diesem Fragebogen nicht lesen. Es ist nichts verloren: Bitte verständigen Sie den Betrieb.',
  missing: 'Diese Befragung gibt es nicht mehr.',
  extendTitle: 'Verlängern',
  extendLead: 'Alle, die noch nicht geantwortet haben, erfahren davon durch eine E-Mail.',
  extendTo: 'Neuer letzter Tag',
  extend: 'Befragung verlängern',
  extended: (closesOn: string) => `Die Befragung läuft jetzt bis ${day(closesOn)}.`,
  raiseTitle: 'Mindestzahl erhöhen',
  raiseTo: 'Neue Mindestzahl',
  raiseHint:
    'Die Anonymität steht mit dem ersten Tag fest und kann nur strenger werden. Das lässt sich nicht zurücknehmen.',
  raise: 'Mindestzahl erhöhen',
  raised: (minimum: number) => `Ausgezählt wird jetzt erst ab ${number(minimum)} Antworten.`,
  giveUp: 'Befragung aufgeben',
  giveUpTitle: 'Befragung aufgeben?',
  giveUpConsequence:
    'Alle bisherigen Antworten werden ungelesen gelöscht, ebenso die Einladungen und der Schlüssel. Das lässt sich nicht rückgängig machen.',
  giveUpReason: 'Grund',
  giveUpReasonHint: 'Der Grund steht danach auf der Seite dieser Befragung.',
  givenUp: 'Die Befragung ist aufgegeben. Alle Antworten sind ungelesen gelöscht.',
}

const review = {
  title: 'Anmerkungen lesen',
  lead: (minimum: number) =>
    `Bitte zeigen Sie nichts, woran man eine Person erkennt. Gezeigt werden Anmerkungen zu einer Frage nur, wenn mindestens ${number(minimum)} übrig bleiben. Was nicht gezeigt wird, ist nach der Freigabe gelöscht.`,
  none: 'Es gibt keine Anmerkungen, die gezeigt werden könnten.',
  shown: 'zeigen',
  hidden: 'nicht zeigen',
  shortened: 'gekürzt zeigen',
  shorten: 'Kürzen',
  shortenedText: 'Gekürzte Fassung',
  shortenHint:
    'Nehmen Sie Namen, Orte und Umstände heraus, an denen man jemanden erkennt, und ändern Sie den Sinn nicht. Gezeigt wird sie, wenn oben „gekürzt zeigen“ gewählt ist; was geschrieben wurde, ist nach der Freigabe gelöscht.',
  save: 'Entscheidungen speichern',
  saved: 'Die Entscheidungen sind gespeichert. Bis zur Freigabe lassen sie sich ändern.',
  open: (count: number) =>
    count === 1
      ? 'Über eine Anmerkung ist noch nicht entschieden.'
      : `Über ${number(count)} Anmerkungen ist noch nicht entschieden.`,
}

const release = {
  title: 'Freigeben',
  lead: 'Mit der Freigabe werden die Zahlen eingefroren und für alle Berechtigten sichtbar.',
  go: 'Ergebnisse freigeben',
  confirmTitle: 'Ergebnisse freigeben?',
  consequence: (shown: number, hidden: number) =>
    [
      'Zahlen und Anmerkungen lassen sich danach nicht mehr ändern.',
      shown === 0
        ? 'Es werden keine Anmerkungen gezeigt.'
        : shown === 1
          ? 'Gezeigt wird eine Anmerkung.'
          : `Gezeigt werden ${number(shown)} Anmerkungen.`,
      hidden === 0 ? '' : `Nicht gezeigt und gelöscht: ${number(hidden)}.`,
    ]
      .filter(Boolean)
      .join(' '),
  unread: 'Bitte entscheiden Sie erst über alle Anmerkungen.',
  done: 'Die Ergebnisse sind freigegeben.',
  see: 'Ergebnisse ansehen',
}

export const round = {
  list,
  schedule,
  next,
  explained,
  facts,
  add,
  notOpened,
  reschedule,
  rescheduleRefusal,
  extendRefusal,
  giveUpRefusal,
  raiseRefusal,
  readersRefusal,
  remarkReaders,
  actions,
  review,
  release,
}
