import { oneLine, type MailData } from '#app/domain/mail.ts'
import type { attendanceLetters as deLetters } from '#app/i18n/de/attendance-mail.ts'
import { attendance } from '#app/i18n/en/attendance.ts'
import { about, letter, linkTo, titleOf, until } from '#app/i18n/en/letter-parts.ts'

const gaps = (missing: number) =>
  missing === 1 ? 'One person is not recorded yet.' : `${missing} people are not recorded yet.`

const whoLeads = (trainers: string) =>
  trainers
    ? `The list is kept by ${oneLine(trainers)}.`
    : 'At present the workshop has nobody who keeps the list.'

type Decided = Pick<MailData['objection-decided'], 'startsAt' | 'decision' | 'reply' | 'status' | 'units'>

function outcome({ startsAt, decision, reply, status, units }: Decided): string {
  const said =
    decision === 'accepted'
      ? `Your attendance of ${until(startsAt)} has been put right. It now says: ${attendance.record(status, units)}.`
      : `What is recorded for ${until(startsAt)} remains as it is.`
  return reply ? `${said}\n\nThe answer says: ${oneLine(reply)}` : said
}

export const attendanceLetters: typeof deLetters = {
  'walk-in-recorded': ({ name, workshop, enrolmentId }, from) =>
    letter(from, name, `Admitted at the door: ${titleOf(workshop)}`, [
      'You came without enrolling and were added to the list at the door:',
      about(workshop),
      `You were not there at all? Please say so here, and it will be put right:\n${linkTo(from, `/enrolments/${enrolmentId}`)}`,
    ]),
  'list-unfinished': ({ name, workshop, meetingId, startsAt, missing }, from) =>
    letter(
      from,
      name,
      `Attendance still open: ${titleOf(workshop)}`,
      [
        `The attendance list of ${until(startsAt)} is not finished yet.`,
        gaps(missing),
        `Continue here:\n${linkTo(from, `/meetings/${meetingId}/attendance`)}`,
        'Only then do participants get their certificate and the questions about the workshop.',
      ],
      { stand: gaps(missing) },
    ),
  'list-overdue': ({ name, workshop, meetingId, startsAt, missing, trainers }, from) =>
    letter(
      from,
      name,
      `Attendance open for three days: ${titleOf(workshop)}`,
      [
        `The attendance list of ${until(startsAt)} is not finished after three days.`,
        `${gaps(missing)} ${whoLeads(trainers)}`,
        `You can complete it yourself:\n${linkTo(from, `/meetings/${meetingId}/attendance`)}`,
      ],
      { stand: `${gaps(missing)} ${whoLeads(trainers)}` },
    ),
  'objection-raised': ({ name, workshop, objectionId, startsAt }, from) =>
    letter(from, name, `“That is not right”: ${titleOf(workshop)}`, [
      `Somebody says that the attendance of ${until(startsAt)} is not right.`,
      `Look at it and decide here:\n${linkTo(from, `/objections/${objectionId}`)}`,
    ]),
  'objection-decided': ({ name, workshop, enrolmentId, ...decided }, from) =>
    letter(
      from,
      name,
      `Your objection: ${titleOf(workshop)}`,
      [outcome(decided), `More about it:\n${linkTo(from, `/enrolments/${enrolmentId}`)}`],
      { ergebnis: outcome(decided) },
    ),
}
