// The second of two editors: a form carries what it opened with, so that it can be told what was changed by whom.

import { z } from 'zod'
import { mergeEdits, OPENED, type FormValues, type MergedEdit } from '#app/domain/edit-conflict.ts'
import { textIn } from '#app/http/meeting-form.ts'
import { lastChangeOf } from '#db/audit.ts'
import type { Db } from '#db/client.server.ts'

/** What a form shows for these values; numbers and days are texts in it, and nothing is an empty text. */
export function shownIn(values: Record<string, unknown>): FormValues {
  const text = (value: unknown) =>
    typeof value === 'string' ? value : typeof value === 'number' ? String(value) : value === true ? 'on' : ''
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.map(text) : text(value),
    ]),
  )
}

const Opened = z.record(z.string(), z.union([z.string(), z.array(z.string())]))

/** What the form opened with; a form that does not say so is compared with what stands now. */
function openedIn(submitted: FormValues): FormValues | undefined {
  try {
    return Opened.safeParse(JSON.parse(textIn(submitted, OPENED))).data
  } catch {
    return undefined
  }
}

export type EditConflict = MergedEdit & { by: string | null; at: Date | null }

/** What somebody else has changed in the row since the form was opened, and the form with both on top of each other. */
export async function conflictIn(
  db: Db,
  subjectId: string,
  submitted: FormValues,
  now: Record<string, unknown>,
): Promise<EditConflict> {
  const theirs = shownIn(now)
  const before = openedIn(submitted) ?? theirs
  const fields = [...new Set([...Object.keys(before), ...Object.keys(theirs)])]
  const change = await lastChangeOf(db, subjectId)
  return {
    ...mergeEdits(fields, { before, theirs, yours: submitted }),
    by: change?.by ?? null,
    at: change?.at ?? null,
  }
}
