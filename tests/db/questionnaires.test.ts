import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { QUESTIONNAIRE_KEYS, type Definition } from '#app/domain/questionnaire.ts'
import {
  addQuestionnaire,
  discardDraft,
  getQuestionnaire,
  listQuestionnaires,
  publishDraft,
  retireQuestionnaire,
  saveDraft,
  startDraft,
} from '#db/questionnaires.ts'
import { currentVersion, listForRounds, publishShipped, versionByHash } from '#db/questionnaire-versions.ts'
import { hashOf, shipped } from '#surveys/index.ts'
import { db } from '#tests/database.ts'
import { aPerson, hours, NOW } from '#tests/factories.ts'

const aDefinition = (title: string, more: Definition['pages'][0]['elements'] = []): Definition => ({
  title: { default: title },
  pages: [
    {
      name: 'one',
      elements: [
        { type: 'boolean', name: 'again', title: { default: 'Würden Sie wieder kommen?' } },
        ...more,
      ],
    },
  ],
})
const weekly: Definition['pages'][0]['elements'][0] = {
  type: 'text',
  name: 'hours',
  title: { default: 'Wie viele Stunden?' },
  inputType: 'number',
  min: 0,
  max: 40,
}
const checked = (definition: Definition) => ({ definition, hash: hashOf(definition) })

async function aQuestionnaire(title = randomUUID()) {
  const { id: by } = await aPerson({ roles: ['coordinator'] })
  const id = randomUUID()
  const definition = aDefinition(title)
  await addQuestionnaire(db, { id, kind: 'free', title, definition, by }, NOW)
  return { id, by, definition }
}

async function aPublishedOne() {
  const { id, by, definition } = await aQuestionnaire()
  expect(await publishDraft(db, { id, version: 1, by, checked: checked(definition) }, NOW)).toEqual({
    ok: true,
  })
  return { id, by, definition }
}

test('what comes with the product is published, once, whatever how often it starts', async () => {
  const named = shipped.map((version) => ({ ...version, title: version.key }))
  await publishShipped(db, named, NOW)
  await publishShipped(db, named, NOW)
  for (const key of QUESTIONNAIRE_KEYS) {
    const { hash, definition } = await currentVersion(db, key)
    expect(hash).toBe(hashOf(definition))
    expect(shipped.map((version) => version.hash)).toContain(hash)
  }
  const rows = await db
    .selectFrom('questionnaireVersion')
    .select('hash')
    .where('isShipped', '=', true)
    .where('key', 'in', QUESTIONNAIRE_KEYS)
    .execute()
  expect(rows.map(({ hash }) => hash).sort()).toEqual(shipped.map(({ hash }) => hash).sort())
})

test('a draft is published, found by its fingerprint, and taken by rounds from then on', async () => {
  const { id, by, definition } = await aQuestionnaire()
  const before = await listForRounds(db, ['free'])
  await publishDraft(db, { id, version: 1, by, checked: checked(definition) }, NOW)
  const view = await getQuestionnaire(db, id)
  expect(view).toMatchObject({ draft: null, versions: [{ definition }] })
  expect(await versionByHash(db, hashOf(definition))).toMatchObject({ key: view!.key })
  expect((await listForRounds(db, ['free'])).length).toBe(before.length + 1)
  const line = (await listQuestionnaires(db)).find((one) => one.id === id)
  expect(line).toMatchObject({ versions: 1, hasDraft: false, kind: 'free' })
})

test('the database refuses to change or delete what is published, whoever asks', async () => {
  const { definition } = await aPublishedOne()
  const hash = hashOf(definition)
  for (const statement of [
    sql`update questionnaire_version set definition = '{}' where hash = ${hash}`,
    sql`delete from questionnaire_version where hash = ${hash}`,
  ]) {
    await expect(statement.execute(db)).rejects.toThrow(/never changed/)
  }
  expect((await versionByHash(db, hash))?.definition).toEqual(definition)
})

test('control: without the trigger the database would let it happen', async () => {
  const { definition } = await aPublishedOne()
  const hash = hashOf(definition)
  const undone = new Error('undone')
  const tried = db.transaction().execute(async (trx) => {
    await sql`alter table questionnaire_version disable trigger user`.execute(trx)
    const { numAffectedRows } = await sql`delete from questionnaire_version where hash = ${hash}`.execute(trx)
    expect(numAffectedRows).toBe(1n)
    throw undone
  })
  await expect(tried).rejects.toThrow(undone)
})

