import { expect } from 'vitest'
import { as, follow, journey, look, newPage, press, said } from '#tests/journeys/browser.ts'
import { planWorkshopIn } from '#tests/journeys/planning.ts'

const QUESTION = 'Darf ich eine verdächtige E-Mail von uns mitbringen?'
const ANSWER = 'Ja, gern. Bitte ausgedruckt und ohne Namen.'
/** So far ahead that its mails may wait. */
const AHEAD_DAYS = 12

journey(
  'a question is answered, the answer waits for the mail of the day, and that mail leads to how often one hears',
  async () => {
    const workshop = await planWorkshopIn(await as('koordination'), AHEAD_DAYS)
    const asker = await as('teilnehmerin')
    await asker.goto('/profile/mails')
    await asker.getByLabel('Einmal am Tag, morgens um 7 Uhr').check()
    await look(asker, 'fragen-1-e-mails')
    await press(asker, 'E-Mails so einstellen')
    expect(await said(asker)).toContain('Gespeichert. Das gilt ab sofort.')

    await asker.goto(workshop)
    await press(asker, 'Zu diesem Workshop anmelden')
    await asker.getByLabel('Ihre Frage').fill(QUESTION)
    await press(asker, 'Frage stellen')
    await asker.getByText('Ihre Frage ist bei der Leitung.').waitFor()
    await look(asker, 'fragen-2-gestellt')

    const trainer = await as('trainerin')
    await trainer.goto(`${workshop}/questions`)
    await trainer.getByText('Beantworten').first().click()
    await trainer.getByLabel('Antwort', { exact: true }).fill(ANSWER)
    await look(trainer, 'fragen-3-beantworten')
    await press(trainer, 'Antwort senden')
    await trainer.getByText('Die Antwort an eine Person ist unterwegs.').waitFor()

    await asker.goto(workshop)
    expect(await said(asker)).toContain(ANSWER)

    const admin = await as('admin')
    await admin.goto('/admin/outbox')
    const row = admin.getByRole('row').filter({ hasText: 'Antwort auf eine Frage' }).first()
    expect(await row.innerText()).toContain('wartet auf Zusammenfassung')
    await follow(admin, /Antwort auf eine Frage/)
    await look(admin, 'fragen-4-wartet')

    await admin.goto('/admin/outbox?address=nutzer')
    await follow(admin, 'Zusammenfassung')
    const letter = await said(admin)
    expect(letter).toContain('das hat sich in den letzten Tagen ergeben.')
    await look(admin, 'fragen-5-zusammenfassung')

    const stranger = await newPage()
    await stranger.goto(/\/mail-settings\/\S+/.exec(letter)?.[0] ?? '/')
    await stranger.getByLabel('Jede sofort').check()
    await look(stranger, 'fragen-6-ohne-konto')
    await press(stranger, 'E-Mails so einstellen')
    expect(await said(stranger)).toContain('Gespeichert. Das gilt ab sofort.')
  },
)
