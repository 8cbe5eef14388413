// The part of the published schema that tells of readings, resolutions and stages.

import { z } from 'zod'
import { ATTAINMENTS, TARGET_MEASURES, TARGET_STATES } from '#app/domain/indicator.ts'
import { READINGS } from '#app/domain/reading.ts'
import { STAGE_AIMS, STAGE_VERDICTS } from '#app/domain/stage.ts'

const whole = z.int().min(0)
const day = z.iso.date()
const text = z.string()
const measure = z.enum(TARGET_MEASURES)
const nullableTitle = z.object({ titleDe: text, titleEn: text.nullable() }).nullable()

const ruled = { state: z.enum(TARGET_STATES), resolution: text.nullable(), decidedOn: day.nullable() }
const rulings = z.object({
  reading: z.object({ ...ruled, value: z.enum(READINGS).nullable() }),
  rhythm: z.object({ ...ruled, value: whole.nullable() }).describe('Months between evaluations.'),
})

const ruledReading = rulings.shape.reading.omit({ decidedOn: true })

const amount = z.number().min(0)
const aim = z.enum(STAGE_AIMS)

const decisions = [
  z.object({ key: z.literal('hold-evaluation'), dueOn: day }),
  z.object({ key: z.literal('decide-stage'), subject: text, decideBy: day.nullable() }),
  z.object({
    key: z.literal('set-stage-target'),
    subject: text,
    aim,
    measure,
    proposed: amount.nullable(),
  }),
  z.object({ key: z.literal('choose-reading'), proposed: z.enum(READINGS).nullable() }),
] as const

/** What is measured is described by the schema of the report. */
export function stageSchemas<Measured extends z.ZodType>(measured: Measured) {
  const reading = z.object({
    reading: z.enum(READINGS).describe('Of the sentence of the strategy paper on indicator 2.'),
    measured,
    topic: nullableTitle,
    leftOut: whole.describe('Topics with too few ratings.'),
    isFew: z.boolean().describe('Of few answers no share is worked out.'),
  })

  const stage = z.object({
    subject: text,
    description: text,
    topicDe: text.nullable(),
    topicEn: text.nullable(),
    fromDate: day.nullable(),
    untilDate: day.nullable(),
    decideBy: day.nullable(),
    decision: z.object({
      verdict: z.enum(STAGE_VERDICTS),
      resolution: text.nullable(),
      decidedOn: day.nullable(),
      reason: text.nullable(),
    }),
    targets: z.array(
      z.object({
        ...ruled,
        aim,
        measure,
        value: amount.nullable(),
        measured,
        attainment: z.enum(ATTAINMENTS),
      }),
    ),
    members: z.array(
      z.object({
        name: text,
        fromDate: day,
        untilDate: day.nullable(),
        nowPartOf: text
          .nullable()
          .describe('The municipality that stands in its place, where it has merged.'),
      }),
    ),
    municipalities: whole,
    participating: whole,
    trained: whole,
  })

  return { reading, ruledReading, rulings, stage, decisions }
}
