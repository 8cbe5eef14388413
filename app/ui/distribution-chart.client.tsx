// What Recharts adds to the still picture of the five answers: the bar under the pointer, and what it says. It is laid
// out in the very frame of the picture. Browser only, loaded by distribution-chart.tsx.

import { useRef } from 'react'
import { Bar, BarChart, Tooltip, XAxis, YAxis } from 'recharts'
import type { DistributionStep } from '#app/charts/distribution.ts'
import { palette } from '#app/charts/scene.ts'
import { useWidthOf } from '#app/ui/chart-size.client.ts'
import type { DistributionChartProps } from '#app/ui/distribution-chart.tsx'
import { useMessages } from '#app/ui/locale.tsx'

export default function LiveDistribution(chart: DistributionChartProps) {
  const box = useRef<HTMLDivElement>(null)
  const width = useWidthOf(box)
  return <div ref={box}>{width > 0 && <Drawing {...chart} width={width} />}</div>
}

function Drawing({ picture: { scene }, steps, frame, width }: DistributionChartProps & { width: number }) {
  const scale = width / scene.width
  return (
    <BarChart
      layout="vertical"
      width={width}
      height={scene.height * scale}
      data={[...steps]}
      margin={{ left: frame.left * scale, right: (scene.width - frame.right) * scale, top: 0, bottom: 0 }}
      barSize={frame.barHeight * scale}
      accessibilityLayer={false}
    >
      <XAxis type="number" domain={[0, 'dataMax']} hide />
      <YAxis type="category" dataKey="name" hide />
      <Bar
        dataKey="count"
        fill="transparent"
        activeBar={{ stroke: palette.ink, strokeWidth: 2 }}
        isAnimationActive={false}
      />
      <Tooltip content={<Said steps={steps} />} cursor={false} isAnimationActive={false} />
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
    <div className="live__said">
      <strong>{step.label}</strong> {step.name}
      <div>{step.counted ? t.indicator.chart.counted : t.indicator.chart.notCounted}</div>
    </div>
  )
}
