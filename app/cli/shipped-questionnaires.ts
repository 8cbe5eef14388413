import { messages } from '#app/i18n/index.ts'
import type { Db } from '#db/client.server.ts'
import { publishShipped } from '#db/questionnaire-versions.ts'
import { shipped } from '#surveys/index.ts'

/** Publishes the questionnaires that come with the product, where that has not been done. */
export function publishShippedQuestionnaires(db: Db, now: Date): Promise<void> {
  const { name } = messages('de').questionnaire
  return publishShipped(
    db,
    shipped.map((version) => ({ ...version, title: name[version.key] })),
    now,
  )
}
