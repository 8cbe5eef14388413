import { createHash } from 'node:crypto'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, onTestFinished, test, vi } from 'vitest'
import { renderAttendanceSheet } from '#reports/attendance-sheet.ts'
import { figureCsv, figureOds, figureXlsx } from '#reports/figure-list/files.ts'
import { renderSteeringCommitteeReport } from '#reports/steering-committee.ts'
import { aPress, aSheet, resultOf } from '#tests/reports/pressing.ts'
import { aReport } from '#tests/reports/report-data.ts'

const SECONDS = 60_000
const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex')
const isPdf = (result: Uint8Array | string) =>
  typeof result !== 'string' && Buffer.from(result.subarray(0, 5)).toString() === '%PDF-'

test(
  'a document from the worker is the one that is drawn here, byte for byte, after a restart too',
  { timeout: SECONDS },
  async () => {
    const here = sha256(await renderAttendanceSheet(aSheet(), 'de'))
    const { order } = aPress()
    expect(sha256(await resultOf(order('attendance-sheet', [aSheet(), 'de'])))).toBe(here)
    // Another document in between, and a process that has to be replaced.
    expect(isPdf(await resultOf(order('attendance-sheet', [aSheet(3), 'en'])))).toBe(true)
    expect(await resultOf(order('gone'))).toBe('broken')
    expect(sha256(await resultOf(order('attendance-sheet', [aSheet(), 'de'])))).toBe(here)
  },
)

test(
  'the same report gives the same bytes in every zone and language of the machine, twice, and after a restart',
  { timeout: 2 * SECONDS },
  async () => {
    onTestFinished(() => void vi.unstubAllEnvs())
    const report = aReport()
    const filesOf = () => [figureXlsx(report, 'de'), figureOds(report, 'de'), figureCsv(report, 'de')]
    const here = sha256(await renderSteeringCommitteeReport(report, 'de'))
    const files = filesOf().map(sha256)
    for (const [zone, language] of [
      ['Pacific/Kiritimati', 'ar_EG.UTF-8'],
      ['America/Los_Angeles', 'C'],
    ]) {
      vi.stubEnv('TZ', zone)
      vi.stubEnv('LANG', language)
      // Each press starts a process of its own, with what stands in the environment then.
      const { order } = aPress()
      const known = Buffer.from(await resultOf(order('environment'))).toString()
      expect(known).toContain(`TZ=${zone}`)
      for (let time = 0; time < 2; time += 1)
        expect(sha256(await resultOf(order('steering-committee', [report, 'de'])))).toBe(here)
      expect(filesOf().map(sha256)).toEqual(files)
    }
  },
)

test.for([
  ['that hangs, because a piece of its structure is attached nowhere', 'unattached', 'too-slow'],
  ['that goes round in circles', 'endless', 'too-slow'],
  ['that breaks', 'broken', 'broken'],
  ['that needs too much memory for its data', 'greedy', 'too-large'],
  ['whose process ends in the middle', 'gone', 'broken'],
  ['that finds the disk full', 'writing', 'broken'],
  ['that nobody knows', 'unknown', 'broken'],
] as const)(
  'a document %s is refused whole, with a line for the log, and the next one is made',
  { timeout: 4 * SECONDS },
  async ([, kind, refusal]) => {
    // The start of a process counts too, and may take long; only what never ends has to be slower than the limit.
    const { order, refused } = aPress({ milliseconds: kind === 'endless' ? 20_000 : 120_000, megabytes: 96 })
    expect(isPdf(await resultOf(order('attendance-sheet', [aSheet(), 'de'])))).toBe(true)
    expect(await resultOf(order(kind, ['Ada Adler, geboren in Riesa']))).toBe(refusal)
    expect(refused).toMatchObject([{ requestId: 'request-1', kind, refusal }])
    expect(isPdf(await resultOf(order('attendance-sheet', [aSheet(), 'de'])))).toBe(true)
  },
)

