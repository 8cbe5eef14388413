/**
 * A new list in random order, every order equally likely. `randomInt(n)` gives a whole number from 0 to n−1; where
 * the order protects people it must come from the system's source of randomness.
 */
export function shuffle<T>(items: readonly T[], randomInt: (below: number) => number): T[] {
  const rest = [...items]
  const shuffled: T[] = []
  while (rest.length > 0) shuffled.push(...rest.splice(randomInt(rest.length), 1))
  return shuffled
}
