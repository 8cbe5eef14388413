import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { lockCourse } from '#db/courses.ts'
import { enrol } from '#db/enrolments.ts'
import { countGroups, messageGroup, listMessages } from '#db/workshop-messages.ts'
import { callOffWorkshop } from '#db/decisions.ts'
import { addWorkshop, changeWorkshop, type WorkshopPlan } from '#db/workshop-plans.ts'
import { getWorkshop, listWorkshops, lockWorkshop } from '#db/workshops.ts'
import { anApprovingTown } from '#tests/approving.ts'
import { db, testOnPostgres } from '#tests/database.ts'
import { aCourse, aPerson, aWorkshop, days, hours, NOW } from '#tests/factories.ts'
import { untilWaiting } from '#tests/races.ts'

const aTrainer = async () => (await aPerson({ roles: ['trainer'] })).id
/** Three hours, four units. */
const block = (startsAt: Date) => ({ startsAt, endsAt: hours(3, startsAt), units: 4 })
const planned = (startsAt: Date, id: string | null = null) => ({ id, ...block(startsAt) })

async function aPlan(more: Partial<WorkshopPlan> = {}): Promise<WorkshopPlan> {
  return {
    place: 'Rathaus, Raum 1',
    onlineUrl: null,
    capacity: 12,
    minimum: 0,
    enrolUntil: days(12),
    withdrawUntil: days(12),
    note: null,
    trainerIds: [await aTrainer()],
    meetings: [planned(days(14))],
    ...more,
  }
}

/** The form as it opens: everything as it stands. */
async function formOf(id: string): Promise<WorkshopPlan & { id: string; version: number }> {
  const workshop = (await getWorkshop(db, id))!
  const { version, place, onlineUrl, capacity, minimum, enrolUntil, withdrawUntil, note } = workshop
  const { trainerIds, meetings } = workshop
  return {
    ...{ id, version, place, onlineUrl, capacity, minimum, enrolUntil, withdrawUntil, note, trainerIds },
    meetings,
  }
}

async function enrolPeople(workshopId: string, count: number): Promise<string[]> {
  const ids = []
  for (let n = 0; n < count; n++) {
    const { id: personId } = await aPerson()
    await enrol(db, { workshopId, personId, organisationId: null, by: personId }, hours(n / 60))
    ids.push(personId)
  }
  return ids
}

async function mailsOf(kind: string, workshopId: string) {
  const mails = await db.selectFrom('outbox').selectAll().where('kind', '=', kind).execute()
  return mails.filter((mail) => JSON.stringify(mail.data).includes(workshopId))
}

async function statuses(workshopId: string) {
  const rows = await db
    .selectFrom('enrolment')
    .select('status')
    .where('workshopId', '=', workshopId)
    .orderBy('queueNumber')
    .execute()
  return rows.map((row) => row.status)
}

test('a workshop that is sent twice is planned once', async () => {
  const [id, by, courseId] = [randomUUID(), await aTrainer(), (await aCourse()).id]
  const meetings = [planned(days(21)), planned(days(14))]
  const workshop = { id, courseId, ...(await aPlan({ meetings })) }

  expect(await addWorkshop(db, by, workshop, NOW)).toEqual({ ok: true })
  expect(await addWorkshop(db, by, workshop, NOW)).toEqual({ ok: true })

  const result = await getWorkshop(db, id)
  expect(result?.meetings.map((meeting) => meeting.startsAt)).toEqual([days(14), days(21)])
  expect(result).toMatchObject({ startsAt: days(14), endsAt: hours(3, days(21)), coursePublished: true })
  const audits = await db.selectFrom('audit').selectAll().where('subjectId', '=', id).execute()
  expect(audits.map((entry) => entry.action)).toEqual(['workshop:add'])
})

test('nobody plans what cannot take place', async () => {
  const by = await aTrainer()
  const refusal = async (more: Partial<WorkshopPlan>, courseId?: string) => {
    const workshop = { id: randomUUID(), courseId: courseId ?? (await aCourse()).id, ...(await aPlan(more)) }
    const result = await addWorkshop(db, by, workshop, NOW)
    return !result.ok && result.refusal
  }
  const retired = (await aCourse({ retiredAt: NOW })).id

  expect(await refusal({}, retired)).toBe('course-retired')
  expect(
    await refusal({ meetings: [planned(days(-1))], enrolUntil: days(-2), withdrawUntil: days(-2) }),
  ).toBe('in-the-past')
  expect(await refusal({ trainerIds: [] })).toBe('no-trainer')
  expect(await refusal({ meetings: [planned(days(14)), planned(hours(1, days(14)))] })).toBe(
    'meetings-overlap',
  )
})

