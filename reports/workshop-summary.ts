// The summary of a workshop: when and where it was, who came in figures, and what they said of it.

import { canonicalJson } from '#app/domain/canonical-json.ts'
import type { Locale } from '#app/domain/locale.ts'
import type { ReleasedFeedback, WorkshopSummary } from '#app/domain/workshop-summary.ts'
import { formatDay, formatNumber, formatTimeRange } from '#app/i18n/format.ts'
import { messages, pick, type Messages } from '#app/i18n/index.ts'
import { releasedShare } from '#app/i18n/released-share.ts'
import { callout, heading, list, paragraph } from '#reports/blocks.ts'
import { excelCsv } from '#reports/csv.ts'
import { demoRows } from '#reports/demo-rows.ts'
import { attach, closeDocument, openDocument } from '#reports/document.ts'
import type { Paper } from '#reports/page.ts'
import { keyFacts, table } from '#reports/table.ts'
import { wordsIn } from '#reports/words.ts'

type Drawn = { paper: Paper; summary: WorkshopSummary; locale: Locale; words: Messages['workshopSummary'] }

/** A function of the summary alone: the same figures give the same bytes. */
export function renderWorkshopSummary(summary: WorkshopSummary, locale: Locale): Promise<Buffer> {
  const { workshopSummary: words } = messages(locale)
  const { report } = wordsIn(locale)
  const title = pick(locale, summary.titleDe, summary.titleEn)
  const office = summary.districtName ? `${summary.districtName} · ${report.office}` : report.office
  const createdAt = new Date(`${summary.asOf}T00:00:00Z`)
  const paper = openDocument({
    title: `${words.title}: ${title}`,
    subject: words.title,
    author: office,
    locale,
    createdAt,
    demo: summary.demo ? report.demo : null,
  })
  const drawn = { paper, summary, locale, words }
  paragraph(paper, office, { style: 'note', after: 2 })
  heading(paper, 1, title)
  paragraph(paper, words.subtitle(summary.asOf), { style: 'subtitle', after: 8 })
  if (summary.calledOff) callout(paper, words.calledOff, words.calledOffExplained)
  drawFacts(drawn)
  drawMeetings(drawn)
  for (const one of summary.feedback) drawFeedback(drawn, one)
  if (summary.feedback.length === 0) drawNoFeedback(drawn)
  heading(paper, 2, words.method, 50)
  list(paper, words.methods, 'note')
  attach(
    paper,
    {
      name: 'workshop.csv',
      type: 'text/csv',
      description: words.file.csv,
      bytes: Buffer.from(summaryCsv(summary, locale)),
    },
    createdAt,
  )
  attach(
    paper,
    {
      name: 'workshop.json',
      type: 'application/json',
      description: words.file.json,
      bytes: Buffer.from(canonicalJson(summary)),
    },
    createdAt,
  )
  return closeDocument(paper, { left: `${words.title} · ${title}`, page: report.page })
}

/** Each figure with its name, for the sheet and for the attached table. */
function figuresOf({ summary, locale, words }: Omit<Drawn, 'paper'>): [string, string][] {
  const { seats, minimum, enrolled, waiting, outcome, unitsPlanned, unitsAttended, certificates } = summary
  const number = (value: number) => formatNumber(value, locale)
  const isWritten = outcome.attended + outcome.excused + outcome.noShow > 0
  const told = (value: number) => (isWritten ? number(value) : words.notWritten)
  return [
    [words.seats, number(seats)],
    [words.minimum, number(minimum)],
    [words.enrolled, number(enrolled)],
    [words.waiting, number(waiting)],
    [words.attended, told(outcome.attended)],
    [words.excused, told(outcome.excused)],
    [words.noShow, told(outcome.noShow)],
    ...(outcome.open > 0 && isWritten
      ? ([[words.open, number(outcome.open)]] satisfies [string, string][])
      : []),
    [words.unitsPlanned, number(unitsPlanned)],
    [words.unitsAttended, told(unitsAttended)],
    [words.certificates, number(certificates)],
  ]
}

function drawFacts(drawn: Drawn): void {
  const { paper, summary, locale, words } = drawn
  const place = summary.place ?? (summary.online ? words.online : words.noPlace)
  const where = summary.place && summary.online ? `${summary.place}, ${words.alsoOnline}` : place
  keyFacts(paper, words.facts, [
    [words.where, where],
    [words.trainers, summary.trainers.length > 0 ? summary.trainers.join(', ') : words.nobody],
    [words.meetings, formatNumber(summary.meetings.length, locale)],
  ])
  heading(paper, 2, words.figures, 120)
  keyFacts(paper, words.figuresCaption, figuresOf(drawn))
}

function drawMeetings({ paper, summary, locale, words }: Drawn): void {
  heading(paper, 2, words.dates, 80)
  table(paper, {
    caption: words.datesCaption,
    columns: [
      { title: words.when, width: 0.52 },
      { title: words.units, width: 0.24, numeric: true },
      { title: words.present, width: 0.24, numeric: true },
    ],
    rows: summary.meetings.map(({ startsAt, endsAt, units, present }) => [
      formatTimeRange(new Date(startsAt), new Date(endsAt), locale),
      formatNumber(units, locale),
      present === null ? words.notWritten : formatNumber(present, locale),
    ]),
  })
}

function drawFeedback({ paper, locale, words }: Drawn, one: ReleasedFeedback): void {
  const { release } = messages(locale)
  heading(paper, 2, words.feedback[one.kind], 90)
  paragraph(paper, `${release.lead(one.used, one.invited)} ${words.pooled(one.workshops)}`)
  table(paper, {
    caption: words.feedback[one.kind],
    columns: [
      { title: release.file.wording, width: 0.56 },
      { title: release.satisfiedShort, width: 0.24, numeric: true },
      { title: release.responses, width: 0.2, numeric: true },
    ],
    rows: one.questions.map(({ titleDe, titleEn, figure }) => [
      pick(locale, titleDe, titleEn),
      releasedShare(figure, locale),
      'responses' in figure ? formatNumber(figure.responses, locale) : '–',
    ]),
  })
}

function drawNoFeedback({ paper, words }: Drawn): void {
  heading(paper, 2, words.feedback.workshop, 40)
  paragraph(paper, words.noFeedback)
}

/** For Excel in Germany, without a cell that it would take for a formula. */
export function summaryCsv(summary: WorkshopSummary, locale: Locale): string {
  const { workshopSummary: words, release } = messages(locale)
  const rows = [
    ...demoRows(summary.demo, locale),
    [words.file.quantity, words.file.value],
    [words.workshop, pick(locale, summary.titleDe, summary.titleEn)],
    [words.file.asOf, formatDay(summary.asOf, locale)],
    ...summary.meetings.map(({ startsAt, endsAt }) => [
      words.when,
      formatTimeRange(new Date(startsAt), new Date(endsAt), locale),
    ]),
    ...figuresOf({ summary, locale, words }),
    ...summary.feedback.flatMap(({ questions, used, invited }) => [
      [release.turnout, release.turnoutOf(used, invited)],
      ...questions.map(({ titleDe, titleEn, figure }) => [
        pick(locale, titleDe, titleEn),
        releasedShare(figure, locale),
      ]),
    ]),
  ]
  return excelCsv(rows)
}
