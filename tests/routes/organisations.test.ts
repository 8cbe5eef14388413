import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { dayOf } from '#app/domain/calendar.ts'
import type { MailData } from '#app/domain/mail.ts'
import { monthOf } from '#app/domain/month.ts'
import { action as enrolAction, loader as enrolPage } from '#app/routes/enrolments/list.tsx'
import { loader as minePage } from '#app/routes/enrolments/mine.tsx'
import { loader as onePage } from '#app/routes/enrolments/show.tsx'
import { action as setRule, loader as rulePage } from '#app/routes/organisations/approval.tsx'
import { loader as townsPage } from '#app/routes/organisations/list.tsx'
import { loader as townPage } from '#app/routes/organisations/show.tsx'
import { loader as workshopPage } from '#app/routes/workshops/show.tsx'
import { decideByLink } from '#db/approvals.ts'
import { enrol } from '#db/enrolments.ts'
import { declineOffer, enrolOthers } from '#db/offers.ts'
import { writeOfficerMonths } from '#db/officer-months.ts'
import { listCurrent } from '#db/queue.ts'
import { anApprovingTown, linkTo } from '#tests/approving.ts'
import { db } from '#tests/database.ts'
import { anOrganisation, aPerson, args, aWorkshop, days, requestAs } from '#tests/factories.ts'

const NOW = new Date()
const soon = days(14, NOW)
type Someone = { id: string }

const town = async (person: Someone, organisationId: string) =>
  townPage(args(await requestAs(person, `/organisations/${organisationId}`), { organisationId }))
const towns = async (person: Someone) => townsPage(args(await requestAs(person, '/organisations')))
const rule = async (person: Someone, organisationId: string, form: Record<string, string>) =>
  setRule(
    args(await requestAs(person, `/organisations/${organisationId}/approval`, form), { organisationId }),
  )

async function enrolled(workshopId: string, person: Someone) {
  const wish = { workshopId, personId: person.id, organisationId: null, by: person.id }
  const result = await enrol(db, wish, NOW)
  if (!result.ok) throw new Error(result.refusal)
  return result.id
}

test('an officer of one town is led to it, one of several chooses, one of none is told so', async () => {
  const [one, two] = [await anOrganisation(), await anOrganisation()]
  await expect(towns(await aPerson({ officerOf: [one.id] }))).rejects.toMatchObject({ status: 302 })
  const both = await aPerson({ officerOf: [one.id, two.id] })
  expect((await towns(both)).towns.map(({ name }) => name).sort()).toEqual([one.name, two.name].sort())
  await expect(towns(await aPerson())).rejects.toMatchObject({ status: 403 })
})

test('a town is seen by its own officer and the office, and by nobody else', async () => {
  const own = await anOrganisation()
  expect(await town(await aPerson({ officerOf: [own.id] }), own.id)).toMatchObject({ organisation: own.name })
  expect(await town(await aPerson({ roles: ['coordinator'] }), own.id)).toMatchObject({
    organisation: own.name,
  })
  const others = [
    await aPerson({ officerOf: [(await anOrganisation()).id] }),
    await aPerson({ organisationId: own.id }),
    await aPerson({ roles: ['trainer'] }),
  ]
  for (const person of others) await expect(town(person, own.id)).rejects.toMatchObject({ status: 403 })
  const office = await aPerson({ roles: ['coordinator'] })
  await expect(town(office, randomUUID())).rejects.toMatchObject({ status: 404 })
})

test('the officer sees who goes, waits, is asked, and has said no; of other towns nothing', async () => {
  const own = await anApprovingTown()
  const officer = await aPerson({ organisationId: own.id, officerOf: [own.id] })
  const colleague = () => aPerson({ organisationId: own.id })
  const [ada, bea, cem, dora] = [await colleague(), await colleague(), await colleague(), await colleague()]
  const workshop = await aWorkshop({ startsAt: soon, capacity: 3 })
  await enrolled(workshop.id, ada)
  await decideByLink(db, await linkTo(own), { verdict: 'approved', reason: null }, NOW)
  await enrolled(workshop.id, bea)
  const offer = { workshopId: workshop.id, personIds: [cem.id], by: officer.id, within: [own.id] }
  await enrolOthers(db, offer, NOW)
  await enrolled(workshop.id, dora)
  const stranger = await aPerson({ familyName: 'Fremd' })
  await enrolled((await aWorkshop({ startsAt: soon })).id, stranger)

  const names = (lines: readonly { name: string }[]) => lines.map(({ name }) => name)
  const named = ({ familyName }: { familyName: string }) => `Ada ${familyName}`
  const before = await town(officer, own.id)
  expect(names(before.going)).toEqual([named(ada)])
  expect(names(before.toAnswer).sort()).toEqual([named(bea), named(cem)].sort())
  expect(before.waiting).toMatchObject([{ name: named(dora), position: 1 }])
  expect(before.dates.find(({ id }) => id === workshop.id)).toMatchObject({ own: 3, free: 0 })
  expect(JSON.stringify(before)).not.toContain('Fremd')

  const enrolment = (await listCurrent(db, workshop.id)).find(({ personId }) => personId === cem.id)
  await declineOffer(db, { enrolmentId: enrolment!.id, by: cem.id }, NOW)
  const after = await town(officer, own.id)
  expect(names(after.notComing)).toEqual([named(cem)])
})

