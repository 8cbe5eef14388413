import { sql } from 'kysely'
import { unanswerableBecause, type AbsenceReason } from '#app/domain/enrolment.ts'
import { displayName } from '#app/domain/person.ts'
import { quotaEnds, seatState, type Decision, type Seat, type WaitReason } from '#app/domain/queue.ts'
import { tellCalendars } from '#db/calendar-entries.ts'
import type { Db, Trx } from '#db/client.server.ts'
import { newMailLink } from '#db/mail-links.ts'
import { post, type Recipient } from '#db/outbox.ts'
import { getWorkshop, workshopFacts, type Workshop } from '#db/workshops.ts'

export type Addressee = {
  id: string
  givenName: string
  familyName: string
  hasPassword: boolean
} & Omit<Recipient, 'personId'>

type Given = { seat: Seat; wantsRoom: boolean }

export type EnrolmentNews =
  | { kind: 'enrolment-lapsed' | 'enrolment-withdrawn' | 'enrolment-excused' | 'enrolment-room' }
  | ({ kind: 'enrolment-confirmed' | 'enrolment-promoted' } & Given)
  | { kind: 'enrolment-waiting'; position: number; because: WaitReason }
  | ({
      kind: 'enrolment-offered'
      until: Date
      enrolledBy: Addressee | undefined
      /** When the same offer goes out anew. */
      again?: Date
    } & Given)

/** What somebody hears who has just got a seat, an offer or a place on the list. */
export function newsOf(
  { status, reason, seat, wantsRoom }: Decision,
  position: number | undefined,
  offerUntil: Date | null,
  officer: Addressee | undefined,
): EnrolmentNews {
  if (status === 'waiting' && position !== undefined) {
    const because = reason === 'quota' || reason === 'others-wait' ? reason : 'full'
    return { kind: 'enrolment-waiting', position, because }
  }
  const given = { seat, wantsRoom }
  if (offerUntil) return { kind: 'enrolment-offered', until: offerUntil, enrolledBy: officer, ...given }
  return { kind: 'enrolment-confirmed', ...given }
}

/** Writes to somebody what has become of their enrolment. Without a person, who is then locked out, to nobody. */
export async function tell(
  trx: Trx,
  news: EnrolmentNews,
  enrolmentId: string,
  person: Addressee | undefined,
  workshop: Workshop,
  now: Date,
): Promise<void> {
  if (!person) return
  const to = recipientOf(person)
  const about = await aboutFor(trx, person, workshop, now)
  if (news.kind === 'enrolment-waiting') {
    const { position, because } = news
    const ends = quotaEnds(workshop)?.toISOString() ?? null
    const data = { ...about, position, because, quota: workshop.quota, quotaEnds: ends }
    return post(trx, to, news.kind, enrolmentId, data, now)
  }
  if (news.kind === 'enrolment-offered') {
    const enrolledBy = news.enrolledBy ? displayName(news.enrolledBy) : null
    const until = news.until.toISOString()
    const link = { token: await newMailLink(trx, 'offer', enrolmentId, news.until), validUntil: until }
    const data = {
      ...{ ...about, seat: seatState(workshop, news), enrolmentId, until, enrolledBy },
      ...{ ...link, withoutPassword: !person.hasPassword },
    }
    const key = news.again ? `${enrolmentId}:${news.again.toISOString()}` : enrolmentId
    return post(trx, to, news.kind, key, data, now)
  }
  if (news.kind === 'enrolment-confirmed' || news.kind === 'enrolment-promoted') {
    return post(trx, to, news.kind, enrolmentId, { ...about, seat: seatState(workshop, news) }, now)
  }
  return post(trx, to, news.kind, enrolmentId, about, now)
}

/** Sends the offers that somebody can still answer once more, with new links: the earlier ones have ended. */
export async function sendOffersAgain(trx: Trx, personId: string, now: Date): Promise<void> {
  const offers = await trx
    .selectFrom('enrolment')
    .selectAll()
    .where('personId', '=', personId)
    .where('status', '=', 'offered')
    .orderBy('queueNumber')
    .execute()
  const people = await listAddressees(trx, [personId, ...offers.map(({ enrolledBy }) => enrolledBy)])
  for (const { id, workshopId, offerUntil: until, ...offer } of offers) {
    const workshop = await getWorkshop(trx, workshopId)
    if (!workshop || !until || unanswerableBecause({ ...offer, offerUntil: until }, workshop, now)) continue
    const { seat, wantsRoom, enrolledBy: by } = offer
    const enrolledBy = by === personId ? undefined : people.get(by)
    const news = { kind: 'enrolment-offered', until, enrolledBy, seat, wantsRoom, again: now } as const
    await tell(trx, news, id, people.get(personId), workshop, now)
  }
}

/** The facts of the workshop, and what the calendar of the person must learn of it by now. */
export async function aboutFor(trx: Trx, person: Addressee, workshop: Workshop, now: Date) {
  const calendar = (await tellCalendars(trx, [person.id], workshop, now)).get(person.id)
  return { name: displayName(person), workshop: workshopFacts(workshop), ...(calendar && { calendar }) }
}

const recipientOf = ({ id, address, locale }: Addressee): Recipient => ({ personId: id, address, locale })

/** Tells those who lead, and whoever planned it, that somebody who had a seat cannot come. */
export async function tellAbsence(
  trx: Trx,
  workshop: Workshop,
  enrolmentId: string,
  participant: Addressee,
  absence: AbsenceReason,
  now: Date,
): Promise<void> {
  const people = await listAddressees(trx, [...workshop.trainerIds, workshop.createdBy])
  for (const person of people.values()) {
    const about = { name: displayName(person), workshop: workshopFacts(workshop) }
    const data = { ...about, participant: displayName(participant), absence }
    await post(trx, recipientOf(person), 'absence-noticed', enrolmentId, data, now)
  }
}

/** Tells whoever named a substitute what that person has answered. */
export async function tellSubstituted(
  trx: Trx,
  workshop: Workshop,
  substitute: { id: string; personId: string; substituteOf: string | null },
  accepted: boolean,
  now: Date,
): Promise<void> {
  if (substitute.substituteOf === null) return
  const first = await trx
    .selectFrom('enrolment')
    .select('personId')
    .where('id', '=', substitute.substituteOf)
    .executeTakeFirstOrThrow()
  const people = await listAddressees(trx, [first.personId, substitute.personId])
  const [person, other] = [people.get(first.personId), people.get(substitute.personId)]
  if (!person || !other) return
  const about = await aboutFor(trx, person, workshop, now)
  const data = { ...about, substitute: displayName(other), accepted }
  await post(trx, recipientOf(person), 'substitute-answered', substitute.id, data, now)
}

/** Whoever of these people may still get mail. */
export async function listAddressees(db: Db, personIds: readonly string[]): Promise<Map<string, Addressee>> {
  if (personIds.length === 0) return new Map()
  const people = await db
    .selectFrom('person')
    .select(['id', 'givenName', 'familyName', 'email as address', 'locale'])
    .select(sql<boolean>`password_hash is not null`.as('hasPassword'))
    .where('id', 'in', [...new Set(personIds)])
    .where('disabledAt', 'is', null)
    .execute()
  return new Map(people.map((person) => [person.id, person]))
}
