import { expect, test } from 'vitest'
import { inPlaces, leftOutOf, placesOf, REPORT_SECTIONS } from '#app/domain/report-draft.ts'
import { trainingOf } from '#app/domain/training.ts'

test('sections stand in their places, those of one place in the usual order, and others are left out', () => {
  const others = { satisfaction: null, stages: null, accompanying: 1 }
  expect(inPlaces({ ...others, participation: 2, training: 1, view: 2 })).toEqual([
    ...['training', 'accompanying', 'participation', 'view'],
  ])
  expect(leftOutOf(['accompanying', 'participation', 'view'])).toEqual(['satisfaction', 'stages', 'training'])
  expect(inPlaces(placesOf(REPORT_SECTIONS))).toEqual(REPORT_SECTIONS)
  expect(placesOf(['view'])).toMatchObject({ view: 1, participation: null })
})

const topic = (topicKey: string, attended: number, workshops = 1) => {
  return { topicKey, titleDe: topicKey, titleEn: null, courses: 1, workshops, units: 4, attended }
}
const days = { fromDate: '2026-07-01', untilDate: '2026-09-30' }
const attendedIn = (...facts: ReturnType<typeof topic>[]) =>
  trainingOf(days, facts).topics.map(({ attended }) => attended)

test('few attended seats are not told, nor the next smallest, by which they could be found', () => {
  expect(attendedIn(topic('a', 30), topic('b', 12), topic('c', 40))).toEqual([30, 12, 40])
  expect(attendedIn(topic('a', 30), topic('b', 4), topic('c', 40))).toEqual([null, null, 40])
  expect(attendedIn(topic('a', 3), topic('b', 4), topic('c', 40))).toEqual([null, null, 40])
  expect(attendedIn(topic('a', 3))).toEqual([null])
})

test('a topic of which nothing took place is left out', () => {
  expect(trainingOf(days, [topic('a', 0, 0)]).topics).toEqual([])
})
