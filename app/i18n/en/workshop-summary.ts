import type { workshopSummary as german } from '#app/i18n/de/workshop-summary.ts'
import { formatDay, formatNumber } from '#app/i18n/format.ts'

const number = (value: number) => formatNumber(value, 'en')

export const workshopSummary: typeof german = {
  link: 'Summary (PDF)',
  title: 'Summary',
  workshop: 'Workshop',
  subtitle: (asOf: string) => `Summary of the workshop, as of ${formatDay(asOf, 'en')}`,
  calledOff: 'Called off',
  calledOffExplained: 'This workshop did not take place.',
  facts: 'Facts about the workshop',
  where: 'Place',
  online: 'online',
  alsoOnline: 'also online',
  noPlace: 'not known yet',
  trainers: 'Led by',
  nobody: 'nobody yet',
  meetings: 'Meetings',
  figures: 'In figures',
  figuresCaption: 'Seats and attendance',
  seats: 'Seats',
  minimum: 'Minimum',
  enrolled: 'Enrolled with a seat',
  waiting: 'Waiting',
  attended: 'Attended',
  excused: 'Excused',
  noShow: 'Did not come',
  open: 'Not recorded yet',
  unitsPlanned: 'Teaching units planned',
  unitsAttended: 'Teaching units attended, of all together',
  certificates: 'Valid certificates',
  notWritten: 'not recorded yet',
  dates: 'The meetings one by one',
  datesCaption: 'Meetings with their length and those present',
  when: 'Meeting',
  units: 'Units',
  present: 'Present',
  feedback: { workshop: 'Feedback', transfer: 'What the workshop has brought' },
  pooled: (workshops: number) =>
    workshops > 1
      ? `${number(workshops)} workshops of this course are put together, so that nobody can be recognised.`
      : '',
  noFeedback:
    'No feedback has been released yet. Below five answers nothing is shown; they are put together with other workshops of the same course.',
  method: 'How it is counted',
  methods: [
    'Whoever was there at one meeting at least, whole or in part, attended, enrolled or not. Whoever was enrolled, came to no meeting and did not give notice did not come.',
    'Teaching units attended are the sum over all people. One teaching unit takes 45 minutes.',
    'Feedback is the released figures and nothing finer. The only names in this document are those of the people who lead the workshop.',
  ],
  file: {
    csv: 'The figures of this summary: UTF-8, semicolon',
    json: 'The complete data of this summary',
    quantity: 'Quantity',
    value: 'Value',
    asOf: 'As of',
  },
}
