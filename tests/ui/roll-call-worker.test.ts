import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { KEPT_HOURS } from '#app/domain/roll-call.ts'

const SOURCE = readFileSync('public/roll-call-worker.js', 'utf8')
const ORIGIN = 'https://lernkreis.example'
const HOUR = 3_600_000

type Happening = Record<string, unknown>
const addressOf = (asked: string | { url: string }) =>
  new URL(typeof asked === 'string' ? asked : asked.url, ORIGIN).href

/** What a browser gives a worker, in memory: caches, and the events that it is told of. */
function aBrowser({ network = true } = {}) {
  const stored = new Map<string, Map<string, Response>>()
  const listeners = new Map<string, (event: Happening) => void>()
  const open = (name: string) => {
    const entries = stored.get(name) ?? new Map<string, Response>()
    stored.set(name, entries)
    return {
      keys: () => Promise.resolve([...entries.keys()].map((url) => ({ url }))),
      match: (asked: string | { url: string }) => Promise.resolve(entries.get(addressOf(asked))),
      put: (asked: string, answer: Response) => Promise.resolve(entries.set(addressOf(asked), answer)),
      delete: (asked: string | { url: string }) => Promise.resolve(entries.delete(addressOf(asked))),
    }
  }
  const caches = {
    has: (name: string) => Promise.resolve(stored.has(name)),
    open: (name: string) => Promise.resolve(open(name)),
    keys: () => Promise.resolve([...stored.keys()]),
    delete: (name: string) => Promise.resolve(stored.delete(name)),
    match: (asked: string, { cacheName }: { cacheName: string }) => open(cacheName).match(asked),
  }
  const self = {
    addEventListener: (name: string, listener: (event: Happening) => void) => listeners.set(name, listener),
    location: { origin: ORIGIN },
    clients: { claim: () => Promise.resolve() },
    skipWaiting: () => undefined,
  }
  const fetch = () =>
    network ? Promise.resolve(new Response('new')) : Promise.reject(new TypeError('offline'))
  runInNewContext(SOURCE, { self, caches, fetch, URL, Headers, Response })

  /** Lets something happen and returns what it was answered with, once all is done. */
  const happen = async (name: string, event: Happening = {}) => {
    const lasting: Promise<unknown>[] = []
    let answer: Promise<Response> | undefined
    const waitUntil = (work: Promise<unknown>) => lasting.push(work)
    const respondWith = (work: Promise<Response>) => (answer = work)
    listeners.get(name)?.({ ...event, ports: [], waitUntil, respondWith })
    await Promise.all(lasting)
    return answer
  }
  const request = (path: string, mode = 'cors') =>
    happen('fetch', { request: { method: 'GET', url: addressOf(path), mode } })
  const kept = () => [...stored.values()].reduce((sum, { size }) => sum + size, 0)
  return { open, happen, request, kept }
}

/** A list with one style, kept so many hours ago. */
async function keeping(hours: number, given: { network?: boolean } = {}) {
  const browser = aBrowser(given)
  const list = `/meetings/${randomUUID()}/attendance`
  const cache = browser.open('roll-call-1')
  const headers = { 'X-Kept-At': String(Date.now() - hours * HOUR) }
  await cache.put(list, new Response('kept', { headers }))
  await cache.put('/assets/app-1.css', new Response('kept'))
  return { ...browser, list }
}

test('a list that was kept for more than a day is gone when the worker begins', async () => {
  const { happen, kept } = await keeping(KEPT_HOURS + 1)
  await happen('activate')
  expect(kept()).toBe(0)
})

test('any request ends a list that is too old, with network too, and whatever page it is for', async () => {
  const { request, kept } = await keeping(KEPT_HOURS + 1)
  expect(await request('/meetings/other', 'navigate')).toBeUndefined()
  expect(kept()).toBe(0)
})

test('a page that has nothing to do with lists ends one that is too old, and is left to the network', async () => {
  const { request, kept } = await keeping(KEPT_HOURS + 1)
  expect(await request('/courses', 'navigate')).toBeUndefined()
  expect(kept()).toBe(0)
})

test('no style is answered from a list that is too old', async () => {
  const { request, kept } = await keeping(KEPT_HOURS + 1)
  const answer = await request('/assets/app-1.css')
  expect(await answer?.text()).toBe('new')
  expect(kept()).toBe(0)
})

test('the page can ask for it', async () => {
  const { happen, kept } = await keeping(KEPT_HOURS + 1)
  await happen('message', { data: { kind: 'forget-old' } })
  expect(kept()).toBe(0)
})

test('what is left of a list without its page goes as well', async () => {
  const { open, request, list, kept } = await keeping(1)
  await open('roll-call-1').delete(list)
  await request('/meetings/other')
  expect(kept()).toBe(0)
})

test('a list of today opens without network', async () => {
  const { happen, request, list, kept } = await keeping(KEPT_HOURS - 1, { network: false })
  await happen('activate')
  await happen('message', { data: { kind: 'forget-old' } })
  const answer = await request(list, 'navigate')
  expect(await answer?.text()).toBe('kept')
  expect(kept()).toBe(2)
})

test('a list of yesterday does not open without network', async () => {
  const { request, list, kept } = await keeping(KEPT_HOURS + 1, { network: false })
  await expect(request(list, 'navigate').then((answer) => answer)).rejects.toThrow('offline')
  expect(kept()).toBe(0)
})
