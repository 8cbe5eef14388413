// Where documents are made: in processes of their own, in line, within limits. The one that answers people never waits
// for a document, and what goes wrong with one ends with that document.

import { lineRefusal, type LineLimits, type LineRefusal } from '#app/domain/waiting-line.ts'
import type { DocumentOrder } from '#reports/documents.ts'
import { newWork, stateOf, type Buyer, type DocumentState, type Work } from '#reports/ordered.ts'
import { factsOf, openShelf, type KeepLimits, type RefusedDocument } from '#reports/shelf.ts'
import type { WorkerProcess } from '#reports/worker-process.ts'
import { openWorkers, type WorkersLimits } from '#reports/workers.ts'

type PressLimits = LineLimits &
  WorkersLimits &
  KeepLimits & {
    /** So long somebody waits without a word. A report of 600 pages takes about as long where nobody else asks. */
    soonMilliseconds: number
  }

export const PRESS_LIMITS: PressLimits = {
  soonMilliseconds: 2_000,
  most: 40,
  mostOfOne: 6,
  workers: 2,
  idleMilliseconds: 60_000,
  milliseconds: 120_000,
  megabytes: 512,
  keptMilliseconds: 10 * 60_000,
  keptBytes: 64 * 1024 * 1024,
  patienceMilliseconds: 5 * 60_000,
}

export type OrderedDocument = Buyer & {
  id: string
  state: () => DocumentState
  /** When there is a document, or a reason why there is none. */
  finished: Promise<void>
  /** The same, or when that takes too long to wait without a word. */
  soon: () => Promise<void>
}

export type Press = {
  /** With a signal of whoever waits with an open connection: once they are gone, nobody needs the document. */
  order: (order: DocumentOrder, buyer: Buyer, signal?: AbortSignal) => OrderedDocument | LineRefusal
  /** Somebody's own document, while it is kept; asking for it says that it is still wanted. */
  find: (id: string, owner: string) => OrderedDocument | undefined
  /** A document that has been handed over, or that nobody may have. */
  forget: (id: string) => void
  warm: () => void
  close: () => Promise<void>
}

type PressOptions = {
  limits?: Partial<PressLimits>
  /** The program of a worker. */
  file?: URL
  report?: (refused: RefusedDocument) => void
}

export function openPress({ limits: given, file = programOfWorker(), report }: PressOptions = {}): Press {
  const limits = { ...PRESS_LIMITS, ...given }
  const workers = openWorkers(file, limits)
  const shelf = openShelf(limits, report)
  const seen = (work: Work): OrderedDocument => ({
    ...work,
    soon: () => orAfter(limits.soonMilliseconds, work.finished),
    state: () => stateOf(work, shelf.line()),
  })

  const drawWith = async (worker: WorkerProcess, work: Work) => {
    shelf.begin(work, worker.giveUp)
    const turnedPage = () => void (work.pages += 1)
    shelf.settle(work, await worker.draw(work.order, turnedPage))
    workers.giveBack(worker)
    goOn()
  }
  const goOn = () => {
    shelf.tidy()
    for (const work of shelf.line()) {
      const worker = workers.take()
      if (!worker) return
      void drawWith(worker, work)
    }
  }

  return {
    order: (order, buyer, signal) => {
      shelf.tidy()
      const work = newWork(order, buyer)
      const refusal = lineRefusal(shelf.line(), buyer.owner, limits)
      if (refusal) {
        report?.({ ...factsOf(work), refusal })
        return refusal
      }
      shelf.add(work)
      signal?.addEventListener('abort', () => shelf.abandon(work), { once: true })
      goOn()
      return seen(work)
    },
    find: (id, owner) => {
      const work = shelf.find(id, owner)
      return work && seen(work)
    },
    forget: shelf.forget,
    warm: workers.warm,
    close: async () => {
      for (const work of shelf.line()) shelf.abandon(work)
      await workers.end()
    },
  }
}

async function orAfter(milliseconds: number, finished: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, milliseconds)))
  await Promise.race([finished, late])
  clearTimeout(timer)
}

/** The bundle of the product lies in one folder; the sources are run as they are. */
function programOfWorker(): URL {
  const here = import.meta.url
  return new URL(here.endsWith('.ts') ? './worker.ts' : './document-worker.js', here)
}
