import { lazy, type ComponentType } from 'react'
import type { Picture } from '#app/charts/scene.ts'
import type { TrendPoint, TrendTarget } from '#app/charts/trend.ts'
import { Redrawn } from '#app/ui/redrawn.tsx'

export type TrendChartProps = {
  picture: Picture
  points: readonly TrendPoint[]
  targets: readonly TrendTarget[]
  /** Upper end of the axis. */
  maximum: number
  /** How the axis writes its values. */
  unit: 'count' | 'share'
}

/** The library is large and only asked for here. Should it not arrive, the still picture is all there is. */
const LiveTrend = lazy<ComponentType<TrendChartProps & { onDrawn: () => void }>>(() =>
  import('#app/ui/trend-chart.client.tsx').catch(() => ({ default: () => null })),
)

/** A value over time; with scripts, what a point says comes under the pointer, and targets can be switched off. */
export function TrendChart(props: TrendChartProps) {
  return (
    <Redrawn picture={props.picture} switches>
      {(onDrawn) => <LiveTrend {...props} onDrawn={onDrawn} />}
    </Redrawn>
  )
}
