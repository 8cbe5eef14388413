import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import type { Role } from '#app/domain/policy.ts'
import { REPORT_SECTIONS } from '#app/domain/report-draft.ts'
import { todosFor } from '#app/http/todos.server.ts'
import { loader as schema } from '#app/routes/open-data/schema.ts'
import { loader as chart } from '#app/routes/reports/chart.ts'
import { loader as indicators } from '#app/routes/reports/indicators.ts'
import { action as draft, loader as openDraft } from '#app/routes/reports/draft.tsx'
import { loader as preview } from '#app/routes/reports/draft-pdf.ts'
import { action as correct } from '#app/routes/reports/correction.tsx'
import { action as prepare, loader as list } from '#app/routes/reports/list.tsx'
import { action as release, loader as show } from '#app/routes/reports/show.tsx'
import { loader as pdf } from '#app/routes/reports/steering-committee.ts'
import { getReportDraft } from '#db/report-drafts.ts'
import { getSnapshot } from '#db/snapshots.ts'
import { db } from '#tests/database.ts'
import { aPerson, aRequest, args, requestAs } from '#tests/factories.ts'
import { aPreparedReport, aReleasedReport, aReportDay } from '#tests/reporting.ts'

const READERS: Role[] = ['committee', 'coordinator', 'staffCouncil', 'consultant']
const FIGURES = {
  csv: 'indicators.csv',
  xlsx: 'indicators.xlsx',
  ods: 'indicators.ods',
  json: 'indicators.json',
  open: 'indicators-open.csv',
  described: 'datapackage.json',
}
type Kind = 'pdf' | keyof typeof FIGURES
const KINDS: Kind[] = ['pdf', 'csv', 'xlsx', 'ods', 'json', 'open', 'described']
const someone = (...roles: Role[]) => aPerson({ roles })

async function fetched(number: number, kind: Kind, role: Role = 'committee', query = '') {
  const name = kind === 'pdf' ? 'steering-committee.pdf' : FIGURES[kind]
  const request = await requestAs(await someone(role), `/reports/${number}/${name}${query}`)
  return (kind === 'pdf' ? pdf : indicators)(args(request, { number: String(number) }))
}

test.each(READERS)('%s may see the reports and take their files', async (role) => {
  const number = await aReleasedReport()
  const person = await someone(role)
  const page = await list(args(await requestAs(person, '/reports')))
  expect(page.snapshots.map((one) => one.number)).toContain(number)
  for (const kind of KINDS) expect((await fetched(number, kind, role)).ok).toBe(true)
})

test.each<Role>([
  'participant',
  'trainer',
  'trainingOfficer',
  'dataProtection',
  'informationSecurity',
  'admin',
])('%s may not', async (role) => {
  const number = await aReleasedReport()
  const person = await someone(role)
  const params = { number: String(number) }
  await expect(list(args(await requestAs(person, '/reports')))).rejects.toMatchObject({ status: 403 })
  await expect(show(args(await requestAs(person, '/reports/1'), params))).rejects.toMatchObject({
    status: 403,
  })
  for (const kind of KINDS) await expect(fetched(number, kind, role)).rejects.toMatchObject({ status: 403 })
})

test('a second report of a day that has a released one is refused where it is chosen, and where it is frozen', async () => {
  const coordinator = await someone('coordinator')
  const number = await aReleasedReport()
  const { cutOff } = (await getSnapshot(db, number))!
  const refused = { data: { refusal: 'released-already' }, init: { status: 409 } }
  expect(await prepare(args(await requestAs(coordinator, '/reports', { cutOff })))).toMatchObject(refused)
  expect(await saved(coordinator, { intent: 'freeze' }, cutOff)).toMatchObject(refused)
  // What is written for that day goes into the correction, and its draft leads there.
  const request = await requestAs(coordinator, `/reports/drafts/${cutOff}`)
  expect(await openDraft(args(request, { cutOff }))).toMatchObject({ released: number })
})

