import { sql } from 'kysely'
import {
  DISTRICT_VALID_FROM,
  knownMunicipalities,
  MUNICIPALITY_SOURCE,
  POPULATION_DATE,
} from '#app/domain/municipality-facts.ts'
import { dayOf } from '#app/domain/calendar.ts'
import { boxesShownOn, holdsOn, type OrganisationKind } from '#app/domain/organisation.ts'
import { inGermanOrder } from '#app/domain/person.ts'
import { listAgreements, type Agreement } from '#db/agreements.ts'
import { changeServed, followInAssociations, listServed, type ServedPeriod } from '#db/association-members.ts'
import { audit } from '#db/audit.ts'
import type { Db, Trx } from '#db/client.server.ts'
import { followEnding } from '#db/memberships.ts'
import { followAsOfficers } from '#db/roles.ts'
import { listParticipations, type Participation } from '#db/participations.ts'
import type { Row } from '#db/schema.ts'

export type OrganisationName = { id: string; name: string; kind: OrganisationKind; ags: string | null }

/** Every organisation that exists on this day, to choose from; in German order. */
export async function listOrganisationNames(db: Db, day: string): Promise<OrganisationName[]> {
  const rows = await db
    .selectFrom('organisation')
    .select(['id', 'name', 'kind', 'ags'])
    .where('validFrom', '<=', day)
    .where((eb) => eb.or([eb('validUntil', 'is', null), eb('validUntil', '>=', day)]))
    .execute()
  return rows.sort((a, b) => inGermanOrder(a.name, b.name))
}

export type OrganisationLine = Row<'organisation'> & {
  people: number
  /** Since when it takes part, on this day; null when it does not. */
  since: string | null
  /** Registered IT specialists who serve it, directly or through an association. */
  specialists: number
}

/** All organisations with what counts on this day; former ones only on request. In German order. */
export async function listOrganisations(
  db: Db,
  { day, kind, former }: { day: string; kind?: OrganisationKind | undefined; former?: boolean | undefined },
): Promise<OrganisationLine[]> {
  const rows = await db
    .selectFrom('organisation')
    .selectAll()
    .$if(kind !== undefined, (query) => query.where('kind', '=', kind ?? 'municipality'))
    .$if(!former, (query) =>
      query.where((eb) => eb.or([eb('validUntil', 'is', null), eb('validUntil', '>=', day)])),
    )
    .execute()
  const people = await countPeopleByOrganisation(db, day)
  const specialists = await countSpecialists(db, day)
  const since = new Map(
    (await listParticipations(db))
      .filter((period) => period.fromDate <= day && (period.untilDate === null || period.untilDate >= day))
      .map((period) => [period.organisationId, period.fromDate]),
  )
  return rows
    .map((row) => ({
      ...row,
      people: people.get(row.id) ?? 0,
      since: since.get(row.id) ?? null,
      specialists: specialists.get(row.id) ?? 0,
    }))
    .sort((a, b) => inGermanOrder(a.name, b.name))
}

async function countPeopleByOrganisation(db: Db, day: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.personId')
    .select(['organisationId', (eb) => eb.fn.count<number>('personId').distinct().as('people')])
    .where('fromDate', '<=', day)
    .where((eb) => eb.or([eb('untilDate', 'is', null), eb('untilDate', '>=', day)]))
    .where('disabledAt', 'is', null)
    .groupBy('organisationId')
    .execute()
  return new Map(rows.map((row) => [row.organisationId, row.people]))
}

/** By the one definition that indicator 1 uses as well. */
async function countSpecialists(db: Db, day: string): Promise<Map<string, number>> {
  const { rows } = await sql<{ organisationId: string; specialists: number }>`
    select organisation_id, count(*) as specialists from served_by_specialists(${day}::date) group by 1`.execute(
    db,
  )
  return new Map(rows.map((row) => [row.organisationId, row.specialists]))
}

