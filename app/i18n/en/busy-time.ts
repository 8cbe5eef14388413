import { addDays, dayOf, timeOf } from '#app/domain/calendar.ts'
import { formatDateTime, formatNumber, formatShortDay, formatTimeRange } from '#app/i18n/format.ts'
import type { Messages } from '#app/i18n/index.ts'

const number = (value: number) => formatNumber(value, 'en')

function when(startsAt: Date, endsAt: Date): string {
  if (timeOf(startsAt) !== '00:00' || timeOf(endsAt) !== '00:00')
    return formatTimeRange(startsAt, endsAt, 'en')
  const [first, last] = [dayOf(startsAt), addDays(dayOf(endsAt), -1)]
  return first === last
    ? `${formatShortDay(first, 'en')}, all day`
    : `${formatShortDay(first, 'en')} to ${formatShortDay(last, 'en')}, all day`
}

export const busyTime: Messages['busyTime'] = {
  title: 'Busy times from your own calendar',
  lead: 'So that you see before enrolling whether your calendar has something already.',
  kept: 'Only beginning and end of busy times of the next twelve months are stored: no titles, no places, no names. What is marked as free or cancelled is left out, and so are our own dates. What is over is deleted the next day.',
  alone: 'Only you see these times. Nobody who enrols you or approves of your taking part learns of them.',
  howTo:
    'In Outlook: File, Save Calendar. In Nextcloud: edit the calendar, then Export. New appointments are not added by themselves; upload the file again now and then.',
  field: 'Calendar file',
  upload: 'Upload',
  replace: 'Upload again',
  uploadTitle: 'Upload a calendar',
  stored: 'What is stored',
  none: 'No busy times are stored.',
  count: (count, uploadedAt) =>
    `${count === 1 ? 'One busy time' : `${number(count)} busy times`}, uploaded on ${formatDateTime(uploadedAt, 'en')}.`,
  next: (count) => (count === 1 ? 'Show the next one' : `Show the next ${number(count)}`),
  when,
  remove: 'Delete all',
  removed: 'Your busy times are deleted.',
  saved: 'Your calendar has been read.',
  savedNone: 'It has nothing busy in the next twelve months.',
  savedCount: (count) =>
    count === 1 ? 'One busy time is stored.' : `${number(count)} busy times are stored.`,
  unread: (count) =>
    count === 1
      ? 'One entry is missing: its time or its repetition could not be read.'
      : `${number(count)} entries are missing: their time or their repetition could not be read.`,
  tooMany: 'These were many files in a short time. Please try again in a quarter of an hour.',
  refusal: {
    'no-calendar':
      'There is no calendar in this file. Please save your calendar from Outlook or Nextcloud once more as an iCalendar file (.ics).',
    'cut-off':
      'This file ends in the middle of an entry. Please save the calendar once more and upload it then.',
    'too-much':
      'There is more in this file than we can read at once. Please save the next twelve months only, or your own calendar only.',
    'too-large':
      'This file is too large. Please save the next twelve months only and without attachments; in Outlook "Availability only" is enough.',
  },

  warningTitle: 'Your own calendar',
  warning: (startsAt, endsAt) =>
    `Your calendar has something at that time already: ${when(startsAt, endsAt)}. Only you see this note.`,
  toOwn: 'Show busy times',
}
