import { Agent } from 'node:http'
import { check, send, type Ask } from '#app/cli/bench/request.ts'

/** What one person does in a go, one request after the other; undefined when there is nobody left to do it. */
export type Turns = () => readonly Ask[] | undefined

export type Load = { connections: number; seconds: number; most: number }

/** Milliseconds per turn, in the order in which they ended, and how long all of them took together. */
export type Run = { durations: number[]; seconds: number }

/** Keeps so many connections busy until the time or the turns are used up. A wrong reply ends everything. */
export async function run(origin: string, turns: Turns, load: Load, signal: AbortSignal): Promise<Run> {
  const agent = new Agent({ keepAlive: true, maxSockets: load.connections })
  const durations: number[] = []
  let left = load.most
  const began = performance.now()
  const until = began + load.seconds * 1_000

  async function oneConnection(): Promise<void> {
    while (left > 0 && performance.now() < until) {
      signal.throwIfAborted()
      left -= 1
      const turn = turns()
      if (!turn) return
      durations.push(await take(turn))
    }
  }

  /** The clock stands while the reply is unpacked and checked: that is our work and not the product's. */
  async function take(turn: readonly Ask[]): Promise<number> {
    let duration = 0
    for (const ask of turn) {
      const asked = performance.now()
      const reply = await send(origin, ask, agent)
      duration += performance.now() - asked
      check(ask, reply)
    }
    return duration
  }

  try {
    await Promise.all(Array.from({ length: load.connections }, oneConnection))
    return { durations, seconds: (performance.now() - began) / 1_000 }
  } finally {
    agent.destroy()
  }
}
