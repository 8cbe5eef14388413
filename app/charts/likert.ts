// How the answers to several questions spread over the five steps of satisfaction: one bar of 100 % per question,
// with the number of answers beside it. The dissatisfied steps are hatched, so that nothing depends on colour.

import { fittedName } from '#app/charts/fitted-name.ts'
import {
  emptyScene,
  hatching,
  rectangle,
  rounded,
  text,
  type Box,
  type Colour,
  type Scene,
  type SceneItem,
  type SceneText,
} from '#app/charts/scene.ts'
import { textWidth } from '#app/charts/text-width.ts'

export type LikertRow = {
  name: string
  /** Beside the bar: "n = 154". */
  note: string
  /** Shares of the five steps from the worst to the best, together 1, each with its text; null: see `message`. */
  parts: readonly { share: number; label: string }[] | null
  /** In place of the bar, where there is none: "zu wenige Antworten". */
  message: string
}

export type LikertChart = {
  rows: readonly LikertRow[]
  /** Names of the five steps from the worst to the best. */
  steps: readonly string[]
  empty: string
  width: number
  textSize?: number
  /** Names stand above their bars, where there is no room beside them. */
  namesAbove?: boolean
}

/** The part of the width that names may take, so that bars stay comparable. */
const NAMES = 0.3

type Step = { fill: Colour; ink: Colour; hatch: Colour | null; gap: number }

/** From the worst to the best. */
const STEPS: readonly Step[] = [
  { fill: 'target', ink: 'paper', hatch: 'targetSoft', gap: 0.5 },
  { fill: 'targetSoft', ink: 'ink', hatch: 'target', gap: 0.8 },
  { fill: 'neutral', ink: 'ink', hatch: null, gap: 0 },
  { fill: 'accentSoft', ink: 'ink', hatch: null, gap: 0 },
  { fill: 'accent', ink: 'paper', hatch: null, gap: 0 },
]

export function likert(chart: LikertChart): Scene {
  const { rows, steps, empty, width, textSize = 8, namesAbove = false } = chart
  if (rows.length === 0) return emptyScene(width, empty, textSize)
  const legend = drawnLegend(steps, width, textSize)
  const right = Math.max(...rows.map(({ note }) => textWidth(note, textSize))) + textSize * 0.8
  const bars = namesAbove ? barsBelowNames : barsBesideNames
  const { items, height } = bars(rows, { top: legend.height, width, right, textSize })
  return { width, height, items: [...legend.items, ...items] }
}

/** `right` is the room for the notes. */
type Place = { top: number; width: number; right: number; textSize: number }
type Drawn = { items: SceneItem[]; height: number }

function barsBesideNames(rows: readonly LikertRow[], { top, width, right, textSize }: Place): Drawn {
  const longest = Math.max(...rows.map(({ name }) => textWidth(name, textSize)))
  const left = Math.min(longest, width * NAMES) + textSize * 0.8
  const nameEnd = left - textSize * 0.6
  const rowHeight = textSize * 2.6
  const items = rows.flatMap((row, index): SceneItem[] => {
    const y = top + index * rowHeight + textSize * 0.3
    const bar = { x: left, y, width: width - left - right, height: textSize * 2 }
    const base = y + bar.height / 2 + textSize * 0.33
    const name = fitted(row.name, nameEnd, text(nameEnd, base, '', textSize, { anchor: 'end' }))
    return [...name, ...drawnBar(row, bar, width, textSize)]
  })
  return { items, height: top + rows.length * rowHeight }
}

function barsBelowNames(rows: readonly LikertRow[], { top, width, right, textSize }: Place): Drawn {
  let y = top + textSize * 0.3
  const items = rows.flatMap((row): SceneItem[] => {
    const { lines, size } = fittedName(row.name, width, textSize, 'size')
    const name = lines.map((words, line) => text(0, y + size * (0.9 + line * 1.2), words, size))
    const bar = {
      x: 0,
      y: y + lines.length * size * 1.2 + size * 0.2,
      width: width - right,
      height: textSize * 2,
    }
    y = bar.y + bar.height + textSize * 0.8
    return [...name, ...drawnBar(row, bar, width, textSize)]
  })
  return { items, height: y }
}

function drawnBar(row: LikertRow, bar: Box, width: number, textSize: number): SceneItem[] {
  const base = bar.y + bar.height / 2 + textSize * 0.33
  return [
    ...(row.parts ? parted(row.parts, bar, textSize) : unparted(row.message, bar, textSize)),
    text(width, base, row.note, textSize, { anchor: 'end', fill: 'muted' }),
  ]
}

/** In the height of one bar: on two lines if it must be. */
function fitted(words: string, width: number, at: SceneText): SceneText[] {
  const { lines, size } = fittedName(words, width, at.size, 'size')
  const first = at.y - (lines.length - 1) * size * 0.5
  return lines.map((line, index) => ({
    ...at,
    text: line,
    y: rounded(first + index * size),
    size: rounded(size),
  }))
}

function parted(parts: readonly { share: number; label: string }[], bar: Box, size: number): SceneItem[] {
  let x = bar.x
  return parts.flatMap(({ share, label }, index) => {
    const box = { ...bar, x, width: share * bar.width }
    x += box.width
    return box.width > 0 ? segment(STEPS[index], box, label, size) : []
  })
}

function segment(step: Step | undefined, box: Box, label: string, size: number): SceneItem[] {
  if (!step) return []
  const { fill, ink, hatch, gap } = step
  const middle = box.x + box.width / 2
  const base = box.y + box.height / 2 + size * 0.33
  const plate = { width: textWidth(label, size) + size * 0.4, height: size * 1.2 }
  const strokes = hatch ? hatching(box, size * gap, { stroke: hatch, strokeWidth: 0.6 }) : []
  const isRoomy = label !== '' && plate.width < box.width - 2
  const back = { ...plate, x: middle - plate.width / 2, y: base - size * 0.92 }
  return [
    rectangle(box, { fill }),
    ...strokes,
    rectangle(box, { stroke: 'paper', strokeWidth: 0.8 }),
    ...(isRoomy && hatch ? [rectangle(back, { fill })] : []),
    ...(isRoomy ? [text(middle, base, label, size, { anchor: 'middle', fill: ink })] : []),
  ]
}

function unparted(message: string, bar: Box, size: number): SceneItem[] {
  const middle = text(bar.x + bar.width / 2, bar.y + bar.height / 2 + size * 0.33, '', size, {
    anchor: 'middle',
    fill: 'muted',
  })
  const inside = { x: bar.x + 0.4, y: bar.y + 0.4, width: bar.width - 0.8, height: bar.height - 0.8 }
  return [
    rectangle(inside, { fill: 'paper', stroke: 'grid', strokeWidth: 0.8, dash: [2, 2] }),
    ...fitted(message, bar.width - size, middle),
  ]
}

/** Swatch and name of each step, on as many lines as it takes. */
function drawnLegend(steps: readonly string[], width: number, size: number) {
  const swatch = size * 1.2
  let [x, y] = [0, 0]
  const items = steps.flatMap((name, index): SceneItem[] => {
    const entry = swatch + size * 0.5 + textWidth(name, size)
    if (x > 0 && x + entry > width) [x, y] = [0, y + size * 1.8]
    const box = { x, y: y + 0.5, width: swatch, height: swatch }
    const label = text(x + swatch + size * 0.5, y + size * 0.95, name, size)
    x += entry + size
    return [...segment(STEPS[index], box, '', size), label]
  })
  return { items, height: y + size * 2.4 }
}
