import { expect } from 'vitest'
import { isCurrent } from '#app/domain/enrolment.ts'
import { askerFacts, askerOf } from '#db/enrolment-facts.ts'
import { endAllOf, enrol, enrolIn, giveSeat, listAhead } from '#db/enrolments.ts'
import { listMembers } from '#db/members.ts'
import { disablePerson } from '#db/people.ts'
import { listCurrent } from '#db/queue.ts'
import { lockWorkshop, lockWorkshops } from '#db/workshops.ts'
import { db, testOnPostgres } from '#tests/database.ts'
import { aPerson, aWorkshop, cookieOf, NOW, TODAY } from '#tests/factories.ts'
import { held, untilWaiting } from '#tests/races.ts'

const PATIENCE = 60_000

async function cast() {
  const admin = await aPerson({ roles: ['admin'] })
  const ada = await aPerson()
  await cookieOf(ada)
  return { admin, ada, workshop: await aWorkshop() }
}

async function hasSeat(workshopId: string, personId: string): Promise<boolean> {
  const all = await db.selectFrom('enrolment').selectAll().where('workshopId', '=', workshopId).execute()
  return all.some((enrolment) => enrolment.personId === personId && isCurrent(enrolment.status))
}

type Enrol = (workshopId: string, personId: string) => Promise<unknown>

/** Somebody enrols while their account is being shut: all of that is written, and not yet in force. */
async function enrolWhileShutting(enrolOne: Enrol) {
  const { admin, ada, workshop } = await cast()
  // The last thing that shutting an account does is to end sessions: held there, it stands in the middle.
  const release = await held((trx) =>
    trx.selectFrom('loginSession').select('id').where('userId', '=', ada.id).forUpdate().execute(),
  )
  const shutting = disablePerson(db, admin.id, ada.id, NOW)
  await untilWaiting(1)
  const enrolling = enrolOne(workshop.id, ada.id)
  await untilWaiting(2)
  await release()
  expect(await shutting).toEqual({ ok: true })
  return { result: await enrolling, seat: await hasSeat(workshop.id, ada.id) }
}

testOnPostgres(
  'whoever enrols while their account is being shut gets no seat',
  async () => {
    const { result, seat } = await enrolWhileShutting((workshopId, personId) =>
      enrol(db, { workshopId, personId, organisationId: null, by: personId }, NOW),
    )
    expect(result).toEqual({ ok: false, refusal: 'no-organisation' })
    expect(seat).toBe(false)
  },
  PATIENCE,
)

testOnPostgres(
  'without holding the person the same command gives a seat to a shut account',
  async () => {
    const { seat } = await enrolWhileShutting((workshopId, personId) =>
      db.transaction().execute(async (trx) => {
        const workshop = await lockWorkshop(trx, workshopId)
        const [member] = await listMembers(trx, [personId], null, TODAY)
        if (!member) throw new Error('nobody is shut out yet')
        const asker = askerOf(await askerFacts(trx, workshop, [member], NOW), member, { by: personId })
        const current = await listCurrent(trx, workshopId)
        return giveSeat(trx, workshop, current, { member, asker, by: personId }, NOW)
      }),
    )
    expect(seat).toBe(true)
  },
  PATIENCE,
)

type Disable = (by: string, id: string) => Promise<unknown>

/** Somebody's account is shut while their enrolment is being written: it is, and not yet in force. */
async function shutWhileEnrolling(disable: Disable) {
  const { admin, ada, workshop } = await cast()
  const request = { workshopId: workshop.id, personId: ada.id, organisationId: null, by: ada.id }
  const release = await held(async (trx) => enrolIn(trx, await lockWorkshop(trx, workshop.id), request, NOW))
  const shutting = disable(admin.id, ada.id)
  await untilWaiting(1)
  await release()
  await shutting
  return hasSeat(workshop.id, ada.id)
}

testOnPostgres(
  'an account that is shut while its enrolment is being written keeps no seat',
  async () => {
    expect(await shutWhileEnrolling((by, id) => disablePerson(db, by, id, NOW))).toBe(false)
  },
  PATIENCE,
)

testOnPostgres(
  'looking for seats only once, before the person is held, leaves the seat to the shut account',
  async () => {
    const once: Disable = (by, id) =>
      db.transaction().execute(async (trx) => {
        const ahead = await lockWorkshops(trx, await listAhead(trx, id, NOW))
        await trx.selectFrom('person').select('id').where('id', '=', id).forUpdate().execute()
        await endAllOf(trx, id, ahead, by, NOW)
        await trx.updateTable('person').set({ disabledAt: NOW }).where('id', '=', id).execute()
      })
    expect(await shutWhileEnrolling(once)).toBe(true)
  },
  PATIENCE,
)
