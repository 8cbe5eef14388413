// The list on a device: what was tapped, what waits, what the server said. It knows no browser: where it is kept and
// how it is sent is given to it, so that it can be tried without one.

import { nextTapTime, withoutTaps, withTap, type Tap, type TapOutcome } from '#app/domain/roll-call.ts'
import type { RollCallMark, RollCallPerson } from '#app/ui/roll-call-row.tsx'

/** One person as the server knows them; instants as numbers, for they travel as JSON. */
export type ListedPerson = RollCallPerson & { recordedAt: number | null; by: string | null }
/** Somebody without an account, added at the door. */
export type Guest = { id: string; name: string; organisation: string; email: string }

/** What stays on the device while something waits. */
export type KeptList = {
  personId: string
  meetingId: string
  /** A random number: the server tells the devices of one person apart by it. */
  deviceId: string
  keptAt: number
  lastTap: number
  taps: Tap[]
  guests: Guest[]
  people: ListedPerson[]
  /** When the server said so. */
  asOf: number
}

export type ReplayAnswer = {
  outcomes: { id: string; outcome: TapOutcome }[]
  guests: string[]
  people: ListedPerson[]
  asOf: number
}
export type Sent = { kind: 'answer'; answer: ReplayAnswer } | { kind: 'offline' | 'signed-out' | 'refused' }
export type SyncState = 'synced' | 'sending' | 'waiting' | 'signed-out' | 'refused'
export type TapNote = Exclude<TapOutcome, 'stored' | 'superseded' | 'conflict'>

export type ListView = {
  people: ListedPerson[]
  waiting: number
  state: SyncState
  /** What somebody else has written meanwhile, by person. */
  conflicts: Map<string, ListedPerson>
  notes: Map<string, TapNote>
  guests: { id: string; name: string; waits: boolean }[]
}

type Surroundings = {
  send: (list: KeptList) => Promise<Sent>
  write: (list: KeptList) => Promise<void>
  forget: (list: KeptList) => Promise<void>
  now: () => number
  newId: () => string
  changed: (view: ListView) => void
}

export type RollCallList = ReturnType<typeof openList>

/** All that changes while the list is open. */
type Device = Surroundings & {
  list: KeptList
  state: SyncState
  conflicts: Map<string, ListedPerson>
  notes: Map<string, TapNote>
  /** Everybody who was added at the door since the page was opened. */
  added: Guest[]
  /** Something was tapped while the rest was on its way. */
  again: boolean
}

export function openList(kept: KeptList, surroundings: Surroundings) {
  const device: Device = {
    ...surroundings,
    list: kept,
    state: waitingIn(kept) > 0 ? 'waiting' : 'synced',
    conflicts: new Map(),
    notes: new Map(),
    added: [...kept.guests],
    again: false,
  }
  const send = () => {
    void flush(device)
    say(device)
  }
  return {
    view: () => viewOf(device),
    flush: () => flush(device),
    mark(enrolmentId: string, mark: RollCallMark): void {
      tap(device, enrolmentId, mark)
      send()
    },
    markRestPresent(): void {
      const open = shownPeople(device.list).filter(({ status }) => status === null)
      for (const { id } of open) tap(device, id, { status: 'present', units: null })
      send()
    },
    addGuest(guest: Omit<Guest, 'id'>): void {
      const one = { ...guest, id: device.newId() }
      device.added.push(one)
      device.list = { ...device.list, guests: [...device.list.guests, one] }
      send()
    },
    /** What the other one wrote stays: the own tap goes. */
    yieldTo(enrolmentId: string): void {
      device.conflicts.delete(enrolmentId)
      const taps = device.list.taps.filter((one) => one.enrolmentId !== enrolmentId)
      device.list = { ...device.list, taps }
      send()
    },
    dismiss(enrolmentId: string): void {
      device.notes.delete(enrolmentId)
      say(device)
    },
  }
}

