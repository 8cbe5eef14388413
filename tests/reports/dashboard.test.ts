import { expect, test } from 'vitest'
import { changesSince } from '#app/domain/report-changes.ts'
import type { ReportFigures } from '#app/domain/report.ts'
import type { Figure } from '#app/domain/satisfaction.ts'
import { onlyDay, shownMap } from '#reports/dashboard-map.ts'
import { dashboardOf, frozenDashboard } from '#reports/dashboard.ts'
import { aPassport } from '#tests/passport.ts'
import { aFigure, anEmptyReport, aReport, aTarget, readBy } from '#tests/reports/report-data.ts'

const report = aReport()
const { satisfaction } = report
const withOverall = (figure: Figure) =>
  aReport({ satisfaction: { ...satisfaction, figure, history: [{ ...satisfaction.round!, figure }] } })
const all = (value: unknown) => JSON.stringify(value)

test('too few answers are a word: no bars, no share, no number of the satisfied, nothing red', () => {
  const { satisfaction: shown, cards } = dashboardOf(withOverall({ kind: 'too-few' }), 'de')
  expect(shown).toMatchObject({ overall: null, note: null })
  expect(shown.sentence).toContain('zu wenige')
  expect(shown.trend?.points).toEqual([])
  expect(cards[1]?.value).toBe('zu wenige Antworten')
})

test('of fewer than ten answers the satisfied are counted, and their spread is kept back with a reason', () => {
  const { satisfaction: shown } = dashboardOf(
    withOverall({ kind: 'words', satisfied: 6, responses: 8 }),
    'de',
  )
  expect(shown.overall).toBeNull()
  expect(shown.note).toContain('erst ab zehn')
  expect(shown.sentence).toContain('6 der 8')
})

test('when everybody has answered there is nothing to estimate', () => {
  const distribution = { 5: 8, 4: 2, 3: 2, 2: 0, 1: 0 }
  const figure = { kind: 'full', satisfied: 10, responses: 12, distribution, interval: null } as const
  const { cards, satisfaction: shown } = dashboardOf(withOverall(figure), 'de')
  expect(cards[1]?.lines).toContain('Vollerhebung')
  expect(shown.trend?.has.intervals).toBe(false)
})

test('only missed is red; open, unknown and not yet due are not', () => {
  const tones = (['missed', 'not-due', 'no-data', 'too-few', 'target-open', 'reached'] as const).map(
    (attainment) => {
      const target = { indicator: 'I1', phase: 'firstYear', attainment } as const
      const { cards } = dashboardOf(aReport({ targets: [aTarget(target)] }), 'de')
      return cards[0]?.rating?.tone
    },
  )
  expect(tones).toEqual(['bad', 'open', 'open', 'open', 'open', 'good'])
})

test.each([
  ['overall', 'an allen Bewertungen der Gesamtfrage.'],
  ['every-topic', 'nach der beschlossenen Lesart der Anteil'],
  ['all-ratings', 'aller Themen zusammen.'],
] as const)('where the reading “%s” counts, the method says “%s”', (reading, sentence) => {
  const { points } = dashboardOf(aReport(readBy(reading)), 'de').method
  expect(points.find((point) => point.startsWith('Indikator 2'))).toContain(sentence)
})

const passports = (['I1', 'I2'] as const).map((key) =>
  aPassport({ key, paperDe: 'Mind. XX', numeratorDe: 'Wer dabei ist', denominatorDe: 'Alle' }),
)

test('behind each card stand the words of the strategy, numerator, denominator and limits, as in the PDF', () => {
  for (const { facts } of dashboardOf(aReport({ passports }), 'de').cards)
    expect(facts.slice(-6)).toEqual([
      ['Wortlaut der Strategie', 'Mind. XX'],
      ['Zähler', 'Wer dabei ist'],
      ['Nenner', 'Alle'],
      ['Grenzen', 'Gründe werden nicht erhoben.'],
      ['Quelle', 'Anwesenheitslisten'],
      ['Fassung', '1, gültig ab 1. Januar 2025; Maßnahmensteckbrief der Digitalstrategie'],
    ])
})

test('a report from before there were passports says there what its definition says', () => {
  const [card] = dashboardOf(aReport({ passports: [] }), 'de').cards
  expect(card?.facts.slice(-4).map(([term]) => term)).toEqual([
    ...['Definition', 'Fassung', 'Grundlage', 'Datenquelle'],
  ])
})

test('where another reading counts, it says beside the words of the passport what is counted', () => {
  const [, card] = dashboardOf(aReport({ ...readBy('every-topic'), passports }), 'de').cards
  expect(Object.fromEntries(card?.facts ?? [])['Lesart']).toBe(
    'Jedes Thema für sich, Beschluss LA 3/2026. Das Ziel muss bei jedem Thema erreicht sein. Gezählt wird deshalb das ' +
      'Thema mit dem kleinsten Anteil.',
  )
})

