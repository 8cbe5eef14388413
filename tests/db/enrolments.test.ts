import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { EnrolmentStatus } from '#app/domain/enrolment.ts'
import { listLog } from '#db/enrolment-log.ts'
import { endByCallOff, enrol, getEnrolment, withdraw, type EnrolResult } from '#db/enrolments.ts'
import { listCurrent, promoteWaiting } from '#db/queue.ts'
import { lockWorkshop } from '#db/workshops.ts'
import { countedDb } from '#tests/counting.ts'
import { db } from '#tests/database.ts'
import {
  aCourse,
  aMembership,
  anOrganisation,
  aPerson,
  aWorkshop,
  days,
  hours,
  NOW,
} from '#tests/factories.ts'

const enrolled = (workshopId: string, personId: string, now = NOW) =>
  enrol(db, { workshopId, personId, organisationId: null, by: personId }, now)

/** Enrols so many people one after the other. */
async function people(workshopId: string, count: number) {
  const places = []
  for (let n = 0; n < count; n++) {
    const person = await aPerson()
    places.push({ personId: person.id, ...must(await enrolled(workshopId, person.id, hours(n / 60))) })
  }
  return places
}

function must(result: EnrolResult) {
  if (!result.ok) throw new Error(result.refusal)
  return result
}

async function statusOf(id: string): Promise<EnrolmentStatus | undefined> {
  return (await getEnrolment(db, id))?.status
}

async function mailsTo(personId: string) {
  return db.selectFrom('outbox').selectAll().where('personId', '=', personId).orderBy('createdAt').execute()
}

test('whoever comes first gets the seat, the next one waits in first position, and both are told', async () => {
  const workshop = await aWorkshop({ capacity: 1 })
  const [ada, grace] = await people(workshop.id, 2)

  expect(ada).toMatchObject({ status: 'confirmed', position: undefined })
  expect(grace).toMatchObject({ status: 'waiting', position: 1 })
  expect((await mailsTo(ada!.personId)).map((mail) => mail.kind)).toEqual(['enrolment-confirmed'])
  const [mail] = await mailsTo(grace!.personId)
  expect(mail).toMatchObject({ kind: 'enrolment-waiting', data: { position: 1 } })
})

test('enrolling asks the database eleven times at most: others wait for each question', async () => {
  const workshop = await aWorkshop()
  const { id: personId } = await aPerson()
  const { count, db } = countedDb()
  must(await enrol(db, { workshopId: workshop.id, personId, organisationId: null, by: personId }, NOW))
  expect(count.queries).toBeLessThanOrEqual(11)
})

test('whoever waits longest moves up when a seat is given back, and the log says why', async () => {
  const workshop = await aWorkshop({ capacity: 1 })
  const [ada, grace, hedy] = await people(workshop.id, 3)

  const result = await withdraw(db, { enrolmentId: ada!.id, by: ada!.personId }, hours(1))

  expect(result).toMatchObject({ ok: true, promoted: [{ id: grace!.id }] })
  const current = await listCurrent(db, workshop.id)
  expect(current.map(({ id, status }) => [id, status])).toEqual([
    [grace!.id, 'confirmed'],
    [hedy!.id, 'waiting'],
  ])
  expect((await listLog(db, grace!.id)).map((line) => [line.fromStatus, line.toStatus, line.reason])).toEqual(
    [
      [null, 'waiting', 'full'],
      ['waiting', 'confirmed', 'after-withdrawal'],
    ],
  )
  expect((await mailsTo(grace!.personId)).map((mail) => mail.kind)).toContain('enrolment-promoted')
})

test('who gave the seat back is logged and told, and may enrol again behind all others', async () => {
  const workshop = await aWorkshop({ capacity: 1 })
  const [ada] = await people(workshop.id, 3)
  await withdraw(db, { enrolmentId: ada!.id, by: ada!.personId }, hours(1))

  const [, line] = await listLog(db, ada!.id)
  expect(line).toMatchObject({ toStatus: 'withdrawn', reason: 'own-wish', by: { id: ada!.personId } })
  expect((await mailsTo(ada!.personId)).at(-1)?.kind).toBe('enrolment-withdrawn')
  expect(await enrolled(workshop.id, ada!.personId, hours(2))).toMatchObject({
    status: 'waiting',
    position: 2,
  })
})

