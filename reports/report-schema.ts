// What the JSON of a report holds, for whoever reads it by machine: the published schema is made of this, and the compiler
// holds it to the type of the figures. One schema for each format, because a published one never changes its meaning.

import { z } from 'zod'
import { CHANGES } from '#app/domain/accompanying-figure.ts'
import {
  ATTAINMENTS,
  INDICATOR_KEYS,
  PHASE_KEYS,
  TARGET_MEASURES,
  TARGET_STATES,
} from '#app/domain/indicator.ts'
import { MUNICIPALITY_CHANGES, SATISFACTION_VERDICTS } from '#app/domain/report-changes.ts'
import { REPORT_SECTIONS } from '#app/domain/report-draft.ts'
import type { ReportFigures } from '#app/domain/report.ts'
import { baseline, passport, passportStep } from '#reports/passport-schema.ts'
import { remarkSchema } from '#reports/remark-schema.ts'
import { stageSchemas } from '#reports/stage-schema.ts'

const share = z.number().min(0).max(1).describe('Between 0 and 1, not rounded.')
const whole = z.int().min(0)
const day = z.iso.date()
const text = z.string()
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const interval = z
  .object({ low: share, high: share })
  .nullable()
  .describe('95 % interval by Wilson; null for a full count.')
const indicator = z.enum(INDICATOR_KEYS)
const phase = z.enum(PHASE_KEYS)
const measure = z.enum(TARGET_MEASURES)

const definition = z.object({
  version: whole,
  validFrom: day,
  textDe: text,
  textEn: text,
  sourceDe: text,
  sourceEn: text,
  resolution: text.nullable(),
})

const noFigure = [
  z.object({ kind: z.literal('no-data') }),
  z.object({ kind: z.literal('too-few') }).describe('Not told, to protect those who answered.'),
] as const

const ratings = { satisfied: whole, responses: whole }
const figure = z.union([
  ...noFigure,
  z.object({ kind: z.literal('words'), ...ratings }).describe('Of few answers no share is worked out.'),
  z.object({
    kind: z.literal('full'),
    ...ratings,
    distribution: z.object({ 5: whole, 4: whole, 3: whole, 2: whole, 1: whole }).describe('5 is the best.'),
    interval,
  }),
])

const round = z.object({ titleDe: text, titleEn: text.nullable(), closedOn: day, invited: whole })

const measured = z.union([
  ...noFigure,
  z.object({ kind: z.literal('measured'), numerator: whole, denominator: whole, interval }),
])

const parts = stageSchemas(measured)

const participation = z.object({
  definition,
  count: whole,
  denominator: whole,
  share: share.nullable(),
  declared: whole,
  itSpecialists: whole,
  population: z.object({ covered: whole, total: whole, share: share.nullable(), asOf: day }),
  municipalities: z.array(
    z.object({
      ags: text.describe('Official municipality key, eight digits.'),
      name: text,
      takesPart: z.boolean(),
      since: day.nullable(),
      itSpecialists: whole,
      labelPoint: z.tuple([z.number(), z.number()]).nullable().describe('Longitude and latitude.'),
    }),
  ),
  history: z.array(z.object({ asOf: day, count: whole, denominator: whole })),
})

const satisfaction = z.object({
  definition,
  round: round.nullable(),
  figure,
  topics: z.array(z.object({ key: text, titleDe: text, titleEn: text.nullable(), figure })),
  history: z.array(
    round.extend({
      figure,
      breaks: z.literal(true).exactOptional().describe('Another question than in the round before.'),
    }),
  ),
})

const target = z.object({
  indicator,
  phase,
  measure,
  state: z.enum(TARGET_STATES),
  value: z.number().min(0).nullable(),
  resolution: text.nullable(),
  attainment: z.enum(ATTAINMENTS),
  withinInterval: z.boolean(),
  measured,
  measuredOn: day.nullable(),
})

const decision = z.union([
  z.object({ key: z.literal('note-report') }),
  z.object({
    key: z.literal('set-target'),
    indicator,
    phase,
    measure,
    proposed: z.number().min(0).nullable(),
  }),
  z.object({ key: z.literal('end-pilot') }),
  z.object({ key: z.literal('set-rhythm'), proposedMonths: whole.nullable() }),
])

const quantity = z.union([
  ...noFigure,
  z.object({
    kind: z.literal('measured'),
    value: z.number().describe('Not rounded. Of fewer than ten no share is printed, only its parts.'),
    numerator: z.number().nullable(),
    denominator: z.number().nullable(),
    interval: z.object({ low: z.number(), high: z.number() }).nullable(),
  }),
])

const accompanying = z.object({
  key: text,
  fromDate: day,
  untilDate: day,
  breaksOn: day.nullable(),
  parts: z.array(
    z.object({
      key: text.nullable(),
      titleDe: text.nullable(),
      titleEn: text.nullable(),
      now: quantity,
      before: quantity,
      coverage: z.object({ covered: whole, of: whole, leftOut: whole }).nullable(),
      change: z.enum(CHANGES),
    }),
  ),
})

