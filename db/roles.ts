import { dayOf } from '#app/domain/calendar.ts'
import { holdsOn } from '#app/domain/organisation.ts'
import type { Role } from '#app/domain/policy.ts'
import { roleRefusal, type RoleRefusal } from '#app/domain/role.ts'
import { audit } from '#db/audit.ts'
import type { Db, Trx } from '#db/client.server.ts'
import type { Row } from '#db/schema.ts'

export type PersonRole = Row<'roleAssignment'> & { organisation: string | null }

/** The roles of some people, past and coming ones too, the oldest first. */
export function listRoles(db: Db, personIds: string[]): Promise<PersonRole[]> {
  if (personIds.length === 0) return Promise.resolve([])
  return db
    .selectFrom('roleAssignment')
    .leftJoin('organisation', 'organisation.id', 'roleAssignment.organisationId')
    .selectAll('roleAssignment')
    .select('organisation.name as organisation')
    .where('personId', 'in', personIds)
    .orderBy('fromDate')
    .orderBy('role')
    .execute()
}

/** Everybody who has a role today: whom a mail of a matter goes to. */
export function listPeopleWithRole(db: Db, role: Role, day: string) {
  return db
    .selectFrom('roleAssignment')
    .innerJoin('person', 'person.id', 'roleAssignment.personId')
    .select(['person.id', 'person.givenName', 'person.familyName', 'person.email', 'person.locale'])
    .distinct()
    .where('role', '=', role)
    .where('fromDate', '<=', day)
    .where((eb) => eb.or([eb('untilDate', 'is', null), eb('untilDate', '>=', day)]))
    .where('person.disabledAt', 'is', null)
    .execute()
}

export type NewRole = {
  id: string
  personId: string
  role: Role
  organisationId: string | null
  fromDate: string
  untilDate: string | null
}

export type AssignResult = { ok: true } | { ok: false; refusal: RoleRefusal | 'already-assigned' }

/** Gives somebody a role for a time. The same id a second time changes nothing. */
export function assignRole(db: Db, by: string, assignment: NewRole, now: Date): Promise<AssignResult> {
  return db.transaction().execute(async (trx) => {
    const refusal = roleRefusal(assignment)
    if (refusal) return { ok: false, refusal }
    const { id, personId, role, organisationId, fromDate, untilDate } = assignment
    // Two admins who give the same role at once take turns here.
    await trx
      .selectFrom('person')
      .select('id')
      .where('id', '=', personId)
      .forUpdate()
      .executeTakeFirstOrThrow()
    const others = await trx
      .selectFrom('roleAssignment')
      .selectAll()
      .where('personId', '=', personId)
      .execute()
    if (others.some((other) => other.id === id)) return { ok: true }
    const same = others.filter((other) => other.role === role && other.organisationId === organisationId)
    if (same.some((other) => other.untilDate === null || other.untilDate >= fromDate)) {
      return { ok: false, refusal: 'already-assigned' }
    }
    await trx
      .insertInto('roleAssignment')
      .values({ id, personId, role, organisationId, fromDate, untilDate, assignedBy: by })
      .execute()
    await audit(trx, by, 'role:assign', personId, now, { role, organisationId, fromDate, untilDate })
    return { ok: true }
  })
}

export type EndRoleResult = { ok: true } | { ok: false; refusal: 'last-admin' }

/**
 * Ends a role; `untilDate` is the last day on which it counts. A role that had not begun by then is taken back.
 * The last admin without an end date keeps the role: an installation must not lock everybody out.
 */
export function endRole(
  db: Db,
  by: string,
  id: string,
  untilDate: string,
  now: Date,
): Promise<EndRoleResult> {
  return db.transaction().execute(async (trx) => {
    const admins = await lockAdmins(trx, dayOf(now))
    if (admins.length > 0 && admins.every((admin) => admin.id === id))
      return { ok: false, refusal: 'last-admin' }
    const role = await trx.selectFrom('roleAssignment').selectAll().where('id', '=', id).executeTakeFirst()
    if (!role) return { ok: true }
    if (untilDate < role.fromDate) await trx.deleteFrom('roleAssignment').where('id', '=', id).execute()
    else await trx.updateTable('roleAssignment').set({ untilDate }).where('id', '=', id).execute()
    await audit(trx, by, 'role:assign', role.personId, now, { role: role.role, untilDate })
    return { ok: true }
  })
}

type Admin = { id: string; personId: string }

/** The roles of those who are admin for good, held so that two admins cannot dismiss each other at once. */
export async function lockAdmins(trx: Trx, day: string): Promise<Admin[]> {
  const rows = await trx
    .selectFrom('roleAssignment')
    .innerJoin('person', 'person.id', 'roleAssignment.personId')
    .select(['roleAssignment.id', 'roleAssignment.personId', 'fromDate', 'untilDate'])
    .where('role', '=', 'admin')
    .where('untilDate', 'is', null)
    .where('person.disabledAt', 'is', null)
    .orderBy('roleAssignment.id')
    .forUpdate()
    .execute()
  return rows.filter((row) => holdsOn(row, day))
}
