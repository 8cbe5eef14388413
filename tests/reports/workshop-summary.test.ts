import { expect, test } from 'vitest'
import { gridOf } from '#app/domain/attendance-grid.ts'
import { outcomeOf, type WorkshopSummary } from '#app/domain/workshop-summary.ts'
import { renderWorkshopSummary, summaryCsv } from '#reports/workshop-summary.ts'
import { problemsIn } from '#tests/reports/pdf-checker.ts'
import { textOfPages } from '#tests/reports/pdf-text.ts'
import { qpdfIsMissing, readPdf } from '#tests/reports/qpdf.ts'

const missing = qpdfIsMissing()

const meeting = (nth: number) => ({
  startsAt: new Date(Date.UTC(2026, 1, 3 + nth, 8)).toISOString(),
  endsAt: new Date(Date.UTC(2026, 1, 3 + nth, 11)).toISOString(),
  units: 4,
  present: nth % 2 === 0 ? 9 : null,
})

const summary: WorkshopSummary = {
  format: 1,
  ...{ asOf: '2026-03-11', districtName: 'Landkreis Muster', demo: true },
  ...{ titleDe: 'Netze verstehen', titleEn: 'Understanding networks', calledOff: false },
  meetings: [meeting(0), meeting(1)],
  ...{ place: 'Rathaus Riesa', online: true, trainers: ['Ada Lovelace', 'Grace Hopper'] },
  ...{ seats: 12, minimum: 5, enrolled: 11, waiting: 2 },
  outcome: { attended: 8, excused: 1, noShow: 2, open: 0 },
  ...{ unitsPlanned: 8, unitsAttended: 60, certificates: 7 },
  feedback: [
    {
      ...{ titleDe: 'Netze verstehen', titleEn: null, kind: 'workshop', workshops: 3, invited: 20, used: 12 },
      questions: [
        { titleDe: 'Wie zufrieden?', titleEn: 'How satisfied?', figure: { kind: 'too-few' } },
        { titleDe: 'Und der Raum?', titleEn: null, figure: { kind: 'words', satisfied: 6, responses: 8 } },
      ],
    },
  ],
}

const CASES: Record<string, WorkshopSummary> = {
  usual: summary,
  'nothing yet': {
    ...summary,
    ...{
      place: null,
      online: false,
      trainers: [],
      feedback: [],
      meetings: [],
      demo: false,
      districtName: '',
    },
    ...{ outcome: { attended: 0, excused: 0, noShow: 0, open: 11 }, unitsAttended: 0, certificates: 0 },
  },
  'called off, with sixty meetings': {
    ...summary,
    calledOff: true,
    meetings: Array.from({ length: 60 }, (_, nth) => meeting(nth)),
  },
  spiteful: {
    ...summary,
    titleDe: `=1+1 🦔 <Über & "Unter"> ${'Verwaltungsdigitalisierung'.repeat(12)}`,
    trainers: [`${'von und zu '.repeat(60)}🦔`],
  },
}

test.for(
  (['de', 'en'] as const).flatMap((locale) =>
    Object.entries(CASES).map(([name, one]) => ({ locale, name, one })),
  ),
)(
  'the summary ($name, $locale) is fit for the archive and for everybody',
  async ({ locale, one }, context) => {
    if (missing) return context.skip(missing)
    expect(problemsIn(await readPdf(await renderWorkshopSummary(one, locale)))).toEqual([])
  },
)

async function textOf(one: WorkshopSummary) {
  const pages = textOfPages(await readPdf(await renderWorkshopSummary(one, 'de')))
  return pages.join(' ').replaceAll('\u00a0', ' ')
}

test('it says who came in figures, and what is released of what they said', async (context) => {
  if (missing) return context.skip(missing)
  const text = await textOf(summary)
  expect(text).toContain('Teilgenommen 8 Entschuldigt 1 Nicht erschienen 2')
  expect(text).toContain('12 von 20 Eingeladenen haben geantwortet')
  expect(text).toContain('Zusammengefasst sind 3 Workshops dieses Kurses')
  expect(text).toContain('6 von 8')
  expect(text).toContain('zu wenige Antworten')
})

test('before the lists are written there are words and no zero', async (context) => {
  if (missing) return context.skip(missing)
  const text = await textOf(CASES['nothing yet']!)
  expect(text).toContain('Teilgenommen noch nicht eingetragen')
  expect(text).toContain('Es ist noch keine Rückmeldung freigegeben.')
})

test('no cell of the attached table is a formula', () => {
  expect(summaryCsv(CASES.spiteful!, 'de')).toContain("'=1+1")
})

test('who came once attended; who gave notice did not fail to come; of others it waits for the list', () => {
  const meetings = [1, 2].map((nth) => ({ id: `m${nth}`, startsAt: new Date(nth), units: 4 }))
  const mark = (meetingId: string, status: 'present' | 'absent' | 'excused') => ({
    meetingId,
    status,
    units: 0,
  })
  const person = (enrolmentId: string, ...marks: ReturnType<typeof mark>[]) => ({
    ...{ enrolmentId, name: enrolmentId, organisation: '', standing: 'seated' as const, marks },
  })
  const people = [
    person('came once', mark('m1', 'absent'), mark('m2', 'present')),
    person('never came', mark('m1', 'absent'), mark('m2', 'absent')),
    person('gave notice', mark('m1', 'excused'), mark('m2', 'absent')),
    person('not written', mark('m1', 'absent')),
  ]
  const guest = { id: 'guest', meetingId: 'm1', name: 'guest', organisation: '', units: 4 }
  expect(outcomeOf(gridOf(meetings, people, [guest]))).toEqual({
    attended: 2,
    excused: 1,
    noShow: 1,
    open: 1,
  })
})
