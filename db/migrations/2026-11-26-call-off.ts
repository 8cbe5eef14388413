import { sql, type Kysely } from 'kysely'

// Of a workshop that has begun, the meetings that are left are called off; what was attended stays and counts.
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `alter table workshop
    add column rest_called_off_at timestamptz,
    add column rest_call_off_reason text,
    add constraint workshop_rest_called_off_has_reason
      check ((rest_called_off_at is null) = (rest_call_off_reason is null))`,
]
