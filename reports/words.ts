// The words of the reports in one language. They are kept apart from those of the screen, which no browser needs.

import type { Locale } from '#app/domain/locale.ts'
import { certificate as certificateDe } from '#app/i18n/de/certificate.ts'
import { indicator as indicatorDe } from '#app/i18n/de/indicator.ts'
import { participation as participationDe } from '#app/i18n/de/participation.ts'
import { report as reportDe } from '#app/i18n/de/report.ts'
import { satisfaction as satisfactionDe } from '#app/i18n/de/satisfaction.ts'
import { target as targetDe } from '#app/i18n/de/target.ts'
import { certificate as certificateEn } from '#app/i18n/en/certificate.ts'
import { indicator as indicatorEn } from '#app/i18n/en/indicator.ts'
import { participation as participationEn } from '#app/i18n/en/participation.ts'
import { report as reportEn } from '#app/i18n/en/report.ts'
import { satisfaction as satisfactionEn } from '#app/i18n/en/satisfaction.ts'
import { target as targetEn } from '#app/i18n/en/target.ts'

const german = {
  certificate: certificateDe,
  indicator: indicatorDe,
  participation: participationDe,
  report: reportDe,
  satisfaction: satisfactionDe,
  target: targetDe,
}

export type Words = typeof german

const english: Words = {
  certificate: certificateEn,
  indicator: indicatorEn,
  participation: participationEn,
  report: reportEn,
  satisfaction: satisfactionEn,
  target: targetEn,
}

export function wordsIn(locale: Locale): Words {
  return locale === 'de' ? german : english
}
