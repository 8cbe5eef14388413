// Mails that wait for a digest, and the one mail that they become.

import { randomUUID } from 'node:crypto'
import type { MailKind } from '#app/domain/mail.ts'
import type { DigestRhythm } from '#app/domain/mail-preference.ts'
import { displayName } from '#app/domain/person.ts'
import type { Db, Trx } from '#db/client.server.ts'
import { post } from '#db/outbox.ts'

type Reader = {
  id: string
  givenName: string
  familyName: string
  address: string
  locale: 'de' | 'en'
  rhythm: DigestRhythm
}

/** Makes of all that waits for somebody, and whose time has come, one mail each. Returns how many it wrote. */
export async function writeDigests(
  db: Db,
  tokenFor: (personId: string) => string,
  now: Date,
): Promise<number> {
  await releaseHeld(db, now)
  const readers = await listReaders(db, now)
  let written = 0
  for (const reader of readers) {
    const wrote = await db.transaction().execute((trx) => gather(trx, reader, tokenFor(reader.id), now))
    if (wrote) written += 1
  }
  return written
}

/** Whoever wants every mail at once again, gets what still waits like that, also what was written meanwhile. */
export async function releaseHeld(db: Db, now: Date): Promise<void> {
  await db
    .updateTable('outbox')
    .set({ digestAt: null, nextAttemptAt: now })
    .where('digestAt', 'is not', null)
    .where('digestId', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('mailPreference')
            .select('personId')
            .whereRef('mailPreference.personId', '=', 'outbox.personId')
            .where('rhythm', '!=', 'at-once'),
        ),
      ),
    )
    .execute()
}

async function listReaders(db: Db, now: Date): Promise<Reader[]> {
  const rows = await db
    .selectFrom('person')
    .innerJoin('mailPreference', 'mailPreference.personId', 'person.id')
    .select(['person.id', 'givenName', 'familyName', 'email as address', 'locale', 'rhythm'])
    .where('disabledAt', 'is', null)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('outbox')
          .select('outbox.id')
          .whereRef('outbox.personId', '=', 'person.id')
          .where('digestAt', '<=', now)
          .where('digestId', 'is', null),
      ),
    )
    .orderBy('email')
    .execute()
  return rows.flatMap(({ rhythm, ...person }) => (rhythm === 'at-once' ? [] : [{ ...person, rhythm }]))
}

/** Takes what waits: the update itself is the claim, so that no two processes put one mail into two digests. */
export async function gather(trx: Trx, reader: Reader, token: string, now: Date): Promise<boolean> {
  const digestId = randomUUID()
  const taken = await trx
    .updateTable('outbox')
    .set({ digestId })
    .where('personId', '=', reader.id)
    .where('digestAt', '<=', now)
    .where('digestId', 'is', null)
    .returning(['id', 'kind', 'data', 'createdAt'])
    .execute()
  if (taken.length === 0) return false
  const parts = taken
    .sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime() || (a.id < b.id ? -1 : 1))
    .map(({ kind, data, createdAt }) => ({ kind: kind as MailKind, at: createdAt.toISOString(), data }))
  const { id: personId, address, locale, rhythm } = reader
  const data = { name: displayName(reader), token, rhythm, parts }
  await post(trx, { personId, address, locale }, 'digest', digestId, data, now)
  return true
}
