// Measured values over time and what was aimed at. Straight lines between measurements: a curve would invent values.

import { scaleLinear, scaleUtc, type ScaleLinear, type ScaleTime } from 'd3-scale'
import { area, line as straight } from 'd3-shape'
import { boxOf, overlap, placed } from '#app/charts/labels.ts'
import {
  circle,
  emptyScene,
  line,
  path,
  rounded,
  text,
  type Box,
  type Scene,
  type SceneItem,
  type SceneText,
} from '#app/charts/scene.ts'
import { textWidth } from '#app/charts/text-width.ts'

export type TrendPoint = {
  /** The day of the measurement, 'YYYY-MM-DD'. */
  day: string
  /** What the axis says under it. */
  dayLabel: string
  value: number
  /** What stands beside the point. */
  label: string
  /** What the value may well be, by the method of its source; null where the value is exact. */
  interval: { lower: number; upper: number } | null
  /** Measured in another way than the point before: no line leads here. */
  breaks?: boolean
}

/** A level to reach during a phase; open ends reach to the edge of the chart. */
export type TrendTarget = { from: string | null; until: string | null; value: number; label: string }

export type Trend = {
  /** In order of time. */
  points: readonly TrendPoint[]
  targets: readonly TrendTarget[]
  /** Upper end of the axis; without it the axis ends a little above everything shown. */
  maximum?: number
  /** How the axis writes a value. */
  tickLabel: (value: number) => string
  empty: string
  width: number
  height: number
  textSize?: number
}

/** Where the first and the last day, the highest value and nought lie in the scene. */
export type TrendFrame = { left: number; right: number; top: number; bottom: number }

type Mark = { x: number; y: number }

type Axes = {
  x: ScaleTime<number, number>
  y: ScaleLinear<number, number>
  frame: Box
  size: number
}

export function trend(chart: Trend): Scene {
  const { points, targets, width, height, textSize = 8, empty } = chart
  if (points.length === 0) return emptyScene(width, empty, textSize)
  const axes = axesFor(chart, textSize)
  const aims = targets.flatMap((target) => aim(target, points, axes))
  const marks = points.map(({ day, value }) => ({ x: axes.x(instant(day)), y: axes.y(value) }))
  const radius = textSize * 0.3
  const { x: left, y: top, width: across, height: down } = axes.frame
  const labels = placed(
    [...valueLabels(chart, marks, axes), ...aims.map(({ label }) => label)],
    { x: left, y: 0, width: across, height: top + down },
    [...aims.map(({ extent }) => extent), ...occupied(points, marks, axes, radius)],
  )
  const items = [
    ...ticks(chart, axes),
    ...dayLabels(points, axes),
    ...uncertainty(points, axes),
    ...aims.map(({ stroke }) => stroke),
    ...runsOf(points, marks).flatMap(connection),
    ...marks.map(({ x, y }) => circle(x, y, radius, { fill: 'accent' })),
    ...labels,
  ]
  return { width, height, items }
}

export function trendFrame(chart: Trend): TrendFrame {
  const { x, frame } = axesFor(chart, chart.textSize ?? 8)
  const [left = frame.x, right = frame.x] = x.range()
  return { left, right, top: frame.y, bottom: frame.y + frame.height }
}

/** What labels keep off: the points, their bars of uncertainty, and the line between them in short pieces. */
function occupied(points: readonly TrendPoint[], marks: readonly Mark[], axes: Axes, radius: number): Box[] {
  const around = (x: number, top: number, bottom: number, half: number) => {
    return { x: x - half, y: top, width: half * 2, height: bottom - top }
  }
  const dots = marks.map(({ x, y }) => around(x, y - radius, y + radius, radius))
  const bars = points.flatMap(({ interval }, index) => {
    const x = marks[index]?.x
    return interval && x !== undefined
      ? [around(x, axes.y(interval.upper), axes.y(interval.lower), radius)]
      : []
  })
  const pieces = runsOf(points, marks).flatMap((run) =>
    run.flatMap((mark, index) => between(mark, run[index + 1])),
  )
  return [...dots, ...bars, ...pieces.map(({ x, y }) => around(x, y - 1, y + 1, 1))]
}

