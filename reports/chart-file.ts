// A chart of a report as a picture that stands alone: whoever finds it in a presentation reads what it shows, of which
// report, and whether its figures are invented. The scene is the one of the screen.

import { renderAsync } from '@resvg/resvg-js'
import { palette, type Colour, type Picture, type SceneItem } from '#app/charts/scene.ts'
import type { Table } from '#app/charts/table.ts'
import { textWidth } from '#app/charts/text-width.ts'
import type { Locale } from '#app/domain/locale.ts'
import type { ReportData } from '#app/domain/report.ts'
import { frozenDashboard } from '#reports/dashboard.ts'
import { FAMILY_NAME, fontFiles } from '#reports/fonts.ts'
import { escaped } from '#reports/sheet.ts'
import { wordsIn } from '#reports/words.ts'

export const CHARTS = [
  'participation-history',
  'participation-map',
  'satisfaction-overall',
  'satisfaction-topics',
  'satisfaction-history',
] as const
export type Chart = (typeof CHARTS)[number]

/** Null where there is nothing to draw, or where it may not be told. */
export function chartOf(
  report: ReportData,
  chart: Chart,
  locale: Locale,
): { picture: Picture; table: Table } | null {
  const { participation, satisfaction } = frozenDashboard(report, locale)
  switch (chart) {
    case 'participation-history':
      return participation.trend
    case 'participation-map':
      return participation.map
    case 'satisfaction-overall':
      return satisfaction.overall
    case 'satisfaction-topics':
      return satisfaction.topics
    case 'satisfaction-history':
      return satisfaction.trend
  }
}

const MARGIN = 16
const CAPTION = { size: 13, leading: 17 }
const FOOT = { size: 9.5, leading: 13 }

export function chartSvg(chart: Chart, picture: Picture, report: ReportData, locale: Locale): string {
  const { scene, caption, alternative } = picture
  const room = scene.width
  const head = wrapped(`${caption}.`, CAPTION.size, room)
  const said = footOf(chart, report, locale)
  const foot = said.flatMap((line) => wrapped(line, FOOT.size, room))
  const top = MARGIN + head.length * CAPTION.leading + CAPTION.size / 2
  const below = top + scene.height + FOOT.leading * 1.5
  const [width, height] = [room + 2 * MARGIN, Math.ceil(below + foot.length * FOOT.leading)]
  const line = (words: string, y: number, size: number, more: string) =>
    `<text x="${MARGIN}" y="${y}" font-size="${size}" ${more}>${escaped(words)}</text>`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" ` +
      `lang="${locale}" role="img" aria-labelledby="title description" font-family="${FAMILY_NAME}, Fira Sans, sans-serif">`,
    `<title id="title">${escaped(caption)}</title>`,
    `<desc id="description">${escaped([alternative, ...said].join(' '))}</desc>`,
    `<rect width="${width}" height="${height}" fill="${palette.paper}"/>`,
    ...head.map((words, nth) =>
      line(
        words,
        MARGIN + CAPTION.size + nth * CAPTION.leading,
        CAPTION.size,
        `font-weight="700" ${fill('ink')}`,
      ),
    ),
    `<g transform="translate(${MARGIN},${top})">${scene.items.map(drawn).join('')}</g>`,
    ...foot.map((words, nth) => line(words, below + nth * FOOT.leading, FOOT.size, fill('muted'))),
    '</svg>\n',
  ].join('\n')
}

/** Whose figures, of which report and day, under which fingerprint; invented ones say so. A map names its sources. */
function footOf(chart: Chart, report: ReportData, locale: Locale): string[] {
  const { districtName, number, cutOff, releasedAt, sha256, demo, sources } = report
  const words = wordsIn(locale)
  return [
    [districtName, words.report.subtitle(number, cutOff)].join(' · '),
    `${words.figureList.explanations.hash}: ${sha256.slice(0, 12)}…`,
    ...(releasedAt ? [] : [words.report.draft]),
    ...(demo ? [words.report.demo.sentence] : []),
    ...(chart === 'participation-map' ? sources.map(({ text }) => text) : []),
  ]
}

function fill(colour: Colour): string {
  return `fill="${palette[colour]}"`
}

function drawn(item: SceneItem): string {
  if (item.kind === 'text') {
    const { x, y, size, anchor, weight, text } = item
    const more = [
      ...(anchor === 'start' ? [] : [`text-anchor="${anchor}"`]),
      ...(weight === 'bold' ? ['font-weight="700"'] : []),
    ]
    return `<text x="${x}" y="${y}" font-size="${size}" ${fill(item.fill)} ${more.join(' ')}>${escaped(text)}</text>`
  }
  const { d, stroke, strokeWidth, dash } = item
  const line = stroke
    ? ` stroke="${palette[stroke]}" stroke-width="${strokeWidth ?? 1}"${dash ? ` stroke-dasharray="${dash.join(' ')}"` : ''}`
    : ''
  return `<path d="${d}" ${item.fill ? fill(item.fill) : 'fill="none"'}${line}/>`
}

/** Words in lines that fit; a single one that does not stands alone. */
function wrapped(text: string, size: number, width: number): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/)) {
    const longer = `${lines.at(-1) ?? ''} ${word}`
    if (lines.length > 0 && textWidth(longer, size) <= width) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

/** Sharp on paper at half the width of a page, and on any screen. */
const PIXELS_PER_UNIT = 3

/** Frozen figures look the same each time, so the latest pictures are kept. */
const kept = new Map<string, Buffer>()
const MOST_KEPT = 40

/** Drawn beside the event loop; a few hundredths of a second. */
export async function chartPng(svg: string, key: string): Promise<Buffer> {
  const known = kept.get(key)
  if (known) return known
  const image = await renderAsync(svg, {
    font: { fontFiles: fontFiles(), loadSystemFonts: false, defaultFontFamily: FAMILY_NAME },
    fitTo: { mode: 'zoom', value: PIXELS_PER_UNIT },
  })
  const made = image.asPng()
  const [oldest] = kept.keys()
  if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest)
  kept.set(key, made)
  return made
}
