import type { course as german } from '#app/i18n/de/course.ts'
import { formatNumber } from '#app/i18n/format.ts'

const number = (value: number) => formatNumber(value, 'en')

export const course: typeof german = {
  level: { basic: 'Basics', advanced: 'Advanced', expert: 'In depth' },
  format: {
    workshop: 'On site',
    online: 'Online',
    hybrid: 'On site and online',
    'self-paced': 'Self-paced',
  },
  audience: { it: 'IT specialists', user: 'Municipal users', leadership: 'Leadership' },
  state: { draft: 'Draft', published: 'published', retired: 'no longer offered' },
  refusal: {
    'changed-meanwhile':
      'Somebody changed this course while you were working on it. What you typed is still here. Save once more and your version counts.',
    retired:
      'This course was withdrawn from the catalogue and cannot be published again. Please create a new course.',
    'not-published':
      'This course is still a draft that only the coordination sees. Only what is published can be withdrawn.',
    'prerequisite-circle':
      'A course cannot be one of its own prerequisites, not even by a detour. Please take one out.',
    'has-workshops': 'This course still has dates to come. Call them off first, or wait until they are over.',
  },
  catalogue: {
    title: 'Courses',
    lead: 'What the IT competence centre offers. What takes place next comes first.',
    search: 'Search',
    topic: 'Topic',
    allTopics: 'All topics',
    level: 'Level',
    allLevels: 'Any level',
    format: 'Form',
    allFormats: 'Any form',
    audience: 'Audience',
    allAudiences: 'All audiences',
    forMe: 'only courses for me',
    state: 'State',
    allStates: 'Published and drafts',
    found: (count) =>
      count === 0 ? 'No course found' : count === 1 ? 'One course' : `${number(count)} courses`,
    none: 'No course fits this choice. Try another word, or leave out a filter.',
    showAll: 'Show all courses',
    empty: 'There are no courses yet. As soon as the coordination publishes the first one, it is here.',
    next: 'Next date:',
    noDate: 'No date at present',
  },
  page: {
    goals: 'What you can do afterwards',
    contents: 'Contents',
    prerequisites: 'Prerequisites',
    noPrerequisites: 'none',
    notInCatalogue: (title) => `${title} (not in the catalogue yet)`,
    required: (count) => (count === 1 ? 'This course comes first:' : 'These courses come first:'),
    size: 'Extent',
    dates: 'Dates',
    noDates: 'No date is planned at present. Please come back later, or ask the IT competence centre.',
    noDatesPlan: 'This course has no date to come yet.',
    toNextDate: 'See the next date',
    draft: 'Only the coordination sees this draft. “Publish” puts it into the catalogue.',
    retired: 'This course is no longer offered.',
    publish: 'Publish',
    retire: 'Withdraw from the catalogue',
    retireTitle: 'Withdraw this course from the catalogue?',
    retireConsequence:
      'The course leaves the catalogue and cannot be published again. Past dates, attendance and certificates remain.',
    plan: 'Plan a workshop',
    edit: 'Edit course',
  },
  edit: {
    add: 'Create a course',
    edit: 'Edit course',
    lead: 'A new course starts as a draft that only the coordination sees.',
    title: 'Title',
    summary: 'Short description',
    summaryHint: 'One or two sentences; they stand in the catalogue.',
    english: (label) => `${label} (English)`,
    newTopic: 'Add a topic',
    newTopicName: 'Name of the topic',
    newTopicChoice: 'A new topic',
    newTopicHint: 'Choose “A new topic” above. All courses can use it afterwards.',
    units: 'Extent',
    unitsOf: 'teaching units of 45 minutes',
    audience: 'Who is the course for?',
    goals: 'What can participants do afterwards?',
    contents: 'Contents',
    markdownHint: 'A line that begins with a dash and a blank becomes an item of a list.',
    prerequisitesHint: 'What people need to bring along to follow the course.',
    conditions: 'Who may enrol',
    audienceOnly: 'For its audience only',
    audienceOnlyHint: 'Otherwise the audience is a recommendation, and everybody can enrol.',
    required: 'These courses have to be attended before',
    requiredHint:
      'When somebody enrols it is checked that as much was attended as a certificate needs. Without a choice only the text above counts.',
  },
  units: (count) =>
    count === 1 ? 'One teaching unit of 45 minutes' : `${number(count)} teaching units of 45 minutes`,
}