test('of two coordinators who edit the same workshop, the second is told so and changes nothing', async () => {
  const { id } = await aWorkshop()
  const [form, by] = [await formOf(id), await aTrainer()]

  expect(await changeWorkshop(db, by, { ...form, note: 'zuerst' }, NOW)).toEqual({ ok: true })
  expect(await changeWorkshop(db, by, { ...form, note: 'zuletzt', capacity: 99 }, NOW)).toEqual({
    ok: false,
    refusal: 'changed-meanwhile',
  })
  expect(await getWorkshop(db, id)).toMatchObject({ note: 'zuerst', capacity: 12, version: 2 })
})

test('more seats let those who wait move up; fewer throw nobody out', async () => {
  const { id } = await aWorkshop({ capacity: 1 })
  await enrolPeople(id, 4)
  const by = await aTrainer()

  await changeWorkshop(db, by, { ...(await formOf(id)), capacity: 3 }, NOW)
  expect(await statuses(id)).toEqual(['confirmed', 'confirmed', 'confirmed', 'waiting'])
  expect(await mailsOf('enrolment-promoted', id)).toHaveLength(2)
  await changeWorkshop(db, by, { ...(await formOf(id)), capacity: 1 }, NOW)
  expect(await statuses(id)).toEqual(['confirmed', 'confirmed', 'confirmed', 'waiting'])
})

test('whoever is enrolled hears of another place or time, one mail each; of a new note nobody does', async () => {
  const { id } = await aWorkshop({ capacity: 2 })
  await enrolPeople(id, 3)
  const by = await aTrainer()

  await changeWorkshop(db, by, { ...(await formOf(id)), note: 'Bitte Laptop mitbringen' }, NOW)
  expect(await mailsOf('workshop-changed', id)).toEqual([])

  const form = await formOf(id)
  await changeWorkshop(
    db,
    by,
    { ...form, place: 'Bürgerhaus', meetings: [planned(days(15), form.meetings[0]!.id)] },
    NOW,
  )
  const mails = await mailsOf('workshop-changed', id)
  expect(mails).toHaveLength(3)
  expect(mails[0]?.data).toMatchObject({
    workshop: { place: 'Bürgerhaus', meetings: [{ startsAt: days(15).toISOString() }] },
  })
})