function between(start: Mark, end: Mark | undefined): Mark[] {
  if (!end) return []
  const steps = Math.ceil((end.x - start.x) / 4)
  const along = (step: number) => (step + 0.5) / steps
  return Array.from({ length: steps }, (_, step) => ({
    x: start.x + (end.x - start.x) * along(step),
    y: start.y + (end.y - start.y) * along(step),
  }))
}

function instant(day: string): Date {
  return new Date(`${day}T00:00:00Z`)
}

function axesFor(chart: Trend, size: number): Axes {
  const top = chart.maximum ?? highest(chart) * 1.15
  const y = scaleLinear([0, top > 0 ? top : 1], [0, 1])
  const left = Math.max(...y.ticks(4).map((value) => textWidth(chart.tickLabel(value), size))) + size * 0.8
  const frame = { x: left, y: size * 1.2, width: chart.width - left, height: 0 }
  frame.height = chart.height - frame.y - size * 2.2

  const [first, last] = [chart.points.at(0), chart.points.at(-1)]
  const [start, end] = [frame.x + endRoom(first, size), frame.x + frame.width - endRoom(last, size)]
  const x = scaleUtc([instant(first?.day ?? ''), instant(last?.day ?? '')], [start, end])
  if (first?.day === last?.day) x.range([(start + end) / 2, (start + end) / 2])
  return { x, y: y.range([frame.y + frame.height, frame.y]), frame, size }
}

/** The outer points carry texts centred on them, which must not be cut off. */
function endRoom(point: TrendPoint | undefined, size: number): number {
  if (!point) return 0
  return Math.max(textWidth(point.dayLabel, size), textWidth(point.label, size)) / 2 + size * 0.5
}

function highest({ points, targets }: Trend): number {
  const tops = points.map(({ value, interval }) => Math.max(value, interval?.upper ?? value))
  return Math.max(...tops, ...targets.map(({ value }) => value))
}

function ticks({ tickLabel }: Trend, { y, frame, size }: Axes): SceneItem[] {
  return y.ticks(4).flatMap((value) => [
    line(frame.x, y(value), frame.x + frame.width, y(value), {
      stroke: value === 0 ? 'muted' : 'grid',
      strokeWidth: value === 0 ? 0.8 : 0.5,
    }),
    text(frame.x - size * 0.6, y(value) + size * 0.33, tickLabel(value), size, {
      anchor: 'end',
      fill: 'muted',
    }),
  ])
}

/** Every day, or every second, third and so on, counted from the last, so that the names do not touch. */
function dayLabels(points: readonly TrendPoint[], { x, frame, size }: Axes): SceneText[] {
  const base = frame.y + frame.height + size * 1.4
  const labels = points.map(({ day, dayLabel }) =>
    text(x(instant(day)), base, dayLabel, size, { anchor: 'middle', fill: 'muted' }),
  )
  labels.reverse()
  for (let step = 1; step < labels.length; step++) {
    const kept = labels.filter((_, index) => index % step === 0)
    if (!kept.some((label, index) => touches(label, kept[index + 1]))) return kept
  }
  return labels.slice(0, 1)
}

function touches(one: SceneText, other: SceneText | undefined): boolean {
  return other !== undefined && overlap(boxOf(one), boxOf(other))
}

/** A band over neighbouring intervals, and a bar with ends at each: a band alone would show nothing of one point. */
function uncertainty(points: readonly TrendPoint[], { x, y, size }: Axes): SceneItem[] {
  const ranges = points.map(({ day, interval }) => ({ x: rounded(x(instant(day))), interval }))
  const bands = runsOf(points, ranges).filter((run) => run.length > 1)
  const band = area<(typeof ranges)[number]>()
    .defined(({ interval }) => interval !== null)
    .x((range) => range.x)
    .y0(({ interval }) => rounded(y(interval?.lower ?? 0)))
    .y1(({ interval }) => rounded(y(interval?.upper ?? 0)))
  const bars = ranges.flatMap(({ x: middle, interval }) =>
    interval ? [bar(middle, y(interval.lower), y(interval.upper), size * 0.4)] : [],
  )
  const filled = bands.flatMap((run) => band(run) ?? [])
  return [...filled.map((one) => path(one, { fill: 'accentPale' })), ...bars]
}

