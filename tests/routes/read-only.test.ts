import { createRequestHandler, type ServerBuild } from '@remix-run/node'
import { sql } from 'kysely'
import { expect, inject, test } from 'vitest'
import * as entry from '#app/entry.server.tsx'
import * as root from '#app/root.tsx'
import * as dashboard from '#app/routes/indicators/dashboard.tsx'
import * as indicators from '#app/routes/reports/indicators.ts'
import * as list from '#app/routes/reports/list.tsx'
import * as show from '#app/routes/reports/show.tsx'
import * as pdf from '#app/routes/reports/steering-committee.ts'
import { openDatabase, type Db } from '#db/client.server.ts'
import { databaseKind, databaseUrl, db } from '#tests/database.ts'
import { aContext, aPerson, requestAs } from '#tests/factories.ts'
import { aDistrict, aPreparedReport, aReleasedReport } from '#tests/reporting.ts'
import { onServer } from '#tests/scratch-postgres.ts'

const server = inject('database')
await aDistrict()
const released = await aReleasedReport()

/** The product as far as these pages, with its real entry, frame and error page. */
const ROUTES: Record<string, { path: string; module: object }> = {
  dashboard: { path: 'indicators', module: dashboard },
  list: { path: 'reports', module: list },
  show: { path: 'reports/:number', module: show },
  pdf: { path: 'reports/:number/steering-committee.pdf', module: pdf },
  csv: { path: 'reports/:number/indicators.csv', module: indicators },
}
const below = Object.entries(ROUTES).map(([id, route]) => [id, { id, parentId: 'root', ...route }])
const routes: Record<string, object> = Object.fromEntries([
  ['root', { id: 'root', path: '', module: root }],
  ...below,
])
const inBrowser = Object.fromEntries(
  Object.entries(routes).map(([id, route]) => [id, { ...route, module: `/${id}.js` }]),
)
const build = {
  routes,
  entry: { module: entry },
  assets: {
    routes: inBrowser,
    entry: { module: '/entry.js', imports: [] },
    url: '/manifest.js',
    version: '1',
  },
  future: { v3_singleFetch: true },
  ...{ publicPath: '/', assetsBuildDirectory: 'build/client', isSpaMode: false },
} as unknown as ServerBuild
const product = createRequestHandler(build, 'production')

/** The same rows, in a database that takes no change while `look` runs. */
async function readOnly(look: (db: Db) => Promise<void>): Promise<void> {
  const name = new URL(databaseUrl).pathname.slice(1)
  // From another database: a new connection to this one could not take it back.
  const set = async (to: string) =>
    server.kind === 'pglite'
      ? void (await sql`set default_transaction_read_only = ${sql.raw(to)}`.execute(db))
      : onServer(server.url, `alter database "${name}" set default_transaction_read_only = ${to}`)
  await set('on')
  const barred = databaseKind === 'pglite' ? db : openDatabase(databaseUrl)
  try {
    await look(barred)
  } finally {
    await set('off')
    if (barred !== db) await barred.destroy()
  }
}

/** A member of the committee whose sign-in ended, is to be renewed, or is fresh. */
async function aMember(hoursLeft: number) {
  const member = await aPerson({ roles: ['committee'], organisationId: null })
  const requests = {
    page: await requestAs(member, '/indicators'),
    list: await requestAs(member, '/reports'),
    show: await requestAs(member, `/reports/${released}`),
    csv: await requestAs(member, `/reports/${released}/indicators.csv`),
    pdf: await requestAs(member, `/reports/${released}/steering-committee.pdf`),
  }
  const expiresAt = new Date(Date.now() + hoursLeft * 3_600_000)
  await db.updateTable('loginSession').set({ expiresAt }).where('userId', '=', member.id).execute()
  return { member, requests }
}

test.each([
  ['fresh', 8],
  ['to be renewed', 1],
])('pages and files of reports are there while nothing can be written (sign-in %s)', async (_, hoursLeft) => {
  const { requests } = await aMember(hoursLeft)
  await readOnly(async (barred) => {
    for (const request of Object.values(requests)) {
      const answer = await product(request, aContext({ db: barred }))
      expect([request.url, answer.status]).toEqual([request.url, 200])
      const content = Buffer.from(await answer.arrayBuffer()).toString('latin1')
      if (request.url.endsWith('.pdf')) expect(content).toMatch(/^%PDF-[^]*%%EOF\s*$/)
    }
  })
})

test('a sign-in that is over leads to the sign-in page, not to an error', async () => {
  const { requests } = await aMember(-1)
  await readOnly(async (barred) => {
    const answer = await product(requests.list, aContext({ db: barred }))
    expect([answer.status, answer.headers.get('Location')]).toEqual([302, '/login?to=%2Freports'])
  })
})

test('what would have to be saved is refused with its reason and the way out, and can be done afterwards', async () => {
  const number = await aPreparedReport()
  const { member } = await aMember(8)
  const release = async () => {
    const request = await requestAs(member, `/reports/${number}`, {})
    request.headers.set('Host', new URL(request.url).host)
    return request
  }
  const sent = await release()
  await readOnly(async (barred) => {
    const answer = await product(sent, aContext({ db: barred, requestId: 'request-7' }))
    const page = await answer.text()
    expect(answer.status).toBe(503)
    expect(page).toContain('<title>Gerade kann nichts gespeichert werden')
    expect(page).toContain('Was Sie abgeschickt haben, ist nicht gespeichert')
    expect(page).toContain('request-7')
  })
  const answer = await product(await release(), aContext())
  expect(answer.headers.get('Location')).toBe(`/reports/${number}?done=release`)
})
