// The part of the published schema that tells of passports and their versions.

import { z } from 'zod'
import { DIRECTIONS, FIGURE_KINDS, FIGURE_UNITS } from '#app/domain/passport.ts'
import { PASSPORT_PARTS } from '#app/domain/passport-version.ts'

const whole = z.int().min(0)
const day = z.iso.date()
const text = z.string()

export const baseline = z.object({
  key: text.describe('Of the passport.'),
  value: z.number().min(0),
  unit: z.enum(['percent', ...FIGURE_UNITS]),
  asOf: day,
  source: text,
})

export const passport = z.object({
  key: text,
  version: whole,
  validFrom: day,
  titleDe: text,
  titleEn: text,
  paperDe: text.nullable().describe('The words of the strategy paper.'),
  paperEn: text.nullable(),
  definitionDe: text,
  definitionEn: text,
  numeratorDe: text,
  numeratorEn: text,
  denominatorDe: text.nullable(),
  denominatorEn: text.nullable(),
  kind: z.enum(FIGURE_KINDS),
  unit: z.enum(FIGURE_UNITS),
  direction: z.enum(DIRECTIONS),
  decimals: whole,
  minimum: whole.describe('Fewer make no figure.'),
  months: whole.describe('How many months it counts; 0 for a figure of one day.'),
  fullCount: z.boolean(),
  coverageDe: text.nullable(),
  coverageEn: text.nullable(),
  leftOutDe: text.nullable(),
  leftOutEn: text.nullable(),
  sourceDe: text,
  sourceEn: text,
  frequencyMonths: whole.nullable(),
  responsibleDe: text,
  responsibleEn: text,
  limitsDe: text,
  limitsEn: text,
  sqlObject: text.nullable(),
  resolution: text.nullable(),
  sqlSha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
})

export const passportStep = z.object({
  key: text,
  version: whole,
  validFrom: day.describe('Nothing is compared across this day.'),
  changed: z.array(z.enum(PASSPORT_PARTS)).describe('Against the version before; none in the first.'),
  reason: text.nullable(),
  resolution: text.nullable(),
})
