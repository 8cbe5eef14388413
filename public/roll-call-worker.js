// Opens the attendance list of one meeting without network. It keeps that one page and what it is made of, for a day
// at most; no other page ever gets into its cache. The taps themselves wait in the browser's database, not here.

const CACHE = 'roll-call-1'
const PAGE = /^\/meetings\/[0-9a-f-]{36}\/attendance$/
const KEPT_MILLISECONDS = 24 * 3_600_000
const KEPT_AT = 'X-Kept-At'

self.addEventListener('install', () => self.skipWaiting())

self.addEventListener('activate', (event) => {
  event.waitUntil(forgetOtherVersions().then(() => self.clients.claim()))
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

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== self.location.origin) return
  if (request.mode === 'navigate' && PAGE.test(url.pathname)) event.respondWith(page(request, url.pathname))
  else if (url.pathname.startsWith('/assets/')) event.respondWith(asset(request, url.pathname))
})

async function forgetOtherVersions() {
  const names = await caches.keys()
  const old = names.filter((name) => name.startsWith('roll-call-') && name !== CACHE)
  await Promise.all(old.map((name) => caches.delete(name)))
}

async function obey(order) {
  if (order?.kind === 'keep') await keep(order.page, order.assets)
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
    if (kept && Date.now() - Number(kept.headers.get(KEPT_AT)) <= KEPT_MILLISECONDS) return kept
    await caches.delete(CACHE)
    throw error
  }
}

/** Assets never change under their name. */
async function asset(request, path) {
  const kept = await caches.match(path, { cacheName: CACHE })
  return kept ?? fetch(request)
}
