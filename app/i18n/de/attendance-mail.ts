import { oneLine, type Letters, type MailData } from '#app/domain/mail.ts'
import { attendance } from '#app/i18n/de/attendance.ts'
import { about, letter, linkTo, until } from '#app/i18n/de/letter-parts.ts'

type About =
  'walk-in-recorded' | 'list-unfinished' | 'list-overdue' | 'objection-raised' | 'objection-decided'

const gaps = (missing: number) =>
  missing === 1 ? 'Eine Person ist noch nicht erfasst.' : `${missing} Personen sind noch nicht erfasst.`

const whoLeads = (trainers: string) =>
  trainers
    ? `Es führt die Liste: ${oneLine(trainers)}.`
    : 'Der Workshop hat zurzeit niemanden, der die Liste führt.'

type Decided = Pick<MailData['objection-decided'], 'startsAt' | 'decision' | 'reply' | 'status' | 'units'>

function outcome({ startsAt, decision, reply, status, units }: Decided): string {
  const said =
    decision === 'accepted'
      ? `Ihre Anwesenheit vom ${until(startsAt)} ist berichtigt. Jetzt steht dort: ${attendance.record(status, units)}.`
      : `es bleibt bei dem, was zum ${until(startsAt)} eingetragen ist.`
  return reply ? `${said}\n\nDazu wurde geschrieben: ${oneLine(reply)}` : said
}

export const attendanceLetters: Pick<Letters, About> = {
  'walk-in-recorded': ({ name, workshop, enrolmentId }, from) =>
    letter(from, name, `Vor Ort aufgenommen: ${workshop.titleDe}`, [
      'Sie sind ohne Anmeldung gekommen und wurden vor Ort in die Liste aufgenommen:',
      about(workshop),
      `Waren Sie gar nicht da? Dann sagen Sie es bitte hier, und es wird berichtigt:\n${linkTo(from, `/enrolments/${enrolmentId}`)}`,
    ]),
  'list-unfinished': ({ name, workshop, meetingId, startsAt, missing }, from) =>
    letter(
      from,
      name,
      `Anwesenheit noch offen: ${workshop.titleDe}`,
      [
        `die Anwesenheitsliste vom ${until(startsAt)} ist noch nicht fertig.`,
        gaps(missing),
        `Hier geht es weiter:\n${linkTo(from, `/meetings/${meetingId}/attendance`)}`,
        'Erst danach erhalten die Teilnehmenden ihre Bescheinigung und die Fragen zum Workshop.',
      ],
      { stand: gaps(missing) },
    ),
  'list-overdue': ({ name, workshop, meetingId, startsAt, missing, trainers }, from) =>
    letter(
      from,
      name,
      `Anwesenheit seit drei Tagen offen: ${workshop.titleDe}`,
      [
        `die Anwesenheitsliste vom ${until(startsAt)} ist nach drei Tagen nicht fertig.`,
        `${gaps(missing)} ${whoLeads(trainers)}`,
        `Sie können selbst nachtragen:\n${linkTo(from, `/meetings/${meetingId}/attendance`)}`,
      ],
      { stand: `${gaps(missing)} ${whoLeads(trainers)}` },
    ),
  'objection-raised': ({ name, workshop, objectionId, startsAt }, from) =>
    letter(from, name, `„Das stimmt nicht“: ${workshop.titleDe}`, [
      `jemand sagt, dass die Anwesenheit vom ${until(startsAt)} nicht stimmt.`,
      `Ansehen und entscheiden können Sie hier:\n${linkTo(from, `/objections/${objectionId}`)}`,
    ]),
  'objection-decided': ({ name, workshop, enrolmentId, ...decided }, from) =>
    letter(
      from,
      name,
      `Ihr Einwand: ${workshop.titleDe}`,
      [outcome(decided), `Alles dazu:\n${linkTo(from, `/enrolments/${enrolmentId}`)}`],
      { ergebnis: outcome(decided) },
    ),
}
