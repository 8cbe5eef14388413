import { expect, test } from 'vitest'
import { aDocument, FLAWS } from '#tests/reports/flawed-documents.ts'
import { problemsIn } from '#tests/reports/pdf-checker.ts'
import { qpdfIsMissing, readPdf } from '#tests/reports/qpdf.ts'

const missing = qpdfIsMissing()

test('a sound document has no problems', async (context) => {
  if (missing) return context.skip(missing)
  expect(problemsIn(await readPdf(await aDocument()))).toEqual([])
})

test.concurrent.for(FLAWS)('the checker notices: %s', async ([problem, flaw], context) => {
  if (missing) return context.skip(missing)
  expect(problemsIn(await readPdf(await aDocument(flaw))).join('\n')).toContain(problem)
})