test('a quota for each town stands beside the seats, until the day from which all may have them', async () => {
  const own = await anOrganisation()
  const officer = await aPerson({ organisationId: own.id, officerOf: [own.id] })
  const until = days(10, NOW)
  const [held, released] = [
    await aWorkshop({ startsAt: soon, quota: 2, quotaUntil: until }),
    await aWorkshop({ startsAt: soon, quota: 2, quotaUntil: NOW }),
  ]
  const { dates } = await town(officer, own.id)
  expect(dates.find(({ id }) => id === held.id)?.quota).toEqual({ seats: 2, until })
  expect(dates.find(({ id }) => id === released.id)?.quota).toBeNull()
})

test('colleagues stand by name, with the places they had, and without what they attended', async () => {
  const own = await anOrganisation()
  const officer = await aPerson({ organisationId: own.id, familyName: 'Zeidler', officerOf: [own.id] })
  const ada = await aPerson({ organisationId: own.id, familyName: 'Ärmel' })
  const workshop = await aWorkshop({ startsAt: soon })
  await enrolled(workshop.id, ada)
  const { colleagues, year } = await town(officer, own.id)

  expect(colleagues.map(({ name }) => name)).toEqual(['Ada Ärmel', 'Ada Zeidler'])
  const isThisYear = soon.toISOString().slice(0, 4) === year
  expect(colleagues[0]).toMatchObject(isThisYear ? { workshops: 1, units: 4 } : { workshops: 0, units: 0 })
  expect(JSON.stringify(colleagues)).not.toMatch(/present|absent|attend/)
})

const filled = {
  version: '0',
  kind: 'approve',
  approverName: 'Berta Amt',
  approverEmail: 'Berta@Rathaus.example',
  deputyName: '',
  deputyEmail: '',
  remindAfterDays: '2',
  limitDays: '5',
  silence: 'reject',
}

test('officers of the town and coordinators set the rule, nobody else', async () => {
  const own = await anOrganisation()
  const officer = await aPerson({ officerOf: [own.id] })
  const response = (await rule(officer, own.id, filled)) as Response
  expect(response.headers.get('Location')).toBe(`/organisations/${own.id}?done=rule&asked=0`)
  const request = await requestAs(officer, `/organisations/${own.id}/approval`)
  expect((await rulePage(args(request, { organisationId: own.id }))).rule).toMatchObject({
    approverEmail: 'berta@rathaus.example',
    silence: 'reject',
    version: 1,
  })
  await expect(rule(await aPerson(), own.id, filled)).rejects.toMatchObject({ status: 403 })
  const other = await aPerson({ officerOf: [(await anOrganisation()).id] })
  await expect(rule(other, own.id, filled)).rejects.toMatchObject({ status: 403 })
  const office = await aPerson({ roles: ['coordinator'] })
  expect(((await rule(office, own.id, { ...filled, version: '1' })) as Response).status).toBe(302)
})

test.each([
  [{ approverName: '', approverEmail: '' }, { approverName: 'approver-missing' }],
  [{ approverEmail: '' }, { approverEmail: 'email-missing' }],
  [{ deputyEmail: 'd@rathaus.example' }, { deputyName: 'name-missing' }],
  [{ deputyName: 'D', deputyEmail: 'berta@rathaus.example' }, { deputyEmail: 'same-address' }],
  [{ remindAfterDays: '6' }, { remindAfterDays: 'reminds-too-late' }],
  [{ limitDays: '21' }, { limitDays: 'too-big' }],
  [{ approverEmail: 'kein Postfach' }, { approverEmail: 'no-email' }],
])('a rule with %o is not taken, and says why', async (wrong, errors) => {
  const own = await anOrganisation()
  const officer = await aPerson({ officerOf: [own.id] })
  expect(await rule(officer, own.id, { ...filled, ...wrong })).toMatchObject({
    data: { errors },
    init: { status: 400 },
  })
})

test('two who change one rule: the second is told', async () => {
  const own = await anOrganisation()
  const officer = await aPerson({ officerOf: [own.id] })
  await rule(officer, own.id, filled)
  expect(await rule(officer, own.id, filled)).toMatchObject({
    data: { refusal: 'changed-meanwhile' },
    init: { status: 409 },
  })
})

