import { sql, type Kysely } from 'kysely'

// Rooms and equipment, series of workshops, the day on which it is decided whether a workshop takes place.
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `create table room (
    id uuid primary key,
    name text not null,
    site text,
    seats integer not null,
    accessible boolean not null,
    note text,
    closed_from date,
    closed_until date,
    removed_at timestamptz,
    version integer not null default 1,
    constraint room_seats_positive check (seats between 1 and 1000),
    constraint room_closed_from_and_until check ((closed_from is null) = (closed_until is null)),
    constraint room_closed_in_order check (closed_until >= closed_from)
  )`,
  `create table equipment (
    id uuid primary key,
    name text not null,
    amount integer not null,
    removed_at timestamptz,
    version integer not null default 1,
    constraint equipment_amount_positive check (amount between 1 and 1000)
  )`,
  `create table series (
    id uuid primary key,
    course_id uuid not null references course (id),
    frequency text not null,
    every integer not null,
    created_by uuid not null references person (id),
    created_at timestamptz not null,
    constraint series_frequency_known check (frequency in ('weekly', 'monthly')),
    constraint series_every_positive check (every between 1 and 52)
  )`,
  `alter table workshop
    add column room_id uuid references room (id),
    add column series_id uuid references series (id),
    add column detached_at timestamptz,
    add column link_minutes integer not null default 15,
    add column decide_on date,
    add column going_at timestamptz,
    add column going_by uuid references person (id),
    add column merged_into uuid references workshop (id),
    add constraint workshop_link_minutes_within_a_week check (link_minutes between 0 and 10080),
    add constraint workshop_going_by_somebody check ((going_at is null) = (going_by is null)),
    add constraint workshop_merged_is_called_off check (merged_into is null or called_off_at is not null),
    add constraint workshop_not_merged_into_itself check (merged_into <> id)`,
  `create index workshop_by_room on workshop (room_id) where room_id is not null`,
  `create index workshop_by_series on workshop (series_id) where series_id is not null`,
  `create table workshop_equipment (
    workshop_id uuid not null references workshop (id),
    equipment_id uuid not null references equipment (id),
    amount integer not null,
    constraint workshop_equipment_pkey primary key (workshop_id, equipment_id),
    constraint workshop_equipment_amount_positive check (amount between 1 and 1000)
  )`,
  `create index workshop_equipment_by_equipment on workshop_equipment (equipment_id)`,
]
