import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { enrolOthers } from '#db/offers.ts'
import { getPerson } from '#db/people.ts'
import { listCurrent } from '#db/queue.ts'
import type { Newcomer } from '#db/newcomers.ts'
import { db } from '#tests/database.ts'
import { anOrganisation, aPerson, aWorkshop, NOW, TODAY } from '#tests/factories.ts'

function newcomer(given: Partial<Newcomer> = {}): Newcomer {
  const id = randomUUID()
  const email = `grace.${id.slice(0, 8)}@rathaus.example`
  return { id, givenName: 'Grace', familyName: 'Neu', email, audience: 'user', ...given }
}

async function town() {
  const { id } = await anOrganisation()
  const officer = await aPerson({ organisationId: id, officerOf: [id] })
  const enter = (workshopId: string, ...people: Newcomer[]) =>
    enrolOthers(
      db,
      {
        workshopId,
        personIds: [],
        newcomers: { organisationId: id, people },
        by: officer.id,
        within: [id],
      },
      NOW,
    )
  return { id, officer, enter }
}

const mailsTo = (address: string) =>
  db.selectFrom('outbox').selectAll().where('address', '=', address).execute()

test('somebody without an account is entered, gets one mail, and may answer without a password', async () => {
  const [{ id, enter }, workshop, grace] = [await town(), await aWorkshop(), newcomer()]

  expect(await enter(workshop.id, grace)).toMatchObject({
    ok: true,
    refused: [],
    outcomes: [{ personId: grace.id, ok: true, status: 'offered' }],
  })
  const person = await getPerson(db, grace.id)
  expect(person).toMatchObject({ email: grace.email, hasPassword: false })
  expect(person?.memberships).toMatchObject([{ organisationId: id, audience: 'user', fromDate: TODAY }])
  expect(person?.roles.map(({ role }) => role)).toEqual(['participant'])
  expect(await mailsTo(grace.email)).toMatchObject([
    { kind: 'enrolment-offered', data: { withoutPassword: true, token: expect.stringMatching(/^\S{32}$/) } },
  ])
})

test('a form that is sent twice enters people once', async () => {
  const [{ enter }, workshop, grace] = [await town(), await aWorkshop(), newcomer()]
  await enter(workshop.id, grace)
  expect(await enter(workshop.id, grace)).toMatchObject({ ok: true, outcomes: [{ ok: true, id: grace.id }] })
  expect(await listCurrent(db, workshop.id)).toHaveLength(1)
  expect(await mailsTo(grace.email)).toHaveLength(1)
})

test('an address that is known is the colleague who has it, whatever name was typed', async () => {
  const [{ id, enter }, workshop] = [await town(), await aWorkshop()]
  const ada = await aPerson({ organisationId: id })
  const typed = newcomer({ email: ada.email, givenName: 'Adele' })

  expect(await enter(workshop.id, typed)).toMatchObject({ outcomes: [{ personId: ada.id, ok: true }] })
  expect(await getPerson(db, ada.id)).toMatchObject({ givenName: 'Ada' })
  expect(await getPerson(db, typed.id)).toBeUndefined()
})

test('of an address of somebody else, or of somebody locked out, nothing is told but that it cannot be used', async () => {
  const [{ id, enter }, workshop] = [await town(), await aWorkshop()]
  const stranger = await aPerson()
  const locked = await aPerson({ organisationId: id, disabledAt: NOW })
  const [one, two] = [newcomer({ email: stranger.email }), newcomer({ email: locked.email })]

  expect(await enter(workshop.id, one, two)).toMatchObject({ ok: true, outcomes: [], refused: [one, two] })
  expect(await listCurrent(db, workshop.id)).toEqual([])
  expect(await mailsTo(stranger.email)).toEqual([])
})

test('whoever cannot have a seat is not kept: nobody has told them that they are here', async () => {
  const { id, enter } = await town()
  const grace = newcomer()
  const ended = await aWorkshop({ enrolUntil: new Date(NOW.getTime() - 1) })
  expect(await enter(ended.id, grace)).toEqual({ ok: false, refusal: 'deadline-passed' })
  expect(await getPerson(db, grace.id)).toBeUndefined()

  const leader = await aPerson({ organisationId: id })
  const led = await aWorkshop({ trainerIds: [leader.id] })
  const typed = newcomer({ email: leader.email })
  expect(await enter(led.id, typed)).toMatchObject({ outcomes: [{ ok: false, refusal: 'is-trainer' }] })
  expect(await getPerson(db, leader.id)).toBeDefined()

  const { id: courseId } = await db
    .updateTable('course')
    .set({ audienceOnly: true, audiences: ['leadership'] })
    .where('id', '=', led.courseId)
    .returning('id')
    .executeTakeFirstOrThrow()
  const closed = await aWorkshop({ courseId })
  expect(await enter(closed.id, grace)).toMatchObject({ outcomes: [{ ok: false, refusal: 'not-audience' }] })
  expect(await getPerson(db, grace.id)).toBeUndefined()
})
