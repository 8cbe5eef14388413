import { redirect, type AppLoadContext } from '@remix-run/node'
import { can, GUEST, type Action, type Actor, type On } from '#app/domain/policy.ts'
import { originOf } from '#app/http/origin.ts'
import { forbidden } from '#app/http/responses.ts'
import { readSession, type SignedInActor } from '#app/http/session.server.ts'

export type { SignedInActor }

/** One look per request, however many loaders ask. */
const known = new WeakMap<AppLoadContext, Promise<SignedInActor | undefined>>()

/** Whoever asks; a guest when nobody is signed in. */
export async function actorOf(context: AppLoadContext, request: Request): Promise<SignedInActor | Actor> {
  return (await signedInActor(context, request)) ?? GUEST
}

/** The person who is signed in, or undefined. */
export function signedInActor(context: AppLoadContext, request: Request): Promise<SignedInActor | undefined> {
  const before = known.get(context)
  if (before) return before
  const actor = readActor(context, request)
  known.set(context, actor)
  return actor
}

/** The person who is signed in; everybody else is sent to the sign-in page and comes back afterwards. */
export async function requireActor(context: AppLoadContext, request: Request): Promise<SignedInActor> {
  const actor = await signedInActor(context, request)
  if (actor) return actor
  const { pathname, search } = new URL(request.url)
  const back = request.method === 'GET' ? pathname + search : pathname
  throw redirect(`/login?to=${encodeURIComponent(back)}`)
}

/** Stops with 403 unless the actor may do this. */
export function permit<A extends Action>(actor: Actor, action: A, ...on: On<A>): void {
  if (!can(actor, action, ...on)) throw forbidden()
}

function readActor(context: AppLoadContext, request: Request): Promise<SignedInActor | undefined> {
  const renew = !isWayToBallot(new URL(request.url).pathname)
  return readSession(context.db, originOf(context, request), request, new Date(), { renew })
}

/** The pages on which somebody votes renew no session: nothing but the ballot may change there. */
function isWayToBallot(pathname: string): boolean {
  return /^\/evaluations\/[^/]+\/(answer|thanks|paper-entry)(\.data)?$/.test(pathname)
}
