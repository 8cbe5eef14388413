import { sql, type Kysely } from 'kysely'

// Passports of all figures, those of the strategy and those that accompany them. A figure is a row here and, where the
// database counts it, a function; `months` is over how many of them it is counted, 0 for what is so on a day.
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of COLUMNS) await sql.raw(statement).execute(db)
  // The passports that a district has had until now get what they did not tell, and say nothing else than before.
  await sql`alter table indicator_version disable trigger indicator_version_never_changes`.execute(db)
  for (const [indicator, told] of Object.entries(TOLD)) {
    await sql`
      update indicator_version set (${sql.raw(Object.keys(told).join(', '))}) =
        (select ${sql.raw(Object.keys(told).join(', '))}
         from jsonb_populate_record(null::indicator_version, ${JSON.stringify(told)}::jsonb))
      where indicator = ${indicator}`.execute(db)
  }
  await sql`alter table indicator_version enable trigger indicator_version_never_changes`.execute(db)
  for (const statement of CONSTRAINTS) await sql.raw(statement).execute(db)
}

const COLUMNS = [
  `alter table indicator_version
    add column position integer,
    add column title_de text,
    add column title_en text,
    add column paper_de text,
    add column paper_en text,
    add column numerator_de text,
    add column numerator_en text,
    add column denominator_de text,
    add column denominator_en text,
    add column kind text,
    add column unit text,
    add column direction text,
    add column decimals integer,
    add column minimum integer,
    add column months integer,
    add column full_count boolean,
    add column coverage_de text,
    add column coverage_en text,
    add column left_out_de text,
    add column left_out_en text,
    add column frequency_months integer,
    add column responsible_de text,
    add column responsible_en text,
    add column limits_de text,
    add column limits_en text,
    add column sql_object text,
    add column id uuid,
    add column reason text,
    add column recorded_by uuid references person (id),
    add column recorded_at timestamptz,
    drop constraint indicator_version_known`,
]

const NEEDED = [
  ...['position', 'title_de', 'title_en', 'numerator_de', 'numerator_en', 'kind', 'unit', 'direction'],
  ...['decimals', 'minimum', 'months', 'full_count', 'responsible_de', 'responsible_en'],
  ...['limits_de', 'limits_en'],
]

const CONSTRAINTS = [
  `alter table indicator_version
    ${NEEDED.map((column) => `alter column ${column} set not null,`).join(' ')}
    add constraint indicator_version_key_plain check (indicator ~ '^([a-z][a-z0-9-]*|I1|I2)$'),
    add constraint indicator_version_kind_known check (kind in ('share', 'count', 'sum', 'median')),
    add constraint indicator_version_unit_known check (unit in
      ('municipalities', 'people', 'answers', 'seats', 'units', 'days', 'certificates')),
    add constraint indicator_version_direction_known check (direction in ('higher', 'lower', 'neither')),
    add constraint indicator_version_decimals_sensible check (decimals between 0 and 4),
    add constraint indicator_version_minimum_sensible check (minimum between 0 and 1000),
    add constraint indicator_version_months_sensible check (months between 0 and 120),
    add constraint indicator_version_frequency_sensible check (frequency_months between 1 and 120),
    add constraint indicator_version_sql_object_plain check (sql_object ~ '^[a-z_][a-z0-9_]*$'),
    add constraint indicator_version_share_of_something check
      (kind <> 'share' or (denominator_de is not null and denominator_en is not null)),
    add constraint indicator_version_entered_once unique (id),
    add constraint indicator_version_one_a_day unique (indicator, valid_from),
    add constraint indicator_version_later_one_says_why check (version = 1 or reason is not null),
    add constraint indicator_version_entered_by_somebody check (num_nulls(id, recorded_by, recorded_at) in (0, 3)),
    add constraint indicator_version_of_strategy_has_resolution check
      (indicator not in ('I1', 'I2') or recorded_by is null or resolution is not null)`,
]

