import { expect } from 'vitest'
import { goesInCircle } from '#app/domain/course.ts'
import { changeCourse, getCourse, type CourseResult } from '#db/courses.ts'
import { listPrerequisites, setRequired } from '#db/prerequisites.ts'
import { db, testOnPostgres } from '#tests/database.ts'
import { aCourse, aPerson, NOW } from '#tests/factories.ts'
import { held, untilWaiting } from '#tests/races.ts'

/** Three courses of which the last requires the first: two changes more, which do not see each other, close a circle. */
async function chain() {
  const [a, b, c] = [await aCourse(), await aCourse(), await aCourse()]
  await db.transaction().execute((trx) => setRequired(trx, c.id, [a.id]))
  return { a, b, c }
}

async function require(courseId: string, requiredId: string, by: string): Promise<CourseResult> {
  const course = (await getCourse(db, courseId))!
  const { id, version, titleDe, summaryDe, goals, contents, topicKey, level, format, audiences, units } =
    course
  const plan = { titleDe, summaryDe, goals, contents, topicKey, level, format, audiences, units }
  return changeCourse(db, by, { ...plan, id, version, requiredIds: [requiredId] }, NOW)
}

testOnPostgres('of two changes at once that would close a circle, the second is refused', async () => {
  const { a, b, c } = await chain()
  const { id: by } = await aPerson()
  // Nobody gets past the check before both have asked.
  const letGo = await held((trx) =>
    trx.selectFrom('course').select('id').where('id', 'in', [a.id, b.id]).forUpdate().execute(),
  )
  const both = [require(a.id, b.id, by), require(b.id, c.id, by)]
  await untilWaiting(2)
  await letGo()

  const results = await Promise.all(both)
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  expect(results).toContainEqual({ ok: false, refusal: 'prerequisite-circle' })
  expect(goesInCircle(a.id, await listPrerequisites(db))).toBe(false)
})

testOnPostgres('without the common lock both see no circle, and close one', async () => {
  const { a, b, c } = await chain()
  const circles = async (courseId: string, requiredCourseId: string, letGo: () => Promise<void>) =>
    db.transaction().execute(async (trx) => {
      const sees = goesInCircle(courseId, [...(await listPrerequisites(trx)), { courseId, requiredCourseId }])
      await letGo()
      await setRequired(trx, courseId, [requiredCourseId])
      return sees
    })
  const second = async () => expect(await circles(b.id, c.id, async () => {})).toBe(false)
  expect(await circles(a.id, b.id, second)).toBe(false)
  expect(goesInCircle(a.id, await listPrerequisites(db))).toBe(true)
})
