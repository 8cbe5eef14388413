import { sql, type Kysely } from 'kysely'

// Topics and courses, with German full-text search kept by the database itself.
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `create table topic (
    key text primary key,
    title_de text not null,
    title_en text,
    position integer not null,
    constraint topic_key_plain check (key ~ '^[a-z][a-z0-9-]*$')
  )`,
  `create table course (
    id uuid primary key,
    title_de text not null,
    title_en text,
    summary_de text not null,
    summary_en text,
    goals text not null,
    contents text not null,
    prerequisites text,
    topic_key text not null references topic (key),
    level text not null,
    format text not null,
    audiences text[] not null,
    units integer not null,
    created_at timestamptz not null,
    published_at timestamptz,
    retired_at timestamptz,
    version integer not null default 1,
    search tsvector generated always as (
      setweight(to_tsvector('german', title_de), 'A') || setweight(to_tsvector('german', summary_de), 'B') ||
      to_tsvector('german', goals || ' ' || contents) ||
      to_tsvector('english', coalesce(title_en, '') || ' ' || coalesce(summary_en, ''))
    ) stored,
    constraint course_level_known check (level in ('basic', 'advanced', 'expert')),
    constraint course_format_known check (format in ('workshop', 'online', 'hybrid', 'self-paced')),
    constraint course_audiences_known check (audiences <@ array['it', 'user', 'leadership'] and cardinality(audiences) > 0),
    constraint course_units_positive check (units between 1 and 200),
    constraint course_retired_after_published check (retired_at is null or published_at is not null)
  )`,
  `create index course_by_search on course using gin (search)`,
]
