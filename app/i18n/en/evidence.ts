import type { evidence as de } from '#app/i18n/de/evidence.ts'
import { formatDay, formatNumber, outOf } from '#app/i18n/format.ts'

const number = (value: number) => formatNumber(value, 'en')

export const evidence: typeof de = {
  definitionState: {
    same: 'The database still counts exactly as it did for this report.',
    changed:
      'The definition in the database is another one today than for this report. The frozen figures do not change by that; below is the definition of today.',
    unrecorded:
      'This report did not record a fingerprint of its definition yet. Below is how the database counts today.',
    gone: 'The function that counted for this report is no longer in the database.',
  },
  title: (name) => `Evidence: ${name}`,
  link: 'Evidence',
  linkTo: (name, value) => `Evidence: ${name}${value && `, ${value}`}`,
  all: 'What the figures consist of',
  lead: (value, cutOff) => `${value}, cut-off day ${formatDay(cutOff, 'en')}.`,

  figure: 'The figure',
  definition: 'Definition',
  counted: 'What was counted',

  recountSame: (numerator, denominator) =>
    `Counted again from the table: ${outOf(numerator, denominator, 'en')}. That is the figure shown.`,
  recountDiffers: (numerator, denominator) =>
    `Counted again from the table: ${outOf(numerator, denominator, 'en')}. That is not the figure shown; please tell the technical staff.`,
  townsCaption: 'All municipalities that exist on the cut-off day, in alphabetical order',
  declaredOn: 'Declared from',
  notDeclared: 'not declared',
  counts: 'Counts',
  isCounted: 'yes',
  notCounted: 'no',
  noDeclaration: 'no, no declaration',
  noSpecialist: 'no, no IT specialist',
  noNames: 'No names of people are shown here, only how many there are for each municipality.',
  specialistsOverlap: (count) =>
    `The IT specialists of the municipalities do not add up: whoever serves several counts once in the district. Different people in the municipalities that take part: ${number(count)}.`,
  severalValues: 'several values, see the table',
  onlySums:
    'Sums are shown, and what they rest on. The rows that were counted are enrolments and attendance of single people; they stand in no report. With the SQL text below the figure can be counted again in the database.',
  onlyReleased:
    'Only what has been released counts. Single answers are nowhere: ballots are sealed, mixed and counted as sums only. Groups of staff are shown apart only where the release itself shows both.',
  notApart:
    'The release does not tell how the answers are distributed, so there is nothing to be counted again here.',

  releases: 'Releases',
  releasesLead: 'The released counts of which the course consists. The latest one counts for the indicator.',
  noReleases: 'No evaluation had been released by the cut-off day.',
  round: 'Evaluation',
  closedOn: 'Closed',
  releasedOn: 'Released',
  fingerprint: 'Fingerprint',
  state: 'State',
  unchanged: 'unchanged',
  changed: 'changed, does not count',

  sql: 'How the database counts',
  noSql:
    'No function of the database counts this figure. It is read from the released counts, whose fingerprints are above.',
  showSql: (name) => `SQL text of ${name}`,
  sqlFrozen: 'Fingerprint in the report',
  sqlToday: 'Fingerprint today',

  held: 'Where the figure is held',
  heldPreliminary:
    'Nowhere. This figure is counted anew each time, and holds only once it is frozen in a report and released.',
  snapshot: 'Report',
  chain: 'Chain of reports',
  chainIntact: 'Unchanged: each report gives its fingerprint and fits the one before.',
  chainBroken: (numbers) => `Not unchanged: report no. ${numbers}.`,
}
