import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { loader as list } from '#app/routes/walk-ins/list.tsx'
import { action, loader } from '#app/routes/walk-ins/settle.tsx'
import { listAttendance } from '#db/attendance.ts'
import { addWalkIn, admit } from '#db/walk-ins.ts'
import { aClass } from '#tests/a-class.ts'
import { anApprovingTown } from '#tests/approving.ts'
import { db } from '#tests/database.ts'
import { anOrganisation, aPerson, args, hours, requestAs } from '#tests/factories.ts'

async function aWalkIn() {
  const group = await aClass([], hours(-1, new Date()))
  const walkInId = randomUUID()
  const guest = { name: 'Grace Brewster Hopper', email: null, organisation: null, by: group.trainer.id }
  await addWalkIn(db, { id: walkInId, meetingId: group.meetingId, ...guest }, new Date())
  const office = await aPerson({ roles: ['coordinator'] })
  const post = async (form: Record<string, string>) =>
    action(args(await requestAs(office, `/walk-ins/${walkInId}`, form), { walkInId }))
  return { ...group, walkInId, office, post }
}

test('the office finds whose name that is, and settles it with one press', async () => {
  const { walkInId, office, post, meetingId } = await aWalkIn()
  const hopper = await aPerson({ givenName: 'Grace', familyName: 'Hopper' })
  const open = await list(args(await requestAs(office, '/walk-ins')))
  expect(open.open.map(({ id }) => id)).toContain(walkInId)
  const page = await loader(args(await requestAs(office, `/walk-ins/${walkInId}`), { walkInId }))
  expect(page.proposed).toMatchObject({ givenName: 'Grace Brewster', familyName: 'Hopper' })
  expect(page.hits.map(({ id }) => id)).toContain(hopper.id)

  expect(await post({ intent: 'settle', personId: hopper.id })).toBeInstanceOf(Response)
  expect(await listAttendance(db, meetingId)).toMatchObject([{ personId: hopper.id, status: 'present' }])

  const again = (await post({ intent: 'settle', personId: hopper.id }).catch(
    (thrown: unknown) => thrown,
  )) as Response
  expect(again.headers.get('Location')).toBe('/walk-ins?done=already')
})

test('who has no account is invited; every field is checked before', async () => {
  const { post, meetingId } = await aWalkIn()
  const town = await anOrganisation()
  const form = {
    ...{ intent: 'invite', newId: randomUUID(), givenName: 'Grace', familyName: 'Hopper' },
    ...{ email: `grace.${randomUUID()}@lernkreis.example`, organisationId: town.id, audience: 'user' },
  }
  expect(await post({ ...form, email: 'x' })).toMatchObject({ data: { errors: { email: 'no-email' } } })
  expect(await post({ ...form, organisationId: randomUUID() })).toMatchObject({
    data: { errors: { organisationId: 'invalid' } },
  })
  expect(await post(form)).toBeInstanceOf(Response)
  expect(await listAttendance(db, meetingId)).toMatchObject([{ status: 'present' }])
})

test('who came without approval of the town is shown so, and counts when the office confirms it', async () => {
  const { meetingId, trainer, walkInId, office, post } = await aWalkIn()
  const town = await anApprovingTown()
  const person = await aPerson({ organisationId: town.id })
  const noted = randomUUID()
  await admit(db, { id: noted, meetingId, personId: person.id, by: trainer.id }, new Date())

  const open = await list(args(await requestAs(office, '/walk-ins')))
  expect(open.open).toContainEqual(expect.objectContaining({ id: noted, isUnapproved: true }))
  expect(open.open).toContainEqual(expect.objectContaining({ id: walkInId, isUnapproved: false }))
  const page = await loader(args(await requestAs(office, `/walk-ins/${noted}`), { walkInId: noted }))
  expect(page.hits[0]).toMatchObject({ id: person.id, unapprovedBy: town.name })

  const form = { intent: 'settle', personId: person.id }
  expect(await post(form)).toMatchObject({ data: { refusal: 'approval-missing' }, init: { status: 409 } })
  expect(await post({ ...form, withoutApproval: 'on' })).toBeInstanceOf(Response)
  expect(await listAttendance(db, meetingId)).toMatchObject([{ personId: person.id, status: 'present' }])
})

test('only the coordination sees them', async () => {
  const { walkInId, trainer } = await aWalkIn()
  await expect(list(args(await requestAs(trainer, '/walk-ins')))).rejects.toMatchObject({ status: 403 })
  const request = await requestAs(trainer, `/walk-ins/${walkInId}`)
  await expect(loader(args(request, { walkInId }))).rejects.toMatchObject({ status: 403 })
})
