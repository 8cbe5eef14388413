import { sql, type Kysely } from 'kysely'

// Rounds that only two trustees together can open. No key lies here that ROUND_KEY alone would open.
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `alter table evaluation_round
    add column key_holder text not null default 'server',
    add constraint evaluation_round_key_holder_known check (key_holder in ('server', 'trustees')),
    add constraint evaluation_round_trustees_not_for_workshops check (
      key_holder = 'server' or kind not in ('workshop', 'transfer'))`,
  `create table trustee (
    round_id uuid not null references evaluation_round (id),
    part text not null,
    person_id uuid not null references person (id),
    named_at timestamptz not null,
    salt bytea not null,
    public_key bytea,
    by_passphrase bytea,
    by_sheet bytea,
    sealed_share bytea,
    share_check bytea,
    sheet_confirmed_at timestamptz,
    rehearsed_at timestamptz,
    handed_share bytea,
    handed_at timestamptz,
    handed_by uuid references person (id),
    constraint trustee_pkey primary key (round_id, part),
    constraint trustee_part_known check (part in ('coordination', 'oversight')),
    constraint trustee_two_people unique (round_id, person_id),
    constraint trustee_has_whole_key check (
      (public_key is null) = (by_passphrase is null) and (public_key is null) = (by_sheet is null)),
    constraint trustee_rehearses_with_share check (rehearsed_at is null or sealed_share is not null),
    constraint trustee_hands_over_whole check (
      (handed_share is null) = (handed_at is null) and (handed_share is null) = (handed_by is null))
  )`,
  `create index trustee_by_person on trustee (person_id)`,
  // What was promised to the first who answers stays promised: once a round has opened, its key changes hands no more.
  `create function keep_key_of_open_round() returns trigger language plpgsql as $$
  begin
    if old.opened_at is not null and (new.key_holder, new.public_key) is distinct from (old.key_holder, old.public_key)
    then raise exception 'the key of an open round changes hands no more'; end if;
    if old.opened_at is null and new.opened_at is not null and new.key_holder = 'trustees' and (
      exists (select from round_key where round_id = new.id) or
      (select count(*) from trustee where round_id = new.id
        and rehearsed_at is not null and sheet_confirmed_at is not null) < 2)
    then raise exception 'a round opens only once both trustees are ready'; end if;
    return new;
  end $$`,
  `create trigger evaluation_round_keeps_its_key before update on evaluation_round
    for each row execute function keep_key_of_open_round()`,
]