export type Organisation = Row<'organisation'> & {
  /** Whom an association serves, has served and will serve. */
  members: ServedPeriod[]
  /** Into which it merged. */
  successor: OrganisationName | undefined
  /** The associations that serve a municipality, past and coming ones too. */
  associations: ServedPeriod[]
  participations: Participation[]
  agreements: Agreement[]
}

export async function getOrganisation(db: Db, id: string): Promise<Organisation | undefined> {
  const row = await db.selectFrom('organisation').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return undefined
  const members = await listServed(db, 'associationId', id)
  const associations = await listServed(db, 'municipalityId', id)
  const successor = await db
    .selectFrom('organisation')
    .select(['id', 'name', 'kind', 'ags'])
    .where('id', '=', row.successorId)
    .executeTakeFirst()
  const byName = (a: OrganisationName, b: OrganisationName) => inGermanOrder(a.name, b.name)
  return {
    ...row,
    members: members.sort(byName),
    associations: associations.sort(byName),
    successor,
    participations: await listParticipations(db, id),
    agreements: await listAgreements(db, id),
  }
}

/** As somebody sees it who looks at it or changes it: with whom it serves, and who serves it, on the day that its form shows. */
export async function getOrganisationShown(
  db: Db,
  id: string,
  today: string,
): Promise<Organisation | undefined> {
  const organisation = await getOrganisation(db, id)
  if (!organisation) return undefined
  const shownOn = boxesShownOn(organisation, today)
  const current = (served: ServedPeriod[]) => served.filter((each) => holdsOn(each, shownOn))
  const { members, associations } = organisation
  return { ...organisation, members: current(members), associations: current(associations) }
}

export type OrganisationFacts = {
  kind: OrganisationKind
  name: string
  ags: string | null
  municipalityKind: string | null
  population: number | null
  populationDate: string | null
  validFrom: string
  validUntil: string | null
  /** Into which it merged, once it no longer exists. */
  successorId: string | null
  /** Of an association: whom it serves. Ignored for every other kind. */
  memberIds: string[]
  /** From when counts what was changed in it; left out, from today, and for a new association from its first day. */
  membersFrom?: string | null
  /** So many of its IT specialists should always be there; left out, it stays what it is. */
  itMinimum?: number
}

export type OrganisationRefusal =
  | 'ags-missing'
  | 'ags-only-for-municipalities'
  | 'ags-taken'
  | 'ends-before-start'
  | 'not-over'
  | 'changed-meanwhile'
export type OrganisationResult = { ok: true } | { ok: false; refusal: OrganisationRefusal }

/** Adds an organisation. The same id a second time changes nothing. */
export function addOrganisation(
  db: Db,
  by: string,
  id: string,
  facts: OrganisationFacts,
  now: Date,
): Promise<OrganisationResult> {
  return db.transaction().execute(async (trx) => {
    const before = await trx.selectFrom('organisation').select('id').where('id', '=', id).executeTakeFirst()
    if (before) return { ok: true }
    const refusal = await refusalOf(trx, id, facts)
    if (refusal) return { ok: false, refusal }
    const { memberIds, membersFrom, ...columns } = facts
    const { kind, validFrom } = facts
    await trx
      .insertInto('organisation')
      .values({ id, ...columns })
      .execute()
    const days = { shownOn: validFrom, fromDate: membersFrom ?? validFrom }
    const served = await changeServed(trx, { id, kind, memberIds }, days)
    await audit(trx, by, 'organisation:edit', id, now, { added: true, kind, ...served })
    return { ok: true }
  })
}

