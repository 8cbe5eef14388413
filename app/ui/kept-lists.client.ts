// What of an attendance list stays on the device: its taps in the browser's database, its page in a cache that the
// worker keeps. Only the list that is open, at most a day, and nothing after signing out.

import { clear, createStore, del, entries, get, set, type UseStore } from 'idb-keyval'
import { isTooOld } from '#app/domain/roll-call.ts'
import { waitingElsewhere, type KeptList } from '#app/ui/roll-call-list.ts'

const WORKER = '/roll-call-worker.js'
/** Every page wakes it, so that a list that is too old goes whichever page is opened next. */
const SCOPE = '/'
const CACHES = /^roll-call-/

let opened: UseStore | undefined
const store = () => (opened ??= createStore('lernkreis-roll-call', 'lists'))

/** Two people at one device must not find each other's taps. */
const keyOf = (personId: string, meetingId: string) => `${personId}/${meetingId}`

export async function readKept(personId: string, meetingId: string): Promise<KeptList | undefined> {
  await forgetOld()
  return get<KeptList>(keyOf(personId, meetingId), store())
}

export function writeKept(list: KeptList): Promise<void> {
  return set(keyOf(list.personId, list.meetingId), list, store())
}

/** Everything is stored at the server: nothing of the list stays here. */
export async function forgetKept({ personId, meetingId }: KeptList): Promise<void> {
  await del(keyOf(personId, meetingId), store())
  await tellWorker({ kind: 'forget' })
}

/** Another list of the same person on which something still waits: one is not thrown away to open the next. */
export async function findWaiting(personId: string, meetingId: string): Promise<string | undefined> {
  const all = await entries<string, KeptList>(store())
  return waitingElsewhere(
    all.map(([, list]) => list),
    personId,
    meetingId,
  )
}

async function forgetOld(): Promise<void> {
  for (const [key, list] of await entries<string, KeptList>(store())) {
    if (isTooOld(list.keptAt, Date.now())) await del(key, store())
  }
  // The page has its own age, and the worker looks at it. Should it not, the list opens all the same.
  await tellWorker({ kind: 'forget-old' }).catch(() => undefined)
}

/** Lets the page of this list be opened without network. False where the browser cannot. */
export async function keepPage(): Promise<boolean> {
  if (!('serviceWorker' in navigator)) return false
  try {
    await navigator.serviceWorker.register(WORKER, { scope: SCOPE })
    await navigator.serviceWorker.ready
    await tellWorker({ kind: 'keep', page: window.location.pathname, assets: assetsOfPage() })
    return true
  } catch {
    return false
  }
}

/** What the page has fetched so far: styles, fonts and scripts, all of them with their hash in the name. */
function assetsOfPage(): string[] {
  const fetched = performance.getEntriesByType('resource').map(({ name }) => new URL(name))
  const ours = fetched.filter(
    ({ origin, pathname }) => origin === window.location.origin && pathname.startsWith('/assets/'),
  )
  return [...new Set(ours.map(({ pathname }) => pathname))]
}

type Order = { kind: 'keep'; page: string; assets: string[] } | { kind: 'forget-old' | 'forget' }

/** Resolves when the worker has done it. */
async function tellWorker(order: Order): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration(SCOPE)
  const worker = registration?.active
  if (!worker) return
  const { port1, port2 } = new MessageChannel()
  const done = new Promise<void>((resolve, reject) => {
    port1.onmessage = ({ data }) => (data === 'done' ? resolve() : reject(new Error('the worker could not')))
  })
  worker.postMessage(order, [port2])
  await done
}

/** At sign-out: lists, pages and the worker itself go. */
export default async function forgetLists(): Promise<void> {
  await clear(store())
  for (const name of await caches.keys()) {
    if (CACHES.test(name)) await caches.delete(name)
  }
  const registrations = (await navigator.serviceWorker?.getRegistrations()) ?? []
  await Promise.all(registrations.map((registration) => registration.unregister()))
}
