import { expect, test } from 'vitest'
import type { MailData } from '#app/domain/mail.ts'
import { writeMonthlyMails } from '#app/jobs/write-monthly-mails.server.ts'
import { enrol } from '#db/enrolments.ts'
import { changeMailPreference } from '#db/mail-preferences.ts'
import { db, testOnPostgres } from '#tests/database.ts'
import { aContext, aCourse, anOrganisation, aPerson, aWorkshop, days } from '#tests/factories.ts'

const { environment } = aContext()
/** Every test has a month of its own, for a month is claimed once. */
const first = (month: number) => new Date(Date.UTC(2027, month - 1, 6, 8))

async function aTown() {
  const { id: organisationId } = await anOrganisation()
  const officer = await aPerson({ roles: ['trainingOfficer'], officerOf: [organisationId], organisationId })
  const colleague = await aPerson({ organisationId })
  return { organisationId, officer, colleague }
}

async function join(personId: string, now: Date, capacity = 12) {
  const workshop = await aWorkshop({ startsAt: days(20, now), capacity })
  const wish = { workshopId: workshop.id, organisationId: null }
  if (capacity === 1) {
    const other = await aPerson()
    await enrol(db, { ...wish, personId: other.id, by: other.id }, now)
  }
  await enrol(db, { ...wish, personId, by: personId }, now)
  return workshop
}

const mailsTo = (personId: string, kind: string) =>
  db.selectFrom('outbox').selectAll().where('personId', '=', personId).where('kind', '=', kind).execute()

test('a training officer reads who goes and who waits, with the figures of the page, once', async () => {
  const now = first(1)
  const { officer, colleague } = await aTown()
  await join(colleague.id, now)
  await join(colleague.id, now, 1)

  await writeMonthlyMails(db, now, environment)
  await writeMonthlyMails(db, days(1, now), environment)

  const mails = await mailsTo(officer.id, 'officer-month')
  expect(mails).toHaveLength(1)
  const { going, waiting } = mails[0]!.data as MailData['officer-month']
  expect([going.length, waiting.length]).toEqual([1, 1])
})

test('where nothing is to be said nothing is sent, and nothing to who has switched it off', async () => {
  const now = first(2)
  const quiet = await aTown()
  const off = await aTown()
  await join(off.colleague.id, now)
  const preference = { rhythm: 'at-once', monthly: false, suggestions: false } as const
  await changeMailPreference(db, off.officer.id, off.officer.id, preference, now)

  await writeMonthlyMails(db, now, environment)

  expect(await mailsTo(quiet.officer.id, 'officer-month')).toEqual([])
  expect(await mailsTo(off.officer.id, 'officer-month')).toEqual([])
})

test('whoever wants suggestions gets dates with a free seat, and names nobody', async () => {
  const now = first(3)
  const reader = await aPerson()
  const silent = await aPerson()
  const preference = { rhythm: 'at-once', monthly: true, suggestions: true } as const
  await changeMailPreference(db, reader.id, reader.id, preference, now)
  await aWorkshop({ startsAt: days(20, now) })

  await writeMonthlyMails(db, now, environment)

  const [mail] = await mailsTo(reader.id, 'date-suggestions')
  const { dates } = mail!.data as MailData['date-suggestions']
  expect(dates.length).toBeGreaterThanOrEqual(1)
  expect(dates.length).toBeLessThanOrEqual(3)
  expect(dates[0]).toMatchObject({ audience: 'it' })
  expect(await mailsTo(silent.id, 'date-suggestions')).toEqual([])
})

test('what enrolling would refuse, or only let wait for, is not suggested', async () => {
  const now = first(5)
  const { organisationId, colleague } = await aTown()
  const reader = await aPerson({ organisationId })
  const preference = { rhythm: 'at-once', monthly: true, suggestions: true } as const
  await changeMailPreference(db, reader.id, reader.id, preference, now)
  const [basics, advanced] = [await aCourse(), await aCourse()]
  const requires = { courseId: advanced.id, requiredCourseId: basics.id }
  await db.insertInto('coursePrerequisite').values(requires).execute()
  await aWorkshop({ courseId: advanced.id, startsAt: days(20, now) })
  const scarce = await aWorkshop({ startsAt: days(21, now), quota: 1 })
  const wish = { workshopId: scarce.id, organisationId: null }
  await enrol(db, { ...wish, personId: colleague.id, by: colleague.id }, now)
  const fits = await aWorkshop({ startsAt: days(22, now) })

  await writeMonthlyMails(db, now, environment)

  const [mail] = await mailsTo(reader.id, 'date-suggestions')
  const { dates } = mail!.data as MailData['date-suggestions']
  expect(dates.map(({ workshopId }) => workshopId)).toEqual([fits.id])
})

testOnPostgres('eight processes at the same moment write one mail', async () => {
  const now = first(4)
  const { officer, colleague } = await aTown()
  await join(colleague.id, now)

  await Promise.all(Array.from({ length: 8 }, () => writeMonthlyMails(db, now, environment)))

  expect(await mailsTo(officer.id, 'officer-month')).toHaveLength(1)
})
