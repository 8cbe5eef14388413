import type { evaluation as deEvaluation } from '#app/i18n/de/evaluation.ts'

export const evaluation: typeof deEvaluation = {
  scale: {
    5: 'very satisfied',
    4: 'satisfied',
    3: 'partly satisfied',
    2: 'dissatisfied',
    1: 'very dissatisfied',
    0: 'prefer not to say',
  },
  kind: {
    workshop: 'Workshop feedback',
    transfer: 'Benefit after eight weeks',
    'competence-centre': 'Rating of the IT competence centre',
    needs: 'Needs',
    free: 'free evaluation',
  },
  stratum: { it: 'IT specialists', user: 'municipal users' },
  state: {
    planned: 'planned',
    missed: 'not begun',
    open: 'open',
    closed: 'over',
    'waiting-for-more': 'waiting for more',
    'too-few': 'too few answers',
    counted: 'counted',
    released: 'released',
    'given-up': 'given up',
  },
  countRefusal: {
    'not-open-yet': 'This round has not begun yet.',
    'still-open': 'This round is still open. Answers are counted after its last day.',
    'too-few': 'There are too few answers. Nobody may read them.',
    'already-counted': 'This round has been counted already.',
    'given-up': 'This round was given up; the answers were deleted unread.',
  },
  releaseRefusal: {
    'not-counted': 'The answers have not been counted yet.',
    'already-released': 'These results have been released already.',
    'not-your-part':
      'Workshop feedback and needs are released by the coordination, the rating of the IT competence centre and free evaluations by the steering committee or the staff council.',
    'rates-you': 'These results rate your own work. Please have another authorised person release them.',
  },
  figure: {
    'no-data': 'no data',
    'too-few': 'too few answers, not shown to protect people',
    satisfiedOf: (satisfied, responses) => `${satisfied} of ${responses} are satisfied or very satisfied`,
    noAnswer: (count) => `${count} × “prefer not to say”`,
    fullCount: 'Complete survey: everybody who was invited answered.',
    notApart: 'Not told apart by group, so that nobody can be recognised.',
    textsProtected: 'Not shown, to protect people',
    textsHidden: (count) =>
      count === 1
        ? 'One remark, not shown to protect people'
        : `${count} remarks, not shown to protect people`,
  },
}
