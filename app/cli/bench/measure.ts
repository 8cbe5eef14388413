import { lineOf, megabytes, quantile } from '#app/cli/bench/figures.ts'
import { measureExports, measureLargeSheet } from '#app/cli/bench/exports.ts'
import { firstVisit } from '#app/cli/bench/first-visit.ts'
import { run, type Load } from '#app/cli/bench/load-generator.ts'
import { measureLongDocuments } from '#app/cli/bench/long-documents.ts'
import { loadMaterial, type Material } from '#app/cli/bench/material.ts'
import { measureReport } from '#app/cli/bench/pdf.ts'
import { startProduct, type Product } from '#app/cli/bench/product.ts'
import { say } from '#app/cli/bench/say.ts'
import {
  answerPage,
  cataloguePage,
  dashboardPage,
  scenariosFor,
  type Scenario,
  type ScenarioName,
} from '#app/cli/bench/scenarios.ts'
import type { Scratch } from '#app/cli/bench/scratch.ts'
import type { Sizes } from '#app/cli/bench/sizes.ts'
import { countWritten, findMistakes } from '#app/cli/bench/verification.ts'
import { openDatabase, type Db } from '#db/client.server.ts'

/** What every part of the measurement needs. */
export type Bench = {
  product: Product
  material: Material
  sizes: Sizes
  print: Print
  signal: AbortSignal
}
export type Print = (name: string, value: number | undefined, unit: string) => void
/** `prefix` stands before the names of all figures. */
type Wanted = { sizes: Sizes; names: readonly ScenarioName[]; prefix: string }

/** Measures everything, prints each figure when it is there, and returns what the product did wrong. */
export async function measure(
  scratch: Scratch,
  { sizes, names, prefix }: Wanted,
  signal: AbortSignal,
): Promise<string[]> {
  const print: Print = (name, value, unit) => {
    if (value !== undefined) console.log(lineOf(prefix + name, value, unit, scratch.kind))
  }
  const first = await startProduct(scratch, signal)
  print('start.first', first.upAfter, 'ms')
  await first.stop()

  const [material, before] = await withDb(scratch, async (db) => {
    const loaded = await loadMaterial(db, scratch, sizes, new Date())
    return [loaded, await countWritten(db)] as const
  })
  print('count.manyBallots', material.count.took, 'ms')
  print('memory.count', megabytes(material.count.memory), 'MB')
  print('answers', material.results.answers, 'answers')
  print('snapshot', material.report.took, 'ms')
  signal.throwIfAborted()

  const product = await startProduct(scratch, signal)
  print('start.second', product.upAfter, 'ms')
  const bench = { product, material, sizes, print, signal }
  const done = await underLoad(bench, names).finally(() => product.stop())
  measureLargeSheet(print)
  await measureLongDocuments(print, signal)
  return withDb(scratch, (db) => findMistakes(db, material, { before, done }, scratch.roundKey))
}

async function withDb<T>({ url }: Scratch, work: (db: Db) => Promise<T>): Promise<T> {
  const db = openDatabase(url)
  try {
    return await work(db)
  } finally {
    await db.destroy()
  }
}

/** Returns how often each thing was done, for comparison with the database. */
async function underLoad(bench: Bench, names: readonly ScenarioName[]): Promise<Map<ScenarioName, number>> {
  const { product, material, print } = bench
  await product.settle()
  await measureVisits(bench)
  await measureReport(bench)
  await measureExports(bench)
  const scenarios = scenariosFor(material)
  const done = new Map<ScenarioName, number>()
  for (const name of names) done.set(name, await measureScenario(bench, name, scenarios[name]))
  print('memory.afterLoad', megabytes(product.memory()?.resident), 'MB')
  return done
}

/** SurveyJS, and what draws it. The dashboard is whole before its charts can be touched: they do not count there. */
const QUESTIONNAIRE_SCRIPTS = ['survey.client', 'client-']

async function measureVisits({ product: { origin }, material, print }: Bench): Promise<void> {
  const [person] = material.people
  if (!person) throw new Error('nobody is there')
  const visits = {
    catalogue: await firstVisit(origin, cataloguePage(material, 0), []),
    answerPage: await firstVisit(origin, answerPage(material, material.round, person), QUESTIONNAIRE_SCRIPTS),
    dashboard: await firstVisit(origin, dashboardPage(material), []),
  }
  for (const [page, { bytes, requests }] of Object.entries(visits)) {
    print(`firstVisit.${page}.bytes`, bytes, 'bytes')
    print(`firstVisit.${page}.requests`, requests, 'requests')
  }
}

const CONNECTIONS = [1, 16]
/** Of what can be done once, so much is done alone; the rest is left for the crowd. */
const SHARE_ALONE = 0.3

async function measureScenario(bench: Bench, name: ScenarioName, scenario: Scenario): Promise<number> {
  const { product, sizes, signal } = bench
  const { warmUp, seconds } = sizes
  say(`${name} …`)
  const warm = { connections: 4, seconds, most: warmUp }
  let turns = (await run(product.origin, scenario.next, warm, signal)).durations.length
  for (const connections of CONNECTIONS) {
    const most = connections === 1 ? Math.ceil(scenario.turnsLeft() * SHARE_ALONE) : Infinity
    turns += await measureRun(bench, `${name}.${connections}`, scenario, { connections, seconds, most })
  }
  return turns
}

async function measureRun(bench: Bench, name: string, scenario: Scenario, load: Load): Promise<number> {
  const { product, print, signal } = bench
  await product.settle()
  const cpuBefore = product.cpu()
  const { durations, seconds } = await run(product.origin, scenario.next, load, signal)
  const cpuAfter = product.cpu()
  print(`${name}.rate`, durations.length / seconds, '1/s')
  print(`${name}.p50`, quantile(durations, 0.5), 'ms')
  print(`${name}.p95`, quantile(durations, 0.95), 'ms')
  if (cpuBefore !== undefined && cpuAfter !== undefined)
    print(`${name}.serverCpu`, (cpuAfter - cpuBefore) / durations.length, 'ms')
  return durations.length
}
