import type { Locale } from '#app/domain/locale.ts'
import type { Figure } from '#app/domain/satisfaction.ts'
import { formatPercent } from '#app/i18n/format.ts'
import { messages } from '#app/i18n/index.ts'

/** "22 von 28", "78,6 %", or why there is no figure: on the screen and on paper alike. */
export function releasedShare(figure: Figure, locale: Locale): string {
  const { evaluation, release } = messages(locale)
  if (figure.kind === 'full') return formatPercent(figure.satisfied / figure.responses, locale)
  if (figure.kind === 'words') return release.inWords(figure.satisfied, figure.responses)
  return figure.kind === 'no-data' ? evaluation.figure['no-data'] : release.fewShort
}