function viewOf({ list, state, conflicts, notes, added }: Device): ListView {
  return {
    people: shownPeople(list),
    waiting: waitingIn(list) - conflicts.size,
    state,
    conflicts: new Map(conflicts),
    notes: new Map(notes),
    guests: added.map(({ id, name }) => ({ id, name, waits: list.guests.some((one) => one.id === id) })),
  }
}

const say = (device: Device) => device.changed(viewOf(device))

function tap(device: Device, enrolmentId: string, { status, units }: RollCallMark): void {
  const { list, now, newId, conflicts, notes } = device
  // Whoever decides a conflict has seen what the other one wrote.
  const known = conflicts.get(enrolmentId) ?? list.people.find(({ id }) => id === enrolmentId)
  const tappedAt = nextTapTime(list.lastTap, now())
  const basedOn = known?.recordedAt ?? null
  const taps = withTap(list.taps, { id: newId(), enrolmentId, status, units, tappedAt, basedOn })
  device.list = { ...list, lastTap: tappedAt, taps }
  conflicts.delete(enrolmentId)
  notes.delete(enrolmentId)
}

/** Sends what waits, one after the other; what was tapped meanwhile goes out right after. */
async function flush(device: Device): Promise<void> {
  if (device.state === 'sending') {
    device.again = true
    return
  }
  device.state = 'sending'
  if (waitingIn(device.list) > 0) say(device)
  // A device that cannot keep it still sends it.
  await device.write(device.list).catch(() => undefined)
  let sent: Sent
  do {
    device.again = false
    sent = await device.send(device.list)
    if (sent.kind === 'answer') learn(device, sent.answer)
  } while (device.again && sent.kind === 'answer')
  device.state = stateAfter(sent, device)
  const { list, forget, write } = device
  await (isDone(list) ? forget(list) : write(list)).catch(() => undefined)
  say(device)
}

function learn(device: Device, { outcomes, guests, people, asOf }: ReplayAnswer): void {
  const { list, conflicts, notes } = device
  for (const { id, outcome } of outcomes) {
    const sent = list.taps.find((one) => one.id === id)
    if (!sent) continue
    const theirs = people.find((person) => person.id === sent.enrolmentId)
    if (outcome === 'conflict' && theirs) conflicts.set(sent.enrolmentId, theirs)
    else if (outcome !== 'stored' && outcome !== 'superseded' && outcome !== 'conflict')
      notes.set(sent.enrolmentId, outcome)
  }
  const done = outcomes.filter(({ outcome }) => outcome !== 'conflict').map(({ id }) => id)
  const open = list.guests.filter(({ id }) => !guests.includes(id))
  device.list = { ...list, taps: withoutTaps(list.taps, done), guests: open, people, asOf }
}

function stateAfter(sent: Sent, { list, conflicts }: Device): SyncState {
  if (sent.kind === 'answer') return waitingIn(list) > conflicts.size ? 'waiting' : 'synced'
  return sent.kind === 'offline' ? 'waiting' : sent.kind
}

export function waitingIn({ taps, guests }: Pick<KeptList, 'taps' | 'guests'>): number {
  return taps.length + guests.length
}

/** The meeting of another list of this person on which taps or guests wait. */
export function waitingElsewhere(
  lists: readonly KeptList[],
  personId: string,
  meetingId: string,
): string | undefined {
  const isOther = (list: KeptList) => list.personId === personId && list.meetingId !== meetingId
  return lists.find((list) => isOther(list) && waitingIn(list) > 0)?.meetingId
}

/** Everybody as tapped here, and else as the server knows them. */
function shownPeople({ people, taps }: KeptList): ListedPerson[] {
  return people.map((person) => {
    const tap = taps.find(({ enrolmentId }) => enrolmentId === person.id)
    return tap ? { ...person, status: tap.status, units: tap.units } : person
  })
}

/** Everybody is recorded and nothing waits: then nothing need stay here. */
function isDone(list: KeptList): boolean {
  return waitingIn(list) === 0 && list.people.every(({ status }) => status !== null)
}
