import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { addDays, dayOf, instantOf, weekday } from '#app/domain/calendar.ts'
import { holidaysOf } from '#app/domain/holiday.ts'
import { action as equipmentEdit } from '#app/routes/rooms/equipment.tsx'
import { action as roomEdit, loader as roomPage } from '#app/routes/rooms/edit.tsx'
import { loader as rooms } from '#app/routes/rooms/list.tsx'
import { action as seriesEdit, loader as seriesPage } from '#app/routes/series/edit.tsx'
import { action as seriesNew } from '#app/routes/series/new.tsx'
import { action as decide, loader as decisionPage } from '#app/routes/workshops/decision.tsx'
import { action as edit, loader as editPage } from '#app/routes/workshops/edit.tsx'
import { enrol } from '#db/enrolments.ts'
import { listSeriesDates } from '#db/series.ts'
import { getWorkshop } from '#db/workshops.ts'
import { db } from '#tests/database.ts'
import { aCourse, aPerson, args, aRoom, aWorkshop, days, requestAs } from '#tests/factories.ts'

const NOW = new Date()
const DAY = addDays(dayOf(NOW), 30)
const aTrainer = () => aPerson({ roles: ['trainer'] })
const aCoordinator = () => aPerson({ roles: ['coordinator'] })
const at = (day: string, time: string) => {
  const wall = instantOf(day, time)
  if (!wall.ok) throw new Error(wall.problem)
  return wall.instant
}
type Someone = { id: string }
type Form = Record<string, string | string[]>

async function aForm(more: Form = {}): Promise<Form & { id: string }> {
  return {
    version: '0',
    courseId: (await aCourse()).id,
    ...{ day0: DAY, start0: '09:00', end0: '12:00', place: 'Rathaus', onlineUrl: '' },
    trainerIds: (await aTrainer()).id,
    ...{ capacity: '12', enrolUntil: '', note: '', withdrawUntil: '', minimum: '', units0: '' },
    ...more,
    id: randomUUID(),
  }
}

const plan = async (who: Someone, form: Form) => edit(args(await requestAs(who, '/workshops/new', form)))
const change = async (who: Someone, workshopId: string, form: Form) =>
  edit(args(await requestAs(who, `/workshops/${workshopId}/edit`, form), { workshopId }))

test('a room that is taken is said at its field, with the other workshop and what is free instead', async () => {
  const [taken, free] = [await aRoom(), await aRoom()]
  const other = await aWorkshop({ roomId: taken.id, startsAt: at(DAY, '10:00') })
  const answer = await plan(await aCoordinator(), await aForm({ roomId: taken.id, place: '' }))
  expect(answer).toMatchObject({
    init: { status: 409 },
    data: { errors: { roomId: 'room-taken' }, taken: { clash: { workshopId: other.id } } },
  })
  expect(JSON.stringify(answer)).toContain(free.name)
})

test('a trainer who is elsewhere and too few seats are warnings: sent again, it is saved', async () => {
  const trainer = await aTrainer()
  await aWorkshop({ trainerIds: [trainer.id], startsAt: at(DAY, '10:00') })
  const { id: roomId } = await aRoom({ seats: 6 })
  const form = await aForm({ trainerIds: trainer.id, roomId })
  const who = await aCoordinator()
  const answer = (await plan(who, form)) as { data: { accepted: string } }
  expect(answer).toMatchObject({
    init: { status: 409 },
    data: { warnings: [{ kind: 'trainer' }, { kind: 'seats', capacity: 12, seats: 6 }] },
  })
  expect(await getWorkshop(db, form.id)).toBeUndefined()
  await plan(who, { ...form, accepted: answer.data.accepted })
  expect(await getWorkshop(db, form.id)).toMatchObject({ roomId })
})

