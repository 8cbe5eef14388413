import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import type { Role } from '#app/domain/policy.ts'
import { loader as csv } from '#app/routes/reports/indicators-csv.ts'
import { loader as json } from '#app/routes/reports/indicators-json.ts'
import { action as prepare, loader as list } from '#app/routes/reports/list.tsx'
import { action as release, loader as show } from '#app/routes/reports/show.tsx'
import { loader as pdf } from '#app/routes/reports/steering-committee.ts'
import { getSnapshot } from '#db/snapshots.ts'
import { db } from '#tests/database.ts'
import { aPerson, args, requestAs, TODAY } from '#tests/factories.ts'
import { aPreparedReport, aReleasedReport } from '#tests/reporting.ts'

const READERS: Role[] = ['committee', 'coordinator', 'staffCouncil', 'consultant']
const files = { pdf, csv, json }
const someone = (...roles: Role[]) => aPerson({ roles })

async function fetched(number: number, kind: keyof typeof files, role: Role = 'committee', query = '') {
  const request = await requestAs(await someone(role), `/reports/${number}/file${query}`)
  return files[kind](args(request, { number: String(number) }))
}

test.each(READERS)('%s may see the reports and take their files', async (role) => {
  const number = await aReleasedReport()
  const person = await someone(role)
  const page = await list(args(await requestAs(person, '/reports')))
  expect(page.snapshots.map((one) => one.number)).toContain(number)
  for (const kind of ['pdf', 'csv', 'json'] as const)
    expect((await fetched(number, kind, role)).ok).toBe(true)
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
  for (const kind of ['pdf', 'csv', 'json'] as const)
    await expect(fetched(number, kind, role)).rejects.toMatchObject({ status: 403 })
})

test('the files have a name by which they can be found again', async () => {
  const number = await aReleasedReport()
  const nameOf = async (kind: keyof typeof files) =>
    (await fetched(number, kind)).headers.get('Content-Disposition')
  expect(await nameOf('pdf')).toBe(`attachment; filename="lernkreis-bericht-${number}-${TODAY}.pdf"`)
  expect(await nameOf('csv')).toBe(`attachment; filename="lernkreis-kennzahlen-${number}-${TODAY}.csv"`)
  expect(await nameOf('json')).toBe(`attachment; filename="lernkreis-kennzahlen-${number}-${TODAY}.json"`)
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
    for (const kind of ['pdf', 'csv', 'json'] as const) {
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
  const form = { cutOff: TODAY }
  await expect(prepare(args(await requestAs(member, '/reports', form)))).rejects.toMatchObject({
    status: 403,
  })
  const prepared = (await prepare(args(await requestAs(coordinator, '/reports', form)))) as Response
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

test('a day in the future is refused with a reason, and an empty day at its field', async () => {
  const coordinator = await someone('coordinator')
  const send = async (cutOff: string) => prepare(args(await requestAs(coordinator, '/reports', { cutOff })))
  expect(await send('2199-01-01')).toMatchObject({
    data: { refusal: 'cut-off-in-future' },
    init: { status: 409 },
  })
  expect(await send('')).toMatchObject({ data: { errors: { cutOff: 'required' } }, init: { status: 400 } })
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
