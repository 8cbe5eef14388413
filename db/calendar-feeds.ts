// The own dates as a feed: a secret address that calendars fetch by themselves, without signing in.

import { randomBytes } from 'node:crypto'
import type { EnrolmentStatus } from '#app/domain/enrolment.ts'
import type { Locale } from '#app/domain/locale.ts'
import { audit } from '#db/audit.ts'
import type { Db } from '#db/client.server.ts'
import { hashToken } from '#db/login-tokens.ts'

const TOKEN_BYTES = 24

/** Since when somebody has a feed, or undefined. Its address is not known any more: only a hash is stored. */
export function getFeed(db: Db, personId: string): Promise<{ createdAt: Date } | undefined> {
  return db.selectFrom('calendarFeed').select('createdAt').where('personId', '=', personId).executeTakeFirst()
}

/** Makes a feed, or gives it a new address; the old one ends. Returns the secret, which nobody can read again. */
export function renewFeed(db: Db, personId: string, now: Date): Promise<string> {
  return db.transaction().execute(async (trx) => {
    const token = randomBytes(TOKEN_BYTES).toString('base64url')
    const row = { personId, tokenHash: hashToken(token), createdAt: now }
    const { tokenHash, createdAt } = row
    await trx
      .insertInto('calendarFeed')
      .values(row)
      .onConflict((conflict) => conflict.column('personId').doUpdateSet({ tokenHash, createdAt }))
      .execute()
    await audit(trx, personId, 'calendar:subscribe', personId, now)
    return token
  })
}

export function endFeed(db: Db, personId: string, now: Date): Promise<void> {
  return db.transaction().execute(async (trx) => {
    const ended = await trx
      .deleteFrom('calendarFeed')
      .where('personId', '=', personId)
      .returning('personId')
      .executeTakeFirst()
    if (ended) await audit(trx, personId, 'calendar:subscribe', personId, now, { ended: 1 })
  })
}

/** Whose feed it is; undefined for an address that has ended, and for somebody who is locked out. */
export function getFeedOwner(db: Db, token: string): Promise<{ id: string; locale: Locale } | undefined> {
  return db
    .selectFrom('calendarFeed')
    .innerJoin('person', 'person.id', 'calendarFeed.personId')
    .select(['person.id', 'person.locale'])
    .where('tokenHash', '=', hashToken(token))
    .where('person.disabledAt', 'is', null)
    .executeTakeFirst()
}

/** A meeting in somebody's calendar, and why it is there: by a place, a wish for one, or leading it. */
export type OwnDate = {
  meetingId: string
  workshopId: string
  startsAt: Date
  endsAt: Date
  titleDe: string
  titleEn: string | null
  place: string | null
  onlineUrl: string | null
  version: number
  status: EnrolmentStatus | 'leads'
  /** Of the last mail about it. */
  sequence: number | null
}

const SHOWN = ['confirmed', 'requested', 'approved', 'waiting', 'offered'] as const

/** Everything that ends after `since`, of what somebody attends, would like to attend, or leads. */
export async function listOwnDates(db: Db, personId: string, since: Date): Promise<OwnDate[]> {
  const attended = await dates(db, since)
    .innerJoin('enrolment', 'enrolment.workshopId', 'workshop.id')
    .leftJoin('calendarEntry as told', (join) =>
      join.onRef('told.meetingId', '=', 'meeting.id').onRef('told.personId', '=', 'enrolment.personId'),
    )
    .select(['enrolment.status', 'told.sequence'])
    .where('enrolment.personId', '=', personId)
    .where('enrolment.status', 'in', SHOWN)
    .execute()
  const led = await dates(db, since)
    .innerJoin('workshopTrainer', 'workshopTrainer.workshopId', 'workshop.id')
    .where('workshopTrainer.personId', '=', personId)
    .execute()
  return [...attended, ...led.map((date) => ({ ...date, status: 'leads' as const, sequence: null }))]
}

function dates(db: Db, since: Date) {
  return db
    .selectFrom('meeting')
    .innerJoin('workshop', 'workshop.id', 'meeting.workshopId')
    .innerJoin('course', 'course.id', 'workshop.courseId')
    .select(['meeting.id as meetingId', 'meeting.workshopId', 'meeting.startsAt', 'meeting.endsAt'])
    .select(['course.titleDe', 'course.titleEn', 'workshop.place', 'workshop.onlineUrl', 'workshop.version'])
    .where('meeting.endsAt', '>', since)
    .where('workshop.calledOffAt', 'is', null)
    .orderBy('meeting.startsAt')
    .orderBy('meeting.id')
}

/** The sequences with which somebody heard of the meetings of a workshop last. */
export async function sequencesOf(
  db: Db,
  personId: string,
  workshopId: string,
): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('calendarEntry')
    .select(['meetingId', 'sequence'])
    .where('personId', '=', personId)
    .where('workshopId', '=', workshopId)
    .execute()
  return new Map(rows.map(({ meetingId, sequence }) => [meetingId, sequence]))
}
