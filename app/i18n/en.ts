import type { de } from '#app/i18n/de.ts'
import { common } from '#app/i18n/en/common.ts'
import { course } from '#app/i18n/en/course.ts'
import { evaluation } from '#app/i18n/en/evaluation.ts'
import { form } from '#app/i18n/en/form.ts'
import { indicator } from '#app/i18n/en/indicator.ts'
import { navigation } from '#app/i18n/en/navigation.ts'
import { questionnaire } from '#app/i18n/en/questionnaire.ts'
import { pages } from '#app/i18n/en/pages.ts'
import { snapshot } from '#app/i18n/en/snapshot.ts'
import { shell } from '#app/i18n/en/shell.ts'
import { workshop } from '#app/i18n/en/workshop.ts'

export const en: typeof de = {
  common,
  course,
  evaluation,
  form,
  indicator,
  navigation,
  questionnaire,
  pages,
  shell,
  snapshot,
  workshop,
}
