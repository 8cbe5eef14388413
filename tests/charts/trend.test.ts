import fc from 'fast-check'
import { expect, test } from 'vitest'
import { boxOf, overlap } from '#app/charts/labels.ts'
import type { Scene, ScenePath, SceneText } from '#app/charts/scene.ts'
import { trend, trendFrame, type Trend, type TrendPoint, type TrendTarget } from '#app/charts/trend.ts'

const point = (day: string, value: number, more: Partial<TrendPoint> = {}): TrendPoint => ({
  day,
  dayLabel: day.slice(0, 7),
  value,
  label: String(value),
  interval: null,
  ...more,
})
const chartOf = (points: TrendPoint[], targets: TrendTarget[] = []): Trend => ({
  points,
  targets,
  maximum: 28,
  tickLabel: String,
  empty: 'Noch keine Werte',
  width: 480,
  height: 150,
})
const draw = (points: TrendPoint[], targets: TrendTarget[] = []) => trend(chartOf(points, targets))
const texts = ({ items }: Scene) => items.filter((item): item is SceneText => item.kind === 'text')
const strokes = ({ items }: Scene, colour: string) =>
  items.filter((item): item is ScenePath => item.kind === 'path' && item.stroke === colour)

const YEAR = [
  point('2025-03-31', 3),
  point('2025-06-30', 6),
  point('2025-12-31', 11),
  point('2026-06-30', 14),
]
const pilot = { from: '2025-01-01', until: '2025-12-31', value: 10, label: 'Ziel Pilotphase: 10' }

test('values are joined by straight lines, because nobody measured in between', () => {
  const [joined] = strokes(draw(YEAR), 'accent')
  expect(joined?.d).toMatch(/^M[\d.,]+(L[\d.,]+){3}$/)
})

test('where something was measured in another way the line is broken, and so is the band', () => {
  const measured = YEAR.map((one, place) => ({
    ...one,
    interval: { lower: one.value - 1, upper: one.value + 1 },
    breaks: place === 2,
  }))
  const lines = strokes(draw(measured), 'accent')
  expect(lines.map(({ d }) => d.match(/L/g)?.length)).toEqual([1, 1])
  const bands = draw(measured).items.filter((item) => item.kind === 'path' && item.fill === 'accentPale')
  expect(bands).toHaveLength(2)
})

test('a single value is a point in the middle, with its name and no line', () => {
  const scene = draw([point('2026-06-30', 14)])
  expect(strokes(scene, 'accent')).toEqual([])
  const [label] = texts(scene).filter(({ text }) => text === '14')
  expect(label!.x).toBeGreaterThan(200)
  expect(label!.x).toBeLessThan(280)
})

test('a single uncertain value shows how far it may reach', () => {
  const interval = { lower: 10, upper: 18 }
  expect(strokes(draw([point('2026-06-30', 14, { interval })]), 'accentSoft')).toHaveLength(1)
})

test('a target is dashed, named, and ends with its phase', () => {
  const scene = draw(YEAR, [pilot])
  const [dashed] = strokes(scene, 'target')
  expect(dashed?.dash).toBeDefined()
  expect(texts(scene).map(({ text }) => text)).toContain('Ziel Pilotphase: 10')
  const [, end] = /L([\d.]+)/.exec(dashed!.d)!
  expect(Number(end)).toBeLessThan(400)
})

test('a target of a phase that is not in sight is left out', () => {
  expect(strokes(draw([point('2026-06-30', 14)], [pilot]), 'target')).toEqual([])
})

test('before the first measurement the chart says that there is none', () => {
  expect(texts(draw([])).map(({ text }) => text)).toEqual(['Noch keine Werte'])
})

test('the latest value and the latest day are always written, and no two values or days overlap', () => {
  const days = fc.uniqueArray(fc.integer({ min: 0, max: 1200 }), { minLength: 1, maxLength: 40 })
  fc.assert(
    fc.property(days, fc.infiniteStream(fc.integer({ min: 0, max: 28 })), (offsets, values) => {
      const points = offsets
        .sort((one, other) => one - other)
        .map((offset) => {
          const day = new Date(Date.UTC(2025, 0, 1 + offset)).toISOString().slice(0, 10)
          return point(day, values.next().value)
        })
      const scene = draw(points)
      const last = points.at(-1)!
      expect(texts(scene).some(({ text, weight }) => text === last.label && weight === 'bold')).toBe(true)
      expect(texts(scene).some(({ text }) => text === last.dayLabel)).toBe(true)
      for (const fill of ['accent', 'muted'] as const) {
        const boxes = texts(scene)
          .filter((label) => label.fill === fill && label.anchor === 'middle')
          .map(boxOf)
        expect(boxes.some((box, index) => boxes.slice(index + 1).some((other) => overlap(box, other)))).toBe(
          false,
        )
      }
    }),
    { numRuns: 40 },
  )
})

test('what is laid over the picture in its frame meets the points', () => {
  const { left, right, top, bottom } = trendFrame(chartOf(YEAR))
  const [joined] = strokes(draw(YEAR), 'accent')
  const marks = [...joined!.d.matchAll(/([\d.]+),([\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)])
  const heightOf = (value: number) => bottom - (value / 28) * (bottom - top)
  expect(marks.at(0)![0]).toBeCloseTo(left, 1)
  expect(marks.at(-1)![0]).toBeCloseTo(right, 1)
  expect(marks.map(([, y]) => y!)).toEqual(YEAR.map(({ value }) => expect.closeTo(heightOf(value), 1)))
})

test('the name of a target is not cut off at the edge, however short its line', () => {
  const late = { from: '2026-06-01', until: null, value: 20, label: 'Ein Ziel mit einem recht langen Namen' }
  const [name] = texts(draw(YEAR, [late])).filter(({ text }) => text === late.label)
  const box = boxOf(name!)
  expect(box.x + box.width).toBeLessThanOrEqual(480)
})
