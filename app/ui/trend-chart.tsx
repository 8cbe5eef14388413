import type { ShownTrend } from '#app/charts/dashboard.ts'
import { StillPicture } from '#app/ui/figure.tsx'
import { Live } from '#app/ui/live.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import type { ScenePart } from '#app/ui/scene.tsx'

/** What can be left out, and in which colours it is drawn. */
const TARGETS: ScenePart = { name: 'targets', colours: ['target'] }
const INTERVALS: ScenePart = { name: 'intervals', colours: ['accentPale', 'accentSoft'] }

/** A value over time. With scripts a point says more under the pointer, and targets and intervals can be left out. */
export function TrendChart({ picture, has, ...trend }: Omit<ShownTrend, 'table'>) {
  const t = useMessages()
  const switches = [
    ...(has.targets ? [{ ...TARGETS, label: t.indicator.chart.targets }] : []),
    ...(has.intervals ? [{ ...INTERVALS, label: t.indicator.chart.intervals }] : []),
  ]
  const { width, height } = picture.scene
  const names = switches.map(({ name, label }) => ({ name, label }))
  return (
    <div className={switches.length > 0 ? 'live live--switches' : 'live'}>
      <StillPicture picture={picture} parts={switches} />
      <Live part="trend-chart" given={{ ...trend, width, height, switches: names }} className="live__layer" />
    </div>
  )
}
