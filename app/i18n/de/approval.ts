import type {
  ApprovalKind,
  ApprovalRefusal,
  Decider,
  RejectReason,
  Silence,
  Verdict,
} from '#app/domain/approval.ts'
import { formatDeadline, formatNumber } from '#app/i18n/format.ts'

const number = (value: number) => formatNumber(value, 'de')
const moment = (instant: Date) => formatDeadline(instant, 'de')

const kind = {
  none: 'Niemand wird gefragt',
  inform: 'Jemand wird informiert',
  approve: 'Jemand genehmigt jede Teilnahme',
} satisfies Record<ApprovalKind, string>

const kindHint = {
  none: 'Wer sich anmeldet, hat den Platz.',
  inform: 'Wer sich anmeldet, hat den Platz. Die unten genannte Person erhält eine E-Mail.',
  approve:
    'Der Platz wird freigehalten, bis die unten genannte Person geantwortet hat oder die Frist vorbei ist.',
} satisfies Record<ApprovalKind, string>

const silence = {
  approve: 'Die Teilnahme gilt als genehmigt',
  reject: 'Die Teilnahme gilt als nicht genehmigt',
} satisfies Record<Silence, string>

const rejectReason = {
  staffing: 'Der Dienstbetrieb lässt es an diesem Tag nicht zu',
  'other-date': 'Ein anderer Termin wäre besser',
  'not-needed': 'Der Inhalt passt nicht zur Aufgabe',
  unsaid: 'Ohne Angabe eines Grundes',
} satisfies Record<RejectReason, string>

const decider = {
  approver: 'durch die genehmigende Person',
  deputy: 'durch die Vertretung',
  silence: 'weil die Frist ohne Antwort vorbei war',
} satisfies Record<Decider, string>

const verdict = { approved: 'genehmigt', rejected: 'nicht genehmigt' } satisfies Record<Verdict, string>

const silenceMeans = {
  approve: 'Kommt bis dahin keine Antwort, gilt die Teilnahme als genehmigt.',
  reject: 'Kommt bis dahin keine Antwort, gilt die Teilnahme als nicht genehmigt.',
} satisfies Record<Silence, string>

/** The page behind the link in the mail, for people without an account. */
const link = {
  title: 'Bitte um Genehmigung',
  lead: (participant: string, organisation: string) =>
    `${participant} („${organisation}“) möchte an diesem Workshop teilnehmen.`,
  until: 'Platz freigehalten bis',
  seatsTerm: 'Plätze Ihrer Organisation',
  seats: (count: number) =>
    count === 1
      ? 'Dies ist der einzige in diesem Workshop.'
      : `${number(count)} in diesem Workshop, dieser eingeschlossen.`,
  silence: (means: Silence) => silenceMeans[means],
  free: (count: number): string =>
    count === 1
      ? 'Das ist nur ein Hinweis: Sie können trotzdem genehmigen.'
      : 'Das sind nur Hinweise: Sie können trotzdem genehmigen.',
  approve: 'Genehmigen',
  rejectTitle: 'Nicht genehmigen',
  rejectLead: 'Der Platz geht dann an andere. Die Person erfährt den Grund.',
  reason: 'Warum?',
  reject: 'Nicht genehmigen',
  about: 'Worum es geht',
  toCourse: 'Was in diesem Kurs gelernt wird',
  done: {
    approved: {
      title: 'Genehmigt.',
      text: 'Der Platz ist bestätigt. Die Person erhält eine E-Mail; Sie brauchen nichts weiter zu tun.',
    },
    rejected: {
      title: 'Nicht genehmigt.',
      text: 'Der Platz geht an andere. Die Person erhält eine E-Mail mit dem Grund.',
    },
  },
  ended: {
    'link-gone': {
      title: 'Dieser Link gilt nicht mehr',
      text: 'Er ist abgelaufen, oder inzwischen ist jemand anderes für die Genehmigung zuständig. Fragen beantwortet die Fortbildungsbeauftragte oder der Fortbildungsbeauftragte Ihrer Organisation.',
    },
    decided: {
      title: 'Hier ist schon entschieden',
      text: 'Soll sich daran etwas ändern, klären Sie es bitte mit der Person: Sie kann sich abmelden oder neu anmelden.',
    },
    withdrawn: {
      title: 'Hier ist nichts mehr zu entscheiden',
      text: 'Die Anmeldung wurde zurückgezogen.',
    },
    'called-off': {
      title: 'Hier ist nichts mehr zu entscheiden',
      text: 'Der Workshop ist abgesagt.',
    },
    'too-late': {
      title: 'Die Frist ist vorbei',
      text: 'Nun gilt, was Ihre Organisation für diesen Fall festgelegt hat. Die Person und Sie erhalten dazu eine E-Mail.',
    },
  } satisfies Record<ApprovalRefusal | 'link-gone', { title: string; text: string }>,
  decidedAs: (what: Verdict, by: Decider) => `Entscheidung: ${verdict[what]}, ${decider[by]}.`,
  otherDates: 'Andere Termine ansehen',
}

