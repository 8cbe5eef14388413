import { z } from 'zod'
import { isDay } from '#app/domain/calendar.ts'
import { isId } from '#app/http/responses.ts'

/** What can be wrong with a field; each has its sentence in t.form.error. */
export type FieldError = 'required' | 'too-long' | 'too-small' | 'too-big' | 'no-email' | 'no-url' | 'invalid'

export type Errors = Record<string, string>

export type Parsed<T> =
  | { ok: true; value: T; submitted: Record<string, string | string[]> }
  | { ok: false; errors: Errors; submitted: Record<string, string | string[]> }

/** Reads a form into what the schema says. `submitted` is what was typed, to be shown again. */
export async function parseForm<S extends z.ZodType>(
  request: Request,
  schema: S,
): Promise<Parsed<z.output<S>>> {
  return parseEntries(await request.formData(), schema)
}

/** The same for a form that has been received already, as those with files are. */
export function parseEntries<S extends z.ZodType>(form: FormData, schema: S): Parsed<z.output<S>> {
  const submitted = entriesOf(form)
  const result = schema.safeParse(submitted, { reportInput: true })
  if (result.success) return { ok: true, value: result.data, submitted }
  const errors: Errors = {}
  for (const issue of result.error.issues) errors[issue.path.join('.')] ??= errorOf(issue)
  return { ok: false, errors, submitted }
}

/** A field that comes once is a text, one that is repeated a list. Files are left to the upload routes. */
function entriesOf(form: FormData): Record<string, string | string[]> {
  const entries: Record<string, string | string[]> = Object.create(null)
  for (const name of new Set(form.keys())) {
    const values = form.getAll(name).filter((value) => typeof value === 'string')
    const [first] = values
    if (first !== undefined) entries[name] = values.length > 1 ? values : first
  }
  return { ...entries }
}

function errorOf(issue: z.core.$ZodIssue): FieldError {
  // Nothing chosen: a radio group is then missing, a list sends its empty entry.
  if (issue.input === undefined || issue.input === null || issue.input === '') return 'required'
  if (issue.code === 'too_small')
    return issue.origin === 'string' || issue.origin === 'array' ? 'required' : 'too-small'
  if (issue.code === 'too_big') return issue.origin === 'string' ? 'too-long' : 'too-big'
  if (issue.code === 'invalid_format' && issue.format === 'email') return 'no-email'
  if (issue.code !== 'custom') return 'invalid'
  return ([NO_EMAIL, NO_URL] as const).find((error) => error === issue.params?.error) ?? 'invalid'
}

const NO_EMAIL = 'no-email'
const NO_URL = 'no-url'

// Browsers send line breaks as CRLF; NUL is no text, and PostgreSQL refuses it.
const plain = (text: string) => text.replace(/\r\n?/g, '\n').split('\0').join('').trim()

export const requiredText = (max: number) => z.string().transform(plain).pipe(z.string().min(1).max(max))
/** A name, a title: one line, with single blanks. */
export const line = (max: number) =>
  requiredText(max * 2)
    .transform((text) => text.replace(/\s+/g, ' '))
    .pipe(z.string().max(max))
export const optionalText = (max: number) =>
  z
    .string()
    .default('')
    .transform(plain)
    .pipe(z.string().max(max))
    .transform((text) => text || null)
const MOST_SIGNS_OF_A_PASSWORD = 1_000
/** Taken as typed: a blank may be part of it. */
export const secret = () => z.string().min(1).max(MOST_SIGNS_OF_A_PASSWORD)
export const wholeNumber = (min: number, max: number) =>
  z.string().trim().min(1).pipe(z.coerce.number()).pipe(z.number().int().min(min).max(max))
export const oneOf = <const T extends readonly [string, ...string[]]>(values: T) => z.enum(values)
export const checkbox = () =>
  z
    .string()
    .optional()
    .transform((value) => value === 'on')
export const id = () => z.string().refine(isId)
export const day = () => z.string().trim().min(1).pipe(z.string().refine(isDay))
export const optionalDay = () =>
  z
    .string()
    .trim()
    .default('')
    .refine((text) => text === '' || isDay(text))
    .transform((text) => text || null)
export const email = () => z.string().trim().toLowerCase().min(1).max(254).pipe(z.email())
/** Null where none is given. */
export const optionalEmail = () =>
  z
    .string()
    .trim()
    .toLowerCase()
    .max(254)
    .default('')
    .refine((text) => text === '' || z.email().safeParse(text).success, { params: { error: NO_EMAIL } })
    .transform((text) => text || null)
/** An address on the web; others, such as javascript:, would run in the reader's page. */
export const optionalUrl = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .default('')
    .refine((text) => text === '' || (URL.canParse(text) && /^https?:\/\//i.test(text)), {
      params: { error: NO_URL },
    })
    .transform((text) => text || null)
/** A field that may come once, several times or not at all. */
export const list = <S extends z.ZodType<unknown, string>>(item: S, max = 200) =>
  z
    .union([z.array(z.string()), z.string().transform((text) => [text])])
    .default([])
    .pipe(z.array(item).max(max))
