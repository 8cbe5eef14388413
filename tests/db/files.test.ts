import { expect, test } from 'vitest'
import { isNearlyFull } from '#app/domain/file.ts'
import { getFile, getStorage, readPart, storeFile } from '#db/files.ts'
import { changeSettings } from '#db/settings.ts'
import { db, testOnPostgres } from '#tests/database.ts'
import { anOrganisation, aPerson, NOW } from '#tests/factories.ts'

const MEGABYTE = 1024 * 1024
const ROUNDS = 5

const fileOf = (bytes: number) => ({
  name: 'folien.pdf',
  mediaType: 'application/pdf',
  content: new Uint8Array(bytes).fill(7),
  alternativeText: null,
})

async function store(by: string, organisationId: string | null, bytes: number) {
  return db.transaction().execute((trx) => storeFile(trx, by, organisationId, fileOf(bytes), NOW))
}

test('a file comes back as it was, in parts', async () => {
  const { id: by } = await aPerson()
  const content = new Uint8Array([1, 2, 3, 4, 5])
  const stored = await db
    .transaction()
    .execute((trx) => storeFile(trx, by, null, { ...fileOf(1), content }, NOW))
  if (!stored.ok) throw new Error(stored.refusal)

  expect(await getFile(db, stored.id)).toMatchObject({ name: 'folien.pdf', size: 5 })
  expect([...(await readPart(db, stored.id, 1, 3))]).toEqual([2, 3, 4])
  expect([...(await readPart(db, stored.id, 4, 99))]).toEqual([5])
})

test('when the command around it fails, nothing is stored', async () => {
  const { id: by } = await aPerson()
  const failing = db.transaction().execute(async (trx) => {
    await storeFile(trx, by, null, fileOf(10), NOW)
    throw new Error('the rest went wrong')
  })
  await expect(failing).rejects.toThrow('the rest went wrong')
  expect(await db.selectFrom('file').select('id').where('uploadedBy', '=', by).execute()).toEqual([])
})

test('an organisation fills its own quota, and is refused what goes beyond it', async () => {
  const [{ id: by }, organisation] = [await aPerson(), await anOrganisation()]
  await changeSettings(db, null, { organisationMegabytes: 1 }, NOW)

  expect(await store(by, organisation.id, MEGABYTE * 0.85)).toMatchObject({ ok: true })
  expect(await store(by, organisation.id, MEGABYTE * 0.3)).toEqual({
    ok: false,
    refusal: 'quota-organisation',
  })
  expect(await store(by, (await anOrganisation()).id, MEGABYTE * 0.3)).toMatchObject({ ok: true })
  const { organisations } = await getStorage(db)
  const own = organisations.find(({ id }) => id === organisation.id)
  expect(own && isNearlyFull(own)).toBe(true)
  await changeSettings(db, null, { organisationMegabytes: 200 }, NOW)
})

test('all files together have a limit, too', async () => {
  const { id: by } = await aPerson()
  const { used } = (await getStorage(db)).installation
  await changeSettings(db, null, { installationMegabytes: Math.ceil(used / MEGABYTE) + 1 }, NOW)
  expect(await store(by, null, 3 * MEGABYTE)).toEqual({ ok: false, refusal: 'quota-installation' })
  await changeSettings(db, null, { installationMegabytes: 5_000 }, NOW)
})

testOnPostgres('two uploads at once do not both take the last free place', async () => {
  const { id: by } = await aPerson()
  await changeSettings(db, null, { organisationMegabytes: 1 }, NOW)
  for (let round = 0; round < ROUNDS; round += 1) {
    const { id } = await anOrganisation()
    const both = await Promise.all([0, 1].map(() => store(by, id, MEGABYTE * 0.7)))
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  }
  await changeSettings(db, null, { organisationMegabytes: 200 }, NOW)
})
