// Texts beside marks: each takes the first of its places that is still free.

import type { Box, SceneText } from '#app/charts/scene.ts'
import { textWidth } from '#app/charts/text-width.ts'

/** Height of a line of text above its base line, and below it, in parts of the font size. */
const ABOVE = 0.8
const BELOW = 0.25

export function boxOf({ x, y, text, size, anchor }: SceneText): Box {
  const width = textWidth(text, size)
  const left = anchor === 'start' ? x : anchor === 'middle' ? x - width / 2 : x - width
  return { x: left, y: y - size * ABOVE, width, height: size * (ABOVE + BELOW) }
}

export function overlap(one: Box, other: Box): boolean {
  const across = one.x < other.x + other.width && other.x < one.x + one.width
  return across && one.y < other.y + other.height && other.y < one.y + one.height
}

/**
 * For each label, most important first, the first of its candidate places that covers nothing placed before, stays
 * inside `frame` and keeps off `obstacles`; a label without such a place is left out, or takes its first place if
 * `needed`.
 */
export function placed(
  labels: readonly { candidates: readonly SceneText[]; needed: boolean }[],
  frame: Box,
  obstacles: readonly Box[],
): SceneText[] {
  const taken: Box[] = [...obstacles]
  const kept: SceneText[] = []
  for (const { candidates, needed } of labels) {
    const isFree = (label: SceneText) => within(boxOf(label), frame) && !covers(boxOf(label), taken)
    const place = candidates.find(isFree) ?? (needed ? candidates[0] : undefined)
    if (!place) continue
    kept.push(place)
    taken.push(boxOf(place))
  }
  return kept
}

function covers(box: Box, taken: readonly Box[]): boolean {
  return taken.some((other) => overlap(box, other))
}

function within(box: Box, frame: Box): boolean {
  const across = box.x >= frame.x && box.x + box.width <= frame.x + frame.width
  return across && box.y >= frame.y && box.y + box.height <= frame.y + frame.height
}
