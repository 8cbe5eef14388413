import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { follow, journey, look, newPage, signIn } from '#tests/journeys/browser.ts'

const ROUND = 'Befragung mit zwei Treuhandpersonen'
const WORDS = { coordination: 'Rote Fische im Nebel', oversight: 'Blaue Ziegel am Deich' }

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click()
const text = (page: Page) => page.getByRole('main').innerText()

/** Passphrase, sheet and its code; returns the code. */
async function setUp(page: Page, passphrase: string, picture: string): Promise<string> {
  await follow(page, `Treuhand vorbereiten: ${ROUND}`)
  await look(page, `${picture}-1-kennwort`)
  await page.getByLabel('Kennwort für diese Befragung').fill(passphrase)
  await page.getByLabel('Noch einmal').fill(passphrase)
  await press(page, 'Kennwort setzen')
  await look(page, `${picture}-2-notfallblatt`)
  const code = await page.locator('.recovery-sheet__code code').innerText()
  await follow(page, 'Blatt ist gedruckt: weiter')
  await page.getByLabel('Code vom Notfallblatt').fill(code.toLowerCase())
  await press(page, 'Code prüfen')
  expect(await text(page)).toContain('Das Notfallblatt ist bestätigt.')
  return code
}

async function rehearse(page: Page, passphrase: string): Promise<void> {
  await page.getByLabel('Kennwort für diese Befragung').first().fill(passphrase)
  await press(page, 'Probe machen')
  expect(await text(page)).toContain('Die Probe ist gelungen.')
}

journey('two trustees prepare an evaluation, each on their own, without a script', async () => {
  const council = await newPage()
  await signIn(council, 'personalrat')
  const office = await newPage()
  await signIn(office, 'koordination')

  await setUp(council, WORDS.oversight, 'treuhand-personalrat')
  expect(await text(council)).toContain('Die andere Treuhandperson ist an der Reihe')
  await setUp(office, WORDS.coordination, 'treuhand-koordination')
  await look(office, 'treuhand-3-probe')
  await rehearse(office, WORDS.coordination)
  await council.reload()
  await rehearse(council, WORDS.oversight)
  await look(council, 'treuhand-4-bereit')

  await follow(council, 'Treuhand für diese Befragung')
  await look(council, 'treuhand-5-stand')
  expect(await text(council)).toContain('Beide sind bereit. Die Befragung kann beginnen.')
})

journey('whoever wants to tell whose answer it is can only guess', async () => {
  const page = await newPage()
  await page.goto('/privacy')
  await follow(page, 'Wie anonym ist das? Genau nachlesen')
  await look(page, 'anonym-1-text')
  await follow(page, 'Versuchen Sie, eine Antwort zuzuordnen')
  await look(page, 'anonym-2-raten')
  for (const [nth, choice] of (await page.getByRole('main').locator('select').all()).entries()) {
    await choice.selectOption({ label: `Umschlag ${nth + 1}` })
  }
  await press(page, 'Auflösen')
  await look(page, 'anonym-3-aufloesung')
  expect(await text(page)).toContain('Wer blind rät, trifft im Durchschnitt genau einen')
})