test.each([
  [{ capacity: '0' }, { capacity: 'too-small' }],
  [{ decideOn: addDays(DAY, 1) }, { decideOn: 'decision-after-start' }],
  [{ roomId: randomUUID() }, { roomId: 'room-gone' }],
  [{ [`use-${randomUUID()}`]: '2' }, {}],
  [{ linkMinutes: '20000' }, { linkMinutes: 'too-big' }],
])('%j is refused at its field, and what was typed stays', async (more: Form, errors) => {
  const answer = await plan(await aCoordinator(), await aForm({ ...more, note: 'Laptop' }))
  expect(answer).toMatchObject({ init: { status: 400 }, data: { errors, submitted: { note: 'Laptop' } } })
})

test('the second of two editors sees both versions on top of each other, and saves them', async () => {
  const { id, courseId } = await aWorkshop({ place: 'Rathaus' })
  const [first, second] = [await aCoordinator(), await aCoordinator()]
  const page = await editPage(args(await requestAs(second, `/workshops/${id}/edit`), { workshopId: id }))
  const opened = JSON.parse(page.opened) as Form
  const form = { ...opened, id, courseId, opened: page.opened, version: '1' }
  await change(first, id, { ...form, place: 'Kreishaus', note: 'zuerst' })

  const answer = (await change(second, id, { ...form, note: 'danach', capacity: '9' })) as {
    data: { submitted: Form }
  }
  expect(answer).toMatchObject({
    init: { status: 409 },
    data: {
      submitted: { place: 'Kreishaus', note: 'danach', capacity: '9' },
      conflict: {
        differences: [
          { field: 'note', theirs: 'zuerst', yours: 'danach', isContested: true },
          { field: 'place', before: 'Rathaus', theirs: 'Kreishaus', isContested: false },
        ],
      },
    },
  })
  await change(second, id, { ...answer.data.submitted, version: '2' })
  expect(await getWorkshop(db, id)).toMatchObject({ place: 'Kreishaus', note: 'danach', capacity: 9 })
})

test('a copy has everything but the days', async () => {
  const { id } = await aWorkshop({ note: 'Laptop', minimum: 4 })
  const page = await editPage(args(await requestAs(await aCoordinator(), `/workshops/new?copy=${id}`)))
  expect(page.values).toMatchObject({ note: 'Laptop', minimum: 4, place: 'Rathaus, Raum 1' })
  expect(Object.keys(page.values).filter((name) => /^day|Until$|^meeting/.test(name))).toEqual([])
  const stranger = await requestAs(await aTrainer(), `/workshops/new?copy=${id}`)
  await expect(editPage(args(stranger))).rejects.toMatchObject({ status: 403 })
})

/** A week before a holiday of next year that is no weekend. */
const HOLIDAY = holidaysOf(Number(DAY.slice(0, 4)) + 1)['day-of-repentance']
const rule = {
  enrolment: 'each',
  frequency: 'weekly',
  every: '1',
  count: '3',
  until: '',
  withoutWeekends: 'on',
}

test('a series is shown with its holidays struck out, and planned from what is left', async () => {
  const who = await aCoordinator()
  const form = await aForm({ ...rule, day0: addDays(HOLIDAY, -7) })
  const send = async (more: Form) =>
    seriesNew(args(await requestAs(who, '/series/new', { ...form, ...more })))
  const shown = (await send({ intent: 'preview' })) as {
    data: { rows: { id: string; isTaken: boolean; day: string }[]; submitted: Form; seen: string }
  }
  expect(shown.data.rows).toMatchObject([
    { day: addDays(HOLIDAY, -7), isTaken: true, notes: [] },
    { day: HOLIDAY, isTaken: false, notes: [{ kind: 'holiday', holiday: 'day-of-repentance' }] },
    { day: addDays(HOLIDAY, 7), isTaken: true },
  ])
  const ids = Object.fromEntries(shown.data.rows.map(({ id }, nth) => [`row${nth}`, id]))
  const rows = { ...shown.data.submitted, ...ids, seen: shown.data.seen, intent: 'create' }
  expect(await send({ ...rows, take0: '', take2: '' })).toMatchObject({
    init: { status: 400 },
    data: { errors: { take0: 'no-dates' } },
  })
  const done = (await send({ ...rows, date2: addDays(HOLIDAY, 8) })) as Response
  expect(done.status).toBe(302)
  const dates = await listSeriesDates(db, form.id)
  expect(dates.map(({ startsAt }) => dayOf(startsAt))).toEqual([addDays(HOLIDAY, -7), addDays(HOLIDAY, 8)])
  expect(weekday(HOLIDAY)).toBe(3)
})

