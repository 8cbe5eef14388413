// Remarks in the JSON of a report.

import { z } from 'zod'
import { REMARK_READERS } from '#app/domain/remark-readers.ts'

const text = z.string()

export const remarkSchema = z
  .object({
    readers: z
      .enum(REMARK_READERS)
      .describe('Who was to read them; only with "report" is any remark in this file.'),
    questions: z.array(
      z.object({
        key: text,
        titleDe: text,
        titleEn: text.nullable(),
        count: z.int().min(0).nullable().describe('Null where the number would tell an answer.'),
        texts: z
          .array(text)
          .nullable()
          .describe('In an order of chance, all that were released; null where they are too few.'),
      }),
    ),
  })
  .nullable()
  .describe(
    'What people wrote freely. For readers of the report alone: never part of open data nor of the files of figures.',
  )
