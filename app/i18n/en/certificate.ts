import type { Standing } from '#app/domain/certificate.ts'
import type { certificate as deCertificate } from '#app/i18n/de/certificate.ts'
import { formatDay, formatNumber } from '#app/i18n/format.ts'

const number = (value: number) => formatNumber(value, 'en')
const day = (text: string) => formatDay(text, 'en')
const units = (count: number) => (count === 1 ? 'one teaching unit' : `${number(count)} teaching units`)

type Units = { unitsAttended: number; unitsPlanned: number }

const attendedOf = ({ unitsAttended, unitsPlanned }: Units) =>
  `${number(unitsAttended)} of ${number(unitsPlanned)} teaching units`

const overShare = (percent: number) =>
  percent === 50 ? 'more than half' : percent === 0 ? 'at least one' : `more than ${number(percent)}%`

const document: typeof deCertificate.document = {
  title: 'Certificate of attendance',
  office: 'IT competence centre',
  subject: (title) => `Certificate of attendance: ${title}`,
  hasAttended: 'has attended the following training:',
  facts: 'Facts about the training',
  name: 'Name',
  course: 'Training',
  meetings: (count) => (count === 1 ? 'Date' : 'Dates'),
  nthMeeting: (nth) => `Date ${nth}`,
  meetingCount: (count) => `${number(count)} dates, see below`,
  where: 'Place',
  place: (place, online) => (place === null ? 'online' : online ? `${place}, or online` : place),
  planned: 'Planned extent',
  attended: 'Attendance',
  units,
  unitsOf45: (count) => `${units(count)} of 45 minutes`,
  remark: (facts) => `Attended ${attendedOf(facts)}.`,
  goals: 'Goals',
  contents: 'Contents',
  issuer: 'Issued by',
  issuedOn: 'Issued on',
  issued: (issuer, on) => `${issuer}, ${day(on)}`,
  withoutSignature: 'This certificate was made by a machine and is valid without a signature.',
  questions: (email) => `Questions are answered by ${email}`,
  check: 'Check this certificate',
  checkText:
    'Whether this certificate is genuine and still valid can be checked without signing in: read the pattern with a camera, or enter the code on the page.',
  code: 'Code',
  at: 'Page: ',
  qrAlternative: (url) => `QR code that leads to the check of this certificate: ${url}`,
  linkContents: 'To the check of this certificate',
  attachment: 'What this certificate says, for machines',
  page: (nth, count) => `Page ${nth} of ${count}`,
  demo: { mark: 'Sample', sentence: 'Sample data: people and facts are invented.' },
  revoked: 'Revoked',
  revokedOn: (on) => `This certificate was revoked on ${day(on)}.`,
}

