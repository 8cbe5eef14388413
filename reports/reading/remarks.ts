// What people wrote, question by question, or who reads it instead.

import { messages } from '#app/i18n/index.ts'
import { whyNoRemarks } from '#app/i18n/missing-remarks.ts'
import { titleIn, type Reading } from '#reports/reading/values.ts'

export type RemarksRead = {
  title: string
  lead: string
  /** `none` says why there is nothing to read. */
  questions: { title: string; texts: string[]; none: string | null }[]
}

/** Null where there is nothing to tell of: no round, no question, or a promise to others. */
export function remarksRead({ data, words, locale }: Reading): RemarksRead | null {
  const { round, remarks } = data.satisfaction
  if (!round || !remarks || remarks.questions.length === 0) return null
  return {
    title: words.remarks.title,
    lead: words.remarks.lead(titleIn(locale, round)),
    questions: remarks.questions.map((question) => ({
      title: titleIn(locale, question),
      texts: question.texts ?? [],
      none: question.texts?.length ? null : whyNoRemarks(question.count, messages(locale)),
    })),
  }
}

/** Who reads the remarks of this round, where the report does not hold them by what was promised. */
export function readElsewhere({ data, words }: Reading): string | null {
  const { remarks } = data.satisfaction
  if (!remarks || remarks.readers === 'report') return null
  return words.remarks.notHere[remarks.readers]
}
