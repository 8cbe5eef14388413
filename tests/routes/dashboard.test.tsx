import { sql } from 'kysely'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import type { Dashboard } from '#app/charts/dashboard.ts'
import type { Role } from '#app/domain/policy.ts'
import type { ReportFigures } from '#app/domain/report.ts'
import { loader } from '#app/routes/indicators/dashboard.tsx'
import { loader as indicators } from '#app/routes/reports/indicators.ts'
import { loader as pdf } from '#app/routes/reports/steering-committee.ts'
import { Decisions, Participation, Position, Satisfaction, Targets } from '#app/ui/dashboard.tsx'
import { getSnapshot } from '#db/snapshots.ts'
import { db } from '#tests/database.ts'
import { aPerson, aRequest, args, requestAs } from '#tests/factories.ts'
import { aDistrict, aPreparedReport, aReleasedReport, aReleasedRound } from '#tests/reporting.ts'
import { textOfPages } from '#tests/reports/pdf-text.ts'
import { qpdfIsMissing, readPdf } from '#tests/reports/qpdf.ts'
import { html } from '#tests/ui/render.tsx'

await aDistrict()
await aReleasedRound({ title: 'Erste Befragung', closesOn: '2025-11-20', ratings: [4, 4, 4, 4, 3, 3, 3, 2] })
await aReleasedRound({ title: 'Zweite Befragung', closesOn: '2026-02-20', topics: [5, 5, 1] })

type Page = Exclude<Awaited<ReturnType<typeof loader>>, { type: string }>

async function opened(query = '', role: Role = 'committee'): Promise<Page> {
  const person = await aPerson({ roles: [role], organisationId: null })
  const page = await loader(args(await requestAs(person, `/indicators${query}`)))
  return ('data' in page ? page.data : page) as Page
}

/** What a browser without scripts shows of the figures, as plain words. */
function wordsOf(dashboard: Dashboard | null): string {
  if (!dashboard) throw new Error('no dashboard')
  const { participation, satisfaction, headings } = dashboard
  const page = html(
    <>
      <Position {...dashboard} />
      <Decisions decisions={dashboard.decisions} number={dashboard.number} />
      <Targets targets={dashboard.targets} />
      <Participation participation={participation} headings={headings} number={dashboard.number} />
      <Satisfaction satisfaction={satisfaction} headings={headings} number={dashboard.number} />
    </>,
  )
  return plain(
    page
      .replace(/<[^>]+>/g, ' ')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&'),
  )
}

const plain = (text: string) => text.replace(/[\s\u00a0]+/g, ' ')

test('the latest released report is shown, and one that waits for its release only when asked for', async () => {
  const released = await aReleasedReport()
  const prepared = await aPreparedReport()

  expect((await opened()).stand).toMatchObject({ kind: 'report', entry: { number: released } })
  const draft = await opened(`?report=${prepared}`)
  expect(draft.stand).toMatchObject({ entry: { number: prepared, releasedOn: null } })
  expect(draft.dashboard).not.toBeNull()
})

test('the figures of today are counted anew, and are no report to take note of', async () => {
  const { stand, dashboard } = await opened('?report=today')
  expect(stand.kind).toBe('today')
  expect(dashboard?.decisions.list.map(({ wording }) => wording).join()).not.toContain('zur Kenntnis')
  const number = await aReleasedReport()
  const report = await opened(`?report=${number}`)
  expect(report.dashboard?.decisions.list[0]?.wording).toContain('zur Kenntnis')
})

test.each<Role>(['committee', 'coordinator', 'staffCouncil', 'consultant'])('%s may look', async (role) => {
  await aReleasedReport()
  expect((await opened('', role)).dashboard).not.toBeNull()
})

test.each<Role>([
  'participant',
  'trainer',
  'trainingOfficer',
  'dataProtection',
  'informationSecurity',
  'admin',
])('%s may not', async (role) => {
  await expect(opened('', role)).rejects.toMatchObject({ status: 403 })
  await expect(opened('?report=today', role)).rejects.toMatchObject({ status: 403 })
})

test('whoever is not signed in is sent to sign in, and comes back', async () => {
  const thrown = (await loader(args(aRequest('/indicators?report=1'))).catch(
    (answer: unknown) => answer,
  )) as Response
  expect(thrown.headers.get('Location')).toBe('/login?to=%2Findicators%3Freport%3D1')
})

test('there is no report nought, and none that nobody has prepared', async () => {
  for (const query of ['?report=0', '?report=99999', '?report=x'])
    await expect(opened(query)).rejects.toMatchObject({ status: 404 })
})

