import type { Direction } from '#app/domain/passport.ts'
import type { PassportPart } from '#app/domain/passport-version.ts'
import type { passport as german } from '#app/i18n/de/passport.ts'
import { formatDay, formatList, formatNumber } from '#app/i18n/format.ts'

const number = (value: number) => formatNumber(value, 'en')
const day = (text: string) => formatDay(text, 'en')

const direction = {
  higher: 'more is better',
  lower: 'less is better',
  neither: 'neither more nor less is better in itself',
} satisfies Record<Direction, string>

const part = {
  title: 'Title',
  paper: 'Wording of the strategy',
  definition: 'Definition',
  numerator: 'Numerator',
  denominator: 'Denominator',
  kind: 'Kind',
  unit: 'Unit',
  decimals: 'Decimals',
  months: 'Time',
  direction: 'Direction',
  minimum: 'Minimum',
  fullCount: 'Uncertainty',
  coverage: 'Basis',
  leftOut: 'Not included',
  source: 'Source',
  frequency: 'Frequency',
  responsible: 'Responsible',
  limits: 'Limits',
  sqlObject: 'Function of the database',
} satisfies Record<PassportPart, string>

export const passport: typeof german = {
  direction,
  part,
  versions: 'Versions, latest first:',
  changedParts: (parts) =>
    parts.length === 0
      ? 'Changed: the count in the database.'
      : `Changed: ${formatList(
          parts.map((one) => part[one]),
          'en',
        )}.`,
  because: (reason) => `Reason: ${reason}`,
  resolvedIn: (resolution) => `Resolution: ${resolution}.`,
  book: 'Passports of the figures',
  bookOf: (cutOff) => `Passports of the figures as of ${day(cutOff)}`,
  lead:
    'What is counted, of what, on whose word, and what the figure does not tell. The versions are those of the report; a ' +
    'new version replaces no older one, and nothing is compared across the day of the change.',
  indicators: 'The two indicators of the strategy',
  caption: (title) => `Passport: ${title}`,
  key: 'Key',
  paper: 'Wording of the strategy',
  definition: 'Definition',
  numerator: 'Numerator',
  denominator: 'Denominator',
  unit: 'Kind',
  kind: {
    share: 'Share in per cent',
    count: 'Number',
    sum: 'Sum',
    median: 'Median (one half lies below, one half above)',
  },
  months: (count) =>
    count === 0
      ? 'on the cut-off day'
      : count === 1
        ? 'over one month'
        : `over ${number(count)} months up to the cut-off day`,
  minimum: 'Minimum',
  minimumOf: (count) => `Below ${number(count)} there is no figure.`,
  directionLabel: 'Direction',
  uncertainty: 'Uncertainty',
  fullCount: 'Counted in full: a difference is a fact.',
  estimated: '95 % interval; a change is called one only when its interval leaves out zero.',
  coverage: 'Basis',
  source: 'Source',
  frequency: 'Frequency',
  everyMonths: (months) =>
    months === null ? 'not yet resolved' : months === 1 ? 'monthly' : `every ${number(months)} months`,
  responsible: 'Responsible',
  limits: 'Limits',
  version: 'Version',
  versionFrom: (version, from) => `Version ${number(version)}, valid from ${day(from)}.`,
  versionOf: (version, from) => `${number(version)}, valid from ${day(from)}`,
  lineBreaks: (from) => `Since ${day(from)} a new version of the definition counts: a new line begins here`,
  resolution: 'Resolution',
  byStrategy: 'Measure of the digital strategy',
  byOffice: 'Set by the coordination office; no resolution yet',
  sql: 'Count in the database',
  sqlFingerprint: (name, sha256) => `Function ${name}, SHA-256 ${sha256}`,
  fromReleases: 'Read from released counts',
  annex: 'Annex: how the database counts',
  annexLead:
    'The text of the functions as the database runs them today. A change is made by a developer and needs a new version; ' +
    'the fingerprint in the report shows whether the same would still be counted.',
  changed: 'This count was changed since the report; it is no longer the one of the report.',
  none: 'This report is from an earlier release and holds no passports.',
  download: 'Passports of the figures (PDF)',
}
