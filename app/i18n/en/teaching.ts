import type { teaching as german } from '#app/i18n/de/teaching.ts'

export const teaching: typeof german = {
  title: 'My workshops',
  open: 'My workshops and feedback',
  home: 'Start',
  lead: 'What you lead, what is still to be recorded, and what has been released about your courses.',
  lists: 'Attendance still open',
  coming: 'Workshops to come',
  noComing: 'You lead no workshop to come at present.',
  past: 'From the last twelve months',
  noPast: 'You have led no workshop in the last twelve months.',
  released: 'Released feedback',
  noReleased:
    'Nothing has been released about your workshops yet. Below five answers it waits until more workshops of the same course join.',
  summaryOf: (title: string) => `Summary (PDF): ${title}`,
}
