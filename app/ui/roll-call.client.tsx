// The list of a meeting on the trainer's phone: every tap is kept on the device at once, and sent when there is network.

import { useEffect, useState } from 'react'
import { counted, fill } from '#app/i18n/fill.ts'
import { Button, ButtonLink, ButtonRow } from '#app/ui/button.tsx'
import { findWaiting, forgetKept, keepPage, readKept, writeKept } from '#app/ui/kept-lists.client.ts'
import { NoticeFrame } from '#app/ui/notice-frame.tsx'
import { GuestForm } from '#app/ui/roll-call-guest.tsx'
import {
  openList,
  type KeptList,
  type ListedPerson,
  type ListView,
  type ReplayAnswer,
  type RollCallList,
  type Sent,
} from '#app/ui/roll-call-list.ts'
import { RollCallRow, type RollCallWords } from '#app/ui/roll-call-row.tsx'

export type LiveRollCallProps = {
  meetingId: string
  /** Whose taps they are: at a device that somebody else has used, they are not sent in the wrong name. */
  personId: string
  people: ListedPerson[]
  units: number
  asOf: number
  words: RollCallWords
}

const RETRY_MILLISECONDS = 10_000
const REFRESH_MILLISECONDS = 30_000

export default function LiveRollCall(given: LiveRollCallProps) {
  const { list, view, keeps, elsewhere } = useList(given)
  const { words } = given
  if (!list || !view) return <p role="status">{words.loading}</p>
  const open = view.people.filter(({ status }) => status === null).length
  return (
    <div className="roll-call">
      {elsewhere && (
        <NoticeFrame kind="warning" title={words.elsewhere}>
          <a href={`/meetings/${elsewhere}/attendance`}>{words.openOther}</a>
        </NoticeFrame>
      )}
      {open > 0 && (
        <Button
          type="button"
          look={open === view.people.length ? 'primary' : 'secondary'}
          icon="check"
          onPress={list.markRestPresent}
        >
          {open === view.people.length ? words.allPresent : counted(words.restPresent, open)}
        </Button>
      )}
      <ol className="roll-call__people">
        {view.people.map((person) => (
          <li key={person.id}>
            <Row person={person} list={list} view={view} given={given} />
          </li>
        ))}
      </ol>
      <GuestForm guests={view.guests} words={words} meetingId={given.meetingId} onAdd={list.addGuest} />
      <Bar view={view} open={open} given={given} />
      {keeps !== undefined && <p className="muted">{keeps ? words.offlineReady : words.cannotKeep}</p>}
    </div>
  )
}

type RowProps = { person: ListedPerson; list: RollCallList; view: ListView; given: LiveRollCallProps }

function Row({ person, list, view, given: { units, words } }: RowProps) {
  const theirs = view.conflicts.get(person.id)
  const note = view.notes.get(person.id)
  return (
    <RollCallRow person={person} units={units} words={words} onMark={(mark) => list.mark(person.id, mark)}>
      {theirs && <Conflict person={person} theirs={theirs} list={list} units={units} words={words} />}
      {note && (
        <NoticeFrame kind="warning" title={words.outcome[note]}>
          <Button type="button" onPress={() => list.dismiss(person.id)}>
            {words.dismiss}
          </Button>
        </NoticeFrame>
      )}
    </RollCallRow>
  )
}

type ConflictProps = {
  person: ListedPerson
  theirs: ListedPerson
  list: RollCallList
  units: number
  words: RollCallWords
}

/** Both values, and whoever is in the room decides. */
function Conflict({ person, theirs, list, units, words }: ConflictProps) {
  const said = ({ status, units: count }: ListedPerson) => {
    if (status === null) return ''
    const word = words.status[status]
    return status === 'partial' && count !== null
      ? `${word}, ${fill(words.unitsOf, { count, all: units })}`
      : word
  }
  const values = { mine: said(person), theirs: said(theirs), by: theirs.by ?? '' }
  const mine = () =>
    person.status &&
    list.mark(person.id, { status: person.status, units: person.status === 'partial' ? person.units : null })
  return (
    <NoticeFrame kind="warning" title={fill(words.conflict, values)}>
      <ButtonRow>
        <Button type="button" onPress={mine}>
          {fill(words.keepMine, values)}
        </Button>
        <Button type="button" onPress={() => list.yieldTo(person.id)}>
          {fill(words.keepTheirs, values)}
        </Button>
      </ButtonRow>
    </NoticeFrame>
  )
}

