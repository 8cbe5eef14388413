// What Recharts adds to the still picture of a value over time: the point under the pointer, and what it says. It is
// laid out in the very frame of the picture. Browser only, loaded by trend-chart.tsx.

import { useRef } from 'react'
import { Line, LineChart, Tooltip, XAxis, YAxis } from 'recharts'
import { palette } from '#app/charts/scene.ts'
import type { TrendPoint } from '#app/charts/trend.ts'
import { formatDay, formatPercentRange } from '#app/i18n/format.ts'
import { useWidthOf } from '#app/ui/chart-size.client.ts'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import type { TrendChartProps } from '#app/ui/trend-chart.tsx'

export default function LiveTrend(trend: TrendChartProps) {
  const box = useRef<HTMLDivElement>(null)
  const width = useWidthOf(box)
  return <div ref={box}>{width > 0 && trend.points.length > 0 && <Drawing {...trend} width={width} />}</div>
}

function Drawing({ picture: { scene }, points, maximum, frame, width }: TrendChartProps & { width: number }) {
  const scale = width / scene.width
  const marks = points.map(({ day, value }) => ({ time: instant(day), value }))
  const [first = 0, last = 0] = [marks[0]?.time, marks.at(-1)?.time]
  // One point alone lies in the middle of the frame, which then has no width: half a day on either side.
  const alone = first === last ? 1 : 0
  return (
    <LineChart
      width={width}
      height={scene.height * scale}
      data={marks}
      margin={{
        left: (frame.left - alone) * scale,
        right: (scene.width - frame.right - alone) * scale,
        top: frame.top * scale,
        bottom: (scene.height - frame.bottom) * scale,
      }}
      accessibilityLayer={false}
    >
      <XAxis dataKey="time" type="number" domain={[first - alone, last + alone]} hide />
      <YAxis domain={[0, maximum]} allowDataOverflow hide />
      <Line
        dataKey="value"
        stroke="none"
        dot={false}
        activeDot={{ r: 5 * scale, fill: palette.accent, stroke: palette.paper, strokeWidth: 2 }}
        isAnimationActive={false}
      />
      <Tooltip
        content={<Said points={points} />}
        cursor={{ stroke: palette.muted, strokeDasharray: '2 3' }}
        isAnimationActive={false}
      />
    </LineChart>
  )
}

function instant(day: string): number {
  return Date.parse(`${day}T00:00:00Z`)
}

type SaidProps = { points: readonly TrendPoint[]; active?: boolean; label?: number | string }

/** What a point says, under the pointer. */
function Said({ points, active, label }: SaidProps) {
  const locale = useLocale()
  const t = useMessages()
  const point = points.find(({ day }) => instant(day) === label)
  if (!active || !point) return null
  const { interval } = point
  return (
    <div className="live__said">
      <strong>{point.label}</strong> {formatDay(point.day, locale)}
      {interval && (
        <div>{t.indicator.chart.interval(formatPercentRange(interval.lower, interval.upper, locale))}</div>
      )}
    </div>
  )
}
