// A process that draws documents, seen from outside: it answers each task, whatever happens inside of it. A thread would
// not do: where one runs into the limit of its heap, V8 may end the whole process instead (seen on Node 24).

import { fork, type ChildProcess } from 'node:child_process'
import { whereOf, type Drawn, type Message, type Task } from '#reports/drawing.ts'

export type WorkerLimits = {
  /** After so long a document is given up, with the process that draws it. */
  milliseconds: number
  /** What a document may take: the heap of its process, and the pages outside of it. */
  megabytes: number
}

export type WorkerProcess = {
  draw: (task: Omit<Task, 'mostBytes'>, turnedPage: () => void) => Promise<Drawn>
  /** Nobody needs what it draws; the process ends with it. */
  giveUp: () => void
  /** A process that has broken down draws nothing any more. */
  isAlive: () => boolean
  end: () => Promise<void>
}

type Refused = Exclude<Drawn, { ok: true }>

const BYTES_PER_MEGABYTE = 1024 * 1024

/** `file` is TypeScript while developing and testing, and bundled beside the server in the product. */
export function startWorker(file: URL, { milliseconds, megabytes }: WorkerLimits): WorkerProcess {
  let child: ChildProcess
  try {
    child = startProcess(file, megabytes)
  } catch (error) {
    // No memory is left for another process: its documents are refused, and the server goes on.
    const broken = { ok: false, refusal: 'broken', error: whereOf(error) } as const
    const nothing = () => undefined
    return { draw: async () => broken, giveUp: nothing, isAlive: () => false, end: async () => undefined }
  }
  return speakingWith(child, { milliseconds, megabytes })
}

function speakingWith(child: ChildProcess, { milliseconds, megabytes }: WorkerLimits): WorkerProcess {
  let alive = true
  let onPage = (): void => undefined
  let answer: ((drawn: Drawn) => void) | undefined
  const refuse = (refusal: Refused) => {
    alive = false
    answer?.(refusal)
    child.kill('SIGKILL')
  }
  child.on('message', (message: Message) => {
    if (message === 'page') return onPage()
    const { isSpent, ...drawn } = message
    answer?.(drawn)
    if (isSpent) void end()
  })
  child.on('error', (error) => refuse({ ok: false, refusal: 'broken', error: whereOf(error) }))
  child.on('exit', (code, signal) => refuse(refusalAfter(code, signal)))

  const giveUp = () => refuse({ ok: false, refusal: 'given-up' })

  async function end(): Promise<void> {
    const isGone = child.exitCode !== null || child.signalCode !== null
    const gone = isGone ? undefined : new Promise((resolve) => child.once('exit', resolve))
    giveUp()
    await gone
  }

  function draw(task: Omit<Task, 'mostBytes'>, turnedPage: () => void): Promise<Drawn> {
    return new Promise((resolve) => {
      const tooSlow = setTimeout(() => refuse({ ok: false, refusal: 'too-slow' }), milliseconds)
      onPage = turnedPage
      answer = (drawn) => {
        answer = undefined
        clearTimeout(tooSlow)
        resolve(drawn)
      }
      const sent = (error: unknown) => {
        if (error) refuse({ ok: false, refusal: 'broken', error: whereOf(error) })
      }
      // Without a free file a process has not even begun, and there is no way to speak with it.
      if (!alive || !child.connected) return sent(new Error('the process has ended'))
      try {
        child.send({ ...task, mostBytes: megabytes * BYTES_PER_MEGABYTE } satisfies Task, sent)
      } catch (error) {
        sent(error)
      }
    })
  }

  return { draw, giveUp, isAlive: () => alive, end }
}

/**
 * It knows no password and no address of a database, and does not keep alive whoever started it. Documents of many pages
 * are refused at a page when they are too large; the limit of the heap is for one that never comes to its next page.
 */
function startProcess(file: URL, megabytes: number): ChildProcess {
  const isSource = file.pathname.endsWith('.ts')
  const { PATH, TZ, LANG, NODE_ENV } = process.env
  const child = fork(
    isSource ? new URL('./source-worker.mjs', import.meta.url) : file,
    isSource ? [file.href] : [],
    {
      execArgv: [`--max-old-space-size=${megabytes}`],
      env: { PATH, TZ, LANG, NODE_ENV },
      serialization: 'advanced',
      // What Node prints when it dies says nothing that the answer does not say.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    },
  )
  child.unref()
  child.channel?.unref()
  return child
}

/** Node ends itself by SIGABRT when the heap is full, and the system by SIGKILL what takes the memory of all. */
function refusalAfter(code: number | null, signal: NodeJS.Signals | null): Refused {
  if (signal === 'SIGABRT' || signal === 'SIGKILL' || code === ABORTED)
    return { ok: false, refusal: 'too-large' }
  return {
    ok: false,
    refusal: 'broken',
    error: whereOf(new Error(`the process ended with ${code ?? signal}`)),
  }
}

/** The same where it is told as a number. */
const ABORTED = 134
