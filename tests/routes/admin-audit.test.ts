import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { loader } from '#app/routes/admin/audit.tsx'
import { audit } from '#db/audit.ts'
import { db } from '#tests/database.ts'
import { aPerson, aRequest, args, requestAs } from '#tests/factories.ts'

const PATH = '/admin/audit'
const admin = await aPerson({ roles: ['admin'] })
const open = async (query: string) => loader(args(await requestAs(admin, PATH + query)))

test('administration and data protection read the record, nobody else', async () => {
  const officer = await aPerson({ roles: ['dataProtection'] })
  expect((await loader(args(await requestAs(officer, PATH)))).page).toBe(1)
  for (const role of ['coordinator', 'committee', 'participant'] as const) {
    const person = await aPerson({ roles: [role] })
    await expect(loader(args(await requestAs(person, PATH)))).rejects.toMatchObject({ status: 403 })
  }
  await expect(loader(args(aRequest(PATH)))).rejects.toMatchObject({ status: 302 })
})

test('whoever reads the record stands in it, with what they looked for', async () => {
  await open('?action=organisation&from=2026-01-01&until=kein-Tag')
  const [latest] = (await open('?action=audit:read')).entries
  expect(latest).toMatchObject({
    actor: `Ada ${admin.familyName}`,
    details: { action: 'organisation', fromDay: '2026-01-01', page: 1 },
  })
  expect(latest?.details).not.toHaveProperty('untilDay')
})

test('the record narrows to a noun, an action, a day and one matter', async () => {
  const subject = randomUUID()
  const at = (day: string) => new Date(`${day}T10:00:00Z`)
  await audit(db, admin.id, 'course:edit', subject, at('2026-02-03'), { step: 'add' })
  await audit(db, admin.id, 'workshop:add', subject, at('2026-02-04'))
  const actions = async (query: string) =>
    (await open(`?subject=${subject}${query}`)).entries.map(({ action }) => action)

  expect(await actions('')).toEqual(['workshop:add', 'course:edit'])
  expect(await actions('&action=course')).toEqual(['course:edit'])
  expect(await actions('&action=workshop:add')).toEqual(['workshop:add'])
  expect(await actions('&from=2026-02-04')).toEqual(['workshop:add'])
  expect(await actions('&until=2026-02-03')).toEqual(['course:edit'])
})

test('the record comes in pages of fifty', async () => {
  const subject = randomUUID()
  for (let line = 0; line < 51; line++) await audit(db, null, 'course:edit', subject, new Date(), { line })
  const first = await open(`?subject=${subject}`)
  expect([first.entries.length, first.pages]).toEqual([50, 2])
  const second = await open(`?subject=${subject}&page=2`)
  expect(second.entries).toMatchObject([{ actor: undefined, details: { line: 0 } }])
})
