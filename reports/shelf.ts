// The documents that were ordered: those in line, those being drawn, and those that wait to be fetched.

import { inTurn, turnFor, type LineRefusal } from '#app/domain/waiting-line.ts'
import type { DrawingError, DrawingRefusal, Drawn } from '#reports/drawing.ts'
import type { Work } from '#reports/ordered.ts'

export type KeepLimits = {
  /** A finished document that nobody fetches is forgotten after so long. */
  keptMilliseconds: number
  /** And all of them together take so much memory at most. */
  keptBytes: number
  /** One that nobody asks after for so long is not finished. */
  patienceMilliseconds: number
}

export type RefusedDocument = {
  requestId: string
  kind: string
  refusal: DrawingRefusal | LineRefusal
  pages: number
  error?: DrawingError | undefined
}

export type Shelf = {
  add: (work: Work) => void
  begin: (work: Work, giveUp: () => void) => void
  /** Only for whoever ordered it; asking for it says that it is still wanted. */
  find: (id: string, owner: string) => Work | undefined
  forget: (id: string) => void
  /** What is not begun, in the order in which it is begun. */
  line: () => Work[]
  settle: (work: Work, drawn: Drawn) => void
  /** Nobody needs it any more. */
  abandon: (work: Work) => void
  /** Forgets and gives up what nobody has asked after for long. */
  tidy: () => void
}

export function openShelf(limits: KeepLimits, report?: (refused: RefusedDocument) => void): Shelf {
  const works = new Map<string, Work>()
  const all = () => [...works.values()]
  const open = (isBegun: boolean) => all().filter((work) => !work.result && work.isBegun === isBegun)

  let present = 0

  function add(work: Work): void {
    work.turn = turnFor(work.owner, [...open(true), ...open(false)], present)
    works.set(work.id, work)
  }

  function begin(work: Work, giveUp: () => void): void {
    work.isBegun = true
    work.giveUp = giveUp
    present = work.turn
  }

  function settle(work: Work, drawn: Drawn): void {
    if (drawn.ok) work.result = { kind: 'ready', bytes: drawn.bytes }
    else {
      work.result = { kind: 'refused', refusal: drawn.refusal }
      report?.({ ...factsOf(work), refusal: drawn.refusal, error: drawn.error })
    }
    // It is kept from now on, however long it took.
    work.wantedAt = performance.now()
    work.finish()
  }

  function abandon(work: Work): void {
    // What is finished has left its process to another document.
    if (work.result) return
    if (work.isBegun) work.giveUp()
    else settle(work, { ok: false, refusal: 'given-up' })
  }

  function tidy(): void {
    for (const { id } of outdated(all(), limits)) works.delete(id)
    const now = performance.now()
    for (const work of all())
      if (!work.result && now - work.wantedAt > limits.patienceMilliseconds) abandon(work)
  }

  return {
    add,
    find: (id, owner) => {
      const work = works.get(id)
      if (work?.owner !== owner) return undefined
      work.wantedAt = performance.now()
      tidy()
      return work
    },
    forget: (id) => {
      const work = works.get(id)
      works.delete(id)
      if (work) abandon(work)
    },
    line: () => inTurn(open(false)),
    ...{ begin, settle, abandon, tidy },
  }
}

/** What need not be kept any more, the oldest first; the latest stays, for it has only just become ready. */
function outdated(works: readonly Work[], limits: KeepLimits): Work[] {
  const now = performance.now()
  const done = works.filter(({ result }) => result !== undefined)
  const sizeOf = ({ result }: Work) => (result?.kind === 'ready' ? result.bytes.length : 0)
  let bytes = done.reduce((sum, work) => sum + sizeOf(work), 0)
  return done.filter((work, place) => {
    const isTooMuch = bytes > limits.keptBytes && place < done.length - 1
    if (!isTooMuch && now - work.wantedAt <= limits.keptMilliseconds) return false
    bytes -= sizeOf(work)
    return true
  })
}

export function factsOf({ requestId, order, pages }: Work) {
  return { requestId, kind: order.kind, pages }
}
