// The pictures of the handbook, taken from the demo district: UPDATE_PICTURES=1 writes them into the handbook, every
// other run only looks whether each page can still be shown as the handbook shows it.

import { mkdirSync } from 'node:fs'
import type { Page } from 'playwright-core'
import {
  DESKTOP,
  expectNoAxeViolations,
  expectNoSidewaysScrolling,
  follow,
  journey,
  newPage,
  PICTURES,
  signIn,
} from '#tests/journeys/browser.ts'
import { planWorkshop } from '#tests/journeys/planning.ts'

const FOLDER = process.env.UPDATE_PICTURES === '1' ? 'docs/handbuch/bilder' : PICTURES
const PHONE = 360
/** No picture is higher than a screen: a reader wants to see where things are, not everything there is. */
const MOST_HEIGHT = { [DESKTOP]: 720, [PHONE]: 720 }

type Width = typeof DESKTOP | typeof PHONE

/** Checks the page as it stands and takes its main part, as much of it as a screen shows. */
async function take(page: Page, name: string): Promise<void> {
  await expectNoAxeViolations(page)
  await expectNoSidewaysScrolling(page)
  const width: Width = page.viewportSize()?.width === PHONE ? PHONE : DESKTOP
  const box = await page.getByRole('main').boundingBox()
  if (!box) throw new Error(`nothing to be seen for ${name}`)
  const height = Math.min(Math.ceil(box.height), MOST_HEIGHT[width])
  await page.setViewportSize({ width, height: Math.ceil(box.y) + height }) // what sticks to the bottom stays there
  mkdirSync(FOLDER, { recursive: true })
  await page.screenshot({ path: `${FOLDER}/${name}.png`, clip: { x: 0, y: box.y, width, height } })
}

async function as(account: string, width: Width = DESKTOP): Promise<Page> {
  const page = await newPage({ width })
  await signIn(page, account)
  return page
}

/** Phones show the same pages; a signed-in one is only made narrower. */
const onPhone = (page: Page) => page.setViewportSize({ width: PHONE, height: MOST_HEIGHT[PHONE] })

journey('what participants see', async () => {
  const page = await as('teilnehmerin')
  await page.goto('/courses')
  await take(page, 'kurse')
  await page.goto('/enrolments')
  await take(page, 'meine-termine')
  await page.goto('/certificates')
  await take(page, 'bescheinigungen')
  await page.goto('/profile/calendar')
  await take(page, 'kalender-abo')
  await page.goto('/')
  const fitting = page.locator('section', { hasText: 'Termine, die zu Ihnen passen' }).last()
  await fitting.locator('a[href^="/workshops/"]').first().click()
  await onPhone(page)
  await take(page, 'workshop')
})

journey('what somebody sees who learns alone', async () => {
  const page = await as('nutzer')
  await page.goto('/learning')
  await follow(page, 'Weiterlernen')
  await follow(page, 'Haben Sie es im Griff?')
  await take(page, 'quiz')
})

journey('what a visitor sees who checks a certificate', async () => {
  const page = await as('teilnehmerin')
  await page.goto('/certificates')
  await page.getByRole('main').locator('a[href^="/certificates/"]').first().click()
  await follow(page, 'So sieht die Prüfung für andere aus')
  await onPhone(page)
  await take(page, 'bescheinigung-pruefen')
})

journey('what trainers see', async () => {
  const page = await as('trainerin')
  await page.goto('/workshops/new')
  await take(page, 'workshop-planen')
  await page.goto('/')
  await follow(page, /^Anwesenheit eintragen/)
  await onPhone(page)
  await take(page, 'anwesenheit')
})

journey('what stands on the wall while a workshop begins', async () => {
  const page = await as('trainerin')
  await page.goto(await planWorkshop(page))
  await follow(page, /Anwesenheit/)
  await follow(page, 'Selbst einchecken lassen')
  await page.locator('.check-in__typed').waitFor()
  await take(page, 'einchecken')
})

journey('what training officers see', async () => {
  const page = await as('fortbildung')
  await page.goto('/organisations')
  await take(page, 'meine-kommune')
  await follow(page, 'Regel ändern')
  await take(page, 'genehmigung')
})

journey('what coordinators see', async () => {
  const page = await as('koordination')
  await page.goto('/')
  await take(page, 'heute-zu-tun')
  await page.goto('/courses/similar')
  await take(page, 'gibt-es-das-schon')
  await page.goto('/series/new')
  await take(page, 'serie')
  await page.goto('/rooms')
  await take(page, 'raeume')
  await page.goto('/admin/mail-texts/enrolment-confirmed/de')
  await take(page, 'e-mail-text')
})
