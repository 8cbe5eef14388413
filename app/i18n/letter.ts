import type { Locale } from '#app/domain/locale.ts'
import { FIXED_MAILS, oneLine, type Letter, type MailKind, type MailSender } from '#app/domain/mail.ts'
import { fill, placeholdersIn, requiredOf, type MailText } from '#app/domain/mail-text.ts'
import { messages } from '#app/i18n/index.ts'
import { valuesOf } from '#app/i18n/letter-values.ts'

type Mail = { kind: MailKind; locale: Locale; data: object }

/** The texts that a district has written itself, by `textKey`. */
export type MailTexts = ReadonlyMap<string, MailText>

export const BUILT_IN: MailTexts = new Map()

export function textKey(kind: MailKind, locale: Locale): string {
  return `${kind} ${locale}`
}

/**
 * The letter that a mail of the outbox becomes. Its data were written by `post`, which knows the kinds. Where the
 * district has a text of its own, that one counts; with any trouble our own letter goes out.
 */
export function letterOf(mail: Mail, from: MailSender, texts: MailTexts = BUILT_IN): Letter {
  const builtIn = builtInLetter(mail, from, texts)
  const text = texts.get(textKey(mail.kind, mail.locale))
  if (!text || FIXED_MAILS.includes(mail.kind)) return builtIn
  return ownLetter(mail, from, builtIn, text) ?? builtIn
}

function ownLetter(mail: Mail, from: MailSender, builtIn: Letter, text: MailText): Letter | undefined {
  const values = valuesOf(mail.data, builtIn, from, mail.locale)
  const present = placeholdersIn(text.body)
  const said = Object.entries(values).filter(([, value]) => builtIn.body.includes(value))
  if (requiredOf(said.map(([name]) => name)).some((name) => !present.includes(name))) return undefined
  const body = fill(text.body, values)
  const subject = fill(text.subject, values)
  if (body === null || subject === null) return undefined
  const { blocks } = builtIn
  return messages(mail.locale).letterParts.framed(from, nameIn(mail.data), {
    subject: oneLine(subject),
    body,
    blocks,
  })
}

function builtInLetter(mail: Mail, from: MailSender, texts: MailTexts): Letter {
  const write = messages(mail.locale).mail[mail.kind] as (data: object, from: MailSender) => Letter
  if (mail.kind !== 'digest') return write(mail.data, from)
  const parts = 'parts' in mail.data && Array.isArray(mail.data.parts) ? mail.data.parts.filter(isPart) : []
  const letters = parts.map(({ at, kind, data }) => {
    const letter = letterOf({ kind, locale: mail.locale, data }, from, texts)
    return { at, letter: { ...letter, body: capitalised(letter.body) } }
  })
  return write({ ...mail.data, letters }, from)
}

type Part = { kind: MailKind; at: string; data: object }

function isPart(part: unknown): part is Part {
  return typeof part === 'object' && part !== null && 'kind' in part && 'data' in part && 'at' in part
}

function nameIn(data: object): string {
  return 'name' in data && typeof data.name === 'string' ? data.name : ''
}

/** After "Guten Tag …," a sentence goes on in lower case; in a digest it begins. */
function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1)
}
