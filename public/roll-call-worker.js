// Opens the attendance list of one meeting without network. It keeps that one page and what it is made of, for a day
// at most; no other page ever gets into its cache. The taps themselves wait in the browser's database, not here. It
// answers for that page alone, and looks at every other one only to forget what is too old, taps included: a browser
// wakes no worker by the clock.

const CACHE = 'roll-call-1'
const PAGE = /^\/meetings\/[0-9a-f-]{36}\/attendance$/
const KEPT_MILLISECONDS = 24 * 3_600_000
const KEPT_AT = 'X-Kept-At'
const DATABASE = 'lernkreis-roll-call'
const STORE = 'lists'

self.addEventListener('install', () => self.skipWaiting())

self.addEventListener('activate', (event) => {
  const forgotten = [forgetOtherVersions(), forgetOld(), forgetOldTaps()]
  event.waitUntil(Promise.all(forgotten).then(() => self.clients.claim()))
})

self.addEventListener('message', (event) => {
  const [port] = event.ports
  const answer = (word) => port?.postMessage(word)
  event.waitUntil(
    obey(event.data).then(
      () => answer('done'),
      () => answer('failed'),
    ),
  )
})

// Whatever is asked for: what is too old goes before anything is answered from it.
self.addEventListener('fetch', (event) => {
  const { request } = event
  const forgotten = forgetOld()
  event.waitUntil(forgotten)
  if (request.mode === 'navigate') event.waitUntil(forgetOldTaps())
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== self.location.origin) return
  if (request.mode === 'navigate' && PAGE.test(url.pathname)) {
    event.respondWith(forgotten.then(() => page(request, url.pathname)))
  } else if (url.pathname.startsWith('/assets/')) {
    event.respondWith(forgotten.then(() => asset(request, url.pathname)))
  }
})

async function forgetOtherVersions() {
  const names = await caches.keys()
  const old = names.filter((name) => name.startsWith('roll-call-') && name !== CACHE)
  await Promise.all(old.map((name) => caches.delete(name)))
}

/** A list that was kept too long, and what was kept for it. One that fails is tried again at the next request. */
async function forgetOld() {
  try {
    if (!(await caches.has(CACHE))) return
    const cache = await caches.open(CACHE)
    const requests = await cache.keys()
    const isPage = ({ url }) => PAGE.test(new URL(url).pathname)
    const page = requests.find(isPage)
    const kept = page && (await cache.match(page))
    if (requests.length === 0 || (kept && isFresh(kept))) return
    // One by one and not the whole cache by its name: that may be the one of a list opened this moment.
    await Promise.all(requests.map((request) => cache.delete(request)))
  } catch {
    // Nobody waits in vain for a page because of it.
  }
}

/** Lists that wait in the browser's database for longer than that, with all their taps. */
async function forgetOldTaps() {
  const database = await existingDatabase().catch(() => undefined)
  if (!database) return
  await new Promise((resolve) => {
    const transaction = database.transaction(STORE, 'readwrite')
    transaction.oncomplete = transaction.onerror = transaction.onabort = resolve
    const search = transaction.objectStore(STORE).openCursor()
    search.onsuccess = () => {
      const found = search.result
      if (!found) return
      if (Date.now() - found.value.keptAt > KEPT_MILLISECONDS) found.delete()
      found.continue()
    }
  })
  database.close()
}

/** Undefined where nothing was ever kept: looking must not make a database. */
function existingDatabase() {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open(DATABASE)
    asked.onupgradeneeded = () => asked.transaction.abort()
    asked.onerror = reject
    asked.onsuccess = () => {
      const database = asked.result
      if (database.objectStoreNames.contains(STORE)) return resolve(database)
      database.close()
      resolve(undefined)
    }
  })
}

const isFresh = (kept) => Date.now() - Number(kept.headers.get(KEPT_AT)) <= KEPT_MILLISECONDS

async function obey(order) {
  if (order?.kind === 'keep') await keep(order.page, order.assets)
  if (order?.kind === 'forget-old') await forgetOld()
  if (order?.kind === 'forget') await caches.delete(CACHE)
}

/** Only the list that is open: whatever was kept before goes. */
async function keep(path, assets) {
  if (!PAGE.test(path)) throw new Error('not a list')
  const answer = await fetch(path, { redirect: 'error', credentials: 'same-origin' })
  if (!answer.ok) throw new Error('no list')
  const headers = new Headers(answer.headers)
  headers.set(KEPT_AT, String(Date.now()))
  const body = await answer.blob()
  await caches.delete(CACHE)
  const cache = await caches.open(CACHE)
  await cache.put(path, new Response(body, { headers }))
  await cache.addAll(assets.filter((asset) => asset.startsWith('/assets/')))
}

/** The network first: what is kept is for when there is none. */
async function page(request, path) {
  try {
    return await fetch(request)
  } catch (error) {
    const kept = await (await caches.open(CACHE)).match(path)
    if (kept && isFresh(kept)) return kept
    throw error
  }
}

/** Assets never change under their name. */
async function asset(request, path) {
  const kept = await caches.match(path, { cacheName: CACHE })
  return kept ?? fetch(request)
}
