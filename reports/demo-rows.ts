// The mark of the demo district in tables.

import type { Locale } from '#app/domain/locale.ts'
import { messages } from '#app/i18n/index.ts'

/** What stands above the head of a table; nothing where the data are real. */
export function demoRows(demo: boolean, locale: Locale): string[][] {
  const { shell } = messages(locale)
  return demo ? [[shell.demo, shell.demoExplained]] : []
}
