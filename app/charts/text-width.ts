// How wide a text is before any font is at hand. Charts are laid out once for two fonts (Fira Sans on the screen,
// Source Sans on paper), so the widest of both and of their bold cuts counts: texts never turn out wider than this.

const WIDTHS: readonly (readonly [characters: string, ems: number])[] = [
  [" iljI.,:;!|'’‘·", 0.32],
  ['frtJ()-–/„“"', 0.54],
  ['csxyzv', 0.53],
  ['mwMW%—…@', 0.88],
  ['CDGHNOQUÖÜ●○▲▼◆≥≤', 0.7],
]
const OTHERS = 0.64

const emsOf = new Map(
  WIDTHS.flatMap(([characters, ems]) => [...characters].map((character) => [character, ems])),
)

/** An upper estimate of the width of `words` at a font size, in the unit of that size. */
export function textWidth(words: string, size: number): number {
  return [...words].reduce((sum, character) => sum + (emsOf.get(character) ?? OTHERS), 0) * size
}
