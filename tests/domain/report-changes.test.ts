import { expect, test } from 'vitest'
import { canonicalJson } from '#app/domain/canonical-json.ts'
import { changesSince, revisedDates, revisedValues, saysTheSame } from '#app/domain/report-changes.ts'
import type { ReportFigures } from '#app/domain/report.ts'
import { aFigure, aMunicipality, aReport, readBy } from '#tests/reports/report-data.ts'

const before = aReport({ number: 2, cutOff: '2025-12-31' })

const rated = (counts: Parameters<typeof aFigure>[0], invited = 265): Partial<ReportFigures> => {
  const round = { titleDe: 'Neue Befragung', titleEn: null, closedOn: '2026-12-01', invited }
  const figure = aFigure(counts, invited)
  const { satisfaction } = before
  return {
    satisfaction: {
      ...satisfaction,
      round,
      figure,
      history: [...satisfaction.history, { ...round, figure }],
    },
  }
}
const kindsOf = (now: ReportFigures) => changesSince(before, now).map(({ kind }) => kind)
const verdictOf = (now: ReportFigures, then = before) =>
  changesSince(then, now).flatMap((change) => (change.kind === 'satisfaction' ? [change.verdict] : []))

test('where nothing has changed, only the evaluation is said to be the same one', () => {
  expect(changesSince(before, aReport())).toMatchObject([{ kind: 'satisfaction', verdict: 'same-round' }])
})

test('a count of all is a fact, however small the change', () => {
  const { participation } = before
  expect(kindsOf(aReport({ participation: { ...participation, count: 5 } }))).toContain('participation')
})

test('a share has changed only when the interval of the difference leaves out nought', () => {
  // 110 of 154 before: 71.4 %.
  expect(verdictOf(aReport(rated([40, 72, 22, 14, 6])))).toEqual(['unchanged'])
  expect(verdictOf(aReport(rated([80, 60, 8, 4, 2])))).toEqual(['higher'])
  expect(verdictOf(aReport(rated([20, 40, 40, 30, 24])))).toEqual(['lower'])
})

test('where everybody answered both times, nothing is estimated: one more is more', () => {
  const [then, now] = [aReport(rated([10, 0, 0, 0, 10], 20)), aReport(rated([11, 0, 0, 0, 9], 20))]
  const later = { ...now.satisfaction.round!, closedOn: '2027-01-01' }
  const again = aReport({ satisfaction: { ...now.satisfaction, round: later } })
  expect(verdictOf(again, then)).toEqual(['higher'])
})

test('too few answers, or another question, are nothing to compare', () => {
  expect(verdictOf(aReport(rated([3, 3, 1, 0, 0])))).toEqual(['unknown'])
  const now = aReport(rated([80, 60, 8, 4, 2]))
  const history = now.satisfaction.history.map((round, place, all) =>
    place === all.length - 1 ? { ...round, breaks: true as const } : round,
  )
  expect(verdictOf(aReport({ satisfaction: { ...now.satisfaction, history } }))).toEqual(['broken'])
})

test('a reading that the committee has resolved since is a change, though nobody was asked again', () => {
  const now = aReport(readBy('every-topic'))
  expect(changesSince(before, now)).toMatchObject([
    {
      kind: 'reading',
      before: { state: 'open', value: null, resolution: null },
      now: { state: 'resolved', value: 'every-topic', resolution: 'LA 3/2026' },
    },
    { kind: 'satisfaction', verdict: 'same-round' },
  ])
  expect(changesSince(now, now).map(({ kind }) => kind)).toEqual(['satisfaction'])
})

test('by another reading than that of the overall question nothing is said to have risen or fallen', () => {
  const asked = aReport(rated([80, 60, 8, 4, 2]))
  const reread = aReport(readBy('every-topic', asked))
  expect(verdictOf(reread)).toEqual(['reread'])
  expect(verdictOf(reread, aReport(readBy('every-topic', before)))).toEqual(['unknown'])
  expect(changesSince(before, reread)).toContainEqual(
    expect.objectContaining({
      before: before.satisfaction.figure,
      now: expect.objectContaining({ reading: 'every-topic', topic: expect.anything() }),
    }),
  )
})

test('targets, phases and definitions are named with what held before', () => {
  const [first, ...others] = before.targets
  const now = aReport({
    targets: [{ ...first!, value: 4 }, ...others],
    phases: before.phases.map((phase) =>
      phase.key === 'continuation' ? { ...phase, fromDate: '2027-01-01' } : phase,
    ),
    participation: {
      ...before.participation,
      definition: { ...before.participation.definition, version: 2, validFrom: '2026-01-01' },
    },
  })
  expect(changesSince(before, now)).toMatchObject([
    { kind: 'satisfaction' },
    { kind: 'target', before: { value: 3 }, now: { value: 4 } },
    { kind: 'phase', before: { fromDate: null }, now: { fromDate: '2027-01-01' } },
    { kind: 'definition', key: 'I1', version: 2 },
  ])
})

