import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { follow, journey, look, newPage, press, signIn } from '#tests/journeys/browser.ts'

const COURSE = 'Sicher mit E-Mails und Passwörtern'

const text = (page: Page) => page.getByRole('main').innerText()

journey(
  'somebody learns a module without a script, fails a quiz, passes it, and finds it on the path',
  async () => {
    const page = await newPage()
    await signIn(page, 'teilnehmerin')
    await page.goto('/courses?format=self-paced')
    await look(page, 'lernen-01-katalog')
    await follow(page, COURSE)
    await look(page, 'lernen-02-kurs')
    await press(page, 'Kurs beginnen')
    await look(page, 'lernen-03-seite')
    await press(page, 'Erledigt, weiter')
    await look(page, 'lernen-04-datei')

    // Back another day: the same place goes on.
    await page.goto('/learning')
    await look(page, 'lernen-05-mein-lernen')
    await follow(page, 'Weiterlernen')
    await follow(page, 'Weiterlernen')
    expect(await text(page)).toContain('Der Meldeweg zum Ausdrucken')
    await press(page, 'Erledigt, weiter')

    const before = await page.content()
    expect(before).not.toMatch(/correctAnswer|Wer meldet, schützt auch die anderen/)
    await look(page, 'lernen-06-quiz')
    await answer(page, 'Ich lösche sie und sage nichts.', ['Die Nachricht ist kurz.'], 'Ja')
    expect(await text(page)).toContain('Noch nicht bestanden: 0 von 3 richtig')
    expect(await text(page)).toContain('Wer meldet, schützt auch die anderen')
    await look(page, 'lernen-07-nicht-bestanden')
    await follow(page, 'Noch einmal versuchen')
    const signs = [/Die Adresse des Absenders/, /unter Zeitdruck/, /Ein Link führt/]
    await answer(page, 'Ich melde die E-Mail auf dem vereinbarten Weg.', signs, 'Nein')
    expect(await text(page)).toContain('Bestanden: 3 von 3 richtig')
    await look(page, 'lernen-08-bestanden')

    await follow(page, 'Weiter')
    await press(page, 'Erledigt, weiter')
    await press(page, 'Erledigt, zur Übersicht')
    await press(page, 'Kurs abschließen')
    expect(await text(page)).toContain('Abgeschlossen am')
    await look(page, 'lernen-09-abgeschlossen')
    await page.goto('/learning-paths')
    await follow(page, 'Sicher im Amt')
    expect(await text(page)).toMatch(/\d von 3 Kursen erledigt/)
    expect(await text(page)).toContain('selbst gelernt')
    await look(page, 'lernen-10-lernpfad')
  },
)

async function answer(page: Page, one: string, many: (string | RegExp)[], yesOrNo: string): Promise<void> {
  await page.getByRole('radio', { name: one }).check()
  for (const name of many) await page.getByRole('checkbox', { name }).check()
  await page.getByRole('radio', { name: yesOrNo, exact: true }).check()
  await press(page, 'Antworten prüfen')
}

journey(
  'the coordination writes a module with a file and a quiz, and sees what others offer already',
  async () => {
    const page = await newPage()
    await signIn(page, 'koordination')
    await page.goto('/courses')
    await follow(page, 'Kurs anlegen')
    await page.locator('[name=title]').fill('Grundschutz kennenlernen')
    await press(page, 'Nachsehen')
    expect(await text(page)).toContain('Anbieter: BSI')
    await look(page, 'lernen-20-gibt-es-das-schon')

    await writeCourse(page)
    await follow(page, 'Inhalte bearbeiten')
    await look(page, 'lernen-21-module')
    await follow(page, 'Modul anlegen')
    await page.locator('[name=title]').fill('Unterwegs')
    await press(page, 'Speichern')
    await page.getByRole('link', { name: 'Datei oder Bild hinzufügen' }).last().click()
    await page.locator('[name=title]').fill('Packliste')
    await page.locator('[name=file]').setInputFiles({
      name: 'Packliste.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('Was;Warum\nBildschirmfolie;Neugierige\n'),
    })
    await look(page, 'lernen-22-seite-mit-datei')
    await press(page, 'Speichern')
    expect(await text(page)).toContain('Packliste')

    await page.locator('summary', { hasText: 'Seite hinzufügen' }).last().click()
    await page.getByRole('link', { name: 'Quiz hinzufügen' }).last().click()
    await page.locator('[name=title]').fill('Kurz geprüft')
    await press(page, 'Speichern, dann Fragen schreiben')
    await follow(page, 'Eine Antwort ist richtig')
    await page.locator('#title').fill('Was gehört auf einen Laptop?')
    await page.locator('[name=choice0]').fill('Eine Folie gegen Blicke')
    await page.locator('[name=choice1]').fill('Ein Zettel mit dem Passwort')
    await page.locator('[name=isRight0]').check()
    await look(page, 'lernen-23-frage')
    await press(page, 'Frage speichern')
    expect(await text(page)).toContain('Was gehört auf einen Laptop?')
    await look(page, 'lernen-24-quiz')
  },
)

/** A course of her own: whoever learns the one of the district meets no module of hers. */
async function writeCourse(page: Page): Promise<void> {
  await page.goto('/courses/new?title=Grundschutz+kennenlernen')
  await page.locator('[name=summaryDe]').fill('Was zu Hause und unterwegs zu beachten ist.')
  await page.locator('[name=topicKey]').selectOption({ label: 'Informationssicherheit' })
  await page.locator('[name=level][value=basic]').check()
  await page.locator('[name=format][value=self-paced]').check()
  await page.locator('[name=units]').fill('2')
  await page.locator('[name=audiences][value=it]').check()
  await page.locator('[name=goals]').fill('- unterwegs sicher arbeiten')
  await page.locator('[name=contents]').fill('- Geräte, Netze, Blicke')
  await press(page, /speichern|anlegen/i)
}

journey('what is too large, or no PDF, is said, and what was typed stays', async () => {
  const page = await newPage()
  await signIn(page, 'teilnehmerin')
  await page.goto('/proofs/new')
  await page.locator('[name=title]').fill('Netzwerktechnik')
  await page.locator('[name=provider]').fill('SAKD')
  await page.locator('[name=attendedOn]').fill('2026-02-03')
  await page.locator('[name=units]').fill('8')
  const choose = (bytes: number, start: string) =>
    page.locator('[name=file]').setInputFiles({
      name: 'nachweis.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.concat([Buffer.from(start), Buffer.alloc(bytes)]),
    })
  await choose(22 * 1024 * 1024, '%PDF-1.7')
  await press(page, 'Nachweis einreichen')
  expect(await text(page)).toContain('Diese Datei ist zu groß.')
  expect(await page.locator('[name=title]').inputValue()).toBe('Netzwerktechnik')
  await choose(10, 'kein PDF')
  await press(page, 'Nachweis einreichen')
  expect(await text(page)).toContain('passt nicht zu ihrem Namen')
  await look(page, 'lernen-30-nachweis')
  await choose(10, '%PDF-1.7\n')
  await press(page, 'Nachweis einreichen')
  expect(await text(page)).toContain('Eingereicht.')
  await look(page, 'lernen-31-eingereicht')
})
