import type { LoginTokenKind } from '#app/domain/login-token.ts'
import { audit } from '#db/audit.ts'
import type { Db } from '#db/client.server.ts'
import { removeSessionsOf } from '#db/login-sessions.ts'
import { endLoginTokens, takeLoginToken, type TakeResult } from '#db/login-tokens.ts'

/** A first or new password through a link: the link is used up, all other links and all sessions end. */
export function setPasswordByToken(
  db: Db,
  token: string,
  kind: LoginTokenKind,
  passwordHash: string,
  now: Date,
): Promise<TakeResult> {
  return db.transaction().execute(async (trx) => {
    const personId = await takeLoginToken(trx, token, kind, now)
    if (!personId) return { ok: false, refusal: 'link-used' }
    await trx.updateTable('person').set({ passwordHash }).where('id', '=', personId).execute()
    await removeSessionsOf(trx, personId)
    await endLoginTokens(trx, personId)
    await audit(trx, personId, 'profile:edit', personId, now, { password: true, by: kind })
    return { ok: true, personId }
  })
}

/** A new password of somebody who is signed in; only the session in which that happens goes on. */
export function changePassword(
  db: Db,
  personId: string,
  passwordHash: string,
  { keepSession }: { keepSession: string },
  now: Date,
): Promise<void> {
  return db.transaction().execute(async (trx) => {
    await trx.updateTable('person').set({ passwordHash }).where('id', '=', personId).execute()
    await trx
      .deleteFrom('loginSession')
      .where('userId', '=', personId)
      .where('id', '<>', keepSession)
      .execute()
    await endLoginTokens(trx, personId)
    await audit(trx, personId, 'profile:edit', personId, now, { password: true })
  })
}

/** "Sign out on all devices". */
export function signOutEverywhere(db: Db, personId: string, now: Date): Promise<void> {
  return db.transaction().execute(async (trx) => {
    await removeSessionsOf(trx, personId)
    await audit(trx, personId, 'profile:edit', personId, now, { signedOutEverywhere: true })
  })
}
