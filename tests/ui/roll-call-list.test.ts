import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Tap } from '#app/domain/roll-call.ts'
import {
  openList,
  waitingElsewhere,
  type KeptList,
  type ListedPerson,
  type Sent,
} from '#app/ui/roll-call-list.ts'

const [ada, bert] = [randomUUID(), randomUUID()]

const aPerson = (id: string, given: Partial<ListedPerson> = {}): ListedPerson => ({
  ...{ id, name: id, organisation: 'Riesa', status: null, units: null, recordedAt: null, by: null },
  ...given,
})

/** A device with this list, and a network that can be cut and answers like the server. */
function aDevice(people = [aPerson(ada), aPerson(bert)]) {
  let network: Sent['kind'] = 'answer'
  let stored = people
  let kept: KeptList | undefined
  let outcome: (tap: Tap) => 'stored' | 'conflict' | 'not-enrolled' = () => 'stored'
  const start: KeptList = {
    ...{ personId: 'trainer', meetingId: 'meeting', deviceId: 'device', keptAt: 0, lastTap: 0 },
    ...{ taps: [], guests: [], people, asOf: 0 },
  }
  const send = (list: KeptList): Promise<Sent> => {
    if (network !== 'answer') return Promise.resolve({ kind: network })
    const outcomes = list.taps.map((tap) => ({ id: tap.id, outcome: outcome(tap) }))
    stored = stored.map((person) => {
      const tap = list.taps.find(({ enrolmentId }) => enrolmentId === person.id)
      const isStored = tap && outcome(tap) === 'stored'
      return isStored ? { ...person, status: tap.status, units: tap.units, recordedAt: tap.tappedAt } : person
    })
    const answer = { outcomes, guests: list.guests.map(({ id }) => id), people: stored, asOf: 1 }
    return Promise.resolve({ kind: 'answer', answer })
  }
  let clock = 1
  const list = openList(start, {
    send,
    write: (one) => Promise.resolve(void (kept = one)),
    forget: () => Promise.resolve(void (kept = undefined)),
    now: () => clock++,
    newId: randomUUID,
    changed: () => undefined,
  })
  return {
    list,
    kept: () => kept,
    cut: (kind: Sent['kind']) => (network = kind),
    answerWith: (say: typeof outcome, people: ListedPerson[]) => {
      outcome = say
      stored = people
    },
    quiet: () => new Promise((done) => setTimeout(done, 5)),
  }
}

const present = { status: 'present', units: null } as const
const absent = { status: 'absent', units: null } as const

test('with network every tap is stored, and when nobody is open nothing stays on the device', async () => {
  const { list, kept, quiet } = aDevice()
  list.mark(ada, present)
  await quiet()
  expect(list.view()).toMatchObject({ state: 'synced', waiting: 0 })
  expect(kept()).toMatchObject({ taps: [] })
  list.mark(bert, absent)
  await quiet()
  expect(kept()).toBeUndefined()
})

test('without network taps wait and are shown; with it they go out, the last of each person', async () => {
  const { list, kept, cut, quiet } = aDevice()
  cut('offline')
  list.mark(ada, present)
  list.mark(ada, absent)
  list.mark(bert, present)
  await quiet()
  expect(list.view()).toMatchObject({ state: 'waiting', waiting: 2 })
  expect(list.view().people.map(({ status }) => status)).toEqual(['absent', 'present'])
  expect(kept()?.taps).toHaveLength(2)
  cut('answer')
  await list.flush()
  expect(list.view()).toMatchObject({ state: 'synced', waiting: 0 })
  expect(kept()).toBeUndefined()
})

test('after the session has ended nothing is lost', async () => {
  const { list, kept, cut, quiet } = aDevice()
  cut('signed-out')
  list.mark(ada, present)
  await quiet()
  expect(list.view()).toMatchObject({ state: 'signed-out', waiting: 1 })
  expect(kept()?.taps).toHaveLength(1)
})

test('"Alle anwesend" marks those who are open, and nobody else', async () => {
  const { list, quiet } = aDevice([aPerson(ada, { status: 'excused', units: 0 }), aPerson(bert)])
  list.markRestPresent()
  await quiet()
  expect(list.view().people.map(({ status }) => status)).toEqual(['excused', 'present'])
})

test('where somebody else was faster both are shown; the trainer decides, either way', async () => {
  for (const decision of ['mine', 'theirs'] as const) {
    const { list, answerWith, quiet } = aDevice()
    const theirs = [aPerson(ada, { status: 'excused', units: 0, recordedAt: 50, by: 'Bert' }), aPerson(bert)]
    answerWith(({ basedOn }) => (basedOn === 50 ? 'stored' : 'conflict'), theirs)
    list.mark(ada, present)
    await quiet()
    expect(list.view().conflicts.get(ada)).toMatchObject({ status: 'excused', by: 'Bert' })
    expect(list.view().people[0]).toMatchObject({ status: 'present' })
    if (decision === 'mine') list.mark(ada, present)
    else list.yieldTo(ada)
    await quiet()
    expect(list.view().conflicts.size).toBe(0)
    expect(list.view().people[0]?.status).toBe(decision === 'mine' ? 'present' : 'excused')
  }
})

test('of somebody who has withdrawn the trainer reads, and puts it away', async () => {
  const { list, answerWith, quiet } = aDevice()
  answerWith(() => 'not-enrolled', [aPerson(bert)])
  list.mark(ada, present)
  await quiet()
  expect(list.view().notes.get(ada)).toBe('not-enrolled')
  list.dismiss(ada)
  expect(list.view()).toMatchObject({ waiting: 0 })
  expect(list.view().notes.size).toBe(0)
})

test('somebody at the door without an account waits like a tap, and goes out once', async () => {
  const { list, kept, cut, quiet } = aDevice()
  cut('offline')
  list.addGuest({ name: 'Grace', organisation: '', email: '' })
  await quiet()
  expect(list.view()).toMatchObject({ waiting: 1, guests: [{ name: 'Grace', waits: true }] })
  cut('answer')
  await list.flush()
  expect(list.view()).toMatchObject({ waiting: 0, guests: [{ name: 'Grace', waits: false }] })
  expect(kept()?.guests).toEqual([])
})

test('another list is pointed out while taps or guests wait on it, and only to the person who keeps it', () => {
  const guest = { id: randomUUID(), name: 'Cem', organisation: 'Riesa', email: '' }
  const kept = (given: Partial<KeptList>): KeptList => ({
    ...{ personId: 'trainer', meetingId: 'other', deviceId: 'device', keptAt: 0, lastTap: 0 },
    ...{ taps: [], guests: [], people: [], asOf: 0 },
    ...given,
  })
  const tap = { ...present, id: randomUUID(), enrolmentId: ada, tappedAt: 1, basedOn: null }
  const found = (given: Partial<KeptList>) => waitingElsewhere([kept(given)], 'trainer', 'meeting')

  expect(found({ guests: [guest] })).toBe('other')
  expect(found({ taps: [tap] })).toBe('other')
  expect(found({})).toBeUndefined()
  expect(found({ guests: [guest], meetingId: 'meeting' })).toBeUndefined()
  expect(found({ guests: [guest], personId: 'somebody else' })).toBeUndefined()
})
