// A value over time as Recharts draws it, in the look of the still picture. Browser only, loaded by trend-chart.tsx.

import { useRef, useState } from 'react'
import {
  Area,
  CartesianGrid,
  ComposedChart,
  ErrorBar,
  Line,
  ReferenceLine,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts'
import { palette } from '#app/charts/scene.ts'
import type { TrendPoint, TrendTarget } from '#app/charts/trend.ts'
import { formatNumber, formatPercent, formatPercentRange } from '#app/i18n/format.ts'
import { useSizeOf, type DrawnSize } from '#app/ui/chart-box.client.ts'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import type { TrendChartProps } from '#app/ui/trend-chart.tsx'

type Mark = {
  time: number
  day: string
  value: number
  label: string
  range: [number, number] | null
  error: [number, number] | null
}

export default function LiveTrend({ onDrawn, ...chart }: TrendChartProps & { onDrawn: () => void }) {
  const box = useRef<HTMLDivElement>(null)
  const size = useSizeOf(box, chart.picture.scene, onDrawn)
  const [shown, setShown] = useState({ targets: true, intervals: true })
  const t = useMessages()
  const hasIntervals = chart.points.some(({ interval }) => interval !== null)
  const switches = [
    ...(chart.targets.length > 0 ? [['targets', t.indicator.chart.targets] as const] : []),
    ...(hasIntervals ? [['intervals', t.indicator.chart.intervals] as const] : []),
  ]
  return (
    <>
      <div className="redrawn__live" ref={box} aria-hidden="true">
        {size && chart.points.length > 0 && <Drawing chart={chart} size={size} shown={shown} />}
      </div>
      <div className="redrawn__switches">
        {switches.map(([name, label]) => (
          <label key={name}>
            <input
              type="checkbox"
              checked={shown[name]}
              onChange={(event) => setShown({ ...shown, [name]: event.target.checked })}
            />
            {label}
          </label>
        ))}
      </div>
    </>
  )
}

type DrawingProps = {
  chart: TrendChartProps
  size: DrawnSize
  shown: { targets: boolean; intervals: boolean }
}

/** Recharts finds its parts among the children themselves, so they are no components of ours. */
function Drawing({ chart, size: { width, height, fontSize }, shown }: DrawingProps) {
  const marks = chart.points.map(markOf)
  const ends: [number, number] = [marks[0]?.time ?? 0, marks.at(-1)?.time ?? 0]
  const axes = useAxes(chart, marks, ends, fontSize)
  const room = fontSize * 2.6
  return (
    <ComposedChart
      width={width}
      height={height}
      data={marks}
      margin={{ top: fontSize * 1.2, right: room, bottom: 0, left: 0 }}
      accessibilityLayer={false}
    >
      <CartesianGrid vertical={false} stroke={palette.grid} strokeWidth={0.7} />
      <XAxis {...axes.x} padding={{ left: room, right: 0 }} />
      <YAxis {...axes.y} />
      {shown.intervals && (
        <Area dataKey="range" stroke="none" fill={palette.accentPale} activeDot={false} {...still} />
      )}
      {shown.targets && chart.targets.flatMap((target) => aim(target, ends, fontSize))}
      <Line
        dataKey="value"
        stroke={palette.accent}
        strokeWidth={2}
        dot={{ r: fontSize * 0.3, fill: palette.accent }}
        activeDot={{ r: fontSize * 0.5 }}
        {...still}
      >
        {shown.intervals && (
          <ErrorBar
            dataKey="error"
            direction="y"
            stroke={palette.accentSoft}
            width={fontSize * 0.4}
            isAnimationActive={false}
          />
        )}
      </Line>
      <Tooltip
        content={<Said points={chart.points} />}
        cursor={{ stroke: palette.grid }}
        isAnimationActive={false}
      />
    </ComposedChart>
  )
}

/** Straight lines between measurements, and nothing moves. */
const still = { type: 'linear', isAnimationActive: false } as const

function useAxes(
  { points, maximum, unit }: TrendChartProps,
  marks: readonly Mark[],
  [first, last]: [number, number],
  fontSize: number,
) {
  const locale = useLocale()
  const names = new Map(points.map(({ day, dayLabel }) => [instant(day), dayLabel]))
  const texts = { tick: { fontSize, fill: palette.muted }, tickLine: false }
  return {
    x: {
      ...texts,
      dataKey: 'time',
      type: 'number' as const,
      // One measurement alone stands in the middle.
      domain: first === last ? [first - 1, last + 1] : [first, last],
      ticks: marks.map(({ time }) => time),
      tickFormatter: (time: number) => names.get(time) ?? '',
      axisLine: { stroke: palette.muted },
      height: fontSize * 2.2,
    },
    y: {
      ...texts,
      domain: [0, maximum],
      tickCount: 5,
      tickFormatter: (value: number) =>
        unit === 'share' ? formatPercent(value, locale, 0) : formatNumber(value, locale),
      axisLine: false,
      width: fontSize * 3.4,
    },
  }
}

function instant(day: string): number {
  return Date.parse(`${day}T00:00:00Z`)
}

function markOf({ day, value, label, interval }: TrendPoint): Mark {
  return {
    time: instant(day),
    day,
    value,
    label,
    range: interval && [interval.lower, interval.upper],
    error: interval && [value - interval.lower, interval.upper - value],
  }
}

/** The dashed line of a target as far as its phase is in sight. */
function aim(target: TrendTarget, [first, last]: [number, number], fontSize: number) {
  const from = target.from === null ? first : Math.max(first, instant(target.from))
  const until = target.until === null ? last : Math.min(last, instant(target.until))
  if (from > last || until < first) return []
  const ends = [
    { x: from, y: target.value },
    { x: until, y: target.value },
  ] as const
  return [
    <ReferenceLine
      key={target.label}
      segment={ends}
      stroke={palette.target}
      strokeWidth={1.5}
      strokeDasharray="5 3"
      label={{ value: target.label, position: 'insideBottomLeft', fontSize, fill: palette.target }}
    />,
  ]
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
    <div className="redrawn__said">
      <strong>{point.label}</strong> {point.dayLabel}
      {interval && (
        <div>{t.indicator.chart.interval(formatPercentRange(interval.lower, interval.upper, locale))}</div>
      )}
    </div>
  )
}