const counted = z.object({ count: whole, denominator: whole })
const aim = z.object({
  measure,
  state: z.enum(TARGET_STATES),
  value: z.number().min(0).nullable(),
  resolution: text.nullable(),
})
const days = z.object({ fromDate: day.nullable(), untilDate: day.nullable() })
const difference = z.number().min(-1).max(1)

const told = z
  .union([figure, parts.reading])
  .describe('Of the overall question, or by another reading where that counts.')
const change = z.union([
  z.object({ kind: z.literal('participation'), before: counted, now: counted }),
  z.object({ kind: z.literal('reading'), before: parts.ruledReading, now: parts.ruledReading }),
  z.object({
    kind: z.literal('satisfaction'),
    verdict: z.enum(SATISFACTION_VERDICTS),
    before: told,
    now: told,
    interval: z.object({ low: difference, high: difference }).nullable(),
  }),
  z.object({ kind: z.literal('target'), indicator, phase, before: aim, now: aim }),
  z.object({ kind: z.literal('phase'), phase, before: days, now: days }),
  z.object({
    kind: z.literal('definition'),
    key: text,
    titleDe: text.nullable(),
    titleEn: text.nullable(),
    version: whole,
    validFrom: day,
  }),
  z.object({
    kind: z.literal('municipality'),
    change: z.enum(MUNICIPALITY_CHANGES),
    name: text,
    into: text.nullable().describe('Into which it has merged.'),
  }),
])

const FORMAT_1 = z.object({
  format: z.literal(1),
  number: z.int().min(1),
  previousSha256: sha256.nullable().describe('Of the report before; null for the first.'),
  applicationVersion: text,
  demo: z.boolean().describe('True where all figures are invented.'),
  districtName: text,
  cutOff: day.describe('The last day that counts.'),
  phases: z.array(z.object({ key: phase, fromDate: day.nullable(), untilDate: day.nullable() })),
  participation,
  satisfaction,
  targets: z.array(target),
  decisions: z.array(decision),
  sources: z.array(z.object({ text, url: text.nullable() })),
})

// A field that the compiler misses here is a field that the published schema does not tell of yet.
const FORMAT_2 = FORMAT_1.extend({
  format: z.literal(2),
  satisfaction: satisfaction.extend({ readings: z.array(parts.reading), remarks: remarkSchema }),
  decisions: z.array(z.union([decision, ...parts.decisions])),
  rulings: parts.rulings,
  stages: z.array(parts.stage),
  accompanying: z.array(accompanying),
  baselines: z.array(baseline).describe('Where figures stood before, by other sources.'),
  passports: z.array(passport),
  passportHistory: z
    .array(passportStep)
    .describe('Of figures whose passport was changed all versions so far, oldest first.'),
  training: z
    .object({
      fromDate: day,
      untilDate: day,
      topics: z.array(
        z.object({
          topicKey: text,
          titleDe: text,
          titleEn: text.nullable(),
          courses: whole,
          workshops: whole,
          units: whole,
          attended: whole.nullable().describe('Attended seats, not people; null where few would be known.'),
        }),
      ),
    })
    .nullable(),
  sections: z.array(z.enum(REPORT_SECTIONS)).describe('Of the PDF, in their order.'),
  leftOut: z.array(z.enum(REPORT_SECTIONS)),
  comments: z.object({ I1: text.nullable(), I2: text.nullable() }).describe('Of the coordination.'),
  ownView: text.nullable().describe('Paragraphs of the coordination, in Markdown.'),
  correction: z
    .object({ number: whole, reason: text })
    .nullable()
    .describe('Which report this one puts right, and why.'),
  changes: z.object({ since: z.object({ number: whole, cutOff: day }), list: z.array(change) }).nullable(),
  revised: z.array(text).describe('Names of values that an earlier report told in another way.'),
}) satisfies z.ZodType<ReportFigures>

export const REPORT_SCHEMAS = { 1: FORMAT_1, 2: FORMAT_2 } as const
export type ReportSchemaFormat = keyof typeof REPORT_SCHEMAS

/**
 * JSON Schema, draft 2020-12. `strict` refuses what the schema does not name; the published one does not, so that a
 * reader of today still reads what is only added tomorrow.
 */
export function reportSchema(format: ReportSchemaFormat, { origin = '', strict = false } = {}): object {
  const { $schema, ...schema } = z.toJSONSchema(REPORT_SCHEMAS[format], {
    target: 'draft-2020-12',
    io: strict ? 'output' : 'input',
  })
  const $id = `${origin}/schemas/report-${format}.json`
  const title = `Lernkreis: figures of a report to the steering committee, format ${format}`
  return { $schema, $id, title, ...schema }
}
