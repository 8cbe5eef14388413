// Days on which an organisation cannot spare its people. Where it merges, its days hold for its successor.

import { sql } from 'kysely'
import {
  blockedPeriodRefusal,
  type BlockedPeriod,
  type BlockedPeriodRefusal,
} from '#app/domain/blocked-period.ts'
import { dayOf } from '#app/domain/calendar.ts'
import { audit } from '#db/audit.ts'
import type { Db, Trx } from '#db/client.server.ts'

export type NewBlockedPeriod = {
  id: string
  organisationId: string
  fromDate: string
  untilDate: string
  reason: string
}

export type BlockResult = { ok: true } | { ok: false; refusal: BlockedPeriodRefusal }

/** Blocks days of an organisation. The same id a second time changes nothing. */
export function blockPeriod(db: Db, by: string, period: NewBlockedPeriod, now: Date): Promise<BlockResult> {
  return db.transaction().execute(async (trx) => {
    const { organisationId, fromDate, untilDate } = period
    await lockOrganisation(trx, organisationId)
    const others = await trx
      .selectFrom('blockedPeriod')
      .select(['id', 'fromDate', 'untilDate'])
      .where('organisationId', '=', organisationId)
      .execute()
    if (others.some(({ id }) => id === period.id)) return { ok: true }
    const refusal = blockedPeriodRefusal(period, others, dayOf(now))
    if (refusal) return { ok: false, refusal }
    const added = await trx
      .insertInto('blockedPeriod')
      .values({ ...period, createdBy: by, createdAt: now })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!added) return { ok: false, refusal: 'page-outdated' }
    await audit(trx, by, 'blocked-period:edit', organisationId, now, { fromDate, untilDate })
    return { ok: true }
  })
}

/** Frees days again; those of an organisation that has merged are freed by its successor. */
export function freePeriod(
  db: Db,
  by: string,
  { id, organisationId }: { id: string; organisationId: string },
  now: Date,
): Promise<void> {
  return db.transaction().execute(async (trx) => {
    const freed = await trx
      .deleteFrom('blockedPeriod')
      .where('id', '=', id)
      .where('organisationId', 'in', (eb) =>
        eb
          .selectFrom(itselfAndMerged(organisationId).as('heir'))
          .select('heir.id')
          .where('heir.since', '<=', dayOf(now)),
      )
      .returning(['fromDate', 'untilDate'])
      .executeTakeFirst()
    if (freed) await audit(trx, by, 'blocked-period:edit', organisationId, now, { freed: 1, ...freed })
  })
}

/** Two people who block days of one organisation take turns here: days are not blocked twice. Enrolments go on. */
async function lockOrganisation(trx: Trx, organisationId: string): Promise<void> {
  await trx
    .selectFrom('organisation')
    .select('id')
    .where('id', '=', organisationId)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow()
}

/** The days that are blocked from this day on, the next first; with those of whoever has merged into it by then. */
export function listBlockedPeriods(
  db: Db,
  organisationId: string,
  from: string,
): Promise<(BlockedPeriod & { id: string })[]> {
  return periods(db)
    .innerJoin(itselfAndMerged(organisationId).as('heir'), 'heir.id', 'blockedPeriod.organisationId')
    .where('heir.since', '<=', from)
    .where('untilDate', '>=', from)
    .execute()
}

/**
 * What blocks days between two of them, for one organisation, or for all that there are: whoever plans asks so. Of
 * whoever merges into it, the days from then on.
 */
export function listBlockedBetween(
  db: Db,
  organisationId: string | null,
  { from, until }: { from: string; until: string },
): Promise<BlockedPeriod[]> {
  const all = periods(db).where('fromDate', '<=', until).where('untilDate', '>=', from)
  if (organisationId === null) return all.execute()
  return all
    .innerJoin(itselfAndMerged(organisationId).as('heir'), 'heir.id', 'blockedPeriod.organisationId')
    .select(sql<string>`greatest(blocked_period.from_date, heir.since)`.as('fromDate'))
    .where('heir.since', '<=', until)
    .whereRef('untilDate', '>=', 'heir.since')
    .execute()
}

function periods(db: Db) {
  return db
    .selectFrom('blockedPeriod')
    .innerJoin('organisation', 'organisation.id', 'blockedPeriod.organisationId')
    .select(['blockedPeriod.id', 'blockedPeriod.fromDate', 'blockedPeriod.untilDate', 'blockedPeriod.reason'])
    .select('organisation.name as organisation')
    .orderBy('blockedPeriod.fromDate')
    .orderBy('organisation.name')
}

/**
 * Whose days hold for an organisation, and from which day on: whoever merges into it has its own until then. Nothing
 * is moved when an organisation merges, so nothing has to be moved back when its ending is put right.
 */
const itselfAndMerged = (organisationId: string) => sql<{ id: string; since: string }>`(
  with recursive heir (id, since) as (
    select ${organisationId}::uuid, date '0001-01-01'
    union
    select organisation.id, greatest(heir.since, organisation.valid_until + 1)
    from organisation join heir on organisation.successor_id = heir.id)
  select id, min(since) as since from heir group by id)`
