import { Agent } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { megabytes, quantile } from '#app/cli/bench/figures.ts'
import type { Bench } from '#app/cli/bench/measure.ts'
import { send } from '#app/cli/bench/request.ts'

type Ask = { path: string; cookie: string }

const PAGE = /\/Type\s*\/Page\b/g

/** The first report after a start loads what it takes to draw one; the others show what a report costs. */
export async function measureReport({ product, material, sizes, print }: Bench): Promise<void> {
  const path = `/reports/${material.report.number}/steering-committee.pdf`
  const ask = { path, cookie: material.cookies.get(material.committee) ?? '' }
  const agent = new Agent({ keepAlive: true })
  const durations: number[] = []
  let content = ''
  product.forgetPeak()
  for (let nth = 0; nth <= sizes.reports; nth += 1) {
    const began = performance.now()
    content = await fetchDocument(product.origin, ask, agent)
    durations.push(performance.now() - began)
  }
  agent.destroy()
  const [cold, ...warm] = durations
  print('pdf.cold', cold, 'ms')
  print('pdf.warm', quantile(warm, 0.5), 'ms')
  print('pdf.pages', content.match(PAGE)?.length, 'pages')
  print('pdf.bytes', content.length, 'bytes')
  print('pdf.peakMemory', megabytes(product.memory()?.peak), 'MB')
}

const LOOK_EVERY_MS = 20
const PATIENCE_MS = 60_000

/** On a busy machine the first one may take so long that a page tells how far it is. */
async function fetchDocument(origin: string, ask: Ask, agent: Agent): Promise<string> {
  const until = performance.now() + PATIENCE_MS
  let reply = await send(origin, ask, agent)
  const path = `${reply.location}/file`
  while ([302, 303].includes(reply.status) && performance.now() < until) {
    await pause(LOOK_EVERY_MS)
    reply = await send(origin, { ...ask, path }, agent)
  }
  const content = reply.content.toString('latin1')
  if (!isPdf(content)) throw new Error(`GET ${ask.path} → ${reply.status}, erwartet: ein PDF`)
  return content
}

function isPdf(content: string): boolean {
  return content.startsWith('%PDF-') && content.trimEnd().endsWith('%%EOF')
}
