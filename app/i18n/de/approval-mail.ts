import type { Decider, RejectReason, Silence, Verdict } from '#app/domain/approval.ts'
import { oneLine, type Letters } from '#app/domain/mail.ts'
import { approval } from '#app/i18n/de/approval.ts'
import { about, letter, linkTo, toWorkshop, until } from '#app/i18n/de/letter-parts.ts'

const silenceMeans: Record<Silence, string> = {
  approve: 'Antworten Sie bis dahin nicht, gilt die Teilnahme als genehmigt.',
  reject: 'Antworten Sie bis dahin nicht, gilt die Teilnahme als nicht genehmigt.',
}

const silenceMeansForYou: Record<Silence, string> = {
  approve: 'Kommt bis dahin keine Antwort, ist Ihr Platz bestätigt.',
  reject: 'Kommt bis dahin keine Antwort, geht der Platz an andere.',
}

const seatsOf = (organisation: string, seats: number) =>
  seats === 1
    ? `Es ist der einzige Platz für „${oneLine(organisation)}“ in diesem Workshop.`
    : `Mit diesem Platz hat „${oneLine(organisation)}“ in diesem Workshop ${seats} Plätze.`

const granted: Record<Decider, string> = {
  approver: 'Ihre Teilnahme ist genehmigt, Ihr Platz ist bestätigt:',
  deputy: 'Ihre Teilnahme ist genehmigt (von der Vertretung), Ihr Platz ist bestätigt:',
  silence:
    'Ihre Teilnahme gilt als genehmigt, weil bis zur Frist niemand widersprochen hat. Ihr Platz ist bestätigt:',
}

const denied = (decider: Decider, reason: RejectReason | null) => {
  if (decider === 'silence')
    return 'Ihre Teilnahme ist nicht genehmigt, weil bis zur Frist niemand geantwortet hat. Der Platz geht an andere.'
  const who = decider === 'deputy' ? ' (von der Vertretung)' : ''
  const why = reason && reason !== 'unsaid' ? ` Grund: ${approval.rejectReason[reason]}.` : ''
  return `Ihre Teilnahme ist nicht genehmigt worden${who}.${why} Der Platz geht an andere.`
}

const ended: Record<Verdict, string> = {
  approved:
    'Bis zur Frist kam keine Antwort. Wie bei Ihnen vereinbart, gilt die Teilnahme damit als genehmigt.',
  rejected:
    'Bis zur Frist kam keine Antwort. Wie bei Ihnen vereinbart, gilt die Teilnahme damit als nicht genehmigt, und der Platz geht an andere.',
}

type Kind = Extract<
  keyof Letters,
  `approval-${string}` | 'enrolment-requested' | 'enrolment-approved' | 'enrolment-rejected'
>

