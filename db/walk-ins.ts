// People who simply come: with an account they are enrolled on the spot and told so, without one their name is kept
// until the office has found out whose it is.

import { randomUUID } from 'node:crypto'
import { rollCallClosedBecause, unitsFor, type AttendanceRefusal } from '#app/domain/attendance.ts'
import { dayOf } from '#app/domain/calendar.ts'
import { isCurrent } from '#app/domain/enrolment.ts'
import { displayName } from '#app/domain/person.ts'
import type { WalkInRefusal } from '#app/domain/walk-in.ts'
import { applyApprovalRules, listUnapproved } from '#db/approval-requests.ts'
import { recordIn, withMeeting, type Occasion } from '#db/attendance.ts'
import { audit } from '#db/audit.ts'
import type { Db, Trx } from '#db/client.server.ts'
import { addEnrolment, moveTo, type Enrolment } from '#db/enrolment-log.ts'
import type { Member } from '#db/members.ts'
import { post } from '#db/outbox.ts'
import { addPersonIn, type NewPerson } from '#db/people.ts'
import type { Row } from '#db/schema.ts'
import { hasComeIn, listEarlier, memberOf } from '#db/walk-in-people.ts'
import { workshopFacts, type Workshop } from '#db/workshops.ts'

export type WalkIn = Row<'walkIn'>
type Refusal = WalkInRefusal | AttendanceRefusal
/** `noted`: no seat yet, for the organisation has not approved; the office settles it. */
export type WalkInResult = { ok: true; noted?: true } | { ok: false; refusal: Refusal }
type Presence = { status: 'present' | 'partial'; units: number | null }
const PRESENT: Presence = { status: 'present', units: null }

/**
 * Takes somebody with an account into the list. They are there, so there is a seat: the room has the last word. Only
 * where their organisation approves and has not, they are noted, and the office decides what it counts as.
 */
export async function admit(
  db: Db,
  { id, meetingId, personId, by }: { id: string; meetingId: string; personId: string; by: string },
  now: Date,
): Promise<WalkInResult> {
  const result = await withMeeting<WalkInResult>(db, meetingId, async (trx, workshop, meeting) => {
    const closed = rollCallClosedBecause(meeting, workshop, now)
    if (closed) return { ok: false, refusal: closed }
    return admitIn(trx, { workshop, meeting }, { id, personId, by, presence: PRESENT }, now)
  })
  return result ?? { ok: false, refusal: 'meeting-gone' }
}

type Admission = { id: string; personId: string; by: string; presence: Presence } & Settling
/** `withoutApproval`: the office knows that the organisation has not approved, and means it. */
type Settling = { settles?: string; withoutApproval?: boolean }

async function admitIn(
  trx: Trx,
  { workshop, meeting }: Occasion,
  { id, personId, by, presence, settles, withoutApproval = false }: Admission,
  now: Date,
): Promise<WalkInResult> {
  if (workshop.trainerIds.includes(personId)) return { ok: false, refusal: 'is-trainer' }
  const earlier = await listEarlier(trx, workshop.id, personId)
  const before = earlier.find(({ status }) => isCurrent(status))
  const days = [dayOf(meeting.startsAt), dayOf(now)]
  const member = await memberOf(trx, personId, before ?? earlier[0], days)
  if (!member) return { ok: false, refusal: 'no-organisation' }
  if (before?.status === 'confirmed' && !settles) {
    const come = { meetingId: meeting.id, enrolmentId: before.id, by }
    return (await hasComeIn(trx, come)) ? { ok: true } : { ok: false, refusal: 'already-on-list' }
  }
  const unapproving = (await listUnapproved(trx, workshop.id, [member])).get(personId)
  const isUnapproved = unapproving !== undefined
  if (isUnapproved && !settles) return note(trx, meeting, { id, member, organisation: unapproving, by }, now)
  if (isUnapproved && !withoutApproval) return { ok: false, refusal: 'approval-missing' }
  const reason = isUnapproved ? 'walk-in-unapproved' : 'walk-in'
  const seat = await seated(trx, workshop, before, { id, member, by, reason }, now)
  if (!seat.ok) return seat
  const { enrolmentId } = seat
  const entry = { enrolmentId, ...presence }
  const how = { by, via: 'walk-in', reason: settles ? 'late-proof' : undefined } as const
  const recorded = await recordIn(trx, { workshop, meeting }, [entry], how, now)
  if (!recorded.ok) return recorded
  if (settles) await settleRow(trx, settles, enrolmentId, by, now)
  const details = { enrolment: enrolmentId, ...(isUnapproved && { withoutApproval: true }) }
  await audit(trx, by, 'walk-in:add', meeting.id, now, details)
  const to = { personId, address: member.address, locale: member.locale }
  const data = { name: displayName(member), workshop: workshopFacts(workshop), enrolmentId }
  await post(trx, to, 'walk-in-recorded', meeting.id, data, now)
  return { ok: true }
}

