import { sql, type Kysely } from 'kysely'

// Success indicators: passports in versions, phases, targets, and the chain of frozen snapshots.
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `create table indicator_version (
    indicator text not null,
    version integer not null,
    valid_from date not null,
    definition_de text not null,
    definition_en text not null,
    source_de text not null,
    source_en text not null,
    resolution text,
    constraint indicator_version_pkey primary key (indicator, version),
    constraint indicator_version_known check (indicator in ('I1', 'I2'))
  )`,
  `create trigger indicator_version_never_changes before update or delete on indicator_version
    for each statement execute function refuse_change()`,
  `create table phase (
    key text primary key,
    from_date date,
    until_date date,
    resolution text,
    version integer not null default 1,
    constraint phase_key_known check (key in ('pilot', 'firstYear', 'continuation')),
    constraint phase_in_order check (until_date >= from_date)
  )`,
  // The three phases of the strategy paper; their days are decided later.
  `insert into phase (key) values ('pilot'), ('firstYear'), ('continuation')`,
  // A new decision is a new row; the one it replaces keeps standing with the day until which it held.
  `create table target (
    id uuid primary key,
    indicator text not null,
    phase_key text not null references phase (key),
    measure text not null,
    state text not null,
    value double precision,
    resolution text,
    decided_on date,
    decided_by uuid references person (id),
    created_at timestamptz not null,
    superseded_at timestamptz,
    constraint target_indicator_known check (indicator in ('I1', 'I2')),
    constraint target_measure_known check (measure in ('count', 'percent')),
    constraint target_state_known check (state in ('open', 'proposed', 'resolved')),
    constraint target_open_has_no_value check ((state = 'open') = (value is null)),
    constraint target_resolved_has_resolution check
      ((state = 'resolved') = (decided_on is not null and resolution is not null)),
    constraint target_value_sensible check (value >= 0 and (measure = 'count' or value <= 100))
  )`,
  `create unique index target_one_in_force on target (indicator, phase_key) where superseded_at is null`,
  `create table snapshot (
    number integer primary key,
    cut_off date not null,
    payload text not null,
    sha256 text not null,
    previous_sha256 text,
    application_version text not null,
    prepared_by uuid not null references person (id),
    prepared_at timestamptz not null,
    constraint snapshot_number_positive check (number > 0),
    constraint snapshot_chain_starts_once check ((number = 1) = (previous_sha256 is null))
  )`,
  `create trigger snapshot_never_changes before update or delete on snapshot
    for each statement execute function refuse_change()`,
  `create table snapshot_release (
    snapshot_number integer primary key references snapshot (number),
    released_by uuid not null references person (id),
    released_at timestamptz not null
  )`,
  `create trigger snapshot_release_never_changes before update or delete on snapshot_release
    for each statement execute function refuse_change()`,
  `insert into indicator_version
    (indicator, version, valid_from, definition_de, definition_en, source_de, source_en) values
    ('I1', 1, '2025-01-01',
      'Anzahl der kreisangehörigen Kommunen, deren Beitrittserklärung am Stichtag gilt und die von mindestens einer registrierten IT-Fachkraft betreut werden; daneben die Zahl dieser IT-Fachkräfte. Nenner: alle kreisangehörigen Kommunen, die am Stichtag bestehen.',
      'Number of municipalities of the district whose declaration is in force on the cut-off day and which at least one registered IT specialist serves; beside it the number of these specialists. Denominator: all municipalities of the district that exist on the cut-off day.',
      'Beitrittserklärungen und Personenverzeichnis dieser Plattform', 'Declarations and register of people of this platform'),
    ('I2', 1, '2025-01-01',
      'Anteil der Antworten „zufrieden“ und „sehr zufrieden“ an allen Bewertungen der Gesamtfrage in der jüngsten freigegebenen Befragung zur IT-Kompetenzstelle, die bis zum Stichtag endete. „Keine Angabe“ und übersprungene Fragen zählen nicht zum Nenner. Rückmeldungen zu Workshops gehen nicht ein.',
      'Share of the answers "satisfied" and "very satisfied" among all ratings of the overall question in the latest released evaluation of the competence centre that had closed by the cut-off day. "No answer" and skipped questions are not part of the denominator. Workshop feedback never enters.',
      'Freigegebene Auszählungen der Befragungen dieser Plattform', 'Released counts of the evaluations of this platform')`,
  // Indicator 1, one definition: a municipality takes part on a day when its declaration is in force
  // and at least one registered IT specialist serves it, directly or through an association.
  `create function served_by_specialists(on_day date)
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
    $$`,
  `create function municipalities_on(on_day date)
    returns table (organisation_id uuid, since date, specialists bigint) language sql stable as $$
      select o.id, p.from_date, count(distinct s.person_id)
      from organisation o
      left join participation p on p.organisation_id = o.id and p.from_date <= on_day
        and (p.until_date is null or p.until_date >= on_day)
      left join served_by_specialists(on_day) s on s.organisation_id = o.id
      where o.kind = 'municipality' and o.valid_from <= on_day and (o.valid_until is null or o.valid_until >= on_day)
      group by o.id, p.from_date
    $$`,
]
