import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { BLANKED_TOKEN, type MailKind } from '#app/domain/mail.ts'
import { action, loader } from '#app/routes/admin/outbox.tsx'
import { post } from '#db/outbox.ts'
import { changeSettings } from '#db/settings.ts'
import { db } from '#tests/database.ts'
import { aContext, aPerson, aRequest, args, requestAs } from '#tests/factories.ts'

const PATH = '/admin/outbox'
const NOW = new Date()
const { environment } = aContext()
const sending = { environment: { ...environment, smtpUrl: 'smtp://mail.example', mailFrom: 'a@b.example' } }

const aMail = async (kind: MailKind = 'reset', data: object = {}) => {
  const { id: personId, email: address } = await aPerson()
  const facts = { name: 'Ada Muster', token: 'geheim-123', validUntil: NOW.toISOString(), ...data }
  await post(db, { personId, address, locale: 'de' }, kind as 'reset', randomUUID(), facts, NOW)
  return db.selectFrom('outbox').selectAll().where('personId', '=', personId).executeTakeFirstOrThrow()
}

const admin = await aPerson({ roles: ['admin'] })
const open = async (query: string, context = aContext()) =>
  loader(args(await requestAs(admin, PATH + query), {}, context))
const textOf = (page: Awaited<ReturnType<typeof open>>) => ('letter' in page ? page.letter?.text : undefined)

test('only the administration reads the outbox', async () => {
  const { id } = await aMail()
  for (const role of ['coordinator', 'dataProtection', 'committee'] as const) {
    const person = await aPerson({ roles: [role] })
    await expect(loader(args(await requestAs(person, PATH)))).rejects.toMatchObject({ status: 403 })
    await expect(action(args(await requestAs(person, PATH, { id })))).rejects.toMatchObject({ status: 403 })
  }
  await expect(loader(args(aRequest(PATH)))).rejects.toMatchObject({ status: 302 })
})

test('a mail is read as the letter that goes out, and that is recorded', async () => {
  const mail = await aMail()
  const page = await open(`?mail=${mail.id}`)
  expect(textOf(page)).toContain('http://localhost:3000/reset/geheim-123')

  const lines = await db.selectFrom('audit').selectAll().where('subjectId', '=', mail.id).execute()
  expect(lines).toMatchObject([{ action: 'outbox:read', actorId: admin.id }])
})

test('the list shows no facts of a mail, and none of an evaluation', async () => {
  const mail = await aMail()
  const hidden = await aMail('evaluation-reminder')
  const { list } = await open('')
  const ids = list?.mails.map(({ id }) => id)
  expect(ids).toContain(mail.id)
  expect(ids).not.toContain(hidden.id)
  expect(JSON.stringify(list)).not.toContain('geheim-123')
  await expect(open(`?mail=${hidden.id}`)).rejects.toMatchObject({ status: 404 })
})

test('where mails are sent, the secret of a link is for its addressee alone', async () => {
  const mail = await aMail()
  const page = await open(`?mail=${mail.id}`, aContext(sending))
  expect(page).toMatchObject({ sends: true, secretHidden: true })
  expect(textOf(page)).not.toContain('geheim-123')
  expect(textOf(page)).toContain(BLANKED_TOKEN)
})

test('the demo district sends nothing, whatever is set up', async () => {
  await changeSettings(db, null, { demo: true }, NOW)
  expect(await open('', aContext(sending))).toMatchObject({ sends: false, demo: true })
  await changeSettings(db, null, { demo: false }, NOW)
})

test('a mail that was given up is tried again', async () => {
  const mail = await aMail()
  await db
    .updateTable('outbox')
    .set({ gaveUpAt: NOW, attempts: 6, lastError: '550' })
    .where('id', '=', mail.id)
    .execute()
  const failed = await open('?state=failed')
  expect(failed.list?.mails.map(({ id }) => id)).toEqual([mail.id])

  const response = (await action(args(await requestAs(admin, PATH, { id: mail.id })))) as Response
  expect(response.headers.get('Location')).toBe(`${PATH}?done=retry`)
  expect((await open('?state=failed')).list?.mails).toEqual([])
})

test('a mail whose facts fit no letter any more is said to be unreadable', async () => {
  const mail = await aMail('workshop-called-off')
  expect(await open(`?mail=${mail.id}`)).toMatchObject({ letter: null })
})
