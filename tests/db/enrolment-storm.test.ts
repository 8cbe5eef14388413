import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mayFollow, seatsTaken, waiting } from '#app/domain/enrolment.ts'
import { listLog } from '#db/enrolment-log.ts'
import { enrol, withdraw } from '#db/enrolments.ts'
import { acceptOffer, declineOffer, enrolOthers, lapseOffers } from '#db/offers.ts'
import { listCurrent, promoteWaiting } from '#db/queue.ts'
import { lockWorkshop } from '#db/workshops.ts'
import { databaseKind, db } from '#tests/database.ts'
import { anOrganisation, aPerson, aWorkshop, days, NOW } from '#tests/factories.ts'

const RUNS = databaseKind === 'postgres' ? 15 : 3
const CROWD = 8

const deed = fc.record({
  do: fc.constantFrom('enrol', 'enrol', 'withdraw', 'offer', 'accept', 'decline'),
  who: fc.nat(CROWD - 1),
})
/** What several people do at the same moment; then, perhaps, somebody changes the number of seats, or a week goes by. */
const moment = fc.record({
  deeds: fc.array(deed, { minLength: 1, maxLength: 4 }),
  seats: fc.option(fc.integer({ min: 1, max: 5 }), { freq: 3 }),
  weekGoesBy: fc.boolean(),
})
type Deed = { do: string; who: number }

async function perform(workshopId: string, crowd: string[], office: string, { do: what, who }: Deed) {
  const personId = crowd[who]!
  if (what === 'enrol') return enrol(db, { workshopId, personId, organisationId: null, by: personId }, NOW)
  if (what === 'offer') {
    return enrolOthers(db, { workshopId, personIds: [personId], by: office, within: null }, NOW)
  }
  const mine = (await listCurrent(db, workshopId)).find((enrolment) => enrolment.personId === personId)
  if (!mine) return
  const answer = { enrolmentId: mine.id, by: personId }
  if (what === 'withdraw') return withdraw(db, answer, NOW)
  return what === 'accept' ? acceptOffer(db, answer, NOW) : declineOffer(db, answer, NOW)
}

function changeSeats(workshopId: string, capacity: number) {
  return db.transaction().execute(async (trx) => {
    await lockWorkshop(trx, workshopId)
    await trx.updateTable('workshop').set({ capacity }).where('id', '=', workshopId).execute()
    await promoteWaiting(trx, await lockWorkshop(trx, workshopId), NOW)
  })
}

async function expectOrder(workshopId: string, capacity: number, heldBefore: number): Promise<number> {
  const current = await listCurrent(db, workshopId)
  const taken = seatsTaken(current)
  expect(taken).toBeLessThanOrEqual(Math.max(capacity, heldBefore))
  if (waiting(current).length > 0) expect(taken).toBeGreaterThanOrEqual(capacity)
  const firstWaiting = current.findIndex((enrolment) => enrolment.status === 'waiting')
  expect(firstWaiting < 0 ? 0 : seatsTaken(current.slice(firstWaiting))).toBe(0)
  return taken
}

/** Every enrolment's log is one chain of allowed steps, from its beginning to what it is now. */
async function expectExplained(workshopId: string): Promise<void> {
  const all = await db.selectFrom('enrolment').selectAll().where('workshopId', '=', workshopId).execute()
  for (const enrolment of all) {
    const log = await listLog(db, enrolment.id)
    log.forEach((line, place) => {
      expect(line.fromStatus).toBe(log[place - 1]?.toStatus ?? null)
      expect(mayFollow(line.fromStatus, line.toStatus)).toBe(true)
      expect(line.reason).not.toBeNull()
    })
    expect(log.at(-1)?.toStatus).toBe(enrolment.status)
  }
}

test('in a storm of people no seat is given twice, nobody is overtaken, and everything is explained', async () => {
  const { id: organisationId } = await anOrganisation()
  const crowd: string[] = []
  for (let n = 0; n < CROWD; n++) crowd.push((await aPerson({ organisationId })).id)
  const office = (await aPerson({ roles: ['coordinator'] })).id

  const storm = fc.asyncProperty(fc.array(moment, { minLength: 1, maxLength: 7 }), async (moments) => {
    let capacity = 2
    let taken = 0
    const { id } = await aWorkshop({ capacity, trainerIds: [office] })
    for (const { deeds, seats, weekGoesBy } of moments) {
      await Promise.all(deeds.map((one) => perform(id, crowd, office, one)))
      taken = await expectOrder(id, capacity, taken)
      if (seats !== null) await changeSeats(id, (capacity = seats))
      if (weekGoesBy) await lapseOffers(db, days(7))
      taken = await expectOrder(id, capacity, taken)
    }
    await expectExplained(id)
  })
  await fc.assert(storm, { numRuns: RUNS })
}, 120_000)
