import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { addDays, dayOf, startOfDay } from '#app/domain/calendar.ts'
import { MIN_RESPONSES } from '#app/domain/disclosure.ts'
import {
  ASKED_AFTER_DAYS,
  FEEDBACK_DAYS,
  feedbackDays,
  takesWorkshop,
  type PooledKind,
} from '#app/domain/evaluation.ts'
import { audit } from '#db/audit.ts'
import type { Db, Trx } from '#db/client.server.ts'
import { invite, writeTo } from '#db/invitations.ts'
import { listAttendees } from '#db/round-audiences.ts'
import { insertRound, lockUrn, type LockedRound, type RoundMeans } from '#db/rounds.ts'

export type InviteRefusal =
  'not-found' | 'called-off' | 'not-over' | 'over-too-long' | 'nobody-attended' | 'ended'
export type InviteResult =
  { ok: true; roundId: string; invited: number } | { ok: false; refusal: InviteRefusal }

/**
 * Asks those who attended a workshop what they thought of it. Their ballots go into the urn of the course, together
 * with those of its other workshops; where none takes them, a new round begins. Called again, it invites those whose
 * attendance was recorded since, and nobody twice.
 */
export function inviteToWorkshopFeedback(
  db: Db,
  workshopId: string,
  means: RoundMeans,
  now: Date,
): Promise<InviteResult> {
  return inviteAttendees(db, { workshopId, kind: 'workshop' }, means, now)
}

/** Asks the same people eight weeks later what the workshop has brought to their work, by the same rules. */
export function inviteToTransfer(
  db: Db,
  workshopId: string,
  means: RoundMeans,
  now: Date,
): Promise<InviteResult> {
  return inviteAttendees(db, { workshopId, kind: 'transfer' }, means, now)
}

type Asked = { workshopId: string; kind: PooledKind }

function inviteAttendees(db: Db, asked: Asked, means: RoundMeans, now: Date): Promise<InviteResult> {
  const { workshopId, kind } = asked
  return db.transaction().execute(async (trx) => {
    const workshop = await lockCourseOf(trx, workshopId)
    if (!workshop) return { ok: false, refusal: 'not-found' }
    if (workshop.calledOffAt) return { ok: false, refusal: 'called-off' }
    const { opensOn, closesOn } = feedbackDays(workshop.endsAt, kind)
    if (now < workshop.endsAt || dayOf(now) < opensOn) return { ok: false, refusal: 'not-over' }
    if (closesOn < dayOf(now)) return { ok: false, refusal: 'over-too-long' }
    const people = await listAttendees(trx, workshopId, opensOn)
    if (people.length === 0) return { ok: false, refusal: 'nobody-attended' }

    const urn = await findUrn(trx, workshop.courseId, asked, now)
    if (urn === 'ended') return { ok: false, refusal: 'ended' }
    const plan = { kind, courseId: workshop.courseId, title: workshop.titleDe, opensOn }
    const round = urn.found ?? (await beginRound(trx, plan, means, now))
    const isNew = await feed(trx, round, asked, closesOn)
    const invited = await invite(trx, round.id, people, closesOn)
    await writeTo(trx, 'evaluation-invitation', { ...round, closesOn, occasion: workshopId }, invited, now)
    if (isNew) await audit(trx, null, 'evaluation:manage', round.id, now, { step: 'invite', workshopId })
    return { ok: true, roundId: round.id, invited: invited.length }
  })
}

/**
 * Workshops of one course take turns here, so that two of them do not begin two urns. The workshop is held as well: it
 * is not called off while its people are asked (`missMeeting`).
 */
async function lockCourseOf(trx: Trx, workshopId: string) {
  const workshop = await trx
    .selectFrom('workshop')
    .innerJoin('course', 'course.id', 'workshop.courseId')
    .select(['workshop.courseId', 'workshop.calledOffAt', 'workshop.restCalledOffAt', 'course.titleDe'])
    .where('workshop.id', '=', workshopId)
    .forShare('workshop')
    .forNoKeyUpdate('course')
    .executeTakeFirst()
  if (!workshop) return undefined
  const { endsAt } = await trx
    .selectFrom('meeting')
    .select((eb) => eb.fn.max('endsAt').as('endsAt'))
    .where('workshopId', '=', workshopId)
    .executeTakeFirstOrThrow()
  const { missedAt } = await trx
    .selectFrom('missedMeeting')
    .select((eb) => eb.fn.max('missedAt').as('missedAt'))
    .where('workshopId', '=', workshopId)
    .where('startsAt', '>=', endsAt)
    .executeTakeFirstOrThrow()
  return { ...workshop, endsAt: laterOf(laterOf(endsAt, workshop.restCalledOffAt), missedAt) }
}

/**
 * What was left of it may be called off, or said not to have taken place, long after the last meeting that did: then
 * nobody was asked before.
 */
