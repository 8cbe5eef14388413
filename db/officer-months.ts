import { dayOf } from '#app/domain/calendar.ts'
import type { MonthLine } from '#app/domain/mail.ts'
import { inTown } from '#app/domain/organisation.ts'
import { displayName } from '#app/domain/person.ts'
import type { Db, Trx } from '#db/client.server.ts'
import { audit } from '#db/audit.ts'
import { claimRun } from '#db/job-runs.ts'
import { post } from '#db/outbox.ts'
import { listTownEnrolments, type TownEnrolment } from '#db/towns.ts'

/** Who goes, and who waits, of some organisations. */
type OfficerMonth = { going: MonthLine[]; waiting: MonthLine[] }

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
    const towns = [...new Set(officers.flatMap(({ officerOf }) => officerOf))]
    const lines = await listTownEnrolments(trx, towns, now)
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

function monthOf(enrolments: readonly TownEnrolment[]): OfficerMonth {
  const { going, waiting } = inTown(enrolments)
  return { going: going.map(lineOf), waiting: waiting.map(lineOf) }
}

function lineOf({ organisation, titleDe, titleEn, startsAt, endsAt, ...person }: TownEnrolment): MonthLine {
  const times = { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() }
  return { person: displayName(person), organisation, titleDe, titleEn, ...times }
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
