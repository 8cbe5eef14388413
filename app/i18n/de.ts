// The German texts, composed by noun. A new noun: one import, one line here, and the same in en.ts.

import { attendance } from '#app/i18n/de/attendance.ts'
import { common } from '#app/i18n/de/common.ts'
import { course } from '#app/i18n/de/course.ts'
import { enrolment } from '#app/i18n/de/enrolment.ts'
import { evaluation } from '#app/i18n/de/evaluation.ts'
import { form } from '#app/i18n/de/form.ts'
import { home } from '#app/i18n/de/home.ts'
import { indicator } from '#app/i18n/de/indicator.ts'
import { mail } from '#app/i18n/de/mail.ts'
import { navigation } from '#app/i18n/de/navigation.ts'
import { questionnaire } from '#app/i18n/de/questionnaire.ts'
import { pages } from '#app/i18n/de/pages.ts'
import { snapshot } from '#app/i18n/de/snapshot.ts'
import { shell } from '#app/i18n/de/shell.ts'
import { workshop } from '#app/i18n/de/workshop.ts'

export const de = {
  attendance,
  common,
  course,
  enrolment,
  evaluation,
  form,
  home,
  indicator,
  mail,
  navigation,
  questionnaire,
  pages,
  shell,
  snapshot,
  workshop,
}
