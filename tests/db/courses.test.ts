import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addCourse,
  changeCourse,
  getCourse,
  listCourses,
  publishCourse,
  retireCourse,
  type CoursePlan,
} from '#db/courses.ts'
import { addTopic, listTopics } from '#db/topics.ts'
import { db } from '#tests/database.ts'
import { aCourse, aPerson, aWorkshop, days, NOW } from '#tests/factories.ts'

const titles = async (search: string) => (await listCourses(db, { search })).map((course) => course.titleDe)

const plan: CoursePlan = {
  titleDe: 'Verschlüsselt mailen',
  titleEn: null,
  summaryDe: 'Nachrichten, die nur liest, wer soll.',
  summaryEn: null,
  goals: 'Schlüssel verwalten.',
  contents: 'Verfahren im Vergleich.',
  prerequisites: null,
  topicKey: 'netze',
  level: 'basic',
  format: 'workshop',
  audiences: ['it'],
  units: 4,
}

async function aDraft() {
  const by = (await aPerson()).id
  const id = randomUUID()
  await aCourse()
  await addCourse(db, by, { id, ...plan }, NOW)
  return { id, by }
}

async function auditOf(id: string) {
  const rows = await db.selectFrom('audit').selectAll().where('subjectId', '=', id).orderBy('id').execute()
  return rows.map((row) => ({ action: row.action, ...row.details }))
}

test('the search finds "Schulungen" by "Schulung" and the other way round', async () => {
  await aCourse({ titleDe: 'Schulungen planen', titleEn: 'Planning trainings' })
  await aCourse({ titleDe: 'Erste Schulung halten' })

  expect((await titles('Schulung')).sort()).toEqual(['Erste Schulung halten', 'Schulungen planen'])
  expect((await titles('Schulungen')).sort()).toEqual(['Erste Schulung halten', 'Schulungen planen'])
})

test('the search reads summary, goals and contents, and English titles in English', async () => {
  await aCourse({ titleDe: 'Aa', summaryDe: 'Alles über Zwiebelkuchen.' })
  await aCourse({ titleDe: 'Bb', goals: 'Zwiebelkuchen backen.' })
  await aCourse({ titleDe: 'Cc', contents: 'Übung: Zwiebelkuchen' })
  await aCourse({ titleDe: 'Dd', titleEn: 'Baking onion cakes' })

  expect(await titles('Zwiebelkuchen')).toEqual(['Aa', 'Bb', 'Cc'])
  expect(await titles('onions cake')).toEqual(['Dd'])
})

test('a word in the title counts more than one in the text', async () => {
  await aCourse({ titleDe: 'A wie anderes', contents: 'Am Rande: Glasfaser.' })
  await aCourse({ titleDe: 'Z wie Glasfaser' })

  expect(await titles('Glasfaser')).toEqual(['Z wie Glasfaser', 'A wie anderes'])
})

test('a part of a long German word is found in titles', async () => {
  await aCourse({ titleDe: 'Datenträgervernichtung' })
  expect(await titles('vernichtung')).toEqual(['Datenträgervernichtung'])
})

test('whatever is typed into the search is only ever searched for', async () => {
  await aCourse()
  const hostile = [
    "'; drop table course; --",
    '%',
    '_',
    '\\',
    '" or "',
    '((((',
    '!&|<->:*',
    "'a' & !",
    '\u202e\ufeff',
    'a'.repeat(5000),
    '-',
  ]
  for (const search of hostile) expect(await titles(search)).not.toContain('Netze verstehen')
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 40 }), async (search) => {
      await listCourses(db, { search: search.split('\0').join('') })
    }),
    { numRuns: 40 },
  )
  expect(await listCourses(db, {})).not.toEqual([])
})

