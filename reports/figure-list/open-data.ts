// The list of figures for programs: RFC 4180 with points and commas, days as ISO 8601 writes them, keys instead of words
// and nothing that a person wrote, so there is nothing to guard and nothing that the guard would alter. Beside it the
// description of its columns as a Frictionless Data Package.

import { stringify } from 'csv-stringify/sync'
import { ATTAINMENTS, TARGET_STATES } from '#app/domain/indicator.ts'
import type { ReportData } from '#app/domain/report.ts'
import { QUANTITIES, SIGNS, UNITS, type FigureRow } from '#reports/figure-list/row.ts'
import { figureRows } from '#reports/figure-list/rows.ts'
import { wordsIn } from '#reports/words.ts'

type Field = {
  name: string
  type: 'string' | 'integer' | 'number' | 'date' | 'boolean'
  description: string
  constraints?: { required?: boolean; enum?: readonly string[]; minimum?: number }
  of: (row: FigureRow, data: ReportData) => string | number | boolean | null
}

const required = { required: true }

const FIELDS: readonly Field[] = [
  {
    name: 'report',
    type: 'integer',
    description: 'Number of the report.',
    constraints: required,
    of: (_, { number }) => number,
  },
  {
    name: 'cut_off',
    type: 'date',
    description: 'The last day that counts in this report.',
    constraints: required,
    of: (_, { cutOff }) => cutOff,
  },
  {
    name: 'example',
    type: 'boolean',
    description: 'True where the figures are invented.',
    constraints: required,
    of: (_, { demo }) => demo,
  },
  {
    name: 'figure',
    type: 'string',
    description: 'I1 and I2 are the indicators of the strategy; all others accompany them.',
    constraints: required,
    of: ({ figure }) => figure,
  },
  {
    name: 'quantity',
    type: 'string',
    description: 'What is told of the figure.',
    constraints: { ...required, enum: QUANTITIES },
    of: ({ quantity }) => quantity,
  },
  {
    name: 'part',
    type: 'string',
    description: 'Topic, step of the scale (5 is the best), phase, or municipality key (AGS, eight digits).',
    of: ({ part }) => part,
  },
  { name: 'from', type: 'date', description: 'First day that counts.', of: ({ from }) => from },
  { name: 'until', type: 'date', description: 'Last day that counts.', of: ({ until }) => until },
  numeric('numerator', 'Not rounded.', ({ numerator }) => numerator),
  numeric('denominator', 'Not rounded.', ({ denominator }) => denominator),
  numeric(
    'value',
    'Rounded as in the report, never across a target; empty for a share of fewer than ten (sign /).',
    ({ value }) => value,
  ),
  {
    name: 'unit',
    type: 'string',
    description: 'Of value, interval and target.',
    constraints: { ...required, enum: UNITS },
    of: ({ unit }) => unit,
  },
  numeric(
    'interval_low',
    'Lower limit of the 95 % interval (Wilson; of a median by ranks); empty for a full count.',
    (row) => row.low,
  ),
  numeric(
    'interval_high',
    'Upper limit of the 95 % interval (Wilson; of a median by ranks); empty for a full count.',
    (row) => row.high,
  ),
  numeric('invited', 'People invited to the evaluation.', ({ invited }) => invited),
  numeric('target', 'The least that is to be reached.', ({ target }) => target),
  {
    name: 'target_state',
    type: 'string',
    description: 'Only a resolved target counts.',
    constraints: { enum: TARGET_STATES },
    of: ({ targetState }) => targetState,
  },
  {
    name: 'rating',
    type: 'string',
    description: 'What came of the target.',
    constraints: { enum: ATTAINMENTS },
    of: ({ rating }) => rating,
  },
  {
    name: 'sign',
    type: 'string',
    description:
      'Why there is no value: – nothing, . too few answers, / a share of fewer than ten, … later, x not meaningful.',
    constraints: { enum: SIGNS },
    of: ({ sign }) => sign,
  },
  {
    name: 'definition_version',
    type: 'integer',
    description: 'Of the definition by which it was counted.',
    of: ({ version }) => version,
  },
  {
    name: 'revised',
    type: 'boolean',
    description: 'True where an earlier report told another value.',
    constraints: required,
    of: ({ revised }) => revised,
  },
]

function numeric(name: string, description: string, of: (row: FigureRow) => number | null): Field {
  return { name, type: 'number', description, of }
}

/** A municipality may have one specialist: how many people it has is for the committee, and no open data. */
function isOpen({ quantity }: FigureRow): boolean {
  return quantity !== 'municipality-specialists'
}

export function openCsv(data: ReportData): string {
  const rows = figureRows(data).filter(isOpen)
  const lines = rows.map((row) => FIELDS.map(({ of }) => written(of(row, data))))
  return stringify([FIELDS.map(({ name }) => name), ...lines], { record_delimiter: 'windows' })
}

function written(value: string | number | boolean | null): string {
  return value === null ? '' : String(value)
}

export const OPEN_CSV_FILE = 'indicators-open.csv'

/** The description of the file that stands beside it under `OPEN_CSV_FILE`. */
export function dataPackage(data: ReportData): string {
  const words = wordsIn('de')
  const { number, cutOff, districtName, demo } = data
  const mark = demo ? [words.report.demo.mark] : []
  const name = `lernkreis-kennzahlen-${number}`
  const schema = {
    fields: FIELDS.map(({ of: _, ...field }) => field),
    missingValues: [''],
  }
  const descriptor = {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name,
    title: [districtName, words.report.subtitle(number, cutOff), ...mark].join(' · '),
    licenses: [{ name: 'dl-de/by-2-0', path: 'https://www.govdata.de/dl-de/by-2-0' }],
    resources: [
      {
        name: 'indicators',
        path: OPEN_CSV_FILE,
        format: 'csv',
        mediatype: 'text/csv',
        encoding: 'utf-8',
        dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', header: true },
        schema,
      },
    ],
  }
  return `${JSON.stringify(descriptor, null, 2)}\n`
}
