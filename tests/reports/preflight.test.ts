import { expect, test } from 'vitest'
import { renderSteeringCommitteeReport } from '#reports/steering-committee.ts'
import { asArchiveOnly } from '#reports/document.ts'
import { aDocument, FLAWS } from '#tests/reports/flawed-documents.ts'
import { preflight, preflightIsMissing } from '#tests/reports/preflight.ts'
import { aReport } from '#tests/reports/report-data.ts'
import { UNUSUAL_REPORTS } from '#tests/reports/unusual-reports.ts'

const missing = preflightIsMissing()
const VALID = 'is a valid PDF/A-1b file'
const SECONDS = 60_000

test(
  'a foreign validator finds the fonts, colours, metadata and bookmarks of our documents sound',
  { timeout: SECONDS },
  async (context) => {
    if (missing) return context.skip(missing)
    expect(await preflight(await asArchiveOnly(() => aDocument()))).toContain(VALID)
    const report = await asArchiveOnly(() => renderSteeringCommitteeReport(aReport(), 'de'))
    expect(await preflight(report)).toContain(VALID)
  },
)

test.for(['without data', 'in which everything has a name that nobody foresaw'] as const)(
  'and those of a report %s',
  { timeout: SECONDS },
  async (name, context) => {
    if (missing) return context.skip(missing)
    const render = () => renderSteeringCommitteeReport(UNUSUAL_REPORTS[name], 'de')
    expect(await preflight(await asArchiveOnly(render))).toContain(VALID)
  },
)

// A validator that was never heard to say no is none.
test.for([
  'which colours',
  'bookmarks are not counted',
  'font /Helvetica is not embedded',
  'not well-formed XML',
])('and it notices what ours notices: %s', { timeout: SECONDS }, async (problem, context) => {
  if (missing) return context.skip(missing)
  const flaw = FLAWS.find(([name]) => name === problem)?.[1]
  expect(flaw).toBeDefined()
  expect(await preflight(await asArchiveOnly(() => aDocument(flaw)))).not.toContain(VALID)
})
