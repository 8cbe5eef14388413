import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { listHistory } from '#db/attendance-lists.ts'
import { listAttendance, recordAttendance } from '#db/attendance.ts'
import { decideObjection, getObjection, listOpenObjections, raiseObjection } from '#db/objections.ts'
import { completeRollCall } from '#db/roll-calls.ts'
import { aClass } from '#tests/a-class.ts'
import { db } from '#tests/database.ts'
import { days, hours, NOW } from '#tests/factories.ts'

/** A finished list in which Adler is missing. */
async function aFinishedList() {
  const group = await aClass(['Adler'], NOW)
  const [adler] = group.people
  if (!adler) throw new Error('nobody came')
  const entries = [{ enrolmentId: adler.enrolmentId, status: 'absent', units: null } as const]
  await recordAttendance(db, { meetingId: group.meetingId, entries, by: group.trainer.id }, hours(3))
  await completeRollCall(db, group.meetingId, group.trainer.id, hours(3))
  const raise = (given: Partial<Parameters<typeof raiseObjection>[1]> = {}, now = days(1)) => {
    const { meetingId } = group
    const { enrolmentId, id: by } = adler
    const wish = {
      id: randomUUID(),
      meetingId,
      enrolmentId,
      status: 'present',
      units: null,
      note: null,
      by,
    } as const
    return raiseObjection(db, { ...wish, ...given }, now)
  }
  return { ...group, adler, raise }
}

async function kindsTo(personId: string) {
  const mails = await db.selectFrom('outbox').select('kind').where('personId', '=', personId).execute()
  return mails.map(({ kind }) => kind).filter((kind) => kind.startsWith('objection'))
}

test('"Das stimmt nicht" reaches the trainer once; agreeing corrects the finished list, says why, and tells the person', async () => {
  const { raise, trainer, adler, meetingId } = await aFinishedList()
  const id = randomUUID()
  expect(await raise({ id, note: 'Ich saß hinten.' })).toEqual({ ok: true })
  expect(await raise({ id })).toEqual({ ok: true })
  expect(await kindsTo(trainer.id)).toEqual(['objection-raised'])
  expect((await listOpenObjections(db, trainer.id)).map((one) => one.id)).toEqual([id])

  const wish = { id, decision: 'accepted', answer: null, by: trainer.id } as const
  expect(await decideObjection(db, wish, days(2))).toEqual({ ok: true })
  expect(await listAttendance(db, meetingId)).toMatchObject([{ status: 'present', units: 4 }])
  const [latest] = await listHistory(db, meetingId, adler.enrolmentId)
  expect(latest).toMatchObject({ via: 'objection', reason: 'objection', status: 'present' })
  expect(await kindsTo(adler.id)).toEqual(['objection-decided'])
  expect(await decideObjection(db, wish, days(2))).toEqual({ ok: false, refusal: 'already-decided' })
  expect(await listOpenObjections(db, trainer.id)).toEqual([])
})

test('declining leaves the record as it is, and the reason goes to the person', async () => {
  const { raise, trainer, adler, meetingId } = await aFinishedList()
  const id = randomUUID()
  await raise({ id })
  const answer = 'Auf dem Blatt fehlt die Unterschrift.'
  await decideObjection(db, { id, decision: 'declined', answer, by: trainer.id }, days(2))
  expect(await listAttendance(db, meetingId)).toMatchObject([{ status: 'absent' }])
  expect(await getObjection(db, id)).toMatchObject({ decision: 'declined', answer })
  expect(await kindsTo(adler.id)).toEqual(['objection-decided'])
})

test('what is refused says why: twice at once, too late, the same again, impossible units', async () => {
  const { raise } = await aFinishedList()
  expect(await raise({ status: 'absent' })).toEqual({ ok: false, refusal: 'nothing-else' })
  expect(await raise({ status: 'partial', units: 4 })).toEqual({ ok: false, refusal: 'units-wrong' })
  expect(await raise({}, days(15))).toEqual({ ok: false, refusal: 'too-late' })
  expect(await raise({ status: 'partial', units: 2 })).toEqual({ ok: true })
  expect(await raise()).toEqual({ ok: false, refusal: 'already-open' })
})
