import type { Environment } from '#app/http/environment.server.ts'
import { log } from '#app/http/log.server.ts'
import { mailSettingsToken } from '#app/http/mail-settings-link.server.ts'
import type { Db } from '#db/client.server.ts'
import { writeDigests } from '#db/mail-digests.ts'

/** Gathers what waits for seven o'clock, or for Monday; late when the product was off, and never twice. */
export async function writeDueDigests(db: Db, now: Date, { roundKey }: Environment): Promise<void> {
  const count = await writeDigests(db, (personId) => mailSettingsToken(roundKey, personId), now)
  if (count > 0) log('digests written', { count })
}
