import { sql, type Kysely } from 'kysely'

// What stands between the count of a round and what people read of it.
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  // A shortened text stands beside what was written, until the release destroys both.
  `alter table text_answer
    add column shortened text,
    drop constraint text_answer_review_known,
    add constraint text_answer_review_known check (review in ('pending', 'shown', 'shortened', 'hidden')),
    add constraint text_answer_shortened_has_text check ((review = 'shortened') = (shortened is not null))`,
  // Who reads remarks is said before the first question: once a round is open, nobody may be added.
  `alter table evaluation_round add column committee_reads_texts boolean not null default false`,
  `create trigger evaluation_round_readers_are_fixed before update of committee_reads_texts on evaluation_round
    for each row when (old.opened_at is not null and new.committee_reads_texts and not old.committee_reads_texts)
    execute function refuse_change()`,
  `create table measure (
    id uuid primary key,
    round_id uuid not null references evaluation_round (id),
    title text not null,
    owner text not null,
    state text not null,
    reason text,
    version integer not null default 1,
    created_by uuid not null references person (id),
    created_at timestamptz not null,
    changed_at timestamptz not null,
    constraint measure_state_known check (state in ('open', 'in-progress', 'done', 'dropped')),
    constraint measure_dropped_with_reason check (state <> 'dropped' or reason is not null)
  )`,
  `create index measure_by_round on measure (round_id)`,
]