test('a meeting whose attendance is recorded stays, with its units; its time may be put right', async () => {
  const { id } = await aWorkshop({ startsAt: days(-7), meetings: [block(days(-7)), block(days(7))] })
  const [first, second] = (await getWorkshop(db, id))!.meetings
  const [personId, by] = [(await aPerson()).id, await aTrainer()]
  const organisation = await db.selectFrom('membership').select('organisationId').executeTakeFirstOrThrow()
  const enrolment = await db
    .insertInto('enrolment')
    .values({
      workshopId: id,
      personId,
      ...organisation,
      status: 'confirmed',
      enrolledAt: NOW,
      enrolledBy: personId,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('attendance')
    .values({
      ...{ meetingId: first!.id, enrolmentId: enrolment.id, status: 'present', units: 4 },
      ...{ recordedBy: by, recordedAt: NOW },
    })
    .execute()
  const withMeetings = async (meetings: WorkshopPlan['meetings']) =>
    changeWorkshop(db, by, { ...(await formOf(id)), meetings }, NOW)

  const refused = { ok: false, refusal: 'attendance-recorded' }
  expect(await withMeetings([second!])).toEqual(refused)
  expect(await withMeetings([{ ...first!, units: 3 }, second!])).toEqual(refused)
  expect(await withMeetings([{ ...first!, startsAt: hours(-1, first!.startsAt) }])).toEqual({ ok: true })
  expect(
    await db.selectFrom('attendance').selectAll().where('meetingId', '=', first!.id).execute(),
  ).toHaveLength(1)
  expect((await getWorkshop(db, id))?.meetings).toHaveLength(1)
})

test('what is still ahead is not put into the past by a slip of the year, and nobody is told wrong things', async () => {
  const { id } = await aWorkshop()
  await enrolPeople(id, 1)
  const [form, by] = [await formOf(id), await aTrainer()]
  const refused = { ok: false, refusal: 'in-the-past' }
  const past = days(14 - 365)
  const deadlines = { enrolUntil: past, withdrawUntil: past }
  const withMeetings = (meetings: WorkshopPlan['meetings']) =>
    changeWorkshop(db, by, { ...form, ...deadlines, meetings }, NOW)

  expect(await withMeetings([planned(past, form.meetings[0]!.id)])).toEqual(refused)
  // The form may have emptied the row and filled the next one, or added a date before the first.
  expect(await withMeetings([planned(past)])).toEqual(refused)
  expect(await withMeetings([planned(past), ...form.meetings])).toEqual(refused)
  expect((await getWorkshop(db, id))?.startsAt).toEqual(days(14))
})

test('a workshop that has begun keeps what is ahead of it ahead; what took place is put right or added', async () => {
  const { id } = await aWorkshop({ startsAt: days(-7), meetings: [block(days(-7)), block(days(7))] })
  const [first, second] = (await getWorkshop(db, id))!.meetings
  const by = await aTrainer()
  const withMeetings = async (meetings: WorkshopPlan['meetings']) => {
    const deadlines = { enrolUntil: days(-9), withdrawUntil: days(-9) }
    return changeWorkshop(db, by, { ...(await formOf(id)), ...deadlines, meetings }, NOW)
  }

  expect(await withMeetings([first!, planned(days(-1), second!.id)])).toEqual({
    ok: false,
    refusal: 'in-the-past',
  })
  expect(await withMeetings([planned(days(-8), first!.id), second!])).toEqual({ ok: true })
  expect(await withMeetings([planned(days(-8), first!.id), planned(days(-2)), second!])).toEqual({ ok: true })
})

test('nobody leads a workshop in which they are enrolled', async () => {
  const { id } = await aWorkshop()
  const [ada] = await enrolPeople(id, 1)
  const form = await formOf(id)

  const change = { ...form, trainerIds: [...form.trainerIds, ada!] }
  expect(await changeWorkshop(db, ada!, change, NOW)).toEqual({ ok: false, refusal: 'trainer-is-enrolled' })
})

test('calling off ends every enrolment, writes why into its log and one mail to each person', async () => {
  const trainer = await aTrainer()
  const { id } = await aWorkshop({ capacity: 2, trainerIds: [trainer] })
  const [ada] = await enrolPeople(id, 3)
  const by = (await aPerson({ roles: ['coordinator'] })).id

  expect(await callOffWorkshop(db, by, { id, reason: 'Wasserschaden' }, NOW)).toEqual({ ok: true })
  expect(await callOffWorkshop(db, by, { id, reason: 'Noch einmal' }, NOW)).toEqual({
    ok: false,
    refusal: 'called-off',
  })

  expect(await statuses(id)).toEqual(['called-off', 'called-off', 'called-off'])
  const mails = await mailsOf('workshop-called-off', id)
  expect(mails).toHaveLength(4)
  expect(mails.map((mail) => mail.personId)).toEqual(expect.arrayContaining([ada, trainer]))
  expect(mails.every((mail) => JSON.stringify(mail.data).includes('Wasserschaden'))).toBe(true)
  expect(await getWorkshop(db, id)).toMatchObject({ callOffReason: 'Wasserschaden', calledOffAt: NOW })
  expect(await changeWorkshop(db, by, await formOf(id), NOW)).toEqual({ ok: false, refusal: 'called-off' })
})

test('what is over is not called off any more', async () => {
  const { id } = await aWorkshop({ startsAt: days(-3) })
  expect(await callOffWorkshop(db, await aTrainer(), { id, reason: 'Zu spät' }, NOW)).toEqual({
    ok: false,
    refusal: 'over',
  })
})

test('a message reaches the chosen part of the group, one mail each, however often it is sent', async () => {
  const { id: workshopId } = await aWorkshop({ capacity: 2 })
  await enrolPeople(workshopId, 3)
  const by = (await aPerson({ givenName: 'Grace', familyName: 'Hopper', roles: ['trainer'] })).id
  const message = {
    ...{ id: randomUUID(), workshopId, groups: ['confirmed'] as const },
    ...{ subject: 'Raum', body: 'Wir treffen uns am Eingang.' },
  }

  expect(await messageGroup(db, by, message, NOW)).toEqual({ ok: true, recipients: 2 })
  expect(await messageGroup(db, by, message, NOW)).toEqual({ ok: true, recipients: 2 })
  const all = { ...message, id: randomUUID(), groups: ['confirmed', 'offered', 'waiting'] as const }
  expect(await messageGroup(db, by, all, hours(1))).toEqual({ ok: true, recipients: 3 })

  const mails = await mailsOf('workshop-message', workshopId)
  expect(mails).toHaveLength(5)
  expect(mails[0]?.data).toMatchObject({ author: 'Grace Hopper', subject: 'Raum' })
  expect((await listMessages(db, workshopId)).map((sent) => sent.recipients)).toEqual([3, 2])
})

test('people whose approval is still open can be written to, by themselves or with the others', async () => {
  const { id: workshopId } = await aWorkshop({ capacity: 2 })
  await enrolPeople(workshopId, 1)
  const { id: organisationId } = await anApprovingTown()
  const person = await aPerson({ organisationId })
  await enrol(db, { workshopId, personId: person.id, organisationId: null, by: person.id }, NOW)
  expect(await countGroups(db, workshopId)).toEqual({ confirmed: 1, requested: 1, offered: 0, waiting: 0 })

  const message = { id: randomUUID(), workshopId, groups: ['requested'] as const, subject: 'A', body: 'B' }
  expect(await messageGroup(db, await aTrainer(), message, NOW)).toEqual({ ok: true, recipients: 1 })
  expect(await mailsOf('workshop-message', workshopId)).toMatchObject([{ personId: person.id }])
})

test('a message to nobody is not sent', async () => {
  const { id: workshopId } = await aWorkshop()
  const message = { id: randomUUID(), workshopId, groups: ['waiting'] as const, subject: 'A', body: 'B' }
  expect(await messageGroup(db, await aTrainer(), message, NOW)).toEqual({ ok: false, refusal: 'nobody' })
  expect(await listMessages(db, workshopId)).toEqual([])
})

test('a list counts seats and waiting people, and finds workshops by time, course and trainer', async () => {
  const [courseId, trainer] = [(await aCourse()).id, await aTrainer()]
  const near = await aWorkshop({ courseId, capacity: 2, trainerIds: [trainer] })
  const far = await aWorkshop({ courseId, meetings: [block(days(40)), block(days(70))] })
  await enrolPeople(near.id, 3)
  const found = async (filter: object) =>
    (await listWorkshops(db, { courseId, ...filter })).map((line) => line.id)

  const [line] = await listWorkshops(db, { courseId })
  expect(line).toMatchObject({ id: near.id, taken: 2, waiting: 1, meetingCount: 1, startsAt: days(14) })
  expect(await found({})).toEqual([near.id, far.id])
  expect(await found({ from: days(15) })).toEqual([far.id])
  expect(await found({ until: days(15) })).toEqual([near.id])
  expect(await found({ from: days(69), until: days(71) })).toEqual([far.id])
  expect(await found({ from: days(45), until: days(60) })).toEqual([])
  expect(await found({ trainerId: trainer })).toEqual([near.id])
})

test('workshops of drafts are listed for those who plan them and for their own trainers only', async () => {
  const [courseId, trainer] = [(await aCourse({ publishedAt: null })).id, await aTrainer()]
  await aWorkshop({ courseId, trainerIds: [trainer] })
  const count = async (filter: object) => (await listWorkshops(db, { courseId, ...filter })).length

  expect(await count({})).toBe(0)
  expect(await count({ drafts: true })).toBe(1)
  expect(await count({ ownDraftsOf: trainer })).toBe(1)
  expect(await count({ ownDraftsOf: (await aPerson()).id })).toBe(0)
})

testOnPostgres('of several people who save the same form at once, one changes it', async () => {
  const by = await aTrainer()
  // Connections are opened once; only then are the people as quick as each other.
  await Promise.all([1, 2, 3, 4].map(() => db.selectFrom('workshop').select('id').limit(1).execute()))
  for (let round = 0; round < 10; round++) {
    const { id } = await aWorkshop({ capacity: 5 })
    await enrolPeople(id, 2)
    const form = await formOf(id)

    const places = ['Saal A', 'Saal B', 'Saal C', 'Saal D']
    const results = await Promise.all(places.map((place) => changeWorkshop(db, by, { ...form, place }, NOW)))

    expect(results.filter((result) => result.ok)).toHaveLength(1)
    expect(await mailsOf('workshop-changed', id)).toHaveLength(2)
  }
})

testOnPostgres(
  'what waits for the lock reads the plan as it is afterwards; without the lock it reads the old one',
  async () => {
    const readWhile = async (read: (id: string) => Promise<number>, waits: boolean) => {
      const { id } = await aWorkshop({ capacity: 5 })
      const form = await formOf(id)
      let reading: Promise<number> | undefined
      await db.transaction().execute(async (trx) => {
        await lockWorkshop(trx, id)
        await trx.updateTable('workshop').set({ capacity: 9 }).where('id', '=', id).execute()
        reading = read(form.id)
        await (waits ? untilWaiting(1) : reading)
      })
      return reading
    }

    const locked = (id: string) =>
      db.transaction().execute(async (trx) => (await lockWorkshop(trx, id)).capacity)
    expect(await readWhile(locked, true)).toBe(9)
    const unlocked = async (id: string) => (await getWorkshop(db, id))!.capacity
    expect(await readWhile(unlocked, false)).toBe(5)
  },
)

testOnPostgres('nobody plans a workshop for a course that is being retired at that moment', async () => {
  const [courseId, by] = [(await aCourse()).id, await aTrainer()]
  const workshop = { id: randomUUID(), courseId, ...(await aPlan()) }
  let planning: Promise<unknown> | undefined
  await db.transaction().execute(async (trx) => {
    await lockCourse(trx, courseId)
    planning = addWorkshop(db, by, workshop, NOW)
    await untilWaiting(1)
    await trx.updateTable('course').set({ retiredAt: NOW }).where('id', '=', courseId).execute()
  })
  // Without the lock the plan has read the course before it waits, and would be made.
  expect(await planning).toEqual({ ok: false, refusal: 'course-retired' })
})
