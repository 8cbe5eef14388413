// How far somebody has come in a course to learn by oneself. Everything in here is asked and changed by that person
// alone, and leaves no line in the record: others read the record.

import { sql } from 'kysely'
import {
  countsStill,
  nextAttemptAt,
  pageAfter,
  progressOf,
  type LearningRefusal,
  type Progress,
} from '#app/domain/learning.ts'
import { isPassed, type QuizAnswers, type Score } from '#app/domain/quiz.ts'
import type { Db, Trx } from '#db/client.server.ts'
import { listModules, pagesOf, type Module } from '#db/modules.ts'
import type { Row } from '#db/schema.ts'

type Whose = { personId: string; courseId: string }
export type LearningResult = { ok: true } | { ok: false; refusal: LearningRefusal }

export type Learning = Pick<Row<'learning'>, 'startedAt' | 'completedAt'> & {
  done: Set<string>
  progress: Progress
}

/** Somebody's progress on these pages; undefined for whoever has not begun. */
export async function getLearning(
  db: Db,
  { personId, courseId }: Whose,
  modules: readonly Module[],
): Promise<Learning | undefined> {
  const rows = await db
    .selectFrom('learning')
    .leftJoin('module', 'module.courseId', 'learning.courseId')
    .leftJoin('modulePage', 'modulePage.moduleId', 'module.id')
    .leftJoin('learningStep as step', (join) =>
      join.onRef('step.pageId', '=', 'modulePage.id').onRef('step.personId', '=', 'learning.personId'),
    )
    .select(['learning.startedAt', 'learning.completedAt', 'learning.pageId', 'step.pageId as done'])
    .where('learning.personId', '=', personId)
    .where('learning.courseId', '=', courseId)
    .execute()
  const [first] = rows
  if (!first) return undefined
  const done = new Set(rows.flatMap((row) => row.done ?? []))
  const { startedAt, completedAt, pageId } = first
  return { startedAt, completedAt, done, progress: progressOf(pagesOf(modules), done, pageId) }
}

