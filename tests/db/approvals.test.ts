import { expect, test } from 'vitest'
import { addDays } from '#app/domain/calendar.ts'
import { APPROVER_LINKS } from '#app/domain/mail-link.ts'
import { decideByLink, getRequest, lapseApprovals, remindApprovers } from '#db/approvals.ts'
import { getApproval, keepApproval, listOpenApprovals } from '#db/approval-requests.ts'
import { listLog } from '#db/enrolment-log.ts'
import { enrol, getEnrolment, withdraw } from '#db/enrolments.ts'
import { forgetMailLinks, getMailLink } from '#db/mail-links.ts'
import { acceptOffer, enrolOthers } from '#db/offers.ts'
import { listCurrent } from '#db/queue.ts'
import { callOffWorkshop } from '#db/decisions.ts'
import { changeWorkshop } from '#db/workshop-plans.ts'
import { getWorkshop } from '#db/workshops.ts'
import { anApprovingTown, APPROVER, DEPUTY, linkTo, mailsTo } from '#tests/approving.ts'
import { db } from '#tests/database.ts'
import { aPerson, aWorkshop, days, hours, NOW } from '#tests/factories.ts'

const YES = { verdict: 'approved', reason: null } as const
const NO = { verdict: 'rejected', reason: 'staffing' } as const

async function requested(terms = {}, capacity = 5) {
  const town = await anApprovingTown(terms)
  const workshop = await aWorkshop({ capacity })
  const ada = await aPerson({ organisationId: town.id })
  const id = await enrolled(workshop.id, ada)
  return { town, workshop, ada, id }
}

async function enrolled(workshopId: string, person: { id: string }, now = NOW): Promise<string> {
  const wish = { workshopId, personId: person.id, organisationId: null, by: person.id }
  const result = await enrol(db, wish, now)
  if (!result.ok) throw new Error(result.refusal)
  return result.id
}

const statusOf = async (id: string) => (await getEnrolment(db, id))?.status
const reasonsOf = async (id: string) => (await listLog(db, id)).map((line) => line.reason)

async function kindsTo(personId: string) {
  const mails = await db
    .selectFrom('outbox')
    .select('kind')
    .where('personId', '=', personId)
    .orderBy('createdAt')
    .execute()
  return mails.map((mail) => mail.kind)
}

test('enrolling where somebody approves holds the seat, asks the approver, and says so', async () => {
  const { town, workshop, ada, id } = await requested({}, 1)

  expect(await statusOf(id)).toBe('requested')
  expect(await kindsTo(ada.id)).toEqual(['enrolment-requested'])
  expect(await mailsTo(town)).toMatchObject([
    { kind: 'approval-asked', data: { name: 'Berta Amt', seats: 1, silence: 'approve' } },
  ])
  expect(await mailsTo(town, DEPUTY)).toEqual([])
  expect(await listOpenApprovals(db, { personId: ada.id })).toMatchObject([
    { enrolmentId: id, approver: 'Berta Amt', decideUntil: new Date('2026-03-18T22:59:00Z') },
  ])
  expect(await statusOf(await enrolled(workshop.id, await aPerson()))).toBe('waiting')
})

test('the approver reads who, what and how many seats, and nothing of the video conference', async () => {
  const { town, id } = await requested()
  const link = await getMailLink(db, await linkTo(town), APPROVER_LINKS)
  const request = link && (await getRequest(db, link, NOW))

  expect(link).toMatchObject({ purpose: 'approver', enrolmentId: id })
  expect(request).toMatchObject({ givenName: 'Ada', organisation: town.name, seats: 1, refusal: null })
  expect(JSON.stringify((await mailsTo(town))[0]?.data)).not.toContain('http')
})

test('approving makes it a place; the log says in which part somebody did it', async () => {
  const { town, ada, id } = await requested()

  expect(await decideByLink(db, await linkTo(town), YES, hours(1))).toEqual({ ok: true })
  expect(await statusOf(id)).toBe('confirmed')
  expect(await reasonsOf(id)).toEqual(['approval-needed', 'approved'])
  expect(await kindsTo(ada.id)).toEqual(['enrolment-requested', 'enrolment-approved'])
  expect(await getApproval(db, id)).toMatchObject({ decision: 'approved', decidedAs: 'approver' })
})

