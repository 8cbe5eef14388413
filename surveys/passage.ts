// The little HTML that may stand between questions: paragraphs, lists and emphasis. No attributes, so no addresses.

import sanitizeHtml from 'sanitize-html'
import type { Definition, LocalText } from '#app/domain/questionnaire.ts'

const ALLOWED: sanitizeHtml.IOptions = {
  allowedTags: ['p', 'br', 'strong', 'em', 'ul', 'ol', 'li'],
  allowedAttributes: {},
}
/** Keeps everything: what differs from it was not allowed. */
const EVERYTHING: sanitizeHtml.IOptions = {
  allowedTags: false,
  allowedAttributes: false,
  allowVulnerableTags: true,
}

export function sanitisePassage(html: string): string {
  return sanitizeHtml(html, ALLOWED)
}

/** Whether the sanitiser would take nothing away. */
export function isHarmless(html: string): boolean {
  return !html.includes('<!') && sanitisePassage(html) === sanitizeHtml(html, EVERYTHING)
}

/** A definition for a page: sanitised once more, whatever the check of an earlier version of this product let in. */
export function withCleanPassages(definition: Definition): Definition {
  return {
    ...definition,
    pages: definition.pages.map((page) => ({
      ...page,
      elements: page.elements.map((element) =>
        element.type === 'html' ? { ...element, html: cleaned(element.html) } : element,
      ),
    })),
  }
}

function cleaned(html: LocalText): LocalText {
  const german = { default: sanitisePassage(html.default) }
  return html.en === undefined ? german : { ...german, en: sanitisePassage(html.en) }
}
