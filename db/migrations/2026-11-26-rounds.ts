import { sql, type Kysely } from 'kysely'

// More kinds of rounds: transfer eight weeks after a workshop, and those for a chosen audience. What a round promises
// to those who are asked is fixed when it opens.
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `alter table evaluation_round
    drop constraint evaluation_round_kind_known,
    drop constraint evaluation_round_workshop_has_course,
    drop constraint evaluation_round_centre_has_end,
    add column audience jsonb,
    add column due_on date,
    add constraint evaluation_round_kind_known
      check (kind in ('workshop', 'transfer', 'competence-centre', 'needs', 'free')),
    add constraint evaluation_round_pooled_has_course
      check ((kind in ('workshop', 'transfer')) = (course_id is not null)),
    add constraint evaluation_round_planned_has_end
      check (kind in ('workshop', 'transfer') or closes_on is not null),
    add constraint evaluation_round_chosen_has_audience
      check ((kind in ('needs', 'free')) = (audience is not null)),
    add constraint evaluation_round_kind_is_fixed unique (id, kind)`,
  // Of the rounds that the schedule plans, one waits at most.
  `create unique index evaluation_round_one_scheduled on evaluation_round (kind)
    where due_on is not null and opened_at is null and given_up_at is null`,
  `drop index evaluation_round_one_urn_per_course`,
  `create unique index evaluation_round_one_urn_per_course on evaluation_round (course_id, kind, opens_on)
    where counted_at is null and given_up_at is null`,
  // A workshop feeds one round of each kind.
  `alter table evaluation_workshop
    drop constraint evaluation_workshop_once,
    add column kind text not null default 'workshop',
    add constraint evaluation_workshop_once unique (workshop_id, kind),
    add constraint evaluation_workshop_of_its_kind
      foreign key (round_id, kind) references evaluation_round (id, kind)`,
  // Whoever is asked reads the minimum, and who will see what, before answering: neither gets weaker afterwards.
  `create function keep_anonymity() returns trigger language plpgsql as $$
    begin
      if old.opened_at is null then return new; end if;
      if new.minimum < old.minimum then
        raise exception 'the minimum of an open round is never lowered' using constraint = 'evaluation_round_minimum_never_lowered', errcode = 'check_violation';
      end if;
      if (new.kind, new.questionnaire_hash, new.public_key, new.opened_at) is distinct from
        (old.kind, old.questionnaire_hash, old.public_key, old.opened_at)
        or new.audience is distinct from old.audience or new.course_id is distinct from old.course_id then
        raise exception 'an open round keeps what it promised' using constraint = 'evaluation_round_promise_is_kept', errcode = 'check_violation';
      end if;
      return new;
    end $$`,
  `create trigger evaluation_round_keeps_anonymity before update on evaluation_round
    for each row execute function keep_anonymity()`,
]
