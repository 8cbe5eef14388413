/** Chance that repeats itself: the same seed gives the same demo district, to the last figure. */
export type Chance = {
  /** 0 ≤ x < 1 */
  next: () => number
  /** from ≤ n ≤ to */
  whole: (from: number, to: number) => number
  pick: <T>(items: readonly T[]) => T
  some: <T>(items: readonly T[], count: number) => T[]
  happens: (probability: number) => boolean
}

/** Mulberry32: small, fast and good enough for invented people. */
export function chanceFrom(seed: number): Chance {
  let state = seed | 0
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  const pick = <T>(items: readonly T[]): T => {
    const item = items[whole(0, items.length - 1)]
    if (item === undefined) throw new Error('nothing to pick from')
    return item
  }
  const some = <T>(items: readonly T[], count: number): T[] =>
    items
      .map((item) => ({ item, key: next() }))
      .sort((a, b) => a.key - b.key)
      .slice(0, count)
      .map(({ item }) => item)
  return { next, whole, pick, some, happens: (probability) => next() < probability }
}
