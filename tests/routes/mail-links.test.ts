import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { dayOf } from '#app/domain/calendar.ts'
import { action as decide, loader as askedLoader } from '#app/routes/approvals/decide.tsx'
import { action as answer, loader as offerLoader } from '#app/routes/offers/answer.tsx'
import { enrol, getEnrolment } from '#db/enrolments.ts'
import { enrolOthers, lapseOffers } from '#db/offers.ts'
import { listCurrent } from '#db/queue.ts'
import { callOffWorkshop } from '#db/decisions.ts'
import { anApprovingTown, linkTo, offerLinkOf } from '#tests/approving.ts'
import { db } from '#tests/database.ts'
import { aContext, anOrganisation, aPerson, aRequest, args, aWorkshop, days } from '#tests/factories.ts'

const NOW = new Date()
const soon = days(14, NOW)

async function offered({ approving = false } = {}) {
  const town = approving ? await anApprovingTown() : await anOrganisation()
  const workshop = await aWorkshop({ startsAt: soon, onlineUrl: 'https://konferenz.example/1' })
  const ada = await aPerson({ organisationId: town.id })
  const officer = await aPerson({ givenName: 'Olga', familyName: 'Amt', officerOf: [town.id] })
  const wish = { workshopId: workshop.id, personIds: [ada.id], by: officer.id, within: [town.id] }
  await enrolOthers(db, wish, NOW)
  const [enrolment] = await listCurrent(db, workshop.id)
  return { town, workshop, ada, id: enrolment!.id, token: await offerLinkOf(ada.id) }
}

async function requested() {
  const town = await anApprovingTown()
  const workshop = await aWorkshop({ startsAt: soon, onlineUrl: 'https://konferenz.example/1' })
  const ada = await aPerson({ organisationId: town.id })
  const wish = { workshopId: workshop.id, personId: ada.id, organisationId: null, by: ada.id }
  const result = await enrol(db, wish, NOW)
  if (!result.ok) throw new Error(result.refusal)
  return { town, workshop, ada, id: result.id, token: await linkTo(town) }
}

/** A visitor whom nobody has seen: limits count by address. */
const from = (clientAddress: string) => aContext({ clientAddress })
let visitor = 0
const someone = () => from(`10.0.0.${(visitor += 1)}`)

const see = (token: string, context = someone(), method = 'GET') =>
  offerLoader(args(new Request(`http://localhost:3000/offers/${token}`, { method }), { token }, context))
const say = (token: string, intent: string, context = someone()) =>
  answer(args(aRequest(`/offers/${token}`, { intent }), { token }, context))
const look = (token: string, context = someone()) =>
  askedLoader(args(aRequest(`/approvals/${token}`), { token }, context))
const judge = (token: string, form: Record<string, string>, context = someone()) =>
  decide(args(aRequest(`/approvals/${token}`, form), { token }, context))

const statusOf = async (id: string) => (await getEnrolment(db, id))?.status

test('a mail scanner that opens the link of an offer, however often, answers nothing', async () => {
  const { id, token } = await offered()
  for (const method of ['GET', 'HEAD', 'GET']) {
    expect((await see(token, someone(), method)).data.offer).not.toBeNull()
  }
  expect(await statusOf(id)).toBe('offered')
})

test('an offer is accepted without an account, and the page says what follows', async () => {
  const { id, token, ada } = await offered()
  expect((await see(token)).data.offer).toMatchObject({
    name: `Ada ${ada.familyName}`,
    by: 'Olga Amt',
    approver: null,
  })

  const response = (await say(token, 'accept')) as Response
  expect(response.headers.get('Location')).toBe(`/offers/${token}`)
  expect(await statusOf(id)).toBe('confirmed')
  expect((await see(token)).data).toMatchObject({ offer: null, answered: 'accepted' })
  const line = await db
    .selectFrom('audit')
    .select('details')
    .where('subjectId', '=', id)
    .where('action', '=', 'enrolment:answer')
    .executeTakeFirst()
  expect(line?.details).toEqual({ answer: 'accepted', link: true })
})

