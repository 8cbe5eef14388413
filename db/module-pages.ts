import type { FileRefusal } from '#app/domain/file.ts'
import { moved } from '#app/domain/material.ts'
import type { ModuleRefusal, PageKind } from '#app/domain/module.ts'
import { audit } from '#db/audit.ts'
import type { Db, Trx } from '#db/client.server.ts'
import { removeFiles, storeFile, type NewFile } from '#db/files.ts'
import type { Row } from '#db/schema.ts'

export type ModulePage = Row<'modulePage'> & {
  courseId: string
  moduleTitle: string
  /** Of its file, if any. */
  fileName: string | null
  mediaType: string | null
  size: number | null
  alternativeText: string | null
  captionsName: string | null
}

export function getPage(db: Db, id: string): Promise<ModulePage | undefined> {
  return db
    .selectFrom('modulePage')
    .innerJoin('module', 'module.id', 'modulePage.moduleId')
    .leftJoin('file', 'file.id', 'modulePage.fileId')
    .leftJoin('file as captions', 'captions.id', 'modulePage.captionsId')
    .selectAll('modulePage')
    .select(['module.courseId', 'module.title as moduleTitle'])
    .select(['file.name as fileName', 'file.mediaType', 'file.size', 'file.alternativeText'])
    .select('captions.name as captionsName')
    .where('modulePage.id', '=', id)
    .executeTakeFirst()
}

export type PagePlan = {
  title: string
  body: string
  url: string | null
  passPercent: number | null
  attempts: number | null
  file: NewFile | undefined
  captions: NewFile | undefined
}

export type PageResult = { ok: true } | { ok: false; refusal: ModuleRefusal | FileRefusal }

/** Adds a page at the end of a module, under the id that its form carried: sent twice, it is one. */
export function addPage(
  db: Db,
  by: string,
  {
    id,
    moduleId,
    kind,
    file,
    captions,
    ...plan
  }: PagePlan & { id: string; moduleId: string; kind: PageKind },
  now: Date,
): Promise<PageResult> {
  return db.transaction().execute(async (trx) => {
    const order = await lockOrder(trx, moduleId)
    if (order.some((other) => other.id === id)) return { ok: true }
    const stored = await storeBoth(trx, by, { file, captions }, now)
    if (!stored.ok) return stored
    const { fileId, captionsId } = stored
    await trx
      .insertInto('modulePage')
      .values({ ...plan, id, moduleId, kind, fileId, captionsId, position: order.length + 1 })
      .execute()
    await audit(trx, by, 'module:edit', id, now, { step: 'add', kind })
    return { ok: true }
  })
}

/** `version` is the one that the form started from; without a new file the old one stays. */
export function changePage(
  db: Db,
  by: string,
  { id, version, file, captions, ...plan }: PagePlan & { id: string; version: number },
  now: Date,
): Promise<PageResult> {
  return db.transaction().execute(async (trx) => {
    const before = await lockPage(trx, id)
    if (!before || before.version !== version) return { ok: false, refusal: 'changed-meanwhile' }
    const stored = await storeBoth(trx, by, { file, captions }, now)
    if (!stored.ok) return stored
    const fileId = stored.fileId ?? before.fileId
    const captionsId = stored.captionsId ?? before.captionsId
    await trx
      .updateTable('modulePage')
      .set({ ...plan, fileId, captionsId, version: version + 1 })
      .where('id', '=', id)
      .execute()
    await removeFiles(trx, [
      fileId === before.fileId ? null : before.fileId,
      captionsId === before.captionsId ? null : before.captionsId,
    ])
    await audit(trx, by, 'module:edit', id, now, { step: 'change' })
    return { ok: true }
  })
}

/** Puts other questions on the page of a quiz: a checked definition as JSON, or null for none. */
export function setQuiz(
  db: Db,
  by: string,
  { id, version, quiz }: { id: string; version: number; quiz: string | null },
  now: Date,
): Promise<PageResult> {
  return db.transaction().execute(async (trx) => {
    const before = await lockPage(trx, id)
    if (!before || before.version !== version || before.kind !== 'quiz')
      return { ok: false, refusal: 'changed-meanwhile' }
    await trx
      .updateTable('modulePage')
      .set({ quiz, version: version + 1 })
      .where('id', '=', id)
      .execute()
    await audit(trx, by, 'module:edit', id, now, { step: 'change' })
    return { ok: true }
  })
}

/** One place up or down in its module. */
export function movePage(db: Db, by: string, id: string, way: -1 | 1, now: Date): Promise<void> {
  return db.transaction().execute(async (trx) => {
    const page = await lockPage(trx, id)
    if (!page) return
    for (const [place, one] of moved(await lockOrder(trx, page.moduleId), id, way).entries())
      await trx
        .updateTable('modulePage')
        .set({ position: place + 1 })
        .where('id', '=', one.id)
        .execute()
    await audit(trx, by, 'module:edit', id, now, { step: 'move' })
  })
}

/** Takes a page away with its files; what somebody had done of it is forgotten with it. */
export function removePage(db: Db, by: string, id: string, now: Date): Promise<void> {
  return db.transaction().execute(async (trx) => {
    const page = await lockPage(trx, id)
    if (!page) return
    await trx.deleteFrom('modulePage').where('id', '=', id).execute()
    await removeFiles(trx, [page.fileId, page.captionsId])
    await audit(trx, by, 'module:edit', id, now, { step: 'remove', kind: page.kind })
  })
}

type Files = { file: NewFile | undefined; captions: NewFile | undefined }
type Stored =
  { ok: true; fileId: string | null; captionsId: string | null } | { ok: false; refusal: FileRefusal }

async function storeBoth(trx: Trx, by: string, { file, captions }: Files, now: Date): Promise<Stored> {
  const stored = file && (await storeFile(trx, by, null, file, now))
  if (stored && !stored.ok) return stored
  const spoken = captions && (await storeFile(trx, by, null, captions, now))
  if (spoken && !spoken.ok) {
    await removeFiles(trx, [stored?.id ?? null])
    return spoken
  }
  return { ok: true, fileId: stored?.id ?? null, captionsId: spoken?.id ?? null }
}

function lockPage(trx: Trx, id: string): Promise<Row<'modulePage'> | undefined> {
  return trx.selectFrom('modulePage').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

/** Holds the module, so that two new pages do not get the same place. */
async function lockOrder(trx: Trx, moduleId: string): Promise<{ id: string }[]> {
  await trx.selectFrom('module').select('id').where('id', '=', moduleId).forUpdate().executeTakeFirstOrThrow()
  return trx
    .selectFrom('modulePage')
    .select('id')
    .where('moduleId', '=', moduleId)
    .orderBy('position')
    .execute()
}
