import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ATTENDANCE_STATUSES } from '#app/domain/attendance.ts'
import type { Tap } from '#app/domain/roll-call.ts'
import { listHistory } from '#db/attendance-lists.ts'
import { listAttendance, recordAttendance } from '#db/attendance.ts'
import { completeRollCall } from '#db/roll-calls.ts'
import { forgetTaps, replayTaps } from '#db/taps.ts'
import { aClass, type Class } from '#tests/a-class.ts'
import { db } from '#tests/database.ts'
import { aPerson, days, hours, NOW } from '#tests/factories.ts'

const DEVICE = randomUUID()
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000)

function aTap({ people }: Class, nth: number, given: Partial<Tap> = {}): Tap {
  const enrolmentId = people[nth]?.enrolmentId ?? ''
  return {
    id: randomUUID(),
    enrolmentId,
    status: 'present',
    units: null,
    tappedAt: NOW.getTime(),
    basedOn: null,
    ...given,
  }
}

function replay({ meetingId, trainer }: Class, taps: Tap[], now = NOW, deviceId = DEVICE) {
  return replayTaps(db, { meetingId, deviceId, taps, by: trainer.id }, now)
}

async function marks({ meetingId }: Class) {
  return (await listAttendance(db, meetingId)).map(({ status, units }) => [status, units])
}

test('taps that waited on a device are stored, and the history says that they came from there', async () => {
  const group = await aClass(['Adler', 'Braun'], NOW)
  const taps = [aTap(group, 0), aTap(group, 1, { status: 'partial', units: 3 })]

  expect(await replay(group, taps)).toEqual({
    ok: true,
    outcomes: taps.map(({ id }) => ({ id, outcome: 'stored' })),
  })
  expect(await marks(group)).toEqual([
    ['present', 4],
    ['partial', 3],
  ])
  expect((await listHistory(db, group.meetingId)).map(({ via }) => via)).toEqual(['offline', 'offline'])
})

test('sent twice, because the answer was lost, they change nothing and leave no second line', async () => {
  const group = await aClass(['Adler'], NOW)
  const taps = [aTap(group, 0)]
  await replay(group, taps)

  expect(await replay(group, taps, later(5))).toMatchObject({ outcomes: [{ outcome: 'superseded' }] })
  expect(await listHistory(db, group.meetingId)).toHaveLength(1)
})

test('what somebody else wrote meanwhile is not overwritten; a decision made knowing it is stored', async () => {
  const group = await aClass(['Adler'], NOW)
  const other = await aPerson({ roles: ['coordinator'] })
  const excused = { enrolmentId: group.people[0]!.enrolmentId, status: 'excused', units: null } as const
  await recordAttendance(db, { meetingId: group.meetingId, entries: [excused], by: other.id }, later(1))

  expect(await replay(group, [aTap(group, 0)], later(2))).toMatchObject({
    outcomes: [{ outcome: 'conflict' }],
  })
  expect(await marks(group)).toEqual([['excused', 0]])

  const decided = aTap(group, 0, { tappedAt: NOW.getTime() + 1, basedOn: later(1).getTime() })
  expect(await replay(group, [decided], later(3))).toMatchObject({ outcomes: [{ outcome: 'stored' }] })
  expect(await marks(group)).toEqual([['present', 4]])
})

test('two trainers with two devices: the second one to arrive is asked, unless both say the same', async () => {
  const group = await aClass(['Adler', 'Braun'], NOW)
  await replay(group, [aTap(group, 0), aTap(group, 1)], later(1), randomUUID())

  const second = [aTap(group, 0), aTap(group, 1, { status: 'absent' })]
  expect(await replay(group, second, later(2), randomUUID())).toMatchObject({
    outcomes: [{ outcome: 'stored' }, { outcome: 'conflict' }],
  })
})

test('of somebody who has withdrawn, and of units that no longer fit, the trainer hears; the rest is stored', async () => {
  const group = await aClass(['Adler'], NOW)
  const gone = aTap(group, 0, { enrolmentId: randomUUID() })
  const wrong = aTap(group, 0, { status: 'partial', units: 9 })
  const right = aTap(group, 0, { tappedAt: NOW.getTime() + 1 })

  const result = await replay(group, [gone, wrong, right])
  expect(result.ok && new Map(result.outcomes.map(({ id, outcome }) => [id, outcome]))).toEqual(
    new Map([
      [gone.id, 'not-enrolled'],
      [wrong.id, 'units-wrong'],
      [right.id, 'stored'],
    ]),
  )
})

test('a list that was finished meanwhile stays as it is', async () => {
  const group = await aClass(['Adler'], NOW)
  await replay(group, [aTap(group, 0)])
  await completeRollCall(db, group.meetingId, group.trainer.id, later(1))

  const late = aTap(group, 0, { status: 'absent', tappedAt: NOW.getTime() + 5 })
  expect(await replay(group, [late], later(2))).toMatchObject({ outcomes: [{ outcome: 'finished' }] })
  expect(await marks(group)).toEqual([['present', 4]])
})

test('before the list opens, and where there is no such meeting, nothing is taken', async () => {
  const group = await aClass(['Adler'], days(3))
  expect(await replay(group, [aTap(group, 0)])).toEqual({ ok: false, refusal: 'not-started' })
  expect(await replay({ ...group, meetingId: randomUUID() }, [])).toEqual({
    ok: false,
    refusal: 'meeting-gone',
  })
})

test('in any order, in any pieces and however often, the last tap of each person stands', async () => {
  const group = await aClass(['Adler', 'Braun', 'Chrobok'], NOW)
  let tappedAt = NOW.getTime()
  let second = 0
  const tapped = fc.record({ nth: fc.nat(2), status: fc.constantFrom(...ATTENDANCE_STATUSES) })
  const sendings = fc.array(fc.array(fc.nat(11), { maxLength: 6 }), { maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(fc.array(tapped, { minLength: 1, maxLength: 12 }), sendings, async (wishes, order) => {
      const deviceId = randomUUID()
      const [known] = await listAttendance(db, group.meetingId)
      const basedOn = (nth: number) => (nth >= 0 ? (times.get(nth) ?? null) : null)
      const times = new Map<number, number | null>()
      for (const [nth, person] of (await listAttendance(db, group.meetingId)).entries())
        times.set(nth, person.recordedAt?.getTime() ?? null)
      expect(known).toBeDefined()
      const taps = wishes.map(({ nth, status }) =>
        aTap(group, nth, {
          status,
          units: status === 'partial' ? 2 : null,
          tappedAt: tappedAt++,
          basedOn: basedOn(nth),
        }),
      )
      for (const batch of [...order.map((picks) => picks.flatMap((pick) => taps[pick] ?? [])), taps])
        await replay(group, batch, later(second++), deviceId)

      const stored = await listAttendance(db, group.meetingId)
      for (const [nth, person] of stored.entries()) {
        const last = taps.findLast(({ enrolmentId }) => enrolmentId === group.people[nth]?.enrolmentId)
        if (last) expect(person.status).toBe(last.status)
      }
    }),
    { numRuns: 15 },
  )
})

test('what is remembered of a device is forgotten', async () => {
  const group = await aClass(['Adler'], NOW)
  await replay(group, [aTap(group, 0)])
  await forgetTaps(db, hours(1))
  const left = await db
    .selectFrom('attendanceTap')
    .select('deviceId')
    .where('meetingId', '=', group.meetingId)
    .execute()
  expect(left).toEqual([])
})