test('the files have a name by which they can be found again', async () => {
  const number = await aReleasedReport()
  const { cutOff } = (await getSnapshot(db, number))!
  const nameOf = async (kind: Kind) => (await fetched(number, kind)).headers.get('Content-Disposition')
  expect(await nameOf('pdf')).toBe(`attachment; filename="lernkreis-bericht-${number}-${cutOff}.pdf"`)
  expect(await nameOf('csv')).toBe(`attachment; filename="lernkreis-kennzahlen-${number}-${cutOff}.csv"`)
  expect(await nameOf('xlsx')).toBe(`attachment; filename="lernkreis-kennzahlen-${number}-${cutOff}.xlsx"`)
  // The description knows its table by this name.
  expect(await nameOf('open')).toBe('attachment; filename="indicators-open.csv"')
  expect(await nameOf('json')).toBe(`attachment; filename="lernkreis-kennzahlen-${number}-${cutOff}.json"`)
})

test('the JSON file is the hashed text itself: its fingerprint is the printed one', async () => {
  const number = await aReleasedReport()
  const text = await (await fetched(number, 'json')).text()
  const snapshot = await getSnapshot(db, number)
  expect(createHash('sha256').update(text).digest('hex')).toBe(snapshot?.sha256)
})

test('a file speaks the language that is asked for, else that of the person', async () => {
  const number = await aReleasedReport()
  const headerOf = async (query: string) => {
    const text = await (await fetched(number, 'csv', 'committee', query)).text()
    return parse(text, { bom: true, delimiter: ';' })[0] as string[]
  }
  expect(await headerOf('')).toContain('Zähler')
  expect(await headerOf('?lang=en')).not.toContain('Zähler')
  expect(await headerOf('?lang=xx')).toContain('Zähler')
})

test('there is no report nought, and none that nobody has prepared', async () => {
  const request = await requestAs(await someone('committee'), '/reports/x')
  for (const number of ['0', '9999', 'x', '1e3'])
    await expect(pdf(args(request, { number }))).rejects.toMatchObject({ status: 404 })
})

test('what was changed afterwards is not handed out in any form, and its page says so', async () => {
  const number = await aReleasedReport()
  const { payload } = (await getSnapshot(db, number))!
  const change = (text: string) => sql`update snapshot set payload = ${text} where number = ${number}`
  await sql`alter table snapshot disable trigger snapshot_never_changes`.execute(db)
  await change(payload.replace('"count":', '"count":1')).execute(db)
  try {
    for (const kind of KINDS) {
      const refusal = await fetched(number, kind).catch((thrown: unknown) => thrown)
      expect(refusal).toMatchObject({ status: 409 })
      expect(await (refusal as Response).text()).toContain('nachträglich verändert')
    }
    const request = await requestAs(await someone('committee'), `/reports/${number}`)
    expect(await show(args(request, { number: String(number) }))).toMatchObject({ fault: 'payload-changed' })
  } finally {
    await change(payload).execute(db)
    await sql`alter table snapshot enable trigger snapshot_never_changes`.execute(db)
  }
})

test('the coordination prepares a report and the committee releases it, not the other way round', async () => {
  const [coordinator, member] = [await someone('coordinator'), await someone('committee')]
  const form = { cutOff: await aReportDay() }
  await expect(prepare(args(await requestAs(member, '/reports', form)))).rejects.toMatchObject({
    status: 403,
  })
  const opened = (await prepare(args(await requestAs(coordinator, '/reports', form)))) as Response
  expect(opened.headers.get('Location')).toBe(`/reports/drafts/${form.cutOff}`)
  const prepared = (await saved(coordinator, { intent: 'freeze' })) as Response
  const number = /\/reports\/(\d+)\?done=prepare/.exec(prepared.headers.get('Location') ?? '')?.[1] ?? ''

  const params = { number }
  await expect(
    release(args(await requestAs(coordinator, `/reports/${number}`, {}), params)),
  ).rejects.toMatchObject({ status: 403 })
  const released = (await release(
    args(await requestAs(member, `/reports/${number}`, {}), params),
  )) as Response
  expect(released.headers.get('Location')).toBe(`/reports/${number}?done=release`)
})

