import type { de } from '#app/i18n/de.ts'
import { common } from '#app/i18n/en/common.ts'
import { evaluation } from '#app/i18n/en/evaluation.ts'
import { form } from '#app/i18n/en/form.ts'
import { navigation } from '#app/i18n/en/navigation.ts'
import { questionnaire } from '#app/i18n/en/questionnaire.ts'
import { pages } from '#app/i18n/en/pages.ts'
import { shell } from '#app/i18n/en/shell.ts'

export const en: typeof de = {
  common,
  evaluation,
  form,
  navigation,
  questionnaire,
  pages,
  shell,
}
