import { sql } from 'kysely'
import type { Locale } from '#app/domain/locale.ts'
import { displayName } from '#app/domain/person.ts'
import type { Actor, Role } from '#app/domain/policy.ts'
import type { Db } from '#db/client.server.ts'
import type { Row } from '#db/schema.ts'

export type KnownActor = Actor & { id: string; locale: Locale }

type ActorRow = Pick<Row<'person'>, 'id' | 'givenName' | 'familyName' | 'locale'> & {
  roles: Role[]
  officerOf: string[]
}

/** A person with the roles that hold on this day, in one query; undefined when unknown or disabled. */
export async function getActor(db: Db, personId: string, day: string): Promise<KnownActor | undefined> {
  const row = await actorRows(db, day).where('person.id', '=', personId).executeTakeFirst()
  return row && asActor(row)
}

/** The same as a query that can ask for more beside it: every page asks who is there. */
export function actorRows(db: Db, day: string) {
  return db
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
    .where('person.disabledAt', 'is', null)
    .groupBy('person.id')
}

export function asActor({ id, locale, roles, officerOf, ...name }: ActorRow): KnownActor {
  return { id, name: displayName(name), locale, roles, officerOf }
}
