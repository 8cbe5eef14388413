// Lucia's storage, on our own tables: the adapter that it asks for, and nothing more.

import type { Adapter, DatabaseSession, DatabaseUser } from 'lucia'
import { actorRows, asActor } from '#db/actors.ts'
import type { Db } from '#db/client.server.ts'

/** What Lucia reads and writes; sessions of disabled people do not exist for it. Its user is the actor of the day. */
export function loginSessionAdapter(db: Db, day: string): Adapter {
  return {
    getSessionAndUser: (id) => getSessionAndUser(db, id, day),
    getUserSessions: (userId) => listSessions(db, userId),
    setSession: (session) => addSession(db, session),
    updateSessionExpiration: (id, expiresAt) => extendSession(db, id, expiresAt),
    deleteSession: (id) => removeSession(db, id),
    deleteUserSessions: (userId) => removeSessionsOf(db, userId),
    // The job passes its own `now` to forgetExpiredSessions; Lucia's call has no clock of ours.
    deleteExpiredSessions: () => Promise.resolve(),
  }
}

async function getSessionAndUser(
  db: Db,
  sessionId: string,
  day: string,
): Promise<[DatabaseSession | null, DatabaseUser | null]> {
  const row = await actorRows(db, day)
    .innerJoin('loginSession', 'loginSession.userId', 'person.id')
    .select(['loginSession.expiresAt', 'loginSession.createdAt'])
    .where('loginSession.id', '=', sessionId)
    .groupBy('loginSession.id')
    .executeTakeFirst()
  if (!row) return [null, null]
  const { expiresAt, createdAt, ...person } = row
  const session = { id: sessionId, userId: person.id, expiresAt, attributes: { createdAt } }
  return [session, { id: person.id, attributes: asActor(person) }]
}

async function listSessions(db: Db, userId: string): Promise<DatabaseSession[]> {
  const rows = await db.selectFrom('loginSession').selectAll().where('userId', '=', userId).execute()
  return rows.map(({ createdAt, ...session }) => ({ ...session, attributes: { createdAt } }))
}

async function addSession(db: Db, session: DatabaseSession): Promise<void> {
  const { id, userId, expiresAt, attributes } = session
  await db
    .insertInto('loginSession')
    .values({ id, userId, expiresAt, createdAt: attributes.createdAt })
    .execute()
}

async function extendSession(db: Db, id: string, expiresAt: Date): Promise<void> {
  await db.updateTable('loginSession').set({ expiresAt }).where('id', '=', id).execute()
}

async function removeSession(db: Db, id: string): Promise<void> {
  await db.deleteFrom('loginSession').where('id', '=', id).execute()
}

/** Signs a person out everywhere: after a new password, when disabled, when the address changes. */
export async function removeSessionsOf(db: Db, userId: string): Promise<void> {
  await db.deleteFrom('loginSession').where('userId', '=', userId).execute()
}

export async function forgetExpiredSessions(db: Db, now: Date): Promise<void> {
  await db.deleteFrom('loginSession').where('expiresAt', '<=', now).execute()
}