const laterOf = (endsAt: Date, calledOff: Date | null) =>
  calledOff && calledOff > endsAt ? calledOff : endsAt

type Urn = { found: LockedRound | undefined } | 'ended'

/** The urn that this workshop feeds already, or else the one of its course that takes further workshops. */
async function findUrn(trx: Trx, courseId: string, { workshopId, kind }: Asked, now: Date): Promise<Urn> {
  const fed = await trx
    .selectFrom('evaluationWorkshop')
    .select('roundId')
    .where('workshopId', '=', workshopId)
    .where('kind', '=', kind)
    .executeTakeFirst()
  if (fed) {
    const round = await lockUrn(trx, fed.roundId)
    return round && !round.countedAt && !round.givenUpAt ? { found: round } : 'ended'
  }
  const latest = await trx
    .selectFrom('evaluationRound')
    .select('id')
    .where('courseId', '=', courseId)
    .where('kind', '=', kind)
    .where('countedAt', 'is', null)
    .where('givenUpAt', 'is', null)
    .orderBy('opensOn', 'desc')
    .executeTakeFirst()
  const round = latest && (await lockUrn(trx, latest.id))
  return { found: round && takesWorkshop(round, round.ballots, now) ? round : undefined }
}

async function beginRound(
  trx: Trx,
  plan: { kind: PooledKind; courseId: string; title: string; opensOn: string },
  means: RoundMeans,
  now: Date,
): Promise<LockedRound> {
  const id = randomUUID()
  const more = { closesOn: null, minimum: MIN_RESPONSES, createdBy: null, openedAt: now }
  await insertRound(trx, { id, ...plan, ...more }, means, now)
  const begun = await lockUrn(trx, id)
  if (!begun) throw new Error('the round that was just begun is gone')
  return begun
}

/** Notes that the workshop feeds this round, which stays open as long as its people may answer. */
async function feed(
  trx: Trx,
  round: LockedRound,
  { workshopId, kind }: Asked,
  closesOn: string,
): Promise<boolean> {
  const inserted = await trx
    .insertInto('evaluationWorkshop')
    .values({ roundId: round.id, workshopId, closesOn, kind })
    .onConflict((conflict) => conflict.columns(['workshopId', 'kind']).doNothing())
    .returning('workshopId')
    .executeTakeFirst()
  if (round.closesOn === null || round.closesOn < closesOn) {
    await trx.updateTable('evaluationRound').set({ closesOn }).where('id', '=', round.id).execute()
  }
  return inserted !== undefined
}

/** Whether people can still answer about a workshop: the urn that it feeds takes ballots until its last day. */
export async function isAskedAbout(db: Db, workshopId: string, now: Date): Promise<boolean> {
  const open = await db
    .selectFrom('evaluationWorkshop as fed')
    .innerJoin('evaluationRound as round', 'round.id', 'fed.roundId')
    .select('round.id')
    .where('fed.workshopId', '=', workshopId)
    .where('round.closesOn', '>=', dayOf(now))
    .where('round.countedAt', 'is', null)
    .where('round.givenUpAt', 'is', null)
    .executeTakeFirst()
  return open !== undefined
}

/** Workshops about which it is time to ask, while answers are possible, and that have somebody who was not asked yet. */
export async function listWorkshopsToInvite(
  db: Db,
  now: Date,
  kind: PooledKind = 'workshop',
): Promise<string[]> {
  const after = ASKED_AFTER_DAYS[kind]
  const since = startOfDay(addDays(dayOf(now), -FEEDBACK_DAYS - after))
  const until = after === 0 ? now : startOfDay(addDays(dayOf(now), 1 - after))
  const { rows } = await sql<{ id: string }>`
    select w.id from workshop w
    join lateral (select max(ends_at) as ends_at from meeting where workshop_id = w.id) held on true
    join lateral (
      select greatest(held.ends_at, w.rest_called_off_at, max(missed_at)) as ends_at
      from missed_meeting where workshop_id = w.id and starts_at >= held.ends_at
    ) last on true
    where w.called_off_at is null and last.ends_at <= ${until} and last.ends_at >= ${since}
      and exists (
        select from attendance a join meeting m on m.id = a.meeting_id join enrolment e on e.id = a.enrolment_id
        where m.workshop_id = w.id and a.status in ('present', 'partial') and not exists (
          select from evaluation_workshop fed join evaluation_round r on r.id = fed.round_id
          left join invitation i on i.round_id = r.id and i.person_id = e.person_id
          where fed.workshop_id = w.id and fed.kind = ${kind}
            and (i.person_id is not null or r.counted_at is not null or r.given_up_at is not null)
        )
      )
    order by last.ends_at`.execute(db)
  return rows.map(({ id }) => id)
}
