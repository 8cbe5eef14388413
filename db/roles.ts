import { addDays, dayOf } from '#app/domain/calendar.ts'
import { holdsOn, overlaps } from '#app/domain/organisation.ts'
import type { Role } from '#app/domain/policy.ts'
import { roleRefusal, type RoleRefusal } from '#app/domain/role.ts'
import { audit } from '#db/audit.ts'
import type { Db, Trx } from '#db/client.server.ts'
import type { Ending } from '#db/memberships.ts'
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

/** Who takes care of what comes from outside: the coordinators; where there are none yet, the admins. */
export async function listCoordination(db: Db, day: string) {
  const coordinators = await listPeopleWithRole(db, 'coordinator', day)
  return coordinators.length > 0 ? coordinators : listPeopleWithRole(db, 'admin', day)
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

/**
 * Lets whoever looks after an organisation that merges look after its successor as well, from the day after its last;
 * what a former ending had done is taken back first. The old task stays: places from before the merger are made for
 * the old organisation. Part of changing the organisation.
 */
export async function followAsOfficers(
  trx: Trx,
  by: string,
  { id, before, after }: { id: string; before: Ending; after: Ending },
  now: Date,
): Promise<void> {
  if (before.validUntil === after.validUntil && before.successorId === after.successorId) return
  const rows = await officersOf(trx, id).execute()
  if (before.validUntil && before.successorId) {
    const start = addDays(before.validUntil, 1)
    const begun = await officersOf(trx, before.successorId).where('fromDate', '>=', start).execute()
    for (const row of rows) {
      const next = begun.find((one) => isNextOf(row, one, start))
      if (!next) continue
      await trx.deleteFrom('roleAssignment').where('id', '=', next.id).execute()
      await note(trx, by, { ...next, merged: id, taken: true }, now)
    }
  }
  const { validUntil, successorId } = after
  if (!validUntil || !successorId) return
  const start = addDays(validUntil, 1)
  const there = await officersOf(trx, successorId).execute()
  for (const { personId, role, fromDate, untilDate } of rows) {
    if (untilDate !== null && untilDate < start) continue
    const held = { fromDate: later(fromDate, start), untilDate }
    const next = { personId, role, organisationId: successorId, ...held, assignedBy: by }
    if (there.some((one) => one.personId === personId && overlaps(one, next))) continue
    await trx.insertInto('roleAssignment').values(next).execute()
    await note(trx, by, { ...next, merged: id }, now)
  }
}

const later = (one: string, other: string) => (one > other ? one : other)

/** Whether a role at the successor is what an ending made of one at the old organisation. */
const isNextOf = (row: Row<'roleAssignment'>, next: Row<'roleAssignment'>, start: string) =>
  next.personId === row.personId &&
  next.fromDate === later(row.fromDate, start) &&
  next.untilDate === row.untilDate

const officersOf = (trx: Trx, organisationId: string) =>
  trx
    .selectFrom('roleAssignment')
    .selectAll()
    .where('organisationId', '=', organisationId)
    .where('role', '=', 'trainingOfficer')
    .orderBy('id')
    .forUpdate()

type Followed = Pick<Row<'roleAssignment'>, 'personId' | 'role' | 'organisationId' | 'fromDate' | 'untilDate'>

async function note(
  trx: Trx,
  by: string,
  {
    personId,
    role,
    organisationId,
    fromDate,
    untilDate,
    ...why
  }: Followed & { merged: string; taken?: true },
  now: Date,
): Promise<void> {
  const { merged, taken } = why
  const details = { role, organisationId, fromDate, untilDate, merged, ...(taken && { taken }) }
  await audit(trx, by, 'role:assign', personId, now, details)
}
