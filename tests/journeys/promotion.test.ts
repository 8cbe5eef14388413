import { expect } from 'vitest'
import { as, follow, journey, look, press, said } from '#tests/journeys/browser.ts'
import { planWorkshopIn } from '#tests/journeys/planning.ts'

/** Tomorrow evening: so close before the start that whoever moves up is asked first. */
const TOMORROW = 1

journey(
  'shortly before the start a seat that becomes free is offered, and taken with one press',
  async () => {
    const workshop = await planWorkshopIn(await as('koordination'), TOMORROW, 1)
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
