// Which SurveyJS definitions we take. Everything is listed, so that whatever the library can do beyond it (raw
// HTML, addresses, regular expressions, requests to other hosts) stays out without being named.

import { z } from 'zod'
import {
  OVERALL,
  SCALE,
  TOPICS,
  type Definition,
  type DefinitionElement,
  type DefinitionFinding,
} from '#app/domain/questionnaire.ts'

/** Where in the definition, as in `pages.0.elements.1.choices`, and what is wrong there. */
export type Finding = { path: string; finding: DefinitionFinding }

const MAX_CHARACTERS = 262_144
export const MAX_TITLE = 300
export const MAX_HINT = 1_000
export const MAX_PAGES = 10
export const MAX_QUESTIONS = 50
export const MAX_OPTIONS = 20
const MAX_ROWS = 20
const MAX_CONDITION = 200
/** Longer texts together could make a ballot longer than others, and so recognisable (db/seal.ts). */
const MAX_TEXT_TOTAL = 3_000
const MAX_FINDINGS = 50

/** The name of a question, and the value of a choice in words. */
export const Key = z.string().regex(/^[a-z][a-z0-9_]{0,47}$/, { error: 'bad-key' })

/** Braces would pull somebody's answer into the text. */
export const text = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/\S/, { error: 'missing' })
    .regex(/^[^{}]*$/, { error: 'placeholder' })
export const localText = (max: number) =>
  z.strictObject({ default: text(max), en: text(max).exactOptional() })

/** Comparisons of answers with numbers, joined by `and` or `or`: `{overall} <= 2 and {overall} > 0`. */
const COMPARISON = String.raw`\{[a-z][a-z0-9_.]{0,96}\} (?:=|<>|<|>|<=|>=) \d{1,2}`
const Condition = z
  .string()
  .max(MAX_CONDITION)
  .regex(new RegExp(`^${COMPARISON}(?: (?:and|or) ${COMPARISON})*$`), { error: 'bad-condition' })

const Option = z.strictObject({ value: z.int().min(0).max(99), text: localText(MAX_TITLE) })
const Options = z.array(Option).min(1).max(MAX_OPTIONS).refine(isScale, { error: 'not-the-scale' })
const Row = z.strictObject({ value: Key, text: localText(MAX_TITLE) })
const asked = {
  name: Key,
  title: localText(MAX_TITLE),
  description: localText(MAX_HINT).exactOptional(),
  visibleIf: Condition.exactOptional(),
}
const maxLength = z.int().min(1).max(MAX_TEXT_TOTAL)

const Element = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('radiogroup'), ...asked, choices: Options }),
  z.strictObject({
    type: z.literal('matrix'),
    ...asked,
    columns: Options,
    rows: z.array(Row).min(1).max(MAX_ROWS),
  }),
  z.strictObject({ type: z.literal('comment'), ...asked, maxLength }),
  z.strictObject({ type: z.literal('text'), ...asked, maxLength }),
])

const DefinitionSchema = z
  .strictObject({
    title: localText(MAX_TITLE),
    description: localText(MAX_HINT).exactOptional(),
    pages: z
      .array(
        z.strictObject({
          name: Key,
          title: localText(MAX_TITLE).exactOptional(),
          description: localText(MAX_HINT).exactOptional(),
          elements: z.array(Element).min(1).max(MAX_QUESTIONS),
        }),
      )
      .min(1)
      .max(MAX_PAGES),
  })
  .superRefine((definition, context) => {
    for (const { path, finding } of acrossQuestions(definition)) {
      context.addIssue({ code: 'custom', path: path.split('.'), message: finding })
    }
  })

function isScale(options: readonly { value: number }[]): boolean {
  return options.length === SCALE.length && options.every((option, index) => option.value === SCALE[index])
}

