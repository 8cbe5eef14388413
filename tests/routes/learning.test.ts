import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { loader as showCourse } from '#app/routes/courses/show.tsx'
import { action as learn, loader as overview } from '#app/routes/learning/course.tsx'
import { loader as lessonFile } from '#app/routes/learning/file.ts'
import { loader as mine } from '#app/routes/learning/mine.tsx'
import { action as answer, loader as lesson } from '#app/routes/learning/page.tsx'
import { loader as listPage } from '#app/routes/modules/list.tsx'
import { action as editPage } from '#app/routes/modules/page-edit.tsx'
import { action as editQuiz, loader as quizPage } from '#app/routes/modules/quiz-edit.tsx'
import { addModule } from '#db/modules.ts'
import { getPage } from '#db/module-pages.ts'
import { listDoneCourses } from '#db/learning-record.ts'
import { db } from '#tests/database.ts'
import { aCourse, anUpload, aPerson, args, aRequest, requestAs, uploadAs } from '#tests/factories.ts'

const NOW = new Date()
const refusedWith = (status: number) => expect.objectContaining({ status })
const coordinator = () => aPerson({ roles: ['coordinator'] })
type Person = Awaited<ReturnType<typeof aPerson>>

async function aModule() {
  const [by, course, id] = [await coordinator(), await aCourse({ format: 'self-paced' }), randomUUID()]
  await addModule(db, by.id, { id, courseId: course.id, title: 'Erstes Modul', summary: null }, NOW)
  return { by, courseId: course.id, id }
}
type Module = Awaited<ReturnType<typeof aModule>>

async function aPage(module: Module, kind: string, more: object = {}, files: Record<string, File> = {}) {
  const id = randomUUID()
  const form = { id, version: '0', title: `Seite ${kind}`, body: '# Worum es geht', ...more }
  const path = `/modules/${module.id}/pages/new?kind=${kind}`
  await editPage(args(await uploadAs(module.by, path, form, files), { moduleId: module.id }))
  return id
}

/** A quiz of one question with one secret, written with the small form as the coordination does. */
async function aQuiz(module: Module, more: object = {}) {
  const pageId = await aPage(module, 'quiz', { passPercent: '100', attempts: '', ...more })
  const question = {
    ...{ intent: 'question', version: '1', name: 'question1', kind: 'text', title: 'Wie heißt der Angriff?' },
    ...{ answer: 'GeheimesLosungswort', explanation: 'ErklaerungDanach', shuffle: '' },
  }
  const path = `/module-pages/${pageId}/quiz`
  await editQuiz(args(await requestAs(module.by, path, question), { pageId }))
  return pageId
}

const start = async (who: Person, courseId: string) =>
  learn(args(await requestAs(who, `/courses/${courseId}/learn`, { intent: 'start' }), { courseId }))
const open = async (who: Person, pageId: string, query = '') =>
  lesson(args(await requestAs(who, `/learn/${pageId}${query}`), { pageId }))
const send = async (who: Person, pageId: string, form: Record<string, string>) =>
  answer(args(await requestAs(who, `/learn/${pageId}`, form), { pageId }))
const locationOf = (response: unknown) => (response as Response).headers.get('Location')

test('one click begins, every page leads to the next, and whoever comes back goes on where they left', async () => {
  const module = await aModule()
  const first = await aPage(module, 'text')
  const second = await aPage(module, 'link', { url: 'https://example.org/kurs' })
  const third = await aPage(module, 'text')
  const who = await aPerson()

  expect(locationOf(await start(who, module.courseId))).toBe(`/learn/${first}`)
  expect(await open(who, first)).toMatchObject({ nth: 1, total: 3, isDone: false, next: second })
  expect(locationOf(await send(who, first, { intent: 'done' }))).toBe(`/learn/${second}`)
  const course = await requestAs(who, `/courses/${module.courseId}`)
  const page = await showCourse(args(course, { courseId: module.courseId }))
  expect(page.self).toMatchObject({ done: 1, total: 3, next: second, hasBegun: true })
  await send(who, second, { intent: 'done' })
  expect(locationOf(await send(who, third, { intent: 'done' }))).toBe(`/courses/${module.courseId}/learn`)
})

