// Two people edit the same thing. The second one loses nothing: what only one of them changed is taken over, what
// both changed stands as the second one typed it, and every difference is named.

/** The hidden field in which a form carries what it opened with. */
export const OPENED = 'opened'

/**
 * The hidden fields by which a form is compared when it is saved, as it carried them along. A form that came back with
 * an error was compared with nothing yet: it keeps them, or correcting the error would overwrite what somebody else has
 * saved meanwhile.
 */
export function comparedWith(submitted: object | null | undefined): Record<string, string> {
  const carried: [string, unknown][] = Object.entries(submitted ?? {}).filter(([name]) =>
    [VERSION, OPENED].includes(name),
  )
  return Object.fromEntries(
    carried.filter((field): field is [string, string] => typeof field[1] === 'string'),
  )
}

const VERSION = 'version'

/** A form, fields by name. */
export type FormValues = Record<string, string | string[]>

export type Difference = {
  field: string
  /** As the form opened. */
  before: string | string[]
  /** As somebody else has saved it meanwhile. */
  theirs: string | string[]
  /** As it was typed. */
  yours: string | string[]
  /** Whether both changed it; then one of the two must go. */
  isContested: boolean
}

export type MergedEdit = { merged: FormValues; differences: Difference[] }

/** What the other one has changed in these fields, and the form with both on top of each other. */
export function mergeEdits(
  fields: readonly string[],
  { before, theirs, yours }: { before: FormValues; theirs: FormValues; yours: FormValues },
): MergedEdit {
  const merged: FormValues = { ...yours }
  const differences: Difference[] = []
  for (const field of fields) {
    const [old, other, own] = [valueIn(before, field), valueIn(theirs, field), valueIn(yours, field)]
    if (isSame(old, other) || isSame(own, other)) continue
    const isContested = !isSame(old, own)
    if (!isContested) merged[field] = other
    differences.push({ field, before: old, theirs: other, yours: own, isContested })
  }
  return { merged, differences }
}

const valueIn = (values: FormValues, field: string) => values[field] ?? ''

/** Lists are choices, so their order says nothing; an empty list and an empty text are both nothing. */
function isSame(one: string | string[], other: string | string[]): boolean {
  const parts = (value: string | string[]) =>
    (Array.isArray(value) ? value : [value])
      .map((part) => part.replace(/\r\n?/g, '\n').trim())
      .filter(Boolean)
      .sort()
  return JSON.stringify(parts(one)) === JSON.stringify(parts(other))
}
