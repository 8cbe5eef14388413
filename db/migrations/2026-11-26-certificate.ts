import { sql, type Kysely } from 'kysely'

// Certificates of attendance, calendar entries that were sent, and calendar feeds.
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  // What was certified outlives course, workshop and enrolment: their ids are remembered, not referred to.
  `create table certificate (
    id uuid primary key default gen_random_uuid(),
    code text not null,
    person_id uuid not null references person (id),
    workshop_id uuid not null,
    enrolment_id uuid not null,
    units_planned integer not null,
    units_attended integer not null,
    issued_on date not null,
    issued_by uuid not null references person (id),
    issued_at timestamptz not null,
    replaces uuid references certificate (id),
    sha256 text not null,
    constraint certificate_code_once unique (code),
    constraint certificate_code_well_formed check (code ~ '^[2-9CDFHJKMNPRTVWXY]{12}$'),
    constraint certificate_replaced_once unique (replaces),
    constraint certificate_units_attended check (units_attended between 1 and units_planned)
  )`,
  // One that replaces none begins the line; so no enrolment ever has two that hold.
  `create unique index certificate_line_begins_once on certificate (enrolment_id) where replaces is null`,
  `create index certificate_by_enrolment on certificate (enrolment_id)`,
  `create index certificate_by_person on certificate (person_id)`,
  `create index certificate_by_workshop on certificate (workshop_id)`,
  `create trigger certificate_never_changes before update or delete on certificate
    for each statement execute function refuse_change()`,
  // Apart from the row that nobody may touch, for it holds a name: erasing a person removes it. Nobody rewrites it.
  `create table certificate_content (
    certificate_id uuid primary key references certificate (id),
    content text not null
  )`,
  `create trigger certificate_content_is_never_rewritten before update on certificate_content
    for each statement execute function refuse_change()`,
  `create table certificate_revocation (
    certificate_id uuid primary key references certificate (id),
    kind text not null,
    reason text,
    revoked_by uuid not null references person (id),
    revoked_at timestamptz not null,
    constraint certificate_revocation_kind_known check (kind in ('corrected', 'withdrawn')),
    constraint certificate_revocation_says_why check ((kind = 'withdrawn') = (reason is not null))
  )`,
  `create trigger certificate_revocation_never_changes before update or delete on certificate_revocation
    for each statement execute function refuse_change()`,
  // What somebody's calendar was told of a meeting last. A meeting may be gone by then.
  `create table calendar_entry (
    person_id uuid not null references person (id),
    meeting_id uuid not null,
    workshop_id uuid not null references workshop (id),
    sequence integer not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    place text,
    online boolean not null,
    cancelled boolean not null,
    constraint calendar_entry_pkey primary key (person_id, meeting_id),
    constraint calendar_entry_sequence_not_negative check (sequence >= 0)
  )`,
  `create index calendar_entry_by_workshop on calendar_entry (workshop_id)`,
  `create table calendar_feed (
    person_id uuid primary key references person (id),
    token_hash text not null,
    created_at timestamptz not null,
    constraint calendar_feed_token_once unique (token_hash)
  )`,
]
