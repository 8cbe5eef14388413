import { createServer, type RequestListener } from 'node:http'
import { once } from 'node:events'
import { brotliCompressSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { lineOf, quantile } from '#app/cli/bench/figures.ts'
import { firstVisit } from '#app/cli/bench/first-visit.ts'
import { run } from '#app/cli/bench/load-generator.ts'

const servers: ReturnType<typeof createServer>[] = []
afterAll(() => servers.forEach((server) => server.close()))

async function serving(answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0, '127.0.0.1')
  servers.push(server)
  await once(server, 'listening')
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
}

const load = { connections: 3, seconds: 5, most: 7 }
const { signal } = new AbortController()

test('so many turns are taken as were asked for, and each reply is unpacked and read', async () => {
  const origin = await serving((_request, response) => {
    response.writeHead(200, { 'Content-Encoding': 'br' }).end(brotliCompressSync('<h1>Kurse &amp; mehr</h1>'))
  })
  const page = [{ path: '/', expects: { texts: ['Kurse & mehr'] } }]
  const { durations } = await run(origin, () => page, load, signal)
  expect(durations).toHaveLength(7)
})

test.each([
  ['another page', 200, '', 'es fehlt: Kurse'],
  ['an error', 500, 'Kurse', 'erwartet: 200'],
])('a wrong reply ends the measurement: %s', async (_what, status, body, problem) => {
  const origin = await serving((_request, response) => response.writeHead(status).end(body))
  const page = [{ path: '/', expects: { texts: ['Kurse'] } }]
  await expect(run(origin, () => page, load, signal)).rejects.toThrow(problem)
})

test('a form that is not taken ends the measurement', async () => {
  const origin = await serving((_request, response) => response.writeHead(409).end())
  const form = [{ path: '/', form: { id: '1' }, expects: { redirect: '/done' } }]
  await expect(run(origin, () => form, load, signal)).rejects.toThrow('POST / → 409')
})

test('a first visit counts what a browser would fetch, each thing once', async () => {
  const files: Record<string, string> = {
    '/': `<link rel="stylesheet" href="/assets/page.css"><link rel="alternate" href="/feed">
      <script type="module" src="/assets/entry.js"></script><a href="/elsewhere"></a>`,
    '/assets/page.css': `@font-face{src:url(/assets/latin.woff2);unicode-range:U+0-FF,U+131}
      @font-face{src:url(/assets/greek.woff2);unicode-range:U+370-3FF}`,
    '/assets/latin.woff2': 'x'.repeat(100),
    '/assets/entry.js': `const d=["assets/chart-1.js","assets/survey-1.js","assets/survey.css"];import"./react.js";
      t(()=>import("./chart-1.js"),__vite__mapDeps([0]));t(()=>import("./survey-1.js"),__vite__mapDeps([1,2]))`,
    '/assets/react.js': 'import"./react.js"',
    '/assets/survey-1.js': 'y'.repeat(1_000),
    '/assets/survey.css': '',
  }
  const origin = await serving((request, response) => {
    const file = files[request.url ?? '']
    response.writeHead(file === undefined ? 404 : 200).end(file)
  })
  const page = { path: '/', expects: { texts: [] } }
  expect((await firstVisit(origin, page, [])).requests).toBe(5)
  const whole = Object.values(files).join('').length
  expect(await firstVisit(origin, page, ['survey-'])).toEqual({ bytes: whole, requests: 7 })
})

test('a figure stands beside its goal, which holds for PostgreSQL', () => {
  expect(JSON.parse(lineOf('enrol.16.rate', 199.987, '1/s', 'postgres'))).toEqual({
    name: 'enrol.16.rate',
    value: 200,
    unit: '1/s',
    goal: '≥ 200',
    met: false,
  })
  expect(JSON.parse(lineOf('enrol.16.rate', 250, '1/s', 'embedded'))).not.toHaveProperty('goal')
  expect(JSON.parse(lineOf('firstVisit.catalogue.bytes', 200_000, 'bytes', 'embedded')).met).toBe(true)
})

test('a district ten times as large has the same goals', () => {
  expect(JSON.parse(lineOf('tenfold.enrol.16.rate', 250, '1/s', 'postgres'))).toMatchObject({
    name: 'tenfold.enrol.16.rate',
    goal: '≥ 200',
    met: true,
  })
})

test('a median lies in the middle, whatever the order', () => {
  expect(quantile([5, 1, 3], 0.5)).toBe(3)
  expect(quantile([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.95)).toBe(10)
  expect(quantile([], 0.5)).toBeNaN()
})