test('prepared again, only the new report waits for the committee; the old one says so, and is not released', async () => {
  const [old, anew] = [await aPreparedReport(), await aPreparedReport()]
  const member = await aPerson({ roles: ['committee'] })
  const actor = { id: member.id, name: '', roles: ['committee' as const], officerOf: [] }
  const todos = await todosFor(db, actor, new Date())
  const waiting = todos.flatMap((todo) => (todo.kind === 'release-report' ? [todo.number] : []))
  expect([waiting.includes(anew), waiting.includes(old)]).toEqual([true, false])

  const [params, path] = [{ number: String(old) }, `/reports/${old}`]
  expect(await show(args(await requestAs(member, path), params))).toMatchObject({ supersededBy: anew })
  expect(await release(args(await requestAs(member, path, {}), params))).toMatchObject({
    data: { refusal: 'superseded' },
    init: { status: 409 },
  })
})

test('a day in the future is refused with a reason, and an empty day at its field', async () => {
  const coordinator = await someone('coordinator')
  const send = async (cutOff: string) => prepare(args(await requestAs(coordinator, '/reports', { cutOff })))
  expect(await send('2199-01-01')).toMatchObject({
    data: { refusal: 'cut-off-in-future' },
    init: { status: 409 },
  })
  expect(await send('')).toMatchObject({ data: { errors: { cutOff: 'required' } }, init: { status: 400 } })
})

test('a day before there was anything to count by is refused with a reason, and its draft is not found', async () => {
  const coordinator = await someone('coordinator')
  const [before, first] = ['2024-12-31', '2025-01-01']
  const { earliest } = await list(args(await requestAs(coordinator, '/reports')))
  expect(earliest).toBe(first)
  const send = args(await requestAs(coordinator, '/reports', { cutOff: before }))
  expect(await prepare(send)).toMatchObject({ data: { refusal: 'cut-off-too-early' }, init: { status: 409 } })

  const path = `/reports/drafts/${before}`
  const freeze = args(await requestAs(coordinator, path, { intent: 'freeze' }), { cutOff: before })
  await expect(draft(freeze)).rejects.toMatchObject({ status: 404 })
  const drawn = args(await requestAs(coordinator, `${path}/preview.pdf`), { cutOff: before })
  await expect(preview(drawn)).rejects.toMatchObject({ status: 404 })
})

test('whoever prepared a report and sits on the committee is told to let somebody else release it', async () => {
  const number = await aPreparedReport()
  const { preparedBy } = (await getSnapshot(db, number))!
  await db
    .insertInto('roleAssignment')
    .values({ personId: preparedBy, role: 'committee', fromDate: '2024-01-02', untilDate: null })
    .execute()
  const request = await requestAs({ id: preparedBy }, `/reports/${number}`, {})
  expect(await release(args(request, { number: String(number) }))).toMatchObject({
    data: { refusal: 'own-snapshot' },
    init: { status: 409 },
  })
})

test('what the JSON holds is published for everybody, and an unknown format is not there', async () => {
  const of = (name: string) => schema(args(aRequest(`/schemas/${name}`), { name }))
  const answer = await of('report-2.json')
  expect(answer.headers.get('Content-Type')).toBe('application/schema+json')
  expect(await answer.json()).toMatchObject({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: expect.stringMatching(/^https?:.*\/schemas\/report-2\.json$/) as string,
  })
  await expect(of('report-3.json')).rejects.toMatchObject({ status: 404 })
})

test('a correction asks for its reason, and is refused with a sentence where nothing is different', async () => {
  const [coordinator, member] = [await someone('coordinator'), await someone('committee')]
  const number = String(await aReleasedReport())
  const send = async (reason: string, person = coordinator) =>
    correct(args(await requestAs(person, `/reports/${number}/correction`, { reason }), { number }))

  expect(await send('')).toMatchObject({ data: { errors: { reason: 'required' } }, init: { status: 400 } })
  expect(await send('Versehen')).toMatchObject({
    data: { refusal: 'nothing-to-correct' },
    init: { status: 409 },
  })
  await expect(send('Versehen', member)).rejects.toMatchObject({ status: 403 })
})

const LEFT_OUT = Object.fromEntries(REPORT_SECTIONS.map((section) => [section, '']))
const SECTIONS = { ...LEFT_OUT, participation: '2', satisfaction: '1', view: '3' }
const TEXTS = { commentI1: 'Zwei kommen hinzu.', commentI2: '', ownView: '# Ausblick\n\nWeiter so.' }

