import type { form as deForm } from '#app/i18n/de/form.ts'
import { formatNumber } from '#app/i18n/format.ts'

const error = {
  required: 'This entry is still missing.',
  'too-short': 'Please write a little more.',
  'too-long': 'Please shorten the text.',
  'too-small': 'Please enter a larger value.',
  'too-big': 'Please enter a smaller value.',
  'no-email': 'Please enter a whole e-mail address, for example name@example.org.',
  'no-url': 'Please enter a whole address, for example https://www.example.org.',
  invalid: 'Please check this entry.',
}

export const form: typeof deForm = {
  error,
  smallest: (min) => `Please enter ${formatNumber(min, 'en')} or more.`,
  biggest: (max) => `Please enter ${formatNumber(max, 'en')} or less.`,
  problems: (count) => (count === 1 ? 'Please check one entry' : `Please check ${count} entries`),
  problemOf: (label, sentence) => `${label.replace(/[.:?]$/, '')}: ${sentence}`,
  errorMark: 'Error:',
  optional: '(optional)',
  choose: 'Please choose',
  atMost: (characters) => `At most ${formatNumber(characters, 'en')} characters.`,
  save: 'Save',
  send: 'Send',
  cancel: 'Cancel',
  filter: 'Show',
  filterLabel: 'Narrow the list',
  filterMore: 'More filters',
  filterReset: 'Reset filters',
  moreRules: 'More rules',
}
