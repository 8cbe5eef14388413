import { sql, type Kysely } from 'kysely'

// A meeting that did not take place leaves the meetings of its workshop, so that it counts nowhere; it stands here
// until somebody takes that back. What was recorded of it is history, and outlives it.
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `create table missed_meeting (
    id uuid primary key,
    workshop_id uuid not null references workshop (id),
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    units integer not null,
    reason text not null,
    missed_at timestamptz not null,
    missed_by uuid not null references person (id),
    constraint missed_meeting_reason_given check (reason <> '')
  )`,
  `create index missed_meeting_by_workshop on missed_meeting (workshop_id, starts_at)`,
  `alter table attendance_event drop constraint attendance_event_meeting_id_fkey`,
  `alter table walk_in drop constraint walk_in_meeting_id_fkey`,
  `alter table attendance_objection drop constraint attendance_objection_meeting_id_fkey`,
]
