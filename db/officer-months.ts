import type { MonthLine } from '#app/domain/mail.ts'
import { displayName, inGermanOrder } from '#app/domain/person.ts'
import type { Db, Trx } from '#db/client.server.ts'
import { audit } from '#db/audit.ts'
import { claimRun } from '#db/job-runs.ts'
import { post } from '#db/outbox.ts'
import { dayOf } from '#app/domain/calendar.ts'

/** Who goes, and who waits, of some organisations. */
export type OfficerMonth = { going: MonthLine[]; waiting: MonthLine[] }

/**
 * Writes to every training officer who wants it how training stands in their organisations; nothing to whom there is
 * nothing to say. Once a month: mails are forgotten after thirty days, so their keys alone would not tell.
 */
export function writeOfficerMonths(
  db: Db,
  month: string,
  tokenFor: (personId: string) => string,
  now: Date,
): Promise<number> {
  return db.transaction().execute(async (trx) => {
    if (!(await claimRun(trx, `officer-month ${month}`, new Date(0), now))) return 0
    const officers = await listOfficers(trx, now)
    const lines = await listMonthLines(trx, [...new Set(officers.flatMap(({ officerOf }) => officerOf))], now)
    let written = 0
    for (const { officerOf, ...officer } of officers) {
      const { going, waiting } = monthOf(
        lines.filter(({ organisationId }) => officerOf.includes(organisationId)),
      )
      if (going.length + waiting.length === 0) continue
      const to = { personId: officer.id, address: officer.address, locale: officer.locale }
      const data = { name: displayName(officer), token: tokenFor(officer.id), month, going, waiting }
      await post(trx, to, 'officer-month', month, data, now)
      written += 1
    }
    await audit(trx, null, 'outbox:month', null, now, { kind: 'officer-month', recipients: written })
    return written
  })
}

/** What the mail of a training officer says, for the page that shows the same. */
export async function getOfficerMonth(
  db: Db,
  organisationIds: readonly string[],
  now: Date,
): Promise<OfficerMonth> {
  return monthOf(await listMonthLines(db, organisationIds, now))
}

type Line = MonthLine & { organisationId: string; isGoing: boolean }

function monthOf(lines: readonly Line[]): OfficerMonth {
  const plain = ({ organisationId: _, isGoing: __, ...line }: Line): MonthLine => line
  return {
    going: lines.filter(({ isGoing }) => isGoing).map(plain),
    waiting: lines.filter(({ isGoing }) => !isGoing).map(plain),
  }
}

async function listOfficers(trx: Trx, now: Date) {
  const today = dayOf(now)
  const rows = await trx
    .selectFrom('roleAssignment')
    .innerJoin('person', 'person.id', 'roleAssignment.personId')
    .leftJoin('mailPreference', 'mailPreference.personId', 'person.id')
    .select(['person.id', 'givenName', 'familyName', 'email as address', 'locale'])
    .select('roleAssignment.organisationId')
    .where('role', '=', 'trainingOfficer')
    .where('fromDate', '<=', today)
    .where((eb) => eb.or([eb('untilDate', 'is', null), eb('untilDate', '>=', today)]))
    .where('disabledAt', 'is', null)
    .where((eb) => eb.or([eb('mailPreference.monthly', 'is', null), eb('mailPreference.monthly', '=', true)]))
    .orderBy('email')
    .execute()
  const officers = new Map<string, Omit<(typeof rows)[number], 'organisationId'> & { officerOf: string[] }>()
  for (const { organisationId, ...person } of rows) {
    const officer = officers.get(person.id) ?? { ...person, officerOf: [] }
    if (organisationId) officer.officerOf.push(organisationId)
    officers.set(person.id, officer)
  }
  return [...officers.values()]
}

/** Seats and places on waiting lists of workshops that are still to begin, made for these organisations. */
async function listMonthLines(db: Db, organisationIds: readonly string[], now: Date): Promise<Line[]> {
  if (organisationIds.length === 0) return []
  const rows = await db
    .selectFrom('enrolment')
    .innerJoin('person', 'person.id', 'enrolment.personId')
    .innerJoin('organisation', 'organisation.id', 'enrolment.organisationId')
    .innerJoin('workshop', 'workshop.id', 'enrolment.workshopId')
    .innerJoin('course', 'course.id', 'workshop.courseId')
    .innerJoin('meeting', 'meeting.workshopId', 'workshop.id')
    .select(['enrolment.id', 'enrolment.status', 'enrolment.organisationId'])
    .select(['person.givenName', 'person.familyName', 'organisation.name as organisation'])
    .select(['course.titleDe', 'course.titleEn'])
    .select(({ fn }) => [fn.min('meeting.startsAt').as('startsAt'), fn.max('meeting.endsAt').as('endsAt')])
    .where('enrolment.organisationId', 'in', organisationIds)
    .where('enrolment.status', 'in', ['confirmed', 'waiting'])
    .where('workshop.calledOffAt', 'is', null)
    .groupBy(['enrolment.id', 'person.id', 'organisation.id', 'course.id'])
    .having(({ fn }) => fn.min('meeting.startsAt'), '>', now)
    .execute()
  return rows
    .sort(
      (a, b) =>
        a.startsAt.getTime() - b.startsAt.getTime() ||
        inGermanOrder(a.familyName, b.familyName) ||
        (a.id < b.id ? -1 : 1),
    )
    .map(
      ({
        status,
        givenName,
        familyName,
        startsAt,
        endsAt,
        organisationId,
        organisation,
        titleDe,
        titleEn,
      }) => ({
        person: displayName({ givenName, familyName }),
        ...{ organisation, organisationId, titleDe, titleEn },
        startsAt: startsAt.toISOString(),
        endsAt: endsAt.toISOString(),
        isGoing: status === 'confirmed',
      }),
    )
}