test('a course is done when the learner says so, and not before every page is', async () => {
  const module = await aModule()
  const page = await aPage(module, 'text')
  const who = await aPerson()
  await start(who, module.courseId)
  const params = { courseId: module.courseId }
  const path = `/courses/${module.courseId}/learn`
  const complete = async () => learn(args(await requestAs(who, path, { intent: 'complete' }), params))

  expect(await complete()).toMatchObject({ data: { refusal: 'not-all-done' }, init: { status: 409 } })
  await send(who, page, { intent: 'done' })
  expect(await listDoneCourses(db, who.id)).toEqual(new Map())
  await complete()
  expect(await listDoneCourses(db, who.id)).toEqual(new Map([[module.courseId, 'completed']]))
  expect(await mine(args(await requestAs(who, '/learning')))).toMatchObject({
    current: [],
    completed: [{ courseId: module.courseId }],
  })
  await learn(args(await requestAs(who, path, { intent: 'forget' }), params))
  expect(await listDoneCourses(db, who.id)).toEqual(new Map())
  expect(await overview(args(await requestAs(who, path), params))).toMatchObject({ hasBegun: false })
})

test('before answering, nothing of what is right leaves the server; the explanation comes afterwards', async () => {
  const module = await aModule()
  const quiz = await aQuiz(module)
  const who = await aPerson()
  await start(who, module.courseId)
  const params = { courseId: module.courseId }

  const before = JSON.stringify([
    await open(who, quiz),
    await overview(args(await requestAs(who, `/courses/${module.courseId}/learn`), params)),
    await showCourse(args(await requestAs(who, `/courses/${module.courseId}`), params)),
  ])
  expect(before).toContain('Wie heißt der Angriff?')
  expect(before).not.toMatch(/GeheimesLosungswort|ErklaerungDanach|correctAnswer/i)

  await send(who, quiz, { intent: 'answer', id: randomUUID(), 'q.question1': 'etwas anderes' })
  const failed = JSON.stringify(await open(who, quiz))
  expect(failed).toContain('ErklaerungDanach')
  expect(failed).not.toContain('GeheimesLosungswort')
  await send(who, quiz, { intent: 'answer', id: randomUUID(), 'q.question1': 'geheimesLOSUNGSWORT ' })
  expect(await open(who, quiz)).toMatchObject({
    isDone: true,
    quiz: {
      result: { passed: true, points: 1, outOf: 1, review: [{ solution: [{ de: 'GeheimesLosungswort' }] }] },
    },
  })
})

test('attempts are counted, a form sent twice is one, and used attempts say when it goes on', async () => {
  const module = await aModule()
  const quiz = await aQuiz(module, { attempts: '2' })
  const who = await aPerson()
  await start(who, module.courseId)
  const wrong = { intent: 'answer', id: randomUUID(), 'q.question1': 'falsch' }
  await send(who, quiz, wrong)
  await send(who, quiz, wrong)
  expect((await open(who, quiz, '?again=1')).quiz).toMatchObject({
    nextAt: null,
    questions: [{ key: 'question1' }],
  })
  await send(who, quiz, { ...wrong, id: randomUUID() })
  const { quiz: used } = await open(who, quiz, '?again=1')
  expect(used?.nextAt?.getTime()).toBeGreaterThan(Date.now() + 23 * 3_600_000)
  expect(used?.questions).toEqual([])
  const third = { intent: 'answer', id: randomUUID(), 'q.question1': 'GeheimesLosungswort' }
  expect(await send(who, quiz, third)).toMatchObject({
    data: { refusal: 'no-attempt-left' },
    init: { status: 409 },
  })
  expect(await send(who, quiz, { intent: 'done' })).toMatchObject({ data: { refusal: 'quiz-not-passed' } })

  const params = { courseId: module.courseId }
  const forgets = await requestAs(who, `/courses/${module.courseId}/learn`, { intent: 'forget' })
  expect(await learn(args(forgets, params))).toMatchObject({ data: { refusal: 'attempts-count' } })
})

test('nobody else sees how far somebody has come, whatever their role', async () => {
  const module = await aModule()
  const page = await aPage(module, 'text')
  const who = await aPerson()
  await start(who, module.courseId)
  await send(who, page, { intent: 'done' })
  const path = `/courses/${module.courseId}/learn`
  for (const roles of [['admin'], ['coordinator'], ['trainer'], ['committee'], ['dataProtection']] as const) {
    const other = await aPerson({ roles: [...roles] })
    const seen = await overview(args(await requestAs(other, path), { courseId: module.courseId }))
    expect(seen).toMatchObject({ hasBegun: false, completedAt: null })
    expect(seen.modules.flatMap(({ pages }) => pages.filter(({ isDone }) => isDone))).toEqual([])
    expect((await mine(args(await requestAs(other, '/learning')))).current).toEqual([])
  }
  const trace = await db.selectFrom('audit').select('action').where('actorId', '=', who.id).execute()
  expect(trace).toEqual([])
})

