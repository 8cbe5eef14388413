import type { FileRefusal } from '#app/domain/file.ts'
import { moved, type MaterialRefusal, type OwnPlace } from '#app/domain/material.ts'
import { audit } from '#db/audit.ts'
import type { Db, Trx } from '#db/client.server.ts'
import { removeFiles, storeFile, type NewFile } from '#db/files.ts'
import type { NewRow, Row } from '#db/schema.ts'
import { sql } from 'kysely'

/** A material belongs to a course, and so to all its workshops, or to one workshop. */
export type MaterialOwner = { courseId: string; workshopId: null } | { courseId: null; workshopId: string }

export type Material = Row<'material'> & {
  /** Of its file; null for a link. */
  fileName: string | null
  mediaType: string | null
  size: number | null
  alternativeText: string | null
}

function materials(db: Db) {
  return db
    .selectFrom('material')
    .leftJoin('file', 'file.id', 'material.fileId')
    .selectAll('material')
    .select(['file.name as fileName', 'file.mediaType', 'file.size', 'file.alternativeText'])
}

export function getMaterial(db: Db, id: string): Promise<Material | undefined> {
  return materials(db).where('material.id', '=', id).executeTakeFirst()
}

/** What belongs to a course or to a workshop itself, in its order: for those who edit it. */
export function listMaterials(db: Db, { courseId, workshopId }: MaterialOwner): Promise<Material[]> {
  return materials(db)
    .where('material.courseId', courseId === null ? 'is' : '=', courseId)
    .where('material.workshopId', workshopId === null ? 'is' : '=', workshopId)
    .orderBy('material.position')
    .execute()
}

/** What goes with some workshops: that of the course first, then their own. One query for all of them. */
export function listMaterialsOfWorkshops(
  db: Db,
  workshopIds: readonly string[],
): Promise<(Material & { ofWorkshop: string })[]> {
  if (workshopIds.length === 0) return Promise.resolve([])
  return materials(db)
    .innerJoin('workshop', (join) =>
      join.on((eb) =>
        eb.or([
          eb('material.workshopId', '=', eb.ref('workshop.id')),
          eb('material.courseId', '=', eb.ref('workshop.courseId')),
        ]),
      ),
    )
    .select('workshop.id as ofWorkshop')
    .where('workshop.id', 'in', workshopIds)
    .orderBy(sql`material.course_id is null`)
    .orderBy('material.position')
    .execute()
}

export type PlaceInCourse = OwnPlace & { workshopId: string }

/** The workshops of a course in which somebody has or had a place. */
export async function listPlaces(db: Db, courseId: string, personId: string): Promise<PlaceInCourse[]> {
  return db
    .selectFrom('enrolment')
    .innerJoin('workshop', 'workshop.id', 'enrolment.workshopId')
    .innerJoin('meeting', 'meeting.workshopId', 'workshop.id')
    .leftJoin('attendance', (join) =>
      join
        .onRef('attendance.enrolmentId', '=', 'enrolment.id')
        .onRef('attendance.meetingId', '=', 'meeting.id'),
    )
    .select('workshop.id as workshopId')
    .select(({ fn }) => fn.max('meeting.endsAt').as('endsAt'))
    .select(
      sql<boolean>`coalesce(bool_or(attendance.status in ('present', 'partial')), false)`.as('hasAttended'),
    )
    .where('workshop.courseId', '=', courseId)
    .where('enrolment.personId', '=', personId)
    .where('enrolment.status', '=', 'confirmed')
    .groupBy('workshop.id')
    .execute()
}

/** Whether a workshop of the course is over. */
export async function hasTakenPlace(db: Db, courseId: string, now: Date): Promise<boolean> {
  const over = await db
    .selectFrom('workshop')
    .innerJoin('meeting', 'meeting.workshopId', 'workshop.id')
    .select('workshop.id')
    .where('workshop.courseId', '=', courseId)
    .where('workshop.calledOffAt', 'is', null)
    .groupBy('workshop.id')
    .having(({ fn }) => fn.max('meeting.endsAt'), '<=', now)
    .limit(1)
    .executeTakeFirst()
  return over !== undefined
}

export type MaterialPlan = Pick<
  NewRow<'material'>,
  'title' | 'url' | 'shownBefore' | 'shownAfter' | 'shownTo'
> & {
  file: NewFile | undefined
}

export type MaterialResult = { ok: true } | { ok: false; refusal: MaterialRefusal | FileRefusal }

