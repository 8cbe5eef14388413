import { displayName } from '#app/domain/person.ts'
import {
  cannotAskBecause,
  cannotRemoveBecause,
  type AnswerQuestionRefusal,
  type AnswerTo,
  type AskRefusal,
  type RemoveQuestionRefusal,
} from '#app/domain/workshop-question.ts'
import { audit } from '#db/audit.ts'
import type { Db, Trx } from '#db/client.server.ts'
import { listAddressees } from '#db/enrolment-mail.ts'
import { listCurrent } from '#db/queue.ts'
import { post } from '#db/outbox.ts'
import type { Row } from '#db/schema.ts'
import { lockWorkshop, workshopFacts, type Workshop } from '#db/workshops.ts'

export type WorkshopQuestion = Row<'workshopQuestion'> & { asker: string; author: string | null }

export type AskResult = { ok: true } | { ok: false; refusal: AskRefusal }

type Question = { id: string; workshopId: string; body: string; mayName: boolean }

/** Asks those who lead a workshop; each of them gets a mail. The same question twice is asked once. */
export function askQuestion(db: Db, by: string, question: Question, now: Date): Promise<AskResult> {
  return db.transaction().execute(async (trx) => {
    const workshop = await lockWorkshop(trx, question.workshopId)
    const before = await trx
      .selectFrom('workshopQuestion')
      .select(['id', 'answeredAt'])
      .where('workshopId', '=', workshop.id)
      .where('askedBy', '=', by)
      .execute()
    if (before.some(({ id }) => id === question.id)) return { ok: true }
    const own = (await listCurrent(trx, workshop.id)).find(({ personId }) => personId === by)
    const refusal = cannotAskBecause(workshop, own?.status, before, now)
    if (refusal) return { ok: false, refusal }
    const added = await trx
      .insertInto('workshopQuestion')
      .values({ ...question, askedBy: by, askedAt: now })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!added) return { ok: true }
    await tellTrainers(trx, workshop, by, question, now)
    await audit(trx, by, 'workshop:ask', workshop.id, now, { question: question.id })
    return { ok: true }
  })
}

async function tellTrainers(trx: Trx, workshop: Workshop, by: string, question: Question, now: Date) {
  const people = await listAddressees(trx, [by, ...workshop.trainerIds])
  const asker = people.get(by)
  for (const trainerId of workshop.trainerIds) {
    const trainer = people.get(trainerId)
    if (!trainer) continue
    const to = { personId: trainer.id, address: trainer.address, locale: trainer.locale }
    const data = {
      name: displayName(trainer),
      workshop: workshopFacts(workshop),
      asker: asker ? displayName(asker) : '',
      question: question.body,
    }
    await post(trx, to, 'workshop-question', question.id, data, now)
  }
}

export type AnswerQuestionResult =
  { ok: true; recipients: number } | { ok: false; refusal: AnswerQuestionRefusal }

type Answer = { workshopId: string; questionId: string; answer: string; answerTo: AnswerTo }

/** Answers once: to whoever asked, or to everybody with a seat, who learn the name only if that was agreed to. */
export function answerQuestion(db: Db, by: string, answer: Answer, now: Date): Promise<AnswerQuestionResult> {
  return db.transaction().execute(async (trx) => {
    const workshop = await lockWorkshop(trx, answer.workshopId)
    const question = await getQuestion(trx, workshop.id, answer.questionId)
    if (!question) return { ok: false, refusal: 'gone' }
    if (question.answeredAt) return { ok: false, refusal: 'answered' }
    await trx
      .updateTable('workshopQuestion')
      .set({ answer: answer.answer, answerTo: answer.answerTo, answeredBy: by, answeredAt: now })
      .where('id', '=', question.id)
      .execute()
    const recipients = await tellAnswer(trx, workshop, question, { ...answer, by }, now)
    await audit(trx, by, 'workshop:answer', workshop.id, now, { question: question.id, recipients })
    return { ok: true, recipients }
  })
}

