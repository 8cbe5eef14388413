import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { as, journey, look, newPage, press } from '#tests/journeys/browser.ts'
import { readPdf } from '#tests/reports/qpdf.ts'
import { textOfPages } from '#tests/reports/pdf-text.ts'

const REASON = 'Die Bescheinigung war für jemand anderen bestimmt.'

const textOf = (page: Page) => page.getByRole('main').innerText()

journey('a certificate is issued, downloaded, checked by a visitor, revoked, and checked again', async () => {
  const { account, workshop, title } = await whoWaits()
  await issueAsTrainer(workshop)
  const { code, certificate } = await downloadAs(account, title)

  const visitor = await newPage()
  await check(visitor, code)
  expect(await textOf(visitor)).toContain('Diese Bescheinigung wurde so ausgestellt.')
  expect(await textOf(visitor)).toContain(title)
  await look(visitor, 'bescheinigung-5-geprueft')

  await revokeAsCoordinator(certificate)
  await check(visitor, code)
  expect(await textOf(visitor)).toContain('Widerrufen am')
  expect(await textOf(visitor)).toContain(REASON)
  await look(visitor, 'bescheinigung-7-geprueft-widerrufen')
})

/** These were at every workshop in which they had a place, and some of the last ones are not certified yet. */
const PARTICIPANTS = ['teilnehmerin', 'nutzer', 'fortbildung']
const TRAINERS = ['trainerin', 'trainer', 'trainer2']

/** Somebody whose certificate is still to be issued, and of which workshop. */
async function whoWaits(): Promise<{ account: string; workshop: string; title: string }> {
  for (const account of PARTICIPANTS) {
    const page = await as(account)
    await page.goto('/certificates')
    await look(page, `bescheinigung-1-liste-${account}`)
    const card = page.locator('.card', { hasText: 'Die Bescheinigung wird noch ausgestellt.' }).first()
    if ((await card.count()) === 0) continue
    const link = card.getByRole('link').first()
    return { account, workshop: (await link.getAttribute('href')) ?? '', title: await link.innerText() }
  }
  throw new Error('nobody waits for a certificate')
}

/** Whoever of the trainers leads that workshop issues its certificates with one button. */
async function issueAsTrainer(workshop: string): Promise<void> {
  for (const trainer of TRAINERS) {
    const page = await as(trainer)
    const answer = await page.goto(`${workshop}/certificates`)
    if (answer?.status() === 403) continue
    await look(page, 'bescheinigung-2-ausstellen')
    await press(page, /Bescheinigung(en)? ausstellen/)
    expect(await textOf(page)).toMatch(/Bescheinigung(en)? (ist|sind) ausgestellt/)
    return look(page, 'bescheinigung-3-ausgestellt')
  }
  throw new Error('nobody leads the workshop')
}

/** The code as it stands in the text of the file, and where the certificate is shown. */
async function downloadAs(account: string, title: string): Promise<{ code: string; certificate: string }> {
  const page = await as(account)
  await page.goto('/certificates')
  const card = page.locator('.card', { hasText: title }).first()
  const certificate = (await card.getByRole('link', { name: title, exact: true }).getAttribute('href')) ?? ''
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    card.getByRole('link', { name: /als PDF herunterladen/ }).click(),
  ])
  const text = textOfPages(await readPdf(readFileSync(await download.path()))).join(' ')
  expect(text).toContain('Teilnahmebescheinigung')
  const [code = ''] = /[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(text) ?? []
  await page.goto(certificate)
  await look(page, 'bescheinigung-4-ansehen')
  return { code, certificate }
}

/** Types the code as people do. */
async function check(page: Page, code: string): Promise<void> {
  await page.goto('/verify')
  await page.locator('[name=code]').fill(code.toLowerCase().replaceAll('-', ' '))
  await press(page, 'Prüfen')
  await page.waitForURL(/\/verify\/[\w-]+$/)
}

async function revokeAsCoordinator(certificate: string): Promise<void> {
  const page = await as('koordination')
  await page.goto(certificate)
  await page.getByRole('main').getByRole('link', { name: 'Widerrufen', exact: true }).click()
  await page.locator('[name=reason]').fill(REASON)
  await look(page, 'bescheinigung-6-widerrufen')
  await press(page, 'Bescheinigung widerrufen')
  expect(await textOf(page)).toContain('Widerrufen am')
}
