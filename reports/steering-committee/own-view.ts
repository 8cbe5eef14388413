// What the coordination says: clearly theirs, beside figures that are nobody's opinion.

import type { IndicatorKey } from '#app/domain/indicator.ts'
import { blocksIn, type TextLink } from '#app/domain/markdown.ts'
import { callout, heading, inParts, linkLine, list, paragraph } from '#reports/blocks.ts'
import type { Report } from '#reports/steering-committee/report.ts'

export function drawOwnView(report: Report): void {
  const { paper, data, words } = report
  if (data.ownView === null) return
  heading(paper, 2, words.report.ownView.title)
  paragraph(paper, words.report.ownView.explained, { style: 'note' })
  for (const block of blocksIn(data.ownView)) {
    if (block.kind === 'heading') heading(paper, 3, block.words)
    else if (block.kind === 'list') list(paper, block.points)
    else for (const part of inParts(block.words)) paragraph(paper, part)
    if (block.kind !== 'heading') drawLinks(report, block.links)
  }
}

function drawLinks({ paper, words }: Report, links: readonly TextLink[]): void {
  for (const { label, url } of links) {
    const contents = words.report.externalLink(url)
    linkLine(paper, { before: label === url ? '' : `${label}:`, label: url, target: { url }, contents })
  }
}

/** What was said to an indicator on this reporting date. */
export function drawComment({ paper, data, words }: Report, indicator: IndicatorKey): void {
  const comment = data.comments[indicator]
  if (comment !== null) callout(paper, words.report.ownView.title, comment)
}
