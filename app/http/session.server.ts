import { createHash, randomBytes } from 'node:crypto'
import { Lucia, TimeSpan } from 'lucia'
import { dayOf } from '#app/domain/calendar.ts'
import type { KnownActor } from '#db/actors.ts'
import { isUnwritable, type Db } from '#db/client.server.ts'
import { loginSessionAdapter } from '#db/login-sessions.ts'

// The only file that knows Lucia: it is deprecated, and this is what would be replaced.

declare module 'lucia' {
  interface Register {
    Lucia: ReturnType<typeof lucia>
    DatabaseSessionAttributes: { createdAt: Date }
    DatabaseUserAttributes: KnownActor
  }
}

const IDLE = new TimeSpan(8, 'h')
/** However busy, a sign-in ends after a day: Lucia itself knows no absolute limit. */
const ABSOLUTE_MILLISECONDS = 24 * 3_600_000
const TOKEN = /^[\w-]{32}$/

/** A browser accepts `__Host-` over https only; on http (loopback) the cookie has its plain name. */
function cookieName(origin: string): string {
  return origin.startsWith('https:') ? '__Host-sid' : 'sid'
}

function lucia(db: Db, origin: string, now: Date): Lucia<{ createdAt: Date }, { actor: KnownActor }> {
  return new Lucia(loginSessionAdapter(db, dayOf(now)), {
    sessionExpiresIn: IDLE,
    sessionCookie: {
      name: cookieName(origin),
      attributes: { secure: origin.startsWith('https:'), sameSite: 'lax', path: '/' },
    },
    getSessionAttributes: ({ createdAt }) => ({ createdAt }),
    getUserAttributes: (actor) => ({ actor }),
  })
}

/** The database keeps a hash, so that a copy of it signs nobody in. */
const hashed = (token: string) => createHash('sha256').update(token).digest('hex')

/** Reads the token; what does not look like one counts as none. */
function tokenOf(request: Request, origin: string): string | undefined {
  const name = cookieName(origin)
  const cookies = (request.headers.get('Cookie') ?? '').split(/;\s*/)
  const value = cookies.find((cookie) => cookie.startsWith(`${name}=`))?.slice(name.length + 1)
  return value !== undefined && TOKEN.test(value) ? value : undefined
}

/** Starts a session and returns the Set-Cookie header. Every sign-in gets a new one. */
export async function startSession(db: Db, origin: string, personId: string, now: Date): Promise<string> {
  const token = randomBytes(24).toString('base64url')
  const auth = lucia(db, origin, now)
  await auth.createSession(personId, { createdAt: now }, { sessionId: hashed(token) })
  const cookie = auth.createSessionCookie(token)
  // The browser forgets it when it is closed; how long it holds at most is decided here, not there.
  delete cookie.attributes.maxAge
  return cookie.serialize()
}

/** Ends the session of this request and returns the Set-Cookie header that forgets it. */
export async function endSession(db: Db, origin: string, request: Request, now: Date): Promise<string> {
  const token = tokenOf(request, origin)
  const auth = lucia(db, origin, now)
  if (token) await auth.invalidateSession(hashed(token))
  return auth.createBlankSessionCookie().serialize()
}

/** A signed-in person: an actor with the language of choice and the session they came with. */
export type SignedInActor = KnownActor & { sessionId: string }

/**
 * Who is signed in, in one query. With `renew: false` reading leaves no trace at all: the way to a ballot must not
 * show in the session table when somebody was there.
 */
export async function readSession(
  db: Db,
  origin: string,
  request: Request,
  now: Date,
  { renew }: { renew: boolean },
): Promise<SignedInActor | undefined> {
  const token = tokenOf(request, origin)
  if (!token) return undefined
  const id = hashed(token)
  if (!renew) return readWithoutTrace(db, id, now)
  return readAndRenew(db, origin, id, now).catch((error: unknown) => {
    // Whoever only reads needs no database that takes writes.
    if (isUnwritable(error)) return readWithoutTrace(db, id, now)
    throw error
  })
}

async function readAndRenew(
  db: Db,
  origin: string,
  id: string,
  now: Date,
): Promise<SignedInActor | undefined> {
  const auth = lucia(db, origin, now)
  const { session, user } = await auth.validateSession(id)
  if (!session) return undefined
  if (session.expiresAt <= now || isOver(session.createdAt, now)) {
    await auth.invalidateSession(session.id)
    return undefined
  }
  return { ...user.actor, sessionId: session.id }
}

async function readWithoutTrace(db: Db, id: string, now: Date): Promise<SignedInActor | undefined> {
  const [session, user] = await loginSessionAdapter(db, dayOf(now)).getSessionAndUser(id)
  if (!session || !user || session.expiresAt <= now || isOver(session.attributes.createdAt, now))
    return undefined
  return { ...user.attributes, sessionId: session.id }
}

function isOver(createdAt: Date, now: Date): boolean {
  return now.getTime() - createdAt.getTime() > ABSOLUTE_MILLISECONDS
}
