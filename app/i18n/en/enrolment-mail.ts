import { oneLine, type Letters } from '#app/domain/mail.ts'
import type { SeatState } from '#app/domain/queue.ts'
import { absenceReason } from '#app/i18n/en/enrolment-rules.ts'
import { about, letter, linkTo, titleOf, toOffer, toWorkshop, until } from '#app/i18n/en/letter-parts.ts'
import { queue } from '#app/i18n/en/queue.ts'

const seatLine = (seat: SeatState | null = null) => (seat ? [queue.seat.mine[seat]] : [])

const quotaOf = ({
  quota = null,
  quotaEnds = null,
}: {
  quota?: number | null
  quotaEnds?: string | null
}) => ({
  quota,
  quotaEnds: quotaEnds === null ? null : new Date(quotaEnds),
})

const WITHOUT_PASSWORD =
  'You need no account to answer, this link is enough. Your municipality or office has given us your name and your e-mail address at work. If you want to enrol yourself later on, get a link or a password on the page “Log in”.'

export const enrolmentMail: Pick<
  Letters,
  | 'enrolment-confirmed'
  | 'enrolment-waiting'
  | 'enrolment-offered'
  | 'enrolment-promoted'
  | 'enrolment-room'
  | 'enrolment-lapsed'
  | 'enrolment-withdrawn'
  | 'enrolment-excused'
  | 'absence-noticed'
  | 'substitute-answered'
> = {
  'enrolment-confirmed': ({ name, workshop, seat }, from) =>
    letter(from, name, `Your place: ${titleOf(workshop)}`, [
      'Your place is confirmed:',
      about(workshop),
      ...seatLine(seat),
      `If you cannot come after all, please withdraw here, so that somebody else can have it.\n${linkTo(from, `/workshops/${workshop.workshopId}`)}`,
    ]),
  'enrolment-waiting': ({ name, workshop, position, because = 'full', ...facts }, from) =>
    letter(from, name, `Waiting list: ${titleOf(workshop)}`, [
      position === 1
        ? 'You are the next one on the waiting list:'
        : `You are number ${position} on the waiting list:`,
      about(workshop),
      `Why? ${queue.waits[because](quotaOf(facts))}`,
      'As soon as a place becomes free for you, you get an e-mail. Please read it soon: either the place is yours with it, or you have to accept it by a deadline. Which rule holds stands on the page of the workshop.',
      toWorkshop(from, workshop),
    ]),
  'enrolment-offered': (
    { name, workshop, seat, until: day, enrolledBy, withoutPassword, token, enrolmentId },
    from,
  ) =>
    letter(from, name, `A place for you: ${titleOf(workshop)}`, [
      enrolledBy ? `${oneLine(enrolledBy)} has kept a place for you:` : 'A place has been kept for you:',
      about(workshop),
      ...seatLine(seat),
      `Whether you take it is up to you. It is yours until ${until(day)}:\n${toOffer(from, enrolmentId, token)}`,
      ...(withoutPassword ? [WITHOUT_PASSWORD] : []),
      'If you decline or do not answer, this is not recorded as an absence anywhere.',
    ]),
  'enrolment-promoted': ({ name, workshop, seat }, from) =>
    letter(from, name, `You have moved up: ${titleOf(workshop)}`, [
      'A place has become free, and it is yours:',
      about(workshop),
      ...seatLine(seat),
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
      `If you had a place, it goes to the waiting list. You find more dates here:\n${linkTo(from, '/workshops')}`,
    ]),
  'enrolment-room': ({ name, workshop }, from) =>
    letter(from, name, `You have a place in the room: ${titleOf(workshop)}`, [
      'A place in the room has become free, and it is yours:',
      about(workshop),
      'If you would rather take part online, please tell the trainers; the link stays valid for you.',
      toWorkshop(from, workshop),
    ]),
  'enrolment-excused': ({ name, workshop }, from) =>
    letter(from, name, `Your absence: ${titleOf(workshop)}`, [
      'Your notice has arrived. You count as excused:',
      about(workshop),
      `The trainers know, and the place is passed on. You find more dates here:\n${linkTo(from, '/workshops')}`,
    ]),
  'absence-noticed': ({ name, workshop, participant, absence }, from) =>
    letter(from, name, `Absence of ${oneLine(participant)}: ${titleOf(workshop)}`, [
      `${oneLine(participant)} cannot come (${absenceReason[absence]}):`,
      about(workshop),
      `The place is offered to the waiting list. Who comes, you see here:\n${linkTo(from, `/workshops/${workshop.workshopId}/enrolments`)}`,
    ]),
  'substitute-answered': ({ name, workshop, substitute, accepted }, from) =>
    accepted
      ? letter(from, name, `Your substitute comes: ${titleOf(workshop)}`, [
          `${oneLine(substitute)} has accepted and takes part in your place:`,
          about(workshop),
        ])
      : letter(from, name, `Your substitute does not come: ${titleOf(workshop)}`, [
          `${oneLine(substitute)} has not accepted. The place goes to the waiting list:`,
          about(workshop),
          `Would you like to come yourself after all? Here you see whether there is room:\n${linkTo(from, `/workshops/${workshop.workshopId}`)}`,
        ]),
}
