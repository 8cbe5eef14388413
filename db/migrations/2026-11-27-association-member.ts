import { sql, type Kysely } from 'kysely'

// Whom an association serves has days, so that a box ticked today changes no figure of a day before. It runs before the
// passports, whose first versions count by these days.
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `alter table association_member add column from_date date, add column until_date date`,
  // Until now it held on every day: from the first on which one of both existed, or somebody worked or came for it.
  `update association_member a set from_date = (
    select min(first.day) from (
      select valid_from as day from organisation where id in (a.association_id, a.municipality_id)
      union all
      select from_date from membership where organisation_id = a.association_id
      union all
      select (m.starts_at at time zone 'Europe/Berlin')::date from meeting m
      join enrolment e on e.workshop_id = m.workshop_id where e.organisation_id = a.association_id
    ) first)`,
  `alter table association_member
    alter column from_date set not null,
    drop constraint association_member_pkey,
    add constraint association_member_pkey primary key (association_id, municipality_id, from_date),
    add constraint association_member_in_order check (until_date >= from_date)`,
  `create unique index association_member_one_open on association_member (association_id, municipality_id)
    where until_date is null`,
  `create or replace function served_by_specialists(on_day date)
    returns table (organisation_id uuid, person_id uuid) language sql stable as $$
      with specialist as (
        select m.organisation_id, m.person_id from membership m join person p on p.id = m.person_id
        where m.audience = 'it' and m.from_date <= on_day and (m.until_date is null or m.until_date >= on_day)
          and p.created_at < (on_day + 1)::timestamp at time zone 'Europe/Berlin'
          and (p.disabled_at is null or p.disabled_at >= (on_day + 1)::timestamp at time zone 'Europe/Berlin')
      )
      select s.organisation_id, s.person_id from specialist s
      union
      select a.municipality_id, s.person_id from specialist s join association_member a on a.association_id = s.organisation_id
        and a.from_date <= on_day and (a.until_date is null or a.until_date >= on_day)
    $$`,
]
