import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { addDays, dayOf, endOfDay } from '#app/domain/calendar.ts'
import {
  as,
  expectNoAxeViolations,
  expectNoSidewaysScrolling,
  follow,
  inContrast,
  isOnPostgres,
  isUp,
  journey,
  look,
  PHONE,
  picture,
  press,
  said,
  travelTo,
} from '#tests/journeys/browser.ts'
import { expectFocus, tabTo } from '#tests/journeys/keyboard.ts'
import { startProduct, type OwnProduct } from '#tests/journeys/product.ts'

// A round takes weeks. These journeys go through a district of their own, whose clock they put forward.

const VOTERS = ['nutzer', 'teilnehmerin', 'trainerin', 'trainer', 'trainer2', 'fortbildung', 'koordination2']
const UP_WITHIN_MS = 300_000
/** Invitations go out at seven. */
const WORKING_HOUR_MS = 10 * 3_600_000

let product: OwnProduct | undefined
let today = dayOf(new Date())

beforeAll(async () => {
  if (isUp) product = await startProduct(isOnPostgres, morningOf(today))
}, UP_WITHIN_MS)
afterAll(() => product?.stop())

function morningOf(day: string): Date {
  return new Date(endOfDay(addDays(day, -1)).getTime() + WORKING_HOUR_MS)
}

function there(): OwnProduct {
  if (!product) throw new Error('no product')
  travelTo(product)
  return product
}

async function goOn(day: string): Promise<void> {
  today = day
  await there().goOnAt(morningOf(day))
}

/** What is due is done soon after a start, and not in the same moment. */
async function openUntil(page: Page, address: string, seen: Locator): Promise<void> {
  const look = async () => {
    await page.goto(address)
    return seen.count()
  }
  await expect.poll(look, { timeout: UP_WITHIN_MS, interval: 500 }).toBeGreaterThan(0)
}

journey('a round from the editor to what came of it, with seven people', async () => {
  there()
  const title = 'Wie geht es weiter?'
  const office = await as('koordination')
  await writeQuestionnaire(office, 'Blick nach vorn')
  const { round, opensOn, closesOn } = await planRound(office, title, 'Blick nach vorn')

  await goOn(opensOn)
  for (const [nth, account] of VOTERS.entries()) await answer(account, title, nth)

  await goOn(addDays(closesOn, 1))
  await releaseWithRemarks(round)
  await takeUpMeasure(round)
  await readResults(round)
})

/** From a blank draft to a published version, step by step. */
async function writeQuestionnaire(page: Page, name: string): Promise<void> {
  await page.goto('/questionnaires/new')
  await page.getByLabel('Titel').fill(name)
  await press(page, 'Entwurf anlegen')
  // In words of its own, or it would ask the same as a round of the demo district, and hardly anybody else.
  await follow(page, /insgesamt\?“ ändern/)
  await page.getByLabel('Frage (Deutsch)', { exact: true }).fill(`${name}: Wie zufrieden sind Sie damit?`)
  await page.getByLabel('Schlüssel').fill('outlook')
  await page.getByRole('button', { name: 'Speichern', exact: true }).first().click()
  await page.getByText('outlook').first().waitFor()
  await addQuestion(page, 'Zahl', `${name}: Wie viele Stunden lernen Sie im Monat?`, 'hours', async () => {
    await page.getByLabel('Kleinste Zahl').fill('0')
    await page.getByLabel('Größte Zahl').fill('40')
  })
  await addQuestion(page, 'Langer Text', 'Was wünschen Sie sich?', 'wishes', async () => {
    await page.getByLabel('Höchstens so viele Zeichen').fill('500')
  })
  await addByKeyboard(page)
  await look(page, 'runde-02-entwurf')
  await page.getByRole('main').getByRole('link', { name, exact: true }).click()
  await press(page, 'Entwurf veröffentlichen')
  expect(await said(page)).toContain('Die neue Fassung ist veröffentlicht.')
}

