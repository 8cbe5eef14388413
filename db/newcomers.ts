// Colleagues whom a training officer enrols before they have an account.

import { dayOf } from '#app/domain/calendar.ts'
import type { Audience } from '#app/domain/course.ts'
import { audit } from '#db/audit.ts'
import type { Trx } from '#db/client.server.ts'
import { listMembers } from '#db/members.ts'
import { addPersonIn } from '#db/people.ts'

export type Newcomer = {
  /** Made by the page that asks for them: sent twice, they come once. */
  id: string
  givenName: string
  familyName: string
  email: string
  audience: Audience
}

export type Newcomers = {
  /** For which of the officer's organisations. */
  organisationId: string
  people: readonly Newcomer[]
}

export type Admitted = {
  /** By person, the id of the row in which they came; it becomes the id of their enrolment. */
  rowOf: Map<string, string>
  /** Who was not there before. */
  added: string[]
  /** Those whose address belongs to somebody else. Not even whose is said. */
  refused: Newcomer[]
}

/**
 * Finds or adds the people of an organisation, without a password and without an invitation: the offer is the only
 * mail. An address that is known is taken for the person who has it, if that person serves the organisation.
 */
export async function admitNewcomers(
  trx: Trx,
  by: string,
  newcomers: Newcomers | undefined,
  now: Date,
): Promise<Admitted> {
  const admitted: Admitted = { rowOf: new Map(), added: [], refused: [] }
  if (!newcomers) return admitted
  const { organisationId, people } = newcomers
  for (const newcomer of people) {
    const known = await find(trx, newcomer.email)
    const personId = known
      ? await memberOf(trx, known, organisationId, now)
      : await add(trx, by, organisationId, newcomer, now)
    if (!personId) admitted.refused.push(newcomer)
    else admitted.rowOf.set(personId, newcomer.id)
    if (personId && !known) admitted.added.push(personId)
  }
  return admitted
}

async function find(trx: Trx, email: string): Promise<string | undefined> {
  const row = await trx.selectFrom('person').select('id').where('email', '=', email).executeTakeFirst()
  return row?.id
}

async function memberOf(trx: Trx, personId: string, organisationId: string, now: Date) {
  const [member] = await listMembers(trx, [personId], [organisationId], dayOf(now))
  return member?.id
}

async function add(
  trx: Trx,
  by: string,
  organisationId: string,
  { audience, ...newcomer }: Newcomer,
  now: Date,
): Promise<string | undefined> {
  const membership = { organisationId, audience }
  const person = { ...newcomer, locale: 'de' as const, membership, invite: false }
  const added = await addPersonIn(trx, by, { ...person, roles: ['participant'] }, now)
  return added.ok ? newcomer.id : undefined
}

/** Whoever was entered for a seat and could not have one is not kept: nobody has told them that they are here. */
export async function dismissNewcomers(
  trx: Trx,
  by: string,
  { added }: Admitted,
  personIds: readonly string[],
  now: Date,
): Promise<void> {
  const gone = added.filter((personId) => personIds.includes(personId))
  if (gone.length === 0) return
  await trx.deleteFrom('roleAssignment').where('personId', 'in', gone).execute()
  await trx.deleteFrom('membership').where('personId', 'in', gone).execute()
  await trx.deleteFrom('person').where('id', 'in', gone).execute()
  for (const personId of gone) await audit(trx, by, 'person:manage', personId, now, { added: false })
}
