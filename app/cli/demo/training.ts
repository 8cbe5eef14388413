import { randomUUID } from 'node:crypto'
import type { DemoOptions } from '#app/cli/demo.ts'
import { DEMO_COURSES, DEMO_TOPICS, type DemoCourse } from '#app/cli/demo/courses.ts'
import type { DemoDistrict } from '#app/cli/demo/district.ts'
import { workshopLife } from '#app/cli/demo/workshop-life.ts'
import type { DemoPeople } from '#app/cli/demo/people.ts'
import type { Chance } from '#app/cli/demo/random.ts'
import { momentOf, workday, type Happening } from '#app/cli/demo/timeline.ts'
import { addDays, dayOf, daysBetween } from '#app/domain/calendar.ts'
import type { Db } from '#db/client.server.ts'
import { addCourse, publishCourse } from '#db/courses.ts'
import { addTopic } from '#db/topics.ts'

export type DemoWorld = {
  db: Db
  chance: Chance
  district: DemoDistrict
  people: DemoPeople
  options: DemoOptions
}
export type OfferedCourse = DemoCourse & { id: string }

/** The catalogue as the competence centre put it together before the pilot began; two courses are still drafts. */
export async function addCatalogue({ db, district, people, options }: DemoWorld): Promise<OfferedCourse[]> {
  const [by, now] = [people.idOf('koordination'), momentOf(district.pilotStart, '10:00')]
  for (const topic of DEMO_TOPICS) await addTopic(db, by, topic, now)
  const offered: OfferedCourse[] = []
  for (let round = 0; round < (options.scale ?? 1); round += 1) {
    for (const course of DEMO_COURSES) {
      const id = randomUUID()
      await addCourse(db, by, { id, ...planOf(course, round) }, now)
      const isDraft = DRAFTS.includes(course.title) && round === 0
      if (!isDraft) await publishCourse(db, by, id, now)
      if (!isDraft) offered.push({ ...course, id })
    }
  }
  return offered
}

const DRAFTS = ['Offene Daten bereitstellen']

function planOf(course: DemoCourse, round: number) {
  const list = (items: string[]) =>
    items.map((item) => `- ${item[0]?.toUpperCase()}${item.slice(1)}`).join('\n')
  return {
    titleDe: round === 0 ? course.title : `${course.title} (${round + 1})`,
    titleEn: null,
    summaryDe: course.summary,
    summaryEn: null,
    goals: list(course.goals),
    contents: list(course.contents),
    prerequisites: course.prerequisites ?? null,
    topicKey: course.topic,
    level: course.level,
    format: course.format,
    audiences: course.audiences,
    units: course.units,
  }
}

const WORKSHOPS = 60
/** So many of them take place today or are still to come, close together: visitors look for something to enrol in. */
const AHEAD = 12
/** And some lately, whose people are still asked what they thought of it. */
const LATELY = 4
const LATELY_DAYS = 13
const FIRST_AFTER_DAYS = 42
const DAYS_AHEAD = 40

/** Sixty workshops from the beginning of the pilot until a few weeks from now, with all that happened in them. */
export function planWorkshops(world: DemoWorld, courses: readonly OfferedCourse[]): Happening[] {
  const { chance, district, options } = world
  const scale = options.scale ?? 1
  const today = dayOf(options.now)
  const first = addDays(district.pilotStart, FIRST_AFTER_DAYS)
  const days = [
    ...spread(first, addDays(today, -LATELY_DAYS), (WORKSHOPS - AHEAD - LATELY) * scale),
    ...spread(addDays(today, -LATELY_DAYS), today, LATELY * scale),
    ...spread(today, addDays(today, DAYS_AHEAD), AHEAD * scale),
  ]
  const queue = chance.some(courses, courses.length)
  return days.flatMap((day, nth) => {
    const course = queue[nth % queue.length]
    if (!course) throw new Error('no courses')
    return workshopLife(world, { id: randomUUID(), course, day, nth })
  })
}

/** Workdays at even distances, the first one on the first day. */
function spread(from: string, until: string, count: number): string[] {
  const step = daysBetween(from, until) / count
  return Array.from({ length: count }, (_, nth) => workday(addDays(from, Math.round(step * nth))))
}
