import { sql, type Kysely } from 'kysely'

// The rules of enrolment: window, quota, promotion, hybrid seats, substitutes, excuses, prerequisites.
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATES = `('interested', 'requested', 'approved', 'rejected', 'confirmed', 'waiting', 'offered', 'lapsed',
  'declined', 'withdrawn', 'excused', 'substituted', 'called-off')`

const STATEMENTS = [
  `alter table workshop
    add column enrol_from timestamptz,
    add column quota integer,
    add column quota_until timestamptz,
    add column promote_until_hours integer not null default 48,
    add column offer_hours integer not null default 24,
    add column online_capacity integer,
    add constraint workshop_enrol_from_before_until check (enrol_from <= enrol_until),
    add constraint workshop_quota_positive check (quota between 1 and 1000),
    add constraint workshop_quota_until_needs_quota check (quota_until is null or quota is not null),
    add constraint workshop_promote_until_hours_known check (promote_until_hours between 0 and 720),
    add constraint workshop_offer_hours_known check (offer_hours between 1 and 336),
    add constraint workshop_online_capacity_positive check (online_capacity between 1 and 1000),
    add constraint workshop_online_capacity_needs_both
      check (online_capacity is null or (place is not null and online_url is not null))`,
  `alter table enrolment
    add column seat text not null default 'room',
    add column wants_room boolean not null default false,
    add column substitute_of uuid references enrolment (id),
    drop constraint enrolment_status_known,
    drop constraint enrolment_queue_number_once,
    add constraint enrolment_status_known check (status in ${STATES}),
    add constraint enrolment_seat_known check (seat in ('room', 'online')),
    add constraint enrolment_wants_room_from_online check (not wants_room or seat = 'online')`,
  // Whoever stands in for somebody inherits the number; the enrolment that they follow has ended by then.
  `create unique index enrolment_queue_number_once on enrolment (queue_number)
    where status in ('interested', 'requested', 'approved', 'confirmed', 'waiting', 'offered')`,
  `alter table enrolment_event
    add column seat text,
    drop constraint enrolment_event_from_known,
    drop constraint enrolment_event_to_known,
    add constraint enrolment_event_from_known check (from_status in ${STATES}),
    add constraint enrolment_event_to_known check (to_status in ${STATES}),
    add constraint enrolment_event_seat_known check (seat in ('room', 'online'))`,
  `alter table course add column audience_only boolean not null default false`,
  `create table course_prerequisite (
    course_id uuid not null references course (id),
    required_course_id uuid not null references course (id),
    constraint course_prerequisite_pkey primary key (course_id, required_course_id),
    constraint course_prerequisite_of_another check (course_id <> required_course_id)
  )`,
  `alter table organisation
    add column it_minimum integer not null default 1,
    add constraint organisation_it_minimum_known check (it_minimum between 0 and 100)`,
]
