import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { todosFor } from '#app/http/todos.server.ts'
import { action as decide, loader as decidePage } from '#app/routes/objections/decide.tsx'
import { action as raise, loader as raisePage } from '#app/routes/objections/raise.tsx'
import { recordAttendance } from '#db/attendance.ts'
import { missMeeting } from '#db/missed-meetings.ts'
import { listOpenObjections, raiseObjection } from '#db/objections.ts'
import { aClass } from '#tests/a-class.ts'
import { db } from '#tests/database.ts'
import { aPerson, args, days, hours, requestAs } from '#tests/factories.ts'

const YESTERDAY = days(-1, new Date())

async function aRecord() {
  const group = await aClass(['Adler'], YESTERDAY)
  const [adler] = group.people
  const { enrolmentId } = adler!
  const entries = [{ enrolmentId, status: 'absent', units: null } as const]
  await recordAttendance(
    db,
    { meetingId: group.meetingId, entries, by: group.trainer.id },
    hours(1, YESTERDAY),
  )
  const path = `/enrolments/${enrolmentId}/objection`
  const form = {
    id: randomUUID(),
    meetingId: group.meetingId,
    status: 'present',
    units: '',
    note: 'Ich war da.',
  }
  const send = async (person: { id: string }, more: Record<string, string> = {}) =>
    raise(args(await requestAs(person, path, { ...form, ...more }), { enrolmentId }))
  return { ...group, adler: adler!, enrolmentId, path, send }
}

test('"Das stimmt nicht": sent by the person, answered by the trainer, a task until then', async () => {
  const { adler, trainer, enrolmentId, path, send } = await aRecord()
  const page = await raisePage(args(await requestAs(adler, path), { enrolmentId }))
  expect(page.records).toMatchObject([{ status: 'absent' }])
  expect(((await send(adler)) as Response).headers.get('Location')).toBe(
    `/enrolments/${enrolmentId}?done=objection`,
  )
  expect(await send(adler, { id: randomUUID() })).toMatchObject({ data: { refusal: 'already-open' } })

  const [open] = await listOpenObjections(db, trainer.id)
  const objectionId = open!.id
  const actor = { id: trainer.id, name: 'Ada', roles: ['trainer' as const], officerOf: [] }
  expect(await todosFor(db, actor, new Date())).toContainEqual(
    expect.objectContaining({ kind: 'objection', href: `/objections/${objectionId}` }),
  )
  const post = async (form: Record<string, string>) =>
    decide(args(await requestAs(trainer, `/objections/${objectionId}`, form), { objectionId }))
  expect(await post({ decision: 'declined', answer: '' })).toMatchObject({
    data: { errors: { answer: 'answer-missing' } },
  })
  expect(await post({ decision: 'accepted' })).toBeInstanceOf(Response)
  const seen = await decidePage(args(await requestAs(trainer, `/objections/${objectionId}`), { objectionId }))
  expect(seen).toMatchObject({ record: { status: 'present' }, objection: { decision: 'accepted' } })
})

test('nobody objects for somebody else, and nobody decides who does not lead', async () => {
  const { adler, trainer, send } = await aRecord()
  await expect(send(await aPerson())).rejects.toMatchObject({ status: 404 })
  await send(adler)
  const objectionId = (await listOpenObjections(db, trainer.id))[0]!.id
  for (const person of [adler, await aPerson({ roles: ['trainer'] })]) {
    const request = await requestAs(person, `/objections/${objectionId}`)
    await expect(decidePage(args(request, { objectionId }))).rejects.toMatchObject({ status: 403 })
  }
})

test('an objection to a meeting that has not taken place after all leads to the page that says so', async () => {
  const group = await aClass(['Adler'], YESTERDAY, { meetings: 3 })
  const { trainer, workshopId, meetingId, people } = group
  const { id: by, enrolmentId } = people[0]!
  const now = new Date()
  const entries = [{ enrolmentId, status: 'absent' as const, units: null }]
  await recordAttendance(db, { meetingId, entries, by: trainer.id }, now)
  const id = randomUUID()
  const wish = { id, meetingId, enrolmentId, status: 'present' as const, units: null, note: null, by }
  expect(await raiseObjection(db, wish, now)).toEqual({ ok: true })
  await missMeeting(db, trainer.id, { meetingId, reason: 'Stromausfall' }, now)
  const answer = await decidePage(
    args(await requestAs(trainer, `/objections/${id}`), { objectionId: id }),
  ).catch((thrown: unknown) => thrown)
  expect((answer as Response).headers.get('Location')).toBe(`/workshops/${workshopId}`)
})
