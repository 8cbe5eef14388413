import { expect, test } from 'vitest'
import { Live } from '#app/ui/live.tsx'
import { TrendChart } from '#app/ui/trend-chart.tsx'
import { trend, trendFrame, type Trend } from '#app/charts/trend.ts'
import { html, tag } from '#tests/ui/render.tsx'

const steps = [{ name: 'zufrieden <&">', count: 3, label: '3', said: 'zählt' }]
const frame = { left: 1, right: 2, rowHeight: 3, barHeight: 4 }

test('what a script is given survives the way through the page, whatever stands in it', () => {
  const page = html(<Live part="distribution-chart" given={{ width: 4, height: 2, frame, steps }} />)
  const attribute = /data-given="([^"]*)"/.exec(page)?.[1] ?? ''
  const given = attribute.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>')
  expect(JSON.parse(given.replaceAll('&amp;', '&'))).toEqual({ width: 4, height: 2, frame, steps })
})

test('what is meant for browsers without scripts stands where only they look', () => {
  const page = html(
    <Live part="distribution-chart" given={{ width: 4, height: 2, frame, steps }} waiting="Bitte warten">
      <p>Ohne Skripte</p>
    </Live>,
  )
  expect(page).toContain('<noscript><p>Ohne Skripte</p></noscript>')
  expect(tag(page, 'div')).toContain('data-waiting="Bitte warten"')
})

const chart: Trend = {
  points: [
    { day: '2025-12-31', dayLabel: 'Dez.', value: 3, label: '3', interval: null },
    { day: '2026-06-30', dayLabel: 'Juni', value: 5, label: '5', interval: { lower: 4, upper: 6 } },
  ],
  targets: [{ from: null, until: null, value: 4, label: 'Ziel' }],
  maximum: 8,
  tickLabel: String,
  empty: '',
  width: 400,
  height: 200,
}
const drawn = (has: { targets: boolean; intervals: boolean }) =>
  html(
    <TrendChart
      picture={{ scene: trend(chart), alternative: 'Es steigt.', caption: 'Verlauf' }}
      points={[]}
      maximum={8}
      frame={trendFrame(chart)}
      has={has}
    />,
  )

test('a chart is complete without a script, and a script can find the parts that can be left out', () => {
  const page = drawn({ targets: true, intervals: true })
  expect(page).toContain('<desc')
  expect(page.match(/data-part="targets"/g)).toHaveLength(2)
  expect(page).toContain('data-part="intervals"')
  expect(tag(page, 'div', 'data-live="trend-chart"')).toContain('live__layer')
})

test('room for switches is kept only where there is something to switch', () => {
  expect(drawn({ targets: true, intervals: false })).toContain('class="live live--switches"')
  expect(drawn({ targets: false, intervals: false })).toContain('class="live"')
})
