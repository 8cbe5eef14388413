// What approvers read, who have no account, and what people read about their own request.

import type { Approver, Decider, RejectReason, Silence, Verdict } from '#app/domain/approval.ts'
import { SEATED_STATUSES } from '#app/domain/enrolment.ts'
import { displayName } from '#app/domain/person.ts'
import type { ApprovalRule } from '#db/approval-rules.ts'
import type { Db, Trx } from '#db/client.server.ts'
import { aboutFor, listAddressees } from '#db/enrolment-mail.ts'
import { newMailLink } from '#db/mail-links.ts'
import { post, type Recipient } from '#db/outbox.ts'
import { workshopFacts, type Workshop } from '#db/workshops.ts'

/** Approvers have no language of their own here; they work in a German authority. */
const to = (approver: Approver): Recipient => ({ personId: null, address: approver.email, locale: 'de' })

export type Asking = {
  enrolmentId: string
  personId: string
  workshop: Workshop
  rule: ApprovalRule
  decideUntil: Date
  silence: Silence
  /** The second time the deputy is asked, too. */
  isReminder: boolean
  /** Of a workshop that was moved meanwhile: which version of it, for each move is written about. */
  moved?: number
}

/** Asks whoever has to agree, each with a link of their own. */
export async function writeToApprovers(trx: Trx, asking: Asking, now: Date): Promise<void> {
  const { approver, deputy, version } = asking.rule
  const { enrolmentId, decideUntil, silence, isReminder, moved } = asking
  const facts = await factsOf(trx, asking)
  // A move begins the time anew, and with it the reminder that was sent before.
  const key = `${enrolmentId}:${version}:${moved ?? decideUntil.toISOString()}`
  const again = moved === undefined ? 'approval-reminder' : 'approval-moved'
  const kind = isReminder || moved !== undefined ? again : 'approval-asked'
  const linkFor = async (purpose: 'approver' | 'deputy') => ({
    token: await newMailLink(trx, purpose, enrolmentId, decideUntil),
    validUntil: decideUntil.toISOString(),
    silence,
  })
  if (approver) {
    const data = { ...facts, name: approver.name, ...(await linkFor('approver')) }
    if (kind === 'approval-asked') await post(trx, to(approver), kind, key, data, now)
    else await post(trx, to(approver), kind, key, { ...data, isDeputy: false }, now)
  }
  if (deputy && isReminder) {
    const data = { ...facts, name: deputy.name, ...(await linkFor('deputy')), isDeputy: true }
    await post(trx, to(deputy), again, `${key}:deputy`, data, now)
  }
}

type Concern = Pick<Asking, 'enrolmentId' | 'personId' | 'workshop' | 'rule'>

/** Lets the approver know of a place that needs no answer. */
export async function informApprover(trx: Trx, concern: Concern, now: Date): Promise<void> {
  const { approver } = concern.rule
  if (!approver) return
  const data = { ...(await factsOf(trx, concern)), name: approver.name }
  await post(trx, to(approver), 'approval-inform', concern.enrolmentId, data, now)
}

/** Tells those who did not answer what that has led to. */
export async function tellOfSilence(trx: Trx, concern: Concern, verdict: Verdict, now: Date): Promise<void> {
  const facts = await factsOf(trx, concern)
  const { approver, deputy } = concern.rule
  for (const person of [approver, deputy]) {
    if (!person) continue
    const data = { ...facts, name: person.name, verdict }
    await post(trx, to(person), 'approval-lapsed', concern.enrolmentId, data, now)
  }
}

async function factsOf(trx: Trx, { personId, workshop, rule }: Concern) {
  const person = await trx
    .selectFrom('person')
    .select(['givenName', 'familyName'])
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
  return {
    workshop: workshopFacts({ ...workshop, onlineUrl: null }),
    participant: displayName(person),
    organisation: rule.organisation,
    seats: await countSeatsOf(trx, workshop.id, rule.organisationId),
  }
}

/** How many seats an organisation has in a workshop, those that wait for an answer included. */
export async function countSeatsOf(db: Db, workshopId: string, organisationId: string): Promise<number> {
  const { seats } = await db
    .selectFrom('enrolment')
    .select((eb) => eb.fn.countAll<number>().as('seats'))
    .where('workshopId', '=', workshopId)
    .where('organisationId', '=', organisationId)
    .where('status', 'in', SEATED_STATUSES)
    .executeTakeFirstOrThrow()
  return seats
}

export type RequestNews =
  | { kind: 'enrolment-requested'; approver: string; until: Date; silence: Silence }
  | { kind: 'enrolment-approved'; decider: Decider }
  | { kind: 'enrolment-rejected'; decider: Decider; reason: RejectReason | null }

type Own = { enrolmentId: string; personId: string; workshop: Workshop }

/** Tells somebody how their own request stands. */
export async function tellOfRequest(
  trx: Trx,
  { enrolmentId, personId, workshop }: Own,
  news: RequestNews,
  now: Date,
): Promise<void> {
  const person = (await listAddressees(trx, [personId])).get(personId)
  if (!person) return
  const recipient = { personId, address: person.address, locale: person.locale }
  const about = await aboutFor(trx, person, workshop, now)
  if (news.kind === 'enrolment-requested') {
    const { approver, until, silence } = news
    const data = { ...about, approver, silence, until: until.toISOString() }
    return post(trx, recipient, news.kind, enrolmentId, data, now)
  }
  if (news.kind === 'enrolment-approved') {
    return post(trx, recipient, news.kind, enrolmentId, { ...about, decider: news.decider }, now)
  }
  const { decider, reason } = news
  return post(trx, recipient, news.kind, enrolmentId, { ...about, decider, rejectReason: reason }, now)
}
