import type { Page } from 'playwright-core'
import { dayOf, timeOf } from '#app/domain/calendar.ts'

const COURSE = 'KI im Rathaus: was geht, was darf'
/** Checking in opens half an hour before the start. */
const STARTS_IN_MINUTES = 10
const LASTS_MINUTES = 90

/** A workshop of the journey's own that begins now, so that no other one has written its list; returns its address. */
export async function planWorkshop(page: Page): Promise<string> {
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
