import { canonicalJson } from '#app/domain/canonical-json.ts'
import {
  readQuestionnaire,
  type Definition,
  type Questionnaire,
  type QuestionnaireKind,
} from '#app/domain/questionnaire.ts'
import { audit } from '#db/audit.ts'
import type { Db, Trx } from '#db/client.server.ts'
import type { Row } from '#db/schema.ts'

/** A published version, addressed by the fingerprint of its definition. */
export type PublishedVersion = {
  key: string
  hash: string
  definition: Definition
  questionnaire: Questionnaire
  publishedAt: Date
}

/** Only what was checked is stored, and a published definition is never changed. */
function published(row: Row<'questionnaireVersion'>): PublishedVersion {
  const definition = JSON.parse(row.definition) as Definition
  const { key, hash, publishedAt } = row
  return { key, hash, definition, questionnaire: readQuestionnaire(definition), publishedAt }
}

/** The version to which a round is pinned. */
export async function versionByHash(db: Db, hash: string): Promise<PublishedVersion | undefined> {
  const row = await db
    .selectFrom('questionnaireVersion')
    .selectAll()
    .where('hash', '=', hash)
    .executeTakeFirst()
  return row && published(row)
}

/** All versions of a questionnaire, the latest first. */
export async function versionsOf(db: Db, key: string): Promise<PublishedVersion[]> {
  const rows = await db
    .selectFrom('questionnaireVersion')
    .selectAll()
    .where('key', '=', key)
    .orderBy('publishedAt', 'desc')
    .orderBy('hash')
    .execute()
  return rows.map(published)
}

export type StoredDefinition = { key: string; title: string; number: number; definition: string }

/** Every version that was ever published, as it is stored; `number` counts those of its questionnaire from one. */
export function listStoredDefinitions(db: Db): Promise<StoredDefinition[]> {
  return db
    .selectFrom('questionnaireVersion as version')
    .innerJoin('questionnaire', 'questionnaire.key', 'version.key')
    .select(['version.key', 'questionnaire.title', 'version.definition'])
    .select(({ fn }) =>
      fn
        .agg<number>('row_number')
        .over((over) =>
          over.partitionBy('version.key').orderBy('version.publishedAt').orderBy('version.hash', 'desc'),
        )
        .as('number'),
    )
    .orderBy('version.key')
    .orderBy('number')
    .execute()
}

/** The version that a new round takes; undefined when nothing of that name is published. */
export async function latestVersion(db: Db, key: string): Promise<PublishedVersion | undefined> {
  return (await versionsOf(db, key))[0]
}

/** The same where the product itself has published it. */
export async function currentVersion(db: Db, key: string): Promise<PublishedVersion> {
  const version = await latestVersion(db, key)
  if (!version) throw new Error(`no questionnaire is published as ${key}`)
  return version
}

export type Shipped = {
  key: string
  kind: QuestionnaireKind
  title: string
  hash: string
  definition: Definition
}

/**
 * Publishes what comes with the product, once. A questionnaire of which the district has published a version of its own
 * stays as the district wants it.
 */
export function publishShipped(db: Db, shipped: readonly Shipped[], now: Date): Promise<void> {
  return db.transaction().execute(async (trx) => {
    for (const { key, kind, title, hash, definition } of shipped) {
      await trx
        .insertInto('questionnaire')
        .values({ key, kind, title, createdAt: now })
        .onConflict((conflict) => conflict.column('key').doUpdateSet({ title }))
        .execute()
      const versions = await trx
        .selectFrom('questionnaireVersion')
        .select(['hash', 'isShipped'])
        .where('key', '=', key)
        .execute()
      if (versions.some((version) => version.hash === hash || !version.isShipped)) continue
      const isNew = await insertVersion(trx, { key, hash, definition, isShipped: true }, now)
      if (isNew) await audit(trx, null, 'questionnaire:publish', null, now, { key, hash })
    }
  })
}

type NewVersion = { key: string; hash: string; definition: Definition; isShipped: boolean }

/** False when the same definition is published already. Two processes that start at once publish it once. */
export async function insertVersion(trx: Trx, version: NewVersion, now: Date): Promise<boolean> {
  const inserted = await trx
    .insertInto('questionnaireVersion')
    .values({ ...version, definition: canonicalJson(version.definition), publishedAt: now })
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .returning('hash')
    .executeTakeFirst()
  return inserted !== undefined
}

/** Questionnaires that a new round may take: published, and not retired; in the order of the kinds. */
export async function listForRounds(
  db: Db,
  kinds: readonly QuestionnaireKind[],
): Promise<{ key: string; title: string; kind: QuestionnaireKind }[]> {
  const rows = await db
    .selectFrom('questionnaire')
    .select(['key', 'title', 'kind'])
    .where('kind', 'in', kinds)
    .where('retiredAt', 'is', null)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('questionnaireVersion as version')
          .whereRef('version.key', '=', 'questionnaire.key')
          .select('hash'),
      ),
    )
    .orderBy('title')
    .execute()
  return kinds.flatMap((kind) => rows.filter((row) => row.kind === kind))
}
