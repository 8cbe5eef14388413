import { DOMParser } from '@xmldom/xmldom'
import { expect, test } from 'vitest'
import type { ReportData } from '#app/domain/report.ts'
import { chartOf, chartPng, CHARTS, chartSvg, type Chart } from '#reports/chart-file.ts'
import { aMunicipality, aReport, anEmptyReport } from '#tests/reports/report-data.ts'

function svgOf(chart: Chart, report: ReportData = aReport()): string {
  const drawn = chartOf(report, chart, 'de')
  return drawn ? chartSvg(chart, drawn.picture, report, 'de') : 'nothing to draw'
}

function read(svg: string) {
  const fail = (level: string, message: string) => {
    throw new Error(`${level}: ${message}`)
  }
  return new DOMParser({ onError: fail }).parseFromString(svg, 'image/svg+xml')
}

test.each(CHARTS)(
  '%s says by itself what it shows, of which report, and that its figures are invented',
  (chart) => {
    const svg = read(svgOf(chart))
    const textOf = (tag: string) => [...svg.getElementsByTagName(tag)].map((one) => one.textContent).join(' ')
    expect(textOf('title').length).toBeGreaterThan(20)
    expect(textOf('desc')).toMatch(/\d/)
    for (const said of [textOf('desc'), textOf('text')]) {
      expect(said).toContain('Landkreis Musterland · Bericht Nr. 3 zum Stichtag 30. Juni 2026')
      expect(said).toContain('die Zahlen sind erfunden')
    }
    expect(textOf('text')).toContain(aReport().sha256.slice(0, 12))
  },
)

test('a picture before the release says so, and a map names its sources', () => {
  expect(svgOf('participation-history', aReport({}, null))).toContain('Entwurf, noch nicht freigegeben')
  expect(svgOf('participation-map')).toContain('Statistisches Musteramt')
})

test('what a name holds is text in the picture: no script, no address that a browser would load', () => {
  const { participation } = aReport()
  const municipalities = [
    aMunicipality('14000010', '<script>x</script>"&<image href="https://example.org"/>'),
  ]
  const svg = svgOf('participation-map', aReport({ participation: { ...participation, municipalities } }))
  const tags = [...read(svg).getElementsByTagName('*')].map(({ tagName }) => tagName)
  expect([...new Set(tags)].sort()).toEqual(['desc', 'g', 'path', 'rect', 'svg', 'text', 'title'])
})

test('where nothing may be told there is no picture', () => {
  expect(chartOf(anEmptyReport(), 'satisfaction-overall', 'de')).toBeNull()
  expect(chartOf(anEmptyReport(), 'satisfaction-topics', 'de')).toBeNull()
})

const PNG = [0x89, 0x50, 0x4e, 0x47]

test('a PNG shows the same with letters, three times as large, and is the same each time', async () => {
  const svg = svgOf('satisfaction-overall')
  const [picture, again] = [await chartPng(svg, 'one'), await chartPng(svg, 'another')]
  expect([...picture.subarray(0, 4)]).toEqual(PNG)
  expect(picture.readUInt32BE(16)).toBe(3 * Number(/width="(\d+)"/.exec(svg)?.[1]))
  expect(picture.equals(again)).toBe(true)
  const without = await chartPng(svg.replace(/<text[^>]*>[^<]*<\/text>/g, ''), 'without letters')
  expect(without.length).toBeLessThan(picture.length / 2)
})
