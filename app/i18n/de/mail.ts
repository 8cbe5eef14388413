import type { RoundKind } from '#app/domain/evaluation.ts'
import { oneLine, type Letters } from '#app/domain/mail.ts'
import { certificateMail } from '#app/i18n/de/certificate-mail.ts'
import { approvalMail } from '#app/i18n/de/approval-mail.ts'
import { attendanceLetters } from '#app/i18n/de/attendance-mail.ts'
import { barrierMail } from '#app/i18n/de/barrier-mail.ts'
import { proofMail } from '#app/i18n/de/proof-mail.ts'
import { trusteeMail } from '#app/i18n/de/trustee-mail.ts'
import { formatDay } from '#app/i18n/format.ts'
import { about, letter, linkTo, toWorkshop, until } from '#app/i18n/de/letter-parts.ts'
import { mailMessages } from '#app/i18n/de/mail-messages.ts'
import { enrolmentMail } from '#app/i18n/de/enrolment-mail.ts'
import { alternativesIn, planningMail } from '#app/i18n/de/planning-mail.ts'

const access: Pick<Letters, 'invitation' | 'reset' | 'login-link' | 'access-requested' | 'access-declined'> =
  {
    invitation: ({ name, token, validUntil }, from) =>
      letter(from, name, 'Ihr Zugang zu Lernkreis', [
        'Sie sind eingeladen, bei den Kursen und Workshops der IT-Kompetenzstelle mitzumachen. In Lernkreis finden Sie Termine, melden sich mit einem Klick an und sagen uns hinterher, was es Ihnen gebracht hat. Alles ist freiwillig.',
        `Mit diesem Link richten Sie Ihren Zugang ein:\n${linkTo(from, `/invitation/${token}`)}`,
        `Er gilt bis ${until(validUntil)} und nur einmal. Danach erhalten Sie auf der Seite „Einloggen“ jederzeit einen neuen.`,
      ]),
    reset: ({ name, token, validUntil }, from) =>
      letter(from, name, 'Neues Passwort für Lernkreis', [
        `mit diesem Link wählen Sie ein neues Passwort:\n${linkTo(from, `/reset/${token}`)}`,
        `Er gilt bis ${until(validUntil)} und nur einmal.`,
        'Sie haben das nicht angefordert? Dann brauchen Sie nichts zu tun: Ihr Passwort bleibt, wie es ist.',
      ]),
    'login-link': ({ name, token, validUntil }, from) =>
      letter(from, name, 'Ihr Link zu Lernkreis', [
        `mit diesem Link loggen Sie sich ohne Passwort ein:\n${linkTo(from, `/login/${token}`)}`,
        `Er gilt bis ${until(validUntil)} und nur einmal.`,
        'Sie haben ihn nicht angefordert? Dann brauchen Sie nichts zu tun. Bitte geben Sie ihn nicht weiter.',
      ]),
    'access-requested': ({ name, applicant, organisation }, from) =>
      letter(from, name, `Bitte um Zugang: ${applicant}`, [
        organisation
          ? `${oneLine(applicant)} (${oneLine(organisation)}) möchte bei Lernkreis mitmachen.`
          : `${oneLine(applicant)} möchte bei Lernkreis mitmachen.`,
        `Prüfen und beantworten können Sie das hier:\n${linkTo(from, '/admin/requests')}`,
      ]),
    'access-declined': ({ name }, from) =>
      letter(from, name, 'Ihre Bitte um Zugang zu Lernkreis', [
        'vielen Dank für Ihr Interesse. Wir können Ihnen im Augenblick keinen Zugang einrichten; er ist den Beschäftigten der teilnehmenden Kommunen vorbehalten. Wenn das ein Missverständnis ist, melden Sie sich bitte bei uns.',
        `Welche Kurse es gibt, sehen Sie auch ohne Zugang:\n${linkTo(from, '/courses')}`,
      ]),
  }

const workshop: Pick<Letters, 'workshop-changed' | 'workshop-called-off' | 'workshop-message'> = {
  'workshop-changed': (data, from) =>
    letter(from, data.name, `Geändert: ${data.workshop.titleDe}`, [
      'an Ihrem Workshop hat sich etwas geändert. So findet er jetzt statt:',
      about(data.workshop),
      `Passt es nicht mehr, melden Sie sich bitte hier ab:\n${linkTo(from, `/workshops/${data.workshop.workshopId}`)}`,
    ]),
  'workshop-called-off': (data, from) =>
    letter(from, data.name, `Abgesagt: ${data.workshop.titleDe}`, [
      'dieser Workshop findet leider nicht statt:',
      about(data.workshop),
      `Grund: ${data.reason}`,
      ...alternativesIn(data.alternatives),
      `Andere Termine finden Sie hier:\n${linkTo(from, '/workshops')}`,
    ]),
  'workshop-message': (data, from) =>
    letter(from, data.name, `${data.subject} (${data.workshop.titleDe})`, [
      `${oneLine(data.author)} schreibt allen Angemeldeten dieses Workshops:`,
      data.body,
      about(data.workshop),
      toWorkshop(from, data.workshop),
    ]),
}

