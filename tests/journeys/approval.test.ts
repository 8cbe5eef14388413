import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { as, follow, journey, look, newPage, press } from '#tests/journeys/browser.ts'

const main = (page: Page) => page.getByRole('main').innerText()

/** The link in the latest mail to an address, as an admin reads it where no mail leaves the house. */
async function linkInMailTo(address: string): Promise<string> {
  const admin = await as('admin')
  await admin.goto(`/admin/outbox?address=${encodeURIComponent(address)}`)
  await admin.getByRole('main').getByRole('table').getByRole('link').first().click()
  const [link] = (await main(admin)).match(/https?:\/\/\S+\/(offers|approvals)\/\S+/) ?? []
  if (!link) throw new Error(`no link to ${address}`)
  return new URL(link).pathname
}

/** Leads somebody to the last date in which they can have a seat: it does not begin while one looks at it. */
async function openWorkshop(page: Page): Promise<string> {
  await page.goto('/workshops?view=agenda')
  const links = await page.getByRole('main').locator('a[href^="/workshops/"]').all()
  const paths = await Promise.all(links.map((link) => link.getAttribute('href')))
  for (const path of new Set(paths.reverse())) {
    if (path === null || !/^\/workshops\/[0-9a-f-]{36}$/.test(path)) continue
    await page.goto(path)
    if (await page.getByRole('button', { name: 'Zu diesem Workshop anmelden' }).count()) return path
  }
  throw new Error('no date is open')
}

journey('somebody enrols, and the mayor’s office approves by a link, without an account', async () => {
  const office = await as('koordination')
  await office.goto('/admin/organisations')
  await follow(office, 'Strehla')
  await follow(office, 'Genehmigung und Anmeldungen')
  await follow(office, 'Regel ändern')
  await office.locator('[name=kind][value=approve]').check()
  await office.locator('[name=approverName]').fill('Bürgermeisteramt Strehla')
  await office.locator('[name=approverEmail]').fill('amt@strehla.example')
  await look(office, 'genehmigung-01-regel')
  await press(office, 'Speichern')
  expect(await main(office)).toContain('Bürgermeisteramt Strehla genehmigt jede Teilnahme.')
  await look(office, 'genehmigung-02-kommune')

  const participant = await as('nutzer')
  const workshop = await openWorkshop(participant)
  expect(await main(participant)).toContain('Gefragt wird Bürgermeisteramt Strehla')
  await press(participant, 'Zu diesem Workshop anmelden')
  expect(await main(participant)).toContain('Ihr Platz ist reserviert.')
  await look(participant, 'genehmigung-03-beantragt')
  await participant.goto('/enrolments')
  expect(await main(participant)).toContain('Beantragt, Genehmigung durch Bürgermeisteramt Strehla')

  const approver = await newPage()
  const link = await linkInMailTo('amt@strehla.example')
  await approver.goto(link)
  expect(await main(approver)).toContain('Holger Kretzschmar')
  await look(approver, 'genehmigung-04-bitte')
  await press(approver, 'Genehmigen')
  expect(await main(approver)).toContain('Der Platz ist bestätigt.')
  await look(approver, 'genehmigung-05-genehmigt')
  await approver.goto(link)
  expect(await approver.getByRole('button', { name: 'Genehmigen' }).count()).toBe(0)

  await participant.goto(workshop)
  expect(await main(participant)).toContain('Sie haben einen Platz.')
  await follow(office, 'Regel ändern')
  await office.locator('[name=kind][value=none]').check()
  await press(office, 'Speichern')
})

journey('a colleague without an account says yes by mail', async () => {
  const officer = await as('fortbildung')
  await look(officer, 'genehmigung-06-start-fortbildung')
  await officer.getByRole('navigation').getByRole('link', { name: 'Meine Kommune' }).first().click()
  await look(officer, 'genehmigung-07-meine-kommune')
  const roomy = officer.locator('#dates tr').filter({ hasText: /Noch \d+ Plätze frei/ })
  // The last one does not begin before the answer comes.
  await roomy
    .last()
    .getByRole('link', { name: /^Anmelden/ })
    .click()
  await officer.getByText('Jemand hat noch kein Konto?').click()
  await officer.locator('[name=givenName0]').fill('Beate')
  await officer.locator('[name=familyName0]').fill('Neumann')
  await officer.locator('[name=email0]').fill('beate.neumann@grossenhain.example')
  await look(officer, 'genehmigung-08-ohne-konto')
  await press(officer, 'Plätze anbieten')
  expect(await main(officer)).toContain('Eine Person hat einen Platz angeboten bekommen.')

  const colleague = await newPage()
  await colleague.goto(await linkInMailTo('beate.neumann@grossenhain.example'))
  expect(await main(colleague)).toContain('Beate Neumann')
  await look(colleague, 'genehmigung-09-angebot')
  await press(colleague, 'Platz annehmen')
  expect(await main(colleague)).toMatch(/Sie haben zugesagt\.|Sie sind angemeldet\./)
  await look(colleague, 'genehmigung-10-zugesagt')
  await officer.goto('/organisations')
  expect(await main(officer)).toContain('Beate Neumann')
})
