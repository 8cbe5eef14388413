import { expect, test } from 'vitest'
import { RoundFacts } from '#app/ui/round.tsx'
import { html } from '#tests/ui/render.tsx'

const givenUp = {
  ...{ id: 'round', kind: 'competence-centre' as const, titleDe: 'IT-Kompetenzstelle', titleEn: null },
  ...{ state: 'given-up' as const, opensOn: '2026-03-11', closesOn: '2026-03-25', invited: 0, turnout: null },
  ...{
    minimum: 5,
    remarkReaders: 'offices' as const,
    needsStandIn: false,
    workshops: 0,
    givenUpReason: null,
  },
}

test('an evaluation that was given up unread names both causes: too few answers, or a key that was missing', () => {
  const server = html(<RoundFacts round={{ ...givenUp, keyHolder: 'server' }} />)
  expect(server).toContain('zu wenige Antworten, oder der Schlüssel des Servers fehlte ein Jahr lang')
  const trustees = html(<RoundFacts round={{ ...givenUp, keyHolder: 'trustees' }} />)
  expect(trustees).toContain(
    'zu wenige Antworten, oder die Treuhandpersonen haben nicht rechtzeitig geöffnet',
  )
})

test('what somebody wrote as the reason stands there as it is', () => {
  const page = html(
    <RoundFacts round={{ ...givenUp, keyHolder: 'server', givenUpReason: 'Falscher Kreis' }} />,
  )
  expect(page).toContain('Falscher Kreis')
  expect(page).not.toContain('zu wenige Antworten')
})