const VOLUNTARY =
  'Ihre Teilnahme ist freiwillig, jede Frage lässt sich überspringen. Ihre Antworten werden versiegelt und erst am Ende gemeinsam mit den anderen ausgezählt; bei weniger als fünf Antworten wird nichts gezeigt.'

const ONLY_REMINDER = 'Das ist die einzige Erinnerung. Wer sie bekommt, steht in keiner Liste.'

/** What a round asks, and what its mails are called. */
const asked: Record<RoundKind, { question: string; about: (title: string) => string }> = {
  workshop: { question: 'wie war es für Sie?', about: (title) => title },
  transfer: {
    question: 'der Workshop ist acht Wochen her. Was hat er Ihnen für Ihre Arbeit gebracht?',
    about: (title) => `${title}, acht Wochen danach`,
  },
  'competence-centre': { question: 'wie zufrieden sind Sie?', about: (title) => title },
  needs: { question: 'was brauchen Sie für Ihre Arbeit?', about: (title) => title },
  free: { question: 'was meinen Sie dazu?', about: (title) => title },
}

type Evaluation = 'evaluation-invitation' | 'evaluation-reminder' | 'round-planned' | 'round-missed'
const evaluation: Pick<Letters, Evaluation> = {
  'round-missed': ({ name, roundId, title, opensOn, closesOn }, from) =>
    letter(from, name, `Nicht begonnen: ${title}`, [
      `die Befragung war für ${formatDay(opensOn, 'de')} bis ${formatDay(closesOn, 'de')} geplant und hat nicht begonnen. Niemand ist eingeladen worden.`,
      `Wählen Sie neue Tage, oder geben Sie sie auf:\n${linkTo(from, `/evaluations/${roundId}`)}`,
    ]),
  'round-planned': ({ name, roundId, title, opensOn, closesOn, moved }, from) =>
    letter(from, name, moved ? `Verschoben: ${title}` : `Geplant: ${title}`, [
      `${moved ? 'weil sich der Turnus geändert hat, ist die nächste Befragung verschoben' : 'nach dem beschlossenen Turnus ist die nächste Befragung geplant'}: ${formatDay(opensOn, 'de')} bis ${formatDay(closesOn, 'de')}. Die Einladungen gehen am ersten Tag von selbst hinaus.`,
      `Bis dahin lässt sie sich ansehen und aufgeben:\n${linkTo(from, `/evaluations/${roundId}`)}`,
    ]),
  'evaluation-invitation': ({ name, roundId, kind = 'workshop', title, closesOn }, from) =>
    letter(
      from,
      name,
      `Ihre Meinung zählt: ${asked[kind].about(title)}`,
      [
        `${asked[kind].question} Die Fragen sind in wenigen Minuten beantwortet, bis zum ${formatDay(closesOn, 'de')}:\n${linkTo(from, `/evaluations/${roundId}/answer`)}`,
        VOLUNTARY,
      ],
      { zusage: VOLUNTARY },
    ),
  'evaluation-reminder': ({ name, roundId, kind = 'workshop', title, closesOn }, from) =>
    letter(
      from,
      name,
      `Noch bis ${formatDay(closesOn, 'de')}: ${asked[kind].about(title)}`,
      [
        `Ihre Antwort fehlt noch. Wenn Sie möchten, geben Sie sie bis zum ${formatDay(closesOn, 'de')} hier:\n${linkTo(from, `/evaluations/${roundId}/answer`)}`,
        VOLUNTARY,
        ONLY_REMINDER,
      ],
      { zusage: `${VOLUNTARY}\n\n${ONLY_REMINDER}` },
    ),
}

export const mail: Letters = {
  ...access,
  ...approvalMail,
  ...enrolmentMail,
  ...workshop,
  ...attendanceLetters,
  ...planningMail,
  ...evaluation,
  ...certificateMail,
  ...proofMail,
  ...barrierMail,
  ...trusteeMail,
  ...mailMessages,
  'report-due': ({ name, cutOff, again }, from) =>
    letter(from, name, `Bericht zum ${formatDay(cutOff, 'de')} vorbereiten`, [
      again
        ? `der Bericht zum Stichtag ${formatDay(cutOff, 'de')} ist noch nicht vorbereitet.`
        : `der Bericht zum Stichtag ${formatDay(cutOff, 'de')} kann vorbereitet werden.`,
      'Festgehalten wird nichts von selbst: Schreiben Sie zuerst, was Sie dazu sagen möchten, sehen Sie den Entwurf an, und halten Sie die Zahlen dann fest.',
      `Zum Entwurf:\n${linkTo(from, `/reports/drafts/${cutOff}`)}`,
    ]),
  'report-released': ({ name, number, cutOff, whereWeStand }, from) =>
    letter(from, name, `Bericht ${number} an den Lenkungsausschuss`, [
      `der Bericht zum Stichtag ${formatDay(cutOff, 'de')} ist freigegeben.`,
      ...(whereWeStand ? [whereWeStand] : []),
      `Der Bericht als PDF, vorn auf zwei Seiten das Wichtigste:\n${linkTo(from, `/reports/${number}/steering-committee.pdf`)}`,
    ]),
}
