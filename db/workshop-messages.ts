import { displayName } from '#app/domain/person.ts'
import { GROUPS, type Group, type MessageRefusal } from '#app/domain/workshop.ts'
import { audit } from '#db/audit.ts'
import type { Db } from '#db/client.server.ts'
import { listAddressees } from '#db/enrolment-mail.ts'
import { listCurrent } from '#db/queue.ts'
import type { Row } from '#db/schema.ts'
import { tellGroup } from '#db/workshop-mail.ts'
import { lockWorkshop } from '#db/workshops.ts'

export type WorkshopMessage = Row<'workshopMessage'> & { author: string }

export type MessageResult = { ok: true; recipients: number } | { ok: false; refusal: MessageRefusal }

type Message = { id: string; workshopId: string; groups: readonly Group[]; subject: string; body: string }

/** Writes to everybody in these parts of the group, one mail each. The same message twice is sent once. */
export function messageGroup(db: Db, by: string, message: Message, now: Date): Promise<MessageResult> {
  return db.transaction().execute(async (trx) => {
    const { id, workshopId, groups, subject, body } = message
    const workshop = await lockWorkshop(trx, workshopId)
    const before = await trx.selectFrom('workshopMessage').selectAll().where('id', '=', id).executeTakeFirst()
    if (before) return { ok: true, recipients: before.recipients }

    const people = await listAddressees(trx, await membersOf(trx, workshopId, groups))
    if (people.size === 0) return { ok: false, refusal: 'nobody' }
    const recipients = people.size
    await trx
      .insertInto('workshopMessage')
      .values({ id, workshopId, authorId: by, subject, body, recipients, groups: [...groups], sentAt: now })
      .execute()
    const author = await authorOf(trx, by)
    await tellGroup(
      trx,
      { kind: 'workshop-message', author, subject, body },
      id,
      people.values(),
      workshop,
      now,
    )
    await audit(trx, by, 'workshop:message', workshopId, now, { message: id, recipients })
    return { ok: true, recipients }
  })
}

/** How many people belong to each part of the group: said before a message is sent. */
export async function countGroups(db: Db, workshopId: string): Promise<Record<Group, number>> {
  const current = await listCurrent(db, workshopId)
  const counts = { confirmed: 0, requested: 0, offered: 0, waiting: 0 } satisfies Record<Group, number>
  for (const group of GROUPS) counts[group] = current.filter(({ status }) => status === group).length
  return counts
}

/** What was written to a group, the latest first. */
export async function listMessages(db: Db, workshopId: string): Promise<WorkshopMessage[]> {
  const rows = await db
    .selectFrom('workshopMessage')
    .innerJoin('person', 'person.id', 'workshopMessage.authorId')
    .selectAll('workshopMessage')
    .select(['person.givenName', 'person.familyName'])
    .where('workshopId', '=', workshopId)
    .orderBy('sentAt', 'desc')
    .execute()
  return rows.map(({ givenName, familyName, ...message }) => ({
    ...message,
    author: displayName({ givenName, familyName }),
  }))
}

async function membersOf(db: Db, workshopId: string, groups: readonly Group[]): Promise<string[]> {
  const chosen: readonly string[] = groups
  const current = await listCurrent(db, workshopId)
  return current.filter(({ status }) => chosen.includes(status)).map(({ personId }) => personId)
}

async function authorOf(db: Db, personId: string): Promise<string> {
  const author = (await listAddressees(db, [personId])).get(personId)
  return author ? displayName(author) : ''
}
