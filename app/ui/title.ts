import type { MetaDescriptor } from '@remix-run/node'
import type { Locale } from '#app/domain/locale.ts'
import { messages, pick, type Messages } from '#app/i18n/index.ts'

type Match = { id: string; data?: unknown }

/**
 * The title of the browser tab, in the language of the page:
 * `export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.course.catalogue)`.
 */
export function pageTitle(
  matches: readonly (Match | undefined)[],
  title: (t: Messages, locale: Locale) => string,
): MetaDescriptor[] {
  const root = matches.find((match) => match?.id === 'root')?.data
  const english = typeof root === 'object' && root !== null && 'locale' in root && root.locale === 'en'
  const locale = english ? 'en' : 'de'
  const t = messages(locale)
  return [{ title: `${title(t, locale)} · ${t.shell.product}` }]
}

/** What something is called that has a title in both languages: `(t, locale) => ownTitle(page.course, locale)`. */
export function ownTitle(
  { titleDe, titleEn }: { titleDe: string; titleEn: string | null },
  locale: Locale,
): string {
  return pick(locale, titleDe, titleEn)
}
