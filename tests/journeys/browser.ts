import { mkdirSync, readFileSync } from 'node:fs'
import {
  chromium,
  type Browser,
  type BrowserContext,
  type ConsoleMessage,
  type Locator,
  type Page,
} from 'playwright-core'
import { afterAll, expect, inject, test } from 'vitest'
import { chromiumPath, NO_BROWSER } from '#tests/journeys/chromium.ts'

const product = inject('product')

/** Where the product under test answers, and the password of every demo account. */
const shared = product.state === 'up' ? product : { origin: '', password: '', isOnPostgres: false }
export const { origin, password, isOnPostgres } = shared
/** Whether the journeys can go anywhere; each says itself why not. */
export const isUp = product.state === 'up'
let place: { origin: string; password: string } = shared

export const PHONE = 320
export const DESKTOP = 1280
const HEIGHT = 900
export const PICTURES = 'tests/.pictures'

let browser: Browser | undefined
let contexts: BrowserContext[] = []
/** What no page may do: errors in the console, broken content security, requests to another host. */
let troubles: string[] = []
/** What a journey has said beforehand that pages will complain of. */
let expected: RegExp[] = []

afterAll(() => browser?.close())

/**
 * A test in a real browser; without one it is reported as skipped, or fails with REQUIRE_BROWSER=1. Fails, too,
 * on whatever the pages complained of.
 */
export function journey(name: string, run: () => Promise<void>): void {
  test(name, async (context) => {
    const mayBeMissing = process.env.REQUIRE_BROWSER !== '1'
    context.skip(product.state === 'no-browser' && mayBeMissing, product.state === 'up' ? '' : product.reason)
    if (product.state !== 'up') throw new Error(product.reason)
    troubles = []
    expected = []
    place = shared
    try {
      await run()
      expect(troubles).toEqual([])
    } finally {
      await Promise.all(contexts.map((one) => one.close()))
      contexts = []
    }
  })
}

/** From here on the browser may complain that there is no network: the journey cuts it. */
export function expectNoNetwork(): void {
  expected.push(/net::ERR_INTERNET_DISCONNECTED/)
}

/** From here on the journey goes through a product of its own. */
export function travelTo(own: { origin: string; password: string }): void {
  place = own
}

/** A page of somebody who has never been here: no cookie, nothing stored. */
export async function newPage({ width = DESKTOP, javaScript = true, locale = 'de-DE' } = {}): Promise<Page> {
  browser ??= await launch()
  const context = await browser.newContext({
    baseURL: place.origin,
    viewport: { width, height: HEIGHT },
    javaScriptEnabled: javaScript,
    locale,
    timezoneId: 'Europe/Berlin',
    acceptDownloads: true,
    reducedMotion: 'reduce',
  })
  contexts.push(context)
  context.setDefaultTimeout(45_000)
  context.on('console', (message) => noteConsole(message))
  context.on('weberror', (error) => troubles.push(`error in the page: ${error.error().message}`))
  context.on('request', (request) => noteForeign(request.url()))
  return context.newPage()
}

/** Signs a demo account in, named by what stands before the @. */
export async function signIn(page: Page, account: string): Promise<void> {
  await page.goto('/login')
  const form = page.locator('form:has(input[name=password])')
  await form.locator('input[name=email]').fill(`${account}@lernkreis.example`)
  await form.locator('input[name=password]').fill(place.password)
  await form.locator('button[type=submit], button:not([type])').first().click()
  await page.waitForURL((url) => !url.pathname.startsWith('/login'))
}

const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8')

type AxeViolation = { id: string; help: string; nodes: { target: unknown[]; failureSummary?: string }[] }

/** axe-core with all its rules finds nothing on the page as it stands now. */
export async function expectNoAxeViolations(page: Page): Promise<void> {
  // Evaluated over the debugging connection: the page's content security policy stays in force.
  await page.evaluate(axe)
  const violations = await page.evaluate<AxeViolation[]>('axe.run().then((result) => result.violations)')
  const found = violations.map(
    ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`,
  )
  expect(found, `axe on ${new URL(page.url()).pathname}, ${page.viewportSize()?.width} px`).toEqual([])
}

/** Nothing sticks out to the right: a reader on a phone scrolls in one direction only. */
export async function expectNoSidewaysScrolling(page: Page): Promise<void> {
  const [content, window] = await page.evaluate<[number, number]>(
    '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
  )
  expect(content, `width of ${new URL(page.url()).pathname}`).toBeLessThanOrEqual(window)
}

/** The colours that people choose in their system for more contrast, instead of ours. */
export async function inContrast(page: Page, isOn: boolean): Promise<void> {
  await page.emulateMedia({
    forcedColors: isOn ? 'active' : 'none',
    contrast: isOn ? 'more' : 'no-preference',
  })
}

/** A picture of the whole page for people to look at, in tests/.pictures. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(PICTURES, { recursive: true })
  const width = page.viewportSize()?.width
  await page.screenshot({ path: `${PICTURES}/${name}-${width}.png`, fullPage: true })
}

/** Looks at a page as it stands: on a phone and on a desktop, with axe, and as a picture for people. */
export async function look(page: Page, name: string): Promise<void> {
  for (const width of [PHONE, DESKTOP]) {
    await page.setViewportSize({ width, height: HEIGHT })
    await expectNoAxeViolations(page)
    await expectNoSidewaysScrolling(page)
    await picture(page, name)
  }
}

function launch(): Promise<Browser> {
  const executablePath = chromiumPath()
  if (!executablePath) throw new Error(NO_BROWSER)
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

/** Chromium writes a line for every answer from 400 on; refusals belong to the product, missing assets do not. */
function noteConsole(message: ConsoleMessage): void {
  if (!['error', 'warning'].includes(message.type())) return
  const text = message.text()
  const isRefusal =
    /responded with a status of 4\d\d/.test(text) && !message.location().url.includes('/assets/')
  const isExpected = expected.some((complaint) => complaint.test(text))
  if (!isRefusal && !isExpected)
    troubles.push(`${message.type()} in the console of ${message.page()?.url() ?? ''}: ${text}`)
}

function noteForeign(url: string): void {
  if (!/^(data|blob|about):/.test(url) && new URL(url).origin !== place.origin)
    troubles.push(`request to ${url}`)
}

/** A page of somebody who has just signed in. */
export async function as(account: string, given?: Parameters<typeof newPage>[0]): Promise<Page> {
  const page = await newPage(given)
  await signIn(page, account)
  return page
}

export const press = (page: Page, name: string | RegExp) => goBy(page, page.getByRole('button', { name }))

/** Of the page itself; menus and footers have links of their own. */
export const follow = (page: Page, name: string | RegExp) =>
  goBy(page, page.getByRole('main').getByRole('link', { name }))

/** A click waits until the next page begins, but not until it is there as a whole. */
async function goBy(page: Page, ways: Locator): Promise<void> {
  await ways.first().click()
  await page.waitForLoadState('domcontentloaded')
}

export const said = (page: Page) => page.getByRole('main').innerText()
