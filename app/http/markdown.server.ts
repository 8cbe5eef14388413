import sanitizeHtml from 'sanitize-html'
import { markdown } from '#app/domain/markdown.ts'

const SAFE_SCHEMES = new Set(['http:', 'https:', 'mailto:', 'tel:'])

/** Any address will do: it only tells what stays on our own site from what leads elsewhere. */
const HERE = 'https://here.invalid'

/** h1 is the page's title and h2 a section's: what people write starts below. */
const HEADINGS = { h1: 'h3', h2: 'h4', h3: 'h5', h4: 'h6', h5: 'h6' }

// A picture would be fetched from wherever the text says, and tell that place who reads it: its words remain.
markdown.renderer.rules.image = (tokens, index) => markdown.utils.escapeHtml(tokens[index]?.content ?? '')

const ALLOWED: sanitizeHtml.IOptions = {
  allowedTags: [
    ...['h3', 'h4', 'h5', 'h6', 'p', 'br', 'hr', 'blockquote', 'pre', 'code', 'em', 'strong', 's'],
    ...['ul', 'ol', 'li', 'a', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ],
  allowedAttributes: { a: ['href', 'rel'], ol: ['start'] },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowProtocolRelative: false,
  transformTags: {
    ...Object.fromEntries(
      Object.entries(HEADINGS).map(([from, to]) => [from, sanitizeHtml.simpleTransform(to, {})]),
    ),
    a: (_, { href = '' }) => ({ tagName: 'a', attribs: linkTo(href) }),
  },
}

/** Markdown that a person wrote as HTML that can do no harm: no HTML of theirs, no pictures, no strange links. */
export function renderMarkdown(text: string): string {
  return sanitizeHtml(markdown.render(text), ALLOWED)
}

function linkTo(href: string): Record<string, string> {
  const target = URL.canParse(href, HERE) ? new URL(href, HERE) : undefined
  if (!target) return {}
  if (target.origin === HERE) return /^[/#]/.test(href) ? { href } : {}
  return SAFE_SCHEMES.has(target.protocol) && /^[a-z]+:/i.test(href)
    ? { href, rel: 'noopener noreferrer' }
    : {}
}
