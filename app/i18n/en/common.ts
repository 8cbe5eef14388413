import type { common as deCommon } from '#app/i18n/de/common.ts'

const notice = { info: 'Note', success: 'Done', warning: 'Attention', danger: 'Error' }

const error = {
  login: {
    title: 'Please sign in',
    text: 'You will see this page once you have signed in. You then continue here.',
  },
  forbidden: {
    title: 'This page is reserved for other tasks',
    text: 'Your account cannot open it. If your task needs it, please ask the coordination of the IT competence centre.',
  },
  missing: {
    title: 'This page does not exist',
    text: 'Perhaps the address was copied incompletely, or the entry was removed.',
  },
  tooMany: {
    title: 'Please wait a moment',
    text: 'A great many requests came within a short time. You can continue in a minute.',
  },
  refused: {
    title: 'This could not be carried out',
    text: 'Your request was incomplete or did not come from this website. Please go back and try again.',
  },
  unwritable: {
    title: 'Nothing can be saved at the moment',
    text: 'The database takes no changes right now, for example during maintenance or because there is no space left. What you sent has not been saved; you can still read and download. Please try again in a few minutes. If it persists, tell the coordination the number below.',
  },
  failed: {
    title: 'We made a mistake here',
    text: 'It has been recorded. Please try again in a few minutes. If it persists, tell the coordination the number below.',
  },
}

export const common: typeof deCommon = {
  notice,
  error,
  requestId: (id) => `Number of this request: ${id}`,
  toStart: 'To the home page',
  toCourses: 'To the courses',
  back: 'Back',
  yes: 'Yes',
  no: 'No',
  none: 'not stated',
  edit: 'Edit',
  details: 'Details',
  asTable: 'Values as a table',
  empty: 'There are no entries here yet.',
  emptyFiltered: 'There are no entries for this selection.',
  entries: (count) => (count === 0 ? 'No entry' : count === 1 ? 'One entry' : `${count} entries`),
  sort: 'Sort',
  ascending: 'sorted ascending',
  descending: 'sorted descending',
  pages: 'Pages',
  pageOf: (page, pages) => `Page ${page} of ${pages}`,
  page: (page) => `Page ${page}`,
  previous: 'Previous page',
  next: 'Next page',
  steps: 'Steps',
  stepDone: 'done',
  target: 'Target',
  asOf: 'As of',
  source: 'Source',
}