export const approvalMail: Pick<Letters, Kind> = {
  'approval-asked': (data, from) =>
    letter(
      from,
      data.name,
      `Bitte um Genehmigung: ${data.participant}, ${data.workshop.titleDe}`,
      [
        `${oneLine(data.participant)} („${oneLine(data.organisation)}“) möchte an diesem Workshop teilnehmen:`,
        about(data.workshop),
        seatsOf(data.organisation, data.seats),
        `Genehmigen oder ablehnen können Sie hier, ohne Konto:\n${linkTo(from, `/approvals/${data.token}`)}`,
        `Der Platz wird bis ${until(data.validUntil)} freigehalten.`,
        silenceMeans[data.silence],
      ],
      { regel: silenceMeans[data.silence], plätze: seatsOf(data.organisation, data.seats) },
    ),
  'approval-reminder': (data, from) =>
    letter(
      from,
      data.name,
      `Noch offen: ${data.participant}, ${data.workshop.titleDe}`,
      [
        data.isDeputy
          ? `über diese Bitte um Genehmigung ist noch nicht entschieden. Sie erhalten sie als Vertretung:`
          : 'über diese Bitte um Genehmigung haben Sie noch nicht entschieden:',
        `${oneLine(data.participant)} („${oneLine(data.organisation)}“) möchte teilnehmen.`,
        about(data.workshop),
        seatsOf(data.organisation, data.seats),
        `Genehmigen oder ablehnen können Sie hier, ohne Konto:\n${linkTo(from, `/approvals/${data.token}`)}`,
        `Der Platz wird bis ${until(data.validUntil)} freigehalten.`,
        silenceMeans[data.silence],
      ],
      { regel: silenceMeans[data.silence], plätze: seatsOf(data.organisation, data.seats) },
    ),
  'approval-moved': (data, from) =>
    letter(
      from,
      data.name,
      `Neuer Termin, bitte neu entscheiden: ${data.participant}, ${data.workshop.titleDe}`,
      [
        data.isDeputy
          ? 'dieser Workshop ist verschoben worden. Sie erhalten die Bitte um Genehmigung als Vertretung noch einmal, mit dem neuen Termin:'
          : 'dieser Workshop ist verschoben worden, bevor über die Teilnahme entschieden war. Hier der neue Termin:',
        about(data.workshop),
        `${oneLine(data.participant)} („${oneLine(data.organisation)}“) möchte teilnehmen.`,
        seatsOf(data.organisation, data.seats),
        `Genehmigen oder ablehnen können Sie hier, ohne Konto:\n${linkTo(from, `/approvals/${data.token}`)}`,
        'Der Link aus der früheren E-Mail gilt nicht mehr.',
        `Die Frist beginnt neu: Der Platz wird bis ${until(data.validUntil)} freigehalten.`,
        silenceMeans[data.silence],
      ],
      { regel: silenceMeans[data.silence], plätze: seatsOf(data.organisation, data.seats) },
    ),
  'approval-inform': (data, from) =>
    letter(
      from,
      data.name,
      `Zur Kenntnis: ${data.participant}, ${data.workshop.titleDe}`,
      [
        `${oneLine(data.participant)} („${oneLine(data.organisation)}“) nimmt an diesem Workshop teil:`,
        about(data.workshop),
        seatsOf(data.organisation, data.seats),
        'Sie brauchen nichts zu tun. Spricht etwas dagegen, klären Sie es bitte mit der Person; sie kann sich wieder abmelden.',
        toWorkshop(from, data.workshop),
      ],
      { plätze: seatsOf(data.organisation, data.seats) },
    ),
  'approval-lapsed': (data, from) =>
    letter(
      from,
      data.name,
      `Frist vorbei: ${data.participant}, ${data.workshop.titleDe}`,
      [
        `${oneLine(data.participant)} („${oneLine(data.organisation)}“) hatte um Genehmigung gebeten:`,
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
      `Beantragt: ${data.workshop.titleDe}`,
      [
        'ein Platz ist für Sie reserviert:',
        about(data.workshop),
        `Ihre Kommune oder Dienststelle genehmigt Teilnahmen. Gefragt ist: ${oneLine(data.approver)}, bis ${until(data.until)}. Sie erfahren das Ergebnis per E-Mail.`,
        silenceMeansForYou[data.silence],
        toWorkshop(from, data.workshop),
      ],
      { regel: silenceMeansForYou[data.silence] },
    ),
  'enrolment-approved': (data, from) =>
    letter(
      from,
      data.name,
      `Ihr Platz: ${data.workshop.titleDe}`,
      [
        granted[data.decider],
        about(data.workshop),
        `Können Sie doch nicht kommen, melden Sie sich bitte hier ab; dann rückt jemand nach.\n${linkTo(from, `/workshops/${data.workshop.workshopId}`)}`,
      ],
      { entscheidung: granted[data.decider] },
    ),
  'enrolment-rejected': (data, from) =>
    letter(
      from,
      data.name,
      `Nicht genehmigt: ${data.workshop.titleDe}`,
      [
        denied(data.decider, data.rejectReason),
        about(data.workshop),
        `Sprechen Sie bitte mit Ihren Vorgesetzten. Solange die Anmeldung offen ist, können Sie sich neu anmelden; andere Termine finden Sie hier:\n${linkTo(from, '/workshops')}`,
      ],
      { entscheidung: denied(data.decider, data.rejectReason) },
    ),
}