test('filters narrow the list, and several of them together', async () => {
  await addTopic(db, null, { titleDe: 'Filterproben', titleEn: null }, NOW)
  const inTopic = { topicKey: 'filterproben' }
  await aCourse({ ...inTopic, titleDe: 'A', level: 'expert', format: 'online', audiences: ['it'] })
  await aCourse({ ...inTopic, titleDe: 'B', level: 'expert', format: 'hybrid', audiences: ['user'] })
  await aCourse({ ...inTopic, titleDe: 'C', level: 'basic', format: 'online', audiences: ['it', 'user'] })
  const filtered = async (filter: object) =>
    (await listCourses(db, { topic: 'filterproben', ...filter })).map((course) => course.titleDe).join('')

  expect(await filtered({})).toBe('ABC')
  expect(await filtered({ level: 'expert' })).toBe('AB')
  expect(await filtered({ format: 'online' })).toBe('AC')
  expect(await filtered({ audience: 'user' })).toBe('BC')
  expect(await filtered({ forAudiences: ['user', 'leadership'] })).toBe('BC')
  expect(await filtered({ forAudiences: [] })).toBe('')
  expect(await filtered({ level: 'expert', audience: 'it' })).toBe('A')
})

test('a course sent twice is one course, a draft that only those who ask for drafts find', async () => {
  const { id, by } = await aDraft()
  await addCourse(db, by, { id, ...plan, titleDe: 'Zum zweiten Mal' }, NOW)

  expect(await getCourse(db, id)).toMatchObject({ titleDe: plan.titleDe, state: 'draft', topicDe: 'Netze' })
  const found = async (states?: ('draft' | 'published')[]) =>
    (await listCourses(db, { search: 'verschlüsselt', ...(states && { states }) })).some((c) => c.id === id)
  expect(await found()).toBe(false)
  expect(await found(['draft', 'published'])).toBe(true)
  expect(await auditOf(id)).toEqual([{ action: 'course:edit', step: 'add' }])
})

test('of two people who edit the same course, the second is told so', async () => {
  const { id, by } = await aDraft()

  expect(await changeCourse(db, by, { id, version: 1, ...plan, units: 8 }, NOW)).toEqual({ ok: true })
  expect(await changeCourse(db, by, { id, version: 1, ...plan, units: 2 }, NOW)).toEqual({
    ok: false,
    refusal: 'changed-meanwhile',
  })
  expect(await getCourse(db, id)).toMatchObject({ units: 8, version: 2 })
})

test('a course is published once and retired once, and both are recorded', async () => {
  const { id, by } = await aDraft()

  expect(await retireCourse(db, by, id, NOW)).toEqual({ ok: false, refusal: 'not-published' })
  expect(await publishCourse(db, by, id, NOW)).toEqual({ ok: true })
  expect(await publishCourse(db, by, id, days(1))).toEqual({ ok: true })
  expect((await getCourse(db, id))?.publishedAt).toEqual(NOW)
  expect(await retireCourse(db, by, id, days(2))).toEqual({ ok: true })
  expect(await publishCourse(db, by, id, days(3))).toEqual({ ok: false, refusal: 'retired' })
  expect((await auditOf(id)).map((entry) => 'step' in entry && entry.step)).toEqual([
    'add',
    'publish',
    'retire',
  ])
})

test('a course with a date to come stays until the date is called off or over', async () => {
  const course = await aCourse()
  const by = (await aPerson()).id
  await aWorkshop({ courseId: course.id, startsAt: days(14) })
  await aWorkshop({ courseId: course.id, calledOffAt: NOW, callOffReason: 'Krank', startsAt: days(30) })

  expect(await retireCourse(db, by, course.id, NOW)).toEqual({ ok: false, refusal: 'has-workshops' })
  expect(await retireCourse(db, by, course.id, days(15))).toEqual({ ok: true })
})

test('a new topic stands at the end of the list, and the same name again is the same topic', async () => {
  const key = await addTopic(db, null, { titleDe: 'Öffentliche Vergabe', titleEn: 'Procurement' }, NOW)
  expect(await addTopic(db, null, { titleDe: 'Öffentliche Vergabe', titleEn: null }, NOW)).toBe(key)

  const topics = await listTopics(db)
  expect(topics.at(-1)).toEqual({ key, titleDe: 'Öffentliche Vergabe', titleEn: 'Procurement' })
  expect(topics.filter((topic) => topic.key === key)).toHaveLength(1)
})
