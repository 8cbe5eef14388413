import { sql, type Kysely } from 'kysely'

// Who reads the remarks of a round: promised before the first question, so afterwards it only gets fewer.
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const rank = (readers: string) => `array_position(array['offices', 'committee', 'report'], ${readers})`

const STATEMENTS = [
  // Feedback on workshops has readers of its own, and only rounds on the competence centre are in any report.
  `alter table evaluation_round
    add column remark_readers text not null default 'offices',
    add constraint evaluation_round_remark_readers_known check (remark_readers in ('offices', 'committee', 'report')),
    add constraint evaluation_round_remark_readers_fit_kind check (
      remark_readers = 'offices' or kind = 'competence-centre' or
      (remark_readers = 'committee' and kind in ('needs', 'free'))
    )`,
  // Whoever has answered a round was told nothing of a report: none of them gets that far.
  `update evaluation_round set remark_readers = 'committee'
    where committee_reads_texts and kind in ('competence-centre', 'needs', 'free')`,
  `drop trigger evaluation_round_readers_are_fixed on evaluation_round`,
  `alter table evaluation_round drop column committee_reads_texts`,
  `create trigger evaluation_round_readers_only_get_fewer before update on evaluation_round
    for each row when (old.opened_at is not null and ${rank('new.remark_readers')} > ${rank('old.remark_readers')})
    execute function refuse_change()`,
]
