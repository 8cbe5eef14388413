import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { placeOf } from '#app/domain/room.ts'
import { listFreeRooms, listRoomUses, listTrainerClashes, roomRefusal } from '#db/bookings.ts'
import { callOffWorkshop } from '#db/decisions.ts'
import { addEquipment, listUses, removeEquipment } from '#db/equipment.ts'
import { addRoom, changeRoom, getRoom, removeRoom } from '#db/rooms.ts'
import { addWorkshop, changeWorkshop, type WorkshopPlan } from '#db/workshop-plans.ts'
import { getWorkshop } from '#db/workshops.ts'
import { db, testOnPostgres } from '#tests/database.ts'
import { aCourse, aPerson, aRoom, aWorkshop, days, hours, NOW } from '#tests/factories.ts'

const PATIENCE = 120_000
const aTrainer = async () => (await aPerson({ roles: ['trainer'] })).id
const block = (startsAt: Date) => ({ id: null, startsAt, endsAt: hours(3, startsAt), units: 4 })

async function aPlan(more: Partial<WorkshopPlan> = {}) {
  const until = { enrolUntil: days(2), withdrawUntil: days(2) }
  return {
    ...{ id: randomUUID(), courseId: (await aCourse()).id, place: null, onlineUrl: null, capacity: 12 },
    ...{ minimum: 0, ...until, note: null, trainerIds: [await aTrainer()], meetings: [block(days(14))] },
    ...more,
  }
}
const plan = async (more: Partial<WorkshopPlan>) => addWorkshop(db, await aTrainer(), await aPlan(more), NOW)

test('a room is the place of a workshop; what is said besides stands behind it, once', async () => {
  const room = await aRoom({ site: 'Rathaus' })
  const by = await aTrainer()
  const planned = async (place: string | null, day: number) => {
    const one = await aPlan({ roomId: room.id, place, meetings: [block(days(day))] })
    await addWorkshop(db, by, one, NOW)
    return { ...one, place: (await getWorkshop(db, one.id))!.place }
  }
  const [plain, said] = [await planned(null, 14), await planned('Hof', 15)]

  expect([plain.place, said.place]).toEqual([placeOf(room), `${placeOf(room)} (Hof)`])
  await changeWorkshop(db, by, { ...said, version: 1 }, NOW)
  expect(await getWorkshop(db, said.id)).toMatchObject({ place: `${placeOf(room)} (Hof)` })

  await changeRoom(db, by, { ...room, name: 'Aula', site: null }, NOW)
  expect(await getWorkshop(db, plain.id)).toMatchObject({ place: 'Aula' })
  expect(await getWorkshop(db, said.id)).toMatchObject({ place: 'Aula (Hof)' })
})

test('nobody gets a room that somebody else has at that time; the refusal names the other workshop', async () => {
  const { id: roomId } = await aRoom()
  const other = await aWorkshop({ roomId, startsAt: hours(2, days(14)) })

  expect(await plan({ roomId })).toMatchObject({
    ...{ ok: false, refusal: 'room-taken' },
    clash: { workshopId: other.id, titleDe: 'Netze verstehen', startsAt: hours(2, days(14)) },
  })
  expect(await plan({ roomId, meetings: [block(hours(-1, days(14)))] })).toEqual({ ok: true })
})

test('what is called off gives its room free, and the workshop itself is not in its own way', async () => {
  const { id: roomId } = await aRoom()
  const workshop = await aPlan({ roomId })
  const by = await aTrainer()
  await addWorkshop(db, by, workshop, NOW)
  const moved = { ...workshop, version: 1, meetings: [block(hours(1, days(14)))] }
  expect(await changeWorkshop(db, by, moved, NOW)).toEqual({ ok: true })

  expect(await plan({ roomId })).toMatchObject({ refusal: 'room-taken' })
  await callOffWorkshop(db, by, { id: workshop.id, reason: 'Wasserschaden' }, NOW)
  expect(await plan({ roomId })).toEqual({ ok: true })
})

test('a room that is out of order or gone cannot be had; what is booked already stays', async () => {
  const closed = await aRoom({ closedFrom: '2026-03-20', closedUntil: '2026-03-30' })
  expect(await plan({ roomId: closed.id })).toMatchObject({ refusal: 'room-closed' })
  expect(await plan({ roomId: (await aRoom({ removedAt: NOW })).id })).toMatchObject({ refusal: 'room-gone' })
  expect(await plan({ roomId: randomUUID() })).toMatchObject({ refusal: 'room-gone' })

  const room = await aRoom()
  const workshop = await aPlan({ roomId: room.id })
  const by = await aTrainer()
  await addWorkshop(db, by, workshop, NOW)
  const shut = { ...room, closedFrom: '2026-03-20', closedUntil: '2026-03-30' }
  expect(await changeRoom(db, by, shut, NOW)).toEqual({ ok: true })
  const meetings = (await getWorkshop(db, workshop.id))!.meetings
  const noted = { ...workshop, version: 1, meetings, note: 'Laptop' }
  expect(await changeWorkshop(db, by, noted, NOW)).toEqual({ ok: true })
})

