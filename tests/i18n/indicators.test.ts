import { expect, test } from 'vitest'
import { ATTAINMENTS } from '#app/domain/indicator.ts'
import { participation } from '#app/i18n/de/participation.ts'
import { satisfaction } from '#app/i18n/de/satisfaction.ts'
import { target } from '#app/i18n/de/target.ts'
import { participation as participationEn } from '#app/i18n/en/participation.ts'
import { satisfaction as satisfactionEn } from '#app/i18n/en/satisfaction.ts'
import { target as targetEn } from '#app/i18n/en/target.ts'

test.each([
  [0, 0, null, 'Zum Stichtag sind keine kreisangehörigen Kommunen erfasst.'],
  [0, 28, '0,0\u00a0%', 'Zum Stichtag nimmt noch keine der 28 kreisangehörigen Kommunen teil.'],
  [1, 28, '3,6\u00a0%', 'Zum Stichtag nimmt eine der 28 kreisangehörigen Kommunen teil (3,6\u00a0%).'],
  [14, 28, '50,0\u00a0%', 'Zum Stichtag nehmen 14 der 28 kreisangehörigen Kommunen teil (50,0\u00a0%).'],
  [28, 28, '100,0\u00a0%', 'Zum Stichtag nehmen alle 28 kreisangehörigen Kommunen teil.'],
])('%i of %i municipalities is a sentence of its own', (count, all, printed, sentence) => {
  expect(participation.count(count, all, printed)).toBe(sentence)
})

test('one specialist, many specialists and none', () => {
  expect(participation.specialists(0)).toBe('')
  expect(participation.specialists(1)).toBe('Dort arbeitet eine registrierte IT-Fachkraft.')
  expect(participation.specialists(31)).toBe('Dort arbeiten 31 registrierte IT-Fachkräfte.')
  expect(participation.waiting(1)).toContain('ihr fehlt noch eine IT-Fachkraft')
  expect(participation.waiting(2)).toContain('Weitere 2 haben')
})

test.each([
  [0, 'ist keine der 8 Personen'],
  [1, 'ist eine der 8 Personen'],
  [6, 'sind 6 der 8 Personen'],
  [8, 'sind alle 8 Personen'],
])('%i satisfied of 8', (satisfied, words) => {
  expect(satisfaction.words('Sommer', satisfied, 8)).toContain(words)
})

test('nobody and everybody satisfied are said in words', () => {
  expect(satisfaction.full('Sommer', '0,0 %', 0, 20, 'x')).toContain('ist niemand zufrieden')
  expect(satisfaction.full('Sommer', '100,0 %', 20, 20, 'x')).toContain('sind alle Antwortenden')
})

test('every rating has its sentence in both languages, with phase and target in it', () => {
  for (const attainment of ATTAINMENTS) {
    const german = target.verdict[attainment]('für die Pilotphase', 'mindestens 10 Kommunen', null)
    const english = targetEn.verdict[attainment](
      'for the pilot phase',
      'at least 10 municipalities',
      '2026-12-31',
    )
    expect(german).toContain('für die Pilotphase')
    expect(english).toContain('for the pilot phase')
    if (attainment !== 'target-open') expect(german).toContain('(mindestens 10 Kommunen)')
  }
})

test('a target that is not due says when it will be, or that nobody has decided', () => {
  expect(target.verdict['not-due']('für die Pilotphase', 'x', '2026-12-31')).toContain('am 31. Dezember 2026')
  expect(target.verdict['not-due']('für die Pilotphase', 'x', null)).toContain('ist noch offen')
})

test('English counts none, one and many too', () => {
  expect(participationEn.count(0, 28, '0.0%')).toContain('none of the 28 municipalities takes part')
  expect(participationEn.count(1, 28, '3.6%')).toContain('one of the 28 municipalities takes part')
  expect(participationEn.count(2, 28, '7.1%')).toContain('2 of the 28 municipalities take part')
  expect(satisfactionEn.words('Summer', 1, 8)).toContain('one of the 8 people who answered is')
})
