// Markdown that a person wrote: the one parser for it, and what it says as blocks for paper.

import markdownIt from 'markdown-it'

/** No HTML of theirs; addresses that stand in the text become links. */
export const markdown = markdownIt({ html: false, linkify: true, typographer: false })
markdown.linkify.set({ fuzzyLink: false })

export type TextLink = { label: string; url: string }

export type TextBlock =
  | { kind: 'heading'; words: string }
  | { kind: 'paragraph'; words: string; links: TextLink[] }
  | { kind: 'list'; points: string[]; links: TextLink[] }

type Token = ReturnType<typeof markdown.parse>[number]

/** Headings, paragraphs and lists, one below the other: what is nested in a list becomes points of it. */
export function blocksIn(text: string): TextBlock[] {
  const blocks: TextBlock[] = []
  const counters: (number | null)[] = []
  let isHeading = false
  let points: { points: string[]; links: TextLink[] } | null = null
  for (const token of markdown.parse(text, {})) {
    if (token.type === 'heading_open' || token.type === 'heading_close') isHeading = token.nesting > 0
    if (/^(bullet|ordered)_list_open$/.test(token.type)) {
      counters.push(token.type.startsWith('ordered') ? Number(token.attrGet('start') ?? 1) : null)
      points ??= { points: [], links: [] }
    }
    if (/^(bullet|ordered)_list_close$/.test(token.type)) {
      counters.pop()
      if (counters.length === 0 && points) blocks.push({ kind: 'list', ...points })
      if (counters.length === 0) points = null
    }
    const said = wordsIn(token)
    if (said === null) continue
    const links = linksIn(token)
    if (points) {
      const counter = counters.at(-1) ?? null
      points.points.push(counter === null ? said : `${counter}. ${said}`)
      if (counter !== null) counters[counters.length - 1] = counter + 1
      points.links.push(...links)
    } else
      blocks.push(isHeading ? { kind: 'heading', words: said } : { kind: 'paragraph', words: said, links })
  }
  return blocks
}

function wordsIn(token: Token): string | null {
  if (token.type === 'fence' || token.type === 'code_block') return token.content.trim() || null
  if (token.type !== 'inline') return null
  const parts = (token.children ?? []).map(({ type, content }) => (/break$/.test(type) ? ' ' : content))
  return parts.join('').trim() || null
}

const SAFE = /^(https?|mailto):/i

/** Those that lead anywhere by themselves: an address of the product means nothing on paper. */
function linksIn(token: Token): TextLink[] {
  const links: TextLink[] = []
  let open: TextLink | null = null
  for (const child of token.children ?? []) {
    if (child.type === 'link_open') open = { label: '', url: String(child.attrGet('href') ?? '') }
    else if (child.type === 'link_close') {
      if (open && SAFE.test(open.url)) links.push({ ...open, label: open.label || open.url })
      open = null
    } else if (open) open.label += child.content
  }
  return links
}
