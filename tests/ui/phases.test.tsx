import { expect, test } from 'vitest'
import { PhaseTable } from '#app/ui/phases.tsx'
import { html } from '#tests/ui/render.tsx'

const days = { fromDate: '2025-03-01', untilDate: null, version: 1 }

test('a phase is open until a resolution with its reference has set its days', () => {
  const phases = [
    { key: 'pilot' as const, ...days, resolution: null },
    { key: 'firstYear' as const, ...days, resolution: 'LA 2026/02, TOP 3' },
  ]
  const [pilot, firstYear] = html(<PhaseTable phases={phases} />)
    .split('<tr')
    .slice(-2)
    .map((row) => row.replace(/<[^>]*>/g, ' '))
  expect(pilot).toMatch(/1\. März 2025\s+offen\s+offen\s+–/)
  expect(firstYear).toMatch(/1\. März 2025\s+offen\s+beschlossen\s+LA 2026\/02, TOP 3/)
})
