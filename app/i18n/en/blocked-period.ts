import type { Messages } from '#app/i18n/index.ts'
import { formatDay, formatList, formatNumber, formatShortDay } from '#app/i18n/format.ts'

const number = (value: number) => formatNumber(value, 'en')
const days = (fromDate: string, untilDate: string) =>
  fromDate === untilDate
    ? formatShortDay(fromDate, 'en')
    : `${formatShortDay(fromDate, 'en')} to ${formatShortDay(untilDate, 'en')}`
const MOST_NAMED = 6

export const blockedPeriod: Messages['blockedPeriod'] = {
  title: 'Blocked days',
  lead: (organisation) =>
    `Days on which "${organisation}" cannot spare anybody: an election, a move, the closing of the year.`,
  explained:
    'Whoever enrols for such a day, or is enrolled, reads a note with your reason and may go on all the same. Whoever plans workshops reads it, too.',
  coming: 'What is ahead',
  none: 'No day is blocked at the moment.',
  change: 'Change blocked days',
  add: 'Block days',
  fromDate: 'First day',
  untilDate: 'Last day',
  untilDateHint: 'Left empty: the first day only.',
  reason: 'Reason',
  reasonHint: 'In a few words, without names of people: "Election", "Move to the new town hall".',
  block: 'Block',
  when: 'When',
  free: 'Delete',
  freeLabel: (fromDate, untilDate) => `Delete blocked days: ${days(fromDate, untilDate)}`,
  days,
  why: (reason, organisation) =>
    organisation === null ? reason : `${reason} (entered for "${organisation}")`,
  blocked: 'These days are blocked.',
  freed: 'These days are no longer blocked.',
  refusal: {
    'ends-before-start': 'The last day is before the first one. Please check both.',
    over: 'These days are over already. You can block today and days to come.',
    'too-long':
      'More than a year at a stretch cannot be blocked. Please enter only days on which really nobody can come.',
    overlaps:
      'At least one of these days is blocked already. Delete the old entry first, or choose other days.',
    'page-outdated': 'This page was out of date. Please open it again, and enter the days once more.',
  },

  warningTitle: 'Your municipality or office has blocked this day',
  warning: ({ organisation, reason }, fromDate, untilDate) =>
    `“${organisation}” has blocked: ${days(fromDate, untilDate)}, ${reason}.`,
  planned: (day, blocking) => {
    const named = blocking
      .slice(0, MOST_NAMED)
      .map(({ organisation, reason }) => `${organisation} (${reason})`)
    const more = blocking.length - named.length
    const who = formatList(more > 0 ? [...named, `${number(more)} more`] : named, 'en')
    return blocking.length === 1
      ? `On ${formatDay(day, 'en')} one municipality or office has blocked the day: ${who}.`
      : `On ${formatDay(day, 'en')} ${number(blocking.length)} municipalities or offices have blocked the day: ${who}.`
  },
}