/** What the person themselves reads. */
const own = {
  title: 'Genehmigung',
  requested: (approver: string | null, until: Date, means: Silence) =>
    `Beantragt. ${approver ? `${approver} entscheidet` : 'Ihre Kommune oder Dienststelle entscheidet'} bis ${moment(until)}. ${silenceMeans[means]}`,
  held: 'Der Platz wird so lange freigehalten. Das Ergebnis kommt per E-Mail.',
  requestedShort: (approver: string | null, until: Date) =>
    approver
      ? `Beantragt, Genehmigung durch ${approver} bis ${moment(until)}`
      : `Beantragt, Genehmigung bis ${moment(until)}`,
  willAsk: (approver: string) =>
    `Ihre Kommune oder Dienststelle genehmigt Teilnahmen. Gefragt wird ${approver}; Ihr Platz wird so lange freigehalten.`,
  willInform: (approver: string) =>
    `Ihre Kommune oder Dienststelle möchte davon wissen: ${approver} erhält eine E-Mail.`,
  decided: (what: Verdict, by: Decider, at: Date) => `Am ${moment(at)} ${verdict[what]}, ${decider[by]}.`,
  reason: (why: RejectReason) => `Grund: ${rejectReason[why]}.`,
  rejectedWayOut:
    'Sprechen Sie bitte mit Ihren Vorgesetzten. Solange die Anmeldung offen ist, können Sie sich neu anmelden.',
  done: {
    title: 'Ihr Platz ist reserviert.',
    text: 'Jetzt wird um Genehmigung gebeten. Die Bestätigung kommt per E-Mail.',
  },
}

/** The rule of an organisation. */
const rule = {
  title: 'Genehmigung',
  lead: (organisation: string) =>
    `Wer bei „${organisation}“ gefragt wird, wenn sich jemand zu einem Workshop anmeldet.`,
  kind: 'Was soll geschehen?',
  approverGroup: 'Wer genehmigt oder informiert wird',
  approverHint: 'Diese Person braucht kein Konto: Sie antwortet mit einem Link aus der E-Mail.',
  deputyGroup: 'Vertretung',
  deputyHint: 'Wird mit gefragt, wenn nach der Erinnerung noch keine Antwort da ist.',
  name: 'Name',
  email: 'E-Mail-Adresse',
  remindAfterDays: 'Erinnern nach',
  limitDays: 'Entscheiden innerhalb von',
  workingDays: 'Arbeitstagen',
  daysHint:
    'Wochenenden und sächsische Feiertage zählen nicht. Spätestens zum Beginn des Workshops ist entschieden.',
  silence: 'Wenn bis zur Frist niemand antwortet',
  privacy:
    'Namen und E-Mail-Adressen werden nur für diese E-Mails verwendet. Bitte sagen Sie den Personen Bescheid.',
  saved: 'Die Regel gilt ab jetzt.',
  savedAsked: (count: number) =>
    count === 1
      ? 'Eine offene Bitte um Genehmigung ist an die neuen Zuständigen gegangen.'
      : `${number(count)} offene Bitten um Genehmigung sind an die neuen Zuständigen gegangen.`,
  refusal: {
    'approver-missing': 'Bitte geben Sie an, wer gefragt wird.',
    'email-missing': 'Bitte geben Sie auch die E-Mail-Adresse an.',
    'name-missing': 'Bitte geben Sie auch den Namen an.',
    'same-address': 'Die Vertretung braucht eine andere E-Mail-Adresse.',
    'reminds-too-late': 'Die Erinnerung muss vor dem Ende der Frist kommen.',
    'requests-open':
      'Hier warten noch Bitten um Genehmigung. Bis darüber entschieden ist, muss jemand zuständig sein.',
    'changed-meanwhile':
      'Jemand hat diese Regel geändert, während Sie daran gearbeitet haben. Unten stehen Ihre Eingaben. Speichern Sie noch einmal, gilt Ihre Fassung.',
  },
  now: (what: ApprovalKind, approver: string | null) =>
    what === 'none' || approver === null
      ? 'Niemand wird gefragt: Wer sich anmeldet, hat den Platz.'
      : what === 'inform'
        ? `${approver} erfährt von jeder Anmeldung, zu genehmigen ist nichts.`
        : `${approver} genehmigt jede Teilnahme.`,
  change: 'Regel ändern',
}

export const approval = { kind, kindHint, silence, rejectReason, decider, verdict, link, own, rule }
