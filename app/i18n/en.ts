import type { de } from '#app/i18n/de.ts'
import { common } from '#app/i18n/en/common.ts'
import { form } from '#app/i18n/en/form.ts'
import { shell } from '#app/i18n/en/shell.ts'

export const en: typeof de = {
  common,
  form,
  shell,
}
