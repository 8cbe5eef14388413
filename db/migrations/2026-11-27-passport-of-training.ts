import { sql, type Kysely } from 'kysely'

// What the workshops bring: units, seats, absence, waiting, certificates.
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
  `create function indicator_attended_units(from_day date, until_day date)
    returns table (numerator bigint, covered bigint, whole bigint, left_out bigint) language sql stable as $$
      select
        case when count(*) > 0 then coalesce(sum(list.units), 0)::bigint end,
        count(*) filter (where list.marks > 0), count(*), coalesce(sum(list.guests), 0)::bigint
      from held_meetings(from_day, until_day) h cross join lateral (
        select
          (select sum(a.units) from attendance a where a.meeting_id = h.meeting_id) as units,
          (select count(*) from attendance a where a.meeting_id = h.meeting_id) as marks,
          (select count(*) from walk_in w where w.meeting_id = h.meeting_id and w.enrolment_id is null) as guests
      ) list
    $$`,
  // Workshops belong to the day of their first meeting, whole: seats are given for a workshop, not for a meeting.
  `create function begun_workshops(from_day date, until_day date)
    returns table (workshop_id uuid, seats integer, called_off boolean) language sql stable as $$
      select w.id, w.capacity + coalesce(w.online_capacity, 0), w.called_off_at is not null
      from workshop w join meeting m on m.workshop_id = w.id
      group by w.id
      having min(m.starts_at) >= from_day::timestamp at time zone 'Europe/Berlin'
        and min(m.starts_at) < (until_day + 1)::timestamp at time zone 'Europe/Berlin'
    $$`,
  `create function indicator_seat_utilisation(from_day date, until_day date)
    returns table (numerator bigint, denominator bigint, covered bigint, whole bigint, left_out bigint)
    language sql stable as $$
      select
        coalesce(sum(taken.seats) filter (where not b.called_off), 0)::bigint,
        coalesce(sum(b.seats) filter (where not b.called_off), 0)::bigint,
        count(*) filter (where not b.called_off), count(*), count(*) filter (where b.called_off)
      from begun_workshops(from_day, until_day) b cross join lateral (
        select count(*) as seats from enrolment e where e.workshop_id = b.workshop_id and e.status = 'confirmed'
      ) taken
    $$`,
  `create function indicator_no_show(from_day date, until_day date)
    returns table (numerator bigint, denominator bigint, covered bigint, whole bigint) language sql stable as $$
      select
        coalesce(sum(list.absent), 0)::bigint, coalesce(sum(list.marks), 0)::bigint,
        count(*) filter (where list.marks > 0), count(*)
      from held_meetings(from_day, until_day) h cross join lateral (
        select count(*) as marks, count(*) filter (where a.status = 'absent') as absent
        from attendance a where a.meeting_id = h.meeting_id
      ) list
    $$`,
  // From the first time in the line to the first seat after it. Workshops that have begun only: by then it is decided
  // who got one.
  `create function indicator_waiting_time(from_day date, until_day date)
    returns table (durations double precision[], covered bigint, whole bigint, left_out bigint)
    language sql stable as $$
      with line as (
        select e.id, first.id as event, first.at
        from begun_workshops(from_day, until_day) b
          join enrolment e on e.workshop_id = b.workshop_id
          cross join lateral (
            select v.id, v.at from enrolment_event v
            where v.enrolment_id = e.id and v.to_status = 'waiting' order by v.id limit 1
          ) first
        where not b.called_off
      ), seated as (
        select (
          select extract(epoch from v.at - line.at)::double precision / 86400 from enrolment_event v
          where v.enrolment_id = line.id and v.to_status = 'confirmed' and v.id > line.event order by v.id limit 1
        ) as days
        from line
      )
      select coalesce(array_agg(days order by days) filter (where days is not null), '{}'),
        count(days), count(*), count(*) - count(days)
      from seated
    $$`,
  // A corrected certificate continues the line of the first one; what is withdrawn by the last day does not count.
  `create function indicator_certificates(from_day date, until_day date)
    returns table (numerator bigint) language sql stable as $$
      select count(*)
      from certificate c
      where c.replaces is null and c.issued_on between from_day and until_day
        and exists (
          select from certificate holds
          where holds.enrolment_id = c.enrolment_id and holds.issued_on <= until_day
            and not exists (
              select from certificate_revocation r
              where r.certificate_id = holds.id
                and r.revoked_at < (until_day + 1)::timestamp at time zone 'Europe/Berlin'
            )
        )
    $$`,
]

