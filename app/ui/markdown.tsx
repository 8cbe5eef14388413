/**
 * Text that a person wrote. `html` comes from `renderMarkdown` (app/http/markdown.server.ts) and from
 * nowhere else: that is where it was made harmless.
 */
export function Markdown({ html }: { html: string }) {
  return <div className="prose" dangerouslySetInnerHTML={{ __html: html }} />
}
