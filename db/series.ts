// Several workshops of one course, planned by a rule and changed together. Each keeps its own enrolments.

import type { Frequency } from '#app/domain/series.ts'
import { audit } from '#db/audit.ts'
import type { Db } from '#db/client.server.ts'
import { lockCourse } from '#db/courses.ts'
import type { Row } from '#db/schema.ts'
import { tellTrainers, type PlannedChange } from '#db/trainer-mail.ts'
import { addIn, type NewWorkshop, type PlanResult } from '#db/workshop-plans.ts'
import { getWorkshops, type Workshop } from '#db/workshops.ts'

export type Series = Row<'series'>

export type SeriesPlan = {
  id: string
  courseId: string
  frequency: Frequency
  every: number
  /** In the order of time. */
  workshops: readonly NewWorkshop[]
}

/** `at` is the date that cannot be planned, counted from 0. */
export type SeriesResult = PlanResult & { at?: number }

type Refused = SeriesResult & { ok: false }
const undone = new WeakMap<Error, Refused>()

/** Ends a command without a trace because of one of its dates; `answered` makes its result of it. */
export function undo(result: Refused): never {
  const error = new Error(result.refusal)
  undone.set(error, result)
  throw error
}

export async function answered(command: () => Promise<SeriesResult>): Promise<SeriesResult> {
  try {
    return await command()
  } catch (error) {
    const result = error instanceof Error && undone.get(error)
    if (result) return result
    throw error
  }
}

/** Plans all workshops of a series or none, under the ids that the form carried: sent twice, they are there once. */
export function addSeries(db: Db, by: string, plan: SeriesPlan, now: Date): Promise<SeriesResult> {
  const { id, courseId, frequency, every, workshops } = plan
  return answered(() =>
    db.transaction().execute(async (trx) => {
      const course = await lockCourse(trx, courseId)
      if (course.retiredAt) return { ok: false, refusal: 'course-retired' }
      const series = await trx
        .insertInto('series')
        .values({ id, courseId, frequency, every, createdBy: by, createdAt: now })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .returning('id')
        .executeTakeFirst()
      if (!series) return { ok: true }
      const added: PlannedChange[] = []
      for (const [at, workshop] of workshops.entries()) {
        const result = await addIn(trx, by, { courseId, seriesId: id }, workshop, now)
        if (!result.ok) undo({ ...result, at })
        if (result.added) added.push({ before: undefined, after: result.added })
      }
      await audit(trx, by, 'series:add', id, now, { course: courseId, workshops: added.length })
      await tellTrainers(trx, by, added, id, now)
      return { ok: true }
    }),
  )
}

/** The dates of a series in the order of time, those called off too. */
export async function listSeriesDates(db: Db, seriesId: string): Promise<Workshop[]> {
  return getWorkshops(db, await seriesDateIds(db, seriesId))
}

export async function seriesDateIds(db: Db, seriesId: string): Promise<string[]> {
  const rows = await db.selectFrom('workshop').select('id').where('seriesId', '=', seriesId).execute()
  return rows.map(({ id }) => id)
}
