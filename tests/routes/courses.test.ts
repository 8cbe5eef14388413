import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { action as edit, loader as editPage } from '#app/routes/courses/edit.tsx'
import { loader as list } from '#app/routes/courses/list.tsx'
import { action as act, loader as show } from '#app/routes/courses/show.tsx'
import { getCourse } from '#db/courses.ts'
import { listRequired } from '#db/prerequisites.ts'
import { changeSettings } from '#db/settings.ts'
import { listTopics } from '#db/topics.ts'
import { countedDb } from '#tests/counting.ts'
import { db } from '#tests/database.ts'
import { aContext, aCourse, aPerson, aRequest, args, aWorkshop, days, requestAs } from '#tests/factories.ts'

const NOW = new Date()
const coordinator = () => aPerson({ roles: ['coordinator'] })
const refusedWith = (status: number) => expect.objectContaining({ status })

const filled = {
  id: randomUUID(),
  version: '0',
  titleDe: 'Verschlüsselt mailen',
  summaryDe: 'Nachrichten, die nur liest, wer soll.',
  topicKey: 'netze',
  newTopic: '',
  level: 'basic',
  format: 'workshop',
  units: '4',
  audiences: ['it', 'user'],
  goals: 'Schlüssel verwalten',
  contents: 'Verfahren',
  prerequisites: '',
}

/** Whatever one can ask of the catalogue, as a visitor. */
async function titles(query: string, request = aRequest(`/courses?${query}`)) {
  const page = await list(args(request))
  return page.cards.map(({ course }) => course.titleDe)
}

/** Counts what a page asks the database. */
function counted() {
  const { count, db } = countedDb()
  return { count, context: aContext({ db }) }
}

test('visitors find what is published, each course with its next date and how many seats are free', async () => {
  const course = await aCourse({ titleDe: 'Katalogprobe eins' })
  await aCourse({ titleDe: 'Katalogprobe Entwurf', publishedAt: null })
  await aCourse({ titleDe: 'Katalogprobe früher', retiredAt: NOW })
  await aWorkshop({ courseId: course.id, startsAt: days(40, NOW) })
  const next = await aWorkshop({ courseId: course.id, startsAt: days(20, NOW), capacity: 7 })

  const page = await list(args(aRequest('/courses?search=Katalogprobe')))

  expect(page.cards).toMatchObject([
    { course: { id: course.id }, offer: { id: next.id, capacity: 7, taken: 0 } },
  ])
})

test('coordinators find drafts too, and what is retired when they ask for it', async () => {
  await aCourse({ titleDe: 'Standprobe offen' })
  await aCourse({ titleDe: 'Standprobe Entwurf', publishedAt: null })
  await aCourse({ titleDe: 'Standprobe vorbei', retiredAt: NOW })
  const who = await coordinator()
  const found = async (more: string) => {
    const query = `search=Standprobe${more}`
    return (await titles(query, await requestAs(who, `/courses?${query}`))).sort()
  }

  expect(await found('')).toEqual(['Standprobe Entwurf', 'Standprobe offen'])
  expect(await found('&state=retired')).toEqual(['Standprobe vorbei'])
  expect(await titles('search=Standprobe&state=retired')).toEqual(['Standprobe offen'])
})

test('"nur Kurse für mich" looks at whom somebody serves; visitors are not asked', async () => {
  await aCourse({ titleDe: 'Zielprobe A', audiences: ['it'] })
  await aCourse({ titleDe: 'Zielprobe B', audiences: ['user'] })
  const who = await aPerson({ audience: 'user' })
  const query = 'search=Zielprobe&forMe=on'

  expect(await titles(query, await requestAs(who, `/courses?${query}`))).toEqual(['Zielprobe B'])
  expect(await titles(query)).toEqual(['Zielprobe A', 'Zielprobe B'])
})

test('what takes place next stands first; what has no date stands by title', async () => {
  const [soon, late] = [
    await aCourse({ titleDe: 'Folge Z', contents: 'x' }),
    await aCourse({ titleDe: 'Folge Y' }),
  ]
  await aCourse({ titleDe: 'Folge C' })
  await aCourse({ titleDe: 'Folge B' })
  await aWorkshop({ courseId: late.id, startsAt: days(30, NOW) })
  await aWorkshop({ courseId: soon.id, startsAt: days(10, NOW) })

  const ordered = (await titles('')).filter((title) => title.startsWith('Folge'))
  expect(ordered).toEqual(['Folge Z', 'Folge Y', 'Folge B', 'Folge C'])
})

test('an address that makes no sense still shows the catalogue', async () => {
  await aCourse()
  const page = await list(args(aRequest('/courses?level=42&format=x&audience=y&page=-3&state=%00&topic=%00')))
  expect(page.page).toBe(1)
  expect(page.cards).not.toEqual([])
})

