// How far a document is, and what it takes: looked at with each new page.

import { getHeapStatistics } from 'node:v8'

/** Thrown in the middle of a document: it would need more memory than it may have. */
export class TooLarge extends Error {}
/** Thrown at the end of a document that never becomes whole. */
export class TooSlow extends Error {}

type Watch = { turned: () => void; mostBytes: number }

let watch: Watch | undefined

/** A worker draws one document at a time; outside of a worker nobody watches. */
export function watchedBy(turned: () => void, mostBytes: number): void {
  watch = { turned, mostBytes }
}

/**
 * Called for each new page. Pages are buffers outside of the heap, which the limit of a process does not count: so they
 * are counted here.
 */
export function turnedPage(): void {
  if (!watch) return
  watch.turned()
  if (memoryInUse() > watch.mostBytes) throw new TooLarge('too many bytes of pages')
}

/** In bytes: the heap of this process, and the buffers beside it. */
export function memoryInUse(): number {
  const { used_heap_size: heap, external_memory: buffers } = getHeapStatistics()
  return heap + buffers
}
