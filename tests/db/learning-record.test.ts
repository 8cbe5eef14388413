import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { listMissing } from '#db/prerequisites.ts'
import { decideProof, submitProof } from '#db/proofs.ts'
import { db } from '#tests/database.ts'
import { aCourse, aPerson, NOW } from '#tests/factories.ts'

async function aCourseAfter(required: { id: string }) {
  const course = await aCourse()
  await db
    .insertInto('coursePrerequisite')
    .values({ courseId: course.id, requiredCourseId: required.id })
    .execute()
  return course
}

const lacks = async (courseId: string, personId: string) =>
  (await listMissing(db, courseId, [personId])).get(personId)?.map(({ id }) => id) ?? []

test('who has completed the required course by themselves lacks nothing; who has only begun it does', async () => {
  const [who, required] = [await aPerson(), await aCourse({ format: 'self-paced' })]
  const course = await aCourseAfter(required)
  const learning = { personId: who.id, courseId: required.id, startedAt: NOW }
  await db.insertInto('learning').values(learning).execute()

  expect(await lacks(course.id, who.id)).toEqual([required.id])
  await db.updateTable('learning').set({ completedAt: NOW }).where('personId', '=', who.id).execute()
  expect(await lacks(course.id, who.id)).toEqual([])
})

test('a proof from elsewhere counts as soon as it is confirmed, and never when it is returned', async () => {
  const [who, officer, required] = [await aPerson(), await aPerson(), await aCourse()]
  const course = await aCourseAfter(required)
  const file = {
    name: 'n.pdf',
    mediaType: 'application/pdf',
    content: new Uint8Array([1]),
    alternativeText: null,
  }
  const proof = { title: 'Anderswo', provider: 'SAKD', attendedOn: '2026-01-20', units: 8, file }
  const [first, second] = [randomUUID(), randomUUID()]
  for (const id of [first, second]) {
    const handedIn = { ...proof, id, personId: who.id, courseId: required.id, organisationId: null }
    await submitProof(db, handedIn, NOW)
  }
  const decide = { reason: null, by: officer.id }

  await decideProof(db, { ...decide, id: first, decision: 'returned', reason: 'Unleserlich.' }, NOW)
  expect(await lacks(course.id, who.id)).toEqual([required.id])
  await decideProof(db, { ...decide, id: second, decision: 'confirmed' }, NOW)
  expect(await lacks(course.id, who.id)).toEqual([])
})