const SHARED = {
  version: 1,
  valid_from: '2025-01-01',
  decimals: 1,
  minimum: 0,
  months: 12,
  full_count: true,
  frequency_months: 3,
  responsible_de: 'Koordinierungsstelle',
  responsible_en: 'Coordination office',
}

const PASSPORTS = [
  {
    ...SHARED,
    indicator: 'attended-units',
    position: 30,
    title_de: 'Besuchte Unterrichtseinheiten',
    title_en: 'Teaching units attended',
    definition_de:
      'Summe der Unterrichtseinheiten, die Teilnehmende in zwölf Monaten besucht haben; wer nur zum Teil da war, zählt mit diesem Teil.',
    definition_en:
      'Sum of the teaching units that participants attended within twelve months; whoever was there in part counts with that part.',
    numerator_de: 'Einheiten laut Anwesenheitslisten, über alle Personen und Termine',
    numerator_en: 'Units by the attendance lists, of all people and meetings',
    kind: 'sum',
    unit: 'units',
    direction: 'higher',
    coverage_de: 'Termine mit geführter Liste',
    coverage_en: 'Meetings with a list kept',
    left_out_de: 'Gäste ohne Konto, die nicht mitzählen',
    left_out_en: 'Guests without an account, who do not count',
    source_de: 'Anwesenheitslisten dieser Plattform',
    source_en: 'Attendance lists of this platform',
    limits_de:
      'Wo keine Liste geführt wurde, fehlen die Einheiten. Selbstlernkurse und Fortbildungen bei anderen Anbietern zählen nicht. Die Summe wächst mit dem Angebot und sagt nichts darüber, was gelernt wurde.',
    limits_en:
      'Where no list was kept, the units are missing. Self-paced courses and training by others do not count. The sum grows with what is offered and does not tell what was learned.',
    sql_object: 'indicator_attended_units',
  },
  {
    ...SHARED,
    indicator: 'seat-utilisation',
    position: 40,
    title_de: 'Auslastung der Plätze',
    title_en: 'Seats taken',
    definition_de:
      'Anteil der angebotenen Plätze, die am Ende vergeben waren, in Workshops, die in zwölf Monaten begonnen haben. In hybriden Workshops zählen die Plätze im Raum und online.',
    definition_en:
      'Share of the seats offered that were taken in the end, in workshops that began within twelve months. In hybrid workshops seats in the room and online count.',
    numerator_de: 'Vergebene Plätze',
    numerator_en: 'Seats taken',
    denominator_de: 'Angebotene Plätze der Workshops, die nicht abgesagt wurden',
    denominator_en: 'Seats offered in workshops that were not called off',
    kind: 'share',
    unit: 'seats',
    direction: 'higher',
    minimum: 10,
    coverage_de: 'Workshops, die stattfanden',
    coverage_en: 'Workshops that took place',
    left_out_de: 'Abgesagte Workshops',
    left_out_en: 'Workshops called off',
    source_de: 'Anmeldungen dieser Plattform',
    source_en: 'Enrolments of this platform',
    limits_de:
      'Vergeben heißt nicht besucht: Wer fehlte, steht unter „Unentschuldigtes Fehlen“. Abgesagte Workshops zählen nicht, auch wenn sie abgesagt wurden, weil sich zu wenige angemeldet hatten. Wer nachträglich aufgenommen wurde, kann den Anteil über 100 % heben.',
    limits_en:
      'Taken does not mean attended: who was missing stands under "Absence without notice". Workshops called off do not count, not even those for which too few had enrolled. People added afterwards can raise the share above 100 %.',
    sql_object: 'indicator_seat_utilisation',
  },
  {
    ...SHARED,
    indicator: 'no-show',
    position: 50,
    title_de: 'Unentschuldigtes Fehlen',
    title_en: 'Absence without notice',
    definition_de:
      'Anteil der Einträge „unentschuldigt“ an allen Einträgen der Anwesenheitslisten in zwölf Monaten. Jeder Termin eines Workshops zählt für sich.',
    definition_en:
      'Share of the entries "absent" among all entries of the attendance lists within twelve months. Each meeting of a workshop counts on its own.',
    numerator_de: 'Einträge „unentschuldigt“',
    numerator_en: 'Entries "absent"',
    denominator_de: 'Alle Einträge: anwesend, teilweise, entschuldigt, unentschuldigt',
    denominator_en: 'All entries: present, in part, excused, absent',
    kind: 'share',
    unit: 'seats',
    direction: 'lower',
    minimum: 20,
    full_count: false,
    coverage_de: 'Termine mit geführter Liste',
    coverage_en: 'Meetings with a list kept',
    source_de: 'Anwesenheitslisten dieser Plattform',
    source_en: 'Attendance lists of this platform',
    limits_de:
      'Wer vor dem Termin absagt, gibt den Platz frei und steht nicht auf der Liste. Wer an zwei Terminen fehlt, zählt zweimal; das Intervall behandelt die Einträge als unabhängig und ist deshalb eher zu eng. Gründe werden nicht erhoben.',
    limits_en:
      'Whoever withdraws before the meeting gives the seat back and is not on the list. Whoever misses two meetings counts twice; the interval treats entries as independent and is rather too narrow for that reason. Reasons are not recorded.',
    sql_object: 'indicator_no_show',
  },
  {
    ...SHARED,
    indicator: 'waiting-time',
    position: 60,
    title_de: 'Wartezeit auf einen Platz',
    title_en: 'Waiting time for a seat',
    definition_de:
      'Median der Tage zwischen dem ersten Eintrag in die Warteliste und dem ersten festen Platz danach, für Workshops, die in zwölf Monaten begonnen haben.',
    definition_en:
      'Median of the days between the first entry in the waiting list and the first seat after it, for workshops that began within twelve months.',
    numerator_de: 'Tage von der Warteliste bis zum Platz, je Anmeldung',
    numerator_en: 'Days from the waiting list to the seat, for each enrolment',
    kind: 'median',
    unit: 'days',
    direction: 'lower',
    minimum: 6,
    full_count: false,
    coverage_de: 'Wartende, die einen Platz bekamen',
    coverage_en: 'People waiting who got a seat',
    left_out_de: 'Ohne Platz geblieben',
    left_out_en: 'Without a seat in the end',
    source_de: 'Verlauf der Anmeldungen dieser Plattform',
    source_en: 'Log of enrolments of this platform',
    limits_de:
      'Nur wer am Ende einen Platz bekam, hat eine Wartezeit; wer keinen bekam oder vorher verzichtete, steht daneben als Zahl. Wer sofort einen Platz hatte, zählt nicht. Abgesagte Workshops zählen nicht.',
    limits_en:
      'Only who got a seat in the end has a waiting time; who got none, or withdrew before, stands beside it as a number. Who had a seat at once does not count. Workshops called off do not count.',
    sql_object: 'indicator_waiting_time',
  },
  {
    ...SHARED,
    indicator: 'certificates',
    position: 90,
    title_de: 'Ausgestellte Teilnahmebescheinigungen',
    title_en: 'Certificates issued',
    definition_de:
      'Bescheinigungen, die in zwölf Monaten ausgestellt wurden und am Stichtag gelten. Eine berichtigte zählt einmal, am Tag der ersten Ausstellung.',
    definition_en:
      'Certificates that were issued within twelve months and are valid on the cut-off day. A corrected one counts once, on the day when it was first issued.',
    numerator_de: 'Gültige Bescheinigungen',
    numerator_en: 'Valid certificates',
    kind: 'count',
    unit: 'certificates',
    direction: 'higher',
    source_de: 'Bescheinigungen dieser Plattform',
    source_en: 'Certificates of this platform',
    limits_de:
      'Eine Bescheinigung bestätigt die Teilnahme, keine Prüfung. Wie viel jemand besucht haben muss, legt die Koordinierungsstelle fest. Wer mehrere Workshops besucht, bekommt mehrere.',
    limits_en:
      'A certificate confirms attendance, not an examination. How much somebody must have attended is set by the coordination office. Whoever attends several workshops gets several.',
    sql_object: 'indicator_certificates',
  },
]