test('a series that ends before it begins is refused at the field, and so is a date that ends before it starts', async () => {
  const who = await aCoordinator()
  const form = await aForm({ ...rule, count: '' })
  const send = async (more: Form) =>
    seriesNew(args(await requestAs(who, '/series/new', { ...form, intent: 'preview', ...more })))
  expect(await send({ until: addDays(DAY, -1) })).toMatchObject({
    init: { status: 400 },
    data: { errors: { until: 'ends-before-first' }, rows: [] },
  })
  expect(await send({ until: DAY, start0: '12:00', end0: '09:00' })).toMatchObject({
    init: { status: 400 },
    data: { errors: { end0: 'ends-before-start' } },
  })
  expect(await send({ until: DAY })).toMatchObject({ init: { status: 200 }, data: { rows: [{ day: DAY }] } })
})

test('one enrolment for all dates makes one workshop with several meetings', async () => {
  const who = await aCoordinator()
  const form = await aForm({ ...rule, enrolment: 'one', day0: addDays(HOLIDAY, 7) })
  const send = async (more: Form) =>
    seriesNew(args(await requestAs(who, '/series/new', { ...form, ...more })))
  const shown = (await send({ intent: 'preview' })) as {
    data: { rows: { id: string }[]; submitted: Form; seen: string }
  }
  const ids = Object.fromEntries(shown.data.rows.map(({ id }, nth) => [`row${nth}`, id]))
  await send({ ...shown.data.submitted, ...ids, seen: shown.data.seen, intent: 'create' })
  expect((await getWorkshop(db, form.id))?.meetings).toHaveLength(3)
})

test('a series is changed after its summary was seen, and not before', async () => {
  const who = await aCoordinator()
  const form = await aForm({ ...rule, day0: addDays(HOLIDAY, 14) })
  const make = async (more: Form) =>
    seriesNew(args(await requestAs(who, '/series/new', { ...form, ...more })))
  const shown = (await make({ intent: 'preview' })) as {
    data: { rows: { id: string }[]; submitted: Form; seen: string }
  }
  const ids = Object.fromEntries(shown.data.rows.map(({ id }, nth) => [`row${nth}`, id]))
  await make({ ...shown.data.submitted, ...ids, seen: shown.data.seen, intent: 'create' })
  const [first] = await listSeriesDates(db, form.id)
  const workshopId = first!.id
  const wish = { changeId: randomUUID(), scope: 'all', shiftDays: '', start: '10:00', end: '', place: '' }
  const empty = { onlineUrl: '', trainerIds: [], capacity: '', roomId: '' }
  const send = async (more: Form) =>
    seriesEdit(
      args(await requestAs(who, `/workshops/${workshopId}/series`, { ...wish, ...empty, ...more }), {
        workshopId,
      }),
    )

  expect(await seriesPage(args(await requestAs(who, '/'), { workshopId }))).toMatchObject({ count: 3 })
  expect(await send({ start: '' })).toMatchObject({ data: { errors: { shiftDays: 'nothing' } } })
  expect(await send({ intent: 'save' })).toMatchObject({ init: { status: 409 } })
  const summary = (await send({ intent: 'preview' })) as { data: { seen: string; lines: unknown[] } }
  expect(summary.data.lines).toHaveLength(3)
  const done = (await send({ intent: 'save', seen: summary.data.seen })) as Response
  expect(done.status).toBe(302)
  const dates = await listSeriesDates(db, form.id)
  expect(dates[0]?.startsAt).toEqual(at(addDays(HOLIDAY, 14), '10:00'))

  for (const { id: personId } of [await aPerson(), await aPerson()])
    await enrol(db, { workshopId, personId, organisationId: null, by: personId }, days(-1, NOW))
  const fewer = { changeId: randomUUID(), start: '', capacity: '1' }
  const asked = (await send({ ...fewer, intent: 'preview' })) as typeof summary
  expect(asked.data.lines).toMatchObject([{ hasTooFew: true }, { hasTooFew: false }, { hasTooFew: false }])
  const again = { ...fewer, intent: 'save', seen: asked.data.seen }
  expect(await send(again)).toMatchObject({ init: { status: 409 }, data: { refusal: 'fewer-than-enrolled' } })
  expect(((await send({ ...again, acceptsFewer: 'on' })) as Response).status).toBe(302)
})