async function tellAnswer(
  trx: Trx,
  workshop: Workshop,
  question: Row<'workshopQuestion'>,
  { answer, answerTo, by }: Answer & { by: string },
  now: Date,
): Promise<number> {
  const group =
    answerTo === 'group'
      ? (await listCurrent(trx, workshop.id)).filter(({ status }) => status === 'confirmed')
      : []
  const readers = new Set([question.askedBy, ...group.map(({ personId }) => personId)])
  const people = await listAddressees(trx, [...readers, by])
  const named = people.get(question.askedBy)
  const author = people.get(by)
  let told = 0
  for (const personId of readers) {
    const person = people.get(personId)
    if (!person) continue
    const isOwn = personId === question.askedBy
    const isNamed = !isOwn && question.mayName && named !== undefined
    const to = { personId, address: person.address, locale: person.locale }
    const data = {
      ...{ name: displayName(person), workshop: workshopFacts(workshop), question: question.body, answer },
      author: author ? displayName(author) : '',
      asked: isOwn ? ('own' as const) : isNamed ? ('named' as const) : ('unnamed' as const),
      asker: isNamed ? displayName(named) : null,
    }
    await post(trx, to, 'workshop-answer', question.id, data, now)
    told += 1
  }
  return told
}

export type RemoveQuestionResult = { ok: true } | { ok: false; refusal: RemoveQuestionRefusal }

/** Takes a question away, and the mail about it where that has not left yet. */
export function removeQuestion(
  db: Db,
  by: string,
  { workshopId, questionId }: { workshopId: string; questionId: string },
  now: Date,
): Promise<RemoveQuestionResult> {
  return db.transaction().execute(async (trx) => {
    const workshop = await lockWorkshop(trx, workshopId)
    const question = await getQuestion(trx, workshop.id, questionId)
    if (!question) return { ok: false, refusal: 'gone' }
    const refusal = cannotRemoveBecause(question)
    if (refusal) return { ok: false, refusal }
    await trx.deleteFrom('workshopQuestion').where('id', '=', questionId).execute()
    await trx
      .deleteFrom('outbox')
      .where('uniqueKey', 'like', `workshop-question:${questionId}:%`)
      .where('sentAt', 'is', null)
      .where('digestId', 'is', null)
      .execute()
    await audit(trx, by, 'workshop:remove-question', workshop.id, now, { question: questionId })
    return { ok: true }
  })
}

export function getQuestion(
  db: Db,
  workshopId: string,
  questionId: string,
): Promise<Row<'workshopQuestion'> | undefined> {
  return db
    .selectFrom('workshopQuestion')
    .selectAll()
    .where('id', '=', questionId)
    .where('workshopId', '=', workshopId)
    .executeTakeFirst()
}

/** All questions of a workshop, in the order in which they were asked. */
export async function listQuestions(db: Db, workshopId: string): Promise<WorkshopQuestion[]> {
  const rows = await db
    .selectFrom('workshopQuestion as question')
    .innerJoin('person as asker', 'asker.id', 'question.askedBy')
    .leftJoin('person as author', 'author.id', 'question.answeredBy')
    .selectAll('question')
    .select(['asker.givenName as askerGiven', 'asker.familyName as askerFamily'])
    .select(['author.givenName as authorGiven', 'author.familyName as authorFamily'])
    .where('question.workshopId', '=', workshopId)
    .orderBy('askedAt')
    .orderBy('question.id')
    .execute()
  return rows.map(({ askerGiven, askerFamily, authorGiven, authorFamily, ...question }) => ({
    ...question,
    asker: displayName({ givenName: askerGiven, familyName: askerFamily }),
    author:
      authorGiven === null || authorFamily === null
        ? null
        : displayName({ givenName: authorGiven, familyName: authorFamily }),
  }))
}

export type OpenQuestions = { workshopId: string; titleDe: string; titleEn: string | null; count: number }

/** Workshops of a trainer in which questions wait for an answer. */
export function listOpenQuestions(db: Db, trainerId: string): Promise<OpenQuestions[]> {
  return db
    .selectFrom('workshopQuestion')
    .innerJoin('workshop', 'workshop.id', 'workshopQuestion.workshopId')
    .innerJoin('course', 'course.id', 'workshop.courseId')
    .innerJoin('workshopTrainer', 'workshopTrainer.workshopId', 'workshop.id')
    .select(['workshop.id as workshopId', 'course.titleDe', 'course.titleEn'])
    .select(({ fn }) => fn.count<number>('workshopQuestion.id').as('count'))
    .select(({ fn }) => fn.min('askedAt').as('since'))
    .where('workshopTrainer.personId', '=', trainerId)
    .where('answeredAt', 'is', null)
    .where('workshop.calledOffAt', 'is', null)
    .groupBy(['workshop.id', 'course.id'])
    .orderBy('since')
    .execute()
}
