// How often one may knock at a door. Nobody is ever locked out for good: each limit ends by itself.

import type { AppLoadContext } from '@remix-run/node'
import { takeBackHit, withinLimit, type Limit } from '#db/rate-limits.ts'

/** Ten tries from one place; a hundred for one account from everywhere, in case the tries come from many. */
const SIGN_IN_HERE: Limit = { hits: 10, minutes: 15 }
const SIGN_IN_ACCOUNT: Limit = { hits: 100, minutes: 15 }
/** A whole town hall may come from one address. */
const SIGN_IN_ADDRESS: Limit = { hits: 100, minutes: 15 }

const DOORS = {
  /** Links by mail and new passwords. */
  link: { hits: 30, minutes: 60 },
  access: { hits: 10, minutes: 60 },
  barrier: { hits: 10, minutes: 60 },
  /** Links that are opened: nobody guesses them, and nobody shall try. */
  token: { hits: 30, minutes: 15 },
  /** Calendars that ask for a feed that is gone, again and again, and must not use up the door of people's links. */
  feed: { hits: 300, minutes: 15 },
  /** Certificates that are checked; a whole personnel office may sit behind one address. */
  verify: { hits: 60, minutes: 15 },
  /** A list refreshes itself every half minute, and a device that was away sends a few times in a row. */
  replay: { hits: 600, minutes: 15 },
  /** Codes of the check-in: one person tries a few, a whole class may come from one address. */
  'check-in': { hits: 30, minutes: 15 },
  'check-in-room': { hits: 300, minutes: 15 },
  /** Passphrases and recovery codes of one trustee in one round. */
  trustee: { hits: 10, minutes: 15 },
  /** Calendar files: reading one may take a second. */
  'busy-times': { hits: 20, minutes: 15 },
  /** The own password, asked once more. */
  password: { hits: 10, minutes: 15 },
} satisfies Record<string, Limit>

const LINKS_PER_ACCOUNT: Limit = { hits: 3, minutes: 60 }

type Attempt = { allowed: boolean; succeeded: () => Promise<void> }

/** One attempt to sign in. Only failures count: call `succeeded` when it was none. */
export async function signInAttempt(context: AppLoadContext, email: string, now: Date): Promise<Attempt> {
  const { db, clientAddress } = context
  const keys: [string, Limit][] = [
    [`sign-in ${email} ${clientAddress}`, SIGN_IN_HERE],
    [`sign-in ${email}`, SIGN_IN_ACCOUNT],
    [`sign-in from ${clientAddress}`, SIGN_IN_ADDRESS],
  ]
  let allowed = true
  for (const [key, limit] of keys) allowed = (await withinLimit(db, key, limit, now)) && allowed
  const succeeded = async () => {
    for (const [key] of keys) await takeBackHit(db, key)
  }
  return { allowed, succeeded }
}

/** Whether this address, or this person, may knock once more. */
export function mayKnock(
  context: AppLoadContext,
  door: keyof typeof DOORS,
  now: Date,
  who: string = context.clientAddress,
): Promise<boolean> {
  return withinLimit(context.db, `${door} ${who}`, DOORS[door], now)
}

/** Takes the knock back that has found its door: a whole town hall may come from one address. */
export function forgiveKnock(context: AppLoadContext, door: keyof typeof DOORS): Promise<void> {
  return takeBackHit(context.db, `${door} ${context.clientAddress}`)
}

/** Whether one more mail may go to this account; if not, nobody is told, for that would tell who has one. */
export function mayWriteTo(context: AppLoadContext, email: string, now: Date): Promise<boolean> {
  return withinLimit(context.db, `link to ${email}`, LINKS_PER_ACCOUNT, now)
}