async function addQuestion(
  page: Page,
  kind: string,
  title: string,
  key: string,
  limits: () => Promise<void>,
): Promise<void> {
  await page.getByText('In „Ihre Meinung“ hinzufügen').click()
  await follow(page, kind)
  await page.getByLabel('Frage (Deutsch)', { exact: true }).fill(title)
  await page.getByLabel('Schlüssel').fill(key)
  await limits()
  await page.getByRole('button', { name: 'Speichern', exact: true }).first().click()
  await page.getByText(title).first().waitFor()
}

/** Adds a question and moves it without a mouse: the focus goes on where the page has changed, and is seen. */
async function addByKeyboard(page: Page): Promise<void> {
  const title = 'Hat es sich gelohnt?'
  await expectFocus(page, /Was wünschen Sie sich\?“ ändern/)
  await tabTo(page, /^In „Ihre Meinung“ hinzufügen/)
  await page.keyboard.press('Enter')
  await tabTo(page, /^Ja oder nein/)
  await page.keyboard.press('Enter')
  await page.waitForURL(/kind=yes-no/)
  await tabTo(page, /^Frage \(Deutsch\)/)
  await page.keyboard.type(title)
  await tabTo(page, /^Speichern/)
  await page.keyboard.press('Enter')
  await expectFocus(page, /gelohnt\?“ ändern/)
  await tabTo(page, /gelohnt\?“ nach oben/)
  await page.keyboard.press('Enter')
  await page.waitForURL(/by=up/)
  await expectFocus(page, /gelohnt\?“ nach oben/)
  await page.keyboard.press('Enter')
  await expect.poll(() => page.locator('ol.stack > li').first().innerText()).not.toContain(title)
  await expect.poll(() => page.locator('ol.stack > li').nth(1).innerText()).toContain(title)
  await expectFocus(page, /gelohnt\?“ nach oben/)
}

type Planned = { round: string; opensOn: string; closesOn: string }

/** With the days that the form suggests. */
async function planRound(page: Page, title: string, questionnaire: string): Promise<Planned> {
  await page.goto('/evaluations/new?kind=free')
  await page.getByLabel('Titel').fill(title)
  await page.getByRole('radio', { name: questionnaire }).check()
  for (const group of ['it', 'user']) await page.locator(`[name=groups][value=${group}]`).check()
  const [opensOn, closesOn] = [
    await page.locator('[name=opensOn]').inputValue(),
    await page.locator('[name=closesOn]').inputValue(),
  ]
  await picture(page, 'runde-04-planen')
  await press(page, 'Befragung planen')
  await page.waitForURL(/\/evaluations\/[0-9a-f-]{36}/)
  return { round: new URL(page.url()).pathname, opensOn, closesOn }
}

/** The first without scripts, the second on a phone; both make a slip first. */
async function answer(account: string, title: string, nth: number): Promise<void> {
  const isPlain = nth === 0
  const page = await as(account, { javaScript: !isPlain, ...(nth === 1 ? { width: PHONE } : {}) })
  await fillIn(page, title, { isPlain, rating: nth < 5 ? 'zufrieden' : 'sehr zufrieden' })
  if (nth < 2) await slip(page)
  if (isPlain) await lookAtPlainForm(account, title)
  if (nth === 1) await lookEverywhere(page, 'runde-06-telefon')
  await page.getByLabel(HOURS).fill(String(nth * 5))
  await press(page, 'Antworten absenden')
  await page.waitForURL(/\/thanks$/)
  await page.context().close()
}

const HOURS = /Wie viele Stunden/

async function fillIn(
  page: Page,
  title: string,
  { isPlain, rating }: { isPlain: boolean; rating: string },
): Promise<void> {
  const link = page.getByRole('main').getByRole('link', { name: title }).first()
  await openUntil(page, '/', link)
  await link.click()
  if (!isPlain) await page.locator('.sd-root-modern').waitFor()
  await page.getByRole('radio', { name: rating, exact: true }).first().check({ force: true })
  await page.getByRole('textbox').last().fill('Mehr Zeit zum Üben.')
}

