import fc from 'fast-check'
import { expect, test } from 'vitest'
import { circle, hatching, palette, rectangle, type Colour } from '#app/charts/scene.ts'

/** Contrast of two colours as WCAG 2.2 defines it. */
function contrast(one: Colour, other: Colour): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light! + 0.05) / (dark! + 0.05)
}

function luminance(colour: Colour): number {
  const channels = palette[colour].match(/\w\w/g)!.map((hex) => Number.parseInt(hex, 16) / 255)
  const [red, green, blue] = channels.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}

test.each([
  ['ink', 'paper'],
  ['ink', 'pale'],
  ['ink', 'neutral'],
  ['ink', 'accentSoft'],
  ['ink', 'targetSoft'],
  ['muted', 'paper'],
  ['muted', 'pale'],
  ['accent', 'paper'],
  ['accent', 'accentPale'],
  ['target', 'paper'],
  ['target', 'accentPale'],
  ['paper', 'accent'],
  ['paper', 'target'],
] as [Colour, Colour][])('%s on %s can be read', (text, ground) => {
  expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5)
})

test('shapes are written with at most two decimals', () => {
  expect(rectangle({ x: 1 / 3, y: 0, width: 10, height: 2 }, { fill: 'ink' }).d).toBe('M0.33,0H10.33V2H0.33Z')
  expect(circle(5, 5, 2, {}).d).toBe('M3,5a2,2 0 1,0 4,0a2,2 0 1,0 -4,0Z')
})

test('hatching never leaves its box', () => {
  const size = fc.double({ min: 0.5, max: 300, noNaN: true })
  fc.assert(
    fc.property(size, size, fc.double({ min: 1, max: 10, noNaN: true }), (width, height, gap) => {
      const strokes = hatching({ x: 0, y: 0, width, height }, gap, {})
      const ends = strokes.flatMap(({ d }) => [...d.matchAll(/[ML](-?[\d.]+),(-?[\d.]+)/g)])
      const isInside = (value: number, limit: number) => value >= 0 && value <= limit + 0.01
      expect(ends.every(([, x, y]) => isInside(Number(x), width) && isInside(Number(y), height))).toBe(true)
    }),
    { numRuns: 40 },
  )
})
