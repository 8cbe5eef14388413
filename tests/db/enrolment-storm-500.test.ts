// Five hundred things that people do at the same time, on real connections; and the same without the lock.

import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect } from 'vitest'
import { seatsTaken, type EnrolmentStatus } from '#app/domain/enrolment.ts'
import { freeSeatsOf, promoted } from '#app/domain/queue.ts'
import { enrol, enrolIn, withdraw, type EnrolRequest } from '#db/enrolments.ts'
import { acceptOffer, declineOffer, enrolOthers, lapseOffers } from '#db/offers.ts'
import { listCurrent, promoteWaiting } from '#db/queue.ts'
import { nameSubstitute } from '#db/substitutes.ts'
import { getWorkshop, lockWorkshop } from '#db/workshops.ts'
import { db, testOnPostgres } from '#tests/database.ts'
import { anOrganisation, aPerson, aWorkshop, days, NOW } from '#tests/factories.ts'

const PATIENCE = 180_000
const PHASES = 5
const DEEDS_PER_PHASE = 100
const AT_ONCE = 16
const CROWD = 24
const TOWNS = 4
const SEATS = [3, 6, 2, 5, 4]

type Enrol = (request: EnrolRequest) => Promise<unknown>
const locked: Enrol = (request) => enrol(db, request, NOW)
const unlocked: Enrol = (request) =>
  db.transaction().execute(async (trx) => {
    const workshop = await getWorkshop(trx, request.workshopId)
    if (!workshop) throw new Error('no such workshop')
    return enrolIn(trx, workshop, request, NOW)
  })

const deed = fc.record({
  do: fc.constantFrom(
    'enrol',
    'enrol',
    'enrol',
    'withdraw',
    'offer',
    'accept',
    'decline',
    'substitute',
    'lapse',
  ),
  who: fc.nat(CROWD - 1),
  colleague: fc.nat(CROWD - 1),
  workshop: fc.nat(2),
})
type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never
type Scene = { workshopIds: string[]; crowd: string[]; office: string; enrolOne: Enrol }

/** A plain workshop, one with a quota and a hybrid one, and people of a few towns. */
async function scene(enrolOne: Enrol): Promise<Scene> {
  const towns: string[] = []
  for (let n = 0; n < TOWNS; n++) towns.push((await anOrganisation()).id)
  const crowd: string[] = []
  for (let n = 0; n < CROWD; n++) {
    crowd.push((await aPerson({ organisationId: towns[n % TOWNS] ?? null })).id)
  }
  const office = (await aPerson({ roles: ['coordinator'] })).id
  const startsAt = days(30)
  const workshops = [
    await aWorkshop({ startsAt, capacity: 3, trainerIds: [office] }),
    await aWorkshop({ startsAt, capacity: 3, quota: 1, trainerIds: [office] }),
    await aWorkshop({
      ...{ startsAt, capacity: 2, onlineCapacity: 2, trainerIds: [office] },
      onlineUrl: 'https://konferenz.lernkreis.example/1',
    }),
  ]
  return { workshopIds: workshops.map(({ id }) => id), crowd, office, enrolOne }
}

async function perform({ workshopIds, crowd, office, enrolOne }: Scene, one: Deed): Promise<unknown> {
  const [workshopId, personId] = [workshopIds[one.workshop]!, crowd[one.who]!]
  if (one.do === 'enrol') return enrolOne({ workshopId, personId, organisationId: null, by: personId })
  if (one.do === 'lapse') return lapseOffers(db, NOW)
  if (one.do === 'offer') {
    return enrolOthers(db, { workshopId, personIds: [personId], by: office, within: null }, NOW)
  }
  const mine = (await listCurrent(db, workshopId)).find((enrolment) => enrolment.personId === personId)
  if (!mine) return
  const answer = { enrolmentId: mine.id, by: personId }
  if (one.do === 'withdraw') return withdraw(db, answer, NOW)
  if (one.do === 'accept') return acceptOffer(db, answer, NOW)
  if (one.do === 'decline') return declineOffer(db, answer, NOW)
  return nameSubstitute(db, { ...answer, id: randomUUID(), personId: crowd[one.colleague]! }, NOW)
}

