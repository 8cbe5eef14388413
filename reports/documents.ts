// Every PDF that the product hands out, by the name under which it is ordered. All of them are drawn in a process of
// their own: whoever adds one adds a line here, and orders it in a route with `documentFile`.

import { renderAttendanceSheet } from '#reports/attendance-sheet.ts'
import { renderCertificate } from '#reports/certificate.ts'
import { renderEvaluationResult } from '#reports/evaluation-result.ts'
import { renderPaperForms } from '#reports/paper-form.ts'
import { renderPassportBook } from '#reports/passport-book.ts'
import { renderSteeringCommitteeReport } from '#reports/steering-committee.ts'
import { renderTownStatement } from '#reports/town-statement.ts'
import { renderWorkshopSummary } from '#reports/workshop-summary.ts'

export const DOCUMENTS = {
  'attendance-sheet': renderAttendanceSheet,
  certificate: renderCertificate,
  'evaluation-result': renderEvaluationResult,
  'paper-forms': renderPaperForms,
  'passport-book': renderPassportBook,
  'steering-committee': renderSteeringCommitteeReport,
  'town-statement': renderTownStatement,
  'workshop-summary': renderWorkshopSummary,
}

type Documents = typeof DOCUMENTS
export type DocumentKind = keyof Documents
/** What is drawn, and from what: plain data, for it goes to another process. */
export type DocumentOrder = {
  [Kind in DocumentKind]: { kind: Kind; given: Readonly<Parameters<Documents[Kind]>> }
}[DocumentKind]
