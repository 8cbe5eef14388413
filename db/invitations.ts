import { randomInt } from 'node:crypto'
import { sql } from 'kysely'
import { dayOf } from '#app/domain/calendar.ts'
import { MIN_INVITED_PER_GROUP } from '#app/domain/disclosure.ts'
import { mayStillAnswer, type Round, type Stratum } from '#app/domain/evaluation.ts'
import { displayName } from '#app/domain/person.ts'
import { shuffle } from '#app/domain/shuffle.ts'
import type { Db, Trx } from '#db/client.server.ts'
import { post } from '#db/outbox.ts'
import type { Row } from '#db/schema.ts'

/** So many invitations are locked and written anew by a vote: a round of 20,000 costs the same as one of 100. */
const BUCKET_SIZE = 100

export type Invitee = { personId: string; stratum: Stratum }
type RoundForMails = Pick<Row<'evaluationRound'>, 'id' | 'kind' | 'title'>

/**
 * Invites people who are not in the urn yet, each into a random bucket. Whoever is in it has time until the later day,
 * also who has voted, or the two days would tell them apart. Returns those who got something new to answer.
 */
export async function invite(
  trx: Trx,
  roundId: string,
  people: readonly Invitee[],
  closesOn: string,
): Promise<string[]> {
  const before = await trx
    .selectFrom('invitation')
    .select(['personId', 'bucket', 'used', 'closesOn'])
    .where('roundId', '=', roundId)
    .execute()
  const known = new Map(before.map((invitation) => [invitation.personId, invitation]))
  const renewed = people
    .map(({ personId }) => known.get(personId))
    .flatMap((one) => (one && one.closesOn < closesOn ? [one] : []))
  const added = people.filter(({ personId }) => !known.has(personId))

  const touched = await addToBuckets(
    trx,
    roundId,
    added,
    closesOn,
    before.map(({ bucket }) => bucket),
  )
  if (renewed.length > 0) {
    await trx
      .updateTable('invitation')
      .set({ closesOn })
      .where('roundId', '=', roundId)
      .where(
        'personId',
        'in',
        renewed.map(({ personId }) => personId),
      )
      .execute()
    for (const { bucket } of renewed) touched.add(bucket)
  }
  for (const bucket of touched) await reshuffleInvitations(trx, roundId, bucket)
  return [...added, ...renewed.filter(({ used }) => !used)].map(({ personId }) => personId)
}

/** Few newcomers join a bucket that is there, so that no bucket is so small that it tells who is in it. */
async function addToBuckets(
  trx: Trx,
  roundId: string,
  added: readonly Invitee[],
  closesOn: string,
  taken: readonly number[],
): Promise<Set<number>> {
  if (added.length === 0) return new Set()
  const isFirst = taken.length === 0
  const wanted = Math.round(added.length / BUCKET_SIZE)
  const first = isFirst ? 0 : Math.max(...taken) + 1
  const fresh = Array.from({ length: isFirst ? Math.max(1, wanted) : wanted }, (_, index) => first + index)
  const buckets = fresh.length > 0 ? fresh : [smallestOf(taken)]
  if (fresh.length > 0) {
    const rows = fresh.map((bucket) => ({ roundId, bucket }))
    await trx.insertInto('invitationBucket').values(rows).execute()
  }
  const mixed = shuffle(added, randomInt)
  await sql`insert into invitation (round_id, person_id, stratum, closes_on, bucket)
    select ${roundId}, one.person_id, one.stratum, ${closesOn}, one.bucket
    from unnest(${mixed.map(({ personId }) => personId)}::uuid[], ${mixed.map(({ stratum }) => stratum)}::text[],
      ${mixed.map((_, index) => buckets[index % buckets.length])}::integer[]) as one (person_id, stratum, bucket)
  `.execute(trx)
  return new Set(isFirst ? [] : buckets)
}

function smallestOf(taken: readonly number[]): number {
  const sizes = new Map<number, number>()
  for (const bucket of taken) sizes.set(bucket, (sizes.get(bucket) ?? 0) + 1)
  const [smallest] = [...sizes].sort(([, a], [, b]) => a - b)
  return smallest?.[0] ?? 0
}

/**
 * Writes all invitations of a bucket anew, in random order: neither the place of a row nor the transaction that wrote
 * it tells which one was changed. The bucket must be locked.
 */
export async function reshuffleInvitations(trx: Trx, roundId: string, bucket: number): Promise<void> {
  await sql`with taken as (
      delete from invitation where round_id = ${roundId} and bucket = ${bucket} returning *
    )
    insert into invitation (round_id, person_id, stratum, closes_on, bucket, used, code_hash)
    select round_id, person_id, stratum, closes_on, bucket, used, code_hash from taken order by gen_random_uuid()
  `.execute(trx)
}

/** Whose account is open, or was at that moment. */
export function isEnabled(asOf?: Date) {
  return sql<boolean>`(person.disabled_at is null or person.disabled_at > ${asOf ?? null})`
}

/**
 * Everybody who is registered on this day as IT specialist or municipal user. Whoever is both counts as IT
 * specialist; leadership alone is not asked. `asOf` looks back, as in `listAudience`.
 */
export async function listRegistered(db: Db, day: string, asOf?: Date): Promise<Invitee[]> {
  const rows = await db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.personId')
    .select(['membership.personId', sql<Stratum>`min(membership.audience)`.as('stratum')])
    .where('membership.audience', 'in', ['it', 'user'])
    .where('membership.fromDate', '<=', day)
    .where((eb) => eb.or([eb('membership.untilDate', 'is', null), eb('membership.untilDate', '>=', day)]))
    .where(isEnabled(asOf))
    .groupBy('membership.personId')
    .execute()
  return rows
}

