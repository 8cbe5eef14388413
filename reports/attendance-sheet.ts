// The sign-in sheet: a page to sign on, with a code for each row by which it is typed in again.

import type { Locale } from '#app/domain/locale.ts'
import { report as reportDe } from '#app/i18n/de/report.ts'
import { signInSheet as german } from '#app/i18n/de/sign-in-sheet.ts'
import { report as reportEn } from '#app/i18n/en/report.ts'
import { signInSheet as english } from '#app/i18n/en/sign-in-sheet.ts'
import { heading, paragraph } from '#reports/blocks.ts'
import { closeDocument, openDocument } from '#reports/document.ts'
import { newPage, type Paper } from '#reports/page.ts'
import { keyFacts, table } from '#reports/table.ts'

export type SheetRow = { code: string; name: string; organisation: string }
export type SheetMeeting = { startsAt: Date; endsAt: Date; units: number }

export type SheetData = {
  title: string
  place: string | null
  trainers: string
  districtName: string
  demo: boolean
  meetings: readonly SheetMeeting[]
  /** The same people at every meeting. */
  rows: readonly SheetRow[]
}

/** Room for a signature, in points. */
const SIGNATURE_HEIGHT = 26
const EMPTY_ROWS = 5

/** One meeting begins one page. The same data give the same bytes. */
export function renderAttendanceSheet(data: SheetData, locale: Locale): Promise<Buffer> {
  const words = locale === 'de' ? german : english
  const { demo } = locale === 'de' ? reportDe : reportEn
  const paper = openDocument({
    title: `${words.title}: ${data.title}`,
    subject: words.subject(data.title),
    author: data.districtName ? `${data.districtName}, ${words.office}` : words.office,
    locale,
    createdAt: data.meetings[0]?.startsAt ?? new Date(0),
    demo: data.demo ? demo : null,
  })
  data.meetings.forEach((meeting, nth) => {
    if (nth > 0) newPage(paper.pdf)
    drawMeeting(paper, data, meeting, words)
  })
  return closeDocument(paper, { left: `${words.title} · ${data.title}`, page: words.page })
}

function drawMeeting(paper: Paper, data: SheetData, meeting: SheetMeeting, words: typeof german): void {
  const { columns, guestColumns } = words
  heading(paper, 1, data.title)
  keyFacts(paper, words.facts, [
    [words.when, words.range(meeting.startsAt, meeting.endsAt)],
    ...(data.place ? [[words.where, data.place] as const] : []),
    ...(data.trainers ? [[words.trainers, data.trainers] as const] : []),
    [words.units, words.unitsOf(meeting.units)],
  ])
  if (data.rows.length === 0) paragraph(paper, words.nobody)
  else {
    const rows = data.rows.map(({ code, name, organisation }) => [code, name, organisation, ''])
    const widths = [
      { title: columns.code, width: 0.12 },
      { title: columns.name, width: 0.28 },
      { title: columns.organisation, width: 0.26 },
      { title: columns.signature, width: 0.34 },
    ]
    table(paper, { caption: words.caption, columns: widths, rows }, { leastRowHeight: SIGNATURE_HEIGHT })
  }
  const guests = Array.from({ length: EMPTY_ROWS }, () => ['', '', '', ''])
  const widths = [
    { title: guestColumns.name, width: 0.27 },
    { title: guestColumns.organisation, width: 0.25 },
    { title: guestColumns.email, width: 0.24 },
    { title: guestColumns.signature, width: 0.24 },
  ]
  table(paper, { caption: words.guests, columns: widths, rows: guests }, { leastRowHeight: SIGNATURE_HEIGHT })
  paragraph(paper, words.help, { style: 'note' })
}