const TOLD = {
  I1: {
    position: 1,
    title_de: 'Anzahl der teilnehmenden Kommunen',
    title_en: 'Number of participating municipalities',
    paper_de:
      'Es sollen in der Pilotphase mind. XX Kommunen und ihre IT-Fachkräfte, im ersten Jahr nach erfolgreichem Abschluss der Pilotphase mind. XX % der kreisangehörigen Kommunen beteiligt sein.',
    paper_en:
      'In the pilot phase at least XX municipalities and their IT specialists are to take part, in the first year after the pilot phase has been completed successfully at least XX % of the municipalities of the district.',
    numerator_de:
      'Kommunen, deren Beitrittserklärung am Stichtag gilt und die von mindestens einer registrierten IT-Fachkraft betreut werden; daneben die Zahl dieser IT-Fachkräfte',
    numerator_en:
      'Municipalities whose declaration is in force on the cut-off day and which at least one registered IT specialist serves; beside it the number of these specialists',
    denominator_de: 'Alle kreisangehörigen Kommunen, die am Stichtag bestehen',
    denominator_en: 'All municipalities of the district that exist on the cut-off day',
    kind: 'share',
    unit: 'municipalities',
    direction: 'higher',
    decimals: 1,
    minimum: 1,
    months: 0,
    full_count: true,
    frequency_months: 3,
    responsible_de: 'Koordinierungsstelle',
    responsible_en: 'Coordination office',
    limits_de:
      'Beteiligt heißt nicht aktiv: Ob jemand an Workshops teilnimmt, sagt die begleitende Kennzahl „Aktive Kommunen“. Jede Kommune zählt gleich, ob groß oder klein; deshalb steht der Anteil der Einwohnerinnen und Einwohner daneben. Der Nenner ändert sich, wenn Kommunen sich zusammenschließen.',
    limits_en:
      'Taking part does not mean being active: whether anybody attends workshops is told by the accompanying figure "Active municipalities". Each municipality counts the same, large or small; therefore the share of inhabitants stands beside it. The denominator changes when municipalities merge.',
    sql_object: 'municipalities_on',
  },
  I2: {
    position: 2,
    title_de: 'Bewertung des Nutzens der IT-Kompetenzstelle durch die IT-Fachkräfte und kommunale Nutzer',
    title_en: 'How IT specialists and municipal users rate the benefit of the IT competence centre',
    paper_de:
      'Mind. XX % der Bewertenden geben die Gesamtwertung „zufrieden“ oder „sehr zufrieden“ zu Themen wie Organisation, Zeitersparnis, Lernkurve, etc. an. Durchführung der Evaluation durch die Nutzer erfolgt zum Ende der Pilotphase sowie danach alle XX Monate.',
    paper_en:
      'At least XX % of those who rate give the overall rating "satisfied" or "very satisfied" on topics such as organisation, time saved, learning curve, etc. The users carry out the evaluation at the end of the pilot phase and every XX months after that.',
    numerator_de: 'Antworten „zufrieden“ und „sehr zufrieden“ auf die Gesamtfrage',
    numerator_en: 'Answers "satisfied" and "very satisfied" to the overall question',
    denominator_de: 'Alle Bewertungen der Gesamtfrage, ohne „keine Angabe“ und ohne übersprungene Fragen',
    denominator_en: 'All ratings of the overall question, without "no answer" and skipped questions',
    kind: 'share',
    unit: 'answers',
    direction: 'higher',
    decimals: 1,
    minimum: 5,
    months: 0,
    full_count: false,
    responsible_de: 'Koordinierungsstelle; freigegeben vom Lenkungsausschuss',
    responsible_en: 'Coordination office; released by the steering committee',
    limits_de:
      'Wer nicht antwortet, fehlt: Deshalb stehen Eingeladene und Antwortende daneben. Bis die erste Befragung freigegeben ist, gibt es keinen Wert. Rückmeldungen zu einzelnen Workshops gehen nicht ein.',
    limits_en:
      'Whoever does not answer is missing: therefore the numbers of those invited and of those who answered stand beside it. Until the first evaluation is released there is no figure. Feedback on single workshops does not enter.',
  },
}
