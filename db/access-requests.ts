import type { Audience } from '#app/domain/course.ts'
import { dayOf } from '#app/domain/calendar.ts'
import type { Locale } from '#app/domain/locale.ts'
import { displayName } from '#app/domain/person.ts'
import { audit } from '#db/audit.ts'
import type { Db, Trx } from '#db/client.server.ts'
import { sendLoginToken } from '#db/login-tokens.ts'
import { post } from '#db/outbox.ts'
import { addPersonIn } from '#db/people.ts'
import { listCoordination } from '#db/roles.ts'
import type { Row } from '#db/schema.ts'

const DAY_MILLISECONDS = 86_400_000
/** So long a decided request is kept, in case somebody asks. */
const KEPT_DAYS = 90

export type NewAccessRequest = {
  id: string
  givenName: string
  familyName: string
  email: string
  organisationId: string | null
  note: string | null
}

/**
 * Somebody would like to take part. Whoever has an account already gets a link to sign in instead, by mail: the
 * browser gets the same answer either way. One open request per address.
 */
export function requestAccess(db: Db, request: NewAccessRequest, now: Date): Promise<void> {
  return db.transaction().execute(async (trx) => {
    const known = await trx
      .selectFrom('person')
      .selectAll()
      .where('email', '=', request.email)
      .executeTakeFirst()
    if (known?.disabledAt) return
    if (known) {
      await sendLoginToken(trx, known, 'login', now)
      await audit(trx, null, 'profile:edit', known.id, now, { link: 'login' })
      return
    }

    const open = await trx
      .selectFrom('accessRequest')
      .select('id')
      .where('email', '=', request.email)
      .where('decidedAt', 'is', null)
      .executeTakeFirst()
    if (open) return
    const added = await trx
      .insertInto('accessRequest')
      .values({ ...request, createdAt: now })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!added) return
    await tellCoordinators(trx, request, now)
    await audit(trx, null, 'access:request', request.id, now)
  })
}

async function tellCoordinators(trx: Trx, request: NewAccessRequest, now: Date): Promise<void> {
  const { organisationId } = request
  const row = organisationId
    ? await trx.selectFrom('organisation').select('name').where('id', '=', organisationId).executeTakeFirst()
    : undefined
  for (const person of await listCoordination(trx, dayOf(now))) {
    const to = { personId: person.id, address: person.email, locale: person.locale }
    const data = {
      name: displayName(person),
      applicant: displayName(request),
      organisation: row?.name ?? null,
    }
    await post(trx, to, 'access-requested', request.id, data, now)
  }
}

export type AccessRequest = Row<'accessRequest'> & { organisation: string | null }

/** The requests that wait for an answer, the oldest first, or the decided ones, the latest first. */
export function listAccessRequests(db: Db, state: 'open' | 'decided'): Promise<AccessRequest[]> {
  const all = db
    .selectFrom('accessRequest')
    .leftJoin('organisation', 'organisation.id', 'accessRequest.organisationId')
    .selectAll('accessRequest')
    .select('organisation.name as organisation')
  if (state === 'open') return all.where('decidedAt', 'is', null).orderBy('createdAt').execute()
  return all.where('decidedAt', 'is not', null).orderBy('decidedAt', 'desc').execute()
}

export async function countOpenRequests(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom('accessRequest')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('decidedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}

export type Acceptance = {
  requestId: string
  /** Of the person to be. */
  personId: string
  organisationId: string
  audience: Audience
  locale: Locale
}

export type AcceptResult = { ok: true } | { ok: false; refusal: 'already-decided' | 'email-taken' }

/** Lets somebody in: person, membership, role of participant and invitation, or nothing of all that. */
export function acceptRequest(db: Db, by: string, acceptance: Acceptance, now: Date): Promise<AcceptResult> {
  return db.transaction().execute(async (trx) => {
    const { requestId, personId, organisationId, audience, locale } = acceptance
    const request = await lockOpen(trx, requestId)
    if (!request) return { ok: false, refusal: 'already-decided' }
    const { givenName, familyName, email } = request
    const added = await addPersonIn(
      trx,
      by,
      {
        id: personId,
        givenName,
        familyName,
        email,
        locale,
        membership: { organisationId, audience },
        roles: ['participant'],
        invite: true,
      },
      now,
    )
    if (!added.ok) return added
    await decide(trx, by, requestId, 'accepted', now)
    return { ok: true }
  })
}

/** Says no, kindly and by mail. */
export function declineRequest(
  db: Db,
  by: string,
  requestId: string,
  locale: Locale,
  now: Date,
): Promise<AcceptResult> {
  return db.transaction().execute(async (trx) => {
    const request = await lockOpen(trx, requestId)
    if (!request) return { ok: false, refusal: 'already-decided' }
    const to = { personId: null, address: request.email, locale }
    await post(trx, to, 'access-declined', requestId, { name: displayName(request) }, now)
    await decide(trx, by, requestId, 'declined', now)
    return { ok: true }
  })
}

function lockOpen(trx: Trx, id: string) {
  return trx
    .selectFrom('accessRequest')
    .selectAll()
    .where('id', '=', id)
    .where('decidedAt', 'is', null)
    .forUpdate()
    .executeTakeFirst()
}

async function decide(
  trx: Trx,
  by: string,
  id: string,
  decision: 'accepted' | 'declined',
  now: Date,
): Promise<void> {
  await trx
    .updateTable('accessRequest')
    .set({ decision, decidedAt: now, decidedBy: by })
    .where('id', '=', id)
    .execute()
  await audit(trx, by, 'person:manage', id, now, { decision })
}

export async function forgetRequests(db: Db, now: Date): Promise<void> {
  const before = new Date(now.getTime() - KEPT_DAYS * DAY_MILLISECONDS)
  await db.deleteFrom('accessRequest').where('decidedAt', '<', before).execute()
}
