import { sql } from 'kysely'
import { addDays, dayOf, startOfDay } from '#app/domain/calendar.ts'
import { holdsOn, inTown } from '#app/domain/organisation.ts'
import {
  bandOf,
  lastToldDay,
  toldIn,
  toldParts,
  twelveMonths,
  unitsPerPerson,
  yearsUntil,
  type Line,
  type TownFigures,
} from '#app/domain/town-figures.ts'
import type { Db } from '#db/client.server.ts'
import { listMunicipalitiesOn } from '#db/indicators.ts'
import { listParticipations } from '#db/participations.ts'
import { getSettings } from '#db/settings.ts'
import { listTownEnrolments } from '#db/towns.ts'

/** The figures of one town with the district's band; undefined where there is no such town. */
export async function getTownFigures(
  db: Db,
  organisationId: string,
  now: Date,
): Promise<TownFigures | undefined> {
  const town = await db
    .selectFrom('organisation')
    .select('name')
    .where('id', '=', organisationId)
    .executeTakeFirst()
  if (!town) return undefined
  const [asOf, cutOff] = [dayOf(now), lastToldDay(dayOf(now))]
  const { districtName, demo } = await getSettings(db)
  const attended = await linesByOrganisation(listAttended(db, cutOff))
  const certificates = toldParts(await listCertified(db, organisationId, cutOff), cutOff)
  const registered = await countRegistered(db, cutOff)
  const parts = toldParts(attended.get(organisationId) ?? [], cutOff)
  const { current, since } = await participationOf(db, organisationId, asOf)
  const { toAnswer, going, waiting } = inTown(await listTownEnrolments(db, [organisationId], now))
  const period = (days: { from: string; until: string }) => ({
    ...days,
    attended: toldIn(parts, days),
    certificates: toldIn(certificates, days),
  })
  const months = period(twelveMonths(cutOff))
  const own = registered.find((one) => one.organisationId === organisationId)?.people ?? 0
  return {
    ...{ format: 1, asOf, cutOff, districtName, demo, organisation: town.name },
    participation: { since: current?.fromDate ?? null, declaration: current?.declaration ?? null },
    specialists: await specialistsOf(db, organisationId, asOf),
    registered: own,
    toCome: { going: going.length, toAnswer: toAnswer.length, waiting: waiting.length },
    twelveMonths: months,
    years: yearsUntil(cutOff, since).map(period),
    perPerson: unitsPerPerson(months.attended, own, cutOff),
    band: bandOf(valuesOf(registered, attended, cutOff)),
  }
}

/** What the towns of the district have, without their names. */
function valuesOf(registered: readonly Registered[], attended: ReadonlyMap<string, Line[]>, cutOff: string) {
  return registered
    .filter(({ kind }) => kind === 'municipality')
    .map(({ organisationId, people }) => {
      const told = toldIn(toldParts(attended.get(organisationId) ?? [], cutOff), twelveMonths(cutOff))
      return unitsPerPerson(told, people, cutOff)
    })
    .filter((value) => value !== null)
}

type OwnedLine = Line & { organisationId: string }

async function linesByOrganisation(lines: Promise<OwnedLine[]>): Promise<Map<string, Line[]>> {
  const byOrganisation = new Map<string, Line[]>()
  for (const { organisationId, ...line } of await lines) {
    const others = byOrganisation.get(organisationId)
    if (others) others.push(line)
    else byOrganisation.set(organisationId, [line])
  }
  return byOrganisation
}

/** Workshops that were over by the day, with what each person attended of them; of all organisations. */
async function listAttended(db: Db, until: string): Promise<OwnedLine[]> {
  const rows = await db
    .selectFrom('enrolment')
    .innerJoin('attendance', 'attendance.enrolmentId', 'enrolment.id')
    .innerJoin(
      (eb) =>
        eb
          .selectFrom('meeting')
          .select('workshopId')
          .select(({ fn }) => fn.max('endsAt').as('endsAt'))
          .groupBy('workshopId')
          .having(({ fn }) => fn.max('endsAt'), '<', startOfDay(addDays(until, 1)))
          .as('over'),
      (join) => join.onRef('over.workshopId', '=', 'enrolment.workshopId'),
    )
    .select(['enrolment.organisationId', 'enrolment.personId', 'over.endsAt'])
    .select(({ fn }) => fn.sum<number>('attendance.units').as('units'))
    .where('attendance.units', '>', 0)
    .groupBy(['enrolment.id', 'over.endsAt'])
    .execute()
  return rows.map(({ endsAt, units, ...line }) => ({ ...line, units: Number(units), day: dayOf(endsAt) }))
}

/** Certificates that hold, by the day on which they were issued; a corrected one counts once. */
async function listCertified(db: Db, organisationId: string, until: string): Promise<Line[]> {
  const rows = await db
    .selectFrom('certificate')
    .innerJoin('enrolment', 'enrolment.id', 'certificate.enrolmentId')
    .leftJoin('certificateRevocation as revoked', 'revoked.certificateId', 'certificate.id')
    .select(['enrolment.personId', 'certificate.issuedOn as day'])
    .where('enrolment.organisationId', '=', organisationId)
    .where('revoked.certificateId', 'is', null)
    .where('certificate.issuedOn', '<=', until)
    .execute()
  return rows.map((line) => ({ ...line, units: 0 }))
}

type Registered = { organisationId: string; kind: string; people: number }

/** How many people serve each organisation on the day. */
function countRegistered(db: Db, day: string): Promise<Registered[]> {
  return db
    .selectFrom('membership')
    .innerJoin('organisation', 'organisation.id', 'membership.organisationId')
    .select(['membership.organisationId', 'organisation.kind'])
    .select(sql<number>`count(distinct membership.person_id)`.as('people'))
    .where('membership.fromDate', '<=', day)
    .where((eb) => eb.or([eb('membership.untilDate', 'is', null), eb('membership.untilDate', '>=', day)]))
    .groupBy('organisation.id')
    .groupBy('membership.organisationId')
    .execute()
}

async function participationOf(db: Db, organisationId: string, day: string) {
  const periods = await listParticipations(db, organisationId)
  const current = periods.find((period) => holdsOn(period, day))
  return { current, since: periods[0]?.fromDate ?? null }
}

/** As the indicators count them; for what is no municipality, its own members. */
async function specialistsOf(db: Db, organisationId: string, day: string): Promise<number> {
  const municipality = (await listMunicipalitiesOn(db, day)).find(
    (one) => one.organisationId === organisationId,
  )
  if (municipality) return municipality.specialists
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from served_by_specialists(${day}::date) where organisation_id = ${organisationId}`.execute(
    db,
  )
  return rows[0]?.n ?? 0
}