test('the same form sent twice enrols once', async () => {
  const workshop = await aWorkshop()
  const ada = await aPerson()
  const request = {
    id: randomUUID(),
    workshopId: workshop.id,
    personId: ada.id,
    organisationId: null,
    by: ada.id,
  }

  const first = await enrol(db, request, NOW)
  const second = await enrol(db, request, hours(1))

  expect(first).toMatchObject({ ok: true, id: request.id, status: 'confirmed' })
  expect(second).toMatchObject({ ok: true, id: request.id, status: 'confirmed' })
  expect(await listCurrent(db, workshop.id)).toHaveLength(1)
  expect(await mailsTo(ada.id)).toHaveLength(1)
})

test('nobody is enrolled twice, and an old form does not bring a withdrawn enrolment back', async () => {
  const workshop = await aWorkshop()
  const ada = await aPerson()
  const request = {
    id: randomUUID(),
    workshopId: workshop.id,
    personId: ada.id,
    organisationId: null,
    by: ada.id,
  }
  await enrol(db, request, NOW)

  expect(await enrolled(workshop.id, ada.id)).toEqual({ ok: false, refusal: 'already-enrolled' })
  await withdraw(db, { enrolmentId: request.id, by: ada.id }, NOW)
  expect(await enrol(db, request, NOW)).toEqual({ ok: false, refusal: 'page-outdated' })
})

test('each closed door names its reason', async () => {
  const ada = await aPerson()
  const open = await aWorkshop()
  const calledOff = await aWorkshop({ calledOffAt: NOW, callOffReason: 'Krankheit' })
  const draft = await aWorkshop({ courseId: (await aCourse({ publishedAt: null })).id })
  const own = await aWorkshop({ trainerIds: [ada.id] })
  const stranger = await aPerson({ organisationId: null })

  const refusals = [
    await enrolled(calledOff.id, ada.id),
    await enrolled(draft.id, ada.id),
    await enrolled(open.id, ada.id, days(13)),
    await enrolled(open.id, ada.id, days(15)),
    await enrolled(own.id, ada.id),
    await enrolled(open.id, stranger.id),
  ].map((result) => !result.ok && result.refusal)
  expect(refusals).toEqual([
    'called-off',
    'not-published',
    'deadline-passed',
    'started',
    'is-trainer',
    'no-organisation',
  ])
})

test('the enrolment keeps the organisation for which it was made', async () => {
  const [home, other, foreign] = [await anOrganisation(), await anOrganisation(), await anOrganisation()]
  const ada = await aPerson({ organisationId: home.id })
  await aMembership({ personId: ada.id, organisationId: other.id, fromDate: '2025-01-01' })
  const request = { personId: ada.id, by: ada.id }
  const organisationOf = async (organisationId: string | null) => {
    const workshop = await aWorkshop()
    const result = await enrol(db, { ...request, workshopId: workshop.id, organisationId }, NOW)
    return result.ok ? (await getEnrolment(db, result.id))?.organisationId : result.refusal
  }

  expect(await organisationOf(null)).toBe(home.id)
  expect(await organisationOf(other.id)).toBe(other.id)
  expect(await organisationOf(foreign.id)).toBe('no-organisation')
})

test('a membership that has ended, or has not begun, is none', async () => {
  const workshop = await aWorkshop()
  const ada = await aPerson({ organisationId: null })
  const { id: organisationId } = await anOrganisation()
  await aMembership({ personId: ada.id, organisationId, fromDate: '2024-01-01', untilDate: '2026-03-10' })
  await aMembership({ personId: ada.id, organisationId, fromDate: '2026-03-12' })

  expect(await enrolled(workshop.id, ada.id)).toEqual({ ok: false, refusal: 'no-organisation' })
})

test('after the deadline a seat is given back with a reason only, a place on the list until the start', async () => {
  const workshop = await aWorkshop({ capacity: 1 })
  const [ada, grace] = await people(workshop.id, 2)

  const late = days(13)
  expect(await withdraw(db, { enrolmentId: ada!.id, by: ada!.personId }, late)).toEqual({
    ok: false,
    refusal: 'needs-reason',
  })
  expect(await withdraw(db, { enrolmentId: grace!.id, by: grace!.personId }, late)).toMatchObject({
    ok: true,
  })
  expect(await withdraw(db, { enrolmentId: ada!.id, by: ada!.personId }, days(15))).toEqual({
    ok: false,
    refusal: 'started',
  })
})

