import type { RoundKind } from '#app/domain/evaluation.ts'
import { oneLine, type Letters } from '#app/domain/mail.ts'
import { certificateMail } from '#app/i18n/en/certificate-mail.ts'
import { approvalMail } from '#app/i18n/en/approval-mail.ts'
import { attendanceLetters } from '#app/i18n/en/attendance-mail.ts'
import { barrierMail } from '#app/i18n/en/barrier-mail.ts'
import { proofMail } from '#app/i18n/en/proof-mail.ts'
import { trusteeMail } from '#app/i18n/en/trustee-mail.ts'
import { formatDay } from '#app/i18n/format.ts'
import { about, letter, linkTo, titleOf, toWorkshop, until } from '#app/i18n/en/letter-parts.ts'
import { mailMessages } from '#app/i18n/en/mail-messages.ts'
import { enrolmentMail } from '#app/i18n/en/enrolment-mail.ts'
import { alternativesIn, planningMail } from '#app/i18n/en/planning-mail.ts'

const access: Pick<Letters, 'invitation' | 'reset' | 'login-link' | 'access-requested' | 'access-declined'> =
  {
    invitation: ({ name, token, validUntil }, from) =>
      letter(from, name, 'Your access to Lernkreis', [
        'You are invited to take part in the courses and workshops of the IT competence centre. In Lernkreis you find dates, enrol with one click and tell us afterwards what it brought you. All of it is voluntary.',
        `Set up your access with this link:\n${linkTo(from, `/invitation/${token}`)}`,
        `It is valid until ${until(validUntil)}, once. After that the sign-in page sends you a new one at any time.`,
      ]),
    reset: ({ name, token, validUntil }, from) =>
      letter(from, name, 'A new password for Lernkreis', [
        `Choose a new password with this link:\n${linkTo(from, `/reset/${token}`)}`,
        `It is valid until ${until(validUntil)}, once.`,
        'You did not ask for it? Then there is nothing to do: your password stays as it is.',
      ]),
    'login-link': ({ name, token, validUntil }, from) =>
      letter(from, name, 'Your link to sign in to Lernkreis', [
        `Sign in without a password with this link:\n${linkTo(from, `/login/${token}`)}`,
        `It is valid until ${until(validUntil)}, once.`,
        'You did not ask for it? Then there is nothing to do. Please do not pass it on.',
      ]),
    'access-requested': ({ name, applicant, organisation }, from) =>
      letter(from, name, `Request for access: ${applicant}`, [
        organisation
          ? `${oneLine(applicant)} (${oneLine(organisation)}) would like to take part in Lernkreis.`
          : `${oneLine(applicant)} would like to take part in Lernkreis.`,
        `You can check and answer it here:\n${linkTo(from, '/admin/requests')}`,
      ]),
    'access-declined': ({ name }, from) =>
      letter(from, name, 'Your request for access to Lernkreis', [
        'Thank you for your interest. We cannot give you access at the moment; it is reserved for the staff of the municipalities that take part. If this is a misunderstanding, please get in touch with us.',
        `You can see the courses without access, too:\n${linkTo(from, '/courses')}`,
      ]),
  }

const workshop: Pick<Letters, 'workshop-changed' | 'workshop-called-off' | 'workshop-message'> = {
  'workshop-changed': (data, from) =>
    letter(from, data.name, `Changed: ${titleOf(data.workshop)}`, [
      'Something about your workshop has changed. This is how it takes place now:',
      about(data.workshop),
      `If it no longer suits you, please withdraw here:\n${linkTo(from, `/workshops/${data.workshop.workshopId}`)}`,
    ]),
  'workshop-called-off': (data, from) =>
    letter(from, data.name, `Called off: ${titleOf(data.workshop)}`, [
      'Unfortunately this workshop does not take place:',
      about(data.workshop),
      `Reason: ${data.reason}`,
      ...alternativesIn(data.alternatives),
      `You find other dates here:\n${linkTo(from, '/workshops')}`,
    ]),
  'workshop-message': (data, from) =>
    letter(from, data.name, `${data.subject} (${titleOf(data.workshop)})`, [
      `${oneLine(data.author)} writes to everybody enrolled in this workshop:`,
      data.body,
      about(data.workshop),
      toWorkshop(from, data.workshop),
    ]),
}

