import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import type { AppLoadContext, ServerBuild } from '@remix-run/node'
import express from 'express'
import { expect, onTestFinished, test } from 'vitest'
import { remixHandler } from '#app/http/remix-handler.server.ts'

const ORIGIN = 'http://localhost'

/** A product of two files: one that comes, and one that breaks. */
const build = {
  mode: 'production',
  entry: { module: { default: () => new Response(), handleError: () => undefined } },
  routes: {
    whole: { id: 'whole', path: 'whole.csv', module: { loader: () => new Response('a;b') } },
    broken: {
      ...{ id: 'broken', path: 'broken.csv' },
      module: {
        loader: () => {
          throw new Error('the town of Riesa has two names')
        },
      },
    },
  },
  assets: { entry: { imports: [], module: '' }, routes: {}, url: '', version: '' },
  ...{ publicPath: '/', assetsBuildDirectory: '', future: {}, isSpaMode: false, basename: '/' },
} as unknown as ServerBuild

async function fetched(path: string) {
  const context = () => ({ requestId: 'anfrage-7' }) as AppLoadContext
  const server = express()
    .use(remixHandler(build, 'production', () => ORIGIN, context))
    .listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`)
  return { status: answer.status, text: await answer.text() }
}

test('a file that breaks says so in plain German, with the number of the request and nothing of what broke', async () => {
  expect(await fetched('/whole.csv')).toEqual({ status: 200, text: 'a;b' })
  const { status, text } = await fetched('/broken.csv')
  expect(status).toBe(500)
  expect(text).toMatch(/^Hier ist uns ein Fehler unterlaufen\. .*anfrage-7$/)
  expect(text).not.toContain('Riesa')
})
