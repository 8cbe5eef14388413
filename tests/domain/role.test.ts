import { expect, test } from 'vitest'
import { ROLES } from '#app/domain/policy.ts'
import { roleRefusal } from '#app/domain/role.ts'

const from = { fromDate: '2026-01-01', untilDate: null }

test.each(ROLES)('%s: given to the whole district or to one organisation, for good or for a time', (role) => {
  const forAll = roleRefusal({ role, organisationId: null, ...from })
  const forOne = roleRefusal({ role, organisationId: 'town', ...from })
  const untilMay = roleRefusal({ role, organisationId: null, ...from, untilDate: '2026-05-31' })

  expect(forAll).toBe(
    role === 'trainingOfficer' ? 'needs-organisation' : role === 'consultant' ? 'needs-end' : null,
  )
  expect(forOne).toBe(role === 'trainingOfficer' ? null : 'needs-no-organisation')
  expect(untilMay).toBe(role === 'trainingOfficer' ? 'needs-organisation' : null)
})

test('a role does not end before it begins', () => {
  const backwards = {
    role: 'trainer',
    organisationId: null,
    fromDate: '2026-01-02',
    untilDate: '2026-01-01',
  } as const

  expect(roleRefusal(backwards)).toBe('ends-before-start')
  expect(roleRefusal({ ...backwards, untilDate: '2026-01-02' })).toBeNull()
})
