// Who has which room, which equipment and which trainer at a time. Workshops that are called off hold nothing.

import { sql, type Expression, type SqlBool } from 'kysely'
import { isClosedDuring, mostInUse, overlap, type BookingProblem } from '#app/domain/room.ts'
import type { Db, Trx } from '#db/client.server.ts'
import { lockEquipment, type EquipmentUse } from '#db/equipment.ts'
import { listRooms, lockRoom, type Room } from '#db/rooms.ts'

type Span = { startsAt: Date; endsAt: Date }

/** What a workshop wants to have. */
export type Booking = { roomId: string | null; equipment: readonly EquipmentUse[] }

/** A meeting of another workshop that is in the way. */
export type Clash = Span & { workshopId: string; titleDe: string; titleEn: string | null }

export type BookingRefusal = { problem: BookingProblem; clash?: Clash; equipmentId?: string }

/**
 * What stands against a booking, or undefined. Holds room and equipment first, so that what is free now is still
 * free when the booking is written in the same transaction. The workshops `own` do not stand in their own way.
 */
export async function bookingRefusal(
  trx: Trx,
  { roomId, equipment }: Booking,
  meetings: readonly Span[],
  own: readonly string[],
): Promise<BookingRefusal | undefined> {
  if (roomId !== null) {
    const refusal = await roomRefusal(trx, await lockRoom(trx, roomId), meetings, own)
    if (refusal) return refusal
  }
  const things = await lockEquipment(
    trx,
    equipment.map(({ id }) => id),
  )
  for (const { id, amount } of equipment) {
    const thing = things.find((one) => one.id === id)
    if (!thing || thing.removedAt) return { problem: 'equipment-gone', equipmentId: id }
    const uses = await usesOf(trx, id, meetings, own)
    const isShort = meetings.some((meeting) => mostInUse(meeting, uses) + amount > thing.amount)
    if (isShort) return { problem: 'equipment-taken', equipmentId: id }
  }
  return undefined
}

/** The same for one room, which the caller has locked; without the lock two workshops may get it. */
export async function roomRefusal(
  db: Db,
  room: Room | undefined,
  meetings: readonly Span[],
  own: readonly string[],
): Promise<BookingRefusal | undefined> {
  if (!room || room.removedAt) return { problem: 'room-gone' }
  if (meetings.some((meeting) => isClosedDuring(room, meeting))) return { problem: 'room-closed' }
  const [clash] = await clashes(db, meetings, own, sql`workshop.room_id = ${room.id}`)
  return clash && { problem: 'room-taken', clash }
}

/** The rooms that nobody has at any of these times: the way out of "taken". */
export async function listFreeRooms(
  db: Db,
  meetings: readonly Span[],
  own: readonly string[] = [],
): Promise<Room[]> {
  const taken = await clashes(db, meetings, own, sql`workshop.room_id is not null`)
  const rooms = await listRooms(db)
  return rooms.filter(
    (room) =>
      !taken.some(({ roomId }) => roomId === room.id) &&
      !meetings.some((meeting) => isClosedDuring(room, meeting)),
  )
}

export type RoomUse = Clash & { roomId: string }

/** What takes place in our rooms within a span, in the order of time. */
export async function listRoomUses(db: Db, within: Span): Promise<RoomUse[]> {
  const uses = await clashes(db, [within], [], sql`workshop.room_id is not null`)
  return uses.flatMap(({ roomId, ...use }) => (roomId === null ? [] : [{ ...use, roomId }]))
}

export type TrainerClash = Clash & { personId: string; givenName: string; familyName: string }

/** Where these trainers are at these times already: said as a warning, for two may share a day. */
export async function listTrainerClashes(
  db: Db,
  trainerIds: readonly string[],
  meetings: readonly Span[],
  own: readonly string[],
): Promise<TrainerClash[]> {
  if (trainerIds.length === 0 || meetings.length === 0) return []
  const rows = await meetingsDuring(db, meetings, own)
    .innerJoin('workshopTrainer as lead', 'lead.workshopId', 'workshop.id')
    .innerJoin('person', 'person.id', 'lead.personId')
    .select(['person.id as personId', 'person.givenName', 'person.familyName'])
    .where('person.id', 'in', [...trainerIds])
    .execute()
  return rows.filter((row) => meetings.some((meeting) => overlap(row, meeting)))
}

async function clashes(
  db: Db,
  meetings: readonly Span[],
  own: readonly string[],
  where: Expression<SqlBool>,
): Promise<(Clash & { roomId: string | null })[]> {
  if (meetings.length === 0) return []
  const rows = await meetingsDuring(db, meetings, own).select('workshop.roomId').where(where).execute()
  return rows.filter((row) => meetings.some((meeting) => overlap(row, meeting)))
}

async function usesOf(db: Db, equipmentId: string, meetings: readonly Span[], own: readonly string[]) {
  if (meetings.length === 0) return []
  return meetingsDuring(db, meetings, own)
    .innerJoin('workshopEquipment as use', 'use.workshopId', 'workshop.id')
    .select('use.amount')
    .where('use.equipmentId', '=', equipmentId)
    .execute()
}

/** Meetings from the first of these to the last: near enough for the database, the domain looks closely. */
function meetingsDuring(db: Db, meetings: readonly Span[], own: readonly string[]) {
  const from = new Date(Math.min(...meetings.map(({ startsAt }) => startsAt.getTime())))
  const until = new Date(Math.max(...meetings.map(({ endsAt }) => endsAt.getTime())))
  return db
    .selectFrom('meeting')
    .innerJoin('workshop', 'workshop.id', 'meeting.workshopId')
    .innerJoin('course', 'course.id', 'workshop.courseId')
    .select(['meeting.startsAt', 'meeting.endsAt', 'workshop.id as workshopId'])
    .select(['course.titleDe', 'course.titleEn'])
    .where('workshop.calledOffAt', 'is', null)
    .where('meeting.startsAt', '<', until)
    .where('meeting.endsAt', '>', from)
    .$if(own.length > 0, (query) => query.where('workshop.id', 'not in', own))
    .orderBy('meeting.startsAt')
    .orderBy('meeting.id')
}
