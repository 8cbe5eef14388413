// The statement of a municipality: one sheet that its mayor can hand to the council.

import { canonicalJson } from '#app/domain/canonical-json.ts'
import type { Locale } from '#app/domain/locale.ts'
import type { TownFigures, TownPeriod } from '#app/domain/town-figures.ts'
import { messages } from '#app/i18n/index.ts'
import { heading, list, paragraph } from '#reports/blocks.ts'
import { excelCsv } from '#reports/csv.ts'
import { demoRows } from '#reports/demo-rows.ts'
import { attach, closeDocument, openDocument } from '#reports/document.ts'
import { figure } from '#reports/figure.ts'
import { CONTENT_WIDTH, type Paper } from '#reports/page.ts'
import { townComparison, townFacts, townMethod, townPicture, townTable } from '#reports/reading/town.ts'
import { keyFacts, table } from '#reports/table.ts'
import { wordsIn } from '#reports/words.ts'

const TEXT_SIZE = 8.5

/** A function of the figures alone: the same figures give the same bytes. */
export function renderTownStatement(figures: TownFigures, locale: Locale): Promise<Buffer> {
  const { statement } = messages(locale).townFigures
  const { report } = wordsIn(locale)
  const createdAt = new Date(`${figures.asOf}T00:00:00Z`)
  const office = figures.districtName ? `${figures.districtName} · ${report.office}` : report.office
  const paper = openDocument({
    title: `${statement.title}: ${figures.organisation}`,
    subject: statement.subject(figures.organisation, figures.cutOff),
    author: office,
    locale,
    createdAt,
    demo: figures.demo ? report.demo : null,
  })
  paragraph(paper, office, { style: 'note', after: 14 })
  paragraph(paper, statement.to(figures.organisation), { style: 'strong', after: 2 })
  paragraph(paper, statement.written(figures.asOf), { style: 'note', after: 14 })
  heading(paper, 1, statement.title)
  paragraph(paper, statement.subject(figures.organisation, figures.cutOff), { style: 'subtitle', after: 8 })
  drawSentences(paper, figures, locale)
  drawFigures(paper, figures, locale)
  for (const file of attachments(figures, locale)) attach(paper, file, createdAt)
  return closeDocument(paper, { left: `${statement.title} · ${figures.organisation}`, page: report.page })
}

function drawSentences(paper: Paper, figures: TownFigures, locale: Locale): void {
  const { statement } = messages(locale).townFigures
  const { organisation, participation, specialists, registered, twelveMonths } = figures
  const part =
    participation.since === null
      ? statement.takesNoPart(organisation)
      : statement.takesPart(organisation, participation.since)
  paragraph(paper, `${part} ${statement.people(specialists, registered)}`, { style: 'lead' })
  const attended = twelveMonths.attended ? statement.attended(twelveMonths.attended) : statement.tooFew
  paragraph(paper, attended, { style: 'lead', after: 10 })
}

function drawFigures(paper: Paper, figures: TownFigures, locale: Locale): void {
  const words = messages(locale).townFigures
  keyFacts(paper, words.participationCaption, townFacts(figures, locale))
  heading(paper, 2, words.attended, 90)
  table(paper, townTable(figures, locale))
  heading(paper, 2, words.compared, 110)
  paragraph(paper, townComparison(figures, locale).join(' '))
  const picture = townPicture(figures, locale, { width: CONTENT_WIDTH, textSize: TEXT_SIZE })
  if (picture) figure(paper, { ...picture, caption: `${picture.caption}.` })
  heading(paper, 2, words.statement.method, 60)
  list(paper, townMethod(figures, locale), 'note')
}

function attachments(figures: TownFigures, locale: Locale) {
  const { file } = messages(locale).townFigures.statement
  return [
    {
      name: 'kommune.csv',
      type: 'text/csv',
      description: file.csv,
      bytes: Buffer.from(townCsv(figures, locale)),
    },
    {
      name: 'kommune.json',
      type: 'application/json',
      description: file.json,
      bytes: Buffer.from(canonicalJson(figures)),
    },
  ]
}

type Row = [quantity: string, from: string, until: string, value: string]

/** For Excel in Germany, without a cell that it would take for a formula. */
export function townCsv(figures: TownFigures, locale: Locale): string {
  const words = messages(locale).townFigures
  const { file } = words.statement
  const { asOf, cutOff, toCome, band, perPerson, twelveMonths } = figures
  const rowsOf = ({ attended, certificates, ...days }: TownPeriod): Row[] => {
    const [from, until] = [attended?.from ?? days.from, attended?.until ?? days.until]
    const certified = certificates ?? days
    return [
      [words.workshops, from, until, attended ? String(attended.count) : words.tooFew],
      [words.units, from, until, attended ? String(attended.units) : words.tooFew],
      [
        words.certificates,
        certified.from,
        certified.until,
        certificates ? String(certificates.count) : words.tooFew,
      ],
    ]
  }
  const wholeUnits = (value: number) => String(Math.round(value))
  const rows: Row[] = [
    [
      words.declared,
      figures.participation.since ?? '',
      '',
      figures.participation.declaration ?? words.notDeclared,
    ],
    [words.specialists, '', asOf, String(figures.specialists)],
    [words.registered, '', cutOff, String(figures.registered)],
    [words.toCome, asOf, '', words.coming(toCome.going, toCome.toAnswer, toCome.waiting)],
    ...[twelveMonths, ...figures.years].flatMap(rowsOf),
    ...(perPerson === null
      ? []
      : [[file.perPerson, twelveMonths.from, twelveMonths.until, wholeUnits(perPerson)] satisfies Row]),
    ...(band === null
      ? []
      : ([
          [file.bandLow, twelveMonths.from, twelveMonths.until, wholeUnits(band.low)],
          [file.bandHigh, twelveMonths.from, twelveMonths.until, wholeUnits(band.high)],
        ] satisfies Row[])),
  ]
  const table = [[file.quantity, file.from, file.until, file.value], ...rows]
  return excelCsv([...demoRows(figures.demo, locale), ...table.map((row) => row.map(plain))])
}

/** Where a word may break on paper is nothing to search a table for. */
const plain = (words: string) => words.replaceAll('\u00ad', '')
