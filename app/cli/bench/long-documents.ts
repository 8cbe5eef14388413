import { megabytes } from '#app/cli/bench/figures.ts'
import type { Print } from '#app/cli/bench/measure.ts'
import { costsOf } from '#app/cli/bench/product.ts'
import type { SheetData } from '#reports/attendance-sheet.ts'
import { openPress } from '#reports/press.ts'

const PAGES = [4, 40, 600]
const PEOPLE = 20
const LOOK_EVERY_MS = 10
/** Of 45 minutes. */
const UNIT = 45 * 60_000
const DAY = 24 * 60 * 60 * 1_000

/**
 * Sheets to sign, a page for each meeting, drawn as the product draws them: in a process of their own. The memory is what
 * this one and that one hold together, for the other may end with its document.
 */
export async function measureLongDocuments(print: Print, signal: AbortSignal): Promise<void> {
  const press = openPress({ limits: { workers: 1 } })
  const costs = costsOf(process)
  try {
    // The first document loads the fonts.
    await draw(1)
    for (const pages of PAGES) {
      signal.throwIfAborted()
      const began = performance.now()
      const peak = await peakWhile(() => draw(pages))
      print(`pdf.${pages}pages`, performance.now() - began, 'ms')
      print(`pdf.${pages}pages.peakMemory`, megabytes(peak), 'MB')
    }
  } finally {
    await press.close()
  }

  async function peakWhile(work: () => Promise<void>): Promise<number> {
    let peak = 0
    const look = () => void (peak = Math.max(peak, costs.memory()?.resident ?? 0))
    const looking = setInterval(look, LOOK_EVERY_MS)
    await work()
    clearInterval(looking)
    return peak
  }

  async function draw(pages: number): Promise<void> {
    const ordered = press.order({ kind: 'attendance-sheet', given: [sheets(pages), 'de'] }, BUYER)
    if (typeof ordered === 'string') throw new Error(`document of ${pages} pages: ${ordered}`)
    await ordered.finished
    const state = ordered.state()
    if (state.kind !== 'ready') throw new Error(`document of ${pages} pages: ${state.kind}`)
    press.forget(ordered.id)
  }
}

const BUYER = { owner: 'bench', name: 'bench.pdf', requestId: 'bench', again: '/' }

function sheets(pages: number): SheetData {
  const begin = Date.parse('2026-01-05T08:00:00Z')
  return {
    ...{ title: 'Sichere Netze in kleinen Verwaltungen', place: 'Landratsamt', trainers: 'Miriam Albrecht' },
    ...{ districtName: 'Landkreis Musterland', demo: false },
    meetings: Array.from({ length: pages }, (_, nth) => {
      const startsAt = new Date(begin + nth * DAY)
      return { startsAt, endsAt: new Date(startsAt.getTime() + UNIT * 2), units: 2 }
    }),
    rows: Array.from({ length: PEOPLE }, (_, nth) => {
      return { code: String(nth + 1), name: `Person Nummer ${nth + 1}`, organisation: 'Stadt Beispielhausen' }
    }),
  }
}
