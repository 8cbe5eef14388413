import type { MailKind } from '#app/domain/mail.ts'
import { SUBJECT_LENGTH, type MailTextRefusal } from '#app/domain/mail-text.ts'
import type { Locale } from '#app/domain/locale.ts'
import { formatList, formatNumber } from '#app/i18n/format.ts'

const occasion = {
  invitation: { when: 'Somebody is taken on or invited again.', to: 'this person' },
  reset: { when: 'Somebody has forgotten their password.', to: 'this person' },
  'login-link': { when: 'Somebody would like to sign in without a password.', to: 'this person' },
  'access-requested': { when: 'Somebody asks for access.', to: 'coordinators' },
  'access-declined': { when: 'A request for access is declined.', to: 'whoever asked' },
  'barrier-reported': { when: 'Somebody reports a barrier.', to: 'coordinators' },
  'enrolment-confirmed': { when: 'Somebody gets a place.', to: 'this person' },
  'enrolment-waiting': { when: 'Somebody joins the waiting list.', to: 'this person' },
  'enrolment-offered': { when: 'A place is offered to somebody.', to: 'this person' },
  'enrolment-promoted': { when: 'Somebody moves up from the waiting list.', to: 'this person' },
  'enrolment-room': { when: 'Somebody moves up from an online place into the room.', to: 'that person' },
  'enrolment-excused': { when: 'Somebody gives notice of absence after the deadline.', to: 'that person' },
  'absence-noticed': {
    when: 'Somebody gives notice of absence after the deadline.',
    to: 'the trainers of the workshop',
  },
  'substitute-answered': {
    when: 'A substitute accepts, declines or does not answer.',
    to: 'whoever named them',
  },
  'enrolment-requested': {
    when: 'Somebody enrols whose municipality or office approves participation.',
    to: 'this person',
  },
  'enrolment-approved': { when: 'A participation is approved.', to: 'this person' },
  'enrolment-rejected': { when: 'A participation is not approved.', to: 'this person' },
  'approval-asked': { when: 'A participation has to be approved.', to: 'whoever approves it' },
  'approval-reminder': {
    when: 'An approval is still open after some working days.',
    to: 'whoever approves it, and the deputy',
  },
  'approval-moved': {
    when: 'A workshop is moved while an approval is open.',
    to: 'whoever approves it, and the deputy where asked already',
  },
  'approval-inform': {
    when: 'Somebody has a place, and the municipality or office wants to know.',
    to: 'whoever is informed',
  },
  'approval-lapsed': {
    when: 'Nobody has decided about an approval in time.',
    to: 'whoever approves it, and the deputy',
  },
  'enrolment-lapsed': { when: 'A place that was offered has not been taken.', to: 'this person' },
  'enrolment-withdrawn': { when: 'Somebody has withdrawn or left the waiting list.', to: 'this person' },
  'workshop-changed': { when: 'Place or time of a workshop change.', to: 'everybody enrolled or waiting' },
  'workshop-called-off': {
    when: 'A workshop is called off.',
    to: 'everybody enrolled or waiting, and the trainers',
  },
  'workshop-rest-called-off': {
    when: 'Of a workshop that has begun, the further meetings are called off.',
    to: 'everybody enrolled or waiting, and the trainers',
  },
  'workshop-meeting-missed': {
    when: 'A meeting did not take place, or counts again after all.',
    to: 'everybody with a place, and those who lead it',
  },
  'workshop-going': {
    when: 'It is decided that a workshop takes place.',
    to: 'everybody enrolled or waiting, and the trainers',
  },
  'workshop-merged': {
    when: 'A workshop is merged into another date.',
    to: 'everybody enrolled or waiting, and the trainers',
  },
  'workshop-given': { when: 'Somebody else puts a trainer down for a workshop.', to: 'this person' },
  'workshop-taken': { when: 'Somebody else gives a workshop into other hands.', to: 'who led it until now' },
  'led-changed': { when: 'Somebody else changes place or time of a workshop.', to: 'its trainers' },
  'series-changed': {
    when: 'Place or time of several dates of a series change.',
    to: 'everybody enrolled or waiting, one e-mail each',
  },
  'workshop-message': { when: 'The trainers write to the group.', to: 'the group they choose' },
  'workshop-reminder': {
    when: 'Three days and one day before the start, as set.',
    to: 'everybody with a place',
  },
  'workshop-question': { when: 'Somebody asks a question about a workshop.', to: 'its trainers' },
  'workshop-answer': {
    when: 'The trainers answer a question.',
    to: 'whoever asked, or everybody with a place',
  },
  'proof-confirmed': { when: 'A proof from elsewhere is confirmed.', to: 'this person' },
  'proof-returned': { when: 'A proof from elsewhere is returned.', to: 'this person' },
  'certificate-issued': { when: 'A certificate of attendance has been issued.', to: 'this person' },
  'certificate-revoked': { when: 'A certificate of attendance is revoked.', to: 'this person' },
  'certificate-not-earned': { when: 'Somebody attended too little for a certificate.', to: 'this person' },
  'officer-month': { when: 'On the first working day of a month.', to: 'training officers' },
  'date-suggestions': {
    when: 'On the first working day of a month, if something fits.',
    to: 'whoever has switched it on',
  },
  digest: { when: 'Daily or on Mondays at 7, if something has waited.', to: 'whoever has chosen summaries' },
  'walk-in-recorded': { when: 'Somebody came without enrolling and was added.', to: 'who was added' },
  'list-unfinished': {
    when: 'On the morning after a meeting its list is not finished.',
    to: 'who leads the workshop',
  },
  'list-overdue': { when: 'Three days after a meeting its list is not finished.', to: 'coordination' },
  'objection-raised': { when: 'Somebody says: that is not right.', to: 'who leads the workshop' },
  'objection-decided': { when: 'An objection has been decided.', to: 'who sent it' },
  'round-planned': {
    when: 'The schedule plans the next evaluation of the IT competence centre, or moves it.',
    to: 'coordination',
  },
  'round-missed': {
    when: 'The days of a planned evaluation are over, and it has not begun.',
    to: 'coordination',
  },
  'trustee-named': { when: 'Trustees are named for an evaluation.', to: 'both trustees' },
  'trustee-wanted': {
    when: 'An evaluation waits for a trustee: for passphrase, recovery sheet or rehearsal.',
    to: 'that trustee',
  },
  'trustee-count': {
    when: 'An evaluation is over and waits for the passphrases, or the other half lies there.',
    to: 'trustees who have not opened yet',
  },
  'evaluation-invitation': { when: 'An evaluation begins.', to: 'everybody who is asked' },
  'evaluation-reminder': {
    when: 'An evaluation ends soon.',
    to: 'who has not answered; nobody sees that list',
  },
  'report-due': {
    when: 'A reporting period is over; once more two weeks later if the report is missing.',
    to: 'coordination',
  },
  'report-released': { when: 'A report has been released.', to: 'steering committee' },
} satisfies Record<MailKind, { when: string; to: string }>

