import { Agent } from 'node:http'
import { megabytes, quantile } from '#app/cli/bench/figures.ts'
import type { Bench } from '#app/cli/bench/measure.ts'
import { send } from '#app/cli/bench/request.ts'

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
    const reply = await send(product.origin, ask, agent)
    durations.push(performance.now() - began)
    content = reply.content.toString('latin1')
    if (reply.status !== 200 || !isPdf(content))
      throw new Error(`GET ${path} → ${reply.status}, erwartet: ein PDF`)
  }
  agent.destroy()
  const [cold, ...warm] = durations
  print('pdf.cold', cold, 'ms')
  print('pdf.warm', quantile(warm, 0.5), 'ms')
  print('pdf.pages', content.match(PAGE)?.length, 'pages')
  print('pdf.bytes', content.length, 'bytes')
  print('pdf.peakMemory', megabytes(product.memory()?.peak), 'MB')
}

function isPdf(content: string): boolean {
  return content.startsWith('%PDF-') && content.trimEnd().endsWith('%%EOF')
}
