import { onTestFinished } from 'vitest'
import type { DocumentOrder } from '#reports/documents.ts'
import { openPress, type OrderedDocument } from '#reports/press.ts'
import type { RefusedDocument } from '#reports/shelf.ts'

type Limits = NonNullable<NonNullable<Parameters<typeof openPress>[0]>['limits']>

const FAULTY = new URL('./faulty-worker.ts', import.meta.url)

/** A press of its own for one test, whose worker also knows the documents that go wrong. */
export function aPress(limits: Limits = {}) {
  const refused: RefusedDocument[] = []
  const report = (one: RefusedDocument) => void refused.push(one)
  const press = openPress({ limits: { workers: 1, ...limits }, file: FAULTY, report })
  onTestFinished(() => press.close())

  /** An order that must be taken. */
  function order(kind: string, given: readonly unknown[] = [], owner = 'Ada', signal?: AbortSignal) {
    const buyer = { owner, name: `${kind}.pdf`, again: '/again', requestId: 'request-1' }
    const ordered = press.order({ kind, given } as DocumentOrder, buyer, signal)
    if (typeof ordered === 'string') throw new Error(ordered)
    return ordered
  }
  return { press, order, refused }
}

/** The bytes, or the word of the refusal. */
export async function resultOf(ordered: OrderedDocument): Promise<Uint8Array | string> {
  for (;;) {
    const state = ordered.state()
    if (state.kind === 'ready') return state.bytes
    if (state.kind === 'refused') return state.refusal
    await ordered.finished
  }
}

/** A certificate-like order that every press can draw. */
export const aSheet = (meetings = 1, rows = 16) => ({
  ...{ title: 'Grundlagen der Geodaten', place: 'Riesa', trainers: 'Ada Adler', demo: false },
  districtName: 'Landkreis Meißen',
  meetings: Array.from({ length: meetings }, (_, nth) => ({
    startsAt: new Date(Date.UTC(2026, 0, 1 + nth, 8)),
    endsAt: new Date(Date.UTC(2026, 0, 1 + nth, 12)),
    units: 4,
  })),
  rows: Array.from({ length: rows }, (_, nth) => ({
    ...{ code: `A${nth}`, name: `Person ${nth}`, organisation: `Stadt ${nth}` },
  })),
})