export function changeOrganisation(
  db: Db,
  by: string,
  id: string,
  facts: OrganisationFacts & { version: number },
  now: Date,
): Promise<OrganisationResult> {
  return db.transaction().execute(async (trx) => {
    const { memberIds, membersFrom, version, ...columns } = facts
    const { kind, validUntil } = facts
    const row = await trx
      .selectFrom('organisation')
      .select(['version', 'name', 'population', 'populationDate', 'source'])
      .select(['validFrom', 'validUntil', 'successorId'])
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirstOrThrow()
    if (row.version !== version) return { ok: false, refusal: 'changed-meanwhile' }
    const refusal = await refusalOf(trx, id, facts)
    if (refusal) return { ok: false, refusal }
    // What somebody typed over is no longer what the register says.
    const isFromRegister = (['name', 'population', 'populationDate'] as const).every(
      (key) => row[key] === columns[key],
    )
    await trx
      .updateTable('organisation')
      .set({ ...columns, source: isFromRegister ? row.source : null, version: version + 1 })
      .where('id', '=', id)
      .execute()
    const shownOn = boxesShownOn(row, dayOf(now))
    const days = { shownOn, fromDate: membersFrom ?? shownOn }
    const served = await changeServed(trx, { id, kind, memberIds }, days)
    await followInAssociations(trx, by, { id, before: row, after: facts }, now)
    await followEnding(trx, by, { id, before: row, after: facts }, now)
    await followAsOfficers(trx, by, { id, before: row, after: facts }, now)
    await audit(trx, by, 'organisation:edit', id, now, { kind, validUntil, ...served })
    return { ok: true }
  })
}

async function refusalOf(
  trx: Trx,
  id: string,
  facts: OrganisationFacts,
): Promise<OrganisationRefusal | null> {
  const { kind, ags, validFrom, validUntil, successorId } = facts
  if (kind === 'municipality' && ags === null) return 'ags-missing'
  if (kind !== 'municipality' && ags !== null) return 'ags-only-for-municipalities'
  if (validUntil !== null && validUntil < validFrom) return 'ends-before-start'
  if (validUntil === null && successorId !== null) return 'not-over'
  if (ags === null || validUntil !== null) return null
  const same = await trx
    .selectFrom('organisation')
    .select('id')
    .where('ags', '=', ags)
    .where('validUntil', 'is', null)
    .where('id', '<>', id)
    .executeTakeFirst()
  return same ? 'ags-taken' : null
}

/** The county, its municipalities and their associations, where the register ships with the product. */
export async function addKnownDistrict(
  trx: Trx,
  by: string,
  districtName: string,
  districtKey: string,
  now: Date,
): Promise<void> {
  const municipalities = knownMunicipalities(districtKey)
  const validFrom = DISTRICT_VALID_FROM
  const associations = [...new Set(municipalities.flatMap(({ association }) => association ?? []))]
  const rows = await trx
    .insertInto('organisation')
    .values([
      { kind: 'county', name: districtName, validFrom },
      ...associations.map((name) => ({
        kind: 'association' as const,
        name: `Verwaltungsgemeinschaft ${name}`,
        validFrom,
      })),
      ...municipalities.map((facts) => ({
        kind: 'municipality' as const,
        name: facts.name,
        ags: facts.ags,
        municipalityKind: facts.kind,
        population: facts.population,
        populationDate: POPULATION_DATE,
        labelLongitude: facts.longitude,
        labelLatitude: facts.latitude,
        validFrom,
        source: MUNICIPALITY_SOURCE,
      })),
    ])
    .returning(['id', 'name', 'kind'])
    .execute()
  for (const name of associations) {
    const association = rows.find((row) => row.name === `Verwaltungsgemeinschaft ${name}`)
    const served = municipalities.filter((facts) => facts.association === name).map((facts) => facts.name)
    const members = rows.filter((row) => row.kind === 'municipality' && served.includes(row.name))
    if (!association) continue
    const memberIds = members.map((row) => row.id)
    const days = { shownOn: validFrom, fromDate: validFrom }
    await changeServed(trx, { ...association, memberIds }, days)
  }
  await audit(trx, by, 'organisation:edit', null, now, { added: rows.length })
}
