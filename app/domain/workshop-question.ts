// Questions that people ask before a workshop, and who reads the answers.

import { isCurrent, type EnrolmentStatus } from '#app/domain/enrolment.ts'

/** An answer goes to whoever asked, or to everybody who comes. */
export const ANSWER_TO = ['person', 'group'] as const
export type AnswerTo = (typeof ANSWER_TO)[number]

export type AskRefusal = 'not-in-group' | 'called-off' | 'closed' | 'too-many'
export type AnswerQuestionRefusal = 'answered' | 'gone'
export type RemoveQuestionRefusal = 'answered-to-all' | 'gone'

/** So many days after its end a workshop still takes questions. */
export const QUESTIONS_DAYS_AFTER = 14
/** So many questions of one person may wait for an answer, and so many may there be in all. */
export const MOST_OPEN_QUESTIONS = 3
export const MOST_QUESTIONS = 20
export const QUESTION_LENGTH = 1_000
export const ANSWER_LENGTH = 3_000

const DAY_MILLISECONDS = 86_400_000

type Asked = { answeredAt: Date | null }

/** Why nobody can ask any more, or null. */
export function questionsClosed(
  workshop: { endsAt: Date; calledOffAt: Date | null },
  now: Date,
): 'called-off' | 'closed' | null {
  if (workshop.calledOffAt) return 'called-off'
  return now.getTime() > workshop.endsAt.getTime() + QUESTIONS_DAYS_AFTER * DAY_MILLISECONDS ? 'closed' : null
}

/** Why somebody cannot ask a question, or null; `own` are the questions they have asked already. */
export function cannotAskBecause(
  workshop: { endsAt: Date; calledOffAt: Date | null },
  status: EnrolmentStatus | undefined,
  own: readonly Asked[],
  now: Date,
): AskRefusal | null {
  if (!status || !isCurrent(status)) return 'not-in-group'
  const closed = questionsClosed(workshop, now)
  if (closed) return closed
  const open = own.filter(({ answeredAt }) => answeredAt === null).length
  return open >= MOST_OPEN_QUESTIONS || own.length >= MOST_QUESTIONS ? 'too-many' : null
}

/** What was sent to a whole group cannot be called back; everything else can. */
export function cannotRemoveBecause(question: { answerTo: AnswerTo | null }): RemoveQuestionRefusal | null {
  return question.answerTo === 'group' ? 'answered-to-all' : null
}

/** A question as one of its readers may see it. */
export type AskedQuestion = {
  id: string
  body: string
  askedAt: Date
  isOwn: boolean
  /** Null where the reader is not to know. */
  asker: string | null
  mayName: boolean
  answer: string | null
  answerTo: AnswerTo | null
  author: string | null
  answeredAt: Date | null
  mayRemove: boolean
}
