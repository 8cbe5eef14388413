// How many chose each of the five steps of satisfaction: five bars, each with its number. The upper two, which the
// indicator counts, are filled; the others are hollow, so that a black-and-white print tells them apart.

import { emptyScene, line, rectangle, text, type Scene, type SceneItem } from '#app/charts/scene.ts'
import { textWidth } from '#app/charts/text-width.ts'

export type DistributionStep = {
  /** "sehr zufrieden" */
  name: string
  count: number
  /** "38 (24,7 %)" */
  label: string
  /** Whether the indicator counts this answer. */
  counted: boolean
}

export type DistributionChart = {
  /** From top to bottom. */
  steps: readonly DistributionStep[]
  empty: string
  width: number
  textSize?: number
}

/** Where the bars lie in the scene, the longest from `left` to `right`. */
export type DistributionFrame = { left: number; right: number; rowHeight: number; barHeight: number }

export function distributionFrame({ steps, width, textSize = 8 }: DistributionChart): DistributionFrame {
  const names = Math.max(...steps.map(({ name }) => textWidth(name, textSize))) + textSize * 0.8
  const labels = Math.max(...steps.map(({ label }) => textWidth(label, textSize))) + textSize
  const length = Math.max(width - names - labels, textSize)
  return { left: names, right: names + length, rowHeight: textSize * 2.2, barHeight: textSize * 1.6 }
}

export function distribution(chart: DistributionChart): Scene {
  const { steps, empty, width, textSize = 8 } = chart
  if (steps.every(({ count }) => count === 0)) return emptyScene(width, empty, textSize)
  const { left, right, rowHeight, barHeight } = distributionFrame(chart)
  const perAnswer = (right - left) / Math.max(...steps.map(({ count }) => count))

  const rows = steps.flatMap((step, row): SceneItem[] => {
    const [y, length] = [row * rowHeight + (rowHeight - barHeight) / 2, step.count * perAnswer]
    const base = y + barHeight / 2 + textSize * 0.33
    const bar = { x: left, y, width: length, height: barHeight }
    return [
      text(left - textSize * 0.6, base, step.name, textSize, { anchor: 'end' }),
      ...(length > 0 ? [rectangle(bar, fillOf(step))] : []),
      text(left + length + textSize * 0.5, base, step.label, textSize, {
        weight: step.counted ? 'bold' : 'regular',
      }),
    ]
  })
  const height = steps.length * rowHeight
  return {
    width,
    height,
    items: [...rows, line(left, 0, left, height, { stroke: 'muted', strokeWidth: 0.8 })],
  }
}

function fillOf({ counted }: DistributionStep) {
  return counted
    ? ({ fill: 'accent', stroke: 'accent', strokeWidth: 0.8 } as const)
    : ({ fill: 'neutral', stroke: 'muted', strokeWidth: 0.8 } as const)
}
