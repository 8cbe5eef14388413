import { sql } from 'kysely'
import type { Locale } from '#app/domain/locale.ts'
import type { Actor, Role } from '#app/domain/policy.ts'
import { displayName } from '#app/domain/person.ts'
import type { Db } from '#db/client.server.ts'

type KnownActor = Actor & { id: string; locale: Locale }

/** A person with the roles that hold on this day, in one query; undefined when unknown or disabled. */
export async function getActor(db: Db, personId: string, day: string): Promise<KnownActor | undefined> {
  const row = await db
    .selectFrom('person')
    .leftJoin('roleAssignment as role', (join) =>
      join
        .onRef('role.personId', '=', 'person.id')
        .on('role.fromDate', '<=', day)
        .on((eb) => eb.or([eb('role.untilDate', 'is', null), eb('role.untilDate', '>=', day)])),
    )
    .select(['person.id', 'person.givenName', 'person.familyName', 'person.locale'])
    .select(
      sql<Role[]>`coalesce(array_agg(distinct role.role) filter (where role.role is not null), '{}')`.as(
        'roles',
      ),
    )
    .select(
      sql<
        string[]
      >`coalesce(array_agg(role.organisation_id::text) filter (where role.role = 'trainingOfficer'), '{}')`.as(
        'officerOf',
      ),
    )
    .where('person.id', '=', personId)
    .where('person.disabledAt', 'is', null)
    .groupBy('person.id')
    .executeTakeFirst()
  if (!row) return undefined
  return {
    id: row.id,
    name: displayName(row),
    locale: row.locale,
    roles: row.roles,
    officerOf: row.officerOf,
  }
}
