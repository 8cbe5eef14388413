// When a question is asked, said in words, for the screen and for files: „Wie zufrieden …“ ist höchstens „unzufrieden“.

import { comparisonsIn, parseCondition, type Comparison } from '#app/domain/condition.ts'
import type { Locale } from '#app/domain/locale.ts'
import type { Item, Words } from '#app/domain/questionnaire.ts'
import { messages, pick } from '#app/i18n/index.ts'

/** Null where it is always asked. */
export function conditionWords(
  items: readonly Item[],
  locale: Locale,
): (shownIf: string | null) => string | null {
  const t = messages(locale).questionnaire
  const say = (words: Words) => pick(locale, words.de, words.en)
  const comparisonIn = ({ on, operator, value }: Comparison) => {
    const [key, row] = on.split('.')
    const item = items.find((one) => one.key === key)
    if (!item) return on
    const rowTitle = item.kind === 'matrix' ? item.rows.find((one) => one.key === row)?.title : undefined
    const offered = 'options' in item ? item.options : 'choices' in item ? item.choices : []
    const label = offered.find((one) => one.value === value)?.label
    const answer = typeof value === 'boolean' ? (value ? t.yes : t.no) : label ? say(label) : String(value)
    return t.comparison[operator](say(rowTitle ?? item.title), answer)
  }
  return (shownIf) => {
    const condition = shownIf === null ? undefined : parseCondition(shownIf)
    if (!condition) return shownIf
    const joins = ['', ...condition.more.map(({ join }) => ` ${t.join[join]} `)]
    return comparisonsIn(condition)
      .map((comparison, place) => `${joins[place] ?? ''}${comparisonIn(comparison)}`)
      .join('')
  }
}