async function slip(page: Page): Promise<void> {
  await page.getByLabel(HOURS).fill('99')
  await press(page, 'Antworten absenden')
  await page
    .getByText(/bis 40|größer als 40/)
    .first()
    .waitFor()
}

/**
 * axe is a script: where none runs it cannot look. So it looks where the product's own came out empty, and what is
 * meant for browsers without scripts is taken out of its tags.
 */
async function lookAtPlainForm(account: string, title: string): Promise<void> {
  const page = await as(account)
  await page.route('**/assets/*.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }))
  await page.route('**/evaluations/**', async (route) => {
    const response = await route.fetch({ maxRedirects: 0 })
    const body = (await response.text()).replace(/<\/?noscript>/g, '')
    await route.fulfill({ response, body })
  })
  await fillIn(page, title, { isPlain: true, rating: 'zufrieden' })
  await slip(page)
  await look(page, 'runde-05-ohne-skripte')
  await page.context().close()
}

const WIDTHS = [PHONE, 768, 1280]

/** With errors on the page: at three widths, as it is and in the colours that somebody has chosen for contrast. */
async function lookEverywhere(page: Page, name: string): Promise<void> {
  const before = page.viewportSize()
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 })
    for (const colours of [undefined, 'forced'] as const) {
      await inContrast(page, colours === 'forced')
      await expectNoAxeViolations(page)
      await expectNoSidewaysScrolling(page)
      await picture(page, colours ? `${name}-kontrast` : name)
    }
  }
  await inContrast(page, false)
  if (before) await page.setViewportSize(before)
}

/** Whoever is rated does not release: the staff council reads the remarks. */
async function releaseWithRemarks(round: string): Promise<void> {
  const office = await as('koordination')
  await openUntil(office, round, office.getByText('Die Antworten sind ausgezählt'))
  expect(await office.getByRole('button', { name: /freigeben/ }).count()).toBe(0)

  const council = await as('personalrat')
  await council.goto(round)
  const remarks = council.locator('input[type=radio][value=shown]')
  expect(await remarks.count()).toBe(VOTERS.length)
  for (const remark of await remarks.all()) await remark.check()
  await look(council, 'runde-07-anmerkungen')
  await press(council, 'Entscheidungen speichern')
  await follow(council, 'Ergebnisse freigeben')
  await press(council, 'Ergebnisse freigeben')
  expect(await said(council)).toContain('Ergebnisse ansehen')
}

async function takeUpMeasure(round: string): Promise<void> {
  const page = await as('koordination')
  await page.goto(`${round}/measures`)
  await page.getByLabel('Maßnahme').last().fill('Ein Übungsnachmittag im Monat')
  await page.getByLabel('Zuständig').last().fill('Koordination')
  await press(page, 'Maßnahme eintragen')
  expect(await said(page)).toContain('Die Maßnahme ist gespeichert.')
  await page.goto(`${round}/results`)
  await look(page, 'runde-08-ergebnisse')
}

/** Whoever was invited reads what came of it; the figures too, where their office may. */
async function readResults(round: string): Promise<void> {
  const invited = await as('teilnehmerin')
  await invited.goto('/measures')
  expect(await said(invited)).toContain('Ein Übungsnachmittag im Monat')
  await look(invited, 'runde-09-was-daraus-wurde')

  const colleague = await as('koordination2')
  await colleague.goto(`${round}/results`)
  const text = await said(colleague)
  expect(text).toContain('Mehr Zeit zum Üben.')
  expect(text).toMatch(/7 von \d+/)
}

const WORDS = { coordination: 'Rote Fische im Nebel', oversight: 'Blaue Ziegel am Deich' }

