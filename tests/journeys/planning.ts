import type { Page } from 'playwright-core'
import { dayOf, timeOf } from '#app/domain/calendar.ts'
import { follow, press } from '#tests/journeys/browser.ts'

const COURSE = 'KI im Rathaus: was geht, was darf'
/** Checking in opens half an hour before the start. */
const STARTS_IN_MINUTES = 10
const LASTS_MINUTES = 90

/** A workshop of the journey's own that begins now, so that no other one has written its list; returns its address. */
export async function planWorkshop(page: Page): Promise<string> {
  await page.goto('/workshops/new')
  await page.locator('[name=courseId]').selectOption({ label: COURSE })
  const day = await fillMeetingIn(page, STARTS_IN_MINUTES)
  await fillPlace(page, 'Rathaus Riesa, kleiner Saal')
  await fillLastDay(page, day)
  const save = page.getByRole('button', { name: 'Speichern', exact: true })
  await save.click()
  // She leads other workshops at this time, which is said once.
  if (page.url().includes('/workshops/new')) await save.click()
  await page.waitForURL(/\/workshops\/[0-9a-f-]{36}/)
  return new URL(page.url()).pathname
}

/** A meeting that begins in so many minutes; returns its day. */
export async function fillMeetingIn(page: Page, minutes: number): Promise<string> {
  const soon = new Date(Date.now() + minutes * 60_000)
  // In the last minute of a day nothing can begin that ends on the same day.
  const starts = timeOf(soon) === '23:59' ? new Date(soon.getTime() + 60_000) : soon
  const ends = new Date(starts.getTime() + LASTS_MINUTES * 60_000)
  await page.locator('[name=day0]').fill(dayOf(starts))
  await page.locator('[name=start0]').fill(timeOf(starts))
  await page.locator('[name=end0]').fill(dayOf(ends) === dayOf(starts) ? timeOf(ends) : '23:59')
  return dayOf(starts)
}

/** A place that is none of the rooms is asked for below them. */
export async function fillPlace(page: Page, place: string): Promise<void> {
  await page.locator('summary', { hasText: 'Anderer Ort oder online' }).click()
  await page.locator('[name=place]').fill(place)
}

/** Until when one can enrol is said by itself; another day waits among the further rules. */
export async function fillLastDay(page: Page, day: string): Promise<void> {
  await page.locator('summary', { hasText: 'Weitere Regeln' }).click()
  await page.locator('[name=enrolUntil]').fill(day)
}

const LATER_COURSE = 'Phishing erkennen und richtig melden'
const DAY_MILLISECONDS = 86_400_000

/** A workshop in so many days, late in the evening, led by Miriam Albrecht; returns its address. */
export async function planWorkshopIn(page: Page, days: number, capacity?: number): Promise<string> {
  await page.goto('/courses')
  await page.locator('[name=search]').fill('Phishing')
  await press(page, 'Anzeigen')
  await follow(page, LATER_COURSE)
  await follow(page, 'Workshop planen')
  const day = dayOf(new Date(Date.now() + days * DAY_MILLISECONDS))
  await page.locator('[name=day0]').fill(day)
  await page.locator('[name=start0]').fill('22:00')
  await page.locator('[name=end0]').fill('23:30')
  await fillPlace(page, 'Landratsamt, Schulungsraum 1')
  await page.getByLabel('Miriam Albrecht').check()
  if (capacity !== undefined) await page.locator('[name=capacity]').fill(String(capacity))
  await fillLastDay(page, day)
  await press(page, /planen|speichern/i)
  await page.waitForURL(/\/workshops\/[0-9a-f-]{36}/)
  return new URL(page.url()).pathname
}
