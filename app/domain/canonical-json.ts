/**
 * One text for one value: keys sorted, texts and keys in Unicode form NFC, no blanks. Values with the same content
 * give the same text, so that their fingerprints can be compared. Dates become texts, as JSON has it.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(ordered(JSON.parse(JSON.stringify(value))))
}

function ordered(value: unknown): unknown {
  if (typeof value === 'string') return value.normalize('NFC')
  if (Array.isArray(value)) return value.map(ordered)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(
    ([key, content]) => [key.normalize('NFC'), ordered(content)] as const,
  )
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
}
