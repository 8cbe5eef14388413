import type { Decider, RejectReason, Silence, Verdict } from '#app/domain/approval.ts'
import { oneLine } from '#app/domain/mail.ts'
import type { approvalMail as german } from '#app/i18n/de/approval-mail.ts'
import { approval } from '#app/i18n/en/approval.ts'
import { about, letter, linkTo, titleOf, toWorkshop, until } from '#app/i18n/en/letter-parts.ts'

const silenceMeans: Record<Silence, string> = {
  approve: 'Without an answer by then, it counts as approved.',
  reject: 'Without an answer by then, it counts as not approved.',
}

const silenceMeansForYou: Record<Silence, string> = {
  approve: 'Without an answer by then, your place is confirmed.',
  reject: 'Without an answer by then, the place goes to others.',
}

const seatsOf = (organisation: string, seats: number) =>
  seats === 1
    ? `It is the only place of “${oneLine(organisation)}” in this workshop.`
    : `With this place “${oneLine(organisation)}” has ${seats} places in this workshop.`

const granted: Record<Decider, string> = {
  approver: 'You may take part, and your place is confirmed:',
  deputy: 'You may take part (the deputy has approved it), and your place is confirmed:',
  silence: 'You may take part, because nobody objected in time, and your place is confirmed:',
}

const denied = (decider: Decider, reason: RejectReason | null) => {
  if (decider === 'silence')
    return 'Your participation is not approved, because nobody answered in time. The place goes to others.'
  const who = decider === 'deputy' ? ' (by the deputy)' : ''
  const why = reason && reason !== 'unsaid' ? ` Reason: ${approval.rejectReason[reason]}.` : ''
  return `Your participation was not approved${who}.${why} The place goes to others.`
}

const ended: Record<Verdict, string> = {
  approved: 'There was no answer in time. As agreed in your organisation, it counts as approved.',
  rejected:
    'There was no answer in time. As agreed in your organisation, it counts as not approved, and the place goes to others.',
}

export const approvalMail: typeof german = {
  'approval-asked': (data, from) =>
    letter(
      from,
      data.name,
      `Please approve: ${data.participant}, ${titleOf(data.workshop)}`,
      [
        `${oneLine(data.participant)} (“${oneLine(data.organisation)}”) would like to take part in this workshop:`,
        about(data.workshop),
        seatsOf(data.organisation, data.seats),
        `You can approve or reject it here, without an account:\n${linkTo(from, `/approvals/${data.token}`)}`,
        `The place is held until ${until(data.validUntil)}.`,
        silenceMeans[data.silence],
      ],
      { regel: silenceMeans[data.silence], plätze: seatsOf(data.organisation, data.seats) },
    ),
  'approval-reminder': (data, from) =>
    letter(
      from,
      data.name,
      `Still open: ${data.participant}, ${titleOf(data.workshop)}`,
      [
        data.isDeputy
          ? 'This request for approval is still open. You receive it as the deputy:'
          : 'You have not answered this request for approval yet:',
        `${oneLine(data.participant)} (“${oneLine(data.organisation)}”) would like to take part.`,
        about(data.workshop),
        seatsOf(data.organisation, data.seats),
        `You can approve or reject it here, without an account:\n${linkTo(from, `/approvals/${data.token}`)}`,
        `The place is held until ${until(data.validUntil)}.`,
        silenceMeans[data.silence],
      ],
      { regel: silenceMeans[data.silence], plätze: seatsOf(data.organisation, data.seats) },
    ),
  'approval-moved': (data, from) =>
    letter(
      from,
      data.name,
      `New date, please decide anew: ${data.participant}, ${titleOf(data.workshop)}`,
      [
        data.isDeputy
          ? 'This workshop has been moved. As the deputy you receive the request for approval once more, with the new date:'
          : 'This workshop has been moved before the request for approval was answered. Here is the new date:',
        about(data.workshop),
        `${oneLine(data.participant)} (“${oneLine(data.organisation)}”) would like to take part.`,
        seatsOf(data.organisation, data.seats),
        `You can approve or reject it here, without an account:\n${linkTo(from, `/approvals/${data.token}`)}`,
        'The link in the earlier e-mail no longer works.',
        `The time to answer begins anew: the place is held until ${until(data.validUntil)}.`,
        silenceMeans[data.silence],
      ],
      { regel: silenceMeans[data.silence], plätze: seatsOf(data.organisation, data.seats) },
    ),
  'approval-inform': (data, from) =>
    letter(
      from,
      data.name,
      `For your information: ${data.participant}, ${titleOf(data.workshop)}`,
      [
        `${oneLine(data.participant)} (“${oneLine(data.organisation)}”) takes part in this workshop:`,
        about(data.workshop),
        seatsOf(data.organisation, data.seats),
        'There is nothing to do for you. If something speaks against it, please talk to the person, who can withdraw.',
        toWorkshop(from, data.workshop),
      ],
      { plätze: seatsOf(data.organisation, data.seats) },
    ),
  'approval-lapsed': (data, from) =>
    letter(
      from,
      data.name,
      `Time is over: ${data.participant}, ${titleOf(data.workshop)}`,
      [
        `${oneLine(data.participant)} (“${oneLine(data.organisation)}”) had asked for approval:`,
        about(data.workshop),
        ended[data.verdict],
        toWorkshop(from, data.workshop),
      ],
      { entscheidung: ended[data.verdict] },
    ),
  'enrolment-requested': (data, from) =>
    letter(
      from,
      data.name,
      `Requested: ${titleOf(data.workshop)}`,
      [
        'A place is reserved for you:',
        about(data.workshop),
        `Your municipality or office approves participation. ${oneLine(data.approver)} is asked, until ${until(data.until)}. You will get an e-mail.`,
        silenceMeansForYou[data.silence],
        toWorkshop(from, data.workshop),
      ],
      { regel: silenceMeansForYou[data.silence] },
    ),
  'enrolment-approved': (data, from) =>
    letter(
      from,
      data.name,
      `Your place: ${titleOf(data.workshop)}`,
      [
        granted[data.decider],
        about(data.workshop),
        `If you cannot come after all, please withdraw here, so that somebody else can have it.\n${linkTo(from, `/workshops/${data.workshop.workshopId}`)}`,
      ],
      { entscheidung: granted[data.decider] },
    ),
  'enrolment-rejected': (data, from) =>
    letter(
      from,
      data.name,
      `Not approved: ${titleOf(data.workshop)}`,
      [
        denied(data.decider, data.rejectReason),
        about(data.workshop),
        `Please talk to your superiors. While enrolment is open you can enrol again; other dates are here:\n${linkTo(from, '/workshops')}`,
      ],
      { entscheidung: denied(data.decider, data.rejectReason) },
    ),
}