test(
  'pages that together need too much memory are refused too, though they do not lie in the heap',
  { timeout: SECONDS },
  async () => {
    const { order } = aPress({ megabytes: 96 })
    expect(await resultOf(order('manyPages', [200, 1]))).toBe('too-large')
    expect(isPdf(await resultOf(order('manyPages', [20, 1])))).toBe(true)
  },
)

test(
  'the log learns where a document broke, and nothing of what stands in it',
  { timeout: SECONDS },
  async () => {
    const { order, refused } = aPress()
    await resultOf(order('broken', ['Ada Adler\n    at secret (Riesa)']))
    const [line] = refused
    expect(line?.error?.name).toBe('TypeError')
    expect(line?.error?.frames).toContain('faulty-worker.ts')
    expect(JSON.stringify(line)).not.toMatch(/Adler|Riesa/)
  },
)

test(
  'whoever answers people is not held up by a long document; drawn in the same process, it would be',
  { timeout: SECONDS },
  async () => {
    const { order } = aPress()
    await resultOf(order('attendance-sheet', [aSheet(), 'de']))
    const held = async (work: () => Promise<unknown>) => {
      const delay = monitorEventLoopDelay({ resolution: 5 })
      delay.enable()
      // The first tick comes before the work, or the wait for the very first one would not count.
      await new Promise((resolve) => setTimeout(resolve, 20))
      const began = performance.now()
      await work()
      const took = performance.now() - began
      await new Promise((resolve) => setTimeout(resolve, 20))
      delay.disable()
      return { longest: delay.max / 1e6, took }
    }
    const elsewhere = await held(() => resultOf(order('attendance-sheet', [aSheet(100), 'de'])))
    const here = await held(() => renderAttendanceSheet(aSheet(100), 'de'))
    expect(elsewhere.longest).toBeLessThan(elsewhere.took / 2)
    expect(here.longest).toBeGreaterThan(here.took / 4)
  },
)

test(
  'many at once stand in line, everybody’s first before anybody’s second, and read which number they have',
  { timeout: SECONDS },
  async () => {
    const { order } = aPress()
    const running = order('slowPages', [40], 'Ada')
    const second = order('attendance-sheet', [aSheet(), 'de'], 'Ada')
    const third = order('attendance-sheet', [aSheet(), 'de'], 'Ada')
    const berta = order('attendance-sheet', [aSheet(), 'de'], 'Berta')
    expect(running.state().kind).toBe('drawing')
    expect(berta.state()).toEqual({ kind: 'waiting', place: 1 })
    expect(second.state()).toEqual({ kind: 'waiting', place: 2 })
    expect(third.state()).toEqual({ kind: 'waiting', place: 3 })
    await berta.finished
    expect(second.state().kind).not.toBe('ready')
    const results = await Promise.all([second, third, berta].map(resultOf))
    expect(results.map(isPdf)).toEqual([true, true, true])
  },
)

test('a full line takes nobody, and one person cannot fill it for all', { timeout: SECONDS }, async () => {
  const { press, order, refused } = aPress({ most: 3, mostOfOne: 2 })
  order('slowPages', [40], 'Ada')
  order('attendance-sheet', [aSheet(), 'de'], 'Ada')
  order('attendance-sheet', [aSheet(), 'de'], 'Ada')
  expect(() => order('attendance-sheet', [aSheet(), 'de'], 'Ada')).toThrow('enough')
  const last = order('attendance-sheet', [aSheet(), 'de'], 'Berta')
  expect(() => order('attendance-sheet', [aSheet(), 'de'], 'Chrobok')).toThrow('full')
  expect(refused.map(({ refusal }) => refusal)).toEqual(['enough', 'full'])
  // Whoever takes an order back makes room.
  press.forget(last.id)
  expect(order('attendance-sheet', [aSheet(), 'de'], 'Chrobok').state().kind).toBe('waiting')
})

