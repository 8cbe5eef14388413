import type { Item } from '#app/domain/questionnaire.ts'
import { conditionWords } from '#app/i18n/condition-words.ts'
import { useLocale } from '#app/ui/locale.tsx'

/** When a question is asked, in the language of the reader. Null where always. */
export function useConditionWords(items: readonly Item[]): (shownIf: string | null) => string | null {
  return conditionWords(items, useLocale())
}
