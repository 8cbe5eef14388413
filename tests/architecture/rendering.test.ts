import { expect, test } from 'vitest'
import { filesBelow, sourceOf } from '#tests/architecture/house.ts'

/** Two small proofs of the demo district, which is laid out before the server hears anybody. */
const BEFORE_THE_SERVER = 'app/cli/demo/proofs.ts'

/** `render…` of a document, and what draws one by hand. */
const DRAWS = /import \{[^}]*\b(render[A-Z]\w*|openDocument|closeDocument)\b[^}]*\} from '#reports\//

test('no PDF is drawn where people are answered: it is ordered from the press with documentFile', () => {
  const drawing = filesBelow('app').filter((file) => DRAWS.test(sourceOf(file)))
  expect(drawing).toEqual([BEFORE_THE_SERVER])
})

test('whatever draws a document stands in the list of reports/documents.ts', () => {
  const listed = sourceOf('reports/documents.ts')
  const renderers = filesBelow('reports').flatMap((file) =>
    [...sourceOf(file).matchAll(/^export (?:async )?function (render[A-Z]\w*)/gm)].map(
      ([, name = '']) => name,
    ),
  )
  expect(renderers.length).toBeGreaterThan(3)
  expect(renderers.filter((name) => !new RegExp(`: ${name},`).test(listed))).toEqual([])
})

test('a route that draws by itself is found', () => {
  expect(DRAWS.test("import { renderCertificate } from '#reports/certificate.ts'")).toBe(true)
  expect(DRAWS.test("import {\n  heading,\n  openDocument,\n} from '#reports/document.ts'")).toBe(true)
  expect(DRAWS.test("import { dashboardOf } from '#reports/dashboard.ts'")).toBe(false)
})
