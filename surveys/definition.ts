// Which SurveyJS definitions we take. Everything is listed, so that whatever the library can do beyond it (addresses,
// regular expressions, requests to other hosts, pages of its own) stays out without being named.

import { z } from 'zod'
import type { Definition, DefinitionFinding } from '#app/domain/questionnaire.ts'
import { MAX_TEXT_TOTAL, SCALE } from '#app/domain/questionnaire.ts'
import { acrossQuestions } from '#surveys/definition-rules.ts'
import { checkJson, MAX_FINDINGS, pathOf, readJson, type Finding } from '#surveys/json.ts'
import { isHarmless } from '#surveys/passage.ts'

export type { Finding } from '#surveys/json.ts'

export const MAX_TITLE = 300
export const MAX_HINT = 1_000
export const MAX_PAGES = 10
export const MAX_QUESTIONS = 50
export const MAX_OPTIONS = 20
export const MAX_PASSAGE = 2_000
export const MAX_NUMBER = 1_000_000
const MAX_ROWS = 20
const MAX_CONDITION = 200

/** The name of a question, and the value of a choice in words. */
export const Key = z.string().regex(/^[a-z][a-z0-9_]{0,47}$/, { error: 'bad-key' })

/** Braces would pull somebody's answer into the text; addresses would lead away from a page that keeps no trace. */
export const text = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/\S/, { error: 'missing' })
    .regex(/^[^{}]*$/, { error: 'placeholder' })
    .refine((words) => !/https?:|www\./i.test(words), { error: 'external-address' })

/** In the wild a text is often a plain one, or German stands under its own name. */
function withDefault(value: unknown): unknown {
  if (typeof value === 'string') return { default: value }
  if (typeof value !== 'object' || value === null || !('de' in value) || 'default' in value) return value
  const { de, ...others } = value
  return { default: de, ...others }
}
const inLanguages = (words: z.ZodType<string>) =>
  z.preprocess(withDefault, z.strictObject({ default: words, en: words.exactOptional() }))
export const localText = (max: number) => inLanguages(text(max))

const passage = text(MAX_PASSAGE).refine(isHarmless, { error: 'bad-html' })

/** A number of the scale, or a word. */
const Value = z.custom<number | string>().superRefine((value, context) => {
  const finding =
    typeof value === 'string'
      ? Key.safeParse(value).success || 'bad-key'
      : (typeof value === 'number' && Number.isInteger(value)) ||
        (value === undefined ? 'missing' : 'wrong-kind')
  if (finding !== true) context.addIssue({ code: 'custom', message: finding })
})

const option = <V extends z.ZodType>(value: V) => z.strictObject({ value, text: localText(MAX_TITLE) })
const OwnChoices = z.array(option(Key)).min(2, { error: 'too-few-choices' }).max(MAX_OPTIONS)
const Scale = z
  .array(option(z.int().min(0).max(99)))
  .min(1)
  .max(MAX_OPTIONS)
  .refine(isScale, { error: 'not-the-scale' })
const Choices = z
  .array(option(Value))
  .min(2, { error: 'too-few-choices' })
  .max(MAX_OPTIONS)
  .refine((options) => options.every(({ value }) => typeof value === 'string') || isScale(options), {
    error: 'not-the-scale',
  })
const Row = z.strictObject({ value: Key, text: localText(MAX_TITLE) })
const named = { name: Key, visibleIf: z.string().max(MAX_CONDITION).exactOptional() }
const asked = { ...named, title: localText(MAX_TITLE), description: localText(MAX_HINT).exactOptional() }
const maxLength = z.int().min(1).max(MAX_TEXT_TOTAL)
const limit = z.int().min(0).max(MAX_NUMBER)

/** A text is a line of words or a whole number; each has its own limits. */
const Text = z
  .strictObject({
    type: z.literal('text'),
    ...asked,
    inputType: z.enum(['number']).exactOptional(),
    maxLength: maxLength.exactOptional(),
    min: limit.exactOptional(),
    max: limit.exactOptional(),
  })
  .superRefine((element, context) => {
    const isNumber = element.inputType === 'number'
    const add = (path: string, message: DefinitionFinding) =>
      context.addIssue({ code: 'custom', path: [path], message })
    for (const name of ['min', 'max', 'maxLength'] as const) {
      const isNeeded = (name === 'maxLength') !== isNumber
      if (isNeeded !== (element[name] !== undefined)) add(name, isNeeded ? 'missing' : 'not-allowed')
    }
    if ((element.min ?? 0) > (element.max ?? MAX_NUMBER)) add('max', 'wrong-range')
  })

export const Element = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('radiogroup'), ...asked, choices: Choices }),
  z.strictObject({ type: z.literal('checkbox'), ...asked, choices: OwnChoices }),
  z.strictObject({
    type: z.literal('matrix'),
    ...asked,
    columns: Scale,
    rows: z.array(Row).min(1).max(MAX_ROWS),
  }),
  z.strictObject({ type: z.literal('boolean'), ...asked }),
  z.strictObject({ type: z.literal('comment'), ...asked, maxLength }),
  Text,
  z.strictObject({ type: z.literal('html'), ...named, html: inLanguages(passage) }),
])

