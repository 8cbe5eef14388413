import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import type { MailData, MailSender } from '#app/domain/mail.ts'
import { letterOf } from '#app/i18n/letter.ts'
import { action, loader } from '#app/routes/pages/accessibility.tsx'
import { reportBarrier } from '#db/barrier-reports.ts'
import { db } from '#tests/database.ts'
import { aContext, aPerson, aRequest, args, NOW, requestAs } from '#tests/factories.ts'

const place = () => aContext({ clientAddress: randomUUID() })
const reported = (given: Record<string, string> = {}) => ({
  id: randomUUID(),
  barrier: 'Der Knopf „Anmelden“ ist mit der Tastatur nicht zu erreichen.',
  page: '/courses',
  replyTo: 'Grace@Beispiel.de',
  ...given,
})
const send = (form: Record<string, string>, context = place()) =>
  action(args(aRequest('/accessibility', form), {}, context))
const open = async (search: string) =>
  (await loader(args(aRequest(`/accessibility${search}`), {}, place()))).page

async function mailsAbout(id: string) {
  const rows = await db
    .selectFrom('outbox')
    .select(['personId', 'locale', 'data'])
    .where('uniqueKey', 'like', `barrier-reported:${id}:%`)
    .execute()
  return rows.map(({ data, ...row }) => ({ ...row, data: data as MailData['barrier-reported'] }))
}

const from: MailSender = {
  ...{ origin: 'https://lernkreis.example', district: 'Landkreis Muster' },
  ...{ contactEmail: 'office@lernkreis.example', demo: false },
}
const letterTo = ({ locale, data }: Awaited<ReturnType<typeof mailsAbout>>[number]) =>
  letterOf({ kind: 'barrier-reported', locale, data }, from)

/** Each test has its own coordinators, and hears of nobody else's. */
beforeEach(async () => {
  await db.deleteFrom('roleAssignment').where('role', 'in', ['coordinator', 'admin']).execute()
})

test('while there is no coordinator, the admins hear of a barrier', async () => {
  const admin = await aPerson({ roles: ['admin'] })
  const { id, ...report } = reported()

  await reportBarrier(db, { id, ...report }, NOW)

  expect(await mailsAbout(id)).toMatchObject([{ personId: admin.id }])
})

test('a barrier reaches each coordinator once, with page, address and the day by which to answer', async () => {
  const [german, english] = [
    await aPerson({ roles: ['coordinator'] }),
    await aPerson({ roles: ['coordinator'], locale: 'en' }),
  ]
  const form = reported()

  for (const answer of [await send(form), await send(form)]) {
    expect((answer as Response).headers.get('Location')).toBe('/accessibility?done=report#report')
  }

  const mails = await mailsAbout(form.id)
  expect(mails.map(({ personId }) => personId).sort()).toEqual([german.id, english.id].sort())
  const [text = '', englishText = ''] = (['de', 'en'] as const).map((locale) => {
    const mail = mails.find((one) => one.locale === locale)
    return mail && letterTo(mail).text
  })
  expect(text).toContain(form.barrier)
  expect(text).toContain('Seite: /courses')
  expect(text).toContain('Antwort an: grace@beispiel.de')
  expect(text).toMatch(/antworten Sie bitte spätestens am .*20\d\d/)
  expect(text).toContain('https://lernkreis.example/courses\n')
  expect(englishText).toContain('Answer to: grace@beispiel.de')
  const lines = await db.selectFrom('audit').selectAll().where('subjectId', '=', form.id).execute()
  expect(lines).toMatchObject([{ action: 'barrier:report', actorId: null, details: {} }])
})

test('whoever is signed in reports without a name', async () => {
  const coordinator = await aPerson({ roles: ['coordinator'] })
  const ada = await aPerson()
  const form = reported({ replyTo: '', page: '' })

  await action(args(await requestAs(ada, '/accessibility', form), {}, place()))

  const mail = (await mailsAbout(form.id)).find(({ personId }) => personId === coordinator.id)!
  expect(mail.data).toMatchObject({ page: null, replyTo: null })
  expect(letterTo(mail).text).toContain('keine Adresse angegeben')
  expect(letterTo(mail).text).toContain('https://lernkreis.example/accessibility\n')
  expect(JSON.stringify(mail.data)).not.toMatch(new RegExp(`${ada.familyName}|${ada.email}|${ada.id}`))
  const lines = await db.selectFrom('audit').select('actorId').where('subjectId', '=', form.id).execute()
  expect(lines).toEqual([{ actorId: null }])
})

test('the secret of a link goes along neither with the page nor with the words', async () => {
  await aPerson({ roles: ['coordinator'] })
  const secret = 'kX9-s_ecret'
  const form = reported({
    page: `/offers/${secret}`,
    barrier: `Auf https://x.example/approvals/${secret} geht nichts.`,
  })

  await send(form)

  const [mail] = await mailsAbout(form.id)
  expect(JSON.stringify(mail)).not.toContain(secret)
  expect(mail!.data.page).toBe('/offers/…')
  expect(letterTo(mail!).text).toContain('https://lernkreis.example/accessibility\n')
})

test('what is missing or wrong is said at its field, what was typed stays, and nobody gets a mail', async () => {
  const empty = reported({ barrier: ' \n ', replyTo: 'no address' })
  expect(await send(empty)).toMatchObject({
    data: { errors: { barrier: 'required', replyTo: 'no-email' }, submitted: { page: '/courses' } },
    init: { status: 400 },
  })
  const long = reported({ barrier: 'x'.repeat(2_001), page: 'x'.repeat(301) })
  expect(await send(long)).toMatchObject({ data: { errors: { barrier: 'too-long', page: 'too-long' } } })
  expect(await send(reported({ id: 'no id' }))).toMatchObject({ init: { status: 400 } })
  expect([...(await mailsAbout(empty.id)), ...(await mailsAbout(long.id))]).toEqual([])
})

test('nobody reports a hundred times in an hour; somewhere else it goes on', async () => {
  const here = place()
  for (let count = 0; count < 10; count++) expect(await send(reported(), here)).toMatchObject({ status: 302 })
  const eleventh = reported()

  expect(await send(eleventh, here)).toMatchObject({ data: { refused: true }, init: { status: 429 } })
  expect(await mailsAbout(eleventh.id)).toEqual([])
  expect(await send(eleventh)).toMatchObject({ status: 302 })
})

test('the page from which somebody comes is filled in, and nothing that leads elsewhere', async () => {
  expect(await open('?page=%2Fworkshops%2Fnew')).toBe('/workshops/new')
  expect(await open('?page=%2F')).toBe('/')
  expect(await open('?page=%2Foffers%2F%E2%80%A6')).toBe('/offers/…')
  for (const elsewhere of [
    '',
    'https://evil.example',
    '//evil.example',
    '/..//evil.example',
    `/${'a'.repeat(300)}`,
  ])
    expect(await open(`?page=${encodeURIComponent(elsewhere)}`), elsewhere).toBe('')
})
