import { randomUUID } from 'node:crypto'
import {
  DEMO_LESSONS,
  DEMO_OFFERS,
  DEMO_PATH,
  type DemoLesson,
  type DemoPage,
} from '#app/cli/demo/lessons.ts'
import { daysBefore, momentOf } from '#app/cli/demo/timeline.ts'
import type { DemoWorld, OfferedCourse } from '#app/cli/demo/training.ts'
import { expectOk } from '#app/cli/demo/workshop-life.ts'
import { addCourse, publishCourse } from '#db/courses.ts'
import { addExternalOffer } from '#db/external-offers.ts'
import { addLearningPath, addToPath } from '#db/learning-paths.ts'
import { finishPage, startLearning } from '#db/learning.ts'
import { addMaterial } from '#db/materials.ts'
import { addPage, setQuiz } from '#db/module-pages.ts'
import { addModule, listModules, pagesOf } from '#db/modules.ts'
import { listWorkshops } from '#db/workshops.ts'
import { readQuiz } from '#surveys/quiz.ts'

/** Courses to learn by oneself, a path through them and others, and what other providers offer. */
export async function addLearning(world: DemoWorld, courses: readonly OfferedCourse[]): Promise<void> {
  const { db, district, people } = world
  const [by, now] = [people.idOf('koordination'), momentOf(district.pilotStart, '11:00')]
  const lessons: { id: string; title: string }[] = []
  for (const lesson of DEMO_LESSONS) lessons.push(await addLesson(world, lesson, now))
  const pathId = randomUUID()
  const { title, goal, audiences } = DEMO_PATH
  await addLearningPath(db, by, { id: pathId, titleDe: title, titleEn: null, goal, audiences }, now)
  for (const step of DEMO_PATH.courses) {
    const course = [...lessons, ...courses].find((one) => one.title === step)
    if (course) await addToPath(db, by, { pathId, courseId: course.id }, now)
  }
  for (const { topic, ...offer } of DEMO_OFFERS)
    await addExternalOffer(db, by, { ...offer, id: randomUUID(), topicKey: topic, validUntil: null }, now)
  const [first] = lessons
  if (first) await beginLesson(world, first.id)
}

async function addLesson({ db, people }: DemoWorld, lesson: DemoLesson, now: Date) {
  const [by, id] = [people.idOf('koordination'), randomUUID()]
  const { title, summary, topic, audiences, units, goals, contents, modules } = lesson
  const course = {
    ...{ id, titleDe: title, titleEn: null, summaryDe: summary, summaryEn: null, goals, contents, units },
    ...({ prerequisites: null, topicKey: topic, level: 'basic', format: 'self-paced', audiences } as const),
  }
  await addCourse(db, by, course, now)
  for (const { pages, ...module } of modules) {
    const moduleId = randomUUID()
    await addModule(db, by, { ...module, id: moduleId, courseId: id }, now)
    for (const page of pages) await addDemoPage(db, by, moduleId, page, now)
  }
  await expectOk(publishCourse(db, by, id, now))
  return { id, title }
}

async function addDemoPage(db: DemoWorld['db'], by: string, moduleId: string, page: DemoPage, now: Date) {
  const { kind, title, body } = page
  const id = randomUUID()
  const file =
    page.kind === 'file' ? textFile(page.file.name, page.file.mediaType, page.file.text) : undefined
  const isQuiz = page.kind === 'quiz'
  const plan = {
    ...{ id, moduleId, kind, title, body, file, captions: undefined },
    url: page.kind === 'link' ? page.url : null,
    passPercent: isQuiz ? page.passPercent : null,
    attempts: isQuiz ? page.attempts : null,
  }
  await expectOk(addPage(db, by, plan, now))
  if (!isQuiz) return
  const read = readQuiz(page.quiz)
  if (!read.ok) throw new Error(`the demo quiz is refused: ${JSON.stringify(read.findings)}`)
  await expectOk(setQuiz(db, by, { id, version: 1, quiz: JSON.stringify(read.definition) }, now))
}

const textFile = (name: string, mediaType: string, text: string) => ({
  name,
  mediaType,
  content: new TextEncoder().encode(text),
  alternativeText: null,
})

/** Somebody who stopped in the middle: the next visit goes on there. */
async function beginLesson({ db, people, options }: DemoWorld, courseId: string): Promise<void> {
  const whose = { personId: people.idOf('nutzer'), courseId }
  const now = daysBefore(options.now, 2)
  await startLearning(db, whose, now)
  const [first] = pagesOf(await listModules(db, courseId))
  if (first) await expectOk(finishPage(db, { ...whose, pageId: first.id }, now))
}

const WITH_MATERIALS = 4

/** What goes with some workshops, past and to come. */
export async function addMaterials(world: DemoWorld): Promise<void> {
  const { db, people, options } = world
  const by = people.idOf('koordination')
  const now = daysBefore(options.now, 1)
  const past = (await listWorkshops(db, { until: now })).filter(({ calledOffAt }) => !calledOffAt)
  const coming = (await listWorkshops(db, { from: options.now })).filter(({ calledOffAt }) => !calledOffAt)
  for (const { id } of [...past.slice(-WITH_MATERIALS), ...coming.slice(0, WITH_MATERIALS)]) {
    const owner = { courseId: null, workshopId: id }
    await expectOk(addMaterial(db, by, { ...BEFORE, id: randomUUID(), owner }, now))
    await expectOk(addMaterial(db, by, { ...AFTERWARDS, id: randomUUID(), owner }, now))
  }
}

const BEFORE = {
  title: 'So bereiten Sie sich vor',
  url: null,
  file: textFile(
    'Vorbereitung.md',
    'text/markdown',
    '# Vorbereitung\n\n- Bringen Sie ein Beispiel aus Ihrem Alltag mit.\n- Prüfen Sie, ob Sie sich anmelden können.\n',
  ),
  ...({ shownBefore: true, shownAfter: false, shownTo: 'everybody' } as const),
}

const AFTERWARDS = {
  title: 'Spickzettel zum Mitnehmen',
  url: null,
  file: textFile('Spickzettel.txt', 'text/plain', 'Das Wichtigste auf einen Blick.\n'),
  ...({ shownBefore: false, shownAfter: true, shownTo: 'attended' } as const),
}