/** Adds a material at the end, under the id that its form carried: sent twice, it is one. */
export function addMaterial(
  db: Db,
  by: string,
  { id, owner, file, ...plan }: MaterialPlan & { id: string; owner: MaterialOwner },
  now: Date,
): Promise<MaterialResult> {
  return db.transaction().execute(async (trx) => {
    const order = await lockOrder(trx, owner)
    if (order.some((other) => other.id === id)) return { ok: true }
    if ((file === undefined) === (plan.url === null)) return { ok: false, refusal: 'file-or-link' }
    const stored = file && (await storeFile(trx, by, null, file, now))
    if (stored && !stored.ok) return stored
    const position = order.length + 1
    await trx
      .insertInto('material')
      .values({ ...plan, ...owner, id, fileId: stored?.id ?? null, position, createdBy: by, createdAt: now })
      .execute()
    await audit(trx, by, 'material:edit', id, now, { step: 'add', ...named(owner) })
    return { ok: true }
  })
}

/** `version` is the one that the form started from; without a new file or link the old one stays. */
export function changeMaterial(
  db: Db,
  by: string,
  { id, version, file, ...plan }: MaterialPlan & { id: string; version: number },
  now: Date,
): Promise<MaterialResult> {
  return db.transaction().execute(async (trx) => {
    const before = await lockMaterial(trx, id)
    if (!before || before.version !== version) return { ok: false, refusal: 'changed-meanwhile' }
    if (file && plan.url !== null) return { ok: false, refusal: 'file-or-link' }
    const stored = file && (await storeFile(trx, by, null, file, now))
    if (stored && !stored.ok) return stored
    const fileId = plan.url !== null ? null : (stored?.id ?? before.fileId)
    if (fileId === null && plan.url === null) return { ok: false, refusal: 'file-or-link' }
    await trx
      .updateTable('material')
      .set({ ...plan, fileId, version: version + 1 })
      .where('id', '=', id)
      .execute()
    if (before.fileId !== fileId) await removeFiles(trx, [before.fileId])
    await audit(trx, by, 'material:edit', id, now, { step: 'change', ...named(before) })
    return { ok: true }
  })
}

/** One place up or down in its list. */
export function moveMaterial(db: Db, by: string, id: string, way: -1 | 1, now: Date): Promise<void> {
  return db.transaction().execute(async (trx) => {
    const material = await lockMaterial(trx, id)
    if (!material) return
    const order = moved(await lockOrder(trx, ownerOf(material)), id, way)
    for (const [place, one] of order.entries()) {
      await trx
        .updateTable('material')
        .set({ position: place + 1 })
        .where('id', '=', one.id)
        .execute()
    }
    await audit(trx, by, 'material:edit', id, now, { step: 'move' })
  })
}

/** Takes a material away, with its file. */
export function removeMaterial(db: Db, by: string, id: string, now: Date): Promise<void> {
  return db.transaction().execute(async (trx) => {
    const material = await lockMaterial(trx, id)
    if (!material) return
    await trx.deleteFrom('material').where('id', '=', id).execute()
    await removeFiles(trx, [material.fileId])
    await audit(trx, by, 'material:edit', id, now, { step: 'remove', ...named(material) })
  })
}

export function ownerOf({ courseId, workshopId }: Pick<Material, 'courseId' | 'workshopId'>): MaterialOwner {
  if (courseId !== null) return { courseId, workshopId: null }
  if (workshopId !== null) return { courseId: null, workshopId }
  throw new Error('a material of nothing')
}

const named = ({ courseId, workshopId }: Pick<Material, 'courseId' | 'workshopId'>) =>
  courseId === null ? { workshopId } : { course: courseId }

function lockMaterial(trx: Trx, id: string): Promise<Row<'material'> | undefined> {
  return trx.selectFrom('material').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

/** Holds what the materials belong to, so that two at once do not get the same place. */
async function lockOrder(trx: Trx, { courseId, workshopId }: MaterialOwner): Promise<{ id: string }[]> {
  if (courseId !== null)
    await trx.selectFrom('course').select('id').where('id', '=', courseId).forUpdate().executeTakeFirst()
  else
    await trx.selectFrom('workshop').select('id').where('id', '=', workshopId).forUpdate().executeTakeFirst()
  return trx
    .selectFrom('material')
    .select('id')
    .where('courseId', courseId === null ? 'is' : '=', courseId)
    .where('workshopId', workshopId === null ? 'is' : '=', workshopId)
    .orderBy('position')
    .execute()
}