test('the workshop says beforehand who will be asked, and afterwards until when', async () => {
  const own = await anApprovingTown()
  const ada = await aPerson({ organisationId: own.id })
  const workshop = await aWorkshop({ startsAt: soon })
  const open = async () =>
    workshopPage(args(await requestAs(ada, `/workshops/${workshop.id}`), { workshopId: workshop.id }))
  expect((await open()).approvals).toEqual([
    { organisation: own.name, kind: 'approve', approver: 'Berta Amt' },
  ])

  const id = await enrolled(workshop.id, ada)
  expect((await open()).own).toMatchObject({ status: 'requested', approval: { approver: 'Berta Amt' } })
  const mine = await minePage(args(await requestAs(ada, '/enrolments')))
  expect(mine.requested).toMatchObject([{ id, approval: { approver: 'Berta Amt' } }])
  const one = async () => onePage(args(await requestAs(ada, `/enrolments/${id}`), { enrolmentId: id }))
  expect((await one()).approval).toMatchObject({ decision: null })
  await decideByLink(db, await linkTo(own), { verdict: 'rejected', reason: 'staffing' }, NOW)
  expect((await one()).approval).toMatchObject({ decision: 'rejected', reason: 'staffing' })
})

const enter = async (person: Someone, workshopId: string, form: Record<string, string | string[]>) =>
  enrolAction(args(await requestAs(person, `/workshops/${workshopId}/enrolments`, form), { workshopId }))

function row(nth: number, given: Record<string, string> = {}) {
  const id = randomUUID()
  const fields = {
    newId: id,
    givenName: 'Grace',
    familyName: 'Neu',
    email: `grace.${id.slice(0, 8)}@rathaus.example`,
    audience: 'user',
    ...given,
  }
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [`${name}${nth}`, value]))
}

test('an officer enrols colleagues and people without an account in one go', async () => {
  const own = await anOrganisation()
  const officer = await aPerson({ organisationId: own.id, officerOf: [own.id] })
  const ada = await aPerson({ organisationId: own.id })
  const workshop = await aWorkshop({ startsAt: soon })
  const request = await requestAs(officer, `/workshops/${workshop.id}/enrolments`)
  const page = await enrolPage(args(request, { workshopId: workshop.id }))
  expect(page.others?.newcomers).toMatchObject({ organisations: [{ id: own.id }], ids: { length: 3 } })

  const response = await enter(officer, workshop.id, { personId: [ada.id], ...row(0), ...row(2) })
  expect((response as Response).headers.get('Location')).toContain('offered=3&queued=0')
  expect(await listCurrent(db, workshop.id)).toHaveLength(3)
})

test('a half-filled row, and one with an address of somebody else, are said, and nothing typed is lost', async () => {
  const own = await anOrganisation()
  const officer = await aPerson({ organisationId: own.id, officerOf: [own.id] })
  const workshop = await aWorkshop({ startsAt: soon })
  expect(await enter(officer, workshop.id, row(1, { email: '' }))).toMatchObject({
    data: { errors: { email1: 'required' }, submitted: { givenName1: 'Grace' } },
    init: { status: 400 },
  })
  const stranger = await aPerson()
  const both = { ...row(0), ...row(1, { email: stranger.email }) }
  expect(await enter(officer, workshop.id, both)).toMatchObject({
    data: { refused: ['Grace Neu'], submitted: { givenName0: '', email1: stranger.email } },
    init: { status: 409 },
  })
  expect(await listCurrent(db, workshop.id)).toHaveLength(1)
})

test('nobody enters people for a town that is not theirs', async () => {
  const officer = await aPerson({ officerOf: [(await anOrganisation()).id] })
  const workshop = await aWorkshop({ startsAt: soon })
  const foreign = { ...row(0), organisationId: (await anOrganisation()).id }
  await expect(enter(officer, workshop.id, foreign)).rejects.toMatchObject({ status: 403 })
  const office = await aPerson({ roles: ['coordinator'] })
  await expect(enter(office, workshop.id, row(0))).rejects.toMatchObject({ status: 403 })
  expect(await listCurrent(db, workshop.id)).toEqual([])
})

test('the monthly mail says of a town what its page says, also of what has just begun', async () => {
  const own = await anOrganisation()
  const officer = await aPerson({ organisationId: own.id, officerOf: [own.id] })
  const colleague = () => aPerson({ organisationId: own.id })
  const begun = await aWorkshop({ startsAt: days(-1 / 24, NOW) })
  const over = await aWorkshop({ startsAt: days(-1, NOW) })
  for (const { id: workshopId } of [begun, over]) {
    const { id: personId } = await colleague()
    await enrol(db, { workshopId, personId, organisationId: null, by: personId }, days(-6, NOW))
  }
  const workshop = await aWorkshop({ startsAt: soon, capacity: 2 })
  for (const person of [await colleague(), await colleague(), await colleague()]) {
    await enrolled(workshop.id, person)
  }

  const page = await town(officer, own.id)
  await writeOfficerMonths(db, monthOf(dayOf(NOW)), () => 'token', NOW)
  const { data } = await db
    .selectFrom('outbox')
    .select('data')
    .where('personId', '=', officer.id)
    .where('kind', '=', 'officer-month')
    .executeTakeFirstOrThrow()
  const mail = data as MailData['officer-month']

  expect([page.going.length, page.waiting.length]).toEqual([3, 1])
  const briefly = (lines: readonly { name: string; startsAt: Date }[]) =>
    lines.map(({ name, startsAt }) => ({ person: name, startsAt: startsAt.toISOString() }))
  expect(mail.going).toMatchObject(briefly(page.going))
  expect(mail.waiting).toMatchObject(briefly(page.waiting))
})
