import { sql, type Kysely } from 'kysely'

// Whoever is rated plans the round: a minimum that most rounds never reach would keep what people say from being counted.
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `create function keep_minimum_in_reach() returns trigger language plpgsql as $$
    begin
      if new.kind in ('competence-centre', 'free') and new.minimum > 10
        and (tg_op = 'INSERT' or new.minimum > old.minimum) then
        raise exception 'where the office is rated the minimum is ten at most'
          using constraint = 'evaluation_round_minimum_in_reach', errcode = 'check_violation';
      end if;
      return new;
    end $$`,
  `create trigger evaluation_round_minimum_in_reach before insert or update of minimum on evaluation_round
    for each row execute function keep_minimum_in_reach()`,
]
