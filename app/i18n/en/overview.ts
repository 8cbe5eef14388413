import type { overview as german } from '#app/i18n/de/overview.ts'
import { formatDay, formatNumber } from '#app/i18n/format.ts'

const number = (value: number) => formatNumber(value, 'en')

export const overview: typeof german = {
  title: 'Overview',
  open: 'Overview of operations',
  lead: 'How everything stands. What to do first stands under “To do today” on the first page.',
  workshop: 'Workshop',
  when: 'When',
  seats: 'Seats',
  next: 'The next four weeks',
  noNext: 'No workshop takes place in the next four weeks.',
  low: 'Minimum not reached yet',
  noLow: 'All workshops to come have enough enrolments, or it has been decided.',
  enrolled: 'Enrolled',
  decideOn: 'Decided on',
  decideNow: (day: string) => `due since ${formatDay(day, 'en')}`,
  decideLater: (day: string) => formatDay(day, 'en'),
  lists: 'Attendance still open',
  noLists: 'All lists of the last 60 days are complete.',
  missing: 'Missing',
  people: (count: number) => (count === 1 ? 'one person' : `${number(count)} people`),
  waiting: 'Waiting',
  noWaiting: 'Nobody is waiting for a seat at present.',
  waitingCount: 'People waiting',
  rounds: 'Evaluations to look after',
  noRounds: 'No evaluation has to be opened, counted or released at present.',
  overdue: 'Targets, resolutions and reports',
  noOverdue: 'All targets of running phases are resolved, and the report on the last quarter is released.',
  item: {
    target: (indicator: string, phase: string) => `Resolve a target: ${indicator}, ${phase}`,
    targetSince: (since: string, proposed: boolean) =>
      `The phase has been running since ${formatDay(since, 'en')}. ${proposed ? 'There is a proposal; the resolution is missing.' : 'There is no proposal yet.'}`,
    endPilot: 'State that the pilot has ended',
    endPilotSince: (since: string) =>
      `The pilot ended on ${formatDay(since, 'en')}. Whether it was a success is for the committee to resolve.`,
  },
}
