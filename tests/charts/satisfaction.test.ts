import { expect, test } from 'vitest'
import { distribution, distributionFrame } from '#app/charts/distribution.ts'
import { likert, type LikertRow } from '#app/charts/likert.ts'
import type { Scene, ScenePath, SceneText } from '#app/charts/scene.ts'

const STEPS = ['sehr unzufrieden', 'unzufrieden', 'teils, teils', 'zufrieden', 'sehr zufrieden']
const texts = ({ items }: Scene) => items.filter((item): item is SceneText => item.kind === 'text')
const words = (scene: Scene) => texts(scene).map(({ text }) => text)
const filled = ({ items }: Scene, colour: string) =>
  items.filter((item): item is ScenePath => item.kind === 'path' && item.fill === colour)
const lengthOf = ({ d }: ScenePath) => Number(/H([\d.]+)/.exec(d)![1]) - Number(/M([\d.]+)/.exec(d)![1])

const barChart = (counts: number[], width = 480) => ({
  steps: counts.map((count, step) => ({
    name: STEPS[step]!,
    count,
    label: `${count} Antworten`,
    counted: step >= 3,
  })),
  empty: 'Keine Antworten',
  width,
})
const bars = (counts: number[], width = 480) => distribution(barChart(counts, width))

const row = (name: string, shares: number[] | null): LikertRow => ({
  name,
  note: 'n = 100',
  message: 'zu wenige Antworten',
  parts: shares && shares.map((share) => ({ share, label: `${share * 100} %` })),
})
const rows = (all: LikertRow[], width = 480) =>
  likert({ rows: all, steps: STEPS, empty: 'Keine Themen', width })

test('bars are as long as their numbers say, and each number is written', () => {
  const scene = bars([5, 10, 0, 40, 20])
  const [satisfied, verySatisfied] = filled(scene, 'accent').map(lengthOf)
  expect(satisfied! / verySatisfied!).toBeCloseTo(2, 2)
  expect(words(scene)).toEqual(expect.arrayContaining(['5 Antworten', '0 Antworten', '40 Antworten']))
})

test('what the indicator counts is filled, the rest hollow', () => {
  const scene = bars([5, 10, 15, 40, 20])
  expect(filled(scene, 'accent')).toHaveLength(2)
  expect(filled(scene, 'neutral')).toHaveLength(3)
})

test('without any answer there are no bars but a sentence', () => {
  expect(words(bars([0, 0, 0, 0, 0]))).toEqual(['Keine Antworten'])
})

test('the five parts of a topic fill its bar, and those with room carry their share', () => {
  const scene = rows([row('Organisation', [0.02, 0.08, 0.2, 0.4, 0.3])])
  const swatches = 5
  const parts = ['target', 'targetSoft', 'neutral', 'accentSoft', 'accent'].map((colour) =>
    Math.max(...filled(scene, colour).map(lengthOf)),
  )
  expect(parts[3]! / parts[2]!).toBeCloseTo(2, 1)
  expect(words(scene)).toEqual(expect.arrayContaining(['40 %', '30 %', 'n = 100']))
  expect(words(scene)).not.toContain('2 %')
  expect(words(scene).slice(0, swatches)).toEqual(STEPS)
})

test('a topic that must not be shown is a sentence in an empty bar, never a zero', () => {
  const scene = rows([row('Austausch', null)])
  expect(words(scene)).toContain('zu wenige Antworten')
  expect(words(scene).join(' ')).not.toContain('0 %')
})

test('the dissatisfied steps are hatched for those who see no colour', () => {
  const scene = rows([row('Organisation', [0.2, 0.2, 0.2, 0.2, 0.2])])
  const hatches = scene.items.filter((item) => item.kind === 'path' && item.stroke?.startsWith('target'))
  expect(hatches.length).toBeGreaterThanOrEqual(2)
})

test('a long topic takes two lines, not the room of the bars', () => {
  const scene = rows([row('Unterstützung durch die IT-Kompetenzstelle', [0, 0, 0, 0.5, 0.5])], 300)
  expect(Math.max(...filled(scene, 'accent').map(lengthOf))).toBeGreaterThan(60)
})

test('what is laid over the bars in their frame meets them', () => {
  const { left, right, rowHeight } = distributionFrame(barChart([5, 10, 0, 40, 20]))
  const scene = bars([5, 10, 0, 40, 20])
  const [longest] = filled(scene, 'accent').sort((a, b) => lengthOf(b) - lengthOf(a))
  expect(lengthOf(longest!)).toBeCloseTo(right - left, 1)
  expect(scene.height).toBeCloseTo(5 * rowHeight, 1)
})

test('where there is no room beside the bars, names stand above them and the bars take the whole width', () => {
  const topics = [
    row('Unterstützung durch die IT-Kompetenzstelle', [0, 0, 0, 0.5, 0.5]),
    row('Austausch', null),
  ]
  const chart = { rows: topics, steps: STEPS, empty: '', width: 300 }
  const [beside, above] = [likert(chart), likert({ ...chart, namesAbove: true })]
  const widest = (scene: Scene) => Math.max(...filled(scene, 'accent').map(lengthOf))
  expect(widest(above)).toBeGreaterThan(widest(beside))
  expect(words(above)).toEqual(expect.arrayContaining(['Austausch', 'zu wenige Antworten']))
  const heights = texts(above).map(({ y }) => y)
  expect(Math.max(...heights)).toBeLessThan(above.height)
})

test('a round without topics says so', () => {
  expect(words(rows([]))).toEqual(['Keine Themen'])
})
