import { expect, test } from 'vitest'
import { audit, readAudit } from '#db/audit.ts'
import { db } from '#tests/database.ts'
import { aPerson, days, NOW, TODAY } from '#tests/factories.ts'

const firstPage = { page: 1, size: 50 }

test('the record says who did what, the latest first, and that somebody has read it', async () => {
  const admin = await aPerson({ roles: ['admin'], givenName: 'Uwe', familyName: 'Lindner' })
  await audit(db, admin.id, 'role:assign', 'subject-1', NOW, { role: 'trainer' })
  await audit(db, null, 'role:assign', 'subject-1', NOW)

  const { entries, total } = await readAudit(db, admin.id, { subjectId: 'subject-1' }, firstPage, NOW)

  expect(total).toBe(2)
  expect(entries.map(({ actor, details }) => [actor, details])).toEqual([
    [undefined, {}],
    ['Uwe Lindner', { role: 'trainer' }],
  ])
  const reads = await db
    .selectFrom('audit')
    .select('details')
    .where('action', '=', 'audit:read')
    .where('actorId', '=', admin.id)
    .execute()
  expect(reads).toMatchObject([{ details: { subjectId: 'subject-1', page: 1 } }])
})

test('the record is narrowed by action, noun and day', async () => {
  const { id } = await aPerson({ roles: ['admin'] })
  for (const [action, at] of [
    ['course:edit', days(-1)],
    ['course:edit', NOW],
    ['courses:edit', NOW],
  ] as const) {
    await audit(db, id, action, 'subject-2', at)
  }
  const count = async (filter: object) =>
    (await readAudit(db, id, { subjectId: 'subject-2', ...filter }, firstPage, NOW)).total

  expect(await count({ action: 'course' })).toBe(2)
  expect(await count({ action: 'course:edit' })).toBe(2)
  expect(await count({ action: '%' })).toBe(0)
  expect(await count({ fromDay: TODAY })).toBe(2)
  expect(await count({ untilDay: TODAY })).toBe(3)
  expect(await count({ fromDay: TODAY, untilDay: TODAY, action: 'course' })).toBe(1)
})

test('what stands in the record is neither changed nor removed', async () => {
  await audit(db, null, 'course:edit', 'subject-3', NOW)

  await expect(db.updateTable('audit').set({ action: 'x' }).execute()).rejects.toThrow(/never changed/)
  await expect(db.deleteFrom('audit').execute()).rejects.toThrow(/never changed/)
})
