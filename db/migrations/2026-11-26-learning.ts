import { sql, type Kysely } from 'kysely'

// Files with their words for who cannot see them; materials; modules with quizzes, and how far somebody has come;
// learning paths, offers of others, and proofs of what somebody learned there.
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `alter table file add column alternative_text text`,
  `alter table file add constraint file_picture_described
    check (media_type not like 'image/%' or alternative_text is not null)`,
  // Films and documents are compressed already; parts of them are read without reading the rest.
  `alter table file alter column content set storage external`,
  `create index file_by_organisation on file (organisation_id)`,
  `create table material (
    id uuid primary key,
    course_id uuid references course (id),
    workshop_id uuid references workshop (id),
    title text not null,
    file_id uuid references file (id),
    url text,
    position integer not null,
    shown_before boolean not null,
    shown_after boolean not null,
    shown_to text not null,
    created_by uuid not null references person (id),
    created_at timestamptz not null,
    version integer not null default 1,
    constraint material_of_course_or_workshop check ((course_id is null) <> (workshop_id is null)),
    constraint material_file_or_link check ((file_id is null) <> (url is null)),
    constraint material_shown_sometime check (shown_before or shown_after),
    constraint material_shown_to_known check (shown_to in ('everybody', 'seated', 'attended'))
  )`,
  `create index material_by_course on material (course_id)`,
  `create index material_by_workshop on material (workshop_id)`,
  `create table module (
    id uuid primary key,
    course_id uuid not null references course (id),
    title text not null,
    summary text,
    position integer not null,
    version integer not null default 1
  )`,
  `create index module_by_course on module (course_id)`,
  `create table module_page (
    id uuid primary key,
    module_id uuid not null references module (id),
    kind text not null,
    title text not null,
    body text not null,
    file_id uuid references file (id),
    captions_id uuid references file (id),
    url text,
    quiz text,
    pass_percent integer,
    attempts integer,
    position integer not null,
    version integer not null default 1,
    constraint module_page_kind_known check (kind in ('text', 'file', 'video', 'link', 'quiz')),
    constraint module_page_has_file check ((kind in ('file', 'video')) = (file_id is not null)),
    constraint module_page_captions_of_video check (captions_id is null or kind = 'video'),
    constraint module_page_has_link check ((kind = 'link') = (url is not null)),
    constraint module_page_quiz_of_quiz check (quiz is null or kind = 'quiz'),
    constraint module_page_has_pass_mark check ((kind = 'quiz') = (pass_percent is not null)),
    constraint module_page_pass_mark_possible check (pass_percent between 1 and 100),
    constraint module_page_attempts_possible check (attempts between 1 and 20)
  )`,
  `create index module_page_by_module on module_page (module_id)`,
  `create table learning (
    person_id uuid not null references person (id),
    course_id uuid not null references course (id),
    started_at timestamptz not null,
    page_id uuid references module_page (id) on delete set null,
    completed_at timestamptz,
    constraint learning_pkey primary key (person_id, course_id)
  )`,
  `create table learning_step (
    person_id uuid not null references person (id),
    page_id uuid not null references module_page (id) on delete cascade,
    done_at timestamptz not null,
    constraint learning_step_pkey primary key (person_id, page_id)
  )`,
  `create index learning_step_by_page on learning_step (page_id)`,
  `create table quiz_attempt (
    id uuid primary key,
    person_id uuid not null references person (id),
    page_id uuid not null references module_page (id) on delete cascade,
    answers jsonb not null,
    points integer not null,
    out_of integer not null,
    passed boolean not null,
    at timestamptz not null,
    constraint quiz_attempt_points_possible check (points between 0 and out_of)
  )`,
  `create index quiz_attempt_by_person on quiz_attempt (person_id, page_id)`,
  `create index quiz_attempt_by_page on quiz_attempt (page_id)`,
  `create table learning_path (
    id uuid primary key,
    title_de text not null,
    title_en text,
    goal text not null,
    audiences text[] not null,
    created_at timestamptz not null,
    version integer not null default 1,
    constraint learning_path_audiences_known
      check (audiences <@ array['it', 'user', 'leadership'] and cardinality(audiences) > 0)
  )`,
  `create table learning_path_course (
    path_id uuid not null references learning_path (id),
    course_id uuid not null references course (id),
    position integer not null,
    constraint learning_path_course_pkey primary key (path_id, course_id)
  )`,
  `create index learning_path_course_by_course on learning_path_course (course_id)`,
  `create table external_offer (
    id uuid primary key,
    title text not null,
    provider text not null,
    url text not null,
    topic_key text not null references topic (key),
    level text not null,
    format text not null,
    audiences text[] not null,
    price_note text,
    valid_until date,
    created_by uuid not null references person (id),
    created_at timestamptz not null,
    version integer not null default 1,
    search tsvector generated always as (
      setweight(to_tsvector('german', title), 'A') || setweight(to_tsvector('german', provider), 'B')
    ) stored,
    constraint external_offer_level_known check (level in ('basic', 'advanced', 'expert')),
    constraint external_offer_format_known check (format in ('workshop', 'online', 'hybrid', 'self-paced')),
    constraint external_offer_audiences_known
      check (audiences <@ array['it', 'user', 'leadership'] and cardinality(audiences) > 0),
    constraint external_offer_url_on_the_web check (url ~* '^https?://')
  )`,
  `create index external_offer_by_search on external_offer using gin (search)`,
  `create table proof (
    id uuid primary key,
    person_id uuid not null references person (id),
    organisation_id uuid not null references organisation (id),
    title text not null,
    provider text not null,
    attended_on date not null,
    units integer not null,
    course_id uuid references course (id),
    file_id uuid not null references file (id),
    submitted_at timestamptz not null,
    decision text,
    decided_at timestamptz,
    decided_by uuid references person (id),
    reason text,
    constraint proof_units_possible check (units between 1 and 400),
    constraint proof_decision_known check (decision in ('confirmed', 'returned')),
    constraint proof_decision_whole check ((decision is null) = (decided_at is null)),
    constraint proof_returned_has_reason check ((reason is not null) = (decision is not distinct from 'returned'))
  )`,
  `create index proof_by_person on proof (person_id)`,
  `create index proof_by_organisation on proof (organisation_id)`,
]
