// What speaks against giving somebody a role. What a role may do stands in policy.ts.

import type { Role } from '#app/domain/policy.ts'

export type RoleRefusal = 'needs-organisation' | 'needs-no-organisation' | 'needs-end' | 'ends-before-start'

type Assignment = {
  role: Role
  organisationId: string | null
  fromDate: string
  untilDate: string | null
}

/** A training officer is one of an organisation; a consultant is one for a time; everybody else neither. */
export function roleRefusal(assignment: Assignment): RoleRefusal | null {
  const { role, organisationId, fromDate, untilDate } = assignment
  if (role === 'trainingOfficer' && organisationId === null) return 'needs-organisation'
  if (role !== 'trainingOfficer' && organisationId !== null) return 'needs-no-organisation'
  if (role === 'consultant' && untilDate === null) return 'needs-end'
  if (untilDate !== null && untilDate < fromDate) return 'ends-before-start'
  return null
}
