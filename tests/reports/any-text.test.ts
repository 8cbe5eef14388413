import fc from 'fast-check'
import { expect, test } from 'vitest'
import { callout, heading, linkLine, list, paragraph } from '#reports/blocks.ts'
import { attach, closeDocument, openDocument } from '#reports/document.ts'
import { CONTENT_WIDTH, MARGIN, SHEET, TYPE, widthOf } from '#reports/page.ts'
import { keyFacts, table } from '#reports/table.ts'
import { problemsIn } from '#tests/reports/pdf-checker.ts'
import { qpdfIsMissing, readPdf } from '#tests/reports/qpdf.ts'

const missing = qpdfIsMissing()
const DAY = new Date('2026-06-30T00:00:00Z')

/** One text in every place that takes the text of a person. */
function aDocumentOf(words: string): Promise<Buffer> {
  const facts = { title: `T ${words}`, subject: words, author: words, locale: 'de' as const, createdAt: DAY }
  const paper = openDocument({ ...facts, demo: null })
  heading(paper, 1, `Titel ${words}`)
  paragraph(paper, words)
  list(paper, [words, words])
  callout(paper, words, words)
  linkLine(paper, {
    before: words.slice(0, 10),
    label: 'Netz',
    target: { url: 'https://example.org' },
    contents: 'Netz',
  })
  const columns = [0.2, 0.3, 0.5].map((width, nth) => ({ title: `${nth} ${words.slice(0, 20)}`, width }))
  table(paper, {
    caption: words,
    columns,
    rows: [
      [words, words, words],
      ['a', words, 'c'],
      ['a', 'b', words],
    ],
  })
  keyFacts(paper, 'Werte', [[words, words]])
  attach(
    paper,
    {
      name: 'text.json',
      type: 'application/json',
      description: 'Text',
      bytes: Buffer.from(JSON.stringify(words)),
    },
    DAY,
  )
  return closeDocument(paper, { left: words, page: (page, count) => `${page}/${count}` })
}

const CASES: [what: string, words: string][] = [
  ['nothing', ''],
  ['emoji, joined ones too', 'Team 🦔👩‍👩‍👧‍👦🇩🇪 fertig'],
  ['text from right to left', 'الكفاءة الرقمية עברית und deutsch'],
  ['combining marks', `Z${'\u0351\u0327'.repeat(20)}algo u\u0308ber`],
  ['a word of 500 letters', 'Donaudampfschiff'.repeat(32).slice(0, 500)],
  ['control characters', 'a\u0000b\u0007c\u001bd\u0085e\u2028f\u202eg'],
  ['quotes and brackets', `"'„“‚‘»«()<>[]{}\\ & ]]> <!-- %`],
  ['half of a sign', 'halb \ud83d und \udd94'],
  ['the sign for what could not be read', 'M\ufffdller'],
  ['scripts without blanks', '情報技術能力中心'.repeat(20)],
  ['signs that are only another look of others', 'eﬃzient ﬁnden'],
]

test.for(CASES)('%s may stand anywhere in a document', { timeout: 30_000 }, async ([, words], context) => {
  if (missing) return context.skip(missing)
  expect(problemsIn(await readPdf(await aDocumentOf(words)))).toEqual([])
})

test('half of a sign is left out, and nothing stands for it', async (context) => {
  if (missing) return context.skip(missing)
  const metadataOf = async (words: string) => {
    const pdf = await readPdf(await aDocumentOf(words))
    return pdf.bytes(pdf.catalogue['/Metadata']).toString('utf8')
  }
  expect(await metadataOf('halb \ud83d und \udd94')).not.toContain('\ufffd')
  expect(await metadataOf('M\ufffdller')).toContain('M\ufffdller')
})

test('any text at all may stand anywhere in a document', { timeout: 60_000 }, async (context) => {
  if (missing) return context.skip(missing)
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc
      .array(fc.constantFrom(...CASES.map(([, words]) => words.slice(0, 40)), ' ', '\n'), { maxLength: 4 })
      .map((parts) => parts.join('')),
  )
  await fc.assert(
    fc.asyncProperty(anyText, async (words) => {
      expect(problemsIn(await readPdf(await aDocumentOf(words)))).toEqual([])
    }),
    { numRuns: 200, interruptAfterTimeLimit: 20_000 },
  )
})

/** Where every line of text begins and ends, as it is handed to the paper. */
function linesOf(words: string): { left: number; right: number; top: number }[] {
  const paper = openDocument({
    title: 'T',
    subject: 'T',
    author: 'T',
    locale: 'de',
    createdAt: DAY,
    demo: null,
  })
  const lines: { left: number; right: number; top: number }[] = []
  const pdf = paper.pdf as unknown as {
    _fragment: (text: string, x: number, y: number, options: object) => void
  }
  const draw = pdf._fragment.bind(pdf)
  pdf._fragment = (text, x, y, options) => {
    lines.push({ left: x, right: x + widthOf(paper, text.trimEnd(), paper.type), top: y })
    draw(text, x, y, options)
  }
  paragraph(paper, words)
  paragraph(paper, words, { style: 'note' })
  return lines
}

test('no word is so long that it leaves the page, and no line lies upon another', () => {
  const anyWords = fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 500 }), {
    minLength: 1,
    maxLength: 8,
  })
  fc.assert(
    fc.property(anyWords, (words) => {
      const lines = linesOf(words.join(' '))
      expect(lines.length).toBeGreaterThan(0)
      for (const { left, right } of lines) {
        expect(left).toBeGreaterThanOrEqual(MARGIN.left - 0.01)
        expect(right).toBeLessThanOrEqual(MARGIN.left + CONTENT_WIDTH + 0.5)
      }
      const tops = lines.map(({ top }) => top)
      tops.slice(1).forEach((top, nth) => {
        const before = tops[nth] ?? 0
        // The next line is below by a line at least, or the page has turned.
        if (top > before) expect(top - before).toBeGreaterThanOrEqual(TYPE.note.size)
        else expect(top).toBeLessThanOrEqual(SHEET.height / 2)
      })
    }),
    { numRuns: 60, interruptAfterTimeLimit: 15_000 },
  )
})
