import type { learningPath as deLearningPath } from '#app/i18n/de/learning-path.ts'
import { formatNumber } from '#app/i18n/format.ts'

const number = (value: number) => formatNumber(value, 'en')

export const learningPath: typeof deLearningPath = {
  title: 'Learning paths',
  lead: 'Courses in an order that makes sense, with a goal.',
  none: 'There are no learning paths yet.',
  courses: (count) =>
    count === 0 ? 'No courses yet' : count === 1 ? 'One course' : `${number(count)} courses`,
  progress: (done, total) =>
    done === 0
      ? `None of the ${number(total)} courses done yet`
      : done === total
        ? 'All courses done'
        : `${number(done)} of ${number(total)} courses done`,
  refusal: {
    'changed-meanwhile':
      'Somebody has changed this learning path while you worked on it. What you typed is still here. If you save again, your version counts.',
  },
  page: {
    goal: 'Goal',
    audience: 'For whom',
    steps: 'The courses of this path',
    next: 'Your next step',
    nextDate: 'Next date:',
    noDate: 'No date is planned at the moment. The page of the course will tell as soon as there is one.',
    anyTime: 'You can begin at any time.',
    complete: 'You have done all courses of this path. Congratulations!',
    guest: 'When you sign in, you see here which courses you have done.',
    open: 'open',
    state: 'State',
    retired: 'no longer offered',
    empty: 'No courses belong to this learning path yet.',
    own: 'What you have attended, learned by yourself and completed, or learned elsewhere with a confirmed proof counts as done. Only you see this.',
  },
  edit: {
    add: 'Create a learning path',
    change: 'Edit the learning path',
    name: 'Title',
    nameEn: 'Title (English)',
    goal: 'What is the goal?',
    audience: 'For whom is the learning path?',
    courses: 'Courses in their order',
    addCourse: 'Add a course',
    course: 'Course',
    takeOut: 'Take out',
    takeOutOf: (title) => `Take out ${title}`,
    remove: 'Delete the learning path',
    removeTitle: 'Delete the learning path?',
    removeConsequence:
      'The learning path disappears. Its courses stay, and what somebody has done of them, too.',
  },
}
