// The German texts, composed by noun. A new noun: one import, one line here, and the same in en.ts.

import { common } from '#app/i18n/de/common.ts'
import { form } from '#app/i18n/de/form.ts'
import { shell } from '#app/i18n/de/shell.ts'

export const de = {
  common,
  form,
  shell,
}
