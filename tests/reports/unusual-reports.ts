// Reports as they come out of a district on its first day, after a century, or of one that calls itself what it likes.

import { addDays } from '#app/domain/calendar.ts'
import type { ReportData } from '#app/domain/report.ts'
import { aMunicipality, anEmptyReport, aReport, aTarget } from '#tests/reports/report-data.ts'

const usual = aReport()
const { participation, satisfaction, phases, targets } = usual

const WORD = 'Donaudampfschifffahrtsgesellschaft'.repeat(15).slice(0, 500)
const NAMES = [
  `"'„“‚‘»«()<>[]{}\\ & ]]> <!-- %`,
  'الكفاءة الرقمية עיר קטנה und deutsch',
  'Team 🦔👩‍👩‍👧‍👦🇩🇪',
  `Z${'\u0351\u0327'.repeat(20)}algo u\u0308ber`,
  'a\u0007b\u001bc\u202ed\u2028e \ud83d',
  '=HYPERLINK("https://example.org")',
  WORD,
]

function oneMunicipality(takesPart: boolean): ReportData {
  const count = takesPart ? 1 : 0
  const { cutOff } = usual
  return aReport({
    participation: {
      ...participation,
      ...{ count, denominator: 1, share: count, declared: count, itSpecialists: count },
      population: { covered: 7_000 * count, total: 7_000, share: count, asOf: '2024-12-31' },
      municipalities: [aMunicipality('14000010', 'Ahausen', { takesPart, itSpecialists: count })],
      history: [{ asOf: cutOff, count, denominator: 1 }],
    },
  })
}

function withPoints(count: number): ReportData {
  const [past] = satisfaction.history
  if (!past) throw new Error('no round')
  const day = (place: number) => addDays(usual.cutOff, (place + 1 - count) * 30)
  return aReport({
    participation: {
      ...participation,
      history: Array.from({ length: count }, (_, place) => {
        return { asOf: day(place), count: place % 7, denominator: 6 + (place % 3) }
      }),
    },
    satisfaction: {
      ...satisfaction,
      history: Array.from({ length: count }, (_, place) => {
        return { ...past, titleDe: `Befragung ${place}`, closedOn: day(place) }
      }),
    },
  })
}

/** Every text that anybody may write is one of these. */
function calledAnything(): ReportData {
  const [first = '', ...others] = NAMES
  const all = NAMES.join(' ')
  return aReport({
    demo: false,
    districtName: all,
    participation: {
      ...participation,
      municipalities: NAMES.map((name, place) => aMunicipality(String(14_000_010 + place), name)),
    },
    satisfaction: {
      ...satisfaction,
      round: satisfaction.round && { ...satisfaction.round, titleDe: all, titleEn: first },
      topics: satisfaction.topics.map((topic, place) => ({ ...topic, titleDe: NAMES[place] ?? WORD })),
      history: satisfaction.history.map((one) => ({ ...one, titleDe: WORD, titleEn: others[0] ?? '' })),
    },
    targets: targets.map((target) => ({ ...target, resolution: target.resolution && all })),
    decisions: NAMES.map((subject) => ({ key: 'decide-stage', subject, decideBy: null })),
    comments: { I1: all, I2: WORD },
    ownView: NAMES.map((name) => `## ${name}\n\n${name}\n\n- ${name}`).join('\n\n'),
    sources: NAMES.map((text) => ({ text, url: null })),
    correction: { number: 2, reason: all },
  })
}

export const UNUSUAL_REPORTS = {
  'without data': anEmptyReport(),
  'of one municipality that takes part': oneMunicipality(true),
  'of one municipality that does not': oneMunicipality(false),
  'whose targets are all open': aReport({
    targets: targets.map(({ indicator, phase }) => aTarget({ indicator, phase })),
  }),
  'whose phases have no days': aReport({
    phases: phases.map(({ key }) => ({ key, fromDate: null, untilDate: null })),
  }),
  'whose evaluation nobody has released': aReport({
    satisfaction: { ...satisfaction, round: null, figure: { kind: 'no-data' }, topics: [], history: [] },
    decisions: [{ key: 'note-report' }, { key: 'hold-evaluation', dueOn: '2026-06-01' }],
  }),
  'with one point in each chart': withPoints(1),
  'with a thousand points in each chart': withPoints(1_000),
  'in which everything has a name that nobody foresaw': calledAnything(),
} satisfies Record<string, ReportData>
export type UnusualReport = keyof typeof UNUSUAL_REPORTS
