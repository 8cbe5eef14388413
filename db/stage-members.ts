import { audit } from '#db/audit.ts'
import type { Db } from '#db/client.server.ts'
import type { Row } from '#db/schema.ts'
import { holdStage, type StageResult } from '#db/stages.ts'

export type StageMemberLine = Row<'stageMember'> & { name: string; successor: string | null }

/**
 * Whoever was entered into a stage, in the order in which they came, also by mistake; with the municipality into which
 * one has merged.
 */
export function listStageMembers(db: Db, stageId: string): Promise<StageMemberLine[]> {
  return db
    .selectFrom('stageMember as member')
    .innerJoin('organisation', 'organisation.id', 'member.organisationId')
    .leftJoin('organisation as next', 'next.id', 'organisation.successorId')
    .selectAll('member')
    .select(['organisation.name', 'next.name as successor'])
    .where('stageId', '=', stageId)
    .orderBy('member.fromDate')
    .orderBy('organisation.name')
    .execute()
}

type Joining = {
  stageId: string
  organisations: readonly { id: string; memberId: string }[]
  fromDate: string
}

/** Municipalities begin with a stage on a day. Who is in it already stays as entered; sent twice, it changes nothing. */
export function joinStage(db: Db, by: string, joining: Joining, now: Date): Promise<StageResult> {
  return db.transaction().execute(async (trx) => {
    const { stageId, organisations, fromDate } = joining
    await holdStage(trx, stageId)
    const running = await trx
      .selectFrom('stageMember')
      .select('organisationId')
      .where('stageId', '=', stageId)
      .where('takenBackAt', 'is', null)
      .where((eb) => eb.or([eb('untilDate', 'is', null), eb('untilDate', '>=', fromDate)]))
      .execute()
    const isIn = new Set(running.map(({ organisationId }) => organisationId))
    const fresh = organisations.filter(({ id }) => !isIn.has(id))
    if (fresh.length === 0) return { ok: false, refusal: 'already-member' }
    await trx
      .insertInto('stageMember')
      .values(
        fresh.map(({ id, memberId }) => ({
          id: memberId,
          stageId,
          organisationId: id,
          fromDate,
          untilDate: null,
          takenBackAt: null,
          takenBackBecause: null,
        })),
      )
      .execute()
    await audit(trx, by, 'stage:edit', stageId, now, { step: 'join', fromDate, added: fresh.length })
    return { ok: true }
  })
}

type Leaving = { stageId: string; memberId: string; untilDate: string }

/** A municipality leaves a stage after a day; that it was in it stays. Who has left already stays as entered. */
export function leaveStage(db: Db, by: string, leaving: Leaving, now: Date): Promise<StageResult> {
  return db.transaction().execute(async (trx) => {
    const { stageId, memberId, untilDate } = leaving
    await holdStage(trx, stageId)
    const member = await trx
      .selectFrom('stageMember')
      .selectAll()
      .where('id', '=', memberId)
      .where('stageId', '=', stageId)
      .where('untilDate', 'is', null)
      .where('takenBackAt', 'is', null)
      .executeTakeFirst()
    if (!member) return { ok: true }
    if (untilDate < member.fromDate) return { ok: false, refusal: 'ends-before-start' }
    await trx.updateTable('stageMember').set({ untilDate }).where('id', '=', memberId).execute()
    await audit(trx, by, 'stage:edit', stageId, now, { step: 'leave', untilDate })
    return { ok: true }
  })
}

type TakingBack = { stageId: string; memberId: string; reason: string }

/**
 * It was a mistake: the municipality was never in the stage, and may be entered anew. The entry stays with its reason,
 * and reports that were frozen meanwhile stay as they are. Sent twice, the first reason stands.
 */
export function takeBackStageMember(
  db: Db,
  by: string,
  { stageId, memberId, reason }: TakingBack,
  now: Date,
): Promise<StageResult> {
  return db.transaction().execute(async (trx) => {
    await holdStage(trx, stageId)
    const taken = await trx
      .updateTable('stageMember')
      .set({ takenBackAt: now, takenBackBecause: reason })
      .where('id', '=', memberId)
      .where('stageId', '=', stageId)
      .where('takenBackAt', 'is', null)
      .returning('organisationId')
      .executeTakeFirst()
    if (taken) await audit(trx, by, 'stage:edit', stageId, now, { step: 'take-back-member', ...taken })
    return { ok: true }
  })
}
