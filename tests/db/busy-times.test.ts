import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { colleagueWarnings, ownDecision } from '#app/http/decision.server.ts'
import { dayOf } from '#app/domain/calendar.ts'
import { jobs } from '#app/jobs/index.server.ts'
import { blockPeriod } from '#db/blocked-periods.ts'
import { findBusyTime, listOwnBusyTimes, removeBusyTimes, replaceBusyTimes } from '#db/busy-times.ts'
import { writeDateSuggestions } from '#db/date-suggestions.ts'
import { listPlaceWarnings, listWarnings } from '#db/enrolment-facts.ts'
import { enrol } from '#db/enrolments.ts'
import { listCurrent } from '#db/queue.ts'
import { getWorkshop } from '#db/workshops.ts'
import { db, testOnPostgres } from '#tests/database.ts'
import { aContext, anOrganisation, aPerson, aWorkshop, days, hours, NOW } from '#tests/factories.ts'

const startsAt = days(14)
const during = { startsAt: hours(1, startsAt), endsAt: hours(2, startsAt) }
const after = { startsAt: hours(3, startsAt), endsAt: hours(4, startsAt) }
const stored = async (personId: string) =>
  (await listOwnBusyTimes(db, personId, NOW)).map(({ startsAt: from, endsAt }) => ({
    startsAt: from,
    endsAt,
  }))

test('whoever is busy then is told so before enrolling, with the time, and can enrol all the same', async () => {
  const [{ id }, { id: workshopId }] = [await aPerson(), await aWorkshop({ startsAt })]
  await replaceBusyTimes(db, id, [during, after], NOW)
  const workshop = (await getWorkshop(db, workshopId))!
  const { warnings, decision } = await ownDecision(db, workshop, id, await listCurrent(db, workshopId), NOW)
  expect(warnings.busy).toEqual(during)
  expect(decision.may).toBe(true)
  const result = await enrol(db, { workshopId, personId: id, organisationId: null, by: id }, NOW)
  expect(result).toMatchObject({ ok: true, status: 'confirmed' })
})

test('what only touches a meeting, or lies between two, is in nobody’s way', async () => {
  const { id } = await aPerson()
  const meeting = (from: Date) => ({ startsAt: from, endsAt: hours(3, from), units: 4 })
  const workshop = await aWorkshop({ meetings: [meeting(startsAt), meeting(days(2, startsAt))] })
  await replaceBusyTimes(db, id, [after, { startsAt: days(1, startsAt), endsAt: hours(25, startsAt) }], NOW)
  expect(await findBusyTime(db, id, workshop.id)).toBeUndefined()
})

test('a new upload takes the place of the old one, the button takes all, and others keep theirs', async () => {
  const [ada, bea] = [await aPerson(), await aPerson()]
  for (const { id } of [ada, bea]) await replaceBusyTimes(db, id, [during], NOW)
  await replaceBusyTimes(db, ada.id, [after], NOW)
  expect([await stored(ada.id), await stored(bea.id)]).toEqual([[after], [during]])
  await removeBusyTimes(db, ada.id, NOW)
  expect([await stored(ada.id), await stored(bea.id)]).toEqual([[], [during]])
})

test('a full calendar of a year fits', async () => {
  const { id } = await aPerson()
  const many = Array.from({ length: 5_000 }, (_, nth) => ({ startsAt: hours(nth), endsAt: hours(nth + 1) }))
  await replaceBusyTimes(db, id, many, NOW)
  expect(await stored(id)).toHaveLength(5_000)
})

test('the job that forgets deletes what is over, and only that', async () => {
  const { id } = await aPerson()
  const past = { startsAt: hours(-3), endsAt: hours(-2) }
  const running = { startsAt: hours(-1), endsAt: hours(1) }
  await replaceBusyTimes(db, id, [past, running, during], NOW)
  await jobs['forget-busy-times']!.run(db, NOW, aContext().environment)
  const rows = await db.selectFrom('busyTime').select('startsAt').where('personId', '=', id).execute()
  expect(rows.map((row) => row.startsAt)).toEqual([running.startsAt, during.startsAt])
})