/** Somebody whose organisation has not approved stands in the list as a guest, until the office has settled it. */
async function note(
  trx: Trx,
  meeting: Occasion['meeting'],
  { id, member, organisation, by }: { id: string; member: Member; organisation: string; by: string },
  now: Date,
): Promise<WalkInResult> {
  const added = await trx
    .insertInto('walkIn')
    .values({
      ...{ id, meetingId: meeting.id, personId: member.id, name: displayName(member), organisation },
      ...{ status: 'present', units: meeting.units, recordedBy: by, recordedAt: now },
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!added) {
    const before = await getWalkIn(trx, id)
    if (!before) return { ok: false, refusal: 'already-on-list' }
    // Once it is settled, the row does not know any more whose it was.
    const isSame = before.meetingId === meeting.id && (before.personId ?? member.id) === member.id
    return isSame ? { ok: true, noted: true } : { ok: false, refusal: 'page-outdated' }
  }
  await audit(trx, by, 'walk-in:add', meeting.id, now, { withoutApproval: true })
  return { ok: true, noted: true }
}

type Seating = { id: string; member: Member; by: string; reason: 'walk-in' | 'walk-in-unapproved' }

type SeatResult = { ok: true; enrolmentId: string } | { ok: false; refusal: WalkInRefusal }

/** Gives the seat: to whoever waited, was asked, or has just come in. Not while somebody else must approve. */
async function seated(
  trx: Trx,
  workshop: Workshop,
  before: Enrolment | undefined,
  { id, member, by, reason }: Seating,
  now: Date,
): Promise<SeatResult> {
  const decision = { status: 'confirmed', reason } as const
  if (before?.status === 'confirmed') return { ok: true, enrolmentId: before.id }
  // The approval itself leads to a seat too, so what may follow does not answer this.
  if (before?.status === 'requested') return { ok: false, refusal: 'approval-open' }
  if (before) {
    await moveTo(trx, [before], decision, by, now)
    return { ok: true, enrolmentId: before.id }
  }
  const { organisationId, id: personId } = member
  const place = { id, workshopId: workshop.id, personId, organisationId, enrolledAt: now, enrolledBy: by }
  const begun = await addEnrolment(trx, { ...place, status: decision.status, offerUntil: null }, decision)
  if (!begun) return { ok: false, refusal: 'page-outdated' }
  await applyApprovalRules(trx, workshop, [begun], now)
  return { ok: true, enrolmentId: id }
}

export type NewWalkIn = {
  id: string
  meetingId: string
  name: string
  email: string | null
  organisation: string | null
  by: string
}

/** Notes somebody without an account. The same id a second time changes nothing. */
export async function addWalkIn(db: Db, { by, ...guest }: NewWalkIn, now: Date): Promise<WalkInResult> {
  const result = await withMeeting<WalkInResult>(db, guest.meetingId, async (trx, workshop, meeting) => {
    const closed = rollCallClosedBecause(meeting, workshop, now)
    if (closed) return { ok: false, refusal: closed }
    const units = unitsFor('present', null, meeting.units) ?? meeting.units
    const added = await trx
      .insertInto('walkIn')
      .values({ ...guest, status: 'present', units, recordedBy: by, recordedAt: now })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('id')
      .executeTakeFirst()
    if (added) await audit(trx, by, 'walk-in:add', meeting.id, now, { guest: true })
    else if ((await getWalkIn(trx, guest.id))?.meetingId !== meeting.id)
      return { ok: false, refusal: 'page-outdated' }
    return { ok: true }
  })
  return result ?? { ok: false, refusal: 'meeting-gone' }
}

/** Says who a walk-in is: they get the seat and the record, are told, and the name typed at the door goes. */
export function settleWalkIn(
  db: Db,
  { id, personId, ...how }: { id: string; personId: string; by: string; withoutApproval?: boolean },
  now: Date,
): Promise<WalkInResult> {
  return withOpenWalkIn(db, id, async (trx, occasion, walkIn) =>
    admitIn(
      trx,
      occasion,
      { id: randomUUID(), personId, ...how, presence: presenceOf(walkIn), settles: id },
      now,
    ),
  )
}

/** Makes an account for a walk-in, invites them, and settles the rest as well. */
export function inviteWalkIn(
  db: Db,
  { id, person, ...how }: { id: string; person: NewPerson; by: string; withoutApproval?: boolean },
  now: Date,
): Promise<WalkInResult> {
  return withOpenWalkIn(db, id, async (trx, occasion, walkIn) => {
    if (walkIn.personId) return { ok: false, refusal: 'has-account' }
    const added = await addPersonIn(trx, how.by, person, now)
    if (!added.ok) return { ok: false, refusal: 'email-taken' }
    const presence = presenceOf(walkIn)
    return admitIn(
      trx,
      occasion,
      { id: randomUUID(), personId: person.id, ...how, presence, settles: id },
      now,
    )
  })
}

/** Leaves a walk-in what they are: a guest of that day, who is asked for nothing more. */
export function leaveWalkIn(
  db: Db,
  { id, by }: { id: string; by: string },
  now: Date,
): Promise<WalkInResult> {
  return withOpenWalkIn(db, id, async (trx, { meeting }) => {
    await settleRow(trx, id, null, by, now)
    await audit(trx, by, 'walk-in:settle', meeting.id, now, { as: 'guest' })
    return { ok: true }
  })
}

/** The same for all who came to a meeting that counts for nobody any more: nothing is left to settle. */
export async function leaveAllWalkIns(trx: Trx, meetingId: string, by: string, now: Date): Promise<void> {
  const open = await trx
    .selectFrom('walkIn')
    .select('id')
    .where('meetingId', '=', meetingId)
    .where('settledAt', 'is', null)
    .execute()
  for (const { id } of open) await settleRow(trx, id, null, by, now)
}

const presenceOf = ({ status, units }: WalkIn): Presence => ({
  status,
  units: status === 'partial' ? units : null,
})

const SETTLED: WalkInResult = { ok: false, refusal: 'already-settled' }

/** What is refused half way must leave nothing behind: the transaction goes back, and the refusal comes out. */
async function withOpenWalkIn(
  db: Db,
  id: string,
  command: (trx: Trx, occasion: Occasion, walkIn: WalkIn) => Promise<WalkInResult>,
): Promise<WalkInResult> {
  const known = await getWalkIn(db, id)
  if (!known) return SETTLED
  let refused: WalkInResult | undefined
  try {
    const result = await withMeeting(db, known.meetingId, async (trx, workshop, meeting) => {
      const walkIn = await getWalkIn(trx, id)
      if (!walkIn || walkIn.settledAt) return SETTLED
      const done = await command(trx, { workshop, meeting }, walkIn)
      if (done.ok) return done
      refused = done
      throw new Error('taken back')
    })
    return result ?? { ok: false, refusal: 'meeting-gone' }
  } catch (error) {
    if (refused) return refused
    throw error
  }
}

async function settleRow(
  trx: Trx,
  id: string,
  enrolmentId: string | null,
  by: string,
  now: Date,
): Promise<void> {
  const nameless = enrolmentId === null ? {} : { name: '', email: null, organisation: null }
  await trx
    .updateTable('walkIn')
    .set({ settledAt: now, settledBy: by, enrolmentId, personId: null, ...nameless })
    .where('id', '=', id)
    .execute()
}

export function getWalkIn(db: Db, id: string): Promise<WalkIn | undefined> {
  return db.selectFrom('walkIn').selectAll().where('id', '=', id).executeTakeFirst()
}
