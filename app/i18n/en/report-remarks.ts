import type { reportRemarks as deRemarks } from '#app/i18n/de/report-remarks.ts'
import { formatNumber } from '#app/i18n/format.ts'

const number = (value: number) => formatNumber(value, 'en')

export const reportRemarks: typeof deRemarks = {
  title: 'What people wrote',
  lead: (round) =>
    `From “${round}”. Those who were asked had been told that their remarks may stand in this report. A member of the ` +
    'steering committee or of the staff council read them before the release, and shortened or left out what would make ' +
    'somebody known. Chance has put them in this order at the release: it tells nothing of persons, times or ratings. ' +
    'Please do not try to guess who wrote a remark.',
  printed: (printed, all) =>
    `Printed are the first ${number(printed)} of ${number(all)} remarks in this order. All of them are in the attached file indikatoren.json.`,
  boxes: 'A □ stands for a sign that the typeface lacks. It is in the attached file indikatoren.json.',
  notHere: {
    offices:
      'What was written in this evaluation does not stand in the report: it is read only by coordination, staff council and data protection.',
    committee:
      'What was written in this evaluation does not stand in the report: it is read only by coordination, staff council, data protection and steering committee, on the page of the results.',
  },
}
