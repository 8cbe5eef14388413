import type { de } from '#app/i18n/de.ts'
import { attendance } from '#app/i18n/en/attendance.ts'
import { common } from '#app/i18n/en/common.ts'
import { course } from '#app/i18n/en/course.ts'
import { enrolment } from '#app/i18n/en/enrolment.ts'
import { evaluation } from '#app/i18n/en/evaluation.ts'
import { form } from '#app/i18n/en/form.ts'
import { home } from '#app/i18n/en/home.ts'
import { indicator } from '#app/i18n/en/indicator.ts'
import { mail } from '#app/i18n/en/mail.ts'
import { navigation } from '#app/i18n/en/navigation.ts'
import { questionnaire } from '#app/i18n/en/questionnaire.ts'
import { pages } from '#app/i18n/en/pages.ts'
import { snapshot } from '#app/i18n/en/snapshot.ts'
import { shell } from '#app/i18n/en/shell.ts'
import { workshop } from '#app/i18n/en/workshop.ts'

export const en: typeof de = {
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
