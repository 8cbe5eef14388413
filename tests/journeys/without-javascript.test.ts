import { expect } from 'vitest'
import { expectNoAxeViolations, journey, newPage, picture, signIn } from '#tests/journeys/browser.ts'

journey('without scripts one answers an evaluation, from the first page to the thanks', async () => {
  const page = await newPage({ javaScript: false, width: 360 })
  await signIn(page, 'nutzer')
  await page.goto('/')
  await page
    .getByRole('main')
    .getByRole('link', { name: /Fortbildungsbedarf/ })
    .click()

  const main = page.getByRole('main')
  // What is promised stands before the first question.
  const text = await main.innerText()
  expect(text.indexOf('Bevor Sie antworten')).toBeLessThan(text.indexOf('Ihre Bewertung'))
  await picture(page, '50-ohne-skripte')
  await main.getByRole('radio', { name: 'zufrieden', exact: true }).first().check()
  await main.getByRole('textbox').first().fill('Barrierefreie Dokumente.')
  const address = page.url()
  await main.getByRole('button', { name: 'Antworten absenden' }).click()
  await page.waitForURL(/\/thanks$/)
  await picture(page, '51-ohne-skripte-danke')

  await page.goto(address)
  await main.getByText('Sie haben bereits geantwortet').first().waitFor()
  expect(await main.getByRole('radio').count()).toBe(0)
})

journey(
  'a failing server loses nothing of what was written, and after the thanks no draft is left',
  async () => {
    const page = await newPage()
    await signIn(page, 'fortbildung')
    await page.goto('/')
    await page
      .getByRole('main')
      .getByRole('link', { name: /Fortbildungsbedarf/ })
      .click()
    await page.locator('.sd-root-modern').waitFor()
    await expectNoAxeViolations(page)
    await page.getByRole('radio', { name: 'sehr zufrieden', exact: true }).first().check({ force: true })
    const drafts = () =>
      page.evaluate<string[]>("Object.keys(localStorage).filter((key) => key.startsWith('lernkreis-draft:'))")
    expect(await drafts()).toHaveLength(1)

    const address = page.url()
    await page.route(address, (route) =>
      route.request().method() === 'POST'
        ? route.fulfill({ status: 404, contentType: 'text/html', body: '<title>Fehler</title>' })
        : route.continue(),
    )
    await page.getByRole('button', { name: 'Antworten absenden' }).click()
    await expect.poll(() => page.title()).toBe('Fehler')
    await page.unroute(address)

    await page.goto(address)
    await page.locator('.sd-root-modern').waitFor()
    expect(await page.getByRole('radio', { name: 'sehr zufrieden', exact: true }).first().isChecked()).toBe(
      true,
    )
    await page.getByRole('button', { name: 'Antworten absenden' }).click()
    await page.waitForURL(/\/thanks$/)
    await expect.poll(drafts).toEqual([])
  },
)