test('rejecting gives the seat to the next in line and tells the reason', async () => {
  const { town, workshop, ada, id } = await requested({}, 1)
  const next = await enrolled(workshop.id, await aPerson())

  expect(await decideByLink(db, await linkTo(town), NO, hours(1))).toEqual({ ok: true })
  expect([await statusOf(id), await statusOf(next)]).toEqual(['rejected', 'confirmed'])
  expect(await reasonsOf(next)).toEqual(['full', 'after-rejection'])
  const mail = await db
    .selectFrom('outbox')
    .select('data')
    .where('personId', '=', ada.id)
    .where('kind', '=', 'enrolment-rejected')
    .executeTakeFirst()
  expect(mail?.data).toMatchObject({ rejectReason: 'staffing', decider: 'approver' })
})

test('a link works once; nothing can be decided twice, whoever tries', async () => {
  const { town, id } = await requested()
  await remindApprovers(db, days(2))
  const [approver, deputy] = [await linkTo(town), await linkTo(town, DEPUTY)]

  expect(await decideByLink(db, deputy, YES, days(2))).toEqual({ ok: true })
  expect(await decideByLink(db, deputy, NO, days(2))).toEqual({ ok: false, refusal: 'decided' })
  expect(await decideByLink(db, approver, NO, days(2))).toEqual({ ok: false, refusal: 'decided' })
  expect(await statusOf(id)).toBe('confirmed')
  expect(await reasonsOf(id)).toEqual(['approval-needed', 'approved-by-deputy'])
})

test('an unknown link, and one for another purpose, decide nothing', async () => {
  const { id } = await requested()
  const { town, ada } = await offered()
  const { data } = await db
    .selectFrom('outbox')
    .select('data')
    .where('personId', '=', ada.id)
    .executeTakeFirstOrThrow()
  const offerToken = 'token' in data ? String(data.token) : ''

  expect(await decideByLink(db, 'made-up', YES, NOW)).toEqual({ ok: false, refusal: 'link-gone' })
  expect(offerToken).not.toBe('')
  expect(await decideByLink(db, offerToken, YES, NOW)).toEqual({ ok: false, refusal: 'link-gone' })
  expect(await mailsTo(town)).toEqual([])
  expect(await statusOf(id)).toBe('requested')
})

async function offered(terms = {}) {
  const town = await anApprovingTown(terms)
  const workshop = await aWorkshop()
  const ada = await aPerson({ organisationId: town.id })
  const officer = await aPerson({ organisationId: town.id, officerOf: [town.id] })
  const wish = { workshopId: workshop.id, personIds: [ada.id], by: officer.id, within: [town.id] }
  await enrolOthers(db, wish, NOW)
  const [enrolment] = await listCurrent(db, workshop.id)
  return { town, workshop, ada, id: enrolment!.id }
}

test('an offer is first accepted, then approved: nobody is asked for somebody who does not want to go', async () => {
  const { town, ada, id } = await offered()
  expect(await statusOf(id)).toBe('offered')
  expect(await mailsTo(town)).toEqual([])

  await acceptOffer(db, { enrolmentId: id, by: ada.id }, hours(1))
  expect(await statusOf(id)).toBe('requested')
  await decideByLink(db, await linkTo(town), YES, hours(2))
  expect(await statusOf(id)).toBe('confirmed')
  expect(await reasonsOf(id)).toEqual(['enrolled-by-other', 'accepted', 'approved'])
})

test('moving up asks as well: more seats are no way around the approval', async () => {
  const town = await anApprovingTown()
  const workshop = await aWorkshop({ capacity: 1 })
  const first = await enrolled(workshop.id, await aPerson())
  const ada = await aPerson({ organisationId: town.id })
  const id = await enrolled(workshop.id, ada)
  expect([await statusOf(id), (await mailsTo(town)).length]).toEqual(['waiting', 0])

  const person = (await getEnrolment(db, first))!.personId
  await withdraw(db, { enrolmentId: first, by: person }, hours(1))
  expect(await statusOf(id)).toBe('requested')
  expect(await kindsTo(ada.id)).toEqual(['enrolment-waiting', 'enrolment-requested'])
  expect(await mailsTo(town)).toMatchObject([{ kind: 'approval-asked' }])
})

test('after two working days the approver is reminded once, and the deputy asked', async () => {
  const { town } = await requested()

  await remindApprovers(db, days(1))
  expect(await mailsTo(town)).toHaveLength(1)
  await remindApprovers(db, days(2))
  await remindApprovers(db, days(3))
  expect((await mailsTo(town)).map(({ kind }) => kind)).toEqual(['approval-asked', 'approval-reminder'])
  expect(await mailsTo(town, DEPUTY)).toMatchObject([{ kind: 'approval-reminder', data: { isDeputy: true } }])
})

