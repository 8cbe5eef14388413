// What people wrote, as far as a report may take it over: only where its readers were named before the first question.

import { textItems, type Questionnaire } from '#app/domain/questionnaire.ts'
import type { Release } from '#app/domain/release.ts'
import type { RemarkReaders } from '#app/domain/remark-readers.ts'

export type ReportRemarks = {
  /** Who was to read them when the report was frozen. */
  readers: RemarkReaders
  /** In the order of the questionnaire; none unless the report is among what was promised. */
  questions: RemarkQuestion[]
}

/** As it was released: fewer remarks than the minimum have no texts, and no count where that would tell an answer. */
export type RemarkQuestion = {
  key: string
  titleDe: string
  titleEn: string | null
  count: number | null
  texts: string[] | null
}

type ReleasedRound = { remarkReaders: RemarkReaders; release: Release; questionnaire: Questionnaire }

/**
 * The one place where remarks enter a report. They keep the order of their release, in which chance has put them once: it
 * tells nothing of persons or times, and whoever prepares a report cannot draw again until the printed ones please. Null
 * where nobody was asked to write anything.
 */
export function remarksOf({ remarkReaders, release, questionnaire }: ReleasedRound): ReportRemarks | null {
  if (textItems(questionnaire).length === 0) return null
  if (remarkReaders !== 'report') return { readers: remarkReaders, questions: [] }
  return {
    readers: remarkReaders,
    questions: textItems(questionnaire).map(({ key, title }) => {
      const released = release.texts.find((texts) => texts.key === key)
      return {
        key,
        titleDe: title.de,
        titleEn: title.en,
        count: released?.count ?? null,
        texts: released?.texts ?? null,
      }
    }),
  }
}
