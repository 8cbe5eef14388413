import { sql, type Kysely } from 'kysely'

// What the list of a meeting needs: finishing it, taps from devices, arrivals, walk-ins, objections, a fuller history.
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATUSES = `('present', 'partial', 'excused', 'absent')`

const STATEMENTS = [
  `alter table attendance_event
    add column via text not null default 'list',
    add column reason text,
    add constraint attendance_event_via_known
      check (via in ('list', 'offline', 'check-in', 'paper', 'walk-in', 'objection')),
    add constraint attendance_event_reason_known
      check (reason in ('mistake', 'paper-list', 'late-proof', 'objection'))`,
  `create index attendance_event_by_enrolment on attendance_event (enrolment_id)`,
  // The secret of the check-in goes with the meeting: a new date gets a new one.
  `create table roll_call (
    meeting_id uuid primary key references meeting (id) on delete cascade,
    check_in_secret text,
    completed_at timestamptz,
    completed_by uuid references person (id),
    constraint roll_call_completed_by_somebody check ((completed_at is null) = (completed_by is null))
  )`,
  `create table attendance_tap (
    meeting_id uuid not null references meeting (id) on delete cascade,
    enrolment_id uuid not null references enrolment (id),
    device_id uuid not null,
    tapped_at timestamptz not null,
    recorded_at timestamptz not null,
    constraint attendance_tap_pkey primary key (meeting_id, enrolment_id, device_id)
  )`,
  `create index attendance_tap_by_recorded_at on attendance_tap (recorded_at)`,
  `create table arrival (
    meeting_id uuid not null references meeting (id) on delete cascade,
    enrolment_id uuid not null references enrolment (id),
    arrived_at timestamptz not null,
    constraint arrival_pkey primary key (meeting_id, enrolment_id)
  )`,
  `create table walk_in (
    id uuid primary key,
    meeting_id uuid not null references meeting (id),
    name text not null,
    email text,
    organisation text,
    status text not null,
    units integer not null,
    recorded_by uuid not null references person (id),
    recorded_at timestamptz not null,
    enrolment_id uuid references enrolment (id),
    settled_at timestamptz,
    settled_by uuid references person (id),
    constraint walk_in_status_known check (status in ('present', 'partial')),
    constraint walk_in_units_positive check (units > 0),
    constraint walk_in_settled_by_somebody check ((settled_at is null) = (settled_by is null)),
    constraint walk_in_enrolment_means_settled check (enrolment_id is null or settled_at is not null)
  )`,
  `create index walk_in_by_meeting on walk_in (meeting_id)`,
  `create index walk_in_open on walk_in (recorded_at) where settled_at is null`,
  `create table attendance_objection (
    id uuid primary key,
    meeting_id uuid not null references meeting (id),
    enrolment_id uuid not null references enrolment (id),
    status text not null,
    units integer not null,
    note text,
    raised_at timestamptz not null,
    decided_at timestamptz,
    decided_by uuid references person (id),
    decision text,
    answer text,
    constraint attendance_objection_status_known check (status in ${STATUSES}),
    constraint attendance_objection_units_fit check ((status in ('present', 'partial')) = (units > 0)),
    constraint attendance_objection_decision_known check (decision in ('accepted', 'declined')),
    constraint attendance_objection_decided_whole
      check ((decided_at is null) = (decided_by is null) and (decided_at is null) = (decision is null)),
    constraint attendance_objection_no_needs_a_reason check (decision <> 'declined' or answer is not null)
  )`,
  `create unique index attendance_objection_one_open on attendance_objection (meeting_id, enrolment_id)
    where decided_at is null`,
  `create index attendance_objection_by_enrolment on attendance_objection (enrolment_id)`,
]
