import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { dayOf } from '#app/domain/calendar.ts'
import { as, follow, journey, look, press } from '#tests/journeys/browser.ts'
import { fillLastDay, fillMeetingIn, fillPlace } from '#tests/journeys/planning.ts'
import { readPdf } from '#tests/reports/qpdf.ts'
import { textOfPages } from '#tests/reports/pdf-text.ts'

const COURSE = 'Passwörter, die man sich merken kann'
/** Roll call opens half an hour before the start, and a workshop cannot be planned into the past. */
const STARTS_IN_MINUTES = 20

const heading = (page: Page) => page.getByRole('heading', { level: 1 }).innerText()

journey('from a new course to the figure in the report, as five different people', async () => {
  const coordinator = await as('koordination')
  const workshop = await planWorkshop(coordinator)
  await enrolAsParticipant(workshop)
  await callTheRoll(workshop)
  await answerEvaluation()
  await releaseResults()
  const report = await prepareReport(coordinator)
  await releaseAndCompare(report)
})

/** The coordinator writes a course, publishes it and plans a workshop of it; returns the workshop's address. */
async function planWorkshop(page: Page): Promise<string> {
  await look(page, '01-start-koordination')
  await page.goto('/courses/new')
  await page.getByLabel('Titel').first().fill(COURSE)
  await page.locator('[name=summaryDe]').fill('Wie man sichere Passwörter wählt, ohne sie aufzuschreiben.')
  await page.locator('[name=topicKey]').selectOption({ label: 'Informationssicherheit' })
  await page.locator('[name=level][value=basic]').check()
  await page.locator('[name=format][value=workshop]').check()
  await page.locator('[name=units]').fill('2')
  await page.locator('[name=audiences][value=it]').check()
  await page.locator('[name=goals]').fill('- gute Passwörter wählen\n- einen Passwortspeicher benutzen')
  await page.locator('[name=contents]').fill('- wie Angreifer raten\n- Übung am eigenen Rechner')
  await look(page, '02-kurs-anlegen')
  await press(page, /speichern|anlegen/i)
  await press(page, 'Veröffentlichen')
  await look(page, '03-kurs-koordination')

  await follow(page, 'Workshop planen')
  const day = await fillMeetingIn(page, STARTS_IN_MINUTES)
  await fillPlace(page, 'Landratsamt, Schulungsraum 1')
  await page.getByLabel('Miriam Albrecht').check()
  await page.locator('[name=capacity]').fill('12')
  await fillLastDay(page, day)
  await look(page, '04-workshop-planen')
  await press(page, /^Speichern$/)
  // She leads another workshop right now: that is said once, and may be meant.
  expect(await page.getByRole('main').innerText()).toMatch(/Miriam Albrecht .*KI im Rathaus/)
  await press(page, /^Speichern$/)
  await page.waitForURL(/\/workshops\/[0-9a-f-]{36}/)
  await look(page, '05-workshop-koordination')
  return new URL(page.url()).pathname
}

/** An IT specialist finds the course by a word of its text and gets a seat with one click. */
async function enrolAsParticipant(workshop: string): Promise<void> {
  const page = await as('teilnehmerin')
  await look(page, '06-start-teilnehmerin')
  await page.goto('/courses')
  await look(page, '07-katalog')
  await page.locator('[name=search]').fill('Passwort')
  await press(page, 'Anzeigen')
  await follow(page, COURSE)
  expect(await heading(page)).toContain(COURSE)
  await look(page, '08-kurs')
  await page.goto(workshop)
  await look(page, '09-workshop')
  await press(page, 'Zu diesem Workshop anmelden')
  expect(await page.getByRole('main').innerText()).toContain('Sie sind angemeldet.')
  await look(page, '10-angemeldet')
  await page.goto('/enrolments')
  expect(await page.getByRole('main').innerText()).toContain(COURSE)
  await look(page, '11-meine-termine')
}

