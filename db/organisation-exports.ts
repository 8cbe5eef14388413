// What an organisation takes with it: its own facts at once, its people in parts, so that no file is in memory whole.

import {
  EXPORT_FORMAT,
  EXPORT_VERSION,
  withheldIn,
  type ExportView,
} from '#app/domain/organisation-export.ts'
import type { ServedPeriod } from '#db/association-members.ts'
import { audit } from '#db/audit.ts'
import type { Db } from '#db/client.server.ts'
import { listMeasuredRounds } from '#db/measures.ts'
import { getOrganisation, type OrganisationName } from '#db/organisations.ts'
import { getSettings } from '#db/settings.ts'

export type ExportRequest = {
  organisationId: string
  view: ExportView
  by: string
  /** Of the product that writes the file. */
  applicationVersion: string
}

export type ExportHead = NonNullable<Awaited<ReturnType<typeof headOf>>>

/** All of the file but its people; undefined for no organisation. That somebody takes it becomes part of the record. */
export function beginExport(db: Db, request: ExportRequest, now: Date): Promise<ExportHead | undefined> {
  return db.transaction().execute(async (trx) => {
    const head = await headOf(trx, request, now)
    if (!head) return undefined
    const { organisationId, view, by } = request
    await audit(trx, by, 'organisation:export', organisationId, now, { view })
    return head
  })
}

async function headOf(db: Db, { organisationId, view, applicationVersion }: ExportRequest, now: Date) {
  const organisation = await getOrganisation(db, organisationId)
  if (!organisation) return undefined
  const { districtName, demo } = await getSettings(db)
  return {
    format: EXPORT_FORMAT,
    version: EXPORT_VERSION,
    exportedAt: now,
    producer: `Lernkreis ${applicationVersion}`,
    district: districtName,
    /** Whether people and figures are invented. */
    demo,
    view,
    withheld: withheldIn(view),
    organisation: await factsOf(db, organisation),
    participations: organisation.participations.map(({ organisationId: _, ...period }) => period),
    agreements: organisation.agreements,
    blockedPeriods: await listBlocked(db, organisationId),
    approvalRule: (await ruleOf(db, organisationId)) ?? null,
    measures: (await listMeasuredRounds(db)).map(measuresOf),
  }
}

type Organisation = NonNullable<Awaited<ReturnType<typeof getOrganisation>>>

async function factsOf(db: Db, organisation: Organisation) {
  const { id, kind, name, ags, municipalityKind, population, populationDate } = organisation
  const { labelLongitude, labelLatitude, validFrom, validUntil, source, itMinimum } = organisation
  const predecessors = await db
    .selectFrom('organisation')
    .select(['id', 'name', 'kind', 'ags', 'validUntil'])
    .where('successorId', '=', id)
    .orderBy('validUntil')
    .orderBy('id')
    .execute()
  return {
    ...{ id, kind, name, ags, municipalityKind, population, populationDate },
    ...{ labelLongitude, labelLatitude, validFrom, validUntil, source, itMinimum },
    successor: organisation.successor ? named(organisation.successor) : null,
    predecessors: predecessors.map((one) => ({ ...named(one), validUntil: one.validUntil })),
    associations: organisation.associations.map(served),
    members: organisation.members.map(served),
  }
}

const named = ({ id, name, ags }: OrganisationName) => ({ id, name, ags })
const served = ({ fromDate, untilDate, ...one }: ServedPeriod) => ({ ...named(one), fromDate, untilDate })

function listBlocked(db: Db, organisationId: string) {
  return db
    .selectFrom('blockedPeriod')
    .select(['id', 'fromDate', 'untilDate', 'reason'])
    .where('organisationId', '=', organisationId)
    .orderBy('fromDate')
    .orderBy('id')
    .execute()
}

function ruleOf(db: Db, organisationId: string) {
  return db
    .selectFrom('approvalRule')
    .select(['kind', 'approverName', 'approverEmail', 'deputyName', 'deputyEmail'])
    .select(['remindAfterDays', 'limitDays', 'silence'])
    .where('organisationId', '=', organisationId)
    .executeTakeFirst()
}

/** What everybody who signs in reads of the evaluations of the district. */
function measuresOf({
  id,
  titleDe,
  closesOn,
  measures,
}: Awaited<ReturnType<typeof listMeasuredRounds>>[number]) {
  return {
    roundId: id,
    title: titleDe,
    closesOn,
    measures: measures.map(({ version: _, ...measure }) => measure),
  }
}
