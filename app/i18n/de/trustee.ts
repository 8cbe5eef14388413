// Rounds whose key two people hold together. Whatever is promised or warned of here is what the code does.

import {
  HANDED_OVER_DAYS,
  TRUSTEES_HAVE_DAYS,
  type TrusteePart,
  type TrusteeStep,
} from '#app/domain/trustee.ts'
import { formatDateTime, formatDay, formatNumber } from '#app/i18n/format.ts'

const number = (value: number) => formatNumber(value, 'de')
const moment = (at: Date) => formatDateTime(at, 'de')
const day = (text: string) => formatDay(text, 'de')

const part = {
  coordination: 'Koordination',
  oversight: 'Personalrat oder Datenschutz',
} satisfies Record<TrusteePart, string>

const step = {
  passphrase: 'muss ein Kennwort setzen',
  sheet: 'muss den Code vom Notfallblatt eintippen',
  'wait-for-other': 'wartet auf die andere Treuhandperson',
  rehearsal: 'muss die Probe machen',
  ready: 'bereit',
} satisfies Record<TrusteeStep, string>

/** Who holds the key, on the page of a round. */
const holder = {
  title: 'Wer die Stimmzettel öffnen kann',
  server:
    'Der Schlüssel liegt verschlossen in der Datenbank und wird mit dem Schlüssel des Servers geöffnet. Ausgezählt wird von selbst.',
  trustees: 'Nur zwei Treuhandpersonen gemeinsam, jede mit ihrem eigenen Kennwort.',
  offer: 'Zwei Treuhandpersonen benennen',
  see: 'Stand der Treuhand',
  toPage: 'Zu Ihrer Hälfte des Schlüssels',
  notReady:
    'Die Befragung beginnt erst, wenn beide Treuhandpersonen bereit sind: Kennwort gesetzt, Notfallblatt bestätigt, Probe gelungen.',
  closed: `Die Befragung ist beendet. Ausgezählt wird, sobald beide Treuhandpersonen ihr Kennwort eingegeben haben. Geschieht das nicht innerhalb von ${TRUSTEES_HAVE_DAYS} Tagen, werden die Antworten ungelesen gelöscht.`,
  closedNext: 'Beide Treuhandpersonen geben ihr Kennwort ein.',
  reasonUnopened: 'Es kamen zu wenige Antworten, oder die Treuhandpersonen haben nicht rechtzeitig geöffnet.',
  anotherKey:
    'ROUND_KEY dieser Installation passt nicht zu dieser Befragung. So lässt sie sich nicht auszählen. Es ist nichts verloren: Bitte lassen Sie den Betrieb prüfen, ob ROUND_KEY richtig gesetzt ist. Bleibt es dabei, werden die Antworten spätestens ein Jahr nach dem letzten Tag ungelesen gelöscht.',
}

const overview = {
  title: 'Treuhand für diese Befragung',
  lead: 'Der Schlüssel wird in zwei Hälften geteilt. Eine hat die Koordination, die andere der Personalrat oder die oder der Datenschutzbeauftragte. Erst beide zusammen öffnen die Stimmzettel.',
  who: 'Treuhandperson',
  part: 'Seite',
  state: 'Stand',
  caption: 'Treuhandpersonen und ihr Stand',
  disabled: 'nicht mehr im Amt',
  handedOver: (at: Date) => `Hälfte übergeben am ${moment(at)}`,
  readyTitle: 'Beide sind bereit. Die Befragung kann beginnen.',
  risk: 'Was dabei verloren gehen kann',
  risks: [
    'Vergisst eine Treuhandperson ihr Kennwort, hilft ihr Notfallblatt. Sind bei derselben Person Kennwort und Blatt verloren, kann niemand die Antworten mehr öffnen, auch nicht der Betrieb. Die Befragung ist dann verloren.',
    `Scheidet jemand aus, öffnet eine Kollegin oder ein Kollege desselben Amtes mit dem Notfallblatt. Deshalb gehört es verschlossen in einen Tresor und nicht in die eigene Schublade.`,
    `Öffnen die beiden ${TRUSTEES_HAVE_DAYS} Tage nach dem letzten Tag nicht, werden die Antworten ungelesen gelöscht.`,
    'Auch mit Treuhand braucht die Auszählung den Schlüssel des Servers (ROUND_KEY). Ohne ihn öffnen auch beide Kennwörter nichts.',
  ],
  nameTitle: 'Wer die Hälften hält',
  nameAgain: 'Andere Personen benennen',
  nameAgainLead:
    'Kennwörter und Notfallblätter, die schon gesetzt sind, gelten dann nicht mehr. Beide beginnen von vorn.',
  chooseCoordination: 'Für die Koordination',
  chooseOversight: 'Für Personalrat oder Datenschutz',
  name: 'Treuhandpersonen benennen',
  named:
    'Die Treuhandpersonen sind benannt. Beide bekommen eine E-Mail und finden ihre Aufgabe auf ihrer Startseite.',
  nobody:
    'Dafür braucht es je ein Konto mit der Rolle Koordination und mit der Rolle Personalrat oder Datenschutz. Rollen vergibt die Administration.',
  back: 'Schlüssel dem Server zurückgeben',
  backLead: 'Bis die Befragung beginnt, lässt sich das noch ändern. Danach nicht mehr.',
  backDone: 'Der Server hält den Schlüssel wieder.',
  fixed: 'Die Befragung hat begonnen. Wer den Schlüssel hält, steht damit fest.',
}

