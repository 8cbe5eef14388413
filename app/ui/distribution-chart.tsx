import type { ShownSatisfaction } from '#app/charts/dashboard.ts'
import { StillPicture } from '#app/ui/figure.tsx'
import { Live } from '#app/ui/live.tsx'
import { useMessages } from '#app/ui/locale.tsx'

type DistributionChartProps = Omit<NonNullable<ShownSatisfaction['overall']>, 'title' | 'table'>

/** How many gave each of the five answers; with scripts a bar says under the pointer whether it counts. */
export function DistributionChart({ picture, steps, frame }: DistributionChartProps) {
  const t = useMessages()
  const { width, height } = picture.scene
  const given = {
    ...{ width, height, frame },
    steps: steps.map(({ name, count, label, counted }) => {
      return { name, count, label, said: counted ? t.indicator.chart.counted : t.indicator.chart.notCounted }
    }),
  }
  return (
    <div className="live">
      <StillPicture picture={picture} />
      <Live part="distribution-chart" given={given} className="live__layer" />
    </div>
  )
}
