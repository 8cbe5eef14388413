// The inside of a process that draws: takes one order at a time, and answers with the whole document or the reason why
// there is none.

import { fonts } from '#reports/fonts.ts'
import { memoryInUse, TooLarge, TooSlow, watchedBy } from '#reports/progress.ts'

export type Task = { kind: string; given: readonly unknown[]; mostBytes: number }

export type DrawingRefusal = 'too-large' | 'too-slow' | 'broken' | 'given-up'
export type Drawn =
  { ok: true; bytes: Uint8Array<ArrayBuffer> } | { ok: false; refusal: DrawingRefusal; error?: DrawingError }

/** With whether the process now holds so much that the next document had better begin in a new one. */
type Answer = Drawn & { isSpent: boolean }
/** What a worker says: one more page has begun, or there is an end. */
export type Message = 'page' | Answer

/** Where it went wrong. Not the message: it may quote what a person wrote, and this goes into the log. */
export type DrawingError = { name: string; frames: string }

const SPENT_SHARE = 0.5

type Renderers = Record<string, (...given: never[]) => Promise<Buffer>>

/**
 * Fonts first, so that the first document after a start costs what the others cost. Ends with whoever started it, and not
 * before: a signal for all, as Ctrl-C sends it, is theirs to answer.
 */
export function drawOnDemand(renderers: Renderers): void {
  process.on('disconnect', () => process.exit())
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined)
  fonts()
  process.on('message', (task: Task) => {
    void draw(renderers, task).then((drawn) =>
      tell({ ...drawn, isSpent: memoryInUse() > SPENT_SHARE * task.mostBytes }),
    )
  })
}

function tell(message: Message): void {
  process.send?.(message)
}

async function draw(renderers: Renderers, { kind, given, mostBytes }: Task): Promise<Drawn> {
  watchedBy(() => tell('page'), mostBytes)
  try {
    const render = renderers[kind]
    if (!render) throw new Error(`no document of the kind ${kind}`)
    return { ok: true, bytes: new Uint8Array(await render(...(given as never[]))) }
  } catch (error) {
    return { ok: false, refusal: refusalFor(error), error: whereOf(error) }
  }
}

function refusalFor(error: unknown): DrawingRefusal {
  if (error instanceof TooLarge) return 'too-large'
  if (error instanceof TooSlow) return 'too-slow'
  return 'broken'
}

export function whereOf(error: unknown): DrawingError {
  if (!(error instanceof Error)) return { name: typeof error, frames: '' }
  const { name, message, stack = '' } = error
  const start = stack.indexOf(message) + message.length
  const frames = stack.slice(start).split('\n')
  return { name, frames: frames.filter((line) => line.startsWith('    at ')).join('\n') }
}