const VOLUNTARY =
  'Taking part is voluntary, and every question can be skipped. Your answers are sealed and only counted at the end, together with those of the others; with fewer than five answers nothing is shown.'

const ONLY_REMINDER = 'This is the only reminder. Who gets it stands in no list.'

const asked: Record<RoundKind, { question: string; about: (title: string) => string }> = {
  workshop: { question: 'How was it for you?', about: (title) => title },
  transfer: {
    question: 'The workshop was eight weeks ago. What has it brought to your work?',
    about: (title) => `${title}, eight weeks later`,
  },
  'competence-centre': { question: 'How satisfied are you?', about: (title) => title },
  needs: { question: 'What do you need for your work?', about: (title) => title },
  free: { question: 'What do you think?', about: (title) => title },
}

type Evaluation = 'evaluation-invitation' | 'evaluation-reminder' | 'round-planned' | 'round-missed'
const evaluation: Pick<Letters, Evaluation> = {
  'round-missed': ({ name, roundId, title, opensOn, closesOn }, from) =>
    letter(from, name, `Not begun: ${title}`, [
      `The evaluation was planned for ${formatDay(opensOn, 'en')} to ${formatDay(closesOn, 'en')} and did not begin. Nobody has been invited.`,
      `Choose new days, or give it up:\n${linkTo(from, `/evaluations/${roundId}`)}`,
    ]),
  'round-planned': ({ name, roundId, title, opensOn, closesOn, moved }, from) =>
    letter(from, name, moved ? `Moved: ${title}` : `Planned: ${title}`, [
      `${moved ? 'Because the schedule has changed, the next evaluation is moved' : 'By the schedule that was decided, the next evaluation is planned'}: ${formatDay(opensOn, 'en')} to ${formatDay(closesOn, 'en')}. The invitations leave by themselves on the first day.`,
      `Until then it can be looked at and given up:\n${linkTo(from, `/evaluations/${roundId}`)}`,
    ]),
  'evaluation-invitation': ({ name, roundId, kind = 'workshop', title, closesOn }, from) =>
    letter(
      from,
      name,
      `Your opinion counts: ${asked[kind].about(title)}`,
      [
        `${asked[kind].question} The questions take a few minutes, until ${formatDay(closesOn, 'en')}:\n${linkTo(from, `/evaluations/${roundId}/answer`)}`,
        VOLUNTARY,
      ],
      { zusage: VOLUNTARY },
    ),
  'evaluation-reminder': ({ name, roundId, kind = 'workshop', title, closesOn }, from) =>
    letter(
      from,
      name,
      `Until ${formatDay(closesOn, 'en')}: ${asked[kind].about(title)}`,
      [
        `Your answer is still missing. If you like, give it here until ${formatDay(closesOn, 'en')}:\n${linkTo(from, `/evaluations/${roundId}/answer`)}`,
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
    letter(from, name, `Prepare the report for ${formatDay(cutOff, 'en')}`, [
      again
        ? `the report for the cut-off day ${formatDay(cutOff, 'en')} has not been prepared yet.`
        : `the report for the cut-off day ${formatDay(cutOff, 'en')} can be prepared.`,
      'Nothing is frozen by itself: first write what you want to say, look at the draft, and then freeze the figures.',
      `To the draft:\n${linkTo(from, `/reports/drafts/${cutOff}`)}`,
    ]),
  'report-released': ({ name, number, cutOff, whereWeStand }, from) =>
    letter(from, name, `Report ${number} to the steering committee`, [
      `the report for the cut-off day ${formatDay(cutOff, 'en')} has been released.`,
      ...(whereWeStand ? [whereWeStand] : []),
      `The report as PDF, with what matters on its first two pages:\n${linkTo(from, `/reports/${number}/steering-committee.pdf`)}`,
    ]),
}
