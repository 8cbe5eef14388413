import { sql, type Kysely } from 'kysely'

// Boundaries of municipalities, as a map on a page needs them, by their keys.
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `create table boundary (
    ags text primary key,
    shape jsonb not null,
    attribution text not null,
    imported_at timestamptz not null,
    constraint boundary_ags_eight_digits check (ags ~ '^[0-9]{8}$'),
    constraint boundary_attribution_not_blank check (btrim(attribution) <> '')
  )`,
]
