// A questionnaire on paper: a cover with the name, which is torn off, and the form itself with a code and no name.

import { inGroups } from '#app/domain/certificate-code.ts'
import type { Locale } from '#app/domain/locale.ts'
import type { Item, Option, Questionnaire, Words } from '#app/domain/questionnaire.ts'
import type { BallotNotice } from '#app/i18n/ballot-notice.ts'
import { paperForm as german } from '#app/i18n/de/paper-form.ts'
import { report as reportDe } from '#app/i18n/de/report.ts'
import { paperForm as english } from '#app/i18n/en/paper-form.ts'
import { report as reportEn } from '#app/i18n/en/report.ts'
import { heading, list, paragraph } from '#reports/blocks.ts'
import { closeDocument, openDocument } from '#reports/document.ts'
import { newPage, type Paper } from '#reports/page.ts'
import { keyFacts, table } from '#reports/table.ts'

/** `closesOn` stands on the cover alone: last days differ by workshop, and would tell them apart on the forms. */
export type PaperForm = { code: string; name: string; closesOn: string }

export type PaperFormData = {
  title: string
  districtName: string
  demo: boolean
  /** Where the form is handed in: where it came from, which is not the office wherever the office may be rated. */
  handIn: keyof SheetWords['handIn']
  /** Whoever answers on paper reads what whoever answers on screen reads. */
  notice: BallotNotice
  questionnaire: Questionnaire
  forms: readonly PaperForm[]
}

type SheetWords = typeof german.sheet
type Writing = { paper: Paper; words: SheetWords; say: (words: Words) => string }

const BOX = '□'
/** Room to write by hand, in points. */
const LINES_HEIGHT = { one: 30, many: 110 }

/** Cover and form of everybody, one after the other. */
export function renderPaperForms(data: PaperFormData, locale: Locale, createdAt: Date): Promise<Buffer> {
  const words = locale === 'de' ? german.sheet : english.sheet
  const { demo } = locale === 'de' ? reportDe : reportEn
  const say = ({ de, en }: Words) => (locale === 'en' ? (en ?? de) : de)
  const paper = openDocument({
    title: `${words.title}: ${data.title}`,
    subject: words.subject(data.title),
    author: data.districtName ? `${data.districtName}, ${words.office}` : words.office,
    locale,
    createdAt,
    demo: data.demo ? demo : null,
  })
  data.forms.forEach((form, nth) => {
    if (nth > 0) newPage(paper.pdf)
    drawCover(paper, data, form, words)
    newPage(paper.pdf)
    drawForm({ paper, words, say }, data, form)
  })
  // No page numbers: in a stack in order of the alphabet they would tell whose form it is.
  return closeDocument(paper, { left: `${words.title} · ${data.title}`, page: () => '' })
}

/** So that the cover is one sheet to tear off, whatever is promised. */
const SMALL = 'cell'

function drawCover(
  paper: Paper,
  data: PaperFormData,
  { name, closesOn }: PaperForm,
  words: SheetWords,
): void {
  heading(paper, 1, words.cover(name))
  paragraph(paper, data.title, { style: 'strong' })
  list(paper, [...words.steps, words.handIn[data.handIn](closesOn)])
  heading(paper, 2, data.notice.title)
  if (data.notice.few) paragraph(paper, data.notice.few, { style: 'strong' })
  list(paper, data.notice.points, SMALL)
  heading(paper, 2, words.onPaper)
  list(paper, words.promises, SMALL)
  heading(paper, 2, data.notice.limitsTitle)
  list(paper, data.notice.limits, SMALL)
}

function drawForm({ paper, words, say }: Writing, data: PaperFormData, { code }: PaperForm): void {
  heading(paper, 1, data.title)
  keyFacts(paper, words.codeFacts, [[words.code, inGroups(code)]])
  paragraph(paper, words.instruction)
  for (const { title, hint, parts } of data.questionnaire.sections) {
    if (title) heading(paper, 2, say(title))
    if (hint) paragraph(paper, say(hint), { style: 'note' })
    for (const part of parts) if (part.kind !== 'passage') drawItem({ paper, words, say }, part)
  }
}

function drawItem(writing: Writing, item: Item): void {
  const { paper, words, say } = writing
  const title = say(item.title)
  if (item.kind !== 'text' && item.hint) paragraph(paper, say(item.hint), { style: 'note' })
  switch (item.kind) {
    case 'choice':
      return scaleTable(writing, title, item.options, [words.answer])
    case 'matrix':
      return scaleTable(
        writing,
        title,
        item.options,
        item.rows.map((row) => say(row.title)),
      )
    case 'single':
      return boxes(
        paper,
        title,
        item.choices.map(({ label }) => say(label)),
      )
    case 'several':
      return boxes(
        paper,
        `${title} ${words.several}`,
        item.choices.map(({ label }) => say(label)),
      )
    case 'yes-no':
      return boxes(paper, title, [words.yes, words.no])
    case 'number':
      return room(writing, `${title} (${words.range(item.min, item.max)})`, LINES_HEIGHT.one)
    case 'text':
      return room(writing, title, LINES_HEIGHT[item.lines])
  }
}

/** One row for each thing that is rated, one box for each step of the scale. */
function scaleTable(
  { paper, words, say }: Writing,
  caption: string,
  options: Option[],
  rows: string[],
): void {
  const widths = widthsOf(options.map(({ label }) => say(label)))
  table(
    paper,
    {
      caption,
      columns: [
        { title: words.asked, width: 1 - SCALE_WIDTH },
        ...options.map(({ label }, nth) => ({ title: say(label), width: widths[nth] ?? 0 })),
      ],
      rows: rows.map((row) => [row, ...options.map(() => BOX)]),
    },
    { leastRowHeight: BOX_ROW_HEIGHT },
  )
}

const SCALE_WIDTH = 0.72
const SHORTEST_WORD = 5
/** What the edges of a cell take, in letters. */
const EDGES = 3
const BOX_ROW_HEIGHT = 22

/** So that no word of a heading is broken: as wide as its longest word is long. */
function widthsOf(labels: readonly string[]): number[] {
  const lengths = labels.map(
    (label) => EDGES + Math.max(SHORTEST_WORD, ...label.split(' ').map((word) => word.length)),
  )
  const all = lengths.reduce((sum, length) => sum + length, 0)
  return lengths.map((length) => (length / all) * SCALE_WIDTH)
}

function boxes(paper: Paper, title: string, labels: readonly string[]): void {
  paragraph(paper, title, { style: 'strong' })
  for (const label of labels) paragraph(paper, `${BOX} ${label}`, { after: 2 })
}

function room({ paper, words }: Writing, caption: string, leastRowHeight: number): void {
  table(paper, { caption, columns: [{ title: words.answer, width: 1 }], rows: [['']] }, { leastRowHeight })
}
