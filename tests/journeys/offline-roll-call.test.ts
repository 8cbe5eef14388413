import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import {
  as,
  expectNoAxeViolations,
  expectNoNetwork,
  expectNoSidewaysScrolling,
  follow,
  journey,
  newPage,
  PHONE,
  picture,
  press,
  signIn,
} from '#tests/journeys/browser.ts'
import { planWorkshop } from '#tests/journeys/planning.ts'

/** Somebody enrols, as everybody does. */
async function enrol(account: string, workshop: string): Promise<void> {
  const page = await as(account)
  await page.goto(workshop)
  await press(page, 'Zu diesem Workshop anmelden')
  await page.getByText('Sie sind angemeldet.').first().waitFor()
}

/** A list of three, of a workshop of its own: what is written whole here leaves the one of the demo to others. */
async function openOwnList(page: Page): Promise<void> {
  await signIn(page, 'trainerin')
  const workshop = await planWorkshop(page)
  for (const account of ['teilnehmerin', 'nutzer', 'trainer']) await enrol(account, workshop)
  await page.goto(workshop)
  await follow(page, /Anwesenheit/)
  await page.waitForURL(/\/meetings\/.+\/attendance/)
}

/** The list of the demo that is half done: its link stands on the trainer's first page. */
async function openList(page: Page): Promise<void> {
  await signIn(page, 'trainerin')
  const lists = page.getByRole('link', { name: /^Anwesenheit eintragen/ })
  await lists.last().click()
  await page.waitForURL(/\/meetings\/.+\/attendance/)
}

const state = (page: Page) => page.locator('.roll-call__bar [role=status]')
const open = (page: Page) => page.locator('.roll-call__person:not(:has(input:checked))')

/** What the browser keeps of the list: pages in caches, entries in its database. */
function kept(page: Page): Promise<number> {
  return page.evaluate<number>(`(async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith('roll-call-'))
    const pages = await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).length))
    const lists = await new Promise((resolve, reject) => {
      const asked = indexedDB.open('lernkreis-roll-call')
      asked.onerror = () => reject(asked.error)
      asked.onsuccess = () => {
        const db = asked.result
        if (!db.objectStoreNames.contains('lists')) return resolve(0)
        const count = db.transaction('lists').objectStore('lists').count()
        count.onsuccess = () => resolve(count.result)
      }
    })
    return pages.reduce((sum, one) => sum + one, 0) + lists
  })()`)
}

async function pressFirst(page: Page, status: string): Promise<void> {
  await open(page).first().getByRole('radio', { name: status, exact: true }).click()
}

journey('the list goes on without network, is sent when it is back, and leaves nothing behind', async () => {
  const page = await newPage({ width: PHONE })
  await openOwnList(page)
  await page.getByText('Diese Liste geht auch ohne Netz', { exact: false }).waitFor()
  await expectNoAxeViolations(page)
  await expectNoSidewaysScrolling(page)
  await picture(page, 'liste-mit-netz')

  expectNoNetwork()
  await page.context().setOffline(true)
  await pressFirst(page, 'anwesend')
  await pressFirst(page, 'entschuldigt')
  await state(page).getByText('2 Einträge warten auf Netz.').waitFor()
  await picture(page, 'liste-ohne-netz')

  await page.reload()
  await state(page).getByText('2 Einträge warten auf Netz.').waitFor()
  await page.getByRole('button', { name: /noch offene/ }).click()
  await state(page).getByText('Alle sind erfasst.').waitFor()
  expect(await kept(page)).toBeGreaterThan(1)

  await page.context().setOffline(false)
  await state(page).getByText('Alles gespeichert.').waitFor()
  await expect.poll(() => kept(page), { timeout: 10_000 }).toBe(0)

  await page.reload()
  await state(page).getByText('Alle sind erfasst.').waitFor()
  expect(await open(page).count()).toBe(0)
})

/** As if the list had been opened so many hours earlier. */
function age(page: Page, hours: number): Promise<unknown> {
  return page.evaluate(`(async () => {
    const keptAt = Date.now() - ${hours} * 3_600_000
    for (const name of (await caches.keys()).filter((one) => one.startsWith('roll-call-'))) {
      const cache = await caches.open(name)
      for (const request of await cache.keys()) {
        const answer = await cache.match(request)
        const headers = new Headers(answer.headers)
        if (headers.has('X-Kept-At')) headers.set('X-Kept-At', String(keptAt))
        await cache.put(request, new Response(await answer.blob(), { headers }))
      }
    }
    await new Promise((resolve) => {
      indexedDB.open('lernkreis-roll-call').onsuccess = ({ target: { result } }) => {
        const transaction = result.transaction('lists', 'readwrite')
        transaction.oncomplete = resolve
        const search = transaction.objectStore('lists').openCursor()
        search.onsuccess = () => {
          if (!search.result) return
          search.result.update({ ...search.result.value, keptAt })
          search.result.continue()
        }
      }
    })
  })()`)
}

journey(
  'a list that was left on the device for a day is gone with the next page, whichever that is',
  async () => {
    const page = await newPage({ width: PHONE })
    await openList(page)
    await page.getByText('Diese Liste geht auch ohne Netz', { exact: false }).waitFor()
    await expect.poll(() => kept(page)).toBeGreaterThan(1)
    await page.goto(new URL('/courses', page.url()).href)
    expect(await kept(page)).toBeGreaterThan(1)

    await age(page, 25)
    await page.goto(new URL('/handbook', page.url()).href)
    await expect.poll(() => kept(page), { timeout: 10_000 }).toBe(0)
  },
)
