import { expect } from 'vitest'
import { seatsTaken, waiting } from '#app/domain/enrolment.ts'
import { enrol, enrolIn, type EnrolRequest, type EnrolResult } from '#db/enrolments.ts'
import { listCurrent } from '#db/queue.ts'
import { getWorkshop } from '#db/workshops.ts'
import { db, testOnPostgres } from '#tests/database.ts'
import { anOrganisation, aPerson, aWorkshop, NOW } from '#tests/factories.ts'

const PEOPLE = 50
const ROUNDS = 20
const PATIENCE = 180_000

type Enrol = (request: EnrolRequest) => Promise<EnrolResult>

/** Everybody presses the button for one seat at the same moment. */
async function race(enrolOne: Enrol, personIds: string[]) {
  const workshop = await aWorkshop({ capacity: 1 })
  const results = await Promise.all(
    personIds.map((personId) =>
      enrolOne({ workshopId: workshop.id, personId, organisationId: null, by: personId }),
    ),
  )
  return { results, current: await listCurrent(db, workshop.id) }
}

async function crowd(): Promise<string[]> {
  const { id: organisationId } = await anOrganisation()
  const ids: string[] = []
  for (let n = 0; n < PEOPLE; n++) ids.push((await aPerson({ organisationId })).id)
  return ids
}

testOnPostgres(
  'of fifty people at one seat exactly one gets it, and the others wait in order',
  async () => {
    const personIds = await crowd()
    for (let round = 0; round < ROUNDS; round++) {
      const { results, current } = await race((request) => enrol(db, request, NOW), personIds)

      expect(results.every((result) => result.ok)).toBe(true)
      expect(seatsTaken(current)).toBe(1)
      expect(current[0]?.status).toBe('confirmed')
      const told = new Map(results.map((result) => (result.ok ? [result.id, result.position] : ['', 0])))
      const positions = waiting(current).map(({ id }) => told.get(id))
      expect(positions).toEqual(Array.from({ length: PEOPLE - 1 }, (_, place) => place + 1))
    }
  },
  PATIENCE,
)

testOnPostgres(
  'without the lock the same command gives the seat away more than once',
  async () => {
    const personIds = await crowd()
    const withoutLock: Enrol = (request) =>
      db.transaction().execute(async (trx) => {
        const workshop = await getWorkshop(trx, request.workshopId)
        if (!workshop) throw new Error('no such workshop')
        return enrolIn(trx, workshop, request, NOW)
      })

    const seats: number[] = []
    for (let round = 0; round < 5; round++)
      seats.push(seatsTaken((await race(withoutLock, personIds)).current))
    expect(Math.max(...seats)).toBeGreaterThan(1)
  },
  PATIENCE,
)
