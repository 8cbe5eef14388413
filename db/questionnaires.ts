import { randomUUID } from 'node:crypto'
import { readQuestionnaire, type Definition, type QuestionnaireKind } from '#app/domain/questionnaire.ts'
import { reusedKeys } from '#app/domain/questionnaire-change.ts'
import { audit } from '#db/audit.ts'
import type { Db, Trx } from '#db/client.server.ts'
import {
  insertVersion,
  latestVersion,
  versionsOf,
  type PublishedVersion,
} from '#db/questionnaire-versions.ts'
import type { Row } from '#db/schema.ts'

export type QuestionnaireLine = Pick<Row<'questionnaire'>, 'id' | 'kind' | 'title' | 'retiredAt'> & {
  versions: number
  publishedAt: Date | null
  hasDraft: boolean
}

export async function listQuestionnaires(db: Db): Promise<QuestionnaireLine[]> {
  const rows = await db
    .selectFrom('questionnaire')
    .leftJoin('questionnaireDraft as draft', 'draft.questionnaireId', 'questionnaire.id')
    .select(['questionnaire.id', 'kind', 'title', 'retiredAt', 'draft.version'])
    .select((eb) => [
      eb
        .selectFrom('questionnaireVersion as version')
        .whereRef('version.key', '=', 'questionnaire.key')
        .select((inner) => inner.fn.countAll<number>().as('count'))
        .as('versions'),
      eb
        .selectFrom('questionnaireVersion as version')
        .whereRef('version.key', '=', 'questionnaire.key')
        .select((inner) => inner.fn.max('version.publishedAt').as('latest'))
        .as('publishedAt'),
    ])
    .orderBy('title')
    .orderBy('questionnaire.id')
    .execute()
  return rows.map(({ version, versions, ...row }) => ({
    ...row,
    versions: Number(versions),
    hasDraft: version !== null,
  }))
}

export type Draft = { definition: Definition; version: number }
export type QuestionnaireView = Row<'questionnaire'> & {
  /** The latest first; it is the one that rounds take, unless the questionnaire is retired. */
  versions: PublishedVersion[]
  draft: Draft | null
}

export async function getQuestionnaire(db: Db, id: string): Promise<QuestionnaireView | undefined> {
  const row = await db.selectFrom('questionnaire').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return undefined
  const draft = await db
    .selectFrom('questionnaireDraft')
    .select(['definition', 'version'])
    .where('questionnaireId', '=', id)
    .executeTakeFirst()
  return {
    ...row,
    versions: await versionsOf(db, row.key),
    draft: draft ? { version: draft.version, definition: JSON.parse(draft.definition) as Definition } : null,
  }
}

export type NewQuestionnaire = {
  id: string
  kind: QuestionnaireKind
  title: string
  definition: Definition
  by: string
}

/** A questionnaire of the district's own, beginning as a draft; sent twice, it is there once. */
export function addQuestionnaire(db: Db, plan: NewQuestionnaire, now: Date): Promise<void> {
  return db.transaction().execute(async (trx) => {
    const { id, kind, title, definition, by } = plan
    const inserted = await trx
      .insertInto('questionnaire')
      .values({ id, key: randomUUID(), kind, title, createdAt: now })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!inserted) return
    await trx
      .insertInto('questionnaireDraft')
      .values({ questionnaireId: id, definition: JSON.stringify(definition) })
      .execute()
    await audit(trx, by, 'questionnaire:edit', id, now, { step: 'add', kind })
  })
}

export type QuestionnaireRefusal =
  'not-found' | 'changed-meanwhile' | 'already-published' | 'key-reused' | 'retired' | 'still-needed'
export type QuestionnaireResult = { ok: true } | { ok: false; refusal: QuestionnaireRefusal; keys?: string[] }

/** A draft of the next version, from the latest one; where there is one already it stays. */
export function startDraft(db: Db, id: string, by: string, now: Date): Promise<QuestionnaireResult> {
  return db.transaction().execute(async (trx) => {
    const questionnaire = await lock(trx, id)
    const latest = questionnaire && (await latestVersion(trx, questionnaire.key))
    if (!latest) return { ok: false, refusal: 'not-found' }
    if (questionnaire.retiredAt) return { ok: false, refusal: 'retired' }
    const inserted = await trx
      .insertInto('questionnaireDraft')
      .values({ questionnaireId: id, definition: JSON.stringify(latest.definition) })
      .onConflict((conflict) => conflict.column('questionnaireId').doNothing())
      .returning('questionnaireId')
      .executeTakeFirst()
    if (inserted) await audit(trx, by, 'questionnaire:edit', id, now, { step: 'start' })
    return { ok: true }
  })
}

