// A chart on paper: the same scene as on the screen, as vectors, with words for those who do not see it.

import {
  palette,
  type Picture,
  type Scene,
  type SceneItem,
  type ScenePath,
  type SceneText,
} from '#app/charts/scene.ts'
import {
  CONTENT_WIDTH,
  heightOf,
  MARGIN,
  needHeight,
  opened,
  printable,
  tagged,
  TYPE,
  write,
} from '#reports/page.ts'
import type { Paper } from '#reports/page.ts'

/** As wide as the scene, centred on the page. */
export function figure(paper: Paper, { scene, alternative, caption }: Picture): void {
  const { pdf } = paper
  const captionHeight = heightOf(paper, caption, TYPE.note, CONTENT_WIDTH)
  needHeight(paper, scene.height + captionHeight + 6)
  const [x, y] = [MARGIN.left + (CONTENT_WIDTH - scene.width) / 2, pdf.y]
  const element = opened(paper, paper.section, 'Figure', {
    alt: alternative,
    bbox: [x, y, x + scene.width, y + scene.height],
    placement: 'Block',
  })
  element.add(() => drawScene(paper, scene, x, y))
  element.end()
  pdf.x = MARGIN.left
  pdf.y = y + scene.height + 4
  tagged(paper.section, pdf, 'Caption', () =>
    write(paper, caption, TYPE.note, { x: MARGIN.left, y: pdf.y, width: CONTENT_WIDTH }),
  )
  pdf.y += 10
}

/** Draws a scene with its top left corner there. Whoever calls it has opened the tag. */
export function drawScene(paper: Paper, { items }: Scene, x: number, y: number): void {
  paper.pdf.save().translate(x, y)
  for (const item of items) drawItem(paper, item)
  paper.pdf.restore()
}

function drawItem(paper: Paper, item: SceneItem): void {
  if (item.kind === 'path') drawPath(paper, item)
  else drawText(paper, item)
}

function drawPath({ pdf }: Paper, { d, fill, stroke, strokeWidth = 1, dash }: ScenePath): void {
  pdf.save()
  if (stroke) pdf.lineWidth(strokeWidth).strokeColor(palette[stroke])
  if (dash) pdf.dash(dash[0], { space: dash[1] })
  pdf.path(d)
  if (fill && stroke) pdf.fillAndStroke(palette[fill], palette[stroke])
  else if (fill) pdf.fill(palette[fill])
  else pdf.stroke()
  pdf.restore()
}

function drawText(paper: Paper, { text, x, y, size, anchor, weight, fill }: SceneText): void {
  const { pdf } = paper
  pdf.font(weight).fontSize(size).fillColor(palette[fill])
  const words = printable(paper, text)
  const width = pdf.widthOfString(words)
  const left = anchor === 'middle' ? x - width / 2 : anchor === 'end' ? x - width : x
  pdf.text(words, left, y, { lineBreak: false, baseline: 'alphabetic' })
}