test('the page of an offer says what stands against it, before anything is answered', async () => {
  const { workshop, ada, token, town } = await offered()
  const other = await aWorkshop({ startsAt: soon })
  const wish = { workshopId: other.id, personId: ada.id, organisationId: null, by: ada.id }
  await enrol(db, wish, NOW)
  const { offer } = (await see(token)).data
  expect(offer?.warnings).toMatchObject({
    clash: { workshopId: other.id },
    thinDay: { organisation: town.name, remaining: 0 },
  })
  expect(offer?.workshop.id).toBe(workshop.id)
})

test('whoever approves reads who would be left and what is blocked, and nothing of other dates of the person', async () => {
  const { town, workshop, ada, token } = await requested()
  expect((await look(token)).data.asked).toMatchObject({ warnings: { thinDay: { remaining: 0 } } })
  // Somebody stays, the day is free, and only the person has something against it.
  const stays = await aPerson({ organisationId: town.id })
  const other = await aWorkshop({ startsAt: soon })
  const wish = { workshopId: other.id, personId: ada.id, organisationId: null, by: ada.id }
  expect(await enrol(db, wish, NOW)).toMatchObject({ ok: true })
  await db
    .insertInto('busyTime')
    .values({ personId: ada.id, startsAt: soon, endsAt: days(15, NOW), uploadedAt: NOW })
    .execute()
  const quiet = (await look(token)).data
  expect(quiet.asked).toMatchObject({ parallel: undefined })
  expect(Object.values(quiet.asked?.warnings ?? {})).toEqual([undefined, undefined, undefined])
  expect(JSON.stringify(quiet)).not.toContain(other.id)

  const away = { workshopId: workshop.id, personId: stays.id, organisationId: null, by: stays.id }
  expect(await enrol(db, away, NOW)).toMatchObject({ ok: true })
  const day = dayOf(soon)
  await db
    .insertInto('blockedPeriod')
    .values({
      ...{ id: randomUUID(), organisationId: town.id, fromDate: day, untilDate: day, reason: 'Wahl' },
      ...{ createdBy: ada.id, createdAt: NOW },
    })
    .execute()
  const next = await aWorkshop({ startsAt: days(30, NOW), courseId: workshop.courseId })
  const { asked } = (await look(token)).data
  expect(asked).toMatchObject({
    warnings: {
      thinDay: { organisation: town.name, remaining: 0, day },
      blocked: { organisation: town.name, reason: 'Wahl', fromDate: day },
    },
    parallel: { id: next.id },
  })
  expect(asked?.warnings.clash).toBeUndefined()
  // What is decided shows none of it any more.
  await judge(token, { verdict: 'approved' })
  expect(JSON.stringify((await look(token)).data)).not.toContain('Wahl')
})

test('declining by link leaves no trace but the answer', async () => {
  const { id, token } = await offered()
  await say(token, 'decline')
  expect(await statusOf(id)).toBe('declined')
  const after = await see(token)
  expect(after).toMatchObject({ data: { answered: 'declined' } })
  expect(JSON.stringify(after.data)).not.toMatch(/Ada|Olga/)
})

test('where the town approves, the offer says so, and accepting asks', async () => {
  const { id, token } = await offered({ approving: true })
  expect((await see(token)).data.offer).toMatchObject({ approver: 'Berta Amt' })
  await say(token, 'accept')
  expect(await statusOf(id)).toBe('requested')
  expect((await see(token)).data).toMatchObject({ answered: 'requested' })
})

test('a link that was used answers nothing again', async () => {
  const { id, token } = await offered()
  await say(token, 'accept')
  expect(await say(token, 'decline')).toMatchObject({ init: { status: 409 } })
  expect(await statusOf(id)).toBe('confirmed')
})

test('the page never shows the way into the video conference', async () => {
  const [offer, request] = [await offered(), await requested()]
  expect(JSON.stringify((await see(offer.token)).data)).not.toContain('konferenz')
  expect(JSON.stringify((await look(request.token)).data)).not.toContain('konferenz')
})

