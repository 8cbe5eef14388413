import { sql, type Kysely } from 'kysely'

// Evaluations as in a postal vote: outside the invitation (who has voted), inside the sealed ballot.
// No time, no sequence and no person stands beside a ballot; a test reads the schema to keep it so.
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `create table questionnaire_version (
    hash text primary key,
    key text not null,
    definition text not null,
    published_at timestamptz not null
  )`,
  `create trigger questionnaire_version_never_changes before update or delete on questionnaire_version
    for each statement execute function refuse_change()`,
  `create table evaluation_round (
    id uuid primary key,
    kind text not null,
    title text not null,
    course_id uuid references course (id),
    questionnaire_hash text not null references questionnaire_version (hash),
    minimum integer not null default 5,
    opens_on date not null,
    closes_on date,
    public_key bytea not null,
    created_by uuid references person (id),
    created_at timestamptz not null,
    opened_at timestamptz,
    reminded_at timestamptz,
    counted_at timestamptz,
    given_up_at timestamptz,
    given_up_reason text,
    constraint evaluation_round_kind_known check (kind in ('workshop', 'competence-centre')),
    constraint evaluation_round_minimum_never_below_five check (minimum >= 5),
    constraint evaluation_round_workshop_has_course check ((kind = 'workshop') = (course_id is not null)),
    constraint evaluation_round_centre_has_end check (kind = 'workshop' or closes_on is not null),
    constraint evaluation_round_in_order check (closes_on >= opens_on),
    constraint evaluation_round_ends_one_way check (counted_at is null or given_up_at is null)
  )`,
  // Feedback of one course collects in one urn at a time, so that few answers can wait for more. Who adds to it locks
  // the course; this is the second line.
  `create unique index evaluation_round_one_urn_per_course on evaluation_round (course_id, opens_on)
    where counted_at is null and given_up_at is null`,
  // Which workshops have fed a round of their course, and until when their people may answer.
  `create table evaluation_workshop (
    round_id uuid not null references evaluation_round (id),
    workshop_id uuid not null references workshop (id),
    closes_on date not null,
    constraint evaluation_workshop_pkey primary key (round_id, workshop_id),
    constraint evaluation_workshop_once unique (workshop_id)
  )`,
  `create table round_key (
    round_id uuid primary key references evaluation_round (id),
    wrapped_private_key bytea not null
  )`,
  // The lock of a vote: one row per random bucket of about a hundred invitations.
  `create table invitation_bucket (
    round_id uuid not null references evaluation_round (id),
    bucket integer not null,
    constraint invitation_bucket_pkey primary key (round_id, bucket)
  )`,
  `create table invitation (
    round_id uuid not null,
    person_id uuid not null references person (id),
    stratum text not null,
    closes_on date not null,
    bucket integer not null,
    used boolean not null default false,
    constraint invitation_pkey primary key (round_id, person_id),
    constraint invitation_stratum_known check (stratum in ('it', 'user')),
    constraint invitation_in_bucket foreign key (round_id, bucket) references invitation_bucket (round_id, bucket)
  )`,
  `create index invitation_by_person on invitation (person_id)`,
  `create index invitation_by_bucket on invitation (round_id, bucket)`,
  `create table ballot (
    round_id uuid not null,
    bucket integer not null,
    sealed bytea not null,
    constraint ballot_in_bucket foreign key (round_id, bucket) references invitation_bucket (round_id, bucket)
  )`,
  `create index ballot_by_bucket on ballot (round_id, bucket)`,
  // Sealed bytes cannot be compressed, and every vote writes a whole bucket anew: no time is lost on trying, and what
  // the vote leaves behind is cleared away soon.
  `alter table ballot alter column sealed set storage external`,
  `alter table ballot set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000)`,
  `alter table invitation set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000)`,
  `create table tally (
    round_id uuid not null references evaluation_round (id),
    stratum text not null,
    item_key text not null,
    value text not null,
    n integer not null,
    constraint tally_pkey primary key (round_id, stratum, item_key, value),
    constraint tally_counts_something check (n > 0)
  )`,
  // How many were invited and how many voted, kept when the names go at the count.
  `create table turnout (
    round_id uuid not null references evaluation_round (id),
    stratum text not null,
    invited integer not null,
    used integer not null,
    constraint turnout_pkey primary key (round_id, stratum),
    constraint turnout_in_order check (used between 0 and invited)
  )`,
  `create table text_answer (
    id uuid primary key default gen_random_uuid(),
    round_id uuid not null references evaluation_round (id),
    item_key text not null,
    body text not null,
    review text not null default 'pending',
    constraint text_answer_review_known check (review in ('pending', 'shown', 'hidden'))
  )`,
  `create index text_answer_by_round on text_answer (round_id)`,
  `create table release (
    id uuid primary key default gen_random_uuid(),
    round_id uuid not null references evaluation_round (id),
    payload text not null,
    sha256 text not null,
    released_by uuid not null references person (id),
    released_at timestamptz not null,
    constraint release_once_per_round unique (round_id)
  )`,
  `create trigger release_never_changes before update or delete on release
    for each statement execute function refuse_change()`,
]