test('on the first day everything is said in words', () => {
  const { cards, satisfaction: shown, participation, decisions, sources } = dashboardOf(anEmptyReport(), 'de')
  expect(cards.map(({ value }) => value)).toEqual(['0 von 6', 'keine Daten'])
  expect(cards[0]?.target).toContain('läuft keine Phase')
  expect(shown).toMatchObject({ overall: null, topics: null, trend: null })
  expect(participation.trend.points).toEqual([])
  expect([decisions.list, sources.list]).toEqual([[], []])
})

test('each decision leads to where it is done, and the targets to the evidence of both indicators', () => {
  const decisions: ReportFigures['decisions'] = [
    { key: 'note-report' },
    { key: 'end-pilot' },
    { key: 'set-target', indicator: 'I1', phase: 'pilot', measure: 'count', proposed: 3 },
    { key: 'choose-reading', proposed: null },
    { key: 'set-rhythm', proposedMonths: 6 },
    { key: 'decide-stage', subject: 'GIS', decideBy: null },
    { key: 'set-stage-target', subject: 'GIS', aim: 'participating', measure: 'count', proposed: 3 },
    { key: 'hold-evaluation', dueOn: '2026-06-01' },
  ]
  const dashboard = dashboardOf(aReport({ decisions }), 'de')
  expect(dashboard.decisions.list.map(({ place }) => place)).toEqual([
    ...['report', 'targets', 'targets', 'rulings', 'rulings', 'stages', 'stages', 'evaluations'],
  ])
  expect(dashboard.targets.evidence.map(({ href }) => href)).toEqual([
    ...['/reports/3/evidence/I1', '/reports/3/evidence/I2'],
  ])
})

test('invented figures are marked, real ones are not', () => {
  expect(dashboardOf(report, 'de').demo).toBe('Beispieldaten')
  expect(dashboardOf(aReport({ demo: false }), 'de').demo).toBeNull()
})

test('English readers find no German but what people wrote', () => {
  const english = all(dashboardOf(aReport({ sources: [] }), 'en'))
  expect(english).not.toMatch(/Kommunen|Zufriedenheit mit|Beschluss LA|erreicht|Stichtag/)
})

test('what goes to a browser is plain data that survives being written down', () => {
  const dashboard = dashboardOf(report, 'de')
  expect(JSON.parse(all(dashboard))).toEqual(dashboard)
})

test('what is kept of a report is what would be made again, in each language and for each report', () => {
  const other = aReport({ number: 4, cutOff: '2026-09-30' })
  for (const data of [report, other, report]) {
    for (const locale of ['de', 'en', 'de'] as const)
      expect(frozenDashboard(data, locale)).toEqual(dashboardOf(data, locale))
  }
})

test('where another question was asked, chart, table and card say that a new line begins', () => {
  const history = satisfaction.history.map((round, place) =>
    place === 1 ? { ...round, breaks: true as const } : round,
  )
  const broken = dashboardOf(aReport({ satisfaction: { ...satisfaction, history } }), 'de')
  const sentence =
    'In der Befragung bis 21. Juni 2026 wurde anders gefragt als davor: Hier beginnt eine neue Reihe'
  expect(all(broken.satisfaction.trend)).toContain(sentence)
  expect(all(broken)).toContain('Zufriedenheit Sommer 2026 (neue Reihe)')
  expect(broken.cards[1]?.before).toBeNull()

  const whole = dashboardOf(aReport(), 'de')
  expect(all(whole)).not.toContain('neue Reihe')
  expect(whole.cards[1]?.before).not.toBeNull()
})

test('where everybody rated both times, card and changes say alike that one more is more', () => {
  const { round, history } = satisfaction
  const [first, last] = [aFigure([12, 0, 0, 0, 8], 20), aFigure([13, 0, 0, 0, 7], 20)]
  const past = { ...history[0]!, figure: first, invited: 20 }
  const told = (figure: Figure, rounds: typeof history) =>
    aReport({ satisfaction: { ...satisfaction, round: { ...rounds.at(-1)! }, figure, history: rounds } })
  const before = told(first, [past])
  const now = told(last, [past, { ...round!, figure: last, invited: 20 }])
  expect(changesSince(before, now)).toContainEqual(expect.objectContaining({ verdict: 'higher' }))
  expect(dashboardOf(now, 'de').cards[1]?.change).toBe('höher als zuvor; beide Male haben alle geantwortet')
})

test('what a correction has put right is marked on the map of its own day, and on no other', () => {
  const corrected = aReport({ revised: ['I1', 'I1 population', 'municipality 14000010'] })
  const { cutOff, participation, revised } = corrected
  const march = { day: '2026-03-31', report: 2, participation, revised: [] }
  const days = [march, { day: cutOff, report: 3, participation, revised }]
  const mapOf = (day: string) => {
    const { table, shares } = shownMap(corrected, { ...onlyDay(corrected), days, day }, 'de')
    return all([table, shares])
  }
  expect(mapOf(cutOff)).toMatch(/ r"/)
  expect(mapOf('2026-03-31')).not.toMatch(/ r"/)
})