test('the office takes somebody out after the deadline too, with a reason from the list', async () => {
  const workshop = await aWorkshop({ capacity: 1 })
  const [ada, grace] = await people(workshop.id, 2)
  const office = await aPerson({ roles: ['coordinator'] })

  await withdraw(db, { enrolmentId: ada!.id, by: office.id, reason: 'by-organisation' }, days(13))

  expect((await listLog(db, ada!.id)).at(-1)).toMatchObject({
    toStatus: 'withdrawn',
    reason: 'by-organisation',
    by: { id: office.id },
  })
  // So late those who wait are asked first.
  expect(await statusOf(grace!.id)).toBe('offered')
})

test('a withdrawal that comes twice is refused the second time and gives nobody a second seat', async () => {
  const workshop = await aWorkshop({ capacity: 1 })
  const [ada, grace, hedy] = await people(workshop.id, 3)
  const request = { enrolmentId: ada!.id, by: ada!.personId }

  await withdraw(db, request, NOW)
  expect(await withdraw(db, request, NOW)).toEqual({ ok: false, refusal: 'not-enrolled' })
  expect([await statusOf(grace!.id), await statusOf(hedy!.id)]).toEqual(['confirmed', 'waiting'])
})

test('more seats let exactly so many move up; fewer seats take nobody’s away', async () => {
  const workshop = await aWorkshop({ capacity: 1 })
  const places = await people(workshop.id, 4)
  const withSeats = (capacity: number) =>
    db.transaction().execute(async (trx) => {
      await trx.updateTable('workshop').set({ capacity }).where('id', '=', workshop.id).execute()
      return promoteWaiting(trx, await lockWorkshop(trx, workshop.id), NOW)
    })
  const statuses = async () => Promise.all(places.map((place) => statusOf(place.id)))

  await withSeats(3)
  expect(await statuses()).toEqual(['confirmed', 'confirmed', 'confirmed', 'waiting'])
  await withSeats(2)
  expect(await statuses()).toEqual(['confirmed', 'confirmed', 'confirmed', 'waiting'])
  await withdraw(db, { enrolmentId: places[0]!.id, by: places[0]!.personId }, NOW)
  expect(await statuses()).toEqual(['withdrawn', 'confirmed', 'confirmed', 'waiting'])
})

test('once the workshop has begun nobody moves up any more', async () => {
  const workshop = await aWorkshop({ capacity: 1 })
  const [, grace] = await people(workshop.id, 2)

  await db.transaction().execute(async (trx) => {
    await trx.updateTable('workshop').set({ capacity: 5 }).where('id', '=', workshop.id).execute()
    await promoteWaiting(trx, await lockWorkshop(trx, workshop.id), days(15))
  })
  expect(await statusOf(grace!.id)).toBe('waiting')
})

test('calling off ends what is current and leaves what has ended', async () => {
  const workshop = await aWorkshop({ capacity: 1 })
  const [ada, grace, hedy] = await people(workshop.id, 3)
  await withdraw(db, { enrolmentId: hedy!.id, by: hedy!.personId }, NOW)

  const ended = await db
    .transaction()
    .execute((trx) => endByCallOff(trx, workshop.id, workshop.createdBy, hours(1)))

  expect(ended.map((enrolment) => enrolment.id)).toEqual([ada!.id, grace!.id])
  expect([await statusOf(ada!.id), await statusOf(hedy!.id)]).toEqual(['called-off', 'withdrawn'])
})

test('every enrolment and withdrawal is on record, without names', async () => {
  const workshop = await aWorkshop()
  const [ada] = await people(workshop.id, 1)
  await withdraw(db, { enrolmentId: ada!.id, by: ada!.personId }, NOW)

  const record = await db
    .selectFrom('audit')
    .selectAll()
    .where('subjectId', '=', ada!.id)
    .orderBy('id')
    .execute()
  expect(record.map(({ action, actorId, details }) => [action, actorId, details])).toEqual([
    ['enrolment:enrol', ada!.personId, { workshop: workshop.id, status: 'confirmed' }],
    ['enrolment:withdraw', ada!.personId, { workshop: workshop.id }],
  ])
})
