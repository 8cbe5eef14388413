// What Recharts adds to the still picture of the five answers: the bar under the pointer, and what it says. It is laid
// out in the very frame of the picture. Browser only, and fetched where distribution-chart.tsx has left a place for it.

import { useRef } from 'react'
import { Bar, BarChart, Tooltip, XAxis, YAxis } from 'recharts'
import type { DistributionFrame } from '#app/charts/distribution.ts'
import { palette } from '#app/charts/scene.ts'
import { useWidthOf } from '#app/ui/chart-size.client.ts'

export type LiveDistributionProps = {
  /** The size of the still picture, in its own units. */
  width: number
  height: number
  frame: DistributionFrame
  /** From top to bottom; `said` is what stands below the value. */
  steps: readonly { name: string; count: number; label: string; said: string }[]
}

export default function LiveDistribution(chart: LiveDistributionProps) {
  const box = useRef<HTMLDivElement>(null)
  const seen = useWidthOf(box)
  return (
    <div ref={box} aria-hidden="true">
      {seen > 0 && <Drawing {...chart} scale={seen / chart.width} />}
    </div>
  )
}

function Drawing({ steps, frame, scale, ...picture }: LiveDistributionProps & { scale: number }) {
  return (
    <BarChart
      layout="vertical"
      width={picture.width * scale}
      height={picture.height * scale}
      data={[...steps]}
      margin={{ left: frame.left * scale, right: (picture.width - frame.right) * scale, top: 0, bottom: 0 }}
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

type SaidProps = Pick<LiveDistributionProps, 'steps'> & { active?: boolean; label?: number | string }

function Said({ steps, active, label }: SaidProps) {
  const step = steps.find(({ name }) => name === label)
  if (!active || !step) return null
  return (
    <div className="live__said">
      <strong>{step.label}</strong>
      <div>{step.name}</div>
      <div>{step.said}</div>
    </div>
  )
}
