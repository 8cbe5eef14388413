import { expect, test } from 'vitest'
import { changesSince } from '#app/domain/report-changes.ts'
import { LOCALES } from '#app/domain/locale.ts'
import type { ReadingKey } from '#app/domain/reading.ts'
import type { ReportFigures } from '#app/domain/report.ts'
import { changesRead } from '#reports/reading/changes.ts'
import { wordsIn } from '#reports/words.ts'
import { aFigure, aReport, readBy } from '#tests/reports/report-data.ts'

const before = aReport({ number: 2, cutOff: '2025-12-31' })

function pointsOf(now: ReportFigures, then: ReportFigures, locale = LOCALES[0]): string[] {
  const since = { number: then.number, cutOff: then.cutOff }
  const data = { ...now, changes: { since, list: changesSince(then, now) } }
  const { points } = changesRead({ data, locale, words: wordsIn(locale) })!
  return points.map((point) => point.replaceAll('\u00a0', ' '))
}

/** Half a year later, everybody was asked again. */
function askedAgain(reading: ReadingKey, figure = aFigure([80, 60, 8, 4, 2], 265)): ReportFigures {
  const { satisfaction } = before
  const round = { titleDe: 'Winter 2026', titleEn: null, closedOn: '2026-12-01', invited: 265 }
  const history = [...satisfaction.history, { ...round, figure }]
  return aReport(readBy(reading, { satisfaction: { ...satisfaction, round, figure, history } }))
}

test('another reading of the same answers is told with its resolution and what it makes of them', () => {
  expect(pointsOf(aReport(readBy('every-topic')), before)).toEqual([
    'Lesart des Indikators 2: jetzt „Jedes Thema für sich“ (Beschluss LA 3/2026), zuvor „Gesamtfrage“ (vorläufige ' +
      'Lesart, noch nicht beschlossen). Die jüngste Befragung ergibt nach der neuen Lesart 48,7 % (Thema ' +
      '„Zeitersparnis bei der täglichen Arbeit“), nach der früheren 71,4 %.',
    'Zufriedenheit: Seither wurde keine neue Befragung freigegeben.',
  ])
  expect(pointsOf(aReport(readBy('overall')), before)[0]).toBe(
    'Lesart des Indikators 2: jetzt „Gesamtfrage“ (Beschluss LA 3/2026), zuvor „Gesamtfrage“ (vorläufige Lesart, noch ' +
      'nicht beschlossen).',
  )
})

test('where people were asked again, the value of the card stands there, and nothing is said to have risen', () => {
  expect(pointsOf(askedAgain('all-ratings'), before).at(-1)).toBe(
    'Zufriedenheit: jetzt 59,6 %. Seither gilt eine andere Lesart; deshalb wird mit dem früheren Wert nicht verglichen.',
  )
  expect(pointsOf(askedAgain('every-topic'), aReport(readBy('every-topic', before)))).toEqual([
    'Zufriedenheit: jetzt 48,7 % (Thema „Zeitersparnis bei der täglichen Arbeit“), zuvor 48,7 % (Thema „Zeitersparnis ' +
      'bei der täglichen Arbeit“). Ob sich etwas geändert hat, lässt sich daraus nicht sagen.',
  ])
})

test('no change rounds a share across the target of its phase', () => {
  // 699 of 999 are 69.97 per cent.
  const now = askedAgain('overall', aFigure([399, 300, 300, 0, 0], 2_000))
  const targets = now.targets.map((one) =>
    one.indicator === 'I2' ? { ...one, state: 'resolved' as const, value: 70 } : one,
  )
  const said = pointsOf({ ...now, targets }, before).find((point) => point.startsWith('Zufriedenheit:'))
  expect(said).toContain('jetzt 69,9 %')
})
