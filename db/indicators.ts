import { sql } from 'kysely'
import { INDICATOR_KEYS, type IndicatorKey } from '#app/domain/indicator.ts'
import { inGermanOrder } from '#app/domain/person.ts'
import type { Release } from '#app/domain/release.ts'
import type { RemarkReaders } from '#app/domain/remark-readers.ts'
import type { Db } from '#db/client.server.ts'
import { hashOf } from '#db/releases.ts'
import type { Row } from '#db/schema.ts'

export type MunicipalityOnDay = {
  organisationId: string
  ags: string
  name: string
  population: number | null
  populationDate: string | null
  longitude: number | null
  latitude: number | null
  /** First day of the declaration in force; null where there is none. */
  since: string | null
  /** Registered IT specialists who serve it, directly or through an association. */
  specialists: number
}

/** Every municipality that exists on the day, in alphabetical order, with what indicator 1 needs. */
export async function listMunicipalitiesOn(db: Db, day: string): Promise<MunicipalityOnDay[]> {
  const { rows } = await sql<MunicipalityOnDay>`
    select o.id as organisation_id, o.ags, o.name, o.population, o.population_date, o.label_longitude as longitude,
      o.label_latitude as latitude, m.since, m.specialists
    from municipalities_on(${day}::date) m join organisation o on o.id = m.organisation_id`.execute(db)
  return rows.sort((a, b) => inGermanOrder(a.name, b.name))
}

/** Where the facts about the municipalities of a day come from, each source once. */
export async function listSourcesOn(db: Db, day: string): Promise<string[]> {
  const { rows } = await sql<{ source: string }>`
    select distinct o.source from municipalities_on(${day}::date) m join organisation o on o.id = m.organisation_id
    where o.source is not null order by o.source`.execute(db)
  return rows.map(({ source }) => source)
}

/** How many different IT specialists serve the municipalities that take part on the day. */
export async function countSpecialistsOn(db: Db, day: string): Promise<number> {
  const { rows } = await sql<{ numerator: number }>`
    select numerator from indicator_it_specialists(${day}::date, ${day}::date)`.execute(db)
  return rows[0]?.numerator ?? 0
}

export type ParticipationPoint = { asOf: string; count: number; denominator: number }

/** Indicator 1 on several days, in their order. */
export async function listParticipation(db: Db, days: readonly string[]): Promise<ParticipationPoint[]> {
  if (days.length === 0) return []
  const { rows } = await sql<ParticipationPoint>`
    select d.day::text as as_of,
      count(*) filter (where m.since is not null and m.specialists > 0) as count, count(*) as denominator
    from unnest(${[...days]}::date[]) as d (day) cross join lateral municipalities_on(d.day) m
    group by d.day order by d.day`.execute(db)
  return rows
}

export type ReleasedRound = {
  roundId: string
  title: string
  /** The day on which it was due, of one that was planned by hand its first. */
  phaseDay: string
  closesOn: string
  remarkReaders: RemarkReaders
  releasedAt: Date
  sha256: string
  release: Release
  /** The questionnaire as JSON text, for the titles of its topics. */
  definition: string
}

/** Released competence-centre rounds that had closed by the day, oldest first: the source of indicator 2. */
export async function listReleasedRounds(db: Db, day: string): Promise<ReleasedRound[]> {
  const rows = await db
    .selectFrom('release')
    .innerJoin('evaluationRound as round', 'round.id', 'release.roundId')
    .innerJoin('questionnaireVersion as questionnaire', 'questionnaire.hash', 'round.questionnaireHash')
    .select([
      'round.id as roundId',
      'round.title',
      'round.dueOn',
      'round.opensOn',
      'round.closesOn',
      'round.remarkReaders',
      'release.releasedAt',
      'release.sha256',
      'release.payload',
      'questionnaire.definition',
    ])
    .where('round.kind', '=', 'competence-centre')
    .where('round.closesOn', '<=', day)
    .orderBy('round.closesOn')
    .orderBy('release.releasedAt')
    .execute()
  // What no longer gives its fingerprint counts in no report.
  const unchanged = rows.filter(({ payload, sha256 }) => hashOf(payload) === sha256)
  return unchanged.map(({ payload, dueOn, opensOn, closesOn, ...round }) => ({
    ...round,
    phaseDay: dueOn ?? opensOn,
    closesOn: closesOn ?? day,
    release: JSON.parse(payload) as Release,
  }))
}

/** The last days of all competence-centre rounds that were opened and had closed by the day, released or not. */
export async function listRoundsHeld(db: Db, day: string): Promise<string[]> {
  const rows = await db
    .selectFrom('evaluationRound')
    .select('closesOn')
    .where('kind', '=', 'competence-centre')
    .where('closesOn', '<=', day)
    .where('givenUpAt', 'is', null)
    .where((eb) =>
      eb.or([
        eb('openedAt', 'is not', null),
        eb.exists(
          eb
            .selectFrom('release')
            .select('release.id')
            .whereRef('release.roundId', '=', 'evaluationRound.id'),
        ),
      ]),
    )
    .orderBy('closesOn')
    .execute()
  return rows.flatMap(({ closesOn }) => closesOn ?? [])
}

/** The passport of an indicator in the version that holds on the day. */
export async function getIndicatorVersion(
  db: Db,
  indicator: IndicatorKey,
  day: string,
): Promise<Row<'indicatorVersion'>> {
  return db
    .selectFrom('indicatorVersion')
    .selectAll()
    .where('indicator', '=', indicator)
    .where('validFrom', '<=', day)
    .orderBy('version', 'desc')
    .executeTakeFirstOrThrow()
}

/** The first day on which both indicators have a passport: before it nothing says what they count. */
export async function firstDayWithPassports(db: Db): Promise<string> {
  const rows = await db
    .selectFrom('indicatorVersion')
    .select((eb) => eb.fn.min('validFrom').as('first'))
    .where('indicator', 'in', INDICATOR_KEYS)
    .groupBy('indicator')
    .execute()
  return rows.map(({ first }) => first).reduce((one, other) => (one > other ? one : other))
}
