import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seatsTaken, waiting } from '#app/domain/enrolment.ts'
import { decideByLink, lapseApprovals } from '#db/approvals.ts'
import { listLog } from '#db/enrolment-log.ts'
import { enrol, withdraw } from '#db/enrolments.ts'
import { acceptOffer, declineOffer, enrolOthers } from '#db/offers.ts'
import { listCurrent, promoteWaiting } from '#db/queue.ts'
import { lockWorkshop } from '#db/workshops.ts'
import { anApprovingTown } from '#tests/approving.ts'
import { databaseKind, db } from '#tests/database.ts'
import { anOrganisation, aPerson, aWorkshop, days, NOW } from '#tests/factories.ts'

const RUNS = databaseKind === 'postgres' ? 12 : 3
const CROWD = 6

const deed = fc.record({
  do: fc.constantFrom('enrol', 'enrol', 'withdraw', 'offer', 'accept', 'decline', 'approve', 'reject'),
  who: fc.nat(CROWD - 1),
})
/** What several people do at the same moment; then, perhaps, the number of seats changes, or nobody answers in time. */
const moment = fc.record({
  deeds: fc.array(deed, { minLength: 1, maxLength: 4 }),
  seats: fc.option(fc.integer({ min: 1, max: 4 }), { freq: 3 }),
  silence: fc.boolean(),
})
type Deed = { do: string; who: number }

/** The secret of somebody's open request, as it stands in the mail to the approver. */
async function secretOf(enrolmentId: string): Promise<string> {
  const mail = await db
    .selectFrom('outbox')
    .select('data')
    .where('uniqueKey', 'like', `approval-asked:${enrolmentId}:%`)
    .executeTakeFirst()
  return mail && 'token' in mail.data && typeof mail.data.token === 'string' ? mail.data.token : ''
}

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
  if (what === 'accept') return acceptOffer(db, answer, NOW)
  if (what === 'decline') return declineOffer(db, answer, NOW)
  const decision =
    what === 'approve'
      ? ({ verdict: 'approved', reason: null } as const)
      : ({ verdict: 'rejected', reason: 'unsaid' } as const)
  return decideByLink(db, await secretOf(mine.id), decision, NOW)
}

function changeSeats(workshopId: string, capacity: number) {
  return db.transaction().execute(async (trx) => {
    await lockWorkshop(trx, workshopId)
    await trx.updateTable('workshop').set({ capacity }).where('id', '=', workshopId).execute()
    await promoteWaiting(trx, await lockWorkshop(trx, workshopId), NOW)
  })
}

/** Seats that wait for approval count; whoever waits does so because all are taken. */
async function expectSeats(workshopId: string, capacity: number, heldBefore: number): Promise<number> {
  const current = await listCurrent(db, workshopId)
  const taken = seatsTaken(current)
  expect(taken).toBeLessThanOrEqual(Math.max(capacity, heldBefore))
  if (waiting(current).length > 0) expect(taken).toBeGreaterThanOrEqual(capacity)
  return taken
}

/** Nobody of the asking town has a place that nobody has agreed to, and nobody else waits for an answer. */
async function expectApproved(workshopId: string, town: string): Promise<void> {
  const rows = await db
    .selectFrom('enrolment')
    .leftJoin('approval', 'approval.enrolmentId', 'enrolment.id')
    .select(['enrolment.id', 'enrolment.organisationId', 'enrolment.status', 'approval.decision'])
    .where('enrolment.workshopId', '=', workshopId)
    .execute()
  for (const { id, organisationId, status, decision } of rows) {
    if (organisationId !== town) expect([status === 'requested', decision]).toEqual([false, null])
    else if (status === 'confirmed') expect(decision).toBe('approved')
    else if (status === 'rejected') expect(decision).toBe('rejected')
    else if (status === 'requested') expect(decision).toBeNull()
    const steps = (await listLog(db, id)).map((line) => line.toStatus)
    if (organisationId === town && steps.includes('confirmed')) expect(steps).toContain('requested')
  }
}

test('whatever happens at once, approval gives no seat that is not there, and no place is confirmed without it', async () => {
  const [{ id: town }, { id: free }] = [await anApprovingTown({ silence: 'approve' }), await anOrganisation()]
  const crowd: string[] = []
  for (let n = 0; n < CROWD; n++) {
    crowd.push((await aPerson({ organisationId: n % 3 === 2 ? free : town })).id)
  }
  const office = (await aPerson({ roles: ['coordinator'] })).id

  const storm = fc.asyncProperty(fc.array(moment, { minLength: 1, maxLength: 6 }), async (moments) => {
    let capacity = 2
    let taken = 0
    const { id } = await aWorkshop({ capacity, trainerIds: [office] })
    for (const { deeds, seats, silence } of moments) {
      await Promise.all(deeds.map((one) => perform(id, crowd, office, one)))
      taken = await expectSeats(id, capacity, taken)
      if (seats !== null) await changeSeats(id, (capacity = seats))
      if (silence) await lapseApprovals(db, days(8))
      taken = await expectSeats(id, capacity, taken)
    }
    await expectApproved(id, town)
  })
  await fc.assert(storm, { numRuns: RUNS })
}, 180_000)
