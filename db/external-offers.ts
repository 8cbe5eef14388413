import { sql, type Expression, type SqlBool } from 'kysely'
import type { Audience, CourseFormat, CourseLevel } from '#app/domain/course.ts'
import type { ExternalOfferRefusal } from '#app/domain/external-offer.ts'
import { audit } from '#db/audit.ts'
import type { Db } from '#db/client.server.ts'
import type { NewRow, Row } from '#db/schema.ts'

export type ExternalOffer = Omit<Row<'externalOffer'>, 'search' | 'createdBy' | 'createdAt'> & {
  topicDe: string
  topicEn: string | null
}

export type ExternalOfferFilter = {
  search?: string | undefined
  topic?: string | undefined
  level?: CourseLevel | undefined
  format?: CourseFormat | undefined
  audience?: Audience | undefined
  forAudiences?: readonly Audience[] | undefined
}

const CARD = [
  'externalOffer.id',
  'externalOffer.title',
  'externalOffer.provider',
  'externalOffer.url',
  'externalOffer.topicKey',
  'externalOffer.level',
  'externalOffer.format',
  'externalOffer.audiences',
  'externalOffer.priceNote',
  'externalOffer.validUntil',
  'externalOffer.version',
  'topic.titleDe as topicDe',
  'topic.titleEn as topicEn',
] as const

function offers(db: Db) {
  return db.selectFrom('externalOffer').innerJoin('topic', 'topic.key', 'externalOffer.topicKey').select(CARD)
}

/** The offers of others that fit, by title; without those that are over. */
export function listExternalOffers(
  db: Db,
  filter: ExternalOfferFilter,
  day: string,
): Promise<ExternalOffer[]> {
  return offers(db)
    .where((eb) => eb.and([isCurrent(day), ...facts(filter)]))
    .orderBy('externalOffer.title')
    .execute()
}

/** All of them, those that are over too: for whoever keeps the list. */
export function listAllExternalOffers(db: Db): Promise<ExternalOffer[]> {
  return offers(db).orderBy('externalOffer.title').execute()
}

export function getExternalOffer(db: Db, id: string): Promise<ExternalOffer | undefined> {
  return offers(db).where('externalOffer.id', '=', id).executeTakeFirst()
}

const isCurrent = (day: string) =>
  sql<SqlBool>`(external_offer.valid_until is null or external_offer.valid_until >= ${day})`

function facts(filter: ExternalOfferFilter): Expression<SqlBool>[] {
  const { search, topic, level, format, audience, forAudiences } = filter
  const found: Expression<SqlBool>[] = []
  const words = search?.trim()
  if (words) found.push(matches(words))
  if (topic) found.push(sql`external_offer.topic_key = ${topic}`)
  if (level) found.push(sql`external_offer.level = ${level}`)
  if (format) found.push(sql`external_offer.format = ${format}`)
  if (audience) found.push(meantFor([audience]))
  if (forAudiences) found.push(meantFor(forAudiences))
  return found
}

const meantFor = (audiences: readonly Audience[]) =>
  sql<SqlBool>`external_offer.audiences && ${sql.val(audiences)}::text[]`

function matches(words: string): Expression<SqlBool> {
  const part = `%${words.replace(/[\\%_]/g, '\\$&')}%`
  return sql`(external_offer.search @@ websearch_to_tsquery('german', ${words})
    or external_offer.title ilike ${part} or external_offer.provider ilike ${part} or topic.title_de ilike ${part})`
}

const MOST_SIMILAR = 6
/** Shorter words are in every title. */
const TELLING_LETTERS = 4

/** What others offer already on a subject: any word of it in the title, or the same topic. The closest come first. */
export function listSimilarOffers(
  db: Db,
  { title, topic }: { title: string; topic: string | undefined },
  day: string,
): Promise<ExternalOffer[]> {
  const anyWord = sql`replace(plainto_tsquery('german', ${title})::text, '&', '|')::tsquery`
  const parts = title.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length >= TELLING_LETTERS)
  const contains = parts.map((word) => sql<SqlBool>`external_offer.title ilike ${`%${word}%`}`)
  const isSimilar = sql<SqlBool>`(${sql.join([sql`external_offer.search @@ ${anyWord}`, ...contains], sql` or `)})`
  return offers(db)
    .where(isCurrent(day))
    .where((eb) => eb.or([isSimilar, eb('externalOffer.topicKey', '=', topic ?? '')]))
    .orderBy(isSimilar, 'desc')
    .orderBy(sql`ts_rank(external_offer.search, ${anyWord})`, 'desc')
    .orderBy('externalOffer.title')
    .limit(MOST_SIMILAR)
    .execute()
}

export type ExternalOfferPlan = Pick<
  NewRow<'externalOffer'>,
  'title' | 'provider' | 'url' | 'topicKey' | 'level' | 'format' | 'audiences' | 'priceNote' | 'validUntil'
>
export type ExternalOfferResult = { ok: true } | { ok: false; refusal: ExternalOfferRefusal }

/** Adds a link card under the id that its form carried: sent twice, it is one. */
export function addExternalOffer(
  db: Db,
  by: string,
  offer: ExternalOfferPlan & { id: string },
  now: Date,
): Promise<void> {
  return db.transaction().execute(async (trx) => {
    const added = await trx
      .insertInto('externalOffer')
      .values({ ...offer, createdBy: by, createdAt: now })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('id')
      .executeTakeFirst()
    if (added) await audit(trx, by, 'external-offer:edit', offer.id, now, { step: 'add' })
  })
}

export function changeExternalOffer(
  db: Db,
  by: string,
  { id, version, ...plan }: ExternalOfferPlan & { id: string; version: number },
  now: Date,
): Promise<ExternalOfferResult> {
  return db.transaction().execute(async (trx) => {
    const changed = await trx
      .updateTable('externalOffer')
      .set({ ...plan, version: version + 1 })
      .where('id', '=', id)
      .where('version', '=', version)
      .returning('id')
      .executeTakeFirst()
    if (!changed) return { ok: false, refusal: 'changed-meanwhile' }
    await audit(trx, by, 'external-offer:edit', id, now, { step: 'change' })
    return { ok: true }
  })
}

export function removeExternalOffer(db: Db, by: string, id: string, now: Date): Promise<void> {
  return db.transaction().execute(async (trx) => {
    const gone = await trx.deleteFrom('externalOffer').where('id', '=', id).returning('id').executeTakeFirst()
    if (gone) await audit(trx, by, 'external-offer:edit', id, now, { step: 'remove' })
  })
}