const mine = {
  title: 'Ihre Hälfte des Schlüssels',
  lead: (round: string) => `Für „${round}“`,
  standInTitle: 'Mit dem Notfallblatt öffnen',
  standInLead: (name: string) =>
    `Treuhandperson ist ${name}. Sie können nur mit dem Code vom Notfallblatt dieser Seite öffnen.`,
  steps: 'Vor dem Beginn',
  stepNames: ['Kennwort setzen', 'Notfallblatt drucken und bestätigen', 'Probe', 'Bereit'],
  passphraseTitle: 'Kennwort setzen',
  passphraseLead:
    'Dieses Kennwort gilt nur für diese Befragung. Es wird nirgends gespeichert und niemand kann es zurücksetzen. Nehmen Sie nicht das Kennwort, mit dem Sie sich anmelden.',
  passphrase: 'Kennwort für diese Befragung',
  passphraseHint:
    'Mindestens 16 Zeichen. Gut sind vier oder fünf Wörter, die nichts miteinander zu tun haben.',
  again: 'Noch einmal',
  set: 'Kennwort setzen',
  sheetTitle: 'Notfallblatt bestätigen',
  sheetLead:
    'Tippen Sie den Code einmal von Ihrem ausgedruckten Notfallblatt ab. So wissen wir, dass das Blatt da ist und öffnet.',
  code: 'Code vom Notfallblatt',
  codeHint: 'Sieben Gruppen zu fünf Zeichen. Groß und klein, Striche und Leerzeichen sind gleich.',
  confirm: 'Code prüfen',
  renewTitle: 'Das Blatt ist verloren oder wurde nicht gedruckt',
  renewLead: 'Mit Ihrem Kennwort entsteht ein neues Blatt. Das alte öffnet dann nichts mehr.',
  renew: 'Neues Notfallblatt',
  waitTitle: 'Die andere Treuhandperson ist an der Reihe',
  wait: 'Ihr Teil ist vorbereitet. Sobald auch sie ein Kennwort gesetzt hat, machen Sie hier die Probe.',
  rehearsalTitle: 'Probe',
  rehearsalLead:
    'Geben Sie Ihr Kennwort noch einmal ein. Geprüft wird, ob es Ihre Hälfte des Schlüssels öffnet und ob es die richtige ist: dieselbe, mit der beim Teilen ein Probe-Stimmzettel geöffnet wurde.',
  rehearse: 'Probe machen',
  readyTitle: 'Ihre Seite ist bereit',
  ready: (closesOn: string) =>
    `Nach dem letzten Tag, dem ${day(closesOn)}, kommen Sie hierher zurück und geben Ihr Kennwort ein. Mehr ist bis dahin nicht zu tun.`,
  setAgainTitle: 'Kennwort vergessen? Neu setzen',
  setAgainLead:
    'Solange die Befragung nicht begonnen hat, geht das. Der Schlüssel wird dann neu geteilt, und beide machen die Probe noch einmal.',
  openTitle: 'Stimmzettel öffnen',
  first: `Sie sind die erste von beiden. Mit Ihrem Kennwort geben Sie Ihre Hälfte frei: Sie wird so verschlossen, dass nur die andere Treuhandperson sie öffnen kann. Nach ${HANDED_OVER_DAYS} Tagen verfällt sie.`,
  second:
    'Die andere Hälfte liegt bereit. Mit Ihrem Kennwort wird sofort ausgezählt. Danach sind Stimmzettel, Namen und Schlüssel gelöscht.',
  handOver: 'Hälfte freigeben',
  count: 'Öffnen und auszählen',
  lostTitle: 'Kennwort vergessen',
  lostLead: 'Holen Sie das Notfallblatt aus dem Tresor und tippen Sie den Code ab.',
  withSheet: 'Mit dem Notfallblatt öffnen',
  handedTitle: 'Ihre Hälfte ist freigegeben',
  handed: (until: Date) => `Jetzt ist die andere Treuhandperson an der Reihe, bis ${moment(until)}.`,
  waitForEnd: (closesOn: string) =>
    `Geöffnet wird nach dem letzten Tag, dem ${day(closesOn)}. Bis dahin ist nichts zu tun.`,
  tooFewTitle: 'Noch zu wenige Antworten',
  tooFew:
    'Es sind weniger Antworten da, als für eine Auszählung nötig sind. Niemand darf sie öffnen, auch Sie nicht.',
  overTitle: 'Für diese Befragung ist nichts mehr zu tun',
  over: 'Sie ist ausgezählt oder aufgegeben. Die Schlüssel sind vernichtet.',
}

