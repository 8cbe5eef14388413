import type { Request } from 'express'
import { expect, test } from 'vitest'
import { readEnvironment } from '#app/http/environment.server.ts'
import { refusalOf } from '#app/http/guard.server.ts'

const read = readEnvironment({})
if (!read.ok) throw new Error(read.problems.join())
const { environment } = read

function asked(path: string, method = 'GET', headers: Record<string, string> = {}): number | undefined {
  const [pathname = path, search = ''] = path.split('?')
  const request = {
    method,
    path: pathname,
    query: Object.fromEntries(new URLSearchParams(search)),
    headers: { host: 'localhost:3000', ...headers },
  }
  return refusalOf(request as unknown as Request, environment)?.status
}

test('pages are handed out as pages, and never as the bare data behind them', () => {
  expect(asked('/courses')).toBeUndefined()
  for (const path of ['/courses.data', '/_root.data', '/courses/1.data?_routes=x', '/courses?_data=root'])
    expect([path, asked(path)]).toEqual([path, path.includes('_data') ? 400 : 404])
})

test('forms come from our own pages, in the way that forms are sent', () => {
  const form = { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://localhost:3000' }
  expect(asked('/login', 'POST', form)).toBeUndefined()
  expect(asked('/login', 'POST', { ...form, origin: 'http://localhost:3001' })).toBe(403)
  expect(asked('/login', 'POST', { ...form, 'content-type': 'application/json' })).toBe(415)
  expect(asked('/login', 'DELETE', form)).toBe(405)
  expect(asked('/login', 'GET', { host: 'evil.example' })).toBe(421)
})
