// What Recharts adds to the still picture of a value over time: the point under the pointer, and what it says. It is
// laid out in the very frame of the picture. Browser only, and fetched where trend-chart.tsx has left a place for it.

import { useRef, useState, type RefObject } from 'react'
import { Line, LineChart, Tooltip, XAxis, YAxis } from 'recharts'
import { palette } from '#app/charts/scene.ts'
import type { TrendFrame } from '#app/charts/trend.ts'
import { useWidthOf } from '#app/ui/chart-size.client.ts'

export type LiveTrendProps = {
  /** The size of the still picture, in its own units. */
  width: number
  height: number
  frame: TrendFrame
  maximum: number
  /** In order of time; `said` is what stands under the pointer, the value first. */
  points: readonly { day: string; value: number; said: readonly string[] }[]
  /** Parts of the still picture that can be left out, by name. */
  switches: readonly { name: string; label: string }[]
}

export default function LiveTrend(trend: LiveTrendProps) {
  const box = useRef<HTMLDivElement>(null)
  const seen = useWidthOf(box)
  return (
    <>
      <div ref={box} aria-hidden="true">
        {seen > 0 && trend.points.length > 0 && <Drawing {...trend} scale={seen / trend.width} />}
      </div>
      <Switches switches={trend.switches} box={box} />
    </>
  )
}

function Drawing({ points, maximum, frame, scale, ...picture }: LiveTrendProps & { scale: number }) {
  const marks = points.map(({ day, value }) => ({ time: instant(day), value }))
  const [first = 0, last = 0] = [marks[0]?.time, marks.at(-1)?.time]
  // One point alone lies in the middle of a frame without width: it gets one, and lies in its middle.
  const alone = first === last ? 1 : 0
  return (
    <LineChart
      width={picture.width * scale}
      height={picture.height * scale}
      data={marks}
      margin={{
        left: (frame.left - alone) * scale,
        right: (picture.width - frame.right - alone) * scale,
        top: frame.top * scale,
        bottom: (picture.height - frame.bottom) * scale,
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

type SaidProps = Pick<LiveTrendProps, 'points'> & { active?: boolean; label?: number | string }

function Said({ points, active, label }: SaidProps) {
  const point = points.find(({ day }) => instant(day) === label)
  if (!active || !point) return null
  const [value, ...more] = point.said
  return (
    <div className="live__said">
      <strong>{value}</strong>
      {more.map((line) => (
        <div key={line}>{line}</div>
      ))}
    </div>
  )
}

type SwitchesProps = Pick<LiveTrendProps, 'switches'> & { box: RefObject<HTMLElement> }

/** They leave parts out of the still picture, which stands beside this one in the same box. */
function Switches({ switches, box }: SwitchesProps) {
  const [hidden, setHidden] = useState<readonly string[]>([])
  const change = (name: string, isShown: boolean) => {
    const now = isShown ? hidden.filter((one) => one !== name) : [...hidden, name]
    box.current?.closest('.live')?.setAttribute('data-without', now.join(' '))
    setHidden(now)
  }
  return (
    <div className="live__switches">
      {switches.map(({ name, label }) => (
        <label key={name}>
          <input
            type="checkbox"
            checked={!hidden.includes(name)}
            onChange={(event) => change(name, event.target.checked)}
          />
          {label}
        </label>
      ))}
    </div>
  )
}
