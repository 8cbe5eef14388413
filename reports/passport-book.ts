// The passports of all figures of a report, one block each, and the text by which the database counts.

import { createHash } from 'node:crypto'
import { accompanies, type CountedPassport } from '#app/domain/passport.ts'
import type { Locale } from '#app/domain/locale.ts'
import type { ReportData } from '#app/domain/report.ts'
import { heading, list, paragraph } from '#reports/blocks.ts'
import { closeDocument, openDocument } from '#reports/document.ts'
import { newPage, type Paper } from '#reports/page.ts'
import { baselineFacts } from '#reports/reading/baselines.ts'
import { passportFacts, stepSentence } from '#reports/reading/passport.ts'
import { titleIn, type Reading } from '#reports/reading/values.ts'
import { keyFacts } from '#reports/table.ts'
import { wordsIn, type Words } from '#reports/words.ts'

/** `sqlTexts`: of each function its text as the database has it now. The same data give the same bytes. */
export function renderPassportBook(
  data: ReportData,
  sqlTexts: ReadonlyMap<string, string>,
  locale: Locale,
): Promise<Buffer> {
  const words = wordsIn(locale)
  const { passport, report, accompanying } = words
  const paper = openDocument({
    title: passport.bookOf(data.cutOff),
    subject: passport.book,
    author: `${data.districtName}, ${report.office}`,
    locale,
    createdAt: new Date(data.releasedAt ?? `${data.cutOff}T00:00:00Z`),
    demo: data.demo ? report.demo : null,
  })
  heading(paper, 1, passport.bookOf(data.cutOff))
  paragraph(paper, data.passports.length === 0 ? passport.none : passport.lead)
  const groups = [
    [passport.indicators, data.passports.filter((one) => !accompanies(one))],
    [accompanying.title, data.passports.filter(accompanies)],
  ] as const
  for (const [title, passports] of groups) {
    if (passports.length === 0) continue
    heading(paper, 2, title, 260)
    for (const one of passports) drawPassport(paper, one, { data, words, locale })
  }
  drawAnnex(paper, data.passports, sqlTexts, words, locale)
  return closeDocument(paper, {
    left: `${data.districtName} · ${report.subtitle(data.number, data.cutOff)} · ${data.sha256.slice(0, 12)}`,
    page: report.page,
  })
}

function drawPassport(paper: Paper, passport: CountedPassport, reading: Reading): void {
  const { data, words, locale } = reading
  const title = titleIn(locale, passport)
  heading(paper, 3, title, 240)
  const facts = [...passportFacts(passport, reading), ...baselineFacts(reading, passport.key)]
  keyFacts(paper, words.passport.caption(title), facts)
  const steps = data.passportHistory.filter(({ key }) => key === passport.key)
  if (steps.length === 0) return
  paragraph(paper, words.passport.versions, { style: 'strong', after: 3 })
  list(paper, steps.map((step) => stepSentence(step, words)).reverse())
}

function drawAnnex(
  paper: Paper,
  passports: readonly CountedPassport[],
  sqlTexts: ReadonlyMap<string, string>,
  { passport: words }: Words,
  locale: Locale,
): void {
  const counted = passports.filter(({ sqlObject }) => sqlObject !== null && sqlTexts.has(sqlObject))
  if (counted.length === 0) return
  newPage(paper.pdf)
  heading(paper, 2, words.annex)
  paragraph(paper, words.annexLead)
  for (const { sqlObject, sqlSha256, ...one } of counted) {
    const text = sqlTexts.get(sqlObject ?? '') ?? ''
    heading(paper, 3, `${titleIn(locale, one)} (${sqlObject})`, 80)
    if (createHash('sha256').update(text).digest('hex') !== sqlSha256) paragraph(paper, words.changed)
    for (const part of text.split(/\n(?=CREATE )/)) {
      for (const line of linesOf(part)) paragraph(paper, line, { style: 'note', after: 0 })
      paragraph(paper, ' ', { style: 'note', after: 2 })
    }
  }
}

/** Without empty lines; what is indented stays so, with blanks that paper does not swallow. */
function linesOf(sql: string): string[] {
  return sql
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => line.replace(/^ +/, (blanks) => '\u00a0'.repeat(blanks.length)))
}
