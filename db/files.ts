// Uploaded files. They live in the database: one backup, no shared disk. Rows never change: another file is another row.

import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { megabytes, quotaRefusal, type FileRefusal, type Quota } from '#app/domain/file.ts'
import type { Db, Trx } from '#db/client.server.ts'
import type { Row } from '#db/schema.ts'
import { getSettings } from '#db/settings.ts'

/** All about a file but its content, which is read in parts. */
export type StoredFile = Omit<Row<'file'>, 'content' | 'sha256' | 'uploadedBy'>

export type NewFile = {
  name: string
  mediaType: string
  content: Uint8Array
  /** What is on a picture, for those who cannot see it. */
  alternativeText: string | null
}

export type StoreResult = { ok: true; id: string } | { ok: false; refusal: FileRefusal }

/** Any number will do, as long as it is this one. */
const QUOTA_LOCK = 14_627_001

/**
 * Keeps a file, as part of the command that needs it: when that fails, there is no file. The organisation is the
 * one whose quota it fills; null for the competence centre itself.
 */
export async function storeFile(
  trx: Trx,
  by: string,
  organisationId: string | null,
  file: NewFile,
  now: Date,
): Promise<StoreResult> {
  const { name, mediaType, content, alternativeText } = file
  // Two uploads at once must not both take the last free place.
  await sql`select pg_advisory_xact_lock(${QUOTA_LOCK})`.execute(trx)
  const { organisation, installation } = await quotasFor(trx, organisationId)
  const refusal = quotaRefusal(content.byteLength, organisation, installation)
  if (refusal) return { ok: false, refusal }
  const sha256 = createHash('sha256').update(content).digest('hex')
  const { id } = await trx
    .insertInto('file')
    .values({
      ...{ organisationId, name, mediaType, size: content.byteLength, sha256, content, alternativeText },
      ...{ uploadedBy: by, uploadedAt: now },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { ok: true, id }
}

/** Removes files to which nothing leads any more. */
export async function removeFiles(trx: Trx, ids: readonly (string | null)[]): Promise<void> {
  const gone = ids.filter((id) => id !== null)
  if (gone.length > 0) await trx.deleteFrom('file').where('id', 'in', gone).execute()
}

export function getFile(db: Db, id: string): Promise<StoredFile | undefined> {
  return db
    .selectFrom('file')
    .select(['id', 'organisationId', 'name', 'mediaType', 'size', 'uploadedAt', 'alternativeText'])
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Some bytes of a file, counted from 0; the rest is not read. */
export async function readPart(db: Db, id: string, from: number, length: number): Promise<Uint8Array> {
  const { part } = await db
    .selectFrom('file')
    .select(sql<Uint8Array>`substring(content from ${sql.lit(from + 1)} for ${sql.lit(length)})`.as('part'))
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return part
}

export type Storage = { installation: Quota; organisations: (Quota & { id: string; name: string })[] }

/** How much is taken of what there is; organisations that have uploaded nothing are left out. */
export async function getStorage(db: Db): Promise<Storage> {
  const { organisationMegabytes, installationMegabytes } = await getSettings(db)
  const rows = await db
    .selectFrom('file')
    .leftJoin('organisation', 'organisation.id', 'file.organisationId')
    .select(['organisation.id', 'organisation.name'])
    .select(({ fn }) => fn.sum<number>('file.size').as('used'))
    .groupBy(['organisation.id', 'organisation.name'])
    .orderBy('used', 'desc')
    .execute()
  return {
    installation: {
      used: rows.reduce((sum, { used }) => sum + used, 0),
      limit: megabytes(installationMegabytes),
    },
    organisations: rows.flatMap(({ id, name, used }) =>
      id !== null && name !== null ? [{ id, name, used, limit: megabytes(organisationMegabytes) }] : [],
    ),
  }
}

async function quotasFor(db: Db, organisationId: string | null) {
  const { installation, organisations } = await getStorage(db)
  if (organisationId === null) return { organisation: null, installation }
  const known = organisations.find(({ id }) => id === organisationId)
  const { organisationMegabytes } = await getSettings(db)
  return { organisation: known ?? { used: 0, limit: megabytes(organisationMegabytes) }, installation }
}
