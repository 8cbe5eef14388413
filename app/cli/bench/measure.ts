import { Agent } from 'node:http'
import { lineOf, quantile } from '#app/cli/bench/figures.ts'
import { firstVisit } from '#app/cli/bench/first-visit.ts'
import { run } from '#app/cli/bench/load-generator.ts'
import { loadMaterial, type Material } from '#app/cli/bench/material.ts'
import { startProduct, type Product } from '#app/cli/bench/product.ts'
import { send } from '#app/cli/bench/request.ts'
import { say } from '#app/cli/bench/say.ts'
import {
  answerPage,
  cataloguePage,
  dashboardPage,
  scenariosFor,
  type Scenario,
} from '#app/cli/bench/scenarios.ts'
import type { Scratch } from '#app/cli/bench/scratch.ts'
import type { Sizes } from '#app/cli/bench/sizes.ts'
import { countWritten, findMistakes } from '#app/cli/bench/verification.ts'
import { openDatabase, type Db } from '#db/client.server.ts'

type Print = (name: string, value: number | undefined, unit: string) => void

/** Measures everything, prints each figure when it is there, and returns what the product did wrong. */
export async function measure(
  scratch: Scratch,
  sizes: Sizes,
  only: string | undefined,
  signal: AbortSignal,
): Promise<string[]> {
  const print: Print = (name, value, unit) => {
    if (value !== undefined) console.log(lineOf(name, value, unit, scratch.kind))
  }
  const first = await startProduct(scratch, signal)
  print('start.first', first.upAfter, 'ms')
  await first.stop()

  const [material, before] = await withDb(scratch, async (db) => {
    const loaded = await loadMaterial(db, scratch, sizes, new Date())
    return [loaded, await countWritten(db)] as const
  })
  print('count.manyBallots', material.countTook, 'ms')
  signal.throwIfAborted()

  const done = new Map<string, number>()
  const product = await startProduct(scratch, signal)
  try {
    print('start.second', product.upAfter, 'ms')
    await product.settle()
    await measureVisits(product, material, print)
    await measureReport(product, material, sizes, print)
    for (const scenario of scenariosFor(material)) {
      if (only === undefined || only === scenario.name)
        done.set(scenario.name, await measureScenario(product, scenario, sizes, print, signal))
    }
    print('memory.afterLoad', product.memory()?.resident, 'bytes')
  } finally {
    await product.stop()
  }
  return withDb(scratch, (db) => findMistakes(db, material, before, done, scratch.roundKey))
}

async function withDb<T>({ url }: Scratch, work: (db: Db) => Promise<T>): Promise<T> {
  const db = openDatabase(url)
  try {
    return await work(db)
  } finally {
    await db.destroy()
  }
}

async function measureVisits({ origin }: Product, material: Material, print: Print): Promise<void> {
  const [person] = material.people
  if (!person) throw new Error('nobody is there')
  const visits = {
    catalogue: await firstVisit(origin, cataloguePage(material, 0), { lazy: false }),
    answerPage: await firstVisit(origin, answerPage(material, material.round, person), { lazy: true }),
    dashboard: await firstVisit(origin, dashboardPage(material), { lazy: false }),
  }
  for (const [page, { bytes, requests }] of Object.entries(visits)) {
    print(`firstVisit.${page}.bytes`, bytes, 'bytes')
    print(`firstVisit.${page}.requests`, requests, 'requests')
  }
}

const PAGE = /\/Type\s*\/Page\b/g

/** The first report after a start loads what it takes to draw one; the others show what a report costs. */
async function measureReport(
  product: Product,
  material: Material,
  { reports }: Sizes,
  print: Print,
): Promise<void> {
  const path = `/reports/${material.report}/steering-committee.pdf`
  const cookie = material.cookies.get(material.committee) ?? ''
  const agent = new Agent({ keepAlive: true })
  const durations: number[] = []
  let content = ''
  product.forgetPeak()
  for (let nth = 0; nth <= reports; nth += 1) {
    const began = performance.now()
    const reply = await send(product.origin, { path, cookie }, agent)
    durations.push(performance.now() - began)
    content = reply.content.toString('latin1')
    if (reply.status !== 200 || !content.startsWith('%PDF-') || !content.trimEnd().endsWith('%%EOF'))
      throw new Error(`GET ${path} → ${reply.status}, erwartet: ein PDF`)
  }
  agent.destroy()
  const [cold, ...warm] = durations
  print('pdf.cold', cold, 'ms')
  print('pdf.warm', quantile(warm, 0.5), 'ms')
  print('pdf.pages', content.match(PAGE)?.length, 'pages')
  print('pdf.bytes', content.length, 'bytes')
  print('pdf.peakMemory', product.memory()?.peak, 'bytes')
}

const CONNECTIONS = [1, 16]
/** Of what can be done once, so much is left for those who come later. */
const SHARE_ALONE = 0.3

/** Returns how many turns were taken, for comparison with the database. */
async function measureScenario(
  product: Product,
  scenario: Scenario,
  sizes: Sizes,
  print: Print,
  signal: AbortSignal,
): Promise<number> {
  say(`${scenario.name} …`)
  const { warmUp: most, seconds } = sizes
  const warm = await run(product.origin, scenario.next, { connections: 4, seconds, most }, signal)
  let turns = warm.durations.length
  for (const connections of CONNECTIONS) {
    const share = connections === 1 ? Math.ceil(scenario.turnsLeft() * SHARE_ALONE) : Infinity
    await product.settle()
    const cpuBefore = product.cpu()
    const load = { connections, seconds, most: share }
    const { durations, seconds: took } = await run(product.origin, scenario.next, load, signal)
    const cpu = difference(product.cpu(), cpuBefore)
    const name = `${scenario.name}.${connections}`
    print(`${name}.rate`, durations.length / took, 'requests/s')
    print(`${name}.p50`, quantile(durations, 0.5), 'ms')
    print(`${name}.p95`, quantile(durations, 0.95), 'ms')
    print(`${name}.serverCpu`, cpu && cpu / durations.length, 'ms')
    turns += durations.length
  }
  return turns
}

function difference(after: number | undefined, before: number | undefined): number | undefined {
  return after === undefined || before === undefined ? undefined : after - before
}
