import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { changeMailText, listCurrentTexts, listTextVersions } from '#db/mail-texts.ts'
import { db, testOnPostgres } from '#tests/database.ts'
import { aPerson, NOW } from '#tests/factories.ts'

const text = { subject: 'Betreff', body: '{{termin}} {{link}}' }

async function current(kind: string) {
  return (await listCurrentTexts(db)).filter((each) => each.kind === kind)
}

test('a new version counts, the earlier one is kept, and the same form sent twice is one version', async () => {
  const by = (await aPerson({ roles: ['coordinator'] })).id
  const first = { id: randomUUID(), kind: 'enrolment-confirmed', locale: 'de', version: 0, text } as const
  const second = { ...first, id: randomUUID(), version: 1, text: { ...text, subject: 'Neu' } }

  expect(await changeMailText(db, by, first, NOW)).toEqual({ ok: true })
  expect(await changeMailText(db, by, first, NOW)).toEqual({ ok: true })
  expect(await changeMailText(db, by, second, NOW)).toEqual({ ok: true })

  expect(await current('enrolment-confirmed')).toEqual([
    { kind: 'enrolment-confirmed', locale: 'de', text: { ...text, subject: 'Neu' } },
  ])
  const versions = await listTextVersions(db, 'enrolment-confirmed', 'de')
  expect(versions.map(({ version }) => version)).toEqual([2, 1])
  expect(await listTextVersions(db, 'enrolment-confirmed', 'en')).toEqual([])
})

test('going back to the built-in text is a version too, and nothing is lost', async () => {
  const by = (await aPerson({ roles: ['coordinator'] })).id
  const own = { id: randomUUID(), kind: 'enrolment-waiting', locale: 'en', version: 0, text } as const
  await changeMailText(db, by, own, NOW)
  await changeMailText(db, by, { ...own, id: randomUUID(), version: 1, text: null }, NOW)

  expect(await current('enrolment-waiting')).toEqual([])
  expect(await listTextVersions(db, 'enrolment-waiting', 'en')).toMatchObject([{ text: null }, { text }])
})

test('the second of two who write at the same time is told', async () => {
  const by = (await aPerson({ roles: ['coordinator'] })).id
  const change = { kind: 'enrolment-lapsed', locale: 'de', version: 0, text } as const

  expect(await changeMailText(db, by, { ...change, id: randomUUID() }, NOW)).toEqual({ ok: true })
  expect(await changeMailText(db, by, { ...change, id: randomUUID() }, NOW)).toEqual({
    ok: false,
    refusal: 'changed-meanwhile',
  })
})

testOnPostgres('of twenty who save at the same moment one gets through', async () => {
  const by = (await aPerson({ roles: ['coordinator'] })).id
  const change = { kind: 'enrolment-promoted', locale: 'de', version: 0, text } as const

  const results = await Promise.all(
    Array.from({ length: 20 }, () => changeMailText(db, by, { ...change, id: randomUUID() }, NOW)),
  )

  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await listTextVersions(db, 'enrolment-promoted', 'de')).toHaveLength(1)
})