function bar(x: number, lower: number, upper: number, half: number): SceneItem {
  const end = (y: number) => `M${rounded(x - half)},${rounded(y)}H${rounded(x + half)}`
  const stem = `M${rounded(x)},${rounded(lower)}V${rounded(upper)}`
  return path(end(lower) + stem + end(upper), { stroke: 'accentSoft', strokeWidth: 1 })
}

/** What belongs to the points, in runs that were measured in the same way. */
function runsOf<T>(points: readonly TrendPoint[], of: readonly T[]): T[][] {
  const starts = points.flatMap(({ breaks }, index) => (index === 0 || breaks ? [index] : []))
  return starts.map((start, run) => of.slice(start, starts[run + 1]))
}

function connection(marks: readonly Mark[]): SceneItem[] {
  const drawn = straight<Mark>()
    .x(({ x }) => rounded(x))
    .y(({ y }) => rounded(y))(marks)
  return drawn && marks.length > 1 ? [path(drawn, { stroke: 'accent', strokeWidth: 1.6 })] : []
}

type Label = { candidates: SceneText[]; needed: boolean }

/** Above the point, else below, else beside it; the latest value is the one that must be there. */
function valueLabels({ points }: Trend, marks: readonly Mark[], axes: Axes): Label[] {
  const { y: height, size } = axes
  const labels = points.map(({ label, interval }, index) => {
    const { x, y } = marks[index] ?? { x: 0, y: 0 }
    const isLast = index === points.length - 1
    const write = (at: number, base: number, anchor: SceneText['anchor']) =>
      text(at, base, label, size, { anchor, weight: isLast ? 'bold' : 'regular', fill: 'accent' })
    const [top, bottom] = interval ? [height(interval.upper), height(interval.lower)] : [y, y]
    const candidates = [
      write(x, top - size * 0.65, 'middle'),
      write(x, bottom + size * 1.25, 'middle'),
      write(x - size * 0.7, y - size * 0.3, 'end'),
      write(x + size * 0.7, y + size, 'start'),
    ]
    return { candidates, needed: isLast }
  })
  return labels.reverse()
}

type Aim = { stroke: SceneItem; extent: Box; label: Label }

/** The dashed line of a target as far as its phase is in sight, and its name somewhere along it. */
function aim(target: TrendTarget, points: readonly TrendPoint[], { x, y, frame, size }: Axes): Aim[] {
  const [first = '', last = ''] = [points.at(0)?.day, points.at(-1)?.day]
  if ((target.from ?? first) > last || (target.until ?? last) < first) return []
  const from = target.from && target.from > first ? x(instant(target.from)) : frame.x
  const until = target.until && target.until < last ? x(instant(target.until)) : frame.x + frame.width

  const level = y(target.value)
  const stroke = line(from, level, until, level, { stroke: 'target', strokeWidth: 1.2, dash: [4, 2.5] })
  const width = textWidth(target.label, size) + 4
  // A name longer than its line begins before it rather than being cut off at the edge.
  const foremost = Math.min(from + 2, frame.x + frame.width - width)
  const starts = [0, 1, 0.5, 0.25, 0.75].map((part) => foremost + Math.max(until - from - width, 0) * part)
  const lines = [-0.4, 1, -1.5, 2.2, -2.6, 3.3]
  const candidates = lines
    .map((line) => level + line * size)
    .flatMap((base) => starts.map((start) => text(start, base, target.label, size, { fill: 'target' })))
  const extent = { x: from, y: level - 0.6, width: until - from, height: 1.2 }
  return [{ stroke, extent, label: { candidates, needed: true } }]
}
