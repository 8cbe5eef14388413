import { lazy, type ComponentType } from 'react'
import type { DistributionStep } from '#app/charts/distribution.ts'
import type { Picture } from '#app/charts/scene.ts'
import { Redrawn } from '#app/ui/redrawn.tsx'

export type DistributionChartProps = { picture: Picture; steps: readonly DistributionStep[] }

const LiveDistribution = lazy<ComponentType<DistributionChartProps & { onDrawn: () => void }>>(() =>
  import('#app/ui/distribution-chart.client.tsx').catch(() => ({ default: () => null })),
)

/** How many gave each of the five answers; with scripts, what a bar says comes under the pointer. */
export function DistributionChart(props: DistributionChartProps) {
  return (
    <Redrawn picture={props.picture}>
      {(onDrawn) => <LiveDistribution {...props} onDrawn={onDrawn} />}
    </Redrawn>
  )
}
