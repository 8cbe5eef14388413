import { sql, type Kysely } from 'kysely'

// What the coordination chooses and writes for the report of a day, until its figures are frozen.
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `create table report_draft (
    cut_off date primary key,
    sections text[] not null,
    comment_i1 text,
    comment_i2 text,
    own_view text,
    version integer not null default 1,
    changed_by uuid not null references person (id),
    changed_at timestamptz not null
  )`,
]
