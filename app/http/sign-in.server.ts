import { redirect, type AppLoadContext, type TypedResponse } from '@remix-run/node'
import { originOf, safePath } from '#app/http/origin.ts'
import { endSession, startSession } from '#app/http/session.server.ts'

/**
 * Starts a session and goes on to `to`. Whatever session the browser came with ends: nobody can be made to
 * continue in one that somebody else knows.
 */
export async function signInAs(
  context: AppLoadContext,
  request: Request,
  personId: string,
  to: string | null | undefined,
  now: Date,
): Promise<TypedResponse<never>> {
  const origin = originOf(context, request)
  await endSession(context.db, origin, request, now)
  const cookie = await startSession(context.db, origin, personId, now)
  return redirect(safePath(to), { headers: { 'Set-Cookie': cookie } })
}

/** Answers after the same time, whether there was something to do or not: the clock must not tell who has an account. */
export async function inEvenTime<T>(work: Promise<T>): Promise<T> {
  const [result] = await Promise.all([work, new Promise((go) => setTimeout(go, EVEN_MILLISECONDS))])
  return result
}

const EVEN_MILLISECONDS = 300