test('a long document tells how many pages there are so far', { timeout: SECONDS }, async () => {
  const { order } = aPress()
  const ordered = order('slowPages', [60])
  const seen = new Set<number>()
  while (ordered.state().kind !== 'ready') {
    const state = ordered.state()
    if (state.kind === 'drawing') seen.add(state.pages)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  expect(seen.size).toBeGreaterThan(5)
  expect(Math.max(...seen)).toBeLessThanOrEqual(60)
})

test(
  'whoever goes away gives their place free, in line and in the middle of a document',
  { timeout: SECONDS },
  async () => {
    const { order } = aPress()
    const [leaving, waiting] = [new AbortController(), new AbortController()]
    const running = order('slowPages', [5_000], 'Ada', leaving.signal)
    const inLine = order('slowPages', [5_000], 'Berta', waiting.signal)
    const stays = order('attendance-sheet', [aSheet(), 'de'], 'Chrobok')
    waiting.abort()
    expect(inLine.state()).toEqual({ kind: 'refused', refusal: 'given-up' })
    leaving.abort()
    expect(await resultOf(running)).toBe('given-up')
    expect(isPdf(await resultOf(stays))).toBe(true)
  },
)

test(
  'what nobody asks after is not begun, and what nobody fetches is forgotten',
  { timeout: SECONDS },
  async () => {
    const { press, order } = aPress({ patienceMilliseconds: 300, keptMilliseconds: 300 })
    const first = order('attendance-sheet', [aSheet(), 'de'])
    await first.finished
    expect(press.find(first.id, 'Ada')).toBeDefined()
    expect(press.find(first.id, 'Berta')).toBeUndefined()
    await new Promise((resolve) => setTimeout(resolve, 400))
    const running = order('slowPages', [5_000], 'Ada')
    const left = order('attendance-sheet', [aSheet(), 'de'], 'Berta')
    expect(press.find(first.id, 'Ada')).toBeUndefined()
    await new Promise((resolve) => setTimeout(resolve, 400))
    order('attendance-sheet', [aSheet(), 'de'], 'Chrobok')
    expect(await resultOf(running)).toBe('given-up')
    expect(await resultOf(left)).toBe('given-up')
  },
)

test('finished documents together take no more memory than they may', { timeout: SECONDS }, async () => {
  const size = (await renderAttendanceSheet(aSheet(), 'de')).length
  const { press, order } = aPress({ keptBytes: 2.5 * size })
  const all = []
  for (const owner of ['Ada', 'Berta', 'Chrobok', 'Dora']) {
    const ordered = order('attendance-sheet', [aSheet(), 'de'], owner)
    await ordered.finished
    all.push(press.find(ordered.id, owner))
  }
  expect(all.every((one) => one !== undefined)).toBe(true)
  expect(all.map((one) => press.find(one!.id, one!.owner) !== undefined)).toEqual([false, false, true, true])
})

test(
  'a finished document that is handed over or forgotten leaves its process to the next one',
  { timeout: SECONDS },
  async () => {
    const { press, order } = aPress()
    const first = order('ownProcess')
    const drawnBy = Buffer.from(await resultOf(first)).toString()
    const second = order('slowPages', [20])
    press.forget(first.id)
    expect(isPdf(await resultOf(second))).toBe(true)
    press.forget(second.id)
    expect(Buffer.from(await resultOf(order('ownProcess'))).toString()).toBe(drawnBy)
  },
)

test('what draws knows no secret of the server', { timeout: SECONDS }, async () => {
  onTestFinished(() => void vi.unstubAllEnvs())
  vi.stubEnv('DATABASE_URL', 'postgres://lernkreis:geheim@127.0.0.1/lernkreis')
  const { order } = aPress()
  const known = Buffer.from(await resultOf(order('environment'))).toString()
  expect(known).toContain('PATH=')
  expect(known).not.toMatch(/geheim|DATABASE_URL/)
})

test('what draws ends with the server, even where that was killed', { timeout: SECONDS }, async () => {
  const server = fork(new URL('./killed-server.ts', import.meta.url), { execArgv: ['--import', 'tsx'] })
  const [drawing] = (await once(server, 'message')) as [number]
  expect(isRunning(drawing)).toBe(true)
  server.kill('SIGKILL')
  while (isRunning(drawing)) await pause(20)
})

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