test('municipalities join, leave, come into being and merge', () => {
  const municipalities = before.participation.municipalities
    .filter(({ name }) => name !== 'Lampertswalde')
    .map((one) => (one.name === 'Ahausen' ? { ...one, takesPart: false } : one))
  const now = aReport({
    participation: {
      ...before.participation,
      municipalities: [...municipalities, aMunicipality('14000070', 'Neustadt', { takesPart: true })],
    },
  })
  const said = changesSince(before, now, { '14000050': 'Neustadt' }).filter(
    ({ kind }) => kind === 'municipality',
  )
  expect(said).toEqual([
    { kind: 'municipality', change: 'left', name: 'Ahausen', into: null },
    { kind: 'municipality', change: 'new', name: 'Neustadt', into: null },
    { kind: 'municipality', change: 'joined', name: 'Neustadt', into: null },
    { kind: 'municipality', change: 'gone', name: 'Lampertswalde', into: 'Neustadt' },
  ])
})

test('a count that only stands elsewhere in the chain says the same, and so does one that tells more', () => {
  const old = JSON.parse(canonicalJson(figuresOf())) as Record<string, unknown>
  delete old.passports
  expect(saysTheSame(JSON.stringify(old), { ...figuresOf(), number: 9, applicationVersion: '9' })).toBe(true)
  const other = aReport({ participation: { ...before.participation, itSpecialists: 10 } })
  expect(saysTheSame(JSON.stringify(old), other)).toBe(false)
})

test('values that were told in another way are known by name', () => {
  const { participation } = before
  const [first, ...others] = participation.municipalities
  const now = aReport({
    participation: {
      ...participation,
      count: 3,
      municipalities: [{ ...first!, since: '2025-04-01' }, ...others],
    },
  })
  expect(revisedValues(before, now)).toEqual(['I1', `municipality ${first!.ags}`])
  expect(revisedValues(before, aReport(readBy('all-ratings')))).toEqual(['I2'])
})

test('so are people, specialists, topics and parts of accompanying figures; what is told for the first time is none', () => {
  const { participation, satisfaction } = before
  const aPart = (key: string | null, numerator: number) => {
    const value = { kind: 'measured', value: numerator / 20, numerator, denominator: 20 } as const
    const now = { ...value, interval: null }
    const titles = { key, titleDe: key, titleEn: null }
    return { ...titles, now, before: now, coverage: null, change: 'unchanged' as const }
  }
  const ofMay = { fromDate: '2025-07-01', untilDate: '2026-06-30', breaksOn: null }
  const told = aReport({
    accompanying: [
      { key: 'no-show', ...ofMay, parts: [aPart(null, 4)] },
      { key: 'by-topic', ...ofMay, parts: [aPart('exchange', 12), aPart('support', 9)] },
    ],
  })
  const [topic, ...topics] = satisfaction.topics
  const now = aReport({
    participation: {
      ...participation,
      itSpecialists: 10,
      declared: 6,
      population: { ...participation.population, covered: 70_000 },
    },
    satisfaction: { ...satisfaction, topics: [{ ...topic!, figure: { kind: 'no-data' } }, ...topics] },
    accompanying: [
      { key: 'no-show', ...ofMay, parts: [aPart(null, 5)] },
      { key: 'by-topic', ...ofMay, parts: [aPart('exchange', 13), aPart('support', 9), aPart('new', 1)] },
      { key: 'certificates', ...ofMay, parts: [aPart(null, 5)] },
    ],
  })
  expect(revisedValues(told, now)).toEqual([
    'I1 population',
    'I1 specialists',
    'I1 declared',
    `topic ${topic!.key}`,
    'no-show',
    'by-topic exchange',
  ])
})

test('a reporting date that a released report told in another way is known too', () => {
  const told = aReport({
    cutOff: '2025-12-31',
    participation: { ...before.participation, count: 2, denominator: 6 },
  })
  expect(revisedDates([told], before)).toEqual(['history 2025-12-31'])
  expect(revisedDates([], before)).toEqual([])
})

function figuresOf(): ReportFigures {
  const { payload: _payload, sha256: _sha256, releasedAt: _releasedAt, ...figures } = aReport()
  return figures
}
