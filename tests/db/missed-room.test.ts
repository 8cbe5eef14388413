import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { holdMissed, listMissed, missMeeting } from '#db/missed-meetings.ts'
import { lockRoom } from '#db/rooms.ts'
import { getWorkshop } from '#db/workshops.ts'
import { aClass } from '#tests/a-class.ts'
import { db, testOnPostgres } from '#tests/database.ts'
import { aPerson, aRoom, aWorkshop, days, hours } from '#tests/factories.ts'

const STARTS = days(1)

/** A workshop in a room of ours, the first of whose two meetings is marked. */
async function missedInARoom() {
  const group = await aClass(['Adler'], STARTS, { meetings: 2 })
  const { id: roomId } = await aRoom()
  await db.updateTable('workshop').set({ roomId }).where('id', '=', group.workshopId).execute()
  const { trainer, meetingId } = group
  expect(await missMeeting(db, trainer.id, { meetingId, reason: 'Stromausfall' }, STARTS)).toEqual({
    ok: true,
  })
  return { ...group, roomId, hold: () => holdMissed(db, trainer.id, meetingId, hours(1, STARTS)) }
}

test('a meeting is not taken back into a room that another workshop has got for that time', async () => {
  const { workshopId, roomId, hold } = await missedInARoom()
  const other = await aWorkshop({ roomId, startsAt: hours(2, STARTS) })
  expect(await hold()).toMatchObject({
    ...{ ok: false, refusal: 'room-taken', clash: { workshopId: other.id, startsAt: hours(2, STARTS) } },
  })
  expect(await listMissed(db, workshopId)).toHaveLength(1)

  // Called off, the other one holds nothing any more.
  await db
    .updateTable('workshop')
    .set({ calledOffAt: STARTS, callOffReason: 'Krank' })
    .where('id', '=', other.id)
    .execute()
  expect(await hold()).toEqual({ ok: true })
  expect((await getWorkshop(db, workshopId))?.meetings).toHaveLength(2)
})

test('who comes right after it is not in the way, nor a room that is out of order or gone by now', async () => {
  const { roomId, hold } = await missedInARoom()
  await aWorkshop({ roomId, startsAt: hours(3, STARTS) })
  const gone = { closedFrom: '2020-01-01', closedUntil: '2090-01-01', removedAt: STARTS }
  await db.updateTable('room').set(gone).where('id', '=', roomId).execute()
  expect(await hold()).toEqual({ ok: true })
})

testOnPostgres('a room that is being given away at that moment is taken', async () => {
  const { roomId, hold } = await missedInARoom()
  const trainerIds = [(await aPerson({ roles: ['trainer'] })).id]
  const other = await aWorkshop({ startsAt: STARTS, trainerIds })
  const { answer } = await db.transaction().execute(async (trx) => {
    await lockRoom(trx, roomId)
    const answer = hold()
    // Without the lock it has long been taken back by now.
    await Promise.race([answer, setTimeout(500)])
    await trx.updateTable('workshop').set({ roomId }).where('id', '=', other.id).execute()
    return { answer }
  })
  expect(await answer).toMatchObject({ ok: false, refusal: 'room-taken' })
})
