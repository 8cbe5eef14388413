import type { IssueRefusal, RevocationKind, RevokeRefusal, Standing } from '#app/domain/certificate.ts'
import { formatDay, formatNumber } from '#app/i18n/format.ts'

const number = (value: number) => formatNumber(value, 'de')
const day = (text: string) => formatDay(text, 'de')
const units = (count: number) =>
  count === 1 ? 'eine Unterrichtseinheit' : `${number(count)} Unterrichtseinheiten`

type Units = { unitsAttended: number; unitsPlanned: number }

const attendedOf = ({ unitsAttended, unitsPlanned }: Units) =>
  `${number(unitsAttended)} von ${number(unitsPlanned)} Unterrichtseinheiten`

/** "mehr als der Hälfte", "mehr als 75 %" */
const overShare = (percent: number) =>
  percent === 50
    ? 'mehr als der Hälfte'
    : percent === 0
      ? 'mindestens einer'
      : `mehr als ${number(percent)} %`

const standing = {
  issued: 'ausgestellt',
  earned: 'kann ausgestellt werden',
  open: 'Anwesenheit fehlt noch',
  'too-little': 'keine, zu wenig Anwesenheit',
  absent: 'keine, nicht dabei gewesen',
  revoked: 'widerrufen',
} satisfies Record<Standing, string>

const refusal = {
  'called-off': 'Der Workshop ist abgesagt. Dafür gibt es keine Bescheinigungen.',
  'not-over': 'Bescheinigungen stellen Sie nach dem letzten Termin aus.',
  nobody: 'In diesem Workshop hatte niemand einen Platz.',
  'none-ready':
    'Im Augenblick gibt es keine Bescheinigung auszustellen. Tragen Sie fehlende Anwesenheit nach, dann geht es weiter.',
} satisfies Record<IssueRefusal, string>

/** What stands on the document, and on the page that checks it. */
const document = {
  title: 'Teilnahmebescheinigung',
  office: 'IT-Kompetenzstelle',
  subject: (title: string) => `Bescheinigung der Teilnahme an: ${title}`,
  hasAttended: 'hat an der folgenden Fortbildung teilgenommen:',
  facts: 'Angaben zur Fortbildung',
  name: 'Name',
  course: 'Fortbildung',
  meetings: (count: number): string => (count === 1 ? 'Termin' : 'Termine'),
  nthMeeting: (nth: number) => `Termin ${nth}`,
  meetingCount: (count: number) => `${number(count)} Termine, siehe unten`,
  where: 'Ort',
  place: (place: string | null, online: boolean) =>
    place === null ? 'online' : online ? `${place}, oder online` : place,
  planned: 'Geplanter Umfang',
  attended: 'Teilnahme',
  units,
  unitsOf45: (count: number) => `${units(count)} zu ${count === 1 ? '' : 'je '}45 Minuten`,
  remark: (facts: Units) => `Teilgenommen an ${attendedOf(facts)}.`,
  goals: 'Ziele',
  contents: 'Inhalte',
  issuer: 'Ausgestellt von',
  issuedOn: 'Ausgestellt am',
  issued: (issuer: string, on: string) => `${issuer}, ${day(on)}`,
  withoutSignature: 'Diese Bescheinigung wurde maschinell erstellt und gilt ohne Unterschrift.',
  questions: (email: string) => `Fragen beantwortet: ${email}`,
  check: 'Echtheit prüfen',
  checkText:
    'Ob diese Bescheinigung echt ist und noch gilt, prüfen Sie ohne Anmeldung: Lesen Sie das Muster mit der Kamera, oder geben Sie den Prüfcode auf der Seite ein.',
  code: 'Prüfcode',
  at: 'Seite: ',
  qrAlternative: (url: string) => `QR-Code, der zur Prüfung dieser Bescheinigung führt: ${url}`,
  linkContents: 'Zur Prüfung dieser Bescheinigung',
  attachment: 'Angaben dieser Bescheinigung, maschinenlesbar',
  page: (nth: number, count: number) => `Seite ${nth} von ${count}`,
  demo: { mark: 'Beispiel', sentence: 'Beispieldaten: Personen und Angaben sind erfunden.' },
  revoked: 'Widerrufen',
  revokedOn: (on: string) => `Diese Bescheinigung wurde am ${day(on)} widerrufen.`,
}

