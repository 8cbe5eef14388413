import type { material as deMaterial } from '#app/i18n/de/material.ts'
import { formatNumber } from '#app/i18n/format.ts'

export const material: typeof deMaterial = {
  title: 'Materials',
  shownTo: {
    everybody: 'Everybody',
    seated: 'Those with a place',
    attended: 'Those who attended',
  },
  refusal: {
    'changed-meanwhile':
      'Somebody has changed this material while you worked on it. What you typed is still here. If you save again, your version counts; please choose a file once more.',
    'file-or-link': 'A material is either a file or a link: please give exactly one of the two.',
    'never-shown': 'Please choose at least one time at which the material is shown.',
  },
  count: (count) => (count === 1 ? 'One material' : `${formatNumber(count, 'en')} materials`),
  link: 'Link',
  edit: {
    ofCourse: 'Materials of the course',
    ofWorkshop: 'Materials of this workshop',
    leadCourse:
      'They count for all workshops of this course. What belongs to one date only is entered on its page.',
    leadWorkshop: 'They count for this date only. Participants also see here what belongs to the course.',
    manage: 'Edit materials',
    add: 'Add a material',
    change: 'Edit the material',
    none: 'There are no materials yet. Add a file or a link.',
    name: 'Title',
    url: 'Or a link',
    urlHint: 'For example https://… No file is uploaded then.',
    when: 'When is it shown?',
    whenOption: { before: 'Before and during the workshop', after: 'After the workshop' },
    whom: 'For whom?',
    up: 'Up',
    down: 'Down',
    upOf: (title) => `Move ${title} up`,
    downOf: (title) => `Move ${title} down`,
    order: 'Order',
    remove: 'Delete the material',
    removeTitle: 'Delete the material?',
    removeConsequence:
      'The material disappears for everybody, also for those who have attended already. A deleted file cannot be brought back.',
    saved: 'Saved.',
  },
}
