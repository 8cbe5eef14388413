import { expect, test } from 'vitest'
import { remindOfWorkshops } from '#app/jobs/remind-of-workshops.server.ts'
import { enrol, withdraw } from '#db/enrolments.ts'
import { changeSettings } from '#db/settings.ts'
import { db, testOnPostgres } from '#tests/database.ts'
import { aPerson, aWorkshop, days, hours, NOW } from '#tests/factories.ts'

async function join(workshopId: string, now = NOW) {
  const person = await aPerson()
  const wish = { workshopId, personId: person.id, organisationId: null, by: person.id }
  const result = await enrol(db, wish, now)
  if (!result.ok) throw new Error(result.refusal)
  return { person, enrolmentId: result.id }
}

async function remindersTo(personId: string): Promise<number[]> {
  const mails = await db
    .selectFrom('outbox')
    .select('data')
    .where('personId', '=', personId)
    .where('kind', '=', 'workshop-reminder')
    .orderBy('createdAt')
    .execute()
  return mails.map(({ data }) => Number(data.daysLeft))
}

test('whoever has a seat is reminded twice, however often and late the job runs', async () => {
  const workshop = await aWorkshop({ startsAt: days(14) })
  const { person } = await join(workshop.id)

  for (let hour = 0; hour < 14 * 24; hour += 7) await remindOfWorkshops(db, hours(hour))

  expect(await remindersTo(person.id)).toEqual([3, 1])
})

test('whoever has withdrawn or waits is not reminded, nor who has just got the seat', async () => {
  const workshop = await aWorkshop({ startsAt: days(14), capacity: 2, enrolUntil: days(14) })
  const gone = await join(workshop.id)
  await withdraw(db, { enrolmentId: gone.enrolmentId, by: gone.person.id }, hours(1))
  await join(workshop.id)
  const late = await join(workshop.id, days(12))

  await remindOfWorkshops(db, hours(1, days(12)))

  expect(await remindersTo(gone.person.id)).toEqual([])
  expect(await remindersTo(late.person.id)).toEqual([])
  await remindOfWorkshops(db, days(13))
  expect(await remindersTo(late.person.id)).toEqual([1])
})

test('a workshop that is moved is another date, of which people are reminded anew', async () => {
  const workshop = await aWorkshop({ startsAt: days(14) })
  const { person } = await join(workshop.id)
  await remindOfWorkshops(db, days(13))
  const moved = { startsAt: days(34), endsAt: hours(3, days(34)) }
  await db.updateTable('meeting').set(moved).where('workshopId', '=', workshop.id).execute()

  await remindOfWorkshops(db, days(33))

  expect(await remindersTo(person.id)).toEqual([1, 1])
})

test('where reminders are switched off, none is written', async () => {
  const workshop = await aWorkshop({ startsAt: days(14) })
  const { person } = await join(workshop.id)
  await changeSettings(db, null, { remindThreeDaysBefore: false, remindDayBefore: false }, NOW)
  await remindOfWorkshops(db, days(13))
  await changeSettings(db, null, { remindThreeDaysBefore: true, remindDayBefore: true }, NOW)

  expect(await remindersTo(person.id)).toEqual([])
})

testOnPostgres('eight processes at the same moment remind everybody once', async () => {
  const workshop = await aWorkshop({ startsAt: days(14) })
  const people = [await join(workshop.id), await join(workshop.id)]

  await Promise.all(Array.from({ length: 8 }, () => remindOfWorkshops(db, days(13))))

  for (const { person } of people) expect(await remindersTo(person.id)).toEqual([1])
})
