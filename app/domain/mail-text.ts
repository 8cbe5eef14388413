// Texts of mails that a district writes itself. Each is a subject and a body with placeholders such as {{link}};
// greeting, closing and signature are always ours.

export type MailText = { subject: string; body: string }
export type Values = Record<string, string>

export const SUBJECT_LENGTH = 150
export const BODY_LENGTH = 4_000

/** A mail without these would leave its reader without what it is about. */
const REQUIRED: readonly string[] = [
  'link',
  'frist',
  'tag',
  'termin',
  'grund',
  'nachricht',
  'frage',
  'antwort',
  'inhalt',
  'ausfall',
  'zusage',
  'meldung',
  'regel',
  'entscheidung',
  'abbestellen',
]

export type MailTextProblem =
  | { field: keyof MailText; problem: 'markup' | 'braces' }
  | { field: keyof MailText; problem: 'unknown' | 'missing'; names: string[] }

export type MailTextRefusal = 'changed-meanwhile'

const PLACEHOLDER = /\{\{\s*([a-zäöüß]+)\s*\}\}/g
const MARKUP = /<\/?[a-z!][^>]*>/i

/** The names between braces, each once. */
export function placeholdersIn(text: string): string[] {
  return [...new Set([...text.matchAll(PLACEHOLDER)].map(([, name = '']) => name))]
}

/** Which of these placeholders a body must not lack. */
export function requiredOf(known: readonly string[]): string[] {
  return known.filter((name) => REQUIRED.includes(name))
}

/** Everything that speaks against a text, given the placeholders that its kind of mail can fill. */
export function problemsOfText(text: MailText, known: readonly string[]): MailTextProblem[] {
  const problems = (['subject', 'body'] as const).flatMap((field): MailTextProblem[] => {
    const names = placeholdersIn(text[field]).filter((name) => !known.includes(name))
    return [
      ...(MARKUP.test(text[field]) ? [{ field, problem: 'markup' } as const] : []),
      ...(names.length > 0 ? [{ field, problem: 'unknown', names } as const] : []),
      ...(/\{\{|\}\}/.test(text[field].replace(PLACEHOLDER, ''))
        ? [{ field, problem: 'braces' } as const]
        : []),
    ]
  })
  const present = placeholdersIn(text.body)
  const missing = requiredOf(known).filter((name) => !present.includes(name))
  return missing.length > 0 ? [...problems, { field: 'body', problem: 'missing', names: missing }] : problems
}

/**
 * The text with its values, or null when one of them is not there: nobody reads a placeholder. Braces that come with
 * a value are what somebody has typed, and stay as they are.
 */
export function fill(text: string, values: Values): string | null {
  let isWhole = true
  const filled = text.replace(PLACEHOLDER, (_, name: string) => {
    const value = values[name]
    if (!value) isWhole = false
    return value ?? ''
  })
  return isWhole ? filled : null
}

/** The other way round: what stands for these values in a letter becomes their placeholders, the longest first. */
export function drafted(text: string, values: Values): string {
  const entries = Object.entries(values)
    .filter(([, value]) => value !== '')
    .sort(([, a], [, b]) => b.length - a.length)
  return entries.reduce((rest, [name, value]) => rest.split(value).join(`{{${name}}}`), text)
}
