// All words of the screen, by language. One noun, one file: de/<noun>.ts says it, en/<noun>.ts must follow.

import type { Locale } from '#app/domain/locale.ts'
import { de } from '#app/i18n/de.ts'
import { en } from '#app/i18n/en.ts'

/** The German texts are the source: English that lacks a sentence, or has one too many, does not compile. */
export type Messages = typeof de

const catalogue: Record<Locale, Messages> = { de, en }

export function messages(locale: Locale): Messages {
  return catalogue[locale]
}

/** Content that people write in one or two languages; German always exists. */
export function pick(locale: Locale, german: string, english: string | null | undefined): string {
  return locale === 'en' && english ? english : german
}