/** A draft may still lack questions; what is put to people may not. */
const schema = (least: 0 | 1) =>
  z
    .strictObject({
      title: localText(MAX_TITLE),
      description: localText(MAX_HINT).exactOptional(),
      pages: z
        .array(
          z.strictObject({
            name: Key,
            title: localText(MAX_TITLE).exactOptional(),
            description: localText(MAX_HINT).exactOptional(),
            elements: z.array(Element).min(least).max(MAX_QUESTIONS),
          }),
        )
        .min(least)
        .max(MAX_PAGES),
    })
    .superRefine((definition, context) => {
      for (const { path, finding } of acrossQuestions(definition as Definition)) {
        context.addIssue({ code: 'custom', path: path.split('.'), message: finding })
      }
    })
const DefinitionSchema = schema(1)
const DraftSchema = schema(0)

function isScale(options: readonly { value: unknown }[]): boolean {
  return options.length === SCALE.length && options.every((one, index) => one.value === SCALE[index])
}

export type ReadDefinition = { ok: true; definition: Definition } | { ok: false; findings: Finding[] }

/** Takes any JSON and gives the definition, or everything that speaks against it. */
export function readDefinition(json: unknown): ReadDefinition {
  return readWith(DefinitionSchema, json)
}

/** The same for one that is still being written: sections may be empty. */
export function readDraft(json: unknown): ReadDefinition {
  return readWith(DraftSchema, json)
}

/** The same for the text of a file or a form. */
export function readDefinitionText(text: string): ReadDefinition {
  const read = readJson(text)
  return read.ok ? readDefinition(read.json) : read
}

function readWith(definition: z.ZodType, json: unknown): ReadDefinition {
  const read = readAs(definition, json)
  // The schema says the same as the type, but for what its refinements add.
  if (read.ok) return { ok: true, definition: read.definition as Definition }
  return { ok: false, findings: read.findings.map((finding) => moreExactly(finding, json)) }
}

/** What many definitions hold, and what to write instead. */
const INSTEAD: Record<string, DefinitionFinding> = { panel: 'panel', rating: 'rating' }

function moreExactly({ path, finding }: Finding, json: unknown): Finding {
  const parts = path.split('.')
  if (finding !== 'not-allowed') return { path, finding }
  if (parts.at(-1) === 'isRequired') return { path, finding: 'required' }
  if (parts.at(-1) !== 'type') return { path, finding }
  const type = parts.reduce<unknown>(
    (value, part) =>
      Object.hasOwn(Object(value), part) ? (value as Record<string, unknown>)[part] : undefined,
    json,
  )
  const instead = typeof type === 'string' && Object.hasOwn(INSTEAD, type) ? INSTEAD[type] : undefined
  return { path, finding: instead ?? 'unknown-type' }
}

/** The same for any kind of definition. */
export function readAs<S extends z.ZodType>(
  schema: S,
  json: unknown,
): { ok: true; definition: z.output<S> } | { ok: false; findings: Finding[] } {
  const general = checkJson(json)
  if (general.length > 0) return { ok: false, findings: general }
  const result = schema.safeParse(json, { reportInput: true })
  if (result.success) return { ok: true, definition: result.data }
  return { ok: false, findings: result.error.issues.flatMap(findingsOf).slice(0, MAX_FINDINGS) }
}

/** Everything that speaks against a definition; an empty list when it may be used. */
export function checkDefinition(json: unknown): Finding[] {
  const result = readDefinition(json)
  return result.ok ? [] : result.findings
}

function findingsOf(issue: z.core.$ZodIssue): Finding[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: pathOf([...issue.path, key]), finding: 'not-allowed' }))
  }
  return [{ path: pathOf(issue.path), finding: findingOf(issue) }]
}

const OWN_FINDINGS: readonly DefinitionFinding[] = [
  'missing',
  'bad-key',
  'placeholder',
  'external-address',
  'bad-html',
  'not-the-scale',
  'not-allowed',
  'bad-condition',
  'wrong-solution',
  'wrong-range',
  'too-few-choices',
  'key-twice',
  'wrong-kind',
  'too-big',
]

function findingOf(issue: z.core.$ZodIssue): DefinitionFinding {
  const own = OWN_FINDINGS.find((finding) => finding === issue.message)
  if (own) return own
  if (issue.code === 'invalid_union' || issue.code === 'invalid_value') return 'not-allowed'
  if (issue.code === 'too_big')
    return issue.origin === 'string' ? 'too-long' : issue.origin === 'array' ? 'too-many' : 'wrong-range'
  if (issue.code === 'too_small')
    return issue.origin === 'string' ? 'missing' : issue.origin === 'array' ? 'too-few' : 'wrong-range'
  return issue.input === undefined ? 'missing' : 'wrong-kind'
}