/** Why a certificate does not hold any more; what was written by hand stands after it. */
const reason = {
  corrected: 'Anwesenheit, Zeit oder Ort wurden nachträglich berichtigt.',
  withdrawn: 'Widerruf durch die ausstellende Stelle',
} satisfies Record<RevocationKind, string>

export const certificate = {
  document,
  standing,
  refusal,
  reasonOf: (kind: RevocationKind, text: string | null) => text ?? reason[kind],
  attendedOf,

  workshop: {
    title: 'Bescheinigungen',
    rule: (percent: number) =>
      `Eine Bescheinigung bekommt, wer an ${overShare(percent)} der Unterrichtseinheiten teilgenommen hat. Hat jemand etwas versäumt, steht darin, wie viel besucht wurde.`,
    issue: (count: number) =>
      count === 1 ? 'Eine Bescheinigung ausstellen' : `${number(count)} Bescheinigungen ausstellen`,
    tell: 'Gründe mitteilen',
    consequence: (earned: number, tooLittle: number) =>
      [
        earned === 1 ? 'Eine Person erhält ihre Bescheinigung per E-Mail als Link.' : '',
        earned > 1 ? `${number(earned)} Personen erhalten ihre Bescheinigung per E-Mail als Link.` : '',
        tooLittle === 1 ? 'Eine Person erfährt, warum sie keine bekommt.' : '',
        tooLittle > 1 ? `${number(tooLittle)} Personen erfahren, warum sie keine bekommen.` : '',
      ]
        .filter(Boolean)
        .join(' '),
    done: (issued: number) =>
      issued === 0
        ? 'Es war nichts Neues auszustellen.'
        : issued === 1
          ? 'Eine Bescheinigung ist ausgestellt.'
          : `${number(issued)} Bescheinigungen sind ausgestellt.`,
    doneText: 'Die E-Mails sind unterwegs.',
    open: (count: number) =>
      count === 1
        ? 'Für eine Person fehlt noch Anwesenheit'
        : `Für ${number(count)} Personen fehlt noch Anwesenheit`,
    openText: (names: string) =>
      `${names}. Sobald die Anwesenheit vollständig eingetragen ist, kann auch hier ausgestellt werden.`,
    rollCall: (when: string) => `Anwesenheit vom ${when}`,
    list: 'Wer eine Bescheinigung bekommt',
    nobody: 'In diesem Workshop hatte niemand einen Platz, also gibt es nichts zu bescheinigen.',
    person: 'Person',
    organisation: 'Organisation',
    attended: 'Teilnahme',
    state: 'Bescheinigung',
    see: 'Ansehen',
    privacy:
      'Diese Liste sehen nur die Leitung des Workshops und die Koordination. Fortbildungsbeauftragte und Vorgesetzte sehen sie nicht: Wem jemand die eigene Bescheinigung zeigt, entscheidet die Person selbst.',
  },

  own: {
    title: 'Meine Bescheinigungen',
    lead: 'Alle Teilnahmebescheinigungen an einem Ort. Sie bleiben hier, auch wenn es den Kurs nicht mehr gibt.',
    empty:
      'Sie haben noch keine Bescheinigung. Nach einem besuchten Workshop stellt die Leitung sie aus, und Sie bekommen eine E-Mail.',
    toWorkshops: 'Workshops ansehen',
    year: (year: number, count: number) => `${year}: ${units(count)}`,
    download: 'Als PDF herunterladen',
    downloadOf: (title: string) => `Bescheinigung „${title}“ als PDF herunterladen`,
    valid: 'gültig',
    revoked: 'widerrufen',
    without: 'Ohne Bescheinigung',
    elsewhere: 'Nachweise anderer Anbieter',
    elsewhereFrom: (provider: string, count: number) => `${provider}, ${units(count)}, bestätigt`,
    why: (standing: Standing, facts: Units, percent: number) =>
      ({
        issued: '',
        earned: 'Die Bescheinigung wird noch ausgestellt. Sie bekommen dann eine E-Mail.',
        open: 'Die Anwesenheit ist noch nicht vollständig eingetragen.',
        'too-little': `Sie haben an ${attendedOf(facts)} teilgenommen. Eine Bescheinigung gibt es ab ${overShare(percent)}. Stimmt das nicht, wenden Sie sich an die Leitung des Workshops.`,
        absent:
          'Sie sind als nicht anwesend eingetragen. Stimmt das nicht, wenden Sie sich an die Leitung des Workshops.',
        revoked: '',
      })[standing],
    link: 'Meine Bescheinigungen',
    toList: 'Alle Bescheinigungen ansehen und herunterladen',
  },

  show: {
    title: 'Bescheinigung',
    valid: 'Gültig',
    revoked: 'Widerrufen',
    revokedTitle: (on: string) => `Widerrufen am ${day(on)}`,
    reason: 'Grund',
    download: 'Als PDF herunterladen',
    check: 'So sieht die Prüfung für andere aus',
    history: 'Verlauf',
    historyIssued: (when: string, by: string, facts: Units) =>
      `${when}: ausgestellt von ${by}, ${attendedOf(facts)}`,
    historyRevoked: (when: string, by: string, why: string) => `${when}: widerrufen von ${by}. ${why}`,
    revoke: 'Widerrufen',
    again: 'Neu ausstellen',
    againText: 'Ist der Grund weggefallen? Dann stellen Sie eine neue Bescheinigung mit neuem Prüfcode aus.',
    againRefused:
      'Eine neue Bescheinigung lässt sich nicht ausstellen: Die eingetragene Anwesenheit reicht nicht, oder den Workshop gibt es nicht mehr.',
    againDone: 'Eine neue Bescheinigung ist ausgestellt.',
  },

  revoke: {
    title: 'Bescheinigung widerrufen',
    consequence: (name: string) =>
      `${name} erhält eine E-Mail mit dem Grund. Wer den Prüfcode eingibt, liest ab jetzt „widerrufen“ mit Tag und Grund. Das lässt sich nicht zurücknehmen, aber Sie können eine neue Bescheinigung ausstellen.`,
    reason: 'Grund',
    reasonHint:
      'Alle, die den Prüfcode kennen, lesen ihn. Bitte schreiben Sie nichts Persönliches, zum Beispiel nichts über Krankheit.',
    confirm: 'Bescheinigung widerrufen',
    refusal: {
      'revoked-before': 'Diese Bescheinigung ist schon widerrufen.',
    } satisfies Record<RevokeRefusal, string>,
  },

  verify: {
    title: 'Bescheinigung prüfen',
    lead: 'Ist eine Teilnahmebescheinigung echt, und gilt sie noch? Der Prüfcode steht auf ihr.',
    code: 'Prüfcode',
    codeHint: 'Zwölf Zeichen, zum Beispiel 7KCD-X3PM-W9VT. Groß oder klein, mit oder ohne Striche.',
    check: 'Prüfen',
    another: 'Eine andere Bescheinigung prüfen',
    empty: 'Bitte geben Sie den Prüfcode ein.',
    mistyped:
      'Das ist kein Prüfcode, vielleicht ist ein Zeichen verrutscht. Bitte vergleichen Sie noch einmal; die Zeichen 0, 1, I, L, O, S, B und Z kommen nicht vor.',
    valid: 'Gültig',
    validText:
      'Diese Bescheinigung wurde so ausgestellt. Bitte vergleichen Sie, ob auf dem Papier dasselbe steht wie hier.',
    revoked: (on: string) => `Widerrufen am ${day(on)}`,
    revokedText: 'Diese Bescheinigung wurde ausgestellt, gilt aber nicht mehr.',
    reason: 'Grund',
    unknown: 'Unbekannt',
    unknownText: (code: string) =>
      `Zum Prüfcode ${code} gibt es hier keine Bescheinigung. Vergleichen Sie den Code und die Adresse der Seite mit dem Papier. Stimmt beides, ist die Bescheinigung nicht von uns, oder sie wurde gelöscht.`,
    tooMany: 'Von hier wurde sehr oft geprüft. In einer Viertelstunde geht es weiter.',
    about: 'Was diese Prüfung zeigt',
    aboutText:
      'Sie zeigt, was die ausstellende Stelle bescheinigt hat und ob das noch gilt. Sie zeigt nicht, ob das Papier in Ihrer Hand denselben Wortlaut hat: Das sehen Sie, wenn Sie beides vergleichen. Eine Teilnahmebescheinigung bestätigt Anwesenheit, keine Prüfung.',
    aboutPrivacy: 'Wer prüft, wird nicht gespeichert. Suchmaschinen finden diese Seiten nicht.',
  },
}