test('the catalogue asks the database four times, and twice more for who reads it; the page of a course at most five times', async () => {
  const course = await aCourse()
  await aWorkshop({ courseId: course.id, startsAt: days(10, NOW) })
  const visitor = counted()
  await list(args(aRequest('/courses'), {}, visitor.context))
  expect(visitor.count.queries).toBeLessThanOrEqual(4)

  const member = counted()
  await list(args(await requestAs(await aPerson(), '/courses'), {}, member.context))
  const forActorAndAudiences = 2
  expect(member.count.queries - forActorAndAudiences).toBeLessThanOrEqual(4)

  const page = counted()
  await show(args(aRequest(`/courses/${course.id}`), { courseId: course.id }, page.context))
  expect(page.count.queries).toBeLessThanOrEqual(5)
})

test('the page of a course leads to the courses that have to come first', async () => {
  const [first, second] = [await aCourse({ titleDe: 'Zuerst' }), await aCourse()]
  await db
    .insertInto('coursePrerequisite')
    .values({ courseId: second.id, requiredCourseId: first.id })
    .execute()
  const page = await show(args(aRequest(`/courses/${second.id}`), { courseId: second.id }))
  expect(page.required).toMatchObject([{ id: first.id, titleDe: 'Zuerst' }])
})

test('a course that comes first and is no more than a draft is named, and linked for those who write it', async () => {
  const [draft, course] = [await aCourse({ titleDe: 'Im Entwurf', publishedAt: null }), await aCourse()]
  await db
    .insertInto('coursePrerequisite')
    .values({ courseId: course.id, requiredCourseId: draft.id })
    .execute()
  const [path, params] = [`/courses/${course.id}`, { courseId: course.id }]

  const page = await show(args(aRequest(path), params))
  expect([page.required, page.seesDrafts]).toMatchObject([[{ titleDe: 'Im Entwurf', isDraft: true }], false])
  const coordinator = await aPerson({ roles: ['coordinator'] })
  expect((await show(args(await requestAs(coordinator, path), params))).seesDrafts).toBe(true)
})

test('only the coordination sees a draft', async () => {
  const draft = await aCourse({ publishedAt: null })
  const params = { courseId: draft.id }
  const request = async () => requestAs(await coordinator(), `/courses/${draft.id}`)

  await expect(show(args(aRequest(`/courses/${draft.id}`), params))).rejects.toEqual(refusedWith(404))
  expect(await show(args(await request(), params))).toMatchObject({ course: { state: 'draft' } })
})

test('what people write as Markdown is shown without anything that could do harm', async () => {
  const course = await aCourse({ goals: '- **eins**\n<script>alert(1)</script>' })
  const page = await show(args(aRequest(`/courses/${course.id}`), { courseId: course.id }))
  expect(page.goals).toContain('<strong>eins</strong>')
  expect(page.goals).not.toContain('<script')
})

test('only the coordination creates, edits, publishes and retires', async () => {
  const course = await aCourse()
  const params = { courseId: course.id }
  for (const roles of [['participant'], ['trainer'], ['committee'], ['admin']] as const) {
    const who = await aPerson({ roles: [...roles] })
    const path = `/courses/${course.id}`
    await expect(editPage(args(await requestAs(who, '/courses/new')))).rejects.toEqual(refusedWith(403))
    await expect(edit(args(await requestAs(who, '/courses/new', filled)))).rejects.toEqual(refusedWith(403))
    const retire = await requestAs(who, path, { intent: 'retire' })
    await expect(act(args(retire, params))).rejects.toEqual(refusedWith(403))
  }
})

test('a course is created, published and retired again', async () => {
  await aCourse()
  const who = await coordinator()
  const id = randomUUID()

  const created = await edit(args(await requestAs(who, '/courses/new', { ...filled, id })))
  await edit(args(await requestAs(who, '/courses/new', { ...filled, id })))
  expect((created as Response).headers.get('Location')).toBe(`/courses/${id}`)
  expect(await getCourse(db, id)).toMatchObject({ state: 'draft', audiences: ['it', 'user'], titleEn: null })

  const press = async (intent: string) =>
    act(args(await requestAs(who, `/courses/${id}`, { intent }), { courseId: id }))
  await press('publish')
  expect((await getCourse(db, id))?.state).toBe('published')
  await press('retire')
  expect((await getCourse(db, id))?.state).toBe('retired')
  expect(await press('publish')).toMatchObject({ data: { refusal: 'retired' }, init: { status: 409 } })
})