/** The trainer ticks off on the phone who is there. */
async function callTheRoll(workshop: string): Promise<void> {
  const page = await as('trainerin')
  await page.goto(workshop)
  await look(page, '12-workshop-trainerin')
  await follow(page, /Anwesenheit/)
  await look(page, '13-anwesenheit')
  await press(page, 'Alle anwesend')
  await page.getByText('Alle sind erfasst.').waitFor()
  await look(page, '14-anwesenheit-erfasst')
}

/** Whoever attended a workshop is asked, in the questionnaire itself. */
async function answerEvaluation(): Promise<void> {
  const page = await as('teilnehmerin')
  await follow(page, /Ihre Meinung ist gefragt/)
  await page.locator('.sd-root-modern').waitFor()
  await look(page, '15-befragung')
  await page.getByRole('radio', { name: 'sehr zufrieden', exact: true }).first().check({ force: true })
  const address = page.url()
  await press(page, /absenden|abgeben/i)
  await page.waitForURL(/\/thanks$/)
  await look(page, '16-danke')
  await page.goto(address)
  expect(await page.getByRole('radio').count()).toBe(0)
  await look(page, '17-schon-beantwortet')
}

/** A member of the staff council reads what people wrote and releases the figures about the competence centre. */
async function releaseResults(): Promise<void> {
  const page = await as('personalrat')
  await look(page, '18-start-personalrat')
  await follow(page, /Ergebnisse freigeben/)
  await look(page, '19-befragung-ausgezaehlt')
  for (const choice of await page.locator('input[type=radio][value=shown]').all()) await choice.check()
  await press(page, 'Entscheidungen speichern')
  await follow(page, 'Ergebnisse freigeben')
  await look(page, '20-freigeben')
  await press(page, 'Ergebnisse freigeben')
  await follow(page, 'Ergebnisse ansehen')
  expect(await page.getByRole('main').innerText()).toMatch(/\d+ von \d+/)
  await look(page, '21-ergebnisse')
}

/** The coordinator freezes the figures of today; returns the address of the report. */
async function prepareReport(page: Page): Promise<string> {
  await page.goto('/reports')
  await page.locator('[name=cutOff]').fill(dayOf(new Date()))
  await look(page, '22-berichte')
  await press(page, 'Entwurf öffnen')
  await look(page, '22a-entwurf-des-berichts')
  await press(page, 'Zahlen festhalten')
  await page.waitForURL(/\/reports\/\d+/)
  await look(page, '23-bericht-vorbereitet')
  return new URL(page.url()).pathname
}

/** A committee member releases the report; what the PDF says is what the dashboard shows. */
async function releaseAndCompare(report: string): Promise<void> {
  const page = await as('ausschuss')
  await look(page, '24-start-ausschuss')
  await page.goto(report)
  await press(page, 'Bericht freigeben')
  await look(page, '25-bericht-freigegeben')
  await page.goto('/indicators')
  await look(page, '26-kennzahlen')
  await slideToFirstDay(page)
  const figures = await page.locator('.stat-card__value').allInnerTexts()
  expect(figures).toEqual([expect.stringMatching(/^\d+ von 28$/), expect.stringMatching(/^\d+,\d\s%$/)])

  await page.goto(report)
  const [download] = await Promise.all([page.waitForEvent('download'), follow(page, /Bericht als PDF/)])
  const pdf = textOfPages(await readPdf(readFileSync(await download.path()))).join(' ')
  for (const figure of figures) expect(pdf).toContain(figure.replace(/\s+/g, ' '))
  await page.goto('/indicators/targets')
  await look(page, '27-ziele')
}

/** By keyboard: the map goes back to the first reporting date, and says its figure to those who cannot see it. */
async function slideToFirstDay(page: Page): Promise<void> {
  const slider = page.getByRole('slider')
  await slider.press('Home')
  const said = (await slider.getAttribute('aria-valuetext')) ?? ''
  expect(said).toMatch(/^\d+\. \p{L}+ \d{4}: \d+ von 28$/u)
  const [, figure = ''] = said.split(': ')
  await page.locator('[data-map-shown]', { hasText: `${figure} Kommunen` }).waitFor()
  await look(page, '26-kennzahlen-am-ersten-stichtag')
}
