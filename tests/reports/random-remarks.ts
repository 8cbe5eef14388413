// What people may have written in a round, as a report of any district may hold it.

import fc from 'fast-check'

export const anyWords = fc.constantFrom(
  'Bad Gottleuba-Berggießhübel',
  '=HYPERLINK("https://example.org")',
  'Markt „Süd“ & <Nord>',
  'עיר קטנה',
  'Ort 😀',
  "O'Brien; 'x'",
  '@Gemeinde',
  'Donaudampfschifffahrtsgesellschaftskapitänsmützenstadt',
)

/** What people may write: anything, in any script, of any length. */
const remark = fc.oneof(
  anyWords,
  fc.string({ unit: 'binary', minLength: 1, maxLength: 80 }),
  fc.nat(500).map((length) => 'W'.repeat(length + 1)),
)

export const someRemarks = fc.oneof(
  fc.constantFrom('offices', 'committee').map((readers) => ({ readers, questions: [] })),
  fc
    .array(fc.tuple(anyWords, fc.oneof(fc.nat(4), fc.array(remark, { minLength: 5, maxLength: 14 }))), {
      maxLength: 2,
    })
    .map((asked) => ({
      readers: 'report' as const,
      questions: asked.map(([titleDe, told], place) => {
        const texts = typeof told === 'number' ? null : told
        const count = typeof told === 'number' ? told : told.length
        return { key: `text_${place}`, titleDe, titleEn: null, count, texts }
      }),
    })),
)
