import {
  MOST_OPEN_QUESTIONS,
  QUESTIONS_DAYS_AFTER,
  type AnswerQuestionRefusal,
  type AnswerTo,
  type AskRefusal,
  type RemoveQuestionRefusal,
} from '#app/domain/workshop-question.ts'
import { formatNumber } from '#app/i18n/format.ts'

const number = (value: number) => formatNumber(value, 'en')

const askRefusal = {
  'not-in-group':
    'Questions are asked by those who have a place or are on the waiting list. Please enrol first, or turn to the coordinators.',
  'called-off': 'This workshop is called off and takes no more questions. The coordinators will help you.',
  closed: `This workshop took questions until ${QUESTIONS_DAYS_AFTER} days after its end. The coordinators will help you.`,
  'too-many': `${MOST_OPEN_QUESTIONS} of your questions wait for an answer already, or you have asked a great many here. Please wait for an answer, or take a question back.`,
} satisfies Record<AskRefusal, string>

const answerRefusal = {
  answered: 'This question has been answered already. The answer stands below.',
  gone: 'This question was taken back. It needs no answer any more.',
} satisfies Record<AnswerQuestionRefusal, string>

const removeRefusal = {
  'answered-to-all': 'Question and answer have gone to everybody and therefore stay.',
  gone: 'This question has been taken back already.',
} satisfies Record<RemoveQuestionRefusal, string>

const answerTo = {
  person: 'Only who asked',
  group: 'Everybody with a place, and who asked',
} satisfies Record<AnswerTo, string>

export const workshopQuestion = {
  askRefusal,
  answerRefusal,
  removeRefusal,
  answerTo,
  title: 'Questions before the workshop',
  lead: 'What the group would like to know beforehand.',
  section: 'Questions to the trainers',
  text: 'The trainers see your name and answer by e-mail.',
  body: 'Your question',
  mayName: 'If the answer goes to everybody, my name may stand beside it',
  ask: 'Ask',
  asked: 'The trainers have your question. The answer comes by e-mail and stands here.',
  removed: 'The question is taken back.',
  answered: (count: number) =>
    count === 1
      ? 'The answer to one person is on its way.'
      : `The answer to ${number(count)} people is on its way.`,
  own: 'My questions',
  ofGroup: 'Questions and answers for everybody',
  open: 'Still open',
  openCount: (count: number) =>
    count === 0 ? 'No open question' : count === 1 ? 'One open question' : `${number(count)} open questions`,
  done: 'Answered',
  none: 'Nobody has asked anything so far. Who has a place or waits finds the field for it on the page of the workshop.',
  waits: 'waits for an answer',
  isAnswered: 'answered',
  askedBy: (name: string) => `${name} asks`,
  somebody: 'Somebody of the group',
  you: 'You ask',
  nameAllowed: 'The name may be given.',
  nameWithheld: 'To everybody the question goes without the name.',
  answer: 'Answer',
  answerHint: 'The question is in the e-mail already.',
  answerToLabel: 'Who gets the answer?',
  send: 'Send the answer',
  answeredBy: (author: string) => `${author} answers`,
  sentTo: {
    person: 'went to the person who asked',
    group: 'went to everybody with a place',
  } satisfies Record<AnswerTo, string>,
  remove: 'Take the question back',
  removeOther: 'Remove the question',
  writeAnswer: 'Answer',
  todo: (title: string) => `Questions about the workshop: ${title}`,
  messages: 'Messages to the group',
  toQuestions: 'See all questions',
}
