import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { dayOf } from '#app/domain/calendar.ts'
import { as, follow, journey, look, press, said } from '#tests/journeys/browser.ts'

const COURSE = 'Phishing erkennen und richtig melden'
/** Tomorrow evening: so close before the start that whoever moves up is asked first. */
const DAY_MILLISECONDS = 86_400_000

journey(
  'shortly before the start a seat that becomes free is offered, and taken with one press',
  async () => {
    const workshop = await planWorkshop(await as('koordination'))
    const [first, second] = [await as('teilnehmerin'), await as('nutzer')]
    await first.goto(workshop)
    await press(first, 'Zu diesem Workshop anmelden')
    expect(await said(first)).toContain('Sie sind angemeldet.')

    await second.goto(workshop)
    await look(second, 'nachruecken-1-ausgebucht')
    await press(second, 'Auf die Warteliste setzen')
    expect(await said(second)).toContain('an Stelle 1')
    expect(await said(second)).toContain('Alle Plätze sind belegt.')
    await look(second, 'nachruecken-2-warteliste')

    await first.goto(workshop)
    await follow(first, 'Vom Workshop abmelden')
    await look(first, 'nachruecken-3-abmelden')
    await press(first, 'Vom Workshop abmelden')
    expect(await said(first)).toContain('Sie sind abgemeldet.')

    await second.goto('/enrolments')
    await look(second, 'nachruecken-4-angebot')
    await press(second, 'Platz annehmen')
    expect(await said(second)).toContain('Sie sind angemeldet.')
    await follow(second, 'Vom Workshop abmelden')
    expect(await said(second)).toContain('nachgerückt, weil sich jemand abgemeldet hat')
    expect(await said(second)).toContain('den angebotenen Platz angenommen')
    await look(second, 'nachruecken-5-verlauf')
    await follow(second, 'Platz weitergeben oder umbuchen')
    await look(second, 'nachruecken-6-vertretung')
  },
)

/** One seat, tomorrow; returns the workshop's address. */
async function planWorkshop(page: Page): Promise<string> {
  await page.goto('/courses')
  await page.locator('[name=search]').fill('Phishing')
  await press(page, 'Anzeigen')
  await follow(page, COURSE)
  await follow(page, 'Workshop planen')
  const day = dayOf(new Date(Date.now() + DAY_MILLISECONDS))
  await page.locator('[name=day0]').fill(day)
  await page.locator('[name=start0]').fill('22:00')
  await page.locator('[name=end0]').fill('23:30')
  await page.locator('[name=place]').fill('Landratsamt, Schulungsraum 1')
  await page.getByLabel('Miriam Albrecht').check()
  await page.locator('[name=capacity]').fill('1')
  await page.locator('[name=enrolUntil]').fill(day)
  await press(page, /planen|speichern/i)
  await page.waitForURL(/\/workshops\/[0-9a-f-]{36}/)
  return new URL(page.url()).pathname
}
