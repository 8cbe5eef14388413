import { sql, type Kysely } from 'kysely'

// How somebody wants their mails, mails gathered into one, texts of mails that a district writes itself, questions
// before a workshop, and to whom a message to a group went.
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `create table mail_preference (
    person_id uuid not null references person (id),
    rhythm text not null,
    monthly boolean not null,
    suggestions boolean not null,
    changed_at timestamptz not null,
    constraint mail_preference_pkey primary key (person_id),
    constraint mail_preference_rhythm_known check (rhythm in ('at-once', 'daily', 'weekly'))
  )`,
  // No reference from a mail to the one that gathered it: were that one forgotten first, its parts would go out again.
  `alter table outbox
    add column digest_at timestamptz,
    add column digest_id uuid,
    add constraint outbox_gathered_was_held check (digest_id is null or digest_at is not null),
    add constraint outbox_held_is_not_hidden check (digest_at is null or not hidden)`,
  `create index outbox_held on outbox (digest_at) where digest_at is not null and digest_id is null`,
  `create index outbox_by_workshop on outbox ((data -> 'workshop' ->> 'workshopId'))`,
  `create table mail_text (
    id uuid not null,
    kind text not null,
    locale text not null,
    version integer not null,
    subject text,
    body text,
    created_by uuid not null references person (id),
    created_at timestamptz not null,
    constraint mail_text_pkey primary key (id),
    constraint mail_text_once_per_version unique (kind, locale, version),
    constraint mail_text_locale_known check (locale in ('de', 'en')),
    constraint mail_text_whole_or_built_in check ((subject is null) = (body is null))
  )`,
  `create trigger mail_text_is_append_only before update or delete on mail_text
    for each statement execute function refuse_change()`,
  `create table workshop_question (
    id uuid not null,
    workshop_id uuid not null references workshop (id),
    asked_by uuid not null references person (id),
    body text not null,
    may_name boolean not null,
    asked_at timestamptz not null,
    answer text,
    answer_to text,
    answered_by uuid references person (id),
    answered_at timestamptz,
    constraint workshop_question_pkey primary key (id),
    constraint workshop_question_answer_to_known check (answer_to in ('person', 'group')),
    constraint workshop_question_answered_whole check (num_nulls(answer, answer_to, answered_by, answered_at) in (0, 4))
  )`,
  `create index workshop_question_by_workshop on workshop_question (workshop_id, asked_at)`,
  `create index workshop_question_by_person on workshop_question (asked_by)`,
  `alter table workshop_message add column groups text[]`,
]