function acrossQuestions(definition: Definition): Finding[] {
  const elements = definition.pages.flatMap((page, p) =>
    page.elements.map((element, e) => ({ element, path: `pages.${p}.elements.${e}` })),
  )
  return [
    ...repeated([
      ...definition.pages.map((page, p) => ({ key: page.name, path: `pages.${p}.name` })),
      ...elements.map(({ element, path }) => ({ key: element.name, path: `${path}.name` })),
    ]),
    ...elements.flatMap(({ element, path }) =>
      element.type === 'matrix'
        ? repeated(element.rows.map((row, r) => ({ key: row.value, path: `${path}.rows.${r}.value` })))
        : [],
    ),
    ...elements.flatMap(({ element, path }) => aboutNames(element, path)),
    ...elements.flatMap(({ element, path }, index) =>
      conditionHolds(
        element,
        elements.slice(0, index).map((earlier) => earlier.element),
      )
        ? []
        : [{ path: `${path}.visibleIf`, finding: 'bad-condition' as const }],
    ),
    ...(textTotal(elements.map(({ element }) => element)) > MAX_TEXT_TOTAL
      ? [{ path: 'pages', finding: 'too-big' as const }]
      : []),
  ]
}

/** Names that were given before. */
export function repeated(named: { key: string; path: string }[]): Finding[] {
  return named
    .filter(({ key }, index) => named.findIndex((other) => other.key === key) < index)
    .map(({ path }) => ({ path, finding: 'key-twice' }))
}

/** The indicators find their figures by these two names, so a question of that name must be of that kind. */
function aboutNames(element: DefinitionElement, path: string): Finding[] {
  const expected = { [OVERALL]: 'radiogroup', [TOPICS]: 'matrix' }[element.name]
  return expected && expected !== element.type ? [{ path: `${path}.type`, finding: 'wrong-kind' }] : []
}

/** A condition may only ask for what has been rated before it. */
function conditionHolds(element: DefinitionElement, earlier: DefinitionElement[]): boolean {
  const known = earlier.flatMap((other) => {
    if (other.type === 'radiogroup') return [other.name]
    return other.type === 'matrix' ? other.rows.map((row) => `${other.name}.${row.value}`) : []
  })
  return [...(element.visibleIf ?? '').matchAll(/\{([^}]*)\}/g)].every(([, name]) =>
    known.includes(name ?? ''),
  )
}

function textTotal(elements: DefinitionElement[]): number {
  return elements.reduce((sum, element) => sum + ('maxLength' in element ? element.maxLength : 0), 0)
}

export type ReadDefinition = { ok: true; definition: Definition } | { ok: false; findings: Finding[] }

/** Takes any JSON and gives the definition, or everything that speaks against it. */
export function readDefinition(json: unknown): ReadDefinition {
  return readAs(DefinitionSchema, json)
}

/** The same for any kind of definition. */
export function readAs<S extends z.ZodType>(
  schema: S,
  json: unknown,
): { ok: true; definition: z.output<S> } | { ok: false; findings: Finding[] } {
  if (isTooBig(json)) return { ok: false, findings: [{ path: '', finding: 'too-big' }] }
  const result = schema.safeParse(json, { reportInput: true })
  if (result.success) return { ok: true, definition: result.data }
  return { ok: false, findings: result.error.issues.flatMap(findingsOf).slice(0, MAX_FINDINGS) }
}

/** Nesting that is too deep to be written down counts as too big. */
function isTooBig(json: unknown): boolean {
  try {
    return (JSON.stringify(json) ?? '').length > MAX_CHARACTERS
  } catch {
    return true
  }
}

/** Everything that speaks against a definition; an empty list when it may be used. */
export function checkDefinition(json: unknown): Finding[] {
  const result = readDefinition(json)
  return result.ok ? [] : result.findings
}

function findingsOf(issue: z.core.$ZodIssue): Finding[] {
  const path = issue.path.join('.')
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: [...issue.path, key].join('.'), finding: 'not-allowed' }))
  }
  return [{ path, finding: findingOf(issue) }]
}

const OWN_FINDINGS: readonly DefinitionFinding[] = [
  'missing',
  'bad-key',
  'placeholder',
  'not-the-scale',
  'bad-condition',
  'wrong-solution',
  'key-twice',
  'wrong-kind',
  'too-big',
]

function findingOf(issue: z.core.$ZodIssue): DefinitionFinding {
  const own = OWN_FINDINGS.find((finding) => finding === issue.message)
  if (own) return own
  if (issue.code === 'invalid_union') return 'not-allowed'
  if (issue.code === 'too_big') return issue.origin === 'string' ? 'too-long' : 'too-many'
  if (issue.code === 'too_small') return issue.origin === 'string' ? 'missing' : 'too-few'
  return issue.input === undefined ? 'missing' : 'wrong-kind'
}
