import type { signInSheet as deSheet } from '#app/i18n/de/sign-in-sheet.ts'
import { formatNumber, formatTimeRange } from '#app/i18n/format.ts'

const number = (value: number) => formatNumber(value, 'en')

export const signInSheet: typeof deSheet = {
  title: 'Sign-in sheet',
  subject: (title) => `Sign-in sheet of the workshop “${title}”`,
  office: 'IT competence centre',
  when: 'Meeting',
  where: 'Place',
  trainers: 'Led by',
  units: 'Length',
  unitsOf: (count) => (count === 1 ? 'one teaching unit' : `${number(count)} teaching units`),
  facts: 'About the meeting',
  range: (start, end) => formatTimeRange(start, end, 'en'),
  caption: 'Enrolled',
  guests: 'Came without enrolling (please write clearly)',
  columns: { code: 'Code', name: 'Name', organisation: 'Municipality or authority', signature: 'Signature' },
  guestColumns: {
    name: 'Name',
    organisation: 'Municipality or authority',
    email: 'E-mail (optional)',
    signature: 'Signature',
  },
  help: 'The code belongs to the person. With it the list is typed in later: the code alone means present, “t3” after it in part with three units, “e” excused, “u” did not come.',
  nobody: 'Nobody is enrolled for this meeting.',
  page: (page, count) => `Page ${number(page)} of ${number(count)}`,
  file: 'sign-in-sheet',
}
