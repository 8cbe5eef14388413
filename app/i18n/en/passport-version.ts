import type { PassportRefusal } from '#app/domain/passport-version.ts'
import type { passportVersion as german } from '#app/i18n/de/passport-version.ts'
import { formatDay, formatNumber } from '#app/i18n/format.ts'

const number = (value: number) => formatNumber(value, 'en')
const day = (text: string) => formatDay(text, 'en')

const refusal = {
  'changed-meanwhile':
    'Somebody else has entered a new version meanwhile. It stands above; what you have typed is still there.',
  unchanged:
    'Nothing is different from the latest version. A new version breaks the line of values; therefore it comes into being only where something changes.',
  'too-early':
    'The new version has to begin after the last cut-off day and after the beginning of the version before: a report tells what held on its day. The earliest day stands at the field "Valid from".',
  'too-late':
    'A version begins a year ahead at most: each further one has to begin after it. The last day stands at the field "Valid from".',
  'resolution-missing': 'Please name the resolution of the steering committee, for example "LA 2026/05".',
} satisfies Record<PassportRefusal, string>

export const passportVersion: typeof german = {
  refusal,
  title: 'Passports',
  lead: 'What each figure means: what is counted, of what, on whose word, and what it does not tell. Passports are never changed; the latest version holds, and all earlier ones stay readable.',
  indicators: 'The two indicators of the strategy',
  accompanying: 'Accompanying figures',
  figure: 'Figure',
  version: 'Version',
  validFrom: 'Valid from',
  kind: 'Kind',
  upcoming: (version, from) => `Version ${number(version)} holds from ${day(from)}.`,
  book: (report) => `All passports as PDF (report no. ${number(report)})`,
  noBook: 'The passports come as a PDF as soon as a report is prepared.',
  toOne: 'Whole passport with all versions',
  toOneOf: (name) => `Whole passport with all versions: ${name}`,

  one: (title) => `Passport: ${title}`,
  holds: (version, from) => `Version ${number(version)} holds since ${day(from)}.`,
  content: 'What holds',
  versions: 'All versions',
  versionTitle: (version) => `Version ${number(version)}`,
  state: {
    'in-force': 'holds',
    upcoming: 'does not hold yet',
    replaced: 'replaced',
  },
  since: (from) => `valid from ${day(from)}`,
  between: (from, until) => `held from ${day(from)} until ${day(until)}`,
  first: 'The first version. It came with the product.',
  reason: 'What was changed, and why',
  resolution: 'Resolution',
  withoutResolution: 'Set by the coordination office',
  recordedAt: 'Entered on',
  shipped: 'by the developers, with a new release of the product',
  differences: (version) => `What version ${number(version)} says otherwise than the one before`,
  onlyCount: 'No words were changed; the count in the database was. Its text stands below.',
  part: 'Part',
  before: 'Before',
  now: 'New',
  german: 'German',
  english: 'English',
  nothing: 'not stated',
  reports: 'Reports by this version',
  noReports: 'No released report counts by this version yet.',
  countState: {
    same: 'count unchanged today',
    changed: 'counted in another way today',
    unrecorded: 'fingerprint not recorded',
    gone: 'function gone',
    released: 'read from releases',
  },
  whole: (version) => `Version ${number(version)} word for word`,
  counting: 'How the database counts',
  countingLead:
    'The text of the functions as the database runs them today. Only developers change it, with a new version.',
  next: 'More',
  toEvidence: 'Evidence of the figure of today',
  toTargets: 'Phases and targets',

  add: 'Enter a new version',
  addTo: (title) => `New version: ${title}`,
  follows: (version, from) => `It follows version ${number(version)}, valid from ${day(from)}.`,
  committeeAdds: 'A new version is entered by a member of the steering committee, with the resolution.',
  officeAdds: 'A new version is entered by the coordination.',
  saved: 'The new version is entered.',
  consequenceTitle: 'What a new version does',
  consequences: [
    'From its first day it holds for figures and reports. Earlier reports stay as they are.',
    'The line of values breaks on that day, and nothing is compared across it.',
    'It can neither be changed nor deleted. A mistake is put right by another version.',
    'The count stays as it is: the new words must describe what the database counts.',
  ],
  fixedTitle: 'What cannot be changed here',
  fixed:
    'Key, kind, unit, time, direction, minimum, decimals, the function of the database and the wording of the strategy. They need a developer: with them changes what is counted, or how it is printed. The same goes for parts that this passport does not have.',
  frequencyElsewhere:
    'How often it is measured is resolved by the steering committee under "Reading and rhythm".',
  toRulings: 'Reading and rhythm',
  inGerman: (part) => `${part} (German)`,
  inEnglish: (part) => `${part} (English)`,
  every: 'Time between measurements',
  months: 'months',
  decision: 'From when, and why',
  validFromHint: (earliest, last) =>
    `Not before ${day(earliest)}, after the last cut-off day and after the version before; ${day(last)} at the latest.`,
  reasonHint: 'A sentence or two. They stand in the next report; please without names of people.',
  resolutionHint: 'Reference, for example "LA 2026/05".',
  save: 'Enter version',
}
