// One value beside the span in which the middle half of the others lies: a bar without names, and a mark.

import { circle, line, rectangle, text, type Scene, type SceneItem } from '#app/charts/scene.ts'
import { textWidth } from '#app/charts/text-width.ts'

export type BandChart = {
  band: { low: number; high: number; label: string }
  /** The value of the reader; null where there is none to show. */
  own: { value: number; label: string } | null
  width: number
  textSize?: number
}

/** A bar of no length is still seen. */
const LEAST_LENGTH = 3

export function bandChart({ band, own, width, textSize = 8 }: BandChart): Scene {
  const most = Math.max(band.high, own?.value ?? 0, 1) * 1.15
  const at = (value: number) => (value / most) * (width - 2) + 1
  const [top, thickness] = [textSize * 2, textSize * 1.8]
  const base = top + thickness + textSize * 0.8
  const length = Math.max(at(band.high) - at(band.low), LEAST_LENGTH)
  const height = base + textSize * (own ? 3 : 1.6)
  return {
    width,
    height,
    items: [
      label(band.label, at(band.low) + length / 2, textSize * 1.3, { width, textSize }),
      rectangle(
        { x: at(band.low), y: top, width: length, height: thickness },
        { fill: 'accentSoft', stroke: 'accent', strokeWidth: 0.8 },
      ),
      line(0, base, width, base, { stroke: 'muted', strokeWidth: 0.8 }),
      ...(own ? markOf(own, at(own.value), { top, thickness, base, width, textSize }) : []),
    ],
  }
}

type Frame = { top: number; thickness: number; base: number; width: number; textSize: number }

function markOf(own: { label: string }, x: number, { top, thickness, base, width, textSize }: Frame) {
  const end = base + textSize * 0.9
  return [
    line(x, top, x, end, { stroke: 'ink', strokeWidth: 1.6 }),
    circle(x, top + thickness / 2, textSize * 0.5, { fill: 'ink', stroke: 'paper', strokeWidth: 1 }),
    label(own.label, x, end + textSize * 1.2, { width, textSize }, 'bold'),
  ]
}

/** Centred where it belongs, but never beyond the picture. */
function label(
  words: string,
  x: number,
  y: number,
  { width, textSize }: { width: number; textSize: number },
  weight: 'regular' | 'bold' = 'regular',
): SceneItem {
  const half = textWidth(words, textSize) / 2 + textSize * 0.3
  const middle = Math.min(Math.max(x, half), Math.max(width - half, half))
  return text(middle, y, words, textSize, { anchor: 'middle', weight })
}