export const certificate: typeof deCertificate = {
  document,
  standing: {
    issued: 'issued',
    earned: 'can be issued',
    open: 'attendance is missing',
    'too-little': 'none, too little attendance',
    absent: 'none, was not there',
    revoked: 'revoked',
  },
  refusal: {
    'called-off': 'The workshop is called off. There are no certificates for it.',
    'not-over': 'Certificates are issued after the last meeting.',
    nobody: 'Nobody had a place in this workshop.',
    'none-ready':
      'There is no certificate to issue right now. Enter the missing attendance, then you can go on.',
  },
  reasonOf: (kind, text) =>
    text ??
    {
      corrected: 'Attendance, time or place was corrected afterwards.',
      withdrawn: 'Revoked by the issuing office',
    }[kind],
  attendedOf,

  workshop: {
    title: 'Certificates',
    rule: (percent) =>
      `Whoever attended ${overShare(percent)} of the teaching units gets a certificate. For those who missed something it says how much they attended.`,
    issue: (count) => (count === 1 ? 'Issue one certificate' : `Issue ${number(count)} certificates`),
    tell: 'Tell the reasons',
    consequence: (earned, tooLittle) =>
      [
        earned === 1 ? 'One person gets the certificate by e-mail, as a link.' : '',
        earned > 1 ? `${number(earned)} people get their certificates by e-mail, as a link.` : '',
        tooLittle === 1 ? 'One person learns why there is none for them.' : '',
        tooLittle > 1 ? `${number(tooLittle)} people learn why there is none for them.` : '',
      ]
        .filter(Boolean)
        .join(' '),
    done: (issued) =>
      issued === 0
        ? 'There was nothing new to issue.'
        : issued === 1
          ? 'One certificate has been issued.'
          : `${number(issued)} certificates have been issued.`,
    doneText: 'The e-mails are on their way.',
    open: (count) =>
      count === 1
        ? 'Attendance is missing for one person'
        : `Attendance is missing for ${number(count)} people`,
    openText: (names) => `${names}. As soon as attendance is complete, theirs can be issued too.`,
    rollCall: (when) => `Attendance on ${when}`,
    list: 'Who gets a certificate',
    nobody: 'Nobody had a place in this workshop, so there is nothing to certify.',
    person: 'Person',
    organisation: 'Organisation',
    attended: 'Attendance',
    state: 'Certificate',
    see: 'Look',
    privacy:
      'Only those who lead the workshop and the coordinators see this list. Training officers and superiors do not: to whom somebody shows a certificate is theirs to decide.',
  },

  own: {
    title: 'My certificates',
    lead: 'All certificates of attendance in one place. They stay here, even when the course is gone.',
    empty:
      'You have no certificate yet. After a workshop that you attended its leaders issue one, and you get an e-mail.',
    toWorkshops: 'See the workshops',
    year: (year, count) => `${year}: ${units(count)}`,
    download: 'Download as PDF',
    downloadOf: (title) => `Download the certificate “${title}” as PDF`,
    valid: 'valid',
    revoked: 'revoked',
    without: 'Without a certificate',
    elsewhere: 'Proofs of other providers',
    elsewhereFrom: (provider, count) => `${provider}, ${units(count)}, confirmed`,
    why: (standing: Standing, facts, percent) =>
      ({
        issued: '',
        earned: 'The certificate has yet to be issued. You will get an e-mail.',
        open: 'Attendance is not completely entered yet.',
        'too-little': `You attended ${attendedOf(facts)}. There is a certificate from ${overShare(percent)}. If that is wrong, please turn to those who led the workshop.`,
        absent: 'You are entered as absent. If that is wrong, please turn to those who led the workshop.',
        revoked: '',
      })[standing],
    link: 'My certificates',
    toList: 'See and download all certificates',
  },

  show: {
    title: 'Certificate',
    valid: 'Valid',
    revoked: 'Revoked',
    revokedTitle: (on) => `Revoked on ${day(on)}`,
    reason: 'Reason',
    download: 'Download as PDF',
    check: 'How the check looks to others',
    history: 'History',
    historyIssued: (when, by, facts) => `${when}: issued by ${by}, ${attendedOf(facts)}`,
    historyRevoked: (when, by, why) => `${when}: revoked by ${by}. ${why}`,
    revoke: 'Revoke',
    again: 'Issue again',
    againText: 'Has the reason gone? Then issue a new certificate with a new code.',
    againRefused:
      'No new certificate can be issued: the attendance entered is not enough, or the workshop is gone.',
    againDone: 'A new certificate has been issued.',
  },

  revoke: {
    title: 'Revoke a certificate',
    consequence: (name) =>
      `${name} gets an e-mail with the reason. Whoever enters the code reads “revoked” from now on, with day and reason. This cannot be taken back, but you can issue a new certificate.`,
    reason: 'Reason',
    reasonHint:
      'Everybody who knows the code reads it. Please write nothing personal, such as anything about an illness.',
    confirm: 'Revoke the certificate',
    refusal: { 'revoked-before': 'This certificate has been revoked before.' },
  },

  verify: {
    title: 'Check a certificate',
    lead: 'Is a certificate of attendance genuine, and is it still valid? Its code is printed on it.',
    code: 'Code',
    codeHint: 'Twelve signs, for example 7KCD-X3PM-W9VT. Capital or small, with or without dashes.',
    check: 'Check',
    another: 'Check another certificate',
    empty: 'Please enter the code.',
    mistyped:
      'This is no code, perhaps a sign has slipped. Please compare once more; the signs 0, 1, I, L, O, S, B and Z do not occur.',
    valid: 'Valid',
    validText: 'This certificate was issued like this. Please compare whether the paper says the same.',
    revoked: (on) => `Revoked on ${day(on)}`,
    revokedText: 'This certificate was issued, but is no longer valid.',
    reason: 'Reason',
    unknown: 'Unknown',
    unknownText: (code) =>
      `There is no certificate with the code ${code} here. Compare the code and the address of this page with the paper. If both are right, the certificate is not ours, or it was deleted.`,
    tooMany: 'There have been very many checks from here. You can go on in a quarter of an hour.',
    about: 'What this check shows',
    aboutText:
      'It shows what the issuing office certified and whether that still holds. It does not show whether the paper in your hand says the same: you see that by comparing both. A certificate of attendance confirms presence, no examination.',
    aboutPrivacy: 'Who checks is not stored. Search engines do not find these pages.',
  },
}
