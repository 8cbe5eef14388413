import { displayName } from '#app/domain/person.ts'
import type { Db, Trx } from '#db/client.server.ts'
import { post, type Recipient } from '#db/outbox.ts'
import { workshopFacts, type Workshop } from '#db/workshops.ts'

export type Addressee = { id: string; givenName: string; familyName: string } & Omit<Recipient, 'personId'>

export type EnrolmentNews =
  | { kind: 'enrolment-confirmed' | 'enrolment-promoted' | 'enrolment-lapsed' | 'enrolment-withdrawn' }
  | { kind: 'enrolment-waiting'; position: number }
  | { kind: 'enrolment-offered'; until: Date; enrolledBy: Addressee | undefined }

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
  const to: Recipient = { personId: person.id, address: person.address, locale: person.locale }
  const about = { name: displayName(person), workshop: workshopFacts(workshop) }
  if (news.kind === 'enrolment-waiting') {
    const data = { ...about, position: news.position }
    return post(trx, to, news.kind, enrolmentId, data, now)
  }
  if (news.kind === 'enrolment-offered') {
    const enrolledBy = news.enrolledBy ? displayName(news.enrolledBy) : null
    const data = { ...about, enrolmentId, until: news.until.toISOString(), enrolledBy }
    return post(trx, to, news.kind, enrolmentId, data, now)
  }
  return post(trx, to, news.kind, enrolmentId, about, now)
}

/** Whoever of these people may still get mail. */
export async function listAddressees(db: Db, personIds: readonly string[]): Promise<Map<string, Addressee>> {
  if (personIds.length === 0) return new Map()
  const people = await db
    .selectFrom('person')
    .select(['id', 'givenName', 'familyName', 'email as address', 'locale'])
    .where('id', 'in', [...new Set(personIds)])
    .where('disabledAt', 'is', null)
    .execute()
  return new Map(people.map((person) => [person.id, person]))
}