/** `version` is the one that was read. */
type DraftEdit = { id: string; version: number; by: string }

export function saveDraft(
  db: Db,
  { id, version, by, definition }: DraftEdit & { definition: Definition },
  now: Date,
): Promise<QuestionnaireResult> {
  return db.transaction().execute(async (trx) => {
    const draft = await lockDraft(trx, id)
    if (!draft) return { ok: false, refusal: 'not-found' }
    if (draft.version !== version) return { ok: false, refusal: 'changed-meanwhile' }
    await trx
      .updateTable('questionnaireDraft')
      .set({ definition: JSON.stringify(definition), version: version + 1 })
      .where('questionnaireId', '=', id)
      .execute()
    await audit(trx, by, 'questionnaire:edit', id, now, { step: 'save' })
    return { ok: true }
  })
}

/** Throws a draft away; a questionnaire of which nothing was ever published goes with it. */
export function discardDraft(
  db: Db,
  { id, version, by }: DraftEdit,
  now: Date,
): Promise<QuestionnaireResult> {
  return db.transaction().execute(async (trx) => {
    const questionnaire = await lock(trx, id)
    const draft = questionnaire && (await lockDraft(trx, id))
    if (!draft) return { ok: false, refusal: 'not-found' }
    if (draft.version !== version) return { ok: false, refusal: 'changed-meanwhile' }
    await trx.deleteFrom('questionnaireDraft').where('questionnaireId', '=', id).execute()
    const latest = await latestVersion(trx, questionnaire.key)
    if (!latest) await trx.deleteFrom('questionnaire').where('id', '=', id).execute()
    await audit(trx, by, 'questionnaire:edit', id, now, { step: 'discard' })
    return { ok: true }
  })
}

/**
 * Makes the draft the version that new rounds take. `checked` is the draft as the check has taken it, and its
 * fingerprint; rounds that are planned or open keep theirs.
 */
export function publishDraft(
  db: Db,
  { id, version, by, checked }: DraftEdit & { checked: { definition: Definition; hash: string } },
  now: Date,
): Promise<QuestionnaireResult> {
  return db.transaction().execute(async (trx) => {
    const questionnaire = await lock(trx, id)
    const draft = questionnaire && (await lockDraft(trx, id))
    if (!draft) return { ok: false, refusal: 'not-found' }
    if (draft.version !== version) return { ok: false, refusal: 'changed-meanwhile' }
    if (questionnaire.retiredAt) return { ok: false, refusal: 'retired' }
    const earlier = (await versionsOf(trx, questionnaire.key)).map((one) => one.questionnaire)
    const keys = reusedKeys(earlier, readQuestionnaire(checked.definition))
    if (keys.length > 0) return { ok: false, refusal: 'key-reused', keys }
    const isNew = await insertVersion(trx, { ...checked, key: questionnaire.key, isShipped: false }, now)
    if (!isNew) return { ok: false, refusal: 'already-published' }
    await trx.deleteFrom('questionnaireDraft').where('questionnaireId', '=', id).execute()
    await audit(trx, by, 'questionnaire:publish', id, now, { hash: checked.hash })
    return { ok: true }
  })
}

/** Takes a questionnaire out of use, or back into it. What was put to people keeps its results. */
export function retireQuestionnaire(
  db: Db,
  { id, isRetired, by, needed }: { id: string; isRetired: boolean; by: string; needed: readonly string[] },
  now: Date,
): Promise<QuestionnaireResult> {
  return db.transaction().execute(async (trx) => {
    const questionnaire = await lock(trx, id)
    if (!questionnaire) return { ok: false, refusal: 'not-found' }
    if (needed.includes(questionnaire.key)) return { ok: false, refusal: 'still-needed' }
    await trx
      .updateTable('questionnaire')
      .set({ retiredAt: isRetired ? now : null })
      .where('id', '=', id)
      .execute()
    await audit(trx, by, 'questionnaire:publish', id, now, { step: isRetired ? 'retire' : 'restore' })
    return { ok: true }
  })
}

function lock(trx: Trx, id: string) {
  return trx.selectFrom('questionnaire').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

function lockDraft(trx: Trx, id: string) {
  return trx
    .selectFrom('questionnaireDraft')
    .selectAll()
    .where('questionnaireId', '=', id)
    .forUpdate()
    .executeTakeFirst()
}