const sheet = {
  title: 'Notfallblatt',
  once: 'Dieses Blatt wird nur jetzt gezeigt. Drucken Sie es bitte gleich (Strg + P) und legen Sie es in einem verschlossenen Umschlag in einen Tresor. Nicht abfotografieren, nicht speichern, nicht per E-Mail versenden.',
  purpose:
    'Der Code ersetzt das Kennwort der genannten Treuhandperson für diese eine Befragung. Allein öffnet er keinen Stimmzettel; dazu braucht es auch die andere Hälfte.',
  round: 'Befragung',
  part: 'Seite',
  person: 'Treuhandperson',
  made: 'Erstellt',
  page: 'Einzugeben unter',
  code: 'Code',
  after: 'Nach der Auszählung öffnet der Code nichts mehr. Dann gehört das Blatt in den Reißwolf.',
  next: 'Blatt ist gedruckt: weiter',
}

const refusal = {
  'wrong-passphrase':
    'Mit diesem Kennwort öffnet sich Ihre Hälfte nicht. Bitte versuchen Sie es noch einmal, oder nehmen Sie das Notfallblatt.',
  'wrong-sheet':
    'Dieser Code gehört nicht zu dieser Hälfte. Ist es das neueste Blatt, und das für diese Befragung?',
  'wrong-wrapping-key': holder.anotherKey,
  'no-passphrase': 'Hier ist noch kein Kennwort gesetzt.',
  'no-share':
    'Der Schlüssel ist noch nicht geteilt: Die andere Treuhandperson hat noch kein Kennwort gesetzt.',
  'has-begun': 'Die Befragung hat begonnen. Das lässt sich nicht mehr ändern.',
  'same-person': 'Beide Hälften müssen von zwei verschiedenen Personen kommen.',
  'for-workshops':
    'Treuhand gibt es nur für Befragungen, die Sie selbst planen, nicht für Rückmeldungen zu Workshops.',
  'needs-trustees':
    'Diese Befragung können nur die beiden Treuhandpersonen auszählen, jede mit ihrem Kennwort.',
  'needs-other-trustee':
    'Die andere Hälfte ist noch nicht da oder verfallen. Bitte geben Sie zuerst Ihre frei.',
  'count-now':
    'Die andere Hälfte ist gerade eingetroffen. Bitte geben Sie Ihr Kennwort noch einmal ein; dann wird ausgezählt.',
  'too-often': 'Das waren zu viele Versuche. Bitte warten Sie eine Viertelstunde.',
}

const problem = {
  'too-weak':
    'Dieses Kennwort ließe sich erraten. Nehmen Sie mindestens 16 Zeichen, etwa vier oder fünf Wörter.',
  'password-differs': 'Die beiden Eingaben sind verschieden.',
  'code-length': 'Der Code hat sieben Gruppen zu fünf Zeichen, zusammen 35.',
  ...Object.fromEntries(
    [1, 2, 3, 4, 5, 6, 7].map((group) => [
      `code-group-${group}`,
      `In Gruppe ${number(group)} ist etwas vertippt. Bitte vergleichen Sie sie mit dem Blatt.`,
    ]),
  ),
} as Record<string, string>

const done = {
  sheet: 'Das Notfallblatt ist bestätigt.',
  rehearsal: 'Die Probe ist gelungen.',
  'hand-over': 'Ihre Hälfte ist freigegeben.',
} as Record<string, string>

const todo = {
  prepare: (round: string) => `Treuhand vorbereiten: ${round}`,
  open: (round: string) => `Stimmzettel öffnen: ${round}`,
}

export const trustee = { part, step, holder, overview, mine, sheet, refusal, problem, done, todo }
