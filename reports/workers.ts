// The few processes that draw: one is kept warm, others are started when there is more to do, and end when idle.

import { startWorker, type WorkerLimits, type WorkerProcess } from '#reports/worker-process.ts'

export type Workers = {
  /** A worker that is free, if there is one or there may be one more. */
  take: () => WorkerProcess | undefined
  giveBack: (worker: WorkerProcess) => void
  /** One that waits, so that the next document does not wait for a start. */
  warm: () => void
  end: () => Promise<void>
}

export type WorkersLimits = WorkerLimits & { workers: number; idleMilliseconds: number }

export function openWorkers(file: URL, limits: WorkersLimits): Workers {
  const all = new Set<WorkerProcess>()
  const idle: WorkerProcess[] = []
  let ended = false

  function take(): WorkerProcess | undefined {
    for (const worker of all) if (!worker.isAlive()) all.delete(worker)
    for (let worker = idle.pop(); worker; worker = idle.pop()) if (worker.isAlive()) return worker
    return all.size < limits.workers && !ended ? start() : undefined
  }

  function start(): WorkerProcess {
    const worker = startWorker(file, limits)
    all.add(worker)
    return worker
  }

  function giveBack(worker: WorkerProcess): void {
    if (worker.isAlive()) {
      idle.push(worker)
      setTimeout(endWhatIsIdle, limits.idleMilliseconds).unref()
      return
    }
    all.delete(worker)
    if (all.size === 0) warm()
  }

  function warm(): void {
    if (!ended && idle.length === 0) idle.push(start())
  }

  function endWhatIsIdle(): void {
    for (const worker of idle.splice(1)) {
      all.delete(worker)
      void worker.end()
    }
  }

  async function end(): Promise<void> {
    ended = true
    await Promise.all([...all].map((worker) => worker.end()))
  }

  return { take, giveBack, warm, end }
}
