import { sql, type Kysely } from 'kysely'

// Who takes part and who comes: IT specialists on a day, active municipalities over twelve months.
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of FUNCTIONS) await sql.raw(statement).execute(db)
  for (const passport of PASSPORTS) {
    await sql`insert into indicator_version
      select * from jsonb_populate_record(null::indicator_version, ${JSON.stringify(passport)}::jsonb)`.execute(
      db,
    )
  }
}

const FUNCTIONS = [
  // One definition for both: the number beside indicator 1, and this share of all who are registered.
  `create function indicator_it_specialists(from_day date, until_day date)
    returns table (numerator bigint, denominator bigint) language sql stable as $$
      with served as (select organisation_id, person_id from served_by_specialists(until_day))
      select
        (select count(distinct s.person_id) from served s join municipalities_on(until_day) m
          on m.organisation_id = s.organisation_id where m.since is not null),
        (select count(distinct s.person_id) from served s)
    $$`,
  // Meetings that took place, by the calendar of the house. What was missed or called off has left the meetings, and
  // a workshop that was called off as a whole is left out here.
  `create function held_meetings(from_day date, until_day date)
    returns table (meeting_id uuid, workshop_id uuid, units integer, held_on date) language sql stable as $$
      select m.id, m.workshop_id, m.units, (m.starts_at at time zone 'Europe/Berlin')::date
      from meeting m join workshop w on w.id = m.workshop_id
      where w.called_off_at is null
        and m.starts_at >= from_day::timestamp at time zone 'Europe/Berlin'
        and m.starts_at < (until_day + 1)::timestamp at time zone 'Europe/Berlin'
    $$`,
  // For which municipality of a day an organisation stands: itself or the one into which it has merged; an association
  // for each that it serves, in what happens from the one day until the other.
  `create function municipalities_behind(on_day date)
    returns table (organisation_id uuid, municipality_id uuid, from_day date, until_day date) language sql stable as $$
      with recursive becomes (origin, now) as (
        select o.id, o.id from organisation o
        union
        select b.origin, o.successor_id from becomes b join organisation o on o.id = b.now
        where o.successor_id is not null and o.valid_until < on_day
      ), named (organisation_id, municipality_id, from_day, until_day) as (
        select o.id, o.id, '-infinity'::date, 'infinity'::date from organisation o
        union all
        select a.association_id, a.municipality_id, a.from_date, coalesce(a.until_date, 'infinity') from association_member a
      )
      select n.organisation_id, b.now, n.from_day, n.until_day
      from named n join becomes b on b.origin = n.municipality_id
        join municipalities_on(on_day) m on m.organisation_id = b.now
    $$`,
  `create function indicator_active_municipalities(from_day date, until_day date)
    returns table (numerator bigint, denominator bigint) language sql stable as $$
      with active as (
        select distinct b.municipality_id
        from held_meetings(from_day, until_day) h
          join attendance a on a.meeting_id = h.meeting_id and a.status in ('present', 'partial')
          join enrolment e on e.id = a.enrolment_id
          join municipalities_behind(until_day) b on b.organisation_id = e.organisation_id
            and h.held_on between b.from_day and b.until_day
      )
      select (select count(*) from active), (select count(*) from municipalities_on(until_day))
    $$`,
]

const SHARED = {
  version: 1,
  valid_from: '2025-01-01',
  kind: 'share',
  direction: 'higher',
  decimals: 1,
  minimum: 1,
  full_count: true,
  frequency_months: 3,
  responsible_de: 'Koordinierungsstelle',
  responsible_en: 'Coordination office',
}

const PASSPORTS = [
  {
    ...SHARED,
    indicator: 'it-specialists',
    position: 10,
    title_de: 'Beteiligte IT-Fachkräfte',
    title_en: 'IT specialists taking part',
    definition_de:
      'Registrierte IT-Fachkräfte, die am Stichtag mindestens eine Kommune betreuen, deren Beitrittserklärung gilt, unmittelbar oder über einen Verband. Jede Person zählt einmal, auch wenn sie mehrere Kommunen betreut.',
    definition_en:
      'Registered IT specialists who on the cut-off day serve at least one municipality whose declaration is in force, directly or through an association. Each person counts once, also when serving several municipalities.',
    numerator_de: 'IT-Fachkräfte, die mindestens eine beteiligte Kommune betreuen',
    numerator_en: 'IT specialists who serve at least one municipality that takes part',
    denominator_de: 'Alle IT-Fachkräfte, die am Stichtag hier registriert sind',
    denominator_en: 'All IT specialists who are registered here on the cut-off day',
    unit: 'people',
    months: 0,
    source_de: 'Beitrittserklärungen und Personenverzeichnis dieser Plattform',
    source_en: 'Declarations and register of people of this platform',
    limits_de:
      'Wer hier nicht registriert ist, fehlt auch im Nenner: Wie viele IT-Fachkräfte es im Landkreis gibt, weiß die Plattform nicht. IT-Fachkräfte der Landkreisverwaltung stehen nur im Nenner, solange sie keine Kommune betreuen. Ob jemand an Workshops teilnimmt, sagt diese Zahl nicht.',
    limits_en:
      'Whoever is not registered here is missing in the denominator too: the platform does not know how many IT specialists there are in the district. Specialists of the county administration stand in the denominator only, unless they serve a municipality. The figure does not tell whether anybody attends workshops.',
    sql_object: 'indicator_it_specialists',
  },
  {
    ...SHARED,
    indicator: 'active-municipalities',
    position: 20,
    title_de: 'Aktive Kommunen',
    title_en: 'Active municipalities',
    definition_de:
      'Kommunen, für die in zwölf Monaten mindestens einmal jemand an einem Workshop teilgenommen hat, ganz oder teilweise. Die Teilnahme zählt für die Kommune, für die sich die Person angemeldet hat; nach einem Zusammenschluss für die neue Kommune, bei einem Verband für jede Kommune, die er an diesem Tag betreut hat.',
    definition_en:
      'Municipalities for which somebody attended a workshop at least once within twelve months, wholly or in part. Attendance counts for the municipality for which the person enrolled; after a merger for the new municipality, for an association for each municipality that it served on that day.',
    numerator_de: 'Kommunen mit mindestens einer Teilnahme in zwölf Monaten',
    numerator_en: 'Municipalities with at least one attendance within twelve months',
    denominator_de: 'Alle kreisangehörigen Kommunen, die am Stichtag bestehen',
    denominator_en: 'All municipalities of the district that exist on the cut-off day',
    unit: 'municipalities',
    months: 12,
    source_de: 'Anwesenheitslisten dieser Plattform',
    source_en: 'Attendance lists of this platform',
    limits_de:
      'Eine einzige Teilnahme genügt; wie viele Menschen wie oft kommen, sagt die Zahl nicht. Gäste ohne Konto und Selbstlernkurse zählen nicht. Aktiv kann auch eine Kommune sein, die nicht beigetreten ist.',
    limits_en:
      'A single attendance is enough; the figure does not tell how many people come how often. Guests without an account and self-paced courses do not count. A municipality that has not joined can be active, too.',
    sql_object: 'indicator_active_municipalities',
  },
]
