// How an indicator is defined, by which version, on whose word.

import type { Locale } from '#app/domain/locale.ts'
import type { Definition } from '#app/domain/report.ts'
import type { Words } from '#reports/words.ts'

export function passportRows(
  definition: Definition,
  { report, target }: Words,
  locale: Locale,
): [string, string][] {
  const { facts } = report
  const { version, validFrom, resolution, textDe, textEn, sourceDe, sourceEn } = definition
  return [
    [facts.definition, locale === 'de' ? textDe : textEn],
    [facts.version, facts.versionFrom(version, validFrom)],
    [facts.resolution, resolution ? target.resolvedBy(resolution) : facts.strategy],
    [facts.source, locale === 'de' ? sourceDe : sourceEn],
  ]
}
