import { sql, type Kysely } from 'kysely'

// Days on which an organisation cannot spare its people..
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `create table blocked_period (
    id uuid not null,
    organisation_id uuid not null,
    from_date date not null,
    until_date date not null,
    reason text not null,
    created_by uuid not null,
    created_at timestamptz not null,
    constraint blocked_period_pkey primary key (id),
    constraint blocked_period_of_organisation foreign key (organisation_id) references organisation (id),
    constraint blocked_period_by_person foreign key (created_by) references person (id),
    constraint blocked_period_in_order check (until_date >= from_date),
    constraint blocked_period_a_year_at_most check (until_date < from_date + interval '1 year'),
    constraint blocked_period_says_why check (length(reason) between 1 and 80)
  )`,
  `create index blocked_period_by_organisation on blocked_period (organisation_id, until_date)`,
]