const language = { de: 'German', en: 'English' } satisfies Record<Locale, string>

const braced = (names: readonly string[]) =>
  formatList(
    names.map((name) => `{{${name}}}`),
    'en',
  )

export const mailText = {
  title: 'Texts of e-mails',
  lead: 'Every e-mail that Lernkreis writes by itself: when, to whom, and in which words.',
  occasion,
  language,
  kind: 'E-mail',
  when: 'When',
  to: 'To whom',
  texts: 'Text',
  own: 'own text',
  builtIn: 'built-in text',
  fixed: 'consists of other e-mails',
  fixedText: 'This e-mail has no text of its own: it holds the e-mails that have waited, each with its text.',
  editLanguage: (name: string) => `Edit ${name}`,
  subject: 'Subject',
  subjectHint: `At most ${SUBJECT_LENGTH} characters.`,
  body: 'Text',
  bodyHint: 'Plain text. Greeting, closing and sender always stand around it.',
  placeholders: 'Placeholders',
  placeholdersText: 'Lernkreis puts in what holds for each e-mail. What stands in bold must be in the text.',
  placeholder: 'Placeholder',
  example: 'Example',
  mandatory: 'must be there',
  preview: 'Preview',
  previewText: 'With invented facts.',
  previewOfTyped: 'This is what your text would look like. It is not saved yet.',
  showPreview: 'See the preview',
  save: 'Save the text',
  saved: 'Saved. From now on these e-mails go out with this text, also those that still wait.',
  reset: 'Restore the built-in text',
  resetDone: 'The built-in text counts again. Your versions are kept below.',
  builtInTitle: 'Built-in text',
  history: 'Earlier versions',
  noHistory: 'The built-in text has counted so far; there was no version of your own.',
  versionOf: (version: number, author: string) => `Version ${formatNumber(version, 'en')}, ${author}`,
  wasReset: 'Back to the built-in text',
  fallback:
    'If a fact cannot be put in, the built-in text goes out. Nobody gets an e-mail with placeholders.',
  problem: {
    markup: 'E-mails are plain text. Please write without tags in angle brackets.',
    braces: 'A curly bracket is left over. Placeholders look like this: {{link}}.',
    unknown: (names: readonly string[]) =>
      names.length === 1
        ? `This placeholder does not exist here: ${braced(names)}. Those that do stand below the form.`
        : `These placeholders do not exist here: ${braced(names)}. Those that do stand below the form.`,
    missing: (names: readonly string[]) =>
      `The text still lacks ${braced(names)}. Without it nobody would know what it is about or what to do.`,
  },
  refusal: {
    'changed-meanwhile':
      'Somebody has changed this text while you were working on it. Your entries stand below, the other version under “Earlier versions”. Save once more, and yours counts.',
  } satisfies Record<MailTextRefusal, string>,
  area: 'What the e-mails say, in your words.',
}
