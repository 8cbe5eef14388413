import { sql, type Kysely } from 'kysely'

// A report that puts an earlier one right: a new link of the same chain, of the same cut-off day, with its reason.
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `alter table snapshot
    add column corrects integer references snapshot (number),
    add column correction_reason text,
    add constraint snapshot_correction_has_reason check ((corrects is null) = (correction_reason is null)),
    add constraint snapshot_corrects_earlier_one check (corrects < number)`,
]
