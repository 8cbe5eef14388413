import type { typeIn as deTypeIn } from '#app/i18n/de/type-in.ts'
import { formatNumber } from '#app/i18n/format.ts'

const number = (value: number) => formatNumber(value, 'en')

export const typeIn: typeof deTypeIn = {
  problem: {
    unknown: (text) => `${text}: this code belongs to nobody of this meeting.`,
    mistyped: (text) => `${text}: no code looks like this, please check the sheet.`,
    'units-missing': (text) =>
      `${text}: “t” needs the number of units, for example t3; fewer than the whole meeting.`,
    twice: (text) => `${text}: this code is there already.`,
  },
  title: 'Type in a sheet',
  codes: 'Codes from the sheet',
  hint: 'Separated by blanks or lines. A code alone means present; p (present), t3 (in part, 3 units), e (excused) or u (did not come) may follow.',
  check: 'Show the names',
  preview: 'This would be saved',
  problems: (count) =>
    count === 1
      ? 'One entry does not fit. Nothing is saved yet.'
      : `${number(count)} entries do not fit. Nothing is saved yet.`,
  nothing: 'There is no valid code yet.',
  rest: (open) =>
    open === 0
      ? 'That is everybody.'
      : open === 1
        ? 'One person stays as they are.'
        : `${number(open)} people stay as they are.`,
  name: 'Name',
  code: 'Code',
  organisation: 'Municipality or authority',
  is: 'Attendance',
  save: 'Save this',
  back: 'Do not save',
}
