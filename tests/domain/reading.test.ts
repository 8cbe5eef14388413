import fc from 'fast-check'
import { expect, test } from 'vitest'
import { percentOf } from '#app/domain/indicator.ts'
import { readAs, READINGS, type RatedTopic } from '#app/domain/reading.ts'
import { readingInForce, unrulableBecause, UNRULED } from '#app/domain/ruling.ts'
import { figureOf, wilsonInterval } from '#app/domain/satisfaction.ts'

const rated = (satisfied: number, others: number, invited = 100) =>
  figureOf({ 5: satisfied, 4: 0, 3: 0, 2: 0, 1: others }, invited)
const topic = (titleDe: string, satisfied: number, others: number): RatedTopic => ({
  key: titleDe.toLowerCase(),
  titleDe,
  titleEn: null,
  figure: rated(satisfied, others),
})
const TOPICS = [topic('Organisation', 16, 4), topic('Lernkurve', 11, 9), topic('Zeitersparnis', 12, 3)]

test('by the overall question the topics decide nothing', () => {
  const read = readAs('overall', rated(15, 5), TOPICS)
  expect(read).toMatchObject({ measured: { numerator: 15, denominator: 20 }, topic: null, leftOut: 0 })
})

test('where each topic counts for itself, the one with the smallest share is the figure', () => {
  const read = readAs('every-topic', rated(15, 5), TOPICS)
  expect(read).toMatchObject({
    measured: { numerator: 11, denominator: 20, interval: wilsonInterval(11, 20) },
    topic: { titleDe: 'Lernkurve' },
  })
})

test('of equal topics the first in the questionnaire stands for them', () => {
  const equal = [topic('Organisation', 10, 10), topic('Lernkurve', 5, 5)]
  expect(readAs('every-topic', rated(1, 9), equal).topic?.titleDe).toBe('Organisation')
})

test('all ratings together are worth no more than the people who gave them', () => {
  const { measured } = readAs('all-ratings', rated(15, 5), TOPICS)
  expect(measured).toMatchObject({ numerator: 39, denominator: 55 })
  expect(measured.kind === 'measured' && measured.interval).toEqual(wilsonInterval((39 / 55) * 20, 20))
})

test('topics with too few ratings are left out and counted', () => {
  const few = [...TOPICS, topic('Austausch', 1, 2)]
  expect(readAs('every-topic', rated(15, 5), few)).toMatchObject({
    leftOut: 1,
    topic: { titleDe: 'Lernkurve' },
  })
  expect(readAs('all-ratings', rated(15, 5), few)).toMatchObject({
    leftOut: 1,
    measured: { denominator: 55 },
  })
})

test('without topics that may be shown there is no figure, and never nought', () => {
  for (const reading of ['every-topic', 'all-ratings'] as const) {
    expect(readAs(reading, rated(15, 5), []).measured).toEqual({ kind: 'no-data' })
    expect(readAs(reading, rated(15, 5), [topic('Austausch', 1, 2)]).measured).toEqual({ kind: 'too-few' })
  }
})

test('whatever was rated, all together lie between the lowest topic and 100 per cent', () => {
  const topics = fc.array(fc.tuple(fc.nat(30), fc.nat(30)), { maxLength: 8 })
  fc.assert(
    fc.property(topics, (counts) => {
      const list = counts.map(([yes, no], place) => topic(`T${place}`, yes, no))
      const [, lowest, together] = READINGS.map((reading) =>
        percentOf(readAs(reading, rated(5, 5), list).measured),
      )
      expect(lowest === null).toBe(together === null)
      if (together === null || together === undefined) return
      expect(together).toBeGreaterThanOrEqual((lowest ?? 0) - 1e-9)
      expect(together).toBeLessThanOrEqual(100)
    }),
  )
})

test('a proposed reading changes nothing, a resolved one does', () => {
  const proposal = { ...UNRULED.reading, state: 'proposed' as const, value: 'every-topic' as const }
  expect(readingInForce({ ...UNRULED, reading: proposal })).toBe('overall')
  const resolution = { ...proposal, state: 'resolved' as const, resolution: 'LA 1', decidedOn: '2026-01-01' }
  expect(readingInForce({ ...UNRULED, reading: resolution })).toBe('every-topic')
})

test('only something that was entered is taken back, and with a reason', () => {
  const back = { state: 'open' as const, value: null }
  expect(unrulableBecause('reading', { ...back, reason: 'falsch' }, undefined)).toBe('nothing-to-correct')
  expect(unrulableBecause('reading', { ...back, reason: null }, { state: 'resolved' })).toBe('reason-missing')
  expect(unrulableBecause('reading', { ...back, reason: 'falsch' }, { state: 'resolved' })).toBeNull()
})

test('a rhythm is a number of months that leaves people time', () => {
  const entry = { state: 'resolved' as const, reason: null }
  for (const value of ['2', '121', '6.5', 'sechs'])
    expect(unrulableBecause('rhythm', { ...entry, value }, undefined)).toBe('value-wrong')
  for (const value of ['3', '120'])
    expect(unrulableBecause('rhythm', { ...entry, value }, undefined)).toBeNull()
  expect(unrulableBecause('reading', { ...entry, value: 'best' }, undefined)).toBe('value-wrong')
})
