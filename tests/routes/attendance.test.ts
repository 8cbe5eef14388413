import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { action, loader } from '#app/routes/attendance/record.tsx'
import { listAttendance } from '#db/attendance.ts'
import { enrol } from '#db/enrolments.ts'
import { getWorkshop } from '#db/workshops.ts'
import { db } from '#tests/database.ts'
import { aPerson, aRequest, args, aWorkshop, days, hours, requestAs } from '#tests/factories.ts'

const NOW = new Date()
type Someone = { id: string }

/** A workshop that began an hour ago, with these people. */
async function aClass(names: string[], startsAt = hours(-1, NOW)) {
  const trainer = await aPerson({ roles: ['trainer'] })
  const { id } = await aWorkshop({ startsAt, trainerIds: [trainer.id] })
  const enrolments: string[] = []
  for (const familyName of names) {
    const person = await aPerson({ familyName })
    const request = { workshopId: id, personId: person.id, organisationId: null, by: person.id }
    const result = await enrol(db, request, days(-20, NOW))
    if (result.ok) enrolments.push(result.id)
  }
  const meetingId = (await getWorkshop(db, id))!.meetings[0]!.id
  return { trainer, meetingId, enrolments }
}

const path = (meetingId: string) => `/meetings/${meetingId}/attendance`

async function open(person: Someone, meetingId: string) {
  return loader(args(await requestAs(person, path(meetingId)), { meetingId }))
}

async function send(person: Someone, meetingId: string, form: Record<string, string>) {
  return action(args(await requestAs(person, path(meetingId), form), { meetingId }))
}

async function marks(meetingId: string) {
  return (await listAttendance(db, meetingId)).map(({ status, units }) => [status, units])
}

test('one press on "Alle anwesend", then the exceptions', async () => {
  const { trainer, meetingId, enrolments } = await aClass(['Adler', 'Braun', 'Chrobok'])

  const response = (await send(trainer, meetingId, { intent: 'all' })) as Response
  expect(response.headers.get('Location')).toBe(`${path(meetingId)}?done=save`)
  await send(trainer, meetingId, {
    intent: 'save',
    [`status-${enrolments[1]}`]: 'partial',
    [`units-${enrolments[1]}`]: '3',
    [`status-${enrolments[2]}`]: 'absent',
    [`units-${enrolments[2]}`]: '2',
  })
  expect(await marks(meetingId)).toEqual([
    ['present', 4],
    ['partial', 3],
    ['absent', 0],
  ])
})

test('"Alle anwesend" keeps what was marked before it', async () => {
  const { trainer, meetingId, enrolments } = await aClass(['Adler', 'Braun'])
  await send(trainer, meetingId, { intent: 'all', [`status-${enrolments[0]}`]: 'excused' })
  expect(await marks(meetingId)).toEqual([
    ['excused', 0],
    ['present', 4],
  ])
})

test('the page says when it was saved, and how many are open', async () => {
  const { trainer, meetingId, enrolments } = await aClass(['Adler', 'Braun'])
  expect(await open(trainer, meetingId)).toMatchObject({ savedAt: null, closed: null })
  await send(trainer, meetingId, { intent: 'save', [`status-${enrolments[0]}`]: 'present' })
  const page = await open(trainer, meetingId)
  expect(page.isToday).toBe(true)
  expect(page.people.map((person) => person.status)).toEqual(['present', null])
})

test('a refusal keeps what was marked', async () => {
  const { trainer, meetingId, enrolments } = await aClass(['Adler'])
  const form = { intent: 'save', [`status-${enrolments[0]}`]: 'partial' }
  expect(await send(trainer, meetingId, form)).toMatchObject({
    data: { refusal: 'units-wrong', marked: [{ enrolmentId: enrolments[0], status: 'partial' }] },
    init: { status: 409 },
  })
  const stranger = { intent: 'save', [`status-${randomUUID()}`]: 'present' }
  expect(await send(trainer, meetingId, stranger)).toMatchObject({ data: { refusal: 'not-enrolled' } })
})

test('before the list opens the page says so and saves nothing', async () => {
  const { trainer, meetingId } = await aClass(['Adler'], days(3, NOW))
  expect(await open(trainer, meetingId)).toMatchObject({ closed: 'not-started' })
  expect(await send(trainer, meetingId, { intent: 'all' })).toMatchObject({
    data: { refusal: 'not-started' },
  })
})

test('trainers of other workshops and participants cannot; coordinators can', async () => {
  const { meetingId } = await aClass(['Adler'])
  for (const other of [
    await aPerson({ roles: ['trainer'] }),
    await aPerson(),
    await aPerson({ roles: ['admin'] }),
  ]) {
    await expect(open(other, meetingId)).rejects.toMatchObject({ status: 403 })
    await expect(send(other, meetingId, { intent: 'all' })).rejects.toMatchObject({ status: 403 })
  }
  expect(await marks(meetingId)).toEqual([[null, null]])
  expect(await open(await aPerson({ roles: ['coordinator'] }), meetingId)).toMatchObject({ closed: null })
})

test('a guest is led to the sign-in, an unknown meeting is not found', async () => {
  const { trainer, meetingId } = await aClass([])
  const request = aRequest(path(meetingId))
  await expect(loader(args(request, { meetingId }))).rejects.toMatchObject({ status: 302 })
  await expect(open(trainer, randomUUID())).rejects.toMatchObject({ status: 404 })
})