/** A later last day for everybody in the urn, whose buckets must be locked. */
export async function setLastDay(trx: Trx, roundId: string, closesOn: string): Promise<void> {
  await trx.updateTable('invitation').set({ closesOn }).where('roundId', '=', roundId).execute()
  const buckets = await trx
    .selectFrom('invitationBucket')
    .select('bucket')
    .where('roundId', '=', roundId)
    .execute()
  for (const { bucket } of buckets) await reshuffleInvitations(trx, roundId, bucket)
}

/** The mail that asks to answer; it is hidden, because the list of reminders tells who has not voted. */
export async function writeTo(
  trx: Trx,
  kind: 'evaluation-invitation' | 'evaluation-reminder',
  round: RoundForMails & { occasion: string; closesOn: string },
  personIds: readonly string[],
  now: Date,
): Promise<void> {
  if (personIds.length === 0) return
  const people = await trx
    .selectFrom('person')
    .select(['id', 'givenName', 'familyName', 'email', 'locale'])
    .where('disabledAt', 'is', null)
    .where(sql<boolean>`person.id = any(${[...personIds]}::uuid[])`)
    .execute()
  for (const person of people) {
    const data = {
      name: displayName(person),
      roundId: round.id,
      kind: round.kind,
      title: round.title,
      closesOn: round.closesOn,
    }
    const to = { personId: person.id, address: person.email, locale: person.locale }
    await post(trx, to, kind, `${round.id}:${round.occasion}`, data, now)
  }
}

/**
 * Writes to those who have not voted and whose last day lies in the span. A reminder promises to be the only one; who
 * is asked again because a round was extended gets another invitation.
 */
export async function remindUnused(
  trx: Trx,
  round: RoundForMails,
  span: { after: string; until: string },
  now: Date,
  kind: 'evaluation-reminder' | 'evaluation-invitation' = 'evaluation-reminder',
): Promise<void> {
  const people = await trx
    .selectFrom('invitation')
    .select(['personId', 'closesOn'])
    .where('roundId', '=', round.id)
    .where('used', '=', false)
    .where('closesOn', '>', span.after)
    .where('closesOn', '<=', span.until)
    .execute()
  if (people.length === 0) return
  for (const closesOn of new Set(people.map((person) => person.closesOn))) {
    const due = people.filter((person) => person.closesOn === closesOn).map(({ personId }) => personId)
    await writeTo(trx, kind, { ...round, closesOn, occasion: closesOn }, due, now)
  }
  if (kind === 'evaluation-invitation') return
  await trx.updateTable('evaluationRound').set({ remindedAt: now }).where('id', '=', round.id).execute()
}

export type Invitation = {
  round: Pick<
    Row<'evaluationRound'>,
    'id' | 'kind' | 'title' | 'questionnaireHash' | 'publicKey' | 'minimum' | 'remarkReaders' | 'keyHolder'
  > & {
    titleEn: string | null
  }
  stratum: Stratum
  closesOn: string
  state: 'open' | 'already-answered' | 'closed'
  /** Fewer than ten people in the urn: what somebody writes is easily recognised. */
  isSmall: boolean
}

/** What somebody is invited to answer; undefined when they are not, or the names are gone after the count. */
export async function getInvitation(
  db: Db,
  roundId: string,
  personId: string,
  now: Date,
): Promise<Invitation | undefined> {
  const row = await myInvitations(db, personId)
    .select(
      sql<boolean>`(select count(*) from (select from invitation other where other.round_id = round.id
        limit ${MIN_INVITED_PER_GROUP}) few) < ${MIN_INVITED_PER_GROUP}`.as('isSmall'),
    )
    .where('round.id', '=', roundId)
    .executeTakeFirst()
  if (!row) return undefined
  const { stratum, lastDay, used, isSmall, ...round } = row
  const isOpen = mayStillAnswer(asRound(row), lastDay, now)
  return {
    round,
    stratum,
    closesOn: lastDay,
    state: used ? 'already-answered' : isOpen ? 'open' : 'closed',
    isSmall,
  }
}

export type OpenInvitation = {
  roundId: string
  kind: Row<'evaluationRound'>['kind']
  titleDe: string
  titleEn: string | null
  closesOn: string
}

/** What somebody can still answer, the most urgent first: for the first page. */
export async function listMyInvitations(db: Db, personId: string, now: Date): Promise<OpenInvitation[]> {
  const rows = await myInvitations(db, personId)
    .where('invitation.used', '=', false)
    .where('invitation.closesOn', '>=', dayOf(now))
    .orderBy('invitation.closesOn')
    .orderBy('round.title')
    .execute()
  return rows
    .filter((row) => mayStillAnswer(asRound(row), row.lastDay, now))
    .map(({ id, kind, title, titleEn, lastDay }) => ({
      roundId: id,
      kind,
      titleDe: title,
      titleEn,
      closesOn: lastDay,
    }))
}

function myInvitations(db: Db, personId: string) {
  return db
    .selectFrom('invitation')
    .innerJoin('evaluationRound as round', 'round.id', 'invitation.roundId')
    .leftJoin('course', 'course.id', 'round.courseId')
    .select(['round.id', 'round.kind', 'round.title', 'round.questionnaireHash', 'round.publicKey'])
    .select([
      'round.minimum',
      'round.remarkReaders',
      'round.opensOn',
      'round.closesOn',
      'round.openedAt',
      'round.countedAt',
    ])
    .select(['round.givenUpAt', 'round.keyHolder', 'course.titleEn'])
    .select(['invitation.stratum', 'invitation.closesOn as lastDay', 'invitation.used'])
    .where('invitation.personId', '=', personId)
}

/** The figures of an urn that still has invitations cannot have been released. */
function asRound(row: Omit<Round, 'releasedAt'>): Round {
  return { ...row, releasedAt: null }
}