test('whoever enrols somebody else reads nothing of it', async () => {
  const { id: organisationId } = await anOrganisation()
  const [{ id }] = [await aPerson({ organisationId }), await aPerson({ organisationId })]
  await replaceBusyTimes(db, id, [during], NOW)
  const workshop = (await getWorkshop(db, (await aWorkshop({ startsAt })).id))!
  const person = { id, organisationId }
  expect((await listPlaceWarnings(db, workshop, [person])).get(id)).toEqual({})
  const colleague = { ...person, givenName: 'Ada', familyName: 'Muster' }
  expect(await colleagueWarnings(db, workshop, [colleague], { names: true })).toEqual([])
  expect((await listWarnings(db, workshop, person)).busy).toEqual(during)
})

test('the record says that something was uploaded, and neither when anybody is busy nor how often', async () => {
  const { id } = await aPerson()
  await replaceBusyTimes(db, id, [during, after], NOW)
  await removeBusyTimes(db, id, NOW)
  const lines = await db.selectFrom('audit').selectAll().where('subjectId', '=', id).execute()
  expect(lines).toMatchObject([
    { action: 'calendar:busy-times', actorId: id },
    { action: 'calendar:busy-times', actorId: id },
  ])
  expect(lines.map(({ details }) => details)).toEqual([{}, {}])
})

test('of a date, "Drei Termine, die passen" suggests none at which somebody is busy, or that their town has blocked', async () => {
  const town = await anOrganisation()
  const [busy, free, blocked] = [await aPerson(), await aPerson(), await aPerson({ organisationId: town.id })]
  const period = { fromDate: dayOf(NOW), untilDate: dayOf(days(80)), reason: 'Umzug' }
  await blockPeriod(db, busy.id, { id: randomUUID(), organisationId: town.id, ...period }, NOW)
  for (const { id: personId } of [busy, free, blocked]) {
    const preference = {
      personId,
      monthly: false,
      rhythm: 'at-once' as const,
      suggestions: true,
      changedAt: NOW,
    }
    await db.insertInto('mailPreference').values(preference).execute()
  }
  await replaceBusyTimes(db, busy.id, [{ startsAt: NOW, endsAt: days(80) }], NOW)
  await aWorkshop({ startsAt: days(20) })
  await writeDateSuggestions(db, `2026-03-${randomUUID()}`, () => 'token', NOW)
  const mails = await db
    .selectFrom('outbox')
    .select('personId')
    .where('kind', '=', 'date-suggestions')
    .where('personId', 'in', [busy.id, free.id, blocked.id])
    .execute()
  expect(mails).toEqual([{ personId: free.id }])
})

test('nothing of a busy time stands in any other table', async () => {
  const odd = { startsAt: new Date('2026-05-05T05:05:05.000Z'), endsAt: new Date('2026-05-05T06:07:08.000Z') }
  const { id } = await aPerson()
  await replaceBusyTimes(db, id, [odd], NOW)
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(db)
  const holding = []
  for (const { name } of tables) {
    const { rows } = await sql`select 1 from ${sql.table(name)} as t
      where to_jsonb(t)::text like '%05:05:05%' or to_jsonb(t)::text like '%07:05:05%' limit 1`.execute(db)
    if (rows.length > 0) holding.push(name)
  }
  expect(holding).toEqual(['busy_time'])
})

testOnPostgres('two uploads at the same time leave one of them, whole', async () => {
  const { id } = await aPerson()
  for (let round = 0; round < 5; round += 1) {
    await Promise.all([
      replaceBusyTimes(db, id, [during], NOW),
      replaceBusyTimes(db, id, [during, after], NOW),
    ])
    expect([[during], [during, after]]).toContainEqual(await stored(id))
  }
})