test('what is missing is said at its field, and what was typed stays', async () => {
  const who = await coordinator()
  const form = { ...filled, titleDe: '', units: '0', audiences: [] }
  const answer = await edit(args(await requestAs(who, '/courses/new', form)))
  expect(answer).toMatchObject({
    init: { status: 400 },
    data: {
      errors: { titleDe: 'required', units: 'too-small', audiences: 'required' },
      submitted: { summaryDe: filled.summaryDe },
    },
  })
})

test('a course can bring its own topic, which then all courses may use', async () => {
  const who = await coordinator()
  const send = async (form: object) =>
    edit(args(await requestAs(who, '/courses/new', { ...filled, ...form })))

  expect(await send({ topicKey: '+' })).toMatchObject({ data: { errors: { newTopic: 'required' } } })
  expect(await send({ topicKey: 'gibt-es-nicht' })).toMatchObject({
    data: { errors: { topicKey: 'required' } },
  })
  const id = randomUUID()
  await send({ id, topicKey: '+', newTopic: 'Öffentliche Beschaffung' })
  expect(await getCourse(db, id)).toMatchObject({ topicKey: 'oeffentliche-beschaffung' })
  expect((await listTopics(db)).map((topic) => topic.titleDe)).toContain('Öffentliche Beschaffung')
})

test('whoever saves second is told, keeps what was typed, and may save on purpose', async () => {
  const who = await coordinator()
  const course = await aCourse({ titleEn: 'Understanding networks' })
  const params = { courseId: course.id }
  const path = `/courses/${course.id}/edit`
  const save = async (titleDe: string, version: number) =>
    edit(args(await requestAs(who, path, { ...filled, titleDe, version: String(version) }), params))

  await save('zuerst', 1)
  expect(await save('danach', 1)).toMatchObject({
    data: { refusal: 'changed-meanwhile', submitted: { titleDe: 'danach' } },
  })
  expect((await editPage(args(await requestAs(who, path), params))).version).toBe(2)
  await save('danach', 2)
  expect(await getCourse(db, course.id)).toMatchObject({ titleDe: 'danach', version: 3 })
  // Nobody was asked for English here, so nobody has taken it away.
  expect(await getCourse(db, course.id)).toMatchObject({ titleEn: 'Understanding networks' })
})

test('the second of two editors sees field by field what the first has saved, and loses nothing', async () => {
  const [first, second] = [await coordinator(), await coordinator()]
  const before = await aCourse({ prerequisites: 'keine' })
  const { id } = await aCourse()
  const params = { courseId: id }
  const path = `/courses/${id}/edit`
  const { opened, version } = await editPage(args(await requestAs(second, path), params))
  const form = { ...(JSON.parse(opened) as Record<string, string>), opened, id, version: String(version) }
  const save = async (who: typeof first, more: object) =>
    (await edit(args(await requestAs(who, path, { ...form, ...more }), params))) as {
      data: { submitted: Record<string, string | string[]> }
    }
  await save(first, { titleDe: 'zuerst', level: 'expert', requiredIds: [before.id], audienceOnly: 'on' })

  const answer = await save(second, { titleDe: 'danach', goals: 'Mehr', topicKey: '+', newTopic: 'Funk' })
  expect(answer).toMatchObject({
    init: { status: 409 },
    data: {
      refusal: 'changed-meanwhile',
      conflict: {
        by: `${first.givenName} ${first.familyName}`,
        differences: expect.arrayContaining([
          expect.objectContaining({
            ...{ field: 'titleDe', before: 'Netze verstehen', theirs: 'zuerst', yours: 'danach' },
            isContested: true,
          }),
          expect.objectContaining({ field: 'level', theirs: 'expert', isContested: false }),
          expect.objectContaining({ field: 'audienceOnly', theirs: 'on', isContested: false }),
        ]) as unknown,
      },
      submitted: { titleDe: 'danach', goals: 'Mehr', level: 'expert', topicKey: 'funk' },
    },
  })

  await save(second, { ...answer.data.submitted, version: '2' })
  expect(await getCourse(db, id)).toMatchObject({
    ...{
      titleDe: 'danach',
      goals: 'Mehr',
      level: 'expert',
      topicKey: 'funk',
      audienceOnly: true,
      version: 3,
    },
  })
  expect(await listRequired(db, id)).toMatchObject([{ id: before.id }])
})

test('English is asked for where the district wants it', async () => {
  const who = await coordinator()
  const course = await aCourse()
  const params = { courseId: course.id }
  await changeSettings(db, null, { secondLanguage: true }, NOW)
  const form = { ...filled, version: '1', titleEn: 'Encrypted mail' }
  await edit(args(await requestAs(who, `/courses/${course.id}/edit`, form), params))
  await changeSettings(db, null, { secondLanguage: false }, NOW)
  expect((await getCourse(db, course.id))?.titleEn).toBe('Encrypted mail')
})
