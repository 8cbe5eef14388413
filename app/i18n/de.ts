// The German texts, composed by noun. A new noun: one import, one line here, and the same in en.ts.

import { common } from '#app/i18n/de/common.ts'
import { course } from '#app/i18n/de/course.ts'
import { evaluation } from '#app/i18n/de/evaluation.ts'
import { form } from '#app/i18n/de/form.ts'
import { indicator } from '#app/i18n/de/indicator.ts'
import { navigation } from '#app/i18n/de/navigation.ts'
import { questionnaire } from '#app/i18n/de/questionnaire.ts'
import { pages } from '#app/i18n/de/pages.ts'
import { snapshot } from '#app/i18n/de/snapshot.ts'
import { shell } from '#app/i18n/de/shell.ts'
import { workshop } from '#app/i18n/de/workshop.ts'

export const de = {
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