test('the page of the decision names who hears of it, and merges into another date', async () => {
  const courseId = (await aCourse()).id
  const [from, into] = [
    await aWorkshop({ courseId, minimum: 5, startsAt: days(6, NOW) }),
    await aWorkshop({ courseId, startsAt: days(20, NOW) }),
  ]
  const { id: personId } = await aPerson()
  await enrol(db, { workshopId: from.id, personId, organisationId: null, by: personId }, days(-1, NOW))
  const who = await aCoordinator()
  const path = `/workshops/${from.id}/decision`
  const page = await decisionPage(args(await requestAs(who, path), { workshopId: from.id }))
  expect(page).toMatchObject({ viability: 'due', taken: 1, mails: 2, others: [{ id: into.id, free: 12 }] })

  const send = async (form: Form) => decide(args(await requestAs(who, path, form), { workshopId: from.id }))
  expect(await send({ intent: 'merge' })).toMatchObject({ data: { errors: { intoId: 'required' } } })
  const done = (await send({ intent: 'merge', intoId: into.id })) as Response
  expect(done.headers.get('Location')).toBe(`/workshops/${into.id}?done=merged`)
  expect(await send({ intent: 'confirm' })).toMatchObject({
    init: { status: 409 },
    data: { confirm: 'called-off' },
  })
  const stranger = await requestAs(await aTrainer(), path)
  await expect(decisionPage(args(stranger, { workshopId: from.id }))).rejects.toMatchObject({ status: 403 })
})

test('coordinators keep the rooms, trainers see them, others do not', async () => {
  const who = await aCoordinator()
  const id = randomUUID()
  const form = {
    id,
    version: '0',
    name: 'Raum A',
    site: '',
    seats: '0',
    note: '',
    closedFrom: '',
    closedUntil: '',
  }
  const send = async (more: Form) => roomEdit(args(await requestAs(who, '/rooms/new', { ...form, ...more })))
  expect(await send({})).toMatchObject({ init: { status: 400 }, data: { errors: { seats: 'too-small' } } })
  expect(await send({ seats: '8', closedFrom: DAY })).toMatchObject({
    data: { errors: { closedUntil: 'closed-wrong' } },
  })
  expect(((await send({ seats: '8' })) as Response).status).toBe(302)
  const thing = { id: randomUUID(), version: '0', name: 'Beamer', amount: '2' }
  await equipmentEdit(args(await requestAs(who, '/equipment/new', thing)))
  const page = await rooms(args(await requestAs(await aTrainer(), '/rooms')))
  expect(page.rooms.some((room) => room.id === id)).toBe(true)
  expect(page.equipment.some((one) => one.id === thing.id)).toBe(true)
  expect(page).toMatchObject({ edits: false, isThisWeek: true })
  const participant = await requestAs(await aPerson(), '/rooms')
  await expect(rooms(args(participant))).rejects.toMatchObject({ status: 403 })
  const trainer = await requestAs(await aTrainer(), `/rooms/${id}/edit`)
  await expect(roomPage(args(trainer, { roomId: id }))).rejects.toMatchObject({ status: 403 })
})
