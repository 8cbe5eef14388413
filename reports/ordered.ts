// A document that somebody has ordered, and where it stands.

import { randomUUID } from 'node:crypto'
import type { Waiting } from '#app/domain/waiting-line.ts'
import type { DocumentOrder } from '#reports/documents.ts'
import type { DrawingRefusal } from '#reports/drawing.ts'

/** Who orders a document, and under which name it is handed over. */
export type Buyer = Waiting & {
  name: string
  requestId: string
  /** The address by which it is ordered again. */
  again: string
}

export type Result =
  { kind: 'ready'; bytes: Uint8Array<ArrayBuffer> } | { kind: 'refused'; refusal: DrawingRefusal }

export type DocumentState = { kind: 'waiting'; place: number } | { kind: 'drawing'; pages: number } | Result

export type Work = Buyer & {
  id: string
  order: DocumentOrder
  /** So many have been begun. */
  pages: number
  /** In which turn it is begun. */
  turn: number
  isBegun: boolean
  /** Ends the drawing of it, if that has begun. */
  giveUp: () => void
  result: Result | undefined
  finished: Promise<void>
  finish: () => void
  /** When somebody last asked for it, by the clock of the process. */
  wantedAt: number
}

export function newWork(order: DocumentOrder, buyer: Buyer): Work {
  let finish = (): void => undefined
  const finished = new Promise<void>((resolve) => (finish = resolve))
  return {
    ...buyer,
    ...{ id: randomUUID(), order, pages: 0, finished, finish },
    ...{ turn: 0, isBegun: false, giveUp: () => undefined, result: undefined, wantedAt: performance.now() },
  }
}

export function stateOf(work: Work, line: readonly Work[]): DocumentState {
  if (work.result) return work.result
  if (work.isBegun) return { kind: 'drawing', pages: work.pages }
  return { kind: 'waiting', place: line.indexOf(work) + 1 }
}