/** The state of the sync is always in sight, in words. */
function Bar({
  view,
  open,
  given: { words, meetingId },
}: {
  view: ListView
  open: number
  given: LiveRollCallProps
}) {
  return (
    <div className="roll-call__bar">
      <p role="status">
        {stateIn(view, words)} {view.conflicts.size > 0 && counted(words.toDecide, view.conflicts.size)}{' '}
        {counted(words.open, open)}
      </p>
      {view.state === 'signed-out' && (
        <ButtonLink
          look="primary"
          href={`/login?to=${encodeURIComponent(`/meetings/${meetingId}/attendance`)}`}
        >
          {words.signIn}
        </ButtonLink>
      )}
    </div>
  )
}

function stateIn({ state, waiting }: ListView, words: RollCallWords): string {
  if (state === 'sending') return words.sending
  if (state === 'signed-out') return words.signedOut
  if (state === 'refused') return words.refused
  return state === 'waiting' ? counted(words.waiting, Math.max(1, waiting)) : words.synced
}

/** Opens the list with what waits on this device, and sends it whenever there is network. */
function useList(given: LiveRollCallProps) {
  const [list, setList] = useState<RollCallList>()
  const [view, setView] = useState<ListView>()
  const [keeps, setKeeps] = useState<boolean>()
  const [elsewhere, setElsewhere] = useState<string>()

  useEffect(() => {
    let closed = false
    const open = async () => {
      const kept = await readKept(given.personId, given.meetingId).catch(() => undefined)
      const surroundings = {
        ...{ send, write: writeKept, forget: forgetKept },
        now: Date.now,
        newId: () => crypto.randomUUID(),
        changed: setView,
      }
      const opened = openList(freshest(kept, given), surroundings)
      if (closed) return
      setList(opened)
      setView(opened.view())
      setElsewhere(await findWaiting(given.personId, given.meetingId).catch(() => undefined))
      if (opened.view().waiting > 0) await opened.flush()
      else if (given.people.every(({ status }) => status !== null)) return
      if (navigator.onLine) setKeeps(await keepPage())
    }
    void open()
    return () => {
      closed = true
    }
  }, [given])

  useEffect(() => {
    if (!list) return
    const retry = () => {
      if (navigator.onLine && list.view().state === 'waiting') void list.flush()
    }
    // Others write on the same list, and people check in by themselves.
    const refresh = () => {
      const { state, people } = list.view()
      const isOpen = people.some(({ status }) => status === null)
      if (navigator.onLine && !document.hidden && state === 'synced' && isOpen) void list.flush()
    }
    window.addEventListener('online', retry)
    const timers = [
      window.setInterval(retry, RETRY_MILLISECONDS),
      window.setInterval(refresh, REFRESH_MILLISECONDS),
    ]
    return () => {
      window.removeEventListener('online', retry)
      for (const timer of timers) window.clearInterval(timer)
    }
  }, [list])

  return { list, view, keeps, elsewhere }
}

/** A page that was kept is older than what the device has learned since. */
function freshest(kept: KeptList | undefined, given: LiveRollCallProps): KeptList {
  const { personId, meetingId, people, asOf } = given
  if (!kept) {
    const deviceId = crypto.randomUUID()
    return {
      personId,
      meetingId,
      deviceId,
      keptAt: Date.now(),
      lastTap: 0,
      taps: [],
      guests: [],
      people,
      asOf,
    }
  }
  return kept.asOf > asOf ? kept : { ...kept, people, asOf }
}

/** Posts what waits as an ordinary form; the answer is the list as it stands now. */
async function send(list: KeptList): Promise<Sent> {
  if (!navigator.onLine) return { kind: 'offline' }
  const { meetingId, deviceId, taps, guests } = list
  try {
    const response = await fetch(`/meetings/${meetingId}/attendance/replay`, {
      method: 'POST',
      body: new URLSearchParams({ deviceId, entries: JSON.stringify({ taps, guests }) }),
      redirect: 'manual',
    })
    if (response.ok) return { kind: 'answer', answer: (await response.json()) as ReplayAnswer }
    if (response.status === 401) return { kind: 'signed-out' }
    return { kind: response.status >= 500 || response.status === 429 ? 'offline' : 'refused' }
  } catch {
    return { kind: 'offline' }
  }
}
