// The words of the reports in one language. They are kept apart from those of the screen, which no browser needs.

import type { Locale } from '#app/domain/locale.ts'
import { accompanying as accompanyingDe } from '#app/i18n/de/accompanying.ts'
import { baseline as baselineDe } from '#app/i18n/de/baseline.ts'
import { certificate as certificateDe } from '#app/i18n/de/certificate.ts'
import { figureList as figureListDe } from '#app/i18n/de/figure-list.ts'
import { evidence as evidenceDe } from '#app/i18n/de/evidence.ts'
import { indicator as indicatorDe } from '#app/i18n/de/indicator.ts'
import { openData as openDataDe } from '#app/i18n/de/open-data.ts'
import { participation as participationDe } from '#app/i18n/de/participation.ts'
import { passport as passportDe } from '#app/i18n/de/passport.ts'
import { passportVersion as passportVersionDe } from '#app/i18n/de/passport-version.ts'
import { report as reportDe } from '#app/i18n/de/report.ts'
import { reportRemarks as remarksDe } from '#app/i18n/de/report-remarks.ts'
import { reportChanges as changesDe } from '#app/i18n/de/report-changes.ts'
import { ruling as rulingDe } from '#app/i18n/de/ruling.ts'
import { satisfaction as satisfactionDe } from '#app/i18n/de/satisfaction.ts'
import { stage as stageDe } from '#app/i18n/de/stage.ts'
import { target as targetDe } from '#app/i18n/de/target.ts'
import { training as trainingDe } from '#app/i18n/de/training.ts'
import { accompanying as accompanyingEn } from '#app/i18n/en/accompanying.ts'
import { baseline as baselineEn } from '#app/i18n/en/baseline.ts'
import { certificate as certificateEn } from '#app/i18n/en/certificate.ts'
import { figureList as figureListEn } from '#app/i18n/en/figure-list.ts'
import { evidence as evidenceEn } from '#app/i18n/en/evidence.ts'
import { indicator as indicatorEn } from '#app/i18n/en/indicator.ts'
import { openData as openDataEn } from '#app/i18n/en/open-data.ts'
import { participation as participationEn } from '#app/i18n/en/participation.ts'
import { passport as passportEn } from '#app/i18n/en/passport.ts'
import { passportVersion as passportVersionEn } from '#app/i18n/en/passport-version.ts'
import { report as reportEn } from '#app/i18n/en/report.ts'
import { reportRemarks as remarksEn } from '#app/i18n/en/report-remarks.ts'
import { reportChanges as changesEn } from '#app/i18n/en/report-changes.ts'
import { ruling as rulingEn } from '#app/i18n/en/ruling.ts'
import { satisfaction as satisfactionEn } from '#app/i18n/en/satisfaction.ts'
import { stage as stageEn } from '#app/i18n/en/stage.ts'
import { target as targetEn } from '#app/i18n/en/target.ts'
import { training as trainingEn } from '#app/i18n/en/training.ts'

const german = {
  accompanying: accompanyingDe,
  baseline: baselineDe,
  certificate: certificateDe,
  figureList: figureListDe,
  evidence: evidenceDe,
  changes: changesDe,
  indicator: indicatorDe,
  openData: openDataDe,
  participation: participationDe,
  passport: passportDe,
  remarks: remarksDe,
  passportVersion: passportVersionDe,
  report: reportDe,
  ruling: rulingDe,
  satisfaction: satisfactionDe,
  stage: stageDe,
  target: targetDe,
  training: trainingDe,
}

export type Words = typeof german

const english: Words = {
  accompanying: accompanyingEn,
  baseline: baselineEn,
  certificate: certificateEn,
  figureList: figureListEn,
  evidence: evidenceEn,
  changes: changesEn,
  indicator: indicatorEn,
  openData: openDataEn,
  participation: participationEn,
  passport: passportEn,
  remarks: remarksEn,
  passportVersion: passportVersionEn,
  report: reportEn,
  ruling: rulingEn,
  satisfaction: satisfactionEn,
  stage: stageEn,
  target: targetEn,
  training: trainingEn,
}

export function wordsIn(locale: Locale): Words {
  return locale === 'de' ? german : english
}
