import { sql } from 'kysely'
import { holdsOn } from '#app/domain/organisation.ts'
import { byName } from '#app/domain/person.ts'
import type { Role } from '#app/domain/policy.ts'
import type { Db } from '#db/client.server.ts'
import { listMemberships, type PersonMembership } from '#db/memberships.ts'
import { listRoles, type PersonRole } from '#db/roles.ts'

/** Whoever has no password yet is invited; with a link by mail that person can come in all the same. */
export const PERSON_STATES = ['active', 'invited', 'disabled'] as const
export type PersonState = (typeof PERSON_STATES)[number]

export type PersonLine = {
  id: string
  givenName: string
  familyName: string
  email: string
  state: PersonState
  /** Only those that hold today. */
  memberships: PersonMembership[]
  roles: PersonRole[]
}

export type PeopleFilter = {
  search?: string | undefined
  organisationId?: string | undefined
  role?: Role | undefined
  state?: PersonState | undefined
}

/** One page of the people who match, in German order, and how many match in all. */
export async function listPeople(
  db: Db,
  filter: PeopleFilter,
  { page, size, day }: { page: number; size: number; day: string },
): Promise<{ people: PersonLine[]; total: number }> {
  const all = await matchingPeople(db, filter, day).execute()
  const rows = all.sort(byName).slice((page - 1) * size, page * size)
  const ids = rows.map((row) => row.id)
  const memberships = (await listMemberships(db, ids)).filter((each) => holdsOn(each, day))
  const roles = (await listRoles(db, ids)).filter((each) => holdsOn(each, day))
  const people = rows.map(({ passwordHash, disabledAt, ...row }) => ({
    ...row,
    state: disabledAt ? ('disabled' as const) : passwordHash ? ('active' as const) : ('invited' as const),
    memberships: memberships.filter((each) => each.personId === row.id),
    roles: roles.filter((each) => each.personId === row.id),
  }))
  return { people, total: all.length }
}

function matchingPeople(db: Db, { search, organisationId, role, state }: PeopleFilter, day: string) {
  let people = db
    .selectFrom('person')
    .select(['id', 'givenName', 'familyName', 'email', 'passwordHash', 'disabledAt'])
  // Every word must occur somewhere: "Meyer Anna" finds Anna Meyer.
  for (const word of (search ?? '').split(/\s+/).filter(Boolean)) {
    const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`
    people = people.where((eb) =>
      eb.or([
        eb('givenName', 'ilike', pattern),
        eb('familyName', 'ilike', pattern),
        eb('email', 'ilike', pattern),
      ]),
    )
  }
  if (state === 'disabled') people = people.where('disabledAt', 'is not', null)
  else if (state) {
    people = people.where('disabledAt', 'is', null)
    people = people.where('passwordHash', state === 'active' ? 'is not' : 'is', null)
  }
  if (organisationId) {
    const serving = db
      .selectFrom('membership')
      .select('personId')
      .where('organisationId', '=', organisationId)
    people = people.where('person.id', 'in', serving.where(holdsOnDay(day)))
  }
  if (role) {
    const holding = db.selectFrom('roleAssignment').select('personId').where('role', '=', role)
    people = people.where('person.id', 'in', holding.where(holdsOnDay(day)))
  }
  return people
}

/** The same in SQL, for tables with a period. */
function holdsOnDay(day: string) {
  return sql<boolean>`from_date <= ${day} and (until_date is null or until_date >= ${day})`
}

/** How many people there are, by state. */
export async function countPeopleByState(db: Db): Promise<Record<PersonState, number>> {
  const counted = await db
    .selectFrom('person')
    .select([
      (eb) => eb.fn.countAll<number>().as('all'),
      (eb) => eb.fn.countAll<number>().filterWhere('disabledAt', 'is not', null).as('disabled'),
      (eb) =>
        eb.fn
          .countAll<number>()
          .filterWhere((where) =>
            where.and([where('disabledAt', 'is', null), where('passwordHash', 'is', null)]),
          )
          .as('invited'),
    ])
    .executeTakeFirstOrThrow()
  const { all, disabled, invited } = counted
  return { active: all - disabled - invited, invited, disabled }
}

export type SampleAccount = { role: Role; email: string }

/** One account per role that can sign in with a password: what the sign-in page of the demo district offers. */
export async function listSampleAccounts(db: Db, day: string): Promise<SampleAccount[]> {
  return (
    db
      .selectFrom('roleAssignment')
      .innerJoin('person', 'person.id', 'roleAssignment.personId')
      .distinctOn('role')
      .select(['role', 'email'])
      .where('passwordHash', 'is not', null)
      .where('disabledAt', 'is', null)
      .where(holdsOnDay(day))
      .orderBy('role')
      // "trainer@…" rather than "sebastian.mustermann.17@…".
      .orderBy(sql`length(email)`)
      .orderBy('email')
      .execute()
  )
}
