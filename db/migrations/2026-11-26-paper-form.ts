import { sql, type Kysely } from 'kysely'

// Forms on paper: the code on a form leads to an invitation, and the table knows its hash only. It stands on the outer
// side, where it is known who has voted; nothing of it reaches the ballots.
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `alter table invitation
    add column code_hash bytea,
    add constraint invitation_code_once unique (round_id, code_hash)`,
]
