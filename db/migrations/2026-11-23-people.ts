import { sql, type Kysely } from 'kysely'

// Organisations, people, roles, sign-in, settings, and the record of every write.
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `create table organisation (
    id uuid primary key default gen_random_uuid(),
    kind text not null,
    name text not null,
    ags text,
    municipality_kind text,
    population integer,
    population_date date,
    label_longitude double precision,
    label_latitude double precision,
    valid_from date not null,
    valid_until date,
    successor_id uuid references organisation (id),
    source text,
    version integer not null default 1,
    constraint organisation_kind_known check (kind in ('municipality', 'county', 'association', 'external')),
    constraint organisation_only_municipalities_have_ags check ((kind = 'municipality') = (ags is not null)),
    constraint organisation_ags_eight_digits check (ags ~ '^[0-9]{8}$'),
    constraint organisation_valid_in_order check (valid_until >= valid_from),
    constraint organisation_population_not_negative check (population >= 0)
  )`,
  // An AGS may come again after a merger was undone, but never twice at a time.
  `create unique index organisation_ags_once_while_valid on organisation (ags) where valid_until is null`,
  `create table association_member (
    association_id uuid not null references organisation (id),
    municipality_id uuid not null references organisation (id),
    constraint association_member_pkey primary key (association_id, municipality_id)
  )`,
  `create table participation (
    id uuid primary key default gen_random_uuid(),
    organisation_id uuid not null references organisation (id),
    from_date date not null,
    until_date date,
    declaration text not null,
    constraint participation_in_order check (until_date >= from_date)
  )`,
  `create unique index participation_one_open on participation (organisation_id) where until_date is null`,
  `create table agreement (
    id uuid primary key default gen_random_uuid(),
    organisation_id uuid not null references organisation (id),
    kind text not null,
    state text not null default 'open',
    signed_on date,
    constraint agreement_once_per_kind unique (organisation_id, kind),
    constraint agreement_kind_known check (kind in ('task-transfer', 'data-protection', 'staff-council')),
    constraint agreement_state_known check (state in ('open', 'in-progress', 'signed', 'not-needed')),
    constraint agreement_signed_has_day check ((state = 'signed') = (signed_on is not null))
  )`,
  `create table person (
    id uuid primary key default gen_random_uuid(),
    given_name text not null,
    family_name text not null,
    email text not null,
    password_hash text,
    locale text not null default 'de',
    created_at timestamptz not null,
    disabled_at timestamptz,
    version integer not null default 1,
    constraint person_email_lower check (email = lower(email)),
    constraint person_email_once unique (email),
    constraint person_locale_known check (locale in ('de', 'en'))
  )`,
  // Whom a person serves, and as what: an association's specialist serves its members.
  `create table membership (
    id uuid primary key default gen_random_uuid(),
    person_id uuid not null references person (id),
    organisation_id uuid not null references organisation (id),
    audience text not null,
    from_date date not null,
    until_date date,
    constraint membership_audience_known check (audience in ('it', 'user', 'leadership')),
    constraint membership_in_order check (until_date >= from_date)
  )`,
  `create unique index membership_one_open on membership (person_id, organisation_id) where until_date is null`,
  `create index membership_by_organisation on membership (organisation_id)`,
  `create table role_assignment (
    id uuid primary key default gen_random_uuid(),
    person_id uuid not null references person (id),
    role text not null,
    organisation_id uuid references organisation (id),
    from_date date not null,
    until_date date,
    assigned_by uuid references person (id),
    constraint role_assignment_role_known check (role in ('participant', 'trainer', 'trainingOfficer',
      'coordinator', 'committee', 'dataProtection', 'informationSecurity', 'staffCouncil', 'consultant', 'admin')),
    constraint role_assignment_scope check ((role = 'trainingOfficer') = (organisation_id is not null)),
    constraint role_assignment_in_order check (until_date >= from_date),
    constraint role_assignment_consultant_ends check (role <> 'consultant' or until_date is not null)
  )`,
  `create unique index role_assignment_one_open on role_assignment
    (person_id, role, coalesce(organisation_id, '00000000-0000-0000-0000-000000000000')) where until_date is null`,
  `create index role_assignment_by_person on role_assignment (person_id)`,
  `create table login_session (
    id text primary key,
    user_id uuid not null references person (id) on delete cascade,
    expires_at timestamptz not null,
    created_at timestamptz not null
  )`,
  `create index login_session_by_user on login_session (user_id)`,
  `create index login_session_by_expiry on login_session (expires_at)`,
  `create table login_token (
    token_hash text primary key,
    person_id uuid not null references person (id) on delete cascade,
    kind text not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    constraint login_token_kind_known check (kind in ('invitation', 'reset', 'login'))
  )`,
  // The one-time link of an empty installation: it belongs to nobody yet.
  `create table setup_token (
    token_hash text primary key,
    expires_at timestamptz not null
  )`,
  `create table rate_limit (
    key text primary key,
    started_at timestamptz not null,
    hits integer not null
  )`,
  `create table access_request (
    id uuid primary key,
    given_name text not null,
    family_name text not null,
    email text not null,
    organisation_id uuid references organisation (id),
    note text,
    created_at timestamptz not null,
    decided_at timestamptz,
    decided_by uuid references person (id),
    decision text,
    constraint access_request_decision_known check (decision in ('accepted', 'declined')),
    constraint access_request_decided_whole check ((decision is null) = (decided_at is null))
  )`,
  `create table setting (
    key text primary key,
    value jsonb not null,
    changed_at timestamptz not null
  )`,
  `create table job_run (
    name text primary key,
    ran_at timestamptz not null
  )`,
  `create table audit (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    actor_id uuid,
    action text not null,
    subject_id text,
    details jsonb not null
  )`,
  `create index audit_by_time on audit (at)`,
  `create index audit_by_subject on audit (subject_id)`,
  `create function refuse_change() returns trigger language plpgsql as $$
    begin raise exception 'rows of % are never changed', tg_table_name using errcode = '42501'; end $$`,
  `create trigger audit_is_append_only before update or delete on audit
    for each statement execute function refuse_change()`,
]
