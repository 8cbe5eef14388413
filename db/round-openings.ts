import { addDays, dayOf } from '#app/domain/calendar.ts'
import { isPooled, roundState, type Stratum } from '#app/domain/evaluation.ts'
import { displayName } from '#app/domain/person.ts'
import { audienceRefusal } from '#app/domain/round-audience.ts'
import { areReady } from '#app/domain/trustee.ts'
import { audit } from '#db/audit.ts'
import { holdAudiences, listInvitees, listOverlapping } from '#db/audience-overlaps.ts'
import type { Db, Trx } from '#db/client.server.ts'
import { invite, listRegistered, writeTo, type Invitee } from '#db/invitations.ts'
import { post } from '#db/outbox.ts'
import { listPeopleWithRole } from '#db/roles.ts'
import { lockRound, type LockedRound } from '#db/rounds.ts'
import { listTrustees } from '#db/trustee-lists.ts'

export type OpenRefusal =
  | 'not-found'
  | 'already-open'
  | 'given-up'
  | 'too-early'
  | 'over'
  | 'too-few-people'
  | 'trustees-not-ready'
  | 'audiences-overlap'
export type OpenResult = { ok: true; invited: number } | { ok: false; refusal: OpenRefusal }

/**
 * Invites everybody who belongs to the round on its first day: about the competence centre all IT specialists and
 * municipal users, whether they attended anything or not; otherwise whom its plan has chosen.
 */
export function openRound(db: Db, roundId: string, now: Date): Promise<OpenResult> {
  return db.transaction().execute(async (trx) => {
    const round = await lockRound(trx, roundId)
    if (!round) return { ok: false, refusal: 'not-found' }
    await holdAudiences(trx)
    const people = await listInvitees(trx, round.audience, dayOf(now))
    const refusal = await refusalOf(trx, round, people, now)
    if (refusal) return { ok: false, refusal }

    const closesOn = round.closesOn ?? round.opensOn
    await trx.updateTable('evaluationRound').set({ openedAt: now }).where('id', '=', roundId).execute()
    const invited = await invite(trx, roundId, people, closesOn)
    await writeTo(trx, 'evaluation-invitation', { ...round, closesOn, occasion: 'opened' }, invited, now)
    await audit(trx, null, 'evaluation:manage', roundId, now, { step: 'open', invited: invited.length })
    return { ok: true, invited: invited.length }
  })
}

async function refusalOf(
  trx: Trx,
  round: LockedRound,
  people: readonly Invitee[],
  now: Date,
): Promise<OpenRefusal | null> {
  const refusal = openRefusal(round, people.length, now) ?? (await trusteesRefusal(trx, round, now))
  if (refusal) return refusal
  const others = await listOverlapping(trx, { ...round, people }, { planned: false }, now)
  return others.length > 0 ? 'audiences-overlap' : null
}

function openRefusal(round: LockedRound, people: number, now: Date): OpenRefusal | null {
  if (round.givenUpAt) return 'given-up'
  if (round.openedAt) return 'already-open'
  if (dayOf(now) < round.opensOn) return 'too-early'
  if (round.closesOn !== null && round.closesOn < dayOf(now)) return 'over'
  if (isPooled(round.kind)) return 'already-open'
  const { organisationIds = [] } = round.audience ?? {}
  return audienceRefusal({ organisationIds }, people, round.minimum) ? 'too-few-people' : null
}

/** A round with trustees opens only once both have shown that they can open it again. */
async function trusteesRefusal(
  trx: Trx,
  { id, keyHolder }: LockedRound,
  now: Date,
): Promise<OpenRefusal | null> {
  if (keyHolder === 'server') return null
  const trustees = await listTrustees(trx, id, now)
  return areReady(trustees) ? null : 'trustees-not-ready'
}

export type NotOpened =
  | { refusal: 'too-few-people' | 'trustees-not-ready' }
  /** `others`: the titles of the rounds that it must not stand beside. */
  | { refusal: 'audiences-overlap'; others: string[] }

/**
 * Why a planned round whose day has come is not open, asked as the opening itself asks. Null for all that would open,
 * or are not due.
 */
export function whyNotOpened(db: Db, roundId: string, now: Date): Promise<NotOpened | null> {
  return db.transaction().execute(async (trx) => {
    const round = await lockRound(trx, roundId)
    if (!round) return null
    const people = await listInvitees(trx, round.audience, dayOf(now))
    const refusal = await refusalOf(trx, round, people, now)
    if (refusal === 'too-few-people' || refusal === 'trustees-not-ready') return { refusal }
    if (refusal !== 'audiences-overlap') return null
    return { refusal, others: await listOverlapping(trx, { ...round, people }, { planned: false }, now) }
  })
}

/** Rounds whose first day has come and that cannot begin as they are. */
export async function listNotOpened(db: Db, now: Date): Promise<string[]> {
  const stuck = []
  for (const id of await listRoundsToOpen(db, now)) {
    if (await whyNotOpened(db, id, now)) stuck.push(id)
  }
  return stuck
}

/** So long after its last day a missed round is told of, in days: shorter than the outbox knows what it has sent. */
const TOLD_DAYS = 21

/** Tells the coordination of rounds that nobody was invited to in all their days, once for these days. */
export async function tellOfMissed(db: Db, now: Date): Promise<void> {
  const missed = await db
    .selectFrom('evaluationRound')
    .select('id')
    .where('openedAt', 'is', null)
    .where('givenUpAt', 'is', null)
    .where('closesOn', '<', dayOf(now))
    .where('closesOn', '>=', addDays(dayOf(now), -TOLD_DAYS))
    .execute()
  for (const { id } of missed) await db.transaction().execute((trx) => tellOf(trx, id, now))
}

async function tellOf(trx: Trx, roundId: string, now: Date): Promise<void> {
  const round = await lockRound(trx, roundId)
  if (!round || roundState(round, 0, now) !== 'missed') return
  const { title, opensOn, closesOn } = round
  const key = `${roundId}:${closesOn}`
  const told = await trx
    .selectFrom('outbox')
    .select('id')
    .where('uniqueKey', 'like', `round-missed:${key}:%`)
    .limit(1)
    .executeTakeFirst()
  if (told) return
  for (const person of await listPeopleWithRole(trx, 'coordinator', dayOf(now))) {
    const to = { personId: person.id, address: person.email, locale: person.locale }
    const data = { name: displayName(person), roundId, title, opensOn, closesOn: closesOn ?? opensOn }
    await post(trx, to, 'round-missed', key, data, now)
  }
  await audit(trx, null, 'evaluation:manage', roundId, now, { step: 'missed' })
}

/** How many people a round about the competence centre would invite on this day. */
export async function countRegistered(db: Db, day: string): Promise<Record<Stratum, number>> {
  const people = await listRegistered(db, day)
  const it = people.filter(({ stratum }) => stratum === 'it').length
  return { it, user: people.length - it }
}

/** Planned rounds whose first day has come. */
export async function listRoundsToOpen(db: Db, now: Date): Promise<string[]> {
  const rows = await db
    .selectFrom('evaluationRound')
    .select('id')
    .where('openedAt', 'is', null)
    .where('givenUpAt', 'is', null)
    .where('opensOn', '<=', dayOf(now))
    .where('closesOn', '>=', dayOf(now))
    .execute()
  return rows.map(({ id }) => id)
}
