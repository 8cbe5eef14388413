import { sql, type Kysely } from 'kysely'

// Walk-ins with an account whose organisation has not approved: noted at the door, settled by the coordination.
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `alter table walk_in
    add column person_id uuid references person (id),
    add constraint walk_in_person_means_open check (person_id is null or settled_at is null)`,
  `create unique index walk_in_person_once on walk_in (meeting_id, person_id)`,
]
