import { lazy, useState, type ComponentType } from 'react'
import type { ShownTrend } from '#app/charts/dashboard.ts'
import type { Colour } from '#app/charts/scene.ts'
import { StillPicture } from '#app/ui/figure.tsx'
import { LiveLayer, useStarted } from '#app/ui/live-layer.tsx'
import { useMessages } from '#app/ui/locale.tsx'

export type TrendChartProps = Omit<ShownTrend, 'table'>

/** The library is large and only asked for here. Should it not arrive, the still picture is all there is. */
const LiveTrend = lazy<ComponentType<TrendChartProps>>(() =>
  import('#app/ui/trend-chart.client.tsx').catch(() => ({ default: () => null })),
)

/** What can be switched off, and in which colours it is drawn. */
const PARTS = { targets: ['target'], intervals: ['accentPale', 'accentSoft'] } as const satisfies Record<
  string,
  readonly Colour[]
>
type Part = keyof typeof PARTS

/** A value over time. With scripts a point says more under the pointer, and targets and intervals can be switched off. */
export function TrendChart(trend: TrendChartProps) {
  const [hidden, setHidden] = useState<readonly Part[]>([])
  const without = hidden.flatMap((part): readonly Colour[] => PARTS[part])
  const parts: Part[] = [
    ...(trend.hasTargets ? ['targets' as const] : []),
    ...(trend.points.some(({ interval }) => interval) ? ['intervals' as const] : []),
  ]
  const change = (part: Part, isShown: boolean) =>
    setHidden(isShown ? hidden.filter((one) => one !== part) : [...hidden, part])
  return (
    <>
      <LiveLayer still={<StillPicture picture={trend.picture} without={without} />}>
        <LiveTrend {...trend} />
      </LiveLayer>
      {parts.length > 0 && <Switches parts={parts} hidden={hidden} change={change} />}
    </>
  )
}

type SwitchesProps = {
  parts: readonly Part[]
  hidden: readonly Part[]
  change: (part: Part, isShown: boolean) => void
}

/** Their room is there from the beginning, so that nothing moves when they come. */
function Switches({ parts, hidden, change }: SwitchesProps) {
  const started = useStarted()
  const t = useMessages()
  return (
    <div className="live__switches">
      {started &&
        parts.map((part) => (
          <label key={part}>
            <input
              type="checkbox"
              checked={!hidden.includes(part)}
              onChange={(event) => change(part, event.target.checked)}
            />
            {t.indicator.chart[part]}
          </label>
        ))}
    </div>
  )
}
