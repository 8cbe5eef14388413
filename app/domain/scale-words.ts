import {
  itemsOf,
  OVERALL,
  SCALE,
  type DefinitionOption,
  type Option,
  type Questionnaire,
} from '#app/domain/questionnaire.ts'

const WORDS: Record<number, { default: string; en: string }> = {
  5: { default: 'sehr zufrieden', en: 'very satisfied' },
  4: { default: 'zufrieden', en: 'satisfied' },
  3: { default: 'teils, teils', en: 'partly satisfied' },
  2: { default: 'unzufrieden', en: 'dissatisfied' },
  1: { default: 'sehr unzufrieden', en: 'very dissatisfied' },
  0: { default: 'keine Angabe', en: 'prefer not to say' },
}

/** The one scale in the words of SurveyJS, for questions that are added; they become part of the questionnaire. */
export const SCALE_WORDS: DefinitionOption<number>[] = SCALE.map((value) => ({
  value,
  text: WORDS[value] ?? { default: String(value) },
}))

export type OverallProblem = 'no-overall' | 'overall-under-condition' | 'overall-in-other-words'

/**
 * Why a questionnaire does not measure what the success indicator says, or null when it does: the share of all who were
 * asked that chose "zufrieden" or "sehr zufrieden". Asked only of those who were helped, or with 4 called something
 * else, it would be another share, and whoever writes the questionnaire is rated by it.
 */
export function overallProblem(questionnaire: Questionnaire): OverallProblem | null {
  const overall = itemsOf(questionnaire).find(({ key }) => key === OVERALL)
  if (overall?.kind !== 'choice') return 'no-overall'
  if (overall.shownIf !== null) return 'overall-under-condition'
  const isSame = (one: string, other = '') => plain(one) === plain(other)
  const says = ({ value, label }: Option) =>
    isSame(label.de, WORDS[value]?.default) && (label.en === null || isSame(label.en, WORDS[value]?.en))
  return overall.options.every(says) ? null : 'overall-in-other-words'
}

const plain = (text: string) => text.normalize('NFC').trim().toLowerCase()