/** Moves a workshop to begin at another time, or to another place only. */
async function move(workshopId: string, to: { startsAt?: Date; place?: string }, now: Date) {
  // What is still in the outbox would be taken back instead.
  await db.updateTable('outbox').set({ sentAt: now }).execute()
  const before = await getWorkshop(db, workshopId)
  if (!before) throw new Error('no such workshop')
  const startsAt = to.startsAt ?? before.startsAt
  const { id, version, onlineUrl, capacity, minimum, note, trainerIds } = before
  const meetings = before.meetings.map((meeting) => ({
    ...{ id: meeting.id, units: meeting.units },
    ...{ startsAt, endsAt: hours(3, startsAt) },
  }))
  const place = to.place ?? before.place
  const until = { enrolUntil: days(-1, startsAt), withdrawUntil: days(-1, startsAt) }
  const plan = { id, version, place, onlineUrl, capacity, minimum, note, trainerIds, meetings, ...until }
  expect(await changeWorkshop(db, before.createdBy, plan, now)).toEqual({ ok: true })
}

test('a workshop that is moved asks the approver anew, with the new date and the time to answer anew', async () => {
  const { town, workshop, ada, id } = await requested()
  const first = await linkTo(town)
  await move(workshop.id, { startsAt: days(21) }, days(5))

  expect((await mailsTo(town)).at(-1)).toMatchObject({
    kind: 'approval-moved',
    data: { workshop: { meetings: [{ startsAt: days(21).toISOString() }] }, isDeputy: false },
  })
  expect(await mailsTo(town, DEPUTY)).toEqual([])
  expect(await kindsTo(ada.id)).toEqual(['enrolment-requested', 'workshop-changed'])
  // What it agreed to was another date.
  expect(await decideByLink(db, first, YES, days(6))).toEqual({ ok: false, refusal: 'link-gone' })
  await lapseApprovals(db, days(9))
  expect(await statusOf(id)).toBe('requested')
  expect(await decideByLink(db, await linkTo(town), YES, days(9))).toEqual({ ok: true })
  expect(await statusOf(id)).toBe('confirmed')
})

test('moved to an earlier day, nobody can decide behind the start; each move is told, and reminded of', async () => {
  const { town, workshop, id } = await requested()
  await remindApprovers(db, days(2))
  await move(workshop.id, { startsAt: days(4) }, days(3))
  expect(await getApproval(db, id)).toMatchObject({ decideUntil: days(4) })
  // The deputy was asked already, and knows another date.
  expect((await mailsTo(town, DEPUTY)).at(-1)).toMatchObject({
    kind: 'approval-moved',
    data: { isDeputy: true },
  })

  await move(workshop.id, { startsAt: days(40) }, hours(1, days(3)))
  await remindApprovers(db, days(6))
  expect((await mailsTo(town)).map(({ kind }) => kind)).toEqual([
    ...['approval-asked', 'approval-reminder', 'approval-moved', 'approval-moved', 'approval-reminder'],
  ])
})

test('another room at the same time is nothing to ask the approver about', async () => {
  const { town, workshop, id } = await requested()
  const before = await getApproval(db, id)
  await move(workshop.id, { place: 'Kreishaus, Saal' }, days(1))

  expect(await getApproval(db, id)).toEqual(before)
  expect((await mailsTo(town)).map(({ kind }) => kind)).toEqual(['approval-asked'])
})

test('the first link goes on working after the reminder', async () => {
  const { town, id } = await requested()
  const first = await linkTo(town)
  await remindApprovers(db, days(2))
  expect(await decideByLink(db, first, YES, days(2))).toEqual({ ok: true })
  expect(await statusOf(id)).toBe('confirmed')
})

test.each([
  ['approve', 'confirmed', 'approved-by-silence', 'enrolment-approved'],
  ['reject', 'rejected', 'rejected-by-silence', 'enrolment-rejected'],
] as const)(
  'silence that means %s decides in the end, and all are told',
  async (silence, status, reason, kind) => {
    const { town, ada, id } = await requested({ silence })

    await lapseApprovals(db, days(7))
    expect(await statusOf(id)).toBe('requested')
    await lapseApprovals(db, days(8))
    await lapseApprovals(db, days(8))
    expect(await statusOf(id)).toBe(status)
    expect((await reasonsOf(id)).at(-1)).toBe(reason)
    expect(await kindsTo(ada.id)).toEqual(['enrolment-requested', kind])
    for (const who of [APPROVER, DEPUTY]) {
      expect((await mailsTo(town, who)).at(-1)?.kind).toBe('approval-lapsed')
    }
  },
)

