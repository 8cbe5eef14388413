// When people are busy by their own calendars. Everybody reads their own; commands for others never ask here.

import type { BusyTime } from '#app/domain/busy-time.ts'
import { audit } from '#db/audit.ts'
import type { Db, Trx } from '#db/client.server.ts'

const ROWS_AT_ONCE = 1_000

/** Puts these times in the place of those that were uploaded before. What they are is nobody's business. */
export function replaceBusyTimes(
  db: Db,
  personId: string,
  times: readonly BusyTime[],
  now: Date,
): Promise<void> {
  return db.transaction().execute(async (trx) => {
    await holdPerson(trx, personId)
    await trx.deleteFrom('busyTime').where('personId', '=', personId).execute()
    const rows = times.map((time) => ({ personId, ...time, uploadedAt: now }))
    for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
      await trx
        .insertInto('busyTime')
        .values(rows.slice(at, at + ROWS_AT_ONCE))
        .execute()
    }
    await audit(trx, personId, 'calendar:busy-times', personId, now)
  })
}

export function removeBusyTimes(db: Db, personId: string, now: Date): Promise<void> {
  return db.transaction().execute(async (trx) => {
    await holdPerson(trx, personId)
    await trx.deleteFrom('busyTime').where('personId', '=', personId).execute()
    await audit(trx, personId, 'calendar:busy-times', personId, now)
  })
}

/** Two uploads at once take turns; seats can be given meanwhile. */
async function holdPerson(trx: Trx, personId: string): Promise<void> {
  await trx
    .selectFrom('person')
    .select('id')
    .where('id', '=', personId)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow()
}

/** What is stored of somebody and not over yet, the next first; for themselves. */
export function listOwnBusyTimes(
  db: Db,
  personId: string,
  now: Date,
): Promise<(BusyTime & { uploadedAt: Date })[]> {
  return db
    .selectFrom('busyTime')
    .select(['startsAt', 'endsAt', 'uploadedAt'])
    .where('personId', '=', personId)
    .where('endsAt', '>', now)
    .orderBy('startsAt')
    .execute()
}

/** The first time at which somebody is busy during a workshop; for themselves. */
export function findBusyTime(db: Db, personId: string, workshopId: string): Promise<BusyTime | undefined> {
  return db
    .selectFrom('busyTime')
    .innerJoin('meeting', (join) =>
      join
        .onRef('meeting.startsAt', '<', 'busyTime.endsAt')
        .onRef('meeting.endsAt', '>', 'busyTime.startsAt')
        .on('meeting.workshopId', '=', workshopId),
    )
    .select(['busyTime.startsAt', 'busyTime.endsAt'])
    .where('busyTime.personId', '=', personId)
    .orderBy('busyTime.startsAt')
    .limit(1)
    .executeTakeFirst()
}

/** When these people are busy from now on, by person: for mails that each of them gets alone. */
export async function listBusyTimes(
  db: Db,
  personIds: readonly string[],
  now: Date,
): Promise<Map<string, BusyTime[]>> {
  const times = new Map<string, BusyTime[]>()
  if (personIds.length === 0) return times
  const rows = await db
    .selectFrom('busyTime')
    .select(['personId', 'startsAt', 'endsAt'])
    .where('personId', 'in', personIds)
    .where('endsAt', '>', now)
    .execute()
  for (const { personId, ...time } of rows) {
    const own = times.get(personId)
    if (own) own.push(time)
    else times.set(personId, [time])
  }
  return times
}

/** What is over says nothing that a warning needs. */
export async function forgetBusyTimes(db: Db, now: Date): Promise<void> {
  await db.deleteFrom('busyTime').where('endsAt', '<=', now).execute()
}
