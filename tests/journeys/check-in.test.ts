import { expect } from 'vitest'
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
import { planWorkshop } from '#tests/journeys/planning.ts'

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
