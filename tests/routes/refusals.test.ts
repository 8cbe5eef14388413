import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import type { ServerBuild } from '@remix-run/node'
import express from 'express'
import { expect, onTestFinished, test } from 'vitest'
import * as entry from '#app/entry.server.tsx'
import { remixHandler } from '#app/http/remix-handler.server.ts'
import * as root from '#app/root.tsx'
import * as missing from '#app/routes/not-found.tsx'
import * as chart from '#app/routes/reports/chart.ts'
import * as list from '#app/routes/reports/list.tsx'
import { messages } from '#app/i18n/index.ts'
import { aContext, aPerson, cookieOf, ORIGIN } from '#tests/factories.ts'

/** The product as far as these pages, with its real entry, frame and error page. */
const ROUTES: Record<string, { path: string; module: object }> = {
  chart: { path: 'reports/:number/charts/:name', module: chart },
  list: { path: 'reports', module: list },
  'routes/not-found': { path: '*', module: missing },
}
const below = Object.entries(ROUTES).map(([id, route]) => [id, { id, parentId: 'root', ...route }])
const routes: Record<string, object> = Object.fromEntries([
  ['root', { id: 'root', path: '', module: root }],
  ...below,
])
const inBrowser = Object.entries(routes).map(([id, route]) => [id, { ...route, module: `/${id}.js` }])
const build = {
  routes,
  entry: { module: entry },
  assets: {
    routes: Object.fromEntries(inBrowser),
    ...{ entry: { module: '/entry.js', imports: [] }, url: '/manifest.js', version: '1' },
  },
  future: { v3_singleFetch: true },
  ...{ publicPath: '/', assetsBuildDirectory: 'build/client', isSpaMode: false },
} as unknown as ServerBuild

const PAGES = 'text/html,application/xhtml+xml'

/** What a browser gets that is signed in as this person. */
async function answerTo(person: { id: string }, path: string, { form = '', accept = PAGES } = {}) {
  const server = express()
    .use(express.raw({ type: () => true }))
    .use(
      remixHandler(
        build,
        'production',
        () => ORIGIN,
        () => aContext(),
      ),
    )
    .listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const headers = { Accept: accept, Cookie: await cookieOf(person), Origin: ORIGIN }
  const sent = form && { method: 'POST', body: new URLSearchParams(form) }
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers, ...sent })
  return { status: answer.status, text: await answer.text() }
}

const learner = await aPerson({ roles: ['participant'], givenName: 'Wiebke' })
const coordinator = await aPerson({ roles: ['coordinator'], organisationId: null })

test('a file that somebody may not have, or that is not there, is refused on a page with words and a way out', async () => {
  const refused = await answerTo(learner, '/reports/1/charts/trend.png')
  expect(refused.status).toBe(403)
  expect(refused.text).toContain(messages('de').common.error.forbidden.title)
  expect(refused.text).toContain('href="/courses"')
  expect(refused.text).toContain('Wiebke')

  const absent = await answerTo(coordinator, '/reports/1/charts/weather.png')
  expect(absent.status).toBe(404)
  expect(absent.text).toContain(messages('de').common.error.missing.title)
})

test('a program that fetches a file gets the status alone', async () => {
  const { status, text } = await answerTo(coordinator, '/reports/1/charts/weather.png', { accept: '*/*' })
  expect({ status, text }).toEqual({ status: 404, text: '' })
})

test('after a form that is refused the page speaks the language of whoever sent it, and knows who that is', async () => {
  const reader = await aPerson({
    roles: ['participant'],
    organisationId: null,
    givenName: 'Wiebke',
    locale: 'en',
  })
  const { status, text } = await answerTo(reader, '/reports', { form: 'cutOff=2026-06-30' })
  expect(status).toBe(403)
  expect(text).toContain('<html lang="en"')
  expect(text).toContain(messages('en').common.error.forbidden.title)
  expect(text).toContain('Wiebke')
})
