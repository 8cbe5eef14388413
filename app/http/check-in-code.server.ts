// Codes of the check-in and passes for those who are on their way to it, made from the secret of a meeting.

import { createHmac, timingSafeEqual } from 'node:crypto'
import {
  CODE_SHOWN_MINUTES_BEFORE,
  codeFrom,
  CODES_ACCEPTED,
  PASS_MINUTES,
  stepOf,
} from '#app/domain/check-in.ts'
import { isId } from '#app/http/responses.ts'
import type { Db } from '#db/client.server.ts'
import { getRollCall, listCheckInSecrets, type Secret } from '#db/roll-calls.ts'

const MINUTE_MILLISECONDS = 60_000

function sealed(secret: string, text: string): Buffer {
  return createHmac('sha256', Buffer.from(secret, 'base64')).update(text).digest()
}

/** The code of one half minute. */
export function codeAt(secret: string, step: number): string {
  return codeFrom([...sealed(secret, `code ${step}`)])
}

/** The meeting whose code this is right now, or was half a minute ago. */
export async function meetingOfCode(db: Db, code: string, now: Date): Promise<Secret | undefined> {
  const shownUntil = new Date(now.getTime() + CODE_SHOWN_MINUTES_BEFORE * MINUTE_MILLISECONDS)
  const step = stepOf(now)
  const steps = Array.from({ length: CODES_ACCEPTED }, (_, before) => step - before)
  const secrets = await listCheckInSecrets(db, shownUntil, now)
  return secrets.find(({ secret }) => steps.some((one) => codeAt(secret, one) === code))
}

/**
 * Says for a while that somebody has seen a code of this meeting: codes change faster than people sign in. `who` is
 * the person, or 'guest' in the browser of somebody who is not signed in yet; passed on, it is worth nothing.
 */
export function passFor({ meetingId, secret }: Secret, who: string, now: Date): string {
  const until = now.getTime() + PASS_MINUTES * MINUTE_MILLISECONDS
  return `${meetingId}.${until}.${sealOf(secret, meetingId, who, until)}`
}

/** The meeting that a pass is for; undefined for one that is forged, somebody else's or too old. */
export async function meetingOfPass(
  db: Db,
  pass: string | undefined,
  who: string,
  now: Date,
): Promise<Secret | undefined> {
  const [meetingId = '', until = '', seal = ''] = (pass ?? '').split('.')
  if (!isId(meetingId) || !/^\d{13}$/.test(until) || Number(until) < now.getTime()) return undefined
  const secret = (await getRollCall(db, meetingId))?.checkInSecret
  if (!secret) return undefined
  const right = Buffer.from(sealOf(secret, meetingId, who, Number(until)))
  const given = Buffer.from(seal)
  return given.length === right.length && timingSafeEqual(given, right) ? { meetingId, secret } : undefined
}

const sealOf = (secret: string, meetingId: string, who: string, until: number) =>
  sealed(secret, `pass ${meetingId} ${who} ${until}`).toString('base64url')

const COOKIE = 'check-in'

/** Keeps the pass in the browser that saw the code, only for the pages of the check-in. */
export function passCookie(pass: string, origin: string): string {
  const secure = origin.startsWith('https:') ? '; Secure' : ''
  return `${COOKIE}=${pass}; Path=/check-in; Max-Age=${PASS_MINUTES * 60}; HttpOnly; SameSite=Lax${secure}`
}

export function passIn(request: Request): string | undefined {
  const cookies = (request.headers.get('Cookie') ?? '').split(/;\s*/)
  return cookies.find((cookie) => cookie.startsWith(`${COOKIE}=`))?.slice(COOKIE.length + 1)
}
