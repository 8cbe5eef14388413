// Sentences with gaps, for the few words that go to the browser as data and so cannot be functions.

/** "{count} Einträge warten" with its gaps filled. */
export function fill(sentence: string, gaps: Record<string, string | number>): string {
  return sentence.replace(/\{(\w+)\}/g, (gap, name: string) => String(gaps[name] ?? gap))
}

/** None, one and many are three sentences. */
export type Counted = { none: string; one: string; many: string }

export function counted({ none, one, many }: Counted, count: number): string {
  if (count === 0) return none
  return count === 1 ? one : fill(many, { count })
}
