// Self-paced modules of a course, and their pages in order.

import { moved } from '#app/domain/material.ts'
import type { ModuleRefusal, PageKind } from '#app/domain/module.ts'
import { audit } from '#db/audit.ts'
import type { Db, Trx } from '#db/client.server.ts'
import { lockCourse } from '#db/courses.ts'
import { removeFiles } from '#db/files.ts'
import type { Row } from '#db/schema.ts'

/** A page in a list: without its text. */
export type PageLine = { id: string; kind: PageKind; title: string; isReady: boolean }
export type Module = Row<'module'> & { pages: PageLine[] }

/** The modules of a course with their pages, both in order, in one query. */
export async function listModules(db: Db, courseId: string): Promise<Module[]> {
  const rows = await db
    .selectFrom('module')
    .leftJoin('modulePage as page', 'page.moduleId', 'module.id')
    .selectAll('module')
    .select(['page.id as pageId', 'page.kind', 'page.title as pageTitle'])
    .select((eb) => eb.or([eb('page.kind', '<>', 'quiz'), eb('page.quiz', 'is not', null)]).as('isReady'))
    .where('module.courseId', '=', courseId)
    .orderBy('module.position')
    .orderBy('page.position')
    .execute()
  const modules = new Map<string, Module>()
  for (const { pageId, kind, pageTitle, isReady, ...row } of rows) {
    const module = modules.get(row.id) ?? { ...row, pages: [] }
    if (pageId !== null && kind !== null && pageTitle !== null)
      module.pages.push({ id: pageId, kind, title: pageTitle, isReady: Boolean(isReady) })
    modules.set(row.id, module)
  }
  return [...modules.values()]
}

/** What is put to learners: pages that are ready, one after the other. */
export function pagesOf(modules: readonly Module[]): PageLine[] {
  return modules.flatMap(({ pages }) => pages.filter(({ isReady }) => isReady))
}

export function getModule(db: Db, id: string): Promise<Row<'module'> | undefined> {
  return db.selectFrom('module').selectAll().where('id', '=', id).executeTakeFirst()
}

export type ModulePlan = { title: string; summary: string | null }
export type ModuleResult = { ok: true } | { ok: false; refusal: ModuleRefusal }

/** Adds a module at the end, under the id that its form carried: sent twice, it is one. */
export function addModule(
  db: Db,
  by: string,
  { id, courseId, ...plan }: ModulePlan & { id: string; courseId: string },
  now: Date,
): Promise<void> {
  return db.transaction().execute(async (trx) => {
    await lockCourse(trx, courseId)
    const order = await orderOf(trx, courseId)
    if (order.some((other) => other.id === id)) return
    await trx
      .insertInto('module')
      .values({ ...plan, id, courseId, position: order.length + 1 })
      .execute()
    await audit(trx, by, 'module:edit', id, now, { step: 'add', course: courseId })
  })
}

export function changeModule(
  db: Db,
  by: string,
  { id, version, ...plan }: ModulePlan & { id: string; version: number },
  now: Date,
): Promise<ModuleResult> {
  return db.transaction().execute(async (trx) => {
    const changed = await trx
      .updateTable('module')
      .set({ ...plan, version: version + 1 })
      .where('id', '=', id)
      .where('version', '=', version)
      .returning('id')
      .executeTakeFirst()
    if (!changed) return { ok: false, refusal: 'changed-meanwhile' }
    await audit(trx, by, 'module:edit', id, now, { step: 'change' })
    return { ok: true }
  })
}

/** One place up or down in its course. */
export function moveModule(db: Db, by: string, id: string, way: -1 | 1, now: Date): Promise<void> {
  return db.transaction().execute(async (trx) => {
    const module = await getModule(trx, id)
    if (!module) return
    await lockCourse(trx, module.courseId)
    for (const [place, one] of moved(await orderOf(trx, module.courseId), id, way).entries())
      await trx
        .updateTable('module')
        .set({ position: place + 1 })
        .where('id', '=', one.id)
        .execute()
    await audit(trx, by, 'module:edit', id, now, { step: 'move' })
  })
}

/** Takes a module away with its pages and files; what somebody had done of them is forgotten with it. */
export function removeModule(db: Db, by: string, id: string, now: Date): Promise<void> {
  return db.transaction().execute(async (trx) => {
    const module = await getModule(trx, id)
    if (!module) return
    await lockCourse(trx, module.courseId)
    const pages = await trx
      .deleteFrom('modulePage')
      .where('moduleId', '=', id)
      .returning(['fileId', 'captionsId'])
      .execute()
    await trx.deleteFrom('module').where('id', '=', id).execute()
    await removeFiles(
      trx,
      pages.flatMap(({ fileId, captionsId }) => [fileId, captionsId]),
    )
    await audit(trx, by, 'module:edit', id, now, { step: 'remove', course: module.courseId })
  })
}

function orderOf(trx: Trx, courseId: string): Promise<{ id: string }[]> {
  return trx.selectFrom('module').select('id').where('courseId', '=', courseId).orderBy('position').execute()
}
