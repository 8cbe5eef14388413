import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { answerIn, answerQuiz, listAttempts, startLearning } from '#db/learning.ts'
import { db, testOnPostgres } from '#tests/database.ts'
import { aCourse, aPerson, NOW } from '#tests/factories.ts'
import { held, untilWaiting } from '#tests/races.ts'

/** Somebody who is learning, and has one attempt at a quiz. */
async function oneAttempt() {
  const [{ id: personId }, { id: courseId }] = [await aPerson(), await aCourse({ format: 'self-paced' })]
  const [moduleId, pageId] = [randomUUID(), randomUUID()]
  await db.insertInto('module').values({ id: moduleId, courseId, title: 'Modul', position: 1 }).execute()
  await db
    .insertInto('modulePage')
    .values({
      ...{ id: pageId, moduleId, kind: 'quiz' as const, title: 'Quiz', body: '', position: 1 },
      ...{ quiz: '{}', passPercent: 100, attempts: 1 },
    })
    .execute()
  await startLearning(db, { personId, courseId }, NOW)
  const judge = () => ({ answers: {}, score: { points: 0, outOf: 1 } })
  const attempt = () => ({ id: randomUUID(), personId, courseId, pageId, judge })
  const taken = async () => (await listAttempts(db, personId, pageId)).length
  return { personId, attempt, taken }
}

testOnPostgres('two windows that send the last attempt at once take it once', async () => {
  const { personId, attempt, taken } = await oneAttempt()
  const release = await held((trx) =>
    trx.selectFrom('learning').select('startedAt').where('personId', '=', personId).forUpdate().execute(),
  )
  const sent = [answerQuiz(db, attempt(), NOW), answerQuiz(db, attempt(), NOW)]
  await untilWaiting(2)
  await release()

  const results = await Promise.all(sent)
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  expect(results).toContainEqual({ ok: false, refusal: 'no-attempt-left' })
  expect(await taken()).toBe(1)
})

testOnPostgres('without holding the progress both take the last attempt', async () => {
  const { attempt, taken } = await oneAttempt()
  const commitFirst = await held((trx) => answerIn(trx, attempt(), NOW))
  const commitSecond = await held((trx) => answerIn(trx, attempt(), NOW))
  await commitFirst()
  await commitSecond()
  expect(await taken()).toBe(2)
})
