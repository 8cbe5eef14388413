import { expect, test } from 'vitest'
import { listOrganisations } from '#db/organisations.ts'
import { getActor } from '#db/actors.ts'
import { countPeople } from '#db/people.ts'
import { getSettings } from '#db/settings.ts'
import { isSetupToken, newSetupToken, setUp, type SetUp } from '#db/setup-tokens.ts'
import { db } from '#tests/database.ts'
import { days, NOW, TODAY } from '#tests/factories.ts'

const given: SetUp = {
  districtName: 'Landkreis Meißen',
  districtKey: '14627',
  givenName: 'Erste',
  familyName: 'Person',
  email: 'erste@lernkreis.example',
  locale: 'de',
  passwordHash: 'hash',
}

test('an installation is set up once: admin, name, and the municipalities of a known district', async () => {
  await newSetupToken(db, 'earlier', days(1))
  await newSetupToken(db, 'token', days(1))

  expect(await isSetupToken(db, 'earlier', NOW)).toBe(false)
  expect(await isSetupToken(db, 'token', days(1))).toBe(false)
  expect(await setUp(db, 'token', given, days(2))).toEqual({ ok: false, refusal: 'link-used' })
  expect(await setUp(db, 'guess', given, NOW)).toEqual({ ok: false, refusal: 'link-used' })
  expect(await countPeople(db)).toBe(0)
  expect(await isSetupToken(db, 'token', NOW)).toBe(true)

  const results = await Promise.all([
    setUp(db, 'token', given, NOW),
    setUp(db, 'token', { ...given, email: 'zweite@lernkreis.example' }, NOW),
  ])

  expect(results.filter((result) => result.ok)).toHaveLength(1)
  expect(await countPeople(db)).toBe(1)
  expect(await isSetupToken(db, 'token', NOW)).toBe(false)
  const first = results.find((result) => result.ok)
  expect(first?.ok && (await getActor(db, first.personId, TODAY))?.roles).toEqual(['admin'])
  expect(await getSettings(db)).toMatchObject({ districtName: 'Landkreis Meißen', demo: false })

  const organisations = await listOrganisations(db, { day: TODAY })
  expect(organisations.filter(({ kind }) => kind === 'municipality')).toHaveLength(28)
  expect(organisations.filter(({ kind }) => kind === 'association')).toHaveLength(3)
  expect(await db.selectFrom('associationMember').select('associationId').execute()).toHaveLength(6)

  await newSetupToken(db, 'second', days(1))
  expect(await setUp(db, 'second', given, NOW)).toEqual({ ok: false, refusal: 'link-used' })
})
