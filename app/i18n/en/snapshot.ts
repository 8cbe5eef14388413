import type { snapshot as de } from '#app/i18n/de/snapshot.ts'
import { formatDay, formatNumber } from '#app/i18n/format.ts'

export const snapshot: typeof de = {
  prepareRefusal: {
    'cut-off-in-future':
      'The cut-off day lies in the future. A report holds what was until a day that is past.',
    'cut-off-before-last':
      'There is a report with a later cut-off day. Reports follow one another; choose a day after it.',
    'released-already':
      'There is a released report of this cut-off day. If something in it was wrong, open it under “Reports” and choose “Correct the report”. For new figures choose a later cut-off day.',
    'cut-off-too-early':
      'What the indicators count is not defined for that day yet. Please check the year; the earliest day stands at the field.',
  },
  releaseRefusal: {
    unknown: 'There is no such report.',
    'own-snapshot':
      'You have prepared this report yourself. Another member of the committee must release it.',
    changed:
      'The frozen figures no longer match their checksum. The report is not released; please inform the operator.',
    'corrected-already':
      'Another correction of the same report has been released. If that one is wrong too, the coordination corrects it.',
    superseded:
      'Another report has taken its place: a newer one of the same cut-off day has been prepared, or one of this or a later day has been released. Please look at the list of reports.',
    'fewer-readers':
      'It holds remarks that fewer people are to read since it was prepared. Please have it prepared anew; then they are not in it any more.',
  },
  correctRefusal: {
    unknown: 'There is no such report.',
    'not-released':
      'This report has not been released. Nothing holds yet that could be corrected: simply prepare it anew.',
    'corrected-already':
      'This report has been corrected already. If the correction is wrong too, open that one and correct it.',
    changed:
      'The frozen figures no longer match their checksum. A correction would hide that; please inform the operator.',
    'nothing-to-correct':
      'Counted anew, the cut-off day gives exactly what the report says. Enter first what was wrong, for example the day of a declaration.',
  },
  fault: {
    'payload-changed': 'Its content was changed afterwards.',
    'link-broken': 'It does not fit the report before it.',
    missing: 'A report is missing from the chain.',
    'correction-astray': 'The correction belongs to no earlier report of the same cut-off day.',
    'definition-changed':
      'Its figures are unchanged, but the database counts in another way by now, and there is no new version for it.',
  },
  title: 'Reports',
  lead: 'Each report holds the figures of a cut-off day. Nobody changes what has been released.',
  report: 'Report',
  look: 'See',
  figures: 'Figures',
  figuresOf: (number) => `Figures of report no. ${number}`,
  one: (number) => `Report no. ${number}`,
  cutOff: 'Cut-off day',
  stateColumn: 'State',
  prepared: 'prepared',
  released: 'released',
  releasedAt: 'Released',
  download: 'Download',
  chart: { download: 'Download:', png: 'Picture (PNG)', svg: 'Vector picture (SVG)', csv: 'Table (CSV)' },
  files: {
    xlsx: { name: 'Figures for Excel (XLSX)', use: 'all figures on one sheet, explanations on the second' },
    ods: { name: 'Figures for LibreOffice (ODS)', use: 'the same as OpenDocument' },
    csv: { name: 'Figures as CSV for Excel', use: 'semicolons and decimal commas' },
    openCsv: { name: 'Figures as CSV for programs', use: 'commas, decimal points and keys instead of words' },
    dataPackage: { name: 'Description of these columns', use: 'Frictionless Data Package' },
    json: { name: 'Figures as JSON', use: 'the frozen figures letter by letter, to be checked' },
  },
  pdf: 'Report as PDF',
  pdfShort: 'PDF',
  pdfOther: 'Bericht auf Deutsch (PDF)',
  dashboard: 'See the overview',
  empty: 'There is no report yet. The coordination prepares the first one as soon as a cut-off day is past.',
  prepareTitle: 'Prepare a new report',
  earliest: (on) => `${formatDay(on, 'en')} at the earliest: since then it is defined what is counted.`,
  prepareLead:
    'You open a draft, write what the figures do not say, and then freeze the figures. After that a member of the steering committee releases the report.',
  dayHasReport: (day) =>
    `The report of ${day} has been released. If something in it was wrong, choose “Correct the report” on its page. A new one takes a later cut-off day.`,
  prepare: 'Freeze figures',
  remarksAreIn: 'They are also in the PDF and in the frozen data (JSON), in no other file.',
  readRemarks: (count) => (count === 1 ? 'Read one remark' : `Read ${formatNumber(count, 'en')} remarks`),
  releaseTitle: 'Release the report',
  releaseConsequence:
    'From then on the report is what the committee goes by. All members get a mail with the link. This cannot be taken back; a correction is a new report.',
  release: 'Release report',
  releaseDone: 'The report is released. The members of the committee get a mail.',
  prepareDone: 'The figures are frozen. A member of the steering committee still has to release the report.',
  waiting: 'This report is prepared and not released yet. Its figures are fixed.',
  unchanged: 'Unchanged',
  proof: 'Evidence',
  proofLead:
    'A checksum is computed from the figures and from the checksum of the report before. If anything is changed anywhere, the chain no longer fits.',
  sha256: 'Checksum (SHA-256)',
  previous: 'Checksum of the report before',
  first: 'This is the first report.',
  version: 'Made with Lernkreis',
  notHandedOut: {
    changed: (number) =>
      `Report no. ${number} is not handed out: its figures were changed afterwards and no longer match their fingerprint. Please inform your technicians. What is known stands at /reports/${number}.`,
    'fewer-readers': (number) =>
      `Report no. ${number} is not handed out: it has not been released and holds remarks that fewer people are to read since it was prepared. The coordination prepares it anew; then they are not in it any more.`,
  },
  superseded: (number) => `replaced by report no. ${number}`,
  supersededTitle: (number) => `Report no. ${number} has taken the place of this one.`,
  supersededLead: 'It was never released and cannot be any more.',
  corrects: (number) => `Correction of report no. ${number}`,
  correctedBy: (number) => `corrected by report no. ${number}`,
  correctedTitle: (number) => `This report has been corrected by report no. ${number}.`,
  correctedLead:
    'It stays here as it was released, and its PDF is the same in every character. The correction is what holds.',
  correctionOf: (number) => `This report corrects report no. ${number}.`,
  reasonGiven: (reason) => `Reason: ${reason}`,
  toOther: (number) => `To report no. ${number}`,
  correction: {
    title: (number) => `Correct report no. ${number}`,
    open: 'Correct the report',
    lead: 'A released report is not changed. Instead its cut-off day is counted anew and frozen as a report of its own, with the reason. The old one stays readable.',
    before: 'Enter first what was wrong or missing. Then freeze the new figures here.',
    toTexts: 'Change texts and structure of the report',
    reason: 'Reason for the correction',
    reasonHint:
      'Stands in the report and in the list, for example “The declaration of Musterstadt was in force from 1 May”. Please no names of people.',
    submit: 'Freeze the correction',
  },
  chainBroken: 'The chain of reports is not unchanged',
}
