import type { form as deForm } from '#app/i18n/de/form.ts'

const problem = {
  required: 'Please fill in this field.',
  'too-short': 'Please write a little more.',
  'too-long': 'Please shorten the text.',
  'too-small': 'Please enter a larger value.',
  'too-big': 'Please enter a smaller value.',
  invalid: 'Please check this entry.',
}

export const form: typeof deForm = {
  problem,
  problems: (count) => (count === 1 ? 'Please check one entry' : `Please check ${count} entries`),
  problemOf: (label, sentence) => `${label}: ${sentence}`,
  error: 'Error:',
  optional: '(optional)',
  choose: 'Please choose',
  atMost: (characters) => `At most ${characters} characters.`,
  save: 'Save',
  send: 'Send',
  cancel: 'Cancel',
  filter: 'Show',
  filterLabel: 'Narrow the list',
  filterMore: 'More filters',
  filterReset: 'Reset filters',
  moreRules: 'More rules',
}
