// Two texts beside each other: which words stand in both, in the same order, and which in one of them alone.

export type Piece = { text: string; isOnlyHere: boolean }

/** Either text in pieces, which put together give it again, blanks and all. */
export function wordDifference(before: string, now: string): { before: Piece[]; now: Piece[] } {
  const [old, young] = [wordsIn(before), wordsIn(now)]
  const lengths = commonLengths(old, young)
  const pieces = { before: [] as Piece[], now: [] as Piece[] }
  let [i, j] = [0, 0]
  while (i < old.length || j < young.length) {
    if (i < old.length && j < young.length && old[i] === young[j]) {
      add(pieces.before, old[i++] ?? '', false)
      add(pieces.now, young[j++] ?? '', false)
    } else if (
      j === young.length ||
      (i < old.length && lengthAt(lengths, i + 1, j) >= lengthAt(lengths, i, j + 1))
    )
      add(pieces.before, old[i++] ?? '', true)
    else add(pieces.now, young[j++] ?? '', true)
  }
  return pieces
}

/** Words and what stands between them. */
const wordsIn = (text: string) => text.split(/(\s+)/).filter(Boolean)

const lengthAt = (lengths: readonly (readonly number[])[], i: number, j: number) => lengths[i]?.[j] ?? 0

/** How many words the ends of both texts have in common at most, from each place on. */
function commonLengths(old: readonly string[], young: readonly string[]): number[][] {
  const lengths: number[][] = []
  for (let i = old.length - 1; i >= 0; i--) {
    const row: number[] = []
    for (let j = young.length - 1; j >= 0; j--) {
      const isSame = old[i] === young[j]
      row[j] = isSame
        ? lengthAt(lengths, i + 1, j + 1) + 1
        : Math.max(lengthAt(lengths, i + 1, j), row[j + 1] ?? 0)
    }
    lengths[i] = row
  }
  return lengths
}

function add(pieces: Piece[], text: string, isOnlyHere: boolean): void {
  const last = pieces.at(-1)
  if (last?.isOnlyHere === isOnlyHere) last.text += text
  else pieces.push({ text, isOnlyHere })
}
