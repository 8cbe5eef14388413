// What people wrote in the round of indicator 2.

import { heading, heightOfPoint, list, paragraph } from '#reports/blocks.ts'
import { printable } from '#reports/page.ts'
import { readElsewhere, remarksRead } from '#reports/reading/remarks.ts'
import type { Report } from '#reports/steering-committee/report.ts'

/**
 * Of each question, so that one evaluation does not fill the report; the others are in the attached data. Whoever chooses
 * the readers of a round has read this number (`remarkReaders.meaning.report`).
 */
const MOST_PRINTED = 10
/** Heading and lead of the section and the heading of its first question, rather more than less. */
const HEAD_HEIGHT = 150
const BOX = '□'

export function drawRemarks(report: Report): void {
  const { paper, words } = report
  const elsewhere = readElsewhere(report)
  if (elsewhere) paragraph(paper, elsewhere, { style: 'note' })
  const read = remarksRead(report)
  if (!read) return
  heading(paper, 2, read.title, HEAD_HEIGHT)
  paragraph(paper, read.lead, { style: 'note' })
  const printed = read.questions.map((question) => question.texts.slice(0, MOST_PRINTED))
  read.questions.forEach(({ title, texts, none }, place) => {
    const some = printed[place] ?? []
    heading(paper, 3, title, heightOfPoint(paper, some[0] ?? none ?? ''))
    list(paper, some)
    if (none) paragraph(paper, none)
    if (some.length < texts.length)
      paragraph(paper, words.remarks.printed(some.length, texts.length), { style: 'note' })
  })
  const isMissing = (text: string) => printable(paper, text).includes(BOX)
  if (printed.flat().some(isMissing)) paragraph(paper, words.remarks.boxes, { style: 'note' })
}
