import { sql, type Kysely } from 'kysely'

// When people are busy by their own calendars. There is no column for what it is: it cannot be stored by accident.
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `create table busy_time (
    person_id uuid not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    uploaded_at timestamptz not null,
    constraint busy_time_pkey primary key (person_id, starts_at),
    constraint busy_time_of_person foreign key (person_id) references person (id),
    constraint busy_time_in_order check (ends_at > starts_at)
  )`,
  `create index busy_time_by_end on busy_time (ends_at)`,
]
