import { Agent } from 'node:http'
import { megabytes, quantile } from '#app/cli/bench/figures.ts'
import type { Bench, Print } from '#app/cli/bench/measure.ts'
import { costsOf } from '#app/cli/bench/product.ts'
import { send, contentOf } from '#app/cli/bench/request.ts'
import type { Cell } from '#reports/sheet.ts'
import { xlsx } from '#reports/xlsx.ts'

/** Each file of a report by its address, and the signs with which it must begin. */
const FILES = {
  'indicators.csv': '\u00ef\u00bb\u00bf',
  'indicators-open.csv': 'report,',
  'indicators.json': '{',
  'indicators.xlsx': 'PK',
  'indicators.ods': 'PK',
  'datapackage.json': '{',
  'charts/participation-history.svg': '<svg',
  'charts/participation-history.png': '\u0089PNG',
}

/** One file after the other, as somebody fetches them; the first of each makes warm. */
export async function measureExports({ product, material, sizes, print }: Bench): Promise<void> {
  const agent = new Agent({ keepAlive: true })
  const cookie = material.cookies.get(material.committee) ?? ''
  for (const [name, begin] of Object.entries(FILES)) {
    const path = `/reports/${material.report.number}/${name}`
    const durations: number[] = []
    for (let nth = 0; nth <= sizes.reports; nth += 1) {
      const began = performance.now()
      const reply = await send(product.origin, { path, cookie }, agent)
      durations.push(performance.now() - began)
      if (reply.status !== 200 || !contentOf(reply).toString('latin1').startsWith(begin))
        throw new Error(`GET ${path} → ${reply.status}, erwartet: eine Datei, die mit ${begin} beginnt`)
    }
    print(`export.${name}`, quantile(durations.slice(1), 0.5), 'ms')
  }
  agent.destroy()
}

const ROWS = 100_000
const COLUMNS = 10

/** A sheet as large as a list of all answers of a large district would be, as texts, numbers and days. */
export function measureLargeSheet(print: Print): void {
  const costs = costsOf(process)
  costs.forgetPeak()
  const resident = costs.memory()?.resident ?? 0
  const began = performance.now()
  let bytes = 0
  for (const part of xlsx([{ name: 'Antworten', rows: largeSheet() }])) bytes += part.length
  print('xlsx.100000x10', performance.now() - began, 'ms')
  print('xlsx.100000x10.bytes', bytes, 'bytes')
  print('xlsx.100000x10.peakMemory', megabytes((costs.memory()?.peak ?? 0) - resident), 'MB')
}

function* largeSheet(): Generator<Cell[]> {
  for (let row = 1; row <= ROWS; row += 1)
    yield Array.from({ length: COLUMNS }, (_, column) => {
      if (column === 0) return { day: '2026-06-30' }
      return column % 2 ? row * column + 0.5 : `Antwort ${row} & Frage ${column}`
    })
}
