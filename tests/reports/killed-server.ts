// A server that tells which process draws for it, and lets it draw until it is killed (see press.test.ts).

import type { DocumentOrder } from '#reports/documents.ts'
import { openPress } from '#reports/press.ts'

const press = openPress({ limits: { workers: 1 }, file: new URL('./faulty-worker.ts', import.meta.url) })

function order(kind: string, given: readonly unknown[] = []) {
  const buyer = { owner: 'Ada', name: '', again: '', requestId: '' }
  const ordered = press.order({ kind, given } as DocumentOrder, buyer)
  if (typeof ordered === 'string') throw new Error(ordered)
  return ordered
}

const asked = order('ownProcess')
await asked.finished
const state = asked.state()
if (state.kind !== 'ready') throw new Error(state.kind)
const long = order('slowPages', [100_000])
process.send?.(Number(Buffer.from(state.bytes).toString()))
await long.finished
