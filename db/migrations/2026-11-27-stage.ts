import { sql, type Kysely } from 'kysely'

// What the committee resolves beside targets (which reading counts, how often it is measured), the stages of the
// procedure, targets that are put right without being lost, and where figures stood before the work began.
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATE = (table: string) => `
    constraint ${table}_state_known check (state in ('open', 'proposed', 'resolved')),
    constraint ${table}_open_has_no_value check ((state = 'open') = (value is null)),
    constraint ${table}_resolved_has_resolution check
      ((state = 'resolved') = (decided_on is not null and resolution is not null))`

const STATEMENTS = [
  // A new ruling is a new row, and so is the correction of a wrong entry: the latest row counts.
  `create table ruling (
    position bigint generated always as identity,
    id uuid primary key,
    subject text not null,
    state text not null,
    value text,
    resolution text,
    decided_on date,
    reason text,
    recorded_by uuid references person (id),
    created_at timestamptz not null,
    constraint ruling_subject_known check (subject in ('reading', 'rhythm')),
    constraint ruling_value_known check (
      (subject = 'reading' and value in ('overall', 'every-topic', 'all-ratings')) or
      (subject = 'rhythm' and value ~ '^[0-9]{1,3}$')),
    constraint ruling_open_says_why check (state <> 'open' or reason is not null),${STATE('ruling')}
  )`,
  `create unique index ruling_in_order on ruling (subject, position)`,
  `create trigger ruling_never_changes before update or delete on ruling
    for each statement execute function refuse_change()`,
  // Up to here the rhythm was a setting without a reference. Its row stays, and is read no more.
  `insert into ruling (id, subject, state, value, resolution, decided_on, created_at)
    select gen_random_uuid(), 'rhythm', 'resolved', value #>> '{}', 'Fundstelle nicht erfasst', changed_at::date, changed_at
    from setting where key = 'evaluationMonths' and value #>> '{}' ~ '^[0-9]{1,3}$'`,

  // Of each figure the latest row counts; one without a value says that there is no baseline after all.
  `create table baseline (
    position bigint generated always as identity,
    id uuid primary key,
    indicator text not null,
    value double precision,
    as_of date,
    source text,
    reason text,
    recorded_by uuid not null references person (id),
    created_at timestamptz not null,
    constraint baseline_value_sensible check (value >= 0),
    constraint baseline_whole check (num_nulls(value, as_of, source) in (0, 3)),
    constraint baseline_without_value_says_why check (value is not null or reason is not null)
  )`,
  `create unique index baseline_in_order on baseline (indicator, position)`,
  `create trigger baseline_never_changes before update or delete on baseline
    for each statement execute function refuse_change()`,

  `alter table target add column corrects uuid`,
  `alter table target add column reason text`,
  `alter table target add constraint target_corrects_target foreign key (corrects) references target (id)`,
  `alter table target add constraint target_correction_says_why check ((corrects is null) = (reason is null))`,
  // What was said stays as it was said; only that something newer holds is added, once.
  `create function keep_target() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' or old.superseded_at is not null or new.superseded_at is null
        or to_jsonb(old) - 'superseded_at' <> to_jsonb(new) - 'superseded_at' then
        raise exception 'a target is never changed, only followed by another';
      end if;
      return new;
    end $$`,
  `create trigger target_stays before update or delete on target for each row execute function keep_target()`,

  `create table stage (
    id uuid primary key,
    subject text not null,
    description text not null,
    topic_key text,
    from_date date,
    until_date date,
    decide_by date,
    version integer not null default 1,
    created_by uuid not null,
    created_at timestamptz not null,
    constraint stage_topic foreign key (topic_key) references topic (key),
    constraint stage_by_person foreign key (created_by) references person (id),
    constraint stage_in_order check (until_date >= from_date),
    constraint stage_has_subject check (length(subject) between 1 and 120)
  )`,
  // The municipality that was entered stays: where it merges, the successor is counted in its place.
  `create table stage_member (
    id uuid primary key,
    stage_id uuid not null,
    organisation_id uuid not null,
    from_date date not null,
    until_date date,
    taken_back_at timestamptz,
    taken_back_because text,
    constraint stage_member_taken_back_says_why check ((taken_back_at is null) = (taken_back_because is null)),
    constraint stage_member_of_stage foreign key (stage_id) references stage (id),
    constraint stage_member_municipality foreign key (organisation_id) references organisation (id),
    constraint stage_member_in_order check (until_date >= from_date)
  )`,
  `create index stage_member_by_stage on stage_member (stage_id, from_date)`,
  `create unique index stage_member_once on stage_member (stage_id, organisation_id)
    where until_date is null and taken_back_at is null`,
  // An entry that was a mistake stays as it was, with the reason, and counts on no day.
  `create function keep_taken_back_member() returns trigger language plpgsql as $$
    begin
      raise exception 'what was taken back stays as it is';
    end $$`,
  `create trigger stage_member_taken_back_stays before update on stage_member
    for each row when (old.taken_back_at is not null) execute function keep_taken_back_member()`,
  `create table stage_decision (
    position bigint generated always as identity,
    id uuid primary key,
    stage_id uuid not null,
    verdict text not null,
    resolution text,
    decided_on date,
    reason text,
    recorded_by uuid not null,
    created_at timestamptz not null,
    constraint stage_decision_of_stage foreign key (stage_id) references stage (id),
    constraint stage_decision_by_person foreign key (recorded_by) references person (id),
    constraint stage_decision_known check (verdict in ('open', 'go', 'no-go')),
    constraint stage_decision_has_resolution check
      ((verdict <> 'open') = (decided_on is not null and resolution is not null)),
    constraint stage_decision_says_why check (verdict = 'go' or reason is not null)
  )`,
  `create unique index stage_decision_in_order on stage_decision (stage_id, position)`,
  `create trigger stage_decision_never_changes before update or delete on stage_decision
    for each statement execute function refuse_change()`,
  `create table stage_target (
    position bigint generated always as identity,
    id uuid primary key,
    stage_id uuid not null,
    aim text not null,
    measure text not null,
    state text not null,
    value double precision,
    resolution text,
    decided_on date,
    reason text,
    recorded_by uuid not null,
    created_at timestamptz not null,
    constraint stage_target_of_stage foreign key (stage_id) references stage (id),
    constraint stage_target_by_person foreign key (recorded_by) references person (id),
    constraint stage_target_aim_known check (aim in ('participating', 'trained')),
    constraint stage_target_measure_known check (measure in ('count', 'percent')),
    constraint stage_target_value_sensible check (value >= 0 and (measure = 'count' or value <= 100)),
    constraint stage_target_open_says_why check (state <> 'open' or reason is not null),${STATE('stage_target')}
  )`,
  `create unique index stage_target_in_order on stage_target (stage_id, position)`,
  `create trigger stage_target_never_changes before update or delete on stage_target
    for each statement execute function refuse_change()`,
  // Which municipality stands today for each one that was entered; where mergers go in a circle, nobody does.
  `create function stage_municipalities_on(on_day date)
    returns table (stage_id uuid, entered_id uuid, organisation_id uuid) language sql stable as $$
      with recursive step as (
        select m.stage_id, m.organisation_id as entered_id, o.id, o.valid_until, o.successor_id, array[o.id] as way
        from stage_member m join organisation o on o.id = m.organisation_id
        where m.from_date <= on_day and (m.until_date is null or m.until_date >= on_day) and m.taken_back_at is null
        union all
        select s.stage_id, s.entered_id, o.id, o.valid_until, o.successor_id, s.way || o.id
        from step s join organisation o on o.id = s.successor_id
        where s.valid_until < on_day and o.id <> all (s.way)
      )
      select s.stage_id, s.entered_id, s.id from step s where s.valid_until is null or s.valid_until >= on_day
    $$`,
  // Of the municipalities of each stage on a day: how many there are, take part, and have somebody who attended a course
  // of the stage's topic since it began, of their own or of an association that served them then.
  `create function stage_figures_on(on_day date)
    returns table (stage_id uuid, municipalities bigint, participating bigint, trained bigint) language sql stable as $$
      select m.stage_id, count(distinct m.organisation_id),
        count(distinct m.organisation_id) filter (where t.since is not null and t.specialists > 0),
        count(distinct m.organisation_id) filter (where exists (
          select 1 from enrolment e join attendance a on a.enrolment_id = e.id and a.status in ('present', 'partial')
          join meeting d on d.id = a.meeting_id join workshop w on w.id = d.workshop_id join course c on c.id = w.course_id
            join municipalities_behind(on_day) b on b.organisation_id = e.organisation_id
              and (d.starts_at at time zone 'Europe/Berlin')::date between b.from_day and b.until_day
          where b.municipality_id = m.organisation_id and c.topic_key = s.topic_key
            and d.starts_at >= s.from_date::timestamp at time zone 'Europe/Berlin'
            and d.starts_at < (least(on_day, s.until_date) + 1)::timestamp at time zone 'Europe/Berlin'))
      from stage_municipalities_on(on_day) m join stage s on s.id = m.stage_id
      left join municipalities_on(on_day) t on t.organisation_id = m.organisation_id
      group by m.stage_id
    $$`,
]
