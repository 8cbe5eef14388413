// What those who belong to a workshop read on its page: messages to the group, questions and answers.

import { randomUUID } from 'node:crypto'
import type { EnrolmentStatus } from '#app/domain/enrolment.ts'
import { can, type Actor } from '#app/domain/policy.ts'
import {
  cannotAskBecause,
  cannotRemoveBecause,
  type AskedQuestion,
  type AskRefusal,
} from '#app/domain/workshop-question.ts'
import type { Db } from '#db/client.server.ts'
import { listMessages } from '#db/workshop-messages.ts'
import { listQuestions, type WorkshopQuestion } from '#db/workshop-questions.ts'
import type { Workshop } from '#db/workshops.ts'

export type GroupNews = {
  messages: { id: string; subject: string; body: string; author: string; recipients: number; sentAt: Date }[]
  own: AskedQuestion[]
  ofGroup: AskedQuestion[]
  /** Of the question to be. */
  freshId: string
  /** Why the reader cannot ask; null while they can. */
  cannotAsk: AskRefusal | null
}

/** For somebody with a place or on the list; undefined for all others, whom it does not concern. */
export async function groupNews(
  db: Db,
  actor: Actor,
  workshop: Workshop,
  status: EnrolmentStatus | undefined,
  now: Date,
): Promise<GroupNews | undefined> {
  if (!status || actor.id === null) return undefined
  const questions = await listQuestions(db, workshop.id)
  const messages = await listMessages(db, workshop.id)
  const own = questions.filter(({ askedBy }) => askedBy === actor.id)
  return {
    messages: messages
      .filter(({ groups }) => groups === null || groups.some((group) => group === status))
      .map(({ id, subject, body, author, recipients, sentAt }) => ({
        ...{ id, subject, body, author, recipients, sentAt },
      })),
    own: own.map((question) => asRead(question, actor, workshop)),
    ofGroup: status === 'confirmed' ? forGroup(questions, actor, workshop) : [],
    freshId: randomUUID(),
    cannotAsk: cannotAskBecause(workshop, status, own, now),
  }
}

function forGroup(questions: readonly WorkshopQuestion[], actor: Actor, workshop: Workshop): AskedQuestion[] {
  return questions
    .filter(({ answerTo, askedBy }) => answerTo === 'group' && askedBy !== actor.id)
    .map((question) => asRead(question, actor, workshop))
}

/** A question as this reader may see it: those who lead the workshop know who asked, the group only if agreed. */
export function asRead(question: WorkshopQuestion, actor: Actor, workshop: Workshop): AskedQuestion {
  const { id, body, askedAt, mayName, answer, answerTo, author, answeredAt, askedBy } = question
  const isOwn = askedBy === actor.id
  const leads = can(actor, 'workshop:answer', workshop)
  const mayRemove = can(actor, 'workshop:remove-question', {
    personId: askedBy,
    trainerIds: workshop.trainerIds,
  })
  return {
    ...{ id, body, askedAt, mayName, answer, answerTo, author, answeredAt, isOwn },
    asker: leads || isOwn || mayName ? question.asker : null,
    mayRemove: mayRemove && cannotRemoveBecause(question) === null,
  }
}