journey('two trustees prepare a round, and only both together count it', async () => {
  there()
  const title = 'Mit Treuhand'
  const office = await as('koordination')
  await writeQuestionnaire(office, 'Blick zurück')
  const { round, opensOn, closesOn } = await planRound(office, title, 'Blick zurück')
  await office.goto(`${round}/trustees`)
  await office.getByLabel('Für die Koordination').selectOption({ label: 'Katrin Seidel' })
  await office.getByLabel('Für Personalrat oder Datenschutz').selectOption({ label: 'Petra Winkler' })
  await press(office, 'Treuhandpersonen benennen')
  const council = await as('personalrat')
  await setUp(council, title, WORDS.oversight)
  expect(await said(council)).toContain('Die andere Treuhandperson ist an der Reihe')
  await office.goto('/')
  await setUp(office, title, WORDS.coordination)
  await rehearse(office, WORDS.coordination)
  await council.reload()
  await rehearse(council, WORDS.oversight)
  await follow(council, 'Treuhand für diese Befragung')
  await look(council, 'treuhand-5-stand')
  expect(await said(council)).toContain('Beide sind bereit. Die Befragung kann beginnen.')
  expect(await said(council)).not.toContain('hat begonnen')

  await goOn(opensOn)
  for (const account of VOTERS.slice(0, 5)) await vote(account, title)

  await goOn(addDays(closesOn, 1))
  await countTogether(title)
})

/** Passphrase, and the code of the sheet. */
async function setUp(page: Page, round: string, passphrase: string): Promise<void> {
  await page.goto('/')
  await follow(page, `Treuhand vorbereiten: ${round}`)
  await look(page, 'treuhand-1-kennwort')
  await page.getByLabel('Kennwort für diese Befragung').fill(passphrase)
  await page.getByLabel('Noch einmal').fill(passphrase)
  await press(page, 'Kennwort setzen')
  await look(page, 'treuhand-2-notfallblatt')
  const code = await page.locator('.recovery-sheet__code code').innerText()
  await follow(page, 'Blatt ist gedruckt: weiter')
  await page.getByLabel('Code vom Notfallblatt').fill(code.toLowerCase())
  await press(page, 'Code prüfen')
  expect(await said(page)).toContain('Das Notfallblatt ist bestätigt.')
}

async function rehearse(page: Page, passphrase: string): Promise<void> {
  await look(page, 'treuhand-3-probe')
  await page.getByLabel('Kennwort für diese Befragung').first().fill(passphrase)
  await press(page, 'Probe machen')
  expect(await said(page)).toContain('Die Probe ist gelungen.')
}

async function vote(account: string, title: string): Promise<void> {
  const page = await as(account)
  await fillIn(page, title, { isPlain: false, rating: 'zufrieden' })
  await press(page, 'Antworten absenden')
  await page.waitForURL(/\/thanks$/)
  await page.context().close()
}

/** Each in a session of their own; the first one mistypes. */
async function countTogether(title: string): Promise<void> {
  const council = await as('personalrat')
  await follow(council, `Stimmzettel öffnen: ${title}`)
  await openWith(council, 'Blaue Ziegel am Teich', 'Hälfte freigeben')
  expect(await said(council)).toContain('Mit diesem Kennwort öffnet sich Ihre Hälfte nicht.')
  await look(council, 'treuhand-6-falsches-kennwort')
  await openWith(council, WORDS.oversight, 'Hälfte freigeben')
  expect(await said(council)).toContain('Jetzt ist die andere Treuhandperson an der Reihe')
  await look(council, 'treuhand-7-freigegeben')

  const office = await as('koordination')
  await follow(office, `Stimmzettel öffnen: ${title}`)
  await look(office, 'treuhand-8-zweite')
  await openWith(office, WORDS.coordination, 'Öffnen und auszählen')
  expect(await said(office)).toContain('Die Antworten sind ausgezählt')
  await look(office, 'treuhand-9-ausgezaehlt')
}

async function openWith(page: Page, passphrase: string, button: string): Promise<void> {
  await page.getByLabel('Kennwort für diese Befragung').first().fill(passphrase)
  await press(page, button)
}
