import { sql, type Kysely } from 'kysely'

// Questionnaires with their versions. A published version is never changed or deleted (that trigger is older); what is
// still being written stands in a table of its own, so that the two cannot be mistaken for one another.
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `create table questionnaire (
    id uuid primary key default gen_random_uuid(),
    key text not null,
    kind text not null,
    title text not null,
    created_at timestamptz not null,
    retired_at timestamptz,
    constraint questionnaire_key_once unique (key),
    constraint questionnaire_kind_known check (kind in ('workshop', 'transfer', 'competence-centre', 'needs', 'free')),
    constraint questionnaire_has_title check (title <> '')
  )`,
  // What rounds have taken before questionnaires had a table.
  `insert into questionnaire (key, kind, title, created_at)
    select key, case key when 'workshop-feedback' then 'workshop' when 'workshop-transfer' then 'transfer'
        when 'needs-assessment' then 'needs' when 'general-feedback' then 'free' else 'competence-centre' end,
      key, min(published_at)
    from questionnaire_version group by key`,
  `alter table questionnaire_version
    add column is_shipped boolean not null default true,
    add constraint questionnaire_version_of_questionnaire foreign key (key) references questionnaire (key)`,
  `create index questionnaire_version_by_key on questionnaire_version (key)`,
  // One at a time for each questionnaire. version counts the edits, for the second of two editors.
  `create table questionnaire_draft (
    questionnaire_id uuid primary key references questionnaire (id),
    definition text not null,
    version integer not null default 1
  )`,
]
