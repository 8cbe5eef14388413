import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { dayOf, timeOf } from '#app/domain/calendar.ts'
import {
  expectNoAxeViolations,
  expectNoSidewaysScrolling,
  journey,
  newPage,
  password,
  PHONE,
  picture,
  signIn,
} from '#tests/journeys/browser.ts'

const COURSE = 'KI im Rathaus: was geht, was darf'
/** Checking in opens half an hour before the start. */
const STARTS_IN_MINUTES = 10
const LASTS_MINUTES = 90

/** One of this journey's own, so that no other one has written its list already; returns its address. */
async function planWorkshop(page: Page): Promise<string> {
  const starts = new Date(Date.now() + STARTS_IN_MINUTES * 60_000)
  const ends = new Date(starts.getTime() + LASTS_MINUTES * 60_000)
  await page.goto('/workshops/new')
  await page.locator('[name=courseId]').selectOption({ label: COURSE })
  await page.locator('[name=day0]').fill(dayOf(starts))
  await page.locator('[name=start0]').fill(timeOf(starts))
  await page.locator('[name=end0]').fill(dayOf(ends) === dayOf(starts) ? timeOf(ends) : '23:59')
  await page.locator('[name=place]').fill('Rathaus Riesa, kleiner Saal')
  await page.locator('[name=enrolUntil]').fill(dayOf(starts))
  const save = page.getByRole('button', { name: 'Speichern', exact: true })
  await save.click()
  // She leads other workshops at this time, which is said once.
  if (page.url().includes('/workshops/new')) await save.click()
  await page.waitForURL(/\/workshops\/[0-9a-f-]{36}/)
  return new URL(page.url()).pathname
}

journey(
  'a participant types the code from the room, signs in, and the trainer sees the arrival live',
  async () => {
    const trainer = await newPage()
    await signIn(trainer, 'trainerin')
    const workshop = await planWorkshop(trainer)
    const colleague = await newPage()
    await signIn(colleague, 'nutzer')
    await colleague.goto(workshop)
    await colleague.getByRole('button', { name: 'Zu diesem Workshop anmelden' }).click()
    await colleague.getByText('Sie sind angemeldet.').first().waitFor()

    await trainer.goto(workshop)
    await trainer
      .getByRole('main')
      .getByRole('link', { name: /Anwesenheit/ })
      .first()
      .click()
    await trainer.getByRole('link', { name: 'Selbst einchecken lassen' }).click()
    await trainer.locator('.check-in__typed').waitFor()
    await expectNoAxeViolations(trainer)
    await picture(trainer, 'einchecken-im-raum')
    const before = await trainer.locator('.check-in__count').innerText()

    const participant = await newPage({ width: PHONE })
    await participant.goto('/check-in')
    await participant
      .getByLabel('Code aus dem Raum')
      .fill(await trainer.locator('.check-in__typed').innerText())
    await participant.getByRole('button', { name: 'Weiter' }).click()
    await participant.waitForURL(/\/login\?to=/)
    const form = participant.locator('form:has(input[name=password])')
    await form.locator('input[name=email]').fill('nutzer@lernkreis.example')
    await form.locator('input[name=password]').fill(password)
    await form.locator('button').first().click()

    await participant.getByRole('button', { name: 'Ich bin da' }).click()
    await participant.getByText('gespeichert', { exact: false }).first().waitFor()
    await expectNoAxeViolations(participant)
    await expectNoSidewaysScrolling(participant)
    await picture(participant, 'eingecheckt')

    const count = () => trainer.locator('.check-in__count').innerText()
    await expect.poll(count, { timeout: 20_000 }).not.toBe(before)
    await trainer.locator('.check-in__names summary').click()
    await trainer.locator('.check-in__names li').first().waitFor()
  },
)