/** All deeds, some at a time; how many of them broke. */
async function performAll(given: Scene, deeds: Deed[]): Promise<number> {
  const open = [...deeds]
  let broken = 0
  const worker = async () => {
    for (let one = open.pop(); one; one = open.pop()) await perform(given, one).catch(() => (broken += 1))
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return broken
}

const SEATED: readonly EnrolmentStatus[] = ['requested', 'approved', 'confirmed', 'offered']

/** The most seats that were taken at any moment since, as the log tells it. */
async function mostTaken(workshopId: string, after: number, before: number): Promise<number> {
  const events = await db
    .selectFrom('enrolmentEvent as event')
    .innerJoin('enrolment', 'enrolment.id', 'event.enrolmentId')
    .select(['event.fromStatus', 'event.toStatus'])
    .where('enrolment.workshopId', '=', workshopId)
    .where('event.id', '>', after)
    .orderBy('event.id')
    .execute()
  const isSeat = (status: EnrolmentStatus | null) => Number(status !== null && SEATED.includes(status))
  let [taken, most] = [before, before]
  for (const { fromStatus, toStatus } of events) {
    taken += isSeat(toStatus) - isSeat(fromStatus)
    most = Math.max(most, taken)
  }
  return most
}

async function lastEvent(): Promise<number> {
  const { id } = await db
    .selectFrom('enrolmentEvent')
    .select((eb) => eb.fn.max<number | null>('id').as('id'))
    .executeTakeFirstOrThrow()
  return id ?? 0
}

function changeSeats(workshopId: string, capacity: number) {
  return db.transaction().execute(async (trx) => {
    await lockWorkshop(trx, workshopId)
    await trx.updateTable('workshop').set({ capacity }).where('id', '=', workshopId).execute()
    await promoteWaiting(trx, await lockWorkshop(trx, workshopId), NOW)
  })
}

type Occupancy = { taken: number; limit: number }

/** A room that is too full by now gives no new seat, but the seats online are there all the same. */
async function occupancyOf(workshopId: string): Promise<Occupancy> {
  const current = await listCurrent(db, workshopId)
  const free = freeSeatsOf((await getWorkshop(db, workshopId))!, current)
  const taken = seatsTaken(current)
  return { taken, limit: taken + Math.max(0, free.room) + Math.max(0, free.online) }
}

/** Never more seats than there are, also in between; none idle that somebody in line may have. */
async function wrongs(given: Scene, after: number, before: Occupancy[]): Promise<string[]> {
  const found: string[] = []
  for (const [nth, workshopId] of given.workshopIds.entries()) {
    const workshop = (await getWorkshop(db, workshopId))!
    const { taken, limit } = before[nth]!
    if ((await mostTaken(workshopId, after, taken)) > limit) found.push('a seat was given twice')
    const idle = promoted(workshop, await listCurrent(db, workshopId), NOW).moves
    if (idle.length > 0) found.push('somebody waits for a free seat')
  }
  return found
}

async function storm(enrolOne: Enrol) {
  const given = await scene(enrolOne)
  const found: string[] = []
  let broken = 0
  for (let phase = 0; phase < PHASES; phase++) {
    for (const id of given.workshopIds) await changeSeats(id, SEATS[phase]!)
    const after = await lastEvent()
    const before: Occupancy[] = []
    for (const id of given.workshopIds) before.push(await occupancyOf(id))
    const deeds = fc.sample(deed, { numRuns: DEEDS_PER_PHASE, seed: 11 + phase })
    broken += await performAll(given, deeds)
    found.push(...(await wrongs(given, after, before)))
  }
  return { found, broken }
}

testOnPostgres(
  'in a storm of five hundred deeds no seat is given twice, none stays idle, and none breaks',
  async () => {
    expect(await storm(locked)).toEqual({ found: [], broken: 0 })
  },
  PATIENCE,
)

testOnPostgres(
  'without the lock the same storm gives seats away twice',
  async () => {
    const { found } = await storm(unlocked)
    expect(found).toContain('a seat was given twice')
  },
  PATIENCE,
)
