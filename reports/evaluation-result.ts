// The results of an evaluation as a document: what its page shows, and nothing finer.

import { canonicalJson } from '#app/domain/canonical-json.ts'
import type { Locale } from '#app/domain/locale.ts'
import { textItems, type Questionnaire } from '#app/domain/questionnaire.ts'
import type { Release } from '#app/domain/release.ts'
import { formatDay, formatNumber } from '#app/i18n/format.ts'
import { messages, pick, type Messages } from '#app/i18n/index.ts'
import { whyNoRemarks } from '#app/i18n/missing-remarks.ts'
import { heading, list, paragraph } from '#reports/blocks.ts'
import { excelCsv } from '#reports/csv.ts'
import { demoRows } from '#reports/demo-rows.ts'
import { attach, closeDocument, openDocument, type Attachment } from '#reports/document.ts'
import { drawGroups, drawSections } from '#reports/evaluation-result/figures.ts'
import type { Paper } from '#reports/page.ts'
import { releaseTable } from '#reports/release-table.ts'
import { keyFacts } from '#reports/table.ts'
import { wordsIn } from '#reports/words.ts'

export type EvaluationResult = {
  titleDe: string
  titleEn: string | null
  opensOn: string
  closesOn: string | null
  districtName: string
  demo: boolean
  /** Without the remarks where the reader was not named as one of theirs. */
  release: Release
  readsTexts: boolean
  questionnaire: Questionnaire
  sha256: string
  releasedAt: Date
  releasedBy: string
}

export type Drawn = { paper: Paper; result: EvaluationResult; locale: Locale; t: Messages }

/** A function of what was released: the same release gives the same bytes. */
export function renderEvaluationResult(result: EvaluationResult, locale: Locale): Promise<Buffer> {
  const t = messages(locale)
  const { report } = wordsIn(locale)
  const title = t.release.title(pick(locale, result.titleDe, result.titleEn))
  const office = result.districtName ? `${result.districtName} · ${report.office}` : report.office
  const paper = openDocument({
    title,
    subject: title,
    author: office,
    locale,
    createdAt: result.releasedAt,
    demo: result.demo ? report.demo : null,
  })
  const drawn = { paper, result, locale, t }
  paragraph(paper, office, { style: 'note', after: 2 })
  heading(paper, 1, title)
  drawLead(drawn)
  drawSections(drawn)
  drawGroups(drawn)
  drawRemarks(drawn)
  drawMethod(drawn)
  for (const file of attachments(drawn)) attach(paper, file, result.releasedAt)
  return closeDocument(paper, { left: `${title} · ${result.sha256.slice(0, 12)}`, page: report.page })
}

function drawLead({ paper, result, locale, t }: Drawn): void {
  const { turnout, paperForms } = result.release
  const words = t.release.document
  paragraph(paper, t.release.lead(turnout.used, turnout.invited), { style: 'lead', after: 8 })
  if (paperForms) paragraph(paper, t.release.paperForms(paperForms))
  const until = result.closesOn ?? result.opensOn
  keyFacts(paper, words.facts, [
    [words.period, `${formatDay(result.opensOn, locale)} – ${formatDay(until, locale)}`],
    [words.invited, formatNumber(turnout.invited, locale)],
    [words.answered, formatNumber(turnout.used, locale)],
    [t.release.releasedAt, t.release.releasedBy(result.releasedBy, result.releasedAt)],
  ])
}

/** What people wrote, in random order as it was released. */
function drawRemarks({ paper, result, locale, t }: Drawn): void {
  const { release, questionnaire, readsTexts } = result
  const asked = textItems(questionnaire)
  if (asked.length === 0) return
  heading(paper, 2, t.release.remarks)
  if (!readsTexts) return paragraph(paper, t.release.document.withoutTexts)
  paragraph(paper, t.release.remarksLead, { style: 'note' })
  for (const { key, title } of asked) {
    const remarks = release.texts.find((texts) => texts.key === key)
    heading(paper, 3, pick(locale, title.de, title.en), 30)
    if (remarks?.texts) list(paper, remarks.texts)
    else paragraph(paper, whyNoRemarks(remarks?.count, t))
  }
}

function drawMethod({ paper, result, t }: Drawn): void {
  const words = t.release
  heading(paper, 2, words.method)
  list(paper, [
    words.definition,
    words.document.minimumRule(result.release.minimum),
    words.document.onlyReleased,
  ])
  keyFacts(paper, words.figures, [
    [words.minimum, words.minimumOf(result.release.minimum)],
    [words.fingerprint, result.sha256],
  ])
}

function attachments({ result, locale, t }: Drawn): Attachment[] {
  const { release, questionnaire, sha256, readsTexts, demo } = result
  const table = [...demoRows(demo, locale), ...releaseTable(release, questionnaire, locale)]
  const { document: words, file } = t.release
  return [
    {
      name: `${file.name}.csv`,
      type: 'text/csv',
      description: words.csv,
      bytes: Buffer.from(excelCsv(table)),
    },
    {
      name: `${file.name}.json`,
      type: 'application/json',
      description: words.json,
      bytes: Buffer.from(canonicalJson({ release, sha256, withTexts: readsTexts, demo })),
    },
  ]
}
