import { expect } from 'vitest'
import { follow, journey, look, newPage, press, said } from '#tests/journeys/browser.ts'

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
  expect(await said(page)).toContain('Wer blind rät, trifft im Durchschnitt genau einen')
})
