import { lazy, type ComponentType } from 'react'
import type { ShownSatisfaction } from '#app/charts/dashboard.ts'
import { StillPicture } from '#app/ui/figure.tsx'
import { LiveLayer } from '#app/ui/live-layer.tsx'

export type DistributionChartProps = Omit<NonNullable<ShownSatisfaction['overall']>, 'title' | 'table'>

const LiveDistribution = lazy<ComponentType<DistributionChartProps>>(() =>
  import('#app/ui/distribution-chart.client.tsx').catch(() => ({ default: () => null })),
)

/** How many gave each of the five answers; with scripts a bar says under the pointer whether it counts. */
export function DistributionChart(chart: DistributionChartProps) {
  return (
    <LiveLayer still={<StillPicture picture={chart.picture} />}>
      <LiveDistribution {...chart} />
    </LiveLayer>
  )
}