test('an offer whose time is over, and one of a workshop that is called off, say so without names', async () => {
  const [late, off] = [await offered(), await offered()]
  const office = await aPerson({ roles: ['coordinator'] })
  await callOffWorkshop(db, office.id, { id: off.workshop.id, reason: 'Krankheit' }, NOW)
  await lapseOffers(db, days(8, NOW))

  for (const [{ token, id }, ended, status] of [
    [late, 'lapsed', 'lapsed'],
    [off, 'called-off', 'called-off'],
  ] as const) {
    const seen = await see(token)
    expect(seen).toMatchObject({ data: { offer: null, ended }, init: { status: 410 } })
    expect(JSON.stringify(seen.data)).not.toContain('Ada')
    expect(await say(token, 'accept')).toMatchObject({ init: { status: 409 } })
    expect(await statusOf(id)).toBe(status)
  }
})

test('the link of somebody who was locked out is none', async () => {
  const { ada, token, id } = await offered()
  await db.updateTable('person').set({ disabledAt: NOW }).where('id', '=', ada.id).execute()
  expect(await see(token)).toMatchObject({ data: { ended: 'link-gone' }, init: { status: 410 } })
  expect(await say(token, 'accept')).toMatchObject({ init: { status: 410 } })
  expect(await statusOf(id)).toBe('offered')
})

test('a link opens its own door only', async () => {
  const [offer, request] = [await offered(), await requested()]
  expect(await see(request.token)).toMatchObject({ init: { status: 410 } })
  expect(await say(request.token, 'accept')).toMatchObject({ init: { status: 410 } })
  expect(await look(offer.token)).toMatchObject({ init: { status: 410 } })
  expect(await judge(offer.token, { verdict: 'approved' })).toMatchObject({ init: { status: 410 } })
  expect([await statusOf(offer.id), await statusOf(request.id)]).toEqual(['offered', 'requested'])
})

test('whoever guesses links is stopped, and whoever answers with real ones is not', async () => {
  const guesser = someone()
  for (let guess = 0; guess < 30; guess += 1) await see(`guess-${guess}`, guesser)
  await expect(see('one-more', guesser)).rejects.toMatchObject({ status: 429 })
  await expect(say('one-more', 'accept', guesser)).rejects.toMatchObject({ status: 429 })

  const townHall = someone()
  const { token } = await offered()
  for (let opened = 0; opened < 40; opened += 1) await see(token, townHall)
  expect(((await say(token, 'accept', townHall)) as Response).status).toBe(302)
})

test('an approver without an account sees who asks, and approves', async () => {
  const { id, token, town } = await requested()
  expect((await look(token)).data.asked).toMatchObject({ organisation: town.name, seats: 1 })
  expect(await statusOf(id)).toBe('requested')

  const response = (await judge(token, { verdict: 'approved' })) as Response
  expect(response.headers.get('Location')).toBe(`/approvals/${token}`)
  expect(await statusOf(id)).toBe('confirmed')
  const after = await look(token)
  expect(after).toMatchObject({ data: { asked: null, isDone: true, decision: { verdict: 'approved' } } })
  expect(JSON.stringify(after.data)).not.toContain('Ada')
})

test('rejecting needs a reason from the list', async () => {
  const { id, token } = await requested()
  expect(await judge(token, { verdict: 'rejected' })).toMatchObject({
    data: { errors: { reason: 'required' } },
    init: { status: 400 },
  })
  expect(await judge(token, { verdict: 'rejected', reason: 'keine Lust' })).toMatchObject({
    init: { status: 400 },
  })
  expect(await judge(token, { verdict: 'maybe' })).toMatchObject({ init: { status: 400 } })
  expect(await statusOf(id)).toBe('requested')
  await judge(token, { verdict: 'rejected', reason: 'staffing' })
  expect(await statusOf(id)).toBe('rejected')
  expect(await judge(token, { verdict: 'approved' })).toMatchObject({ init: { status: 409 } })
})