test('a report that was changed afterwards is not shown', async () => {
  const number = await aReleasedReport()
  const { payload } = (await getSnapshot(db, number))!
  const change = (text: string) => sql`update snapshot set payload = ${text} where number = ${number}`
  await sql`alter table snapshot disable trigger snapshot_never_changes`.execute(db)
  await change(payload.replace('"count":', '"count":1')).execute(db)
  try {
    const person = await aPerson({ roles: ['committee'], organisationId: null })
    const page = await loader(args(await requestAs(person, `/indicators?report=${number}`)))
    expect(page).toMatchObject({ data: { dashboard: null }, init: { status: 409 } })
  } finally {
    await change(payload).execute(db)
    await sql`alter table snapshot enable trigger snapshot_never_changes`.execute(db)
  }
})

test('sentences come first: where we stand, with denominator, population, certainty and target', async () => {
  await aReleasedReport()
  const words = wordsOf((await opened()).dashboard)
  for (const part of [
    'Zum Stichtag nehmen 2 der 3 kreisangehörigen Kommunen teil (66,7 %).',
    'In ihnen leben 90,0 % der Bevölkerung (9.000 von 10.000',
    'Das Ziel für die Pilotphase (mindestens 2 Kommunen) wäre am Stichtag erreicht',
    'In der Befragung „Zweite Befragung“',
    '7 von 10',
    'Beschluss LA 2025/01',
    'Ziel im Konfidenzintervall',
  ])
    expect(words).toContain(part)
})

test('the figures on the screen, on paper, in CSV and in JSON are the same', async (context) => {
  const number = await aReleasedReport()
  const person = await aPerson({ roles: ['committee'], organisationId: null })
  const fetched = async (file: typeof pdf, name: string) =>
    file(args(await requestAs(person, `/reports/${number}/${name}`), { number: String(number) }))
  const figures = JSON.parse(await (await fetched(indicators, 'indicators.json')).text()) as ReportFigures
  const table = parse(await (await fetched(indicators, 'indicators.csv')).text(), {
    bom: true,
    delimiter: ';',
    columns: true,
  }) as Row[]
  const screen = wordsOf((await opened(`?report=${number}`)).dashboard)

  const expected = figuresIn(figures)
  expect(expected.length).toBeGreaterThan(12)
  for (const text of expected) expect(screen).toContain(text)
  expect(inTable(table)).toEqual(inJson(figures))

  const missing = qpdfIsMissing()
  if (missing) return context.skip(missing)
  const paper = plain(
    textOfPages(
      await readPdf(Buffer.from(await (await fetched(pdf, 'steering-committee.pdf')).arrayBuffer())),
    ).join(' '),
  )
  for (const text of expected) expect(paper).toContain(text)
})

/** As people read them, written here a second time. */
function figuresIn({ participation, satisfaction, targets }: ReportFigures): string[] {
  const percent = (share: number) => `${(share * 100).toFixed(1).replace('.', ',')} %`
  const { count, denominator, population, municipalities, history } = participation
  const rounds = satisfaction.history.flatMap(({ figure }) =>
    figure.kind === 'full' ? [percent(figure.satisfied / figure.responses), String(figure.responses)] : [],
  )
  return [
    `${count} von ${denominator}`,
    percent(population.share ?? 0),
    `${participation.itSpecialists} IT-Fachkräfte`,
    ...municipalities.flatMap(({ name, ags }) => [name, ags]),
    ...history.map((date) => String(date.count)),
    ...rounds,
    ...targets.flatMap(({ value, measure }) =>
      value === null ? [] : [`≥ ${value}${measure === 'percent' ? ' %' : ''}`],
    ),
  ]
}

type Row = Record<string, string>

/** Numerators and denominators of both indicators and their history. */
function inTable(table: Row[]): string[] {
  return table
    .filter((row) => row['Kennzahl'] === 'I1' || row['Kennzahl'] === 'I2')
    .filter((row) => row['Größe'] === 'Wert' || row['Größe'] === 'Verlauf')
    .map((row) => [row['Kennzahl'], isoDay(row['Bis'] ?? ''), row['Zähler'], row['Nenner']].join(' '))
    .sort()
}

const isoDay = (german: string) => german.split('.').reverse().join('-')

function inJson({ participation, satisfaction, cutOff }: ReportFigures): string[] {
  const line = (key: string, day: string, part: number | string, whole: number | string) =>
    [key, day, part, whole].join(' ')
  const told = (day: string, figure: ReportFigures['satisfaction']['figure']) =>
    'satisfied' in figure ? line('I2', day, figure.satisfied, figure.responses) : line('I2', day, '', '')
  return [
    line('I1', cutOff, participation.count, participation.denominator),
    ...participation.history.map(({ asOf, count, denominator }) => line('I1', asOf, count, denominator)),
    told(satisfaction.round?.closedOn ?? cutOff, satisfaction.figure),
    ...satisfaction.history.map(({ closedOn, figure }) => told(closedOn, figure)),
  ].sort()
}
