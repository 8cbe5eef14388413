import { oneLine, type Letters } from '#app/domain/mail.ts'
import type { SeatState } from '#app/domain/queue.ts'
import { absenceReason } from '#app/i18n/de/enrolment-rules.ts'
import { about, letter, linkTo, toOffer, toWorkshop, until } from '#app/i18n/de/letter-parts.ts'
import { queue } from '#app/i18n/de/queue.ts'

const seatLine = (seat: SeatState | null = null) => (seat ? [queue.seat.mine[seat]] : [])

/** As the mail keeps it: instants are texts there. */
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
  'Zum Antworten brauchen Sie kein Konto, dieser Link genügt. Ihren Namen und Ihre dienstliche E-Mail-Adresse hat Ihre Kommune oder Dienststelle angegeben. Möchten Sie sich später selbst anmelden, holen Sie sich auf der Seite „Einloggen“ einen Link oder ein Passwort.'

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
    letter(from, name, `Ihr Platz: ${workshop.titleDe}`, [
      'Ihr Platz ist bestätigt:',
      about(workshop),
      ...seatLine(seat),
      `Können Sie doch nicht kommen, melden Sie sich bitte hier ab; dann rückt jemand nach.\n${linkTo(from, `/workshops/${workshop.workshopId}`)}`,
    ]),
  'enrolment-waiting': ({ name, workshop, position, because = 'full', ...facts }, from) =>
    letter(from, name, `Warteliste: ${workshop.titleDe}`, [
      position === 1
        ? 'Sie stehen als Nächste oder Nächster auf der Warteliste:'
        : `Sie stehen auf Platz ${position} der Warteliste:`,
      about(workshop),
      `Warum? ${queue.waits[because](quotaOf(facts))}`,
      'Sobald ein Platz für Sie frei wird, erhalten Sie eine E-Mail. Lesen Sie sie bitte gleich: Entweder gehört der Platz Ihnen damit schon, oder Sie müssen ihn bis zu einer Frist annehmen. Welche Regel gerade gilt, steht auf der Seite des Workshops.',
      toWorkshop(from, workshop),
    ]),
  'enrolment-offered': (
    { name, workshop, seat, until: day, enrolledBy, withoutPassword, token, enrolmentId },
    from,
  ) =>
    letter(from, name, `Ein Platz für Sie: ${workshop.titleDe}`, [
      enrolledBy
        ? `${oneLine(enrolledBy)} hat einen Platz für Sie vorgemerkt:`
        : 'für Sie ist ein Platz vorgemerkt:',
      about(workshop),
      ...seatLine(seat),
      `Ob Sie ihn annehmen, entscheiden Sie. Bis ${until(day)} bleibt er für Sie frei:\n${toOffer(from, enrolmentId, token)}`,
      ...(withoutPassword ? [WITHOUT_PASSWORD] : []),
      'Wenn Sie ablehnen oder nicht antworten, wird das nirgends als Fehlen vermerkt.',
    ]),
  'enrolment-promoted': ({ name, workshop, seat }, from) =>
    letter(from, name, `Sie sind nachgerückt: ${workshop.titleDe}`, [
      'es ist ein Platz frei geworden, und er gehört Ihnen:',
      about(workshop),
      ...seatLine(seat),
      `Passt es nicht mehr, melden Sie sich bitte hier ab; dann rückt jemand nach.\n${linkTo(from, `/workshops/${workshop.workshopId}`)}`,
    ]),
  'enrolment-lapsed': ({ name, workshop }, from) =>
    letter(from, name, `Der vorgemerkte Platz ist wieder frei: ${workshop.titleDe}`, [
      'die Frist für den Platz, der für Sie vorgemerkt war, ist abgelaufen. Das wird nirgends als Fehlen vermerkt.',
      about(workshop),
      `Möchten Sie doch dabei sein? Ob noch etwas frei ist, sehen Sie hier:\n${linkTo(from, `/workshops/${workshop.workshopId}`)}`,
    ]),
  'enrolment-withdrawn': ({ name, workshop }, from) =>
    letter(from, name, `Abgemeldet: ${workshop.titleDe}`, [
      'Sie sind abgemeldet von:',
      about(workshop),
      `Hatten Sie einen Platz, geht er an die Warteliste. Weitere Termine finden Sie hier:\n${linkTo(from, '/workshops')}`,
    ]),
  'enrolment-room': ({ name, workshop }, from) =>
    letter(from, name, `Sie haben einen Platz im Raum: ${workshop.titleDe}`, [
      'im Raum ist ein Platz frei geworden, und er gehört Ihnen:',
      about(workshop),
      'Möchten Sie doch lieber online teilnehmen, sagen Sie bitte der Leitung Bescheid; der Link bleibt für Sie gültig.',
      toWorkshop(from, workshop),
    ]),
  'enrolment-excused': ({ name, workshop }, from) =>
    letter(from, name, `Ihre Absage: ${workshop.titleDe}`, [
      'Ihre Absage ist angekommen. Sie gelten als entschuldigt:',
      about(workshop),
      `Wer den Workshop leitet, weiß Bescheid, und der Platz wird weitergegeben. Weitere Termine finden Sie hier:\n${linkTo(from, '/workshops')}`,
    ]),
  'absence-noticed': ({ name, workshop, participant, absence }, from) =>
    letter(from, name, `Absage von ${oneLine(participant)}: ${workshop.titleDe}`, [
      `${oneLine(participant)} kann nicht kommen (${absenceReason[absence]}):`,
      about(workshop),
      `Der Platz wird der Warteliste angeboten. Wer kommt, sehen Sie hier:\n${linkTo(from, `/workshops/${workshop.workshopId}/enrolments`)}`,
    ]),
  'substitute-answered': ({ name, workshop, substitute, accepted }, from) =>
    accepted
      ? letter(from, name, `Ihre Vertretung kommt: ${workshop.titleDe}`, [
          `${oneLine(substitute)} hat zugesagt und nimmt statt Ihnen teil:`,
          about(workshop),
        ])
      : letter(from, name, `Ihre Vertretung kommt nicht: ${workshop.titleDe}`, [
          `${oneLine(substitute)} hat nicht zugesagt. Der Platz geht an die Warteliste:`,
          about(workshop),
          `Möchten Sie doch selbst kommen? Ob noch etwas frei ist, sehen Sie hier:\n${linkTo(from, `/workshops/${workshop.workshopId}`)}`,
        ]),
}
