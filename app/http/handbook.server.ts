// The handbook of docs/handbuch as pages of the product, so that help is where the question arises.

import markdownIt from 'markdown-it'

const TEXTS = import.meta.glob<string>('/docs/handbuch/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
})
const PICTURES = import.meta.glob<string>('/docs/handbuch/bilder/*.png', {
  query: '?url',
  import: 'default',
  eager: true,
})

const FOLDER = '/docs/handbuch'
/** In the order in which people look for them; README.md leads through the folder where there is no product. */
const CHAPTERS = [
  'teilnehmende',
  'trainerinnen',
  'fortbildungsbeauftragte',
  'koordination',
  'ausschuss',
  'personalrat',
] as const

export type Chapter = { name: string; title: string; lead: string; html: string; sections: Section[] }
type Section = { id: string; title: string }

/**
 * Where a section is found: "Absage und Vertretung" at #absage-und-vertretung. As on GitHub, so that a link between
 * chapters leads there in the folder, too.
 */
export function anchorOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .replace(/\s/g, '-')
}

const parser = markdownIt({ html: false, linkify: false, typographer: false })

parser.renderer.rules.heading_open = (tokens, index) => {
  const { tag = 'h2' } = tokens[index] ?? {}
  return `<${tag} id="${anchorOf(tokens[index + 1]?.content ?? '')}">`
}

parser.renderer.rules.image = (tokens, index) => {
  const token = tokens[index]
  const source = String(token?.attrGet('src') ?? '')
  const address = PICTURES[`${FOLDER}/${source}`]
  const words = parser.utils.escapeHtml(token?.content ?? '')
  // Before it is taken for the first time: the journey that takes it needs a product that runs.
  if (address === undefined) return words
  return `<img src="${address}" alt="${words}" loading="lazy">`
}

// Chapters name each other by their files, which is right in the folder; in the product they are pages.
const linkOpen = parser.renderer.rules.link_open
parser.renderer.rules.link_open = (tokens, index, options, env, self) => {
  const token = tokens[index]
  const href = String(token?.attrGet('href') ?? '')
  token?.attrSet('href', href.replace(/^([a-z]+)\.md/, '/handbook/$1'))
  return linkOpen?.(tokens, index, options, env, self) ?? self.renderToken(tokens, index, options)
}

// Read once, when the product starts: they change with its version only.
const chapters = CHAPTERS.flatMap((name): Chapter[] => {
  const text = TEXTS[`${FOLDER}/${name}.md`]
  return text === undefined ? [] : [readDocument(name, text)]
})

/** A text with a title, a lead and sections, as chapters are. */
export function readDocument(name: string, text: string): Chapter {
  const [heading = '', lead = '', ...rest] = text.split(/\n{2,}/)
  const body = rest.join('\n\n')
  const sections = [...body.matchAll(/^## (.+)$/gm)].map(([, title = '']) => ({ id: anchorOf(title), title }))
  const onOneLine = lead.replace(/\n/g, ' ').trim()
  return { name, title: heading.replace(/^# /, ''), lead: onOneLine, html: parser.render(body), sections }
}

/** All chapters, with what each is about. */
export function listChapters(): readonly Chapter[] {
  return chapters
}

/** One chapter, or undefined when there is none of this name. */
export function getChapter(name: string): Chapter | undefined {
  return chapters.find((chapter) => chapter.name === name)
}
