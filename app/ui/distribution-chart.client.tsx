// Five answers as Recharts draws them, in the look of the still picture. Browser only, loaded by distribution-chart.tsx.

import { useRef } from 'react'
import { Bar, BarChart, Cell, LabelList, Tooltip, XAxis, YAxis } from 'recharts'
import type { DistributionStep } from '#app/charts/distribution.ts'
import { palette } from '#app/charts/scene.ts'
import { textWidth } from '#app/charts/text-width.ts'
import { useSizeOf, type DrawnSize } from '#app/ui/chart-box.client.ts'
import type { DistributionChartProps } from '#app/ui/distribution-chart.tsx'
import { useMessages } from '#app/ui/locale.tsx'

type LiveProps = DistributionChartProps & { onDrawn: () => void }

export default function LiveDistribution({ picture, steps, onDrawn }: LiveProps) {
  const box = useRef<HTMLDivElement>(null)
  const size = useSizeOf(box, picture.scene, onDrawn)
  return (
    <div className="redrawn__live" ref={box} aria-hidden="true">
      {size && <Drawing steps={steps} size={size} />}
    </div>
  )
}

type DrawingProps = { steps: readonly DistributionStep[]; size: DrawnSize }

function Drawing({ steps, size: { width, height, fontSize } }: DrawingProps) {
  const widest = (words: readonly string[]) => Math.max(...words.map((word) => textWidth(word, fontSize)))
  const names = widest(steps.map(({ name }) => name)) + fontSize * 0.8
  return (
    <BarChart
      layout="vertical"
      width={width}
      height={height}
      data={[...steps]}
      margin={{ top: 0, right: widest(steps.map(({ label }) => label)) + fontSize, bottom: 0, left: 0 }}
      barCategoryGap="14%"
      accessibilityLayer={false}
    >
      <XAxis type="number" hide domain={[0, 'dataMax']} />
      <YAxis
        type="category"
        dataKey="name"
        width={names}
        interval={0}
        tick={{ fontSize, fill: palette.ink }}
        tickLine={false}
        axisLine={{ stroke: palette.muted }}
      />
      <Bar dataKey="count" isAnimationActive={false}>
        {steps.map(({ name, counted }) => (
          <Cell
            key={name}
            fill={counted ? palette.accent : palette.neutral}
            stroke={counted ? palette.accent : palette.muted}
          />
        ))}
        <LabelList dataKey="label" position="right" fontSize={fontSize} fill={palette.ink} />
      </Bar>
      <Tooltip content={<Said steps={steps} />} isAnimationActive={false} cursor={{ fill: palette.pale }} />
    </BarChart>
  )
}

type SaidProps = { steps: readonly DistributionStep[]; active?: boolean; label?: number | string }

/** What a bar says, under the pointer. */
function Said({ steps, active, label }: SaidProps) {
  const t = useMessages()
  const step = steps.find(({ name }) => name === label)
  if (!active || !step) return null
  return (
    <div className="redrawn__said">
      <strong>{step.label}</strong> {step.name}
      <div>{step.counted ? t.indicator.chart.counted : t.indicator.chart.notCounted}</div>
    </div>
  )
}
