import type { learning as deLearning } from '#app/i18n/de/learning.ts'
import { formatDateTime, formatNumber } from '#app/i18n/format.ts'

const number = (value: number) => formatNumber(value, 'en')

export const learning: typeof deLearning = {
  refusal: {
    'not-begun': 'You have not begun this course yet. One click on “Begin the course” starts it.',
    'not-all-done': 'The course can be completed when all pages are done. “Go on” leads to the next one.',
    'attempts-count':
      'An attempt at a quiz of this course still counts. You can delete your progress a day after your last attempt.',
    'no-attempt-left': 'All attempts for today are used. Read the explanations once more at your leisure.',
    'quiz-not-passed': 'This page is done as soon as the quiz is passed.',
  },
  doneBy: { attended: 'attended', completed: 'learned by yourself', proof: 'with proof' },
  own: 'Only you see your progress and your answers. Not before you complete the course is it recorded that you have completed it: for your own overview, for learning paths, and as a prerequisite of other courses.',
  progress: (done, total) =>
    total === 0
      ? 'There are no pages here yet.'
      : done === 0
        ? `${total === 1 ? 'One page' : `${number(total)} pages`}`
        : `${number(done)} of ${number(total)} pages done`,
  course: {
    tab: 'Learn',
    start: 'Begin the course',
    goOn: 'Go on',
    complete: 'Complete the course',
    allDone: 'You have done all pages.',
    completed: (at) => `Completed on ${formatDateTime(at, 'en')}.`,
    empty: 'This course has nothing to learn by yourself yet. Please come back later.',
    signIn: 'Sign in to learn',
    anyTime: 'At any time: you decide when, and how fast.',
    title: 'Learn by yourself',
    toCourse: 'To the course',
    done: 'done',
    open: 'open',
    here: 'go on here',
    forget: 'Delete progress',
    forgetTitle: 'Delete your progress?',
    forgetConsequence:
      'Everything that you have done and answered in this course will be deleted, its completion included. This cannot be undone.',
    preview: 'Preview: you have not begun this course, and nothing is recorded.',
  },
  page: {
    of: (nth, total) => `Page ${number(nth)} of ${number(total)}`,
    next: 'Done, go on',
    goOn: 'Go on',
    finish: 'Done, to the overview',
    back: 'Back',
    overview: 'To the overview',
    isDone: 'You have done this page.',
    openFile: (name, size) => `Download ${name} (${size})`,
    toLink: 'To the course elsewhere',
    linkHint: 'The link leads into another system. Come back here afterwards and tick the page off.',
    captions: 'Captions',
    noVideo: 'Your browser cannot play this film.',
    download: 'Download the film',
  },
  quiz: {
    rule: (percent, attempts) =>
      [
        `The quiz is passed from ${number(percent)} per cent of right answers on.`,
        attempts === null
          ? 'You may try as often as you like.'
          : attempts === 1
            ? 'You have one attempt a day.'
            : `You have ${number(attempts)} attempts a day.`,
      ].join(' '),
    send: 'Check the answers',
    yes: 'Yes',
    no: 'No',
    passed: (points, outOf) => `Passed: ${number(points)} of ${number(outOf)} right`,
    failed: (points, outOf) => `Not passed yet: ${number(points)} of ${number(outOf)} right`,
    again: 'Try again',
    nextAt: (at) =>
      `All attempts for today are used. The next one is possible from ${formatDateTime(at, 'en')}.`,
    right: 'Right',
    wrong: 'Not right',
    given: 'Your answer',
    nothing: 'none',
    solution: 'Right is',
    explanation: 'Explanation',
    review: 'Your answers',
  },
  mine: {
    title: 'My learning',
    lead: 'What you are learning, what you have completed, and what you have learned elsewhere.',
    current: 'Go on learning',
    nothingCurrent: 'You are not learning a course by yourself at the moment.',
    find: 'Courses to learn by yourself',
    completed: 'Completed',
    on: 'On',
    paths: 'Learning paths',
  },
}
