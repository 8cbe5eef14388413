import { placeWith, wordsBeside, type RoomRefusal } from '#app/domain/room.ts'
import { audit } from '#db/audit.ts'
import type { Db, Trx } from '#db/client.server.ts'
import type { NewRow, Row } from '#db/schema.ts'
import { lockWorkshops } from '#db/workshops.ts'

export type Room = Row<'room'>
export type RoomPlan = Pick<
  NewRow<'room'>,
  'name' | 'site' | 'seats' | 'accessible' | 'note' | 'closedFrom' | 'closedUntil'
>
export type RoomResult = { ok: true } | { ok: false; refusal: RoomRefusal }

/** Rooms that can be booked, by name. */
export function listRooms(db: Db): Promise<Room[]> {
  return db
    .selectFrom('room')
    .selectAll()
    .where('removedAt', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .execute()
}

export function getRoom(db: Db, id: string): Promise<Room | undefined> {
  return db.selectFrom('room').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Adds a room under the id that its form carried: sent twice, it is one room. */
export function addRoom(
  db: Db,
  by: string,
  { id, ...plan }: RoomPlan & { id: string },
  now: Date,
): Promise<RoomResult> {
  return db.transaction().execute(async (trx) => {
    if (isClosedWrong(plan)) return { ok: false, refusal: 'closed-wrong' }
    const added = await trx
      .insertInto('room')
      .values({ id, ...plan })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('id')
      .executeTakeFirst()
    if (added) await audit(trx, by, 'room:edit', id, now, { step: 'add' })
    return { ok: true }
  })
}

/**
 * `version` is the one that the form started from. What is booked stays booked, also while the room is closed.
 * Workshops to come name the room as it is called now.
 */
export function changeRoom(
  db: Db,
  by: string,
  { id, version, ...plan }: RoomPlan & { id: string; version: number },
  now: Date,
): Promise<RoomResult> {
  return db.transaction().execute(async (trx) => {
    // Workshops first, as those do who plan them: else the two would wait for each other.
    const workshops = await lockWorkshops(trx, await listBooked(trx, id, now))
    const room = await lockRoom(trx, id)
    if (!room || room.removedAt) return { ok: false, refusal: 'removed' }
    if (room.version !== version) return { ok: false, refusal: 'changed-meanwhile' }
    if (isClosedWrong(plan)) return { ok: false, refusal: 'closed-wrong' }
    await trx
      .updateTable('room')
      .set({ ...plan, version: version + 1 })
      .where('id', '=', id)
      .execute()
    for (const workshop of workshops) {
      const place = placeWith({ ...room, ...plan }, wordsBeside(room, workshop.place))
      await trx.updateTable('workshop').set({ place }).where('id', '=', workshop.id).execute()
    }
    await audit(trx, by, 'room:edit', id, now, { step: 'change' })
    return { ok: true }
  })
}

/** Takes a room out of the list. Past workshops keep it; while one to come is in it, it stays. */
export function removeRoom(db: Db, by: string, id: string, now: Date): Promise<RoomResult> {
  return db.transaction().execute(async (trx) => {
    const room = await lockRoom(trx, id)
    if (!room || room.removedAt) return { ok: true }
    const booked = await listBooked(trx, id, now)
    if (booked.length > 0) return { ok: false, refusal: 'in-use' }
    await trx.updateTable('room').set({ removedAt: now }).where('id', '=', id).execute()
    await audit(trx, by, 'room:edit', id, now, { step: 'remove' })
    return { ok: true }
  })
}

/** The workshops to come in a room. */
async function listBooked(trx: Trx, roomId: string, now: Date): Promise<string[]> {
  const rows = await trx
    .selectFrom('workshop')
    .innerJoin('meeting', 'meeting.workshopId', 'workshop.id')
    .select('workshop.id')
    .distinct()
    .where('workshop.roomId', '=', roomId)
    .where('workshop.calledOffAt', 'is', null)
    .where('meeting.endsAt', '>', now)
    .execute()
  return rows.map(({ id }) => id)
}

/** Holds a room until the transaction ends, so that two workshops cannot take it for one time. */
export function lockRoom(trx: Trx, id: string): Promise<Room | undefined> {
  return trx.selectFrom('room').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

function isClosedWrong({ closedFrom, closedUntil }: RoomPlan): boolean {
  if (!closedFrom && !closedUntil) return false
  return !closedFrom || !closedUntil || closedUntil < closedFrom
}