async function saved(person: { id: string }, form: Record<string, string>, day?: string) {
  const cutOff = day ?? (await aReportDay())
  return draft(args(await requestAs(person, `/reports/drafts/${cutOff}`, form), { cutOff }))
}

test('what the coordination chose and wrote stands in the preview, and is frozen with the figures', async () => {
  const coordinator = await someone('coordinator')
  const cutOff = await aReportDay()
  const { version } = await getReportDraft(db, cutOff)
  const form = { intent: 'save', version: String(version), ...SECTIONS, ...TEXTS }
  expect(((await saved(coordinator, form)) as Response).headers.get('Location')).toContain('?done=save')

  const request = await requestAs(coordinator, `/reports/drafts/${cutOff}/preview.pdf`)
  const pdf = await preview(args(request, { cutOff }))
  expect(pdf.headers.get('Content-Type')).toBe('application/pdf')
  const number = await aPreparedReport()
  expect((await getSnapshot(db, number))?.data).toMatchObject({
    sections: ['satisfaction', 'participation', 'view'],
    leftOut: ['stages', 'training', 'accompanying'],
    comments: { I1: 'Zwei kommen hinzu.', I2: null },
    ownView: '# Ausblick\n\nWeiter so.',
  })
})

test('the second of two who edit a draft is told what the first has changed, and loses nothing', async () => {
  const [first, second] = [await someone('coordinator'), await someone('coordinator')]
  const version = String((await getReportDraft(db, await aReportDay())).version)
  const opened = JSON.stringify({ ...SECTIONS, ...TEXTS })
  const form = { intent: 'save', version, opened, ...SECTIONS, ...TEXTS }
  await saved(first, { ...form, commentI2: 'Neu vom Ersten' })

  expect(await saved(second, { ...form, commentI1: 'Neu von der Zweiten' })).toMatchObject({
    data: {
      submitted: { commentI1: 'Neu von der Zweiten', commentI2: 'Neu vom Ersten' },
      conflict: { differences: [{ field: 'commentI2', isContested: false }] },
    },
    init: { status: 409 },
  })
})

test('only the coordination sees a draft, and a place that is no day is not there', async () => {
  const member = await someone('committee')
  const cutOff = await aReportDay()
  const request = await requestAs(member, `/reports/drafts/${cutOff}/preview.pdf`)
  await expect(preview(args(request, { cutOff }))).rejects.toMatchObject({ status: 403 })
  await expect(saved(member, { intent: 'freeze' })).rejects.toMatchObject({ status: 403 })
  const other = await requestAs(await someone('coordinator'), '/reports/drafts/x/preview.pdf')
  await expect(preview(args(other, { cutOff: 'x' }))).rejects.toMatchObject({ status: 404 })
})

test('the mail to the committee says where we stand, and leads straight to the brief', async () => {
  const member = await someone('committee')
  const number = await aPreparedReport()
  const params = { number: String(number) }
  await release(args(await requestAs(member, `/reports/${number}`, {}), params))
  const mails = await db.selectFrom('outbox').selectAll().where('personId', '=', member.id).execute()
  const mail = mails.find(({ kind, data }) => kind === 'report-released' && data.number === number)
  expect(mail?.data.whereWeStand).toMatch(/^Zum Stichtag /)
})

test('a chart is handed out as PNG, SVG and as the table behind it, to those who may read the report', async () => {
  const number = await aReleasedReport()
  const of = async (name: string, role: Role = 'committee') => {
    const request = await requestAs(await someone(role), `/reports/${number}/charts/${name}`)
    return chart(args(request, { number: String(number), name }))
  }
  expect((await of('participation-history.png')).headers.get('Content-Type')).toBe('image/png')
  const svg = await of('participation-history.svg')
  expect(svg.headers.get('Content-Disposition')).toContain('attachment')
  expect(await svg.text()).toContain('<svg')
  expect(await (await of('participation-map.csv')).text()).toContain('Kommune;AGS')
  for (const name of ['participation-history', 'participation-history.gif', 'secrets.png', '.png'])
    await expect(of(name)).rejects.toMatchObject({ status: 404 })
  await expect(of('participation-history.png', 'trainer')).rejects.toMatchObject({ status: 403 })
})