test('of two people who edit a draft the second is told, and nothing is lost', async () => {
  const { id, by, definition } = await aQuestionnaire()
  const [one, two] = ['eins', 'zwei'].map((title) => ({ id, version: 1, by, definition: aDefinition(title) }))
  expect(await saveDraft(db, one!, NOW)).toEqual({ ok: true })
  expect(await saveDraft(db, two!, NOW)).toEqual({ ok: false, refusal: 'changed-meanwhile' })
  expect((await getQuestionnaire(db, id))?.draft).toEqual({ definition: one!.definition, version: 2 })
  expect(await publishDraft(db, { id, version: 1, by, checked: checked(definition) }, NOW)).toMatchObject({
    refusal: 'changed-meanwhile',
  })
})

test('a key is not used again for another question, not even after a version without it', async () => {
  const { id, by, definition } = await aPublishedOne()
  const publish = async (next: Definition) => {
    await startDraft(db, id, by, NOW)
    const { version } = (await getQuestionnaire(db, id))!.draft!
    await saveDraft(db, { id, version, by, definition: next }, NOW)
    return publishDraft(db, { id, version: version + 1, by, checked: checked(next) }, NOW)
  }
  const title = definition.title.default
  expect(await publish(aDefinition(title, [weekly]))).toEqual({ ok: true })
  expect(await publish(aDefinition(`${title}!`))).toEqual({ ok: true })
  expect(await publish(aDefinition(title, [{ ...weekly, max: 60 }]))).toEqual({
    ok: false,
    refusal: 'key-reused',
    keys: ['hours'],
  })
  expect(await publish(aDefinition(title, [{ ...weekly, name: 'hours_2', max: 60 }]))).toEqual({ ok: true })
  expect((await getQuestionnaire(db, id))?.versions).toHaveLength(4)
})

test('the same version is published once: to go back, something must be said differently', async () => {
  const { id, by, definition } = await aPublishedOne()
  await startDraft(db, id, by, NOW)
  expect(await publishDraft(db, { id, version: 1, by, checked: checked(definition) }, NOW)).toEqual({
    ok: false,
    refusal: 'already-published',
  })
})

test('a retired questionnaire is taken by no new round and gets no new version, until it is back', async () => {
  const { id, by } = await aPublishedOne()
  const isOffered = async () => {
    const { key } = (await getQuestionnaire(db, id))!
    return (await listForRounds(db, ['free'])).some((one) => one.key === key)
  }
  await retireQuestionnaire(db, { id, isRetired: true, by, needed: [] }, NOW)
  expect(await isOffered()).toBe(false)
  expect(await startDraft(db, id, by, NOW)).toEqual({ ok: false, refusal: 'retired' })
  await retireQuestionnaire(db, { id, isRetired: false, by, needed: [] }, NOW)
  expect(await isOffered()).toBe(true)
})

test('what the product needs by itself cannot be retired', async () => {
  const { id: by } = await aPerson({ roles: ['coordinator'] })
  const { id, key } = await db
    .selectFrom('questionnaire')
    .select(['id', 'key'])
    .where('key', '=', 'workshop-feedback')
    .executeTakeFirstOrThrow()
  expect(await retireQuestionnaire(db, { id, isRetired: true, by, needed: [key] }, NOW)).toEqual({
    ok: false,
    refusal: 'still-needed',
  })
})

test('a version of the district stays current when the product comes with another one', async () => {
  const { id: by } = await aPerson({ roles: ['coordinator'] })
  const [first, second] = ['alt', 'neu'].map((title) => ({
    definition: aDefinition(title),
    key: randomUUID(),
    kind: 'free' as const,
  }))
  const ship = (definition: Definition) =>
    publishShipped(db, [{ ...first!, title: 'Mitgeliefert', ...checked(definition) }], NOW)
  await ship(first!.definition)
  const { id } = (await listQuestionnaires(db)).find(({ title }) => title === 'Mitgeliefert')!
  const own = aDefinition('eigen')
  await startDraft(db, id, by, NOW)
  await publishDraft(db, { id, version: 1, by, checked: checked(own) }, hours(1))
  await ship(second!.definition)
  expect((await getQuestionnaire(db, id))?.versions[0]?.definition).toEqual(own)
})

test('a draft that is thrown away leaves the version before, or nothing where there was none', async () => {
  const fresh = await aQuestionnaire()
  await discardDraft(db, { id: fresh.id, version: 1, by: fresh.by }, NOW)
  expect(await getQuestionnaire(db, fresh.id)).toBeUndefined()
  const { id, by } = await aPublishedOne()
  await startDraft(db, id, by, NOW)
  await discardDraft(db, { id, version: 1, by }, NOW)
  expect(await getQuestionnaire(db, id)).toMatchObject({ draft: null })
})
