import type { MetaDescriptor } from '@remix-run/node'
import { messages, type Messages } from '#app/i18n/index.ts'

type Match = { id: string; data?: unknown }

/**
 * The title of the browser tab, in the language of the page:
 * `export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.course.catalogue)`.
 */
export function pageTitle(
  matches: readonly (Match | undefined)[],
  title: (t: Messages) => string,
): MetaDescriptor[] {
  const root = matches.find((match) => match?.id === 'root')?.data
  const english = typeof root === 'object' && root !== null && 'locale' in root && root.locale === 'en'
  const t = messages(english ? 'en' : 'de')
  return [{ title: `${title(t)} · ${t.shell.product}` }]
}
