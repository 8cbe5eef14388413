import type { snapshot as de } from '#app/i18n/de/snapshot.ts'

export const snapshot: typeof de = {
  prepareRefusal: {
    'cut-off-in-future':
      'The cut-off day lies in the future. A report holds what was until a day that is past.',
    'cut-off-before-last':
      'There is a report with a later cut-off day. Reports follow one another; choose its day or a later one.',
  },
  releaseRefusal: {
    unknown: 'There is no such report.',
    'own-snapshot':
      'You have prepared this report yourself. Another member of the committee must release it.',
    changed:
      'The frozen figures no longer match their checksum. The report is not released; please inform the operator.',
  },
  fault: {
    'payload-changed': 'Its content was changed afterwards.',
    'link-broken': 'It does not fit the report before it.',
    missing: 'A report is missing from the chain.',
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
  files: 'Download',
  pdf: 'Report as PDF',
  pdfShort: 'PDF',
  pdfOther: 'Bericht auf Deutsch (PDF)',
  json: 'Figures as JSON',
  csv: 'Figures as CSV for Excel',
  dashboard: 'See the overview',
  empty: 'There is no report yet. The coordination prepares the first one as soon as a cut-off day is past.',
  prepareTitle: 'Prepare a new report',
  prepareLead:
    'The figures of the cut-off day are frozen. Then a member of the steering committee releases the report.',
  prepare: 'Freeze figures',
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
  notHandedOut: (number: number) =>
    `Report no. ${number} is not handed out: its figures were changed afterwards and no longer match their fingerprint. Please inform your technicians. What is known stands at /reports/${number}.`,
  chainBroken: 'The chain of reports is not unchanged',
}
