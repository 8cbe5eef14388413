// Server-sent events: one answer that goes on. Polls, so that it works with any number of processes; ends by itself
// after a while, for then the browser asks again, and whoever may no longer see it is refused.

import { setTimeout as pause } from 'node:timers/promises'

export type Send = (event: string, data: unknown) => void

type StreamOptions = {
  /** The request was broken off, or the server is stopping. */
  ends: readonly AbortSignal[]
  /** Looks, and sends what is new. */
  look: (send: Send) => Promise<void>
  /** Called once, when the stream has ended. */
  ended: () => void
  everyMilliseconds?: number
  lastsMilliseconds?: number
}

const EVERY_MILLISECONDS = 2_000
const LASTS_MILLISECONDS = 10 * 60_000
/** A proxy gives up on a line on which nothing is said. */
const HEARTBEAT_MILLISECONDS = 15_000
const RETRY_MILLISECONDS = 3_000

export function eventStream({ ends, look, ended, ...times }: StreamOptions): Response {
  const { everyMilliseconds = EVERY_MILLISECONDS, lastsMilliseconds = LASTS_MILLISECONDS } = times
  const closed = new AbortController()
  const end = AbortSignal.any([...ends, closed.signal, AbortSignal.timeout(lastsMilliseconds)])
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      const say = (text: string) => {
        if (!end.aborted) controller.enqueue(encoder.encode(text))
      }
      const send: Send = (event, data) => say(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
      say(`retry: ${RETRY_MILLISECONDS}\n\n`)
      void goOn(end, look, send, say, everyMilliseconds).finally(() => {
        ended()
        if (!closed.signal.aborted) controller.close()
      })
    },
    cancel: () => closed.abort(),
  })
  return new Response(body, {
    headers: {
      'Content-Type': 'text/event-stream; charset=utf-8',
      // Compressed, it would wait in a buffer until there is enough of it.
      'Cache-Control': 'no-store, no-transform',
      'X-Accel-Buffering': 'no',
      Connection: 'close',
    },
  })
}

async function goOn(
  end: AbortSignal,
  look: (send: Send) => Promise<void>,
  send: Send,
  say: (text: string) => void,
  everyMilliseconds: number,
): Promise<void> {
  let silent = 0
  while (!end.aborted) {
    // A look that fails ends the stream; the browser comes back by itself.
    const isFine = await look(send).then(
      () => true,
      () => false,
    )
    if (!isFine) return
    silent += everyMilliseconds
    if (silent >= HEARTBEAT_MILLISECONDS) {
      say(': still here\n\n')
      silent = 0
    }
    await pause(everyMilliseconds, undefined, { signal: end }).catch(() => undefined)
  }
}

const MOST_STREAMS = 100
const MOST_STREAMS_OF_ONE = 4
const open = new Map<string, number>()

/** Takes one of the places for streams, or none: they are few, for each asks the database every two seconds. */
export function takeStream(personId: string): (() => void) | undefined {
  const all = [...open.values()].reduce((sum, count) => sum + count, 0)
  const own = open.get(personId) ?? 0
  if (all >= MOST_STREAMS || own >= MOST_STREAMS_OF_ONE) return undefined
  open.set(personId, own + 1)
  return () => {
    const left = (open.get(personId) ?? 1) - 1
    if (left > 0) open.set(personId, left)
    else open.delete(personId)
  }
}