test('the link is too late once the time is over, also while nobody has looked yet', async () => {
  const { town, id } = await requested({ silence: 'reject' })
  const token = await linkTo(town)
  expect(await decideByLink(db, token, YES, days(8))).toEqual({ ok: false, refusal: 'too-late' })
  expect(await statusOf(id)).toBe('requested')
})

test('a workshop that is moved to an earlier day is decided about by then', async () => {
  const { workshop, town, id } = await requested({ silence: 'reject' })
  const startsAt = days(1)
  await db
    .updateTable('meeting')
    .set({ startsAt, endsAt: hours(3, startsAt) })
    .where('workshopId', '=', workshop.id)
    .execute()
  expect(await decideByLink(db, await linkTo(town), YES, startsAt)).toEqual({
    ok: false,
    refusal: 'too-late',
  })
  await lapseApprovals(db, startsAt)
  expect(await statusOf(id)).toBe('rejected')
})

test('the terms of a request stay those under which it began', async () => {
  const { town, id } = await requested({ silence: 'reject' })
  await db
    .updateTable('approvalRule')
    .set({ silence: 'approve', limitDays: 20 })
    .where('organisationId', '=', town.id)
    .execute()
  await lapseApprovals(db, days(8))
  expect(await statusOf(id)).toBe('rejected')
})

test('whoever withdraws meanwhile is not decided about any more', async () => {
  const { town, ada, id } = await requested()
  const token = await linkTo(town)
  await withdraw(db, { enrolmentId: id, by: ada.id }, hours(1))

  expect(await decideByLink(db, token, YES, hours(2))).toEqual({ ok: false, refusal: 'withdrawn' })
  await lapseApprovals(db, days(8))
  await remindApprovers(db, days(2))
  expect(await statusOf(id)).toBe('withdrawn')
  expect(await mailsTo(town)).toHaveLength(1)
})

test('in a workshop that is called off there is nothing to approve', async () => {
  const { town, workshop, id } = await requested()
  const token = await linkTo(town)
  const office = await aPerson({ roles: ['coordinator'] })
  await callOffWorkshop(db, office.id, { id: workshop.id, reason: 'Krankheit' }, hours(1))

  expect(await decideByLink(db, token, YES, hours(2))).toEqual({ ok: false, refusal: 'called-off' })
  expect(await statusOf(id)).toBe('called-off')
})

test('where the approver only wants to know, nothing waits', async () => {
  const town = await anApprovingTown({ kind: 'inform' })
  const workshop = await aWorkshop()
  const id = await enrolled(workshop.id, await aPerson({ organisationId: town.id }))

  expect(await statusOf(id)).toBe('confirmed')
  expect(await getApproval(db, id)).toBeUndefined()
  expect(await mailsTo(town)).toMatchObject([{ kind: 'approval-inform', token: '' }])
})

test('a substitute goes on the approval that was given', async () => {
  const { town, workshop, id } = await requested()
  const other = await enrolled(workshop.id, await aPerson())
  await db.transaction().execute((trx) => keepApproval(trx, id, other))
  expect(await getApproval(db, other)).toBeUndefined()
  await decideByLink(db, await linkTo(town), YES, hours(1))
  await db.transaction().execute((trx) => keepApproval(trx, id, other))
  expect(await getApproval(db, other)).toMatchObject({ decision: 'approved', decidedAs: 'approver' })
})

test('nobody of the organisation of an approval without an account stands in the record of writes', async () => {
  const { town, id } = await requested()
  await decideByLink(db, await linkTo(town), NO, hours(1))
  const lines = await db.selectFrom('audit').selectAll().where('subjectId', '=', id).execute()

  expect(lines.at(-1)).toMatchObject({
    action: 'approval:decide',
    actorId: null,
    details: { decision: 'rejected', decidedAs: 'approver' },
  })
  expect(JSON.stringify(lines)).not.toMatch(/Berta|hauptamt|staffing/)
})

test('links are forgotten a month after they ended', async () => {
  const { town } = await requested()
  const token = await linkTo(town)
  const end = new Date(`${addDays('2026-03-18', 30)}T12:00:00Z`)
  await forgetMailLinks(db, end)
  expect(await getMailLink(db, token, APPROVER_LINKS)).toBeDefined()
  await forgetMailLinks(db, days(1, end))
  expect(await getMailLink(db, token, APPROVER_LINKS)).toBeUndefined()
})