/** One click begins; whoever has begun already goes on. */
export async function startLearning(db: Db, { personId, courseId }: Whose, now: Date): Promise<void> {
  await db
    .insertInto('learning')
    .values({ personId, courseId, startedAt: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Ticks a page off and remembers where to go on. A quiz is ticked off by passing it. */
export function finishPage(
  db: Db,
  { pageId, ...whose }: Whose & { pageId: string },
  now: Date,
): Promise<LearningResult> {
  return db.transaction().execute(async (trx) => {
    if (!(await lockLearning(trx, whose))) return { ok: false, refusal: 'not-begun' }
    const page = pagesOf(await listModules(trx, whose.courseId)).find(({ id }) => id === pageId)
    if (page?.kind === 'quiz' && !(await hasPassed(trx, whose.personId, pageId)))
      return { ok: false, refusal: 'quiz-not-passed' }
    await tick(trx, { ...whose, pageId }, now)
    return { ok: true }
  })
}

/** What becomes of the answers to a quiz as it stands; surveys know how to read it. */
export type Judge = (quiz: string) => { answers: QuizAnswers; score: Score }
type Attempt = Whose & { id: string; pageId: string; judge: Judge }
export type AttemptResult = { ok: true; passed: boolean } | { ok: false; refusal: LearningRefusal }

/** Takes one attempt at a quiz, under the id that its form carried: sent twice, it is one attempt. */
export function answerQuiz(db: Db, request: Attempt, now: Date): Promise<AttemptResult> {
  return db.transaction().execute(async (trx) => {
    if (!(await lockLearning(trx, request))) return { ok: false, refusal: 'not-begun' }
    return answerIn(trx, request, now)
  })
}

/** The same for somebody whose progress the caller holds; otherwise two windows may both take the last attempt. */
export async function answerIn(
  trx: Trx,
  { id, pageId, judge, ...whose }: Attempt,
  now: Date,
): Promise<AttemptResult> {
  const { personId } = whose
  const attempts = await listAttempts(trx, personId, pageId)
  const sent = attempts.find((attempt) => attempt.id === id)
  if (sent) return { ok: true, passed: sent.passed }
  const page = await trx
    .selectFrom('modulePage')
    .select(['quiz', 'passPercent', 'attempts'])
    .where('id', '=', pageId)
    .executeTakeFirstOrThrow()
  const times = attempts.map(({ at }) => at)
  if (nextAttemptAt(times, page.attempts, now)) return { ok: false, refusal: 'no-attempt-left' }

  const { answers, score } = judge(page.quiz ?? '')
  const passed = isPassed(score, page.passPercent ?? 0)
  await trx
    .insertInto('quizAttempt')
    .values({ id, personId, pageId, answers: JSON.stringify(answers), ...score, passed, at: now })
    .execute()
  if (passed) await tick(trx, { ...whose, pageId }, now)
  return { ok: true, passed }
}

/** Somebody's attempts at a quiz, the latest first. */
export function listAttempts(db: Db, personId: string, pageId: string): Promise<Row<'quizAttempt'>[]> {
  return db
    .selectFrom('quizAttempt')
    .selectAll()
    .where('personId', '=', personId)
    .where('pageId', '=', pageId)
    .orderBy('at', 'desc')
    .execute()
}

/** The learner says that the course is done: from now on that, and nothing else of it, counts elsewhere. */
export function completeLearning(db: Db, whose: Whose, now: Date): Promise<LearningResult> {
  return db.transaction().execute(async (trx) => {
    if (!(await lockLearning(trx, whose))) return { ok: false, refusal: 'not-begun' }
    const learning = await getLearning(trx, whose, await listModules(trx, whose.courseId))
    if (!learning || learning.progress.total === 0 || learning.progress.next !== undefined)
      return { ok: false, refusal: 'not-all-done' }
    await trx
      .updateTable('learning')
      .set({ completedAt: learning.completedAt ?? now })
      .where('personId', '=', whose.personId)
      .where('courseId', '=', whose.courseId)
      .execute()
    return { ok: true }
  })
}

/** As if the course had never been begun; not while an attempt counts that no more than a few may be made of. */
export function forgetLearning(db: Db, { personId, courseId }: Whose, now: Date): Promise<LearningResult> {
  return db.transaction().execute(async (trx) => {
    await lockLearning(trx, { personId, courseId })
    const attempts = await trx
      .selectFrom('quizAttempt')
      .innerJoin('modulePage', 'modulePage.id', 'quizAttempt.pageId')
      .innerJoin('module', 'module.id', 'modulePage.moduleId')
      .select(['quizAttempt.at', 'quizAttempt.passed', 'modulePage.attempts as limit'])
      .where('module.courseId', '=', courseId)
      .where('quizAttempt.personId', '=', personId)
      .execute()
    if (attempts.some((attempt) => countsStill(attempt, now))) return { ok: false, refusal: 'attempts-count' }
    const pages = trx
      .selectFrom('modulePage')
      .innerJoin('module', 'module.id', 'modulePage.moduleId')
      .select('modulePage.id')
      .where('module.courseId', '=', courseId)
    for (const table of ['learningStep', 'quizAttempt'] as const)
      await trx.deleteFrom(table).where('personId', '=', personId).where('pageId', 'in', pages).execute()
    await trx
      .deleteFrom('learning')
      .where('personId', '=', personId)
      .where('courseId', '=', courseId)
      .execute()
    return { ok: true }
  })
}

export type LearningLine = {
  courseId: string
  titleDe: string
  titleEn: string | null
  startedAt: Date
  completedAt: Date | null
  done: number
  total: number
}

/** All that somebody learns or has learned by themselves, the latest first. */
export function listLearning(db: Db, personId: string): Promise<LearningLine[]> {
  const pages = sql`from module_page page join module on module.id = page.module_id
    where module.course_id = learning.course_id and (page.kind <> 'quiz' or page.quiz is not null)`
  return db
    .selectFrom('learning')
    .innerJoin('course', 'course.id', 'learning.courseId')
    .select(['learning.courseId', 'course.titleDe', 'course.titleEn'])
    .select(['learning.startedAt', 'learning.completedAt'])
    .select(sql<number>`(select count(*) ${pages})`.as('total'))
    .select(
      sql<number>`(select count(*) ${pages} and exists (select 1 from learning_step step
        where step.page_id = page.id and step.person_id = learning.person_id))`.as('done'),
    )
    .where('learning.personId', '=', personId)
    .orderBy('learning.startedAt', 'desc')
    .execute()
}

/** Holds somebody's progress, so that two windows do not take one last attempt twice. */
function lockLearning(trx: Trx, { personId, courseId }: Whose) {
  return trx
    .selectFrom('learning')
    .select('startedAt')
    .where('personId', '=', personId)
    .where('courseId', '=', courseId)
    .forUpdate()
    .executeTakeFirst()
}

async function hasPassed(trx: Trx, personId: string, pageId: string): Promise<boolean> {
  return (await listAttempts(trx, personId, pageId)).some(({ passed }) => passed)
}

async function tick(
  trx: Trx,
  { personId, courseId, pageId }: Whose & { pageId: string },
  now: Date,
): Promise<void> {
  await trx
    .insertInto('learningStep')
    .values({ personId, pageId, doneAt: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const next = pageAfter(pagesOf(await listModules(trx, courseId)), pageId) ?? null
  await trx
    .updateTable('learning')
    .set({ pageId: next })
    .where('personId', '=', personId)
    .where('courseId', '=', courseId)
    .execute()
}
