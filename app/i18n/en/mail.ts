import { oneLine, type Letters } from '#app/domain/mail.ts'
import { certificateMail } from '#app/i18n/en/certificate-mail.ts'
import { formatDay } from '#app/i18n/format.ts'
import { about, letter, linkTo, titleOf, toWorkshop, until } from '#app/i18n/en/letter-parts.ts'
import { mailMessages } from '#app/i18n/en/mail-messages.ts'

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

const enrolment: Pick<
  Letters,
  | 'enrolment-confirmed'
  | 'enrolment-waiting'
  | 'enrolment-offered'
  | 'enrolment-promoted'
  | 'enrolment-lapsed'
  | 'enrolment-withdrawn'
> = {
  'enrolment-confirmed': ({ name, workshop }, from) =>
    letter(from, name, `Your place: ${titleOf(workshop)}`, [
      'Your place is confirmed:',
      about(workshop),
      `If you cannot come after all, please withdraw here, so that somebody else can have it.\n${linkTo(from, `/workshops/${workshop.workshopId}`)}`,
    ]),
  'enrolment-waiting': ({ name, workshop, position }, from) =>
    letter(from, name, `Waiting list: ${titleOf(workshop)}`, [
      position === 1
        ? 'This workshop is full at the moment. You are the next one on the waiting list:'
        : `This workshop is full at the moment. You are number ${position} on the waiting list:`,
      about(workshop),
      'As soon as a place becomes free you move up and get an e-mail. There is nothing to do for you.',
      toWorkshop(from, workshop),
    ]),
  'enrolment-offered': ({ name, workshop, enrolmentId, until: day, enrolledBy }, from) =>
    letter(from, name, `A place for you: ${titleOf(workshop)}`, [
      enrolledBy ? `${oneLine(enrolledBy)} has kept a place for you:` : 'A place has been kept for you:',
      about(workshop),
      `Whether you take it is up to you. It is yours until ${until(day)}:\n${linkTo(from, `/enrolments/${enrolmentId}`)}`,
      'If you decline or do not answer, this is not recorded as an absence anywhere.',
    ]),
  'enrolment-promoted': ({ name, workshop }, from) =>
    letter(from, name, `You have moved up: ${titleOf(workshop)}`, [
      'A place has become free, and it is yours:',
      about(workshop),
      `If it no longer suits you, please withdraw here, so that somebody else can have it.\n${linkTo(from, `/workshops/${workshop.workshopId}`)}`,
    ]),
  'enrolment-lapsed': ({ name, workshop }, from) =>
    letter(from, name, `The place kept for you is free again: ${titleOf(workshop)}`, [
      'The time for the place that was kept for you is over. This is not recorded as an absence anywhere.',
      about(workshop),
      `Would you like to come after all? Here you see whether there is room:\n${linkTo(from, `/workshops/${workshop.workshopId}`)}`,
    ]),
  'enrolment-withdrawn': ({ name, workshop }, from) =>
    letter(from, name, `Withdrawn: ${titleOf(workshop)}`, [
      'You have withdrawn from:',
      about(workshop),
      `The place goes to the waiting list. You find more dates here:\n${linkTo(from, '/workshops')}`,
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

const evaluation: Pick<Letters, 'evaluation-invitation' | 'evaluation-reminder'> = {
  'evaluation-invitation': ({ name, roundId, title, closesOn }, from) =>
    letter(
      from,
      name,
      `Your opinion counts: ${title}`,
      [
        `How was it for you? The questions take a few minutes, until ${formatDay(closesOn, 'en')}:\n${linkTo(from, `/evaluations/${roundId}/answer`)}`,
        VOLUNTARY,
      ],
      { zusage: VOLUNTARY },
    ),
  'evaluation-reminder': ({ name, roundId, title, closesOn }, from) =>
    letter(
      from,
      name,
      `Until ${formatDay(closesOn, 'en')}: ${title}`,
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
  ...enrolment,
  ...workshop,
  ...evaluation,
  ...certificateMail,
  ...mailMessages,
  'report-released': ({ name, number, cutOff }, from) =>
    letter(from, name, `Report ${number} to the steering committee`, [
      `The report as of ${formatDay(cutOff, 'en')} has been released. You can read it here and download it as a PDF:\n${linkTo(from, `/reports/${number}`)}`,
    ]),
}