test('pages and their files are for those who have begun; visitors sign in first, drafts stay hidden', async () => {
  const module = await aModule()
  const files = { file: anUpload('plan.txt', Buffer.from('Ablauf')) }
  const page = await aPage(module, 'file', {}, files)
  const who = await aPerson()
  const fetchFile = async () =>
    lessonFile(args(await requestAs(who, `/learn/${page}/file`), { pageId: page }))

  await expect(open(who, page)).rejects.toEqual(refusedWith(302))
  await expect(fetchFile()).rejects.toEqual(refusedWith(302))
  await expect(lesson(args(aRequest(`/learn/${page}`), { pageId: page }))).rejects.toEqual(refusedWith(302))
  await start(who, module.courseId)
  expect(await (await fetchFile()).text()).toBe('Ablauf')
  await db.updateTable('course').set({ publishedAt: null }).where('id', '=', module.courseId).execute()
  await expect(open(who, page)).rejects.toEqual(refusedWith(404))
  expect(await open(module.by, page)).toMatchObject({ hasBegun: false })
})

test('a quiz without questions is put to nobody; what is written as JSON is checked like the form', async () => {
  const module = await aModule()
  await aPage(module, 'text')
  const quiz = await aPage(module, 'quiz', { passPercent: '50', attempts: '3' })
  const who = await aPerson()
  await start(who, module.courseId)
  await expect(open(who, quiz)).rejects.toEqual(refusedWith(404))
  const path = `/module-pages/${quiz}/quiz`
  const save = async (form: Record<string, string>) =>
    editQuiz(args(await requestAs(module.by, path, { version: '1', ...form }), { pageId: quiz }))

  expect(
    await save({ intent: 'json', json: '{"pages":[{"name":"p","elements":[{"type":"html"}]}]}' }),
  ).toMatchObject({
    init: { status: 400 },
    data: { findings: [{ finding: 'not-allowed' }] },
  })
  const choice = { intent: 'question', name: 'question1', kind: 'radiogroup', title: 'Was tun?' }
  expect(await save({ ...choice, choice0: 'Klicken', choice1: 'Melden' })).toMatchObject({
    data: { errors: { right: 'markOne' }, submitted: { choice0: 'Klicken' } },
  })
  await save({ ...choice, choice0: 'Klicken', choice1: 'Melden', isRight1: 'on', shuffle: 'on' })
  expect(JSON.parse((await getPage(db, quiz))?.quiz ?? '')).toMatchObject({
    pages: [{ elements: [{ type: 'radiogroup', correctAnswer: 'b', choicesOrder: 'random' }] }],
  })
  expect(await save({ ...choice, choice0: 'x', choice1: 'y', isRight0: 'on' })).toMatchObject({
    data: { refusal: 'changed-meanwhile' },
  })
  const edited = await quizPage(
    args(await requestAs(module.by, `${path}?question=question1`), { pageId: quiz }),
  )
  expect(edited.question?.values).toMatchObject({ choice1: 'Melden', isRight1: true, shuffle: true })
})

test('only the coordination writes modules, and a page lacks nothing that its kind needs', async () => {
  const module = await aModule()
  const trainer = await aPerson({ roles: ['trainer'] })
  const list = await requestAs(trainer, `/courses/${module.courseId}/modules`)
  await expect(listPage(args(list, { courseId: module.courseId }))).rejects.toEqual(refusedWith(403))
  const path = `/modules/${module.id}/pages/new?kind=video`
  const form = { id: randomUUID(), version: '0', title: 'Film', body: '' }
  const send = await uploadAs(module.by, path, form, { file: anUpload('film.mp4', Buffer.from('kein Film')) })
  expect(await editPage(args(send, { moduleId: module.id }))).toMatchObject({
    data: { errors: { file: 'other-type' } },
  })
  const none = await uploadAs(module.by, path, form, {})
  expect(await editPage(args(none, { moduleId: module.id }))).toMatchObject({
    data: { errors: { file: 'no-file' } },
  })
})
