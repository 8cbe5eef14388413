import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { loader as catalogue } from '#app/routes/courses/list.tsx'
import { action as editOffer } from '#app/routes/external-offers/edit.tsx'
import { loader as similar } from '#app/routes/external-offers/similar.tsx'
import { action as editPath } from '#app/routes/learning-paths/edit.tsx'
import { loader as showPath } from '#app/routes/learning-paths/show.tsx'
import { db } from '#tests/database.ts'
import { aCourse, aPerson, aRequest, args, aWorkshop, days, requestAs } from '#tests/factories.ts'

const NOW = new Date()
const refusedWith = (status: number) => expect.objectContaining({ status })
const coordinator = () => aPerson({ roles: ['coordinator'] })
type Person = Awaited<ReturnType<typeof aPerson>>

async function aPath(who: Person, courseIds: readonly string[]) {
  const id = randomUUID()
  const form = { id, version: '0', titleDe: 'Sicher im Amt', goal: 'Angriffe erkennen.', audiences: ['user'] }
  await editPath(args(await requestAs(who, '/learning-paths/new', form)))
  for (const courseId of courseIds) await step(who, id, { intent: 'add', id: courseId })
  return id
}

const step = async (who: Person, pathId: string, form: Record<string, string>) =>
  editPath(args(await requestAs(who, `/learning-paths/${pathId}/edit`, form), { pathId }))
const look = async (pathId: string, who?: Person) => {
  const path = `/learning-paths/${pathId}`
  return showPath(args(who ? await requestAs(who, path) : aRequest(path), { pathId }))
}

test('a path shows its courses in order, the own progress, and the next date of the next step', async () => {
  const [by, who] = [await coordinator(), await aPerson()]
  const [first, second] = [await aCourse({ titleDe: 'Erst' }), await aCourse({ titleDe: 'Dann' })]
  const date = await aWorkshop({ courseId: second.id, startsAt: days(9, NOW) })
  const path = await aPath(by, [first.id, second.id])
  await db
    .insertInto('learning')
    .values({ personId: who.id, courseId: first.id, startedAt: NOW, completedAt: NOW })
    .execute()

  expect(await look(path, who)).toMatchObject({
    done: 1,
    courses: [
      { titleDe: 'Erst', doneBy: 'completed' },
      { titleDe: 'Dann', doneBy: null },
    ],
    next: { course: { id: second.id }, offer: { id: date.id } },
  })
  expect(await look(path)).toMatchObject({ isGuest: true, done: 0 })
})

test('attending counts above the share of a certificate only', async () => {
  const [by, who, course] = [await coordinator(), await aPerson(), await aCourse()]
  const workshop = await aWorkshop({ courseId: course.id, startsAt: days(-3, NOW) })
  const { organisationId } = await db
    .selectFrom('membership')
    .select('organisationId')
    .where('personId', '=', who.id)
    .executeTakeFirstOrThrow()
  const { id: enrolmentId } = await db
    .insertInto('enrolment')
    .values({
      ...{ workshopId: workshop.id, personId: who.id, organisationId, status: 'confirmed' },
      ...{ enrolledAt: NOW, enrolledBy: who.id },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const { id: meetingId } = await db
    .selectFrom('meeting')
    .select('id')
    .where('workshopId', '=', workshop.id)
    .executeTakeFirstOrThrow()
  const row = { meetingId, enrolmentId, recordedBy: by.id, recordedAt: NOW }
  await db
    .insertInto('attendance')
    .values({ ...row, status: 'partial', units: 2 })
    .execute()
  const path = await aPath(by, [course.id])

  expect((await look(path, who)).done).toBe(0)
  await db.updateTable('attendance').set({ units: 3 }).where('enrolmentId', '=', enrolmentId).execute()
  expect((await look(path, who)).courses).toMatchObject([{ doneBy: 'attended' }])
})

test('the coordination orders, adds and takes out without a script; others may not', async () => {
  const [by, other] = [await coordinator(), await aPerson({ roles: ['trainer'] })]
  const [a, b] = [await aCourse({ titleDe: 'A' }), await aCourse({ titleDe: 'B' })]
  const path = await aPath(by, [a.id, b.id, b.id])
  const order = async () => (await look(path)).courses.map(({ titleDe }) => titleDe)

  expect(await order()).toEqual(['A', 'B'])
  await step(by, path, { intent: 'move', id: b.id, way: 'up' })
  expect(await order()).toEqual(['B', 'A'])
  await step(by, path, { intent: 'take-out', id: b.id })
  expect(await order()).toEqual(['A'])
  await expect(step(other, path, { intent: 'remove', id: path })).rejects.toEqual(refusedWith(403))
  await step(by, path, { intent: 'remove', id: path })
  await expect(look(path)).rejects.toEqual(refusedWith(404))
})

const offer = {
  ...{ version: '0', title: 'Grundschutz für Einsteiger', provider: 'BSI', level: 'basic', format: 'online' },
  ...{ topicKey: 'netze', url: 'https://www.bsi.bund.de/', audiences: ['it'], priceNote: 'kostenfrei' },
}

async function anOffer(who: Person, form: object = {}) {
  const id = randomUUID()
  const sent = { ...offer, ...form, id, validUntil: '', ...form }
  return { id, answer: await editOffer(args(await requestAs(who, '/external-offers/new', sent))) }
}

test('offers of others stand beside our own, are found by the search, and can be filtered', async () => {
  await aCourse()
  const by = await coordinator()
  const { id } = await anOffer(by, { title: 'Datenschleusen betreiben' })
  await anOffer(by, { title: 'Datenschleusen von gestern', validUntil: '2020-01-01' })
  const found = async (query: string) =>
    (await catalogue(args(aRequest(`/courses?${query}`)))).offers.map((one) => one.id)

  expect(await found('search=Datenschleusen')).toEqual([id])
  expect(await found('search=BSI&provider=others')).toContain(id)
  expect(await found('search=Datenschleusen&provider=own')).toEqual([])
  expect(await found('search=Datenschleusen&format=workshop')).toEqual([])
  const others = await catalogue(args(aRequest('/courses?provider=others')))
  expect(others.cards).toEqual([])
})

test('before a course is created, what is there already is shown: by any word of the title, or by topic', async () => {
  await aCourse({ titleDe: 'Passwörter verwalten', topicKey: 'netze' })
  const by = await coordinator()
  const { id } = await anOffer(by, { title: 'Sichere Passwörter im Amt' })
  const look = async (query: string) => similar(args(await requestAs(by, `/courses/similar?${query}`)))

  const page = await look('title=Passwort+und+Anmeldung')
  expect(page.found?.offers.map((one) => one.id)).toContain(id)
  expect((await look('title=Xylophon&topic=netze')).found?.offers.map((one) => one.id)).toContain(id)
  expect((await look('title=Xylophon')).found?.offers).toEqual([])
  expect(await look('')).toMatchObject({ found: null, isEmpty: false })
  // Sent without a title: that is said at the field.
  expect(await look('title=&topic=netze')).toMatchObject({ found: null, isEmpty: true, topic: 'netze' })
})

test('only the coordination lists offers of others, and only with addresses of the web', async () => {
  await aCourse()
  const [by, other] = [await coordinator(), await aPerson()]
  await expect(anOffer(other)).rejects.toEqual(refusedWith(403))
  expect((await anOffer(by, { url: 'javascript:alert(1)' })).answer).toMatchObject({
    data: { errors: { url: 'no-url' } },
  })
  expect((await anOffer(by, { url: '' })).answer).toMatchObject({
    data: { errors: { url: expect.any(String) } },
  })
})
