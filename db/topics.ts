import { topicKey } from '#app/domain/course.ts'
import { audit } from '#db/audit.ts'
import type { Db } from '#db/client.server.ts'
import type { Row } from '#db/schema.ts'

export type Topic = Pick<Row<'topic'>, 'key' | 'titleDe' | 'titleEn'>

/** The fields that courses belong to, in the order in which the district lists them. */
export function listTopics(db: Db): Promise<Topic[]> {
  return db
    .selectFrom('topic')
    .select(['key', 'titleDe', 'titleEn'])
    .orderBy('position')
    .orderBy('key')
    .execute()
}

type NewTopic = { titleDe: string; titleEn: string | null; key?: string }

/** Appends a topic and returns its key; a topic of the same name is taken as it stands. */
export async function addTopic(db: Db, by: string | null, topic: NewTopic, now: Date): Promise<string> {
  const key = topic.key ?? topicKey(topic.titleDe)
  const { titleDe, titleEn } = topic
  return db.transaction().execute(async (trx) => {
    const last = await trx
      .selectFrom('topic')
      .select(({ fn }) => fn.max('position').as('position'))
      .executeTakeFirst()
    const position = (last?.position ?? 0) + 1
    const added = await trx
      .insertInto('topic')
      .values({ key, titleDe, titleEn, position })
      .onConflict((conflict) => conflict.column('key').doNothing())
      .returning('key')
      .executeTakeFirst()
    if (added) await audit(trx, by, 'course:edit', null, now, { topic: key })
    return key
  })
}