test('free rooms are those that nobody has at any of the times', async () => {
  const [taken, free, closed] = [
    await aRoom(),
    await aRoom(),
    await aRoom({ closedFrom: '2026-05-01', closedUntil: '2026-05-02' }),
  ]
  const startsAt = new Date('2026-05-01T08:00:00Z')
  const workshop = await aWorkshop({ roomId: taken.id, startsAt })
  const rooms = await listFreeRooms(db, [block(hours(1, startsAt))])
  const ids = rooms.map(({ id }) => id)
  expect([taken, free, closed].map(({ id }) => ids.includes(id))).toEqual([false, true, false])
  const own = await listFreeRooms(db, [block(startsAt)], [workshop.id])
  expect(own.some(({ id }) => id === taken.id)).toBe(true)
  const uses = await listRoomUses(db, { startsAt, endsAt: hours(1, startsAt) })
  expect(uses).toMatchObject([{ workshopId: workshop.id, roomId: taken.id }])
})

test('no more pieces are lent than there are, whoever asks', async () => {
  const id = randomUUID()
  await addEquipment(db, await aTrainer(), { id, name: 'Notebook', amount: 10 }, NOW)
  const first = await aPlan({ place: 'Rathaus', equipment: [{ id, amount: 6 }] })
  expect(await addWorkshop(db, await aTrainer(), first, NOW)).toEqual({ ok: true })
  const place = 'Kreishaus'

  expect(await plan({ place, equipment: [{ id, amount: 5 }] })).toEqual({
    ...{ ok: false, refusal: 'equipment-taken', equipmentId: id },
  })
  expect(await plan({ place, equipment: [{ id, amount: 4 }] })).toEqual({ ok: true })
  expect(await plan({ place, equipment: [{ id: randomUUID(), amount: 1 }] })).toMatchObject({
    refusal: 'equipment-gone',
  })
  expect(await listUses(db, first.id)).toEqual([{ id, amount: 6 }])
  expect(await removeEquipment(db, await aTrainer(), id, NOW)).toEqual({ ok: false, refusal: 'in-use' })
})

test('a trainer who is elsewhere at that time is named, with the other workshop', async () => {
  const trainer = await aTrainer()
  const other = await aWorkshop({ trainerIds: [trainer], startsAt: days(20) })
  const clashes = await listTrainerClashes(db, [trainer, await aTrainer()], [block(hours(2, days(20)))], [])
  expect(clashes).toMatchObject([{ personId: trainer, workshopId: other.id }])
  expect(await listTrainerClashes(db, [trainer], [block(hours(3, days(20)))], [])).toEqual([])
  expect(await listTrainerClashes(db, [trainer], [block(days(20))], [other.id])).toEqual([])
})

test('a room sent twice is one; the second of two editors is told; a room in use stays', async () => {
  const by = await aTrainer()
  const form = { id: randomUUID(), name: 'Raum', site: null, seats: 8, accessible: false, note: null }
  const room = { ...form, closedFrom: null, closedUntil: null }
  expect(await addRoom(db, by, room, NOW)).toEqual({ ok: true })
  expect(await addRoom(db, by, room, NOW)).toEqual({ ok: true })
  expect(await changeRoom(db, by, { ...room, version: 1, seats: 9 }, NOW)).toEqual({ ok: true })
  expect(await changeRoom(db, by, { ...room, version: 1, seats: 10 }, NOW)).toEqual({
    ...{ ok: false, refusal: 'changed-meanwhile' },
  })
  expect(await changeRoom(db, by, { ...room, version: 2, closedFrom: '2026-05-01' }, NOW)).toEqual({
    ...{ ok: false, refusal: 'closed-wrong' },
  })
  await aWorkshop({ roomId: room.id })
  expect(await removeRoom(db, by, room.id, NOW)).toEqual({ ok: false, refusal: 'in-use' })
  expect(await removeRoom(db, by, room.id, days(30))).toEqual({ ok: true })
  expect(await getRoom(db, room.id)).toMatchObject({ seats: 9, removedAt: days(30) })
})

const CROWD = 12

testOnPostgres(
  'of twelve workshops that want one room at one time, exactly one gets it',
  async () => {
    const { id: roomId } = await aRoom()
    const by = await aTrainer()
    const plans = await Promise.all(Array.from({ length: CROWD }, () => aPlan({ roomId })))
    const results = await Promise.all(plans.map((one) => addWorkshop(db, by, one, NOW)))
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  },
  PATIENCE,
)

testOnPostgres(
  'without the lock several of them get it',
  async () => {
    const plans = await Promise.all(Array.from({ length: CROWD }, () => aPlan()))
    const by = await aTrainer()
    const winners = []
    for (let round = 0; round < 5; round++) {
      const { id: roomId } = await aRoom()
      const startsAt = days(100 + round)
      const results = await Promise.all(
        plans.map(({ courseId }) =>
          db.transaction().execute(async (trx) => {
            const room = await getRoom(trx, roomId)
            if (await roomRefusal(trx, room, [block(startsAt)], [])) return false
            const row = { id: randomUUID(), courseId, place: 'x', capacity: 1, roomId }
            const times = { enrolUntil: NOW, withdrawUntil: NOW, createdAt: NOW, createdBy: by }
            await trx
              .insertInto('workshop')
              .values({ ...row, ...times })
              .execute()
            const { id: _, ...meeting } = block(startsAt)
            await trx
              .insertInto('meeting')
              .values({ ...meeting, workshopId: row.id })
              .execute()
            return true
          }),
        ),
      )
      winners.push(results.filter(Boolean).length)
    }
    expect(Math.max(...winners)).toBeGreaterThan(1)
  },
  PATIENCE,
)
