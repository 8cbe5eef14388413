import { expect, test } from 'vitest'
import { USUAL_TERMS } from '#app/domain/approval.ts'
import { decideByLink, lapseApprovals } from '#db/approvals.ts'
import { getApprovalRule, setApprovalRule, type ApprovalRuleChange } from '#db/approval-rules.ts'
import { enrol, getEnrolment } from '#db/enrolments.ts'
import { anApprovingTown, APPROVER, linkTo, mailsTo } from '#tests/approving.ts'
import { db } from '#tests/database.ts'
import { anOrganisation, aPerson, aWorkshop, days, hours, NOW } from '#tests/factories.ts'

const YES = { verdict: 'approved', reason: null } as const

async function changeFor(
  town: { id: string },
  change: Partial<ApprovalRuleChange>,
): Promise<ApprovalRuleChange> {
  const rule = await getApprovalRule(db, town.id)
  if (!rule) throw new Error('no such town')
  return { ...rule, ...change }
}

async function requestedIn(town: { id: string }): Promise<string> {
  const [workshop, ada] = [await aWorkshop(), await aPerson({ organisationId: town.id })]
  const wish = { workshopId: workshop.id, personId: ada.id, organisationId: null, by: ada.id }
  const result = await enrol(db, wish, NOW)
  if (!result.ok) throw new Error(result.refusal)
  return result.id
}

test('where nobody has said anything, nobody is asked', async () => {
  const town = await anOrganisation()
  expect(await getApprovalRule(db, town.id)).toEqual({
    ...USUAL_TERMS,
    organisationId: town.id,
    organisation: town.name,
    approver: null,
    deputy: null,
    version: 0,
  })
})

test('a rule is set and changed, and the record says what, but not who is asked', async () => {
  const town = await anOrganisation()
  const officer = await aPerson({ officerOf: [town.id] })
  const approver = { name: 'Berta Amt', email: 'berta@rathaus.example' }
  const first = await changeFor(town, { kind: 'approve', approver })
  expect(await setApprovalRule(db, officer.id, town.id, first, NOW)).toEqual({ ok: true, open: 0 })
  expect(await setApprovalRule(db, officer.id, town.id, first, NOW)).toEqual({
    ok: false,
    refusal: 'changed-meanwhile',
  })
  const second = await changeFor(town, { silence: 'reject' })
  await setApprovalRule(db, officer.id, town.id, second, NOW)
  expect(await getApprovalRule(db, town.id)).toMatchObject({ approver, silence: 'reject', version: 2 })

  const lines = await db.selectFrom('audit').selectAll().where('subjectId', '=', town.id).execute()
  expect(lines.map((line) => line.details)).toEqual([
    { rule: 'approve', silence: 'approve', addressesChanged: true },
    { rule: 'approve', silence: 'reject', addressesChanged: false },
  ])
})

test('when somebody else approves from now on, open requests go to them, and the old link ends', async () => {
  const town = await anApprovingTown()
  const id = await requestedIn(town)
  const old = await linkTo(town)
  const office = await aPerson({ roles: ['coordinator'] })
  const approver = { name: 'Carla Neu', email: `${town.id}.neu@rathaus.example` }

  const change = await changeFor(town, { approver })
  expect(await setApprovalRule(db, office.id, town.id, change, hours(1))).toEqual({ ok: true, open: 1 })
  expect(await decideByLink(db, old, YES, hours(2))).toEqual({ ok: false, refusal: 'link-gone' })
  const token = await linkTo(town, 'neu@rathaus.example')
  expect(await decideByLink(db, token, YES, hours(2))).toEqual({ ok: true })
  expect((await getEnrolment(db, id))?.status).toBe('confirmed')
  expect(await mailsTo(town, APPROVER)).toEqual([])
})

test('while requests wait, somebody has to be responsible; new ones need not wait any more', async () => {
  const town = await anApprovingTown()
  const id = await requestedIn(town)
  const office = await aPerson({ roles: ['coordinator'] })
  const nobody = await changeFor(town, { kind: 'none', approver: null, deputy: null })
  expect(await setApprovalRule(db, office.id, town.id, nobody, NOW)).toEqual({
    ok: false,
    refusal: 'requests-open',
  })

  const off = await changeFor(town, { kind: 'none' })
  expect(await setApprovalRule(db, office.id, town.id, off, NOW)).toEqual({ ok: true, open: 0 })
  expect((await getEnrolment(db, id))?.status).toBe('requested')
  expect((await getEnrolment(db, await requestedIn(town)))?.status).toBe('confirmed')
  await lapseApprovals(db, days(8))
  expect((await getEnrolment(db, id))?.status).toBe('confirmed')
  const nobodyNow = await changeFor(town, { approver: null, deputy: null })
  expect(await setApprovalRule(db, office.id, town.id, nobodyNow, days(9))).toEqual({ ok: true, open: 0 })
})
