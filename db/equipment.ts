import type { RoomRefusal } from '#app/domain/room.ts'
import { audit } from '#db/audit.ts'
import type { Db, Trx } from '#db/client.server.ts'
import type { Row } from '#db/schema.ts'

export type Equipment = Row<'equipment'>
/** How many pieces of a thing a workshop uses. */
export type EquipmentUse = { id: string; amount: number }
export type EquipmentResult = { ok: true } | { ok: false; refusal: RoomRefusal }

/** What can be lent, by name. */
export function listEquipment(db: Db): Promise<Equipment[]> {
  return db
    .selectFrom('equipment')
    .selectAll()
    .where('removedAt', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .execute()
}

export function getEquipment(db: Db, id: string): Promise<Equipment | undefined> {
  return db.selectFrom('equipment').selectAll().where('id', '=', id).executeTakeFirst()
}

type Plan = { id: string; name: string; amount: number }

/** Adds a thing under the id that its form carried: sent twice, it is one. */
export function addEquipment(db: Db, by: string, plan: Plan, now: Date): Promise<EquipmentResult> {
  return db.transaction().execute(async (trx) => {
    const added = await trx
      .insertInto('equipment')
      .values(plan)
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('id')
      .executeTakeFirst()
    if (added) await audit(trx, by, 'room:edit', plan.id, now, { step: 'add', kind: 'equipment' })
    return { ok: true }
  })
}

/** `version` is the one that the form started from. Fewer pieces take nothing from workshops that have them. */
export function changeEquipment(
  db: Db,
  by: string,
  { id, version, ...plan }: Plan & { version: number },
  now: Date,
): Promise<EquipmentResult> {
  return db.transaction().execute(async (trx) => {
    const [before] = await lockEquipment(trx, [id])
    if (!before || before.removedAt) return { ok: false, refusal: 'removed' }
    if (before.version !== version) return { ok: false, refusal: 'changed-meanwhile' }
    await trx
      .updateTable('equipment')
      .set({ ...plan, version: version + 1 })
      .where('id', '=', id)
      .execute()
    await audit(trx, by, 'room:edit', id, now, { step: 'change', kind: 'equipment' })
    return { ok: true }
  })
}

/** Takes a thing out of the list, unless a workshop to come counts on it. */
export function removeEquipment(db: Db, by: string, id: string, now: Date): Promise<EquipmentResult> {
  return db.transaction().execute(async (trx) => {
    const [before] = await lockEquipment(trx, [id])
    if (!before || before.removedAt) return { ok: true }
    const used = await trx
      .selectFrom('workshopEquipment as use')
      .innerJoin('workshop', 'workshop.id', 'use.workshopId')
      .innerJoin('meeting', 'meeting.workshopId', 'workshop.id')
      .select('workshop.id')
      .where('use.equipmentId', '=', id)
      .where('workshop.calledOffAt', 'is', null)
      .where('meeting.endsAt', '>', now)
      .limit(1)
      .executeTakeFirst()
    if (used) return { ok: false, refusal: 'in-use' }
    await trx.updateTable('equipment').set({ removedAt: now }).where('id', '=', id).execute()
    await audit(trx, by, 'room:edit', id, now, { step: 'remove', kind: 'equipment' })
    return { ok: true }
  })
}

/** Holds these things until the transaction ends; always in the order of their ids. */
export function lockEquipment(trx: Trx, ids: readonly string[]): Promise<Equipment[]> {
  if (ids.length === 0) return Promise.resolve([])
  return trx
    .selectFrom('equipment')
    .selectAll()
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forUpdate()
    .execute()
}

export function listUses(db: Db, workshopId: string): Promise<EquipmentUse[]> {
  return db
    .selectFrom('workshopEquipment')
    .select(['equipmentId as id', 'amount'])
    .where('workshopId', '=', workshopId)
    .orderBy('equipmentId')
    .execute()
}

/** Makes this, and nothing else, the equipment of a workshop that is locked or new. */
export async function setUses(trx: Trx, workshopId: string, uses: readonly EquipmentUse[]): Promise<void> {
  await trx.deleteFrom('workshopEquipment').where('workshopId', '=', workshopId).execute()
  if (uses.length === 0) return
  await trx
    .insertInto('workshopEquipment')
    .values(uses.map(({ id, amount }) => ({ workshopId, equipmentId: id, amount })))
    .execute()
}
