import { SCALE, type DefinitionOption } from '#app/domain/questionnaire.ts'

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
