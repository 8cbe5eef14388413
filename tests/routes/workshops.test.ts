import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { addDays, addMonths, dayOf, instantOf, startOfDay, weekday } from '#app/domain/calendar.ts'
import { action as callOff, loader as callOffPage } from '#app/routes/workshops/call-off.tsx'
import { action as edit, loader as editPage } from '#app/routes/workshops/edit.tsx'
import { loader as list } from '#app/routes/workshops/list.tsx'
import { action as message, loader as messagePage } from '#app/routes/workshops/message.tsx'
import { recordAttendance } from '#db/attendance.ts'
import { enrol } from '#db/enrolments.ts'
import { getWorkshop } from '#db/workshops.ts'
import { db } from '#tests/database.ts'
import { aCourse, aPerson, aRequest, args, aWorkshop, days, hours, requestAs } from '#tests/factories.ts'

const NOW = new Date()
const DAY = addDays(dayOf(NOW), 30)
/** The Sunday of next year on which clocks change: the last one of March or October. */
const clockChange = (month: '03' | '10') => {
  const last = `${Number(DAY.slice(0, 4)) + 1}-${month}-31`
  return addDays(last, -(weekday(last) % 7))
}
const at = (day: string, time: string) => {
  const wall = instantOf(day, time)
  if (!wall.ok) throw new Error(wall.problem)
  return wall.instant
}
const aTrainer = () => aPerson({ roles: ['trainer'] })
const aCoordinator = () => aPerson({ roles: ['coordinator'] })
const refusedWith = (status: number) => expect.objectContaining({ status })
type Someone = { id: string }
type Form = Record<string, string | string[]>

/** The seven fields, as somebody fills them in. */
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

async function plan(who: Someone, form: Form) {
  return edit(args(await requestAs(who, '/workshops/new', form)))
}

async function change(who: Someone, workshopId: string, form: Form) {
  return edit(args(await requestAs(who, `/workshops/${workshopId}/edit`, form), { workshopId }))
}

async function enrolPeople(workshopId: string, count: number) {
  for (let n = 0; n < count; n++) {
    const { id: personId } = await aPerson()
    await enrol(db, { workshopId, personId, organisationId: null, by: personId }, NOW)
  }
}

async function mailsOf(kind: string, workshopId: string) {
  const mails = await db.selectFrom('outbox').selectAll().where('kind', '=', kind).execute()
  return mails.filter((mail) => JSON.stringify(mail.data).includes(workshopId)).length
}

test('seven fields plan a workshop, the rest follows from them', async () => {
  const form = await aForm()
  const response = (await plan(await aCoordinator(), form)) as Response

  expect(response.headers.get('Location')).toBe(`/workshops/${form.id}`)
  expect(await getWorkshop(db, form.id)).toMatchObject({
    trainerIds: [form.trainerIds],
    capacity: 12,
    minimum: 0,
    meetings: [{ startsAt: at(DAY, '09:00'), endsAt: at(DAY, '12:00'), units: 4 }],
    enrolUntil: at(addDays(DAY, -3), '23:59'),
    withdrawUntil: at(addDays(DAY, -2), '23:59'),
  })
})

test('further rules: more meetings, fewer units, other deadlines, a minimum', async () => {
  const next = addDays(DAY, 7)
  const form = await aForm({
    ...{ day1: '', start1: '', end1: '', units1: '', units0: '3' },
    ...{ day2: next, start2: '13:00', end2: '16:00', units2: '' },
    ...{
      enrolUntil: addDays(DAY, -10),
      withdrawUntil: DAY,
      minimum: '4',
      onlineUrl: 'https://video.example/raum',
    },
  })
  await plan(await aCoordinator(), form)
  expect(await getWorkshop(db, form.id)).toMatchObject({
    meetings: [{ units: 3 }, { startsAt: at(next, '13:00'), units: 4 }],
    enrolUntil: at(addDays(DAY, -10), '23:59'),
    withdrawUntil: at(DAY, '09:00'),
    minimum: 4,
    onlineUrl: 'https://video.example/raum',
  })
})

test('"Noch mehr Termine" saves nothing, keeps what was typed and gives three more rows', async () => {
  const form = await aForm({
    intent: 'more-meetings',
    note: 'Laptop',
    capacity: '',
    day1: '',
    day2: '',
    day3: '',
  })
  const answer = await plan(await aCoordinator(), form)
  expect(answer).toMatchObject({ data: { errors: {}, rows: 7, submitted: { note: 'Laptop' } } })
  expect(await getWorkshop(db, form.id)).toBeUndefined()
})

test.each([
  [{ day0: '' }, { day0: 'no-meeting' }],
  [{ day0: '2026-02-30' }, { start0: 'invalid' }],
  [{ start0: '' }, { start0: 'required' }],
  [{ end0: '08:00' }, { end0: 'ends-before-start' }],
  [{ units0: '5' }, { units0: 'more-units-than-time' }],
  [{ units0: 'viele' }, { units0: 'invalid' }],
  [{ start0: '00:00', end0: '23:00' }, { end0: 'meeting-too-long' }],
  [{ day1: DAY, start1: '11:00', end1: '13:00' }, { day1: 'meetings-overlap' }],
  [{ day1: DAY, start1: '13:00', end1: '' }, { end1: 'required' }],
  [{ place: '', onlineUrl: '' }, { place: 'nowhere' }],
  [{ onlineUrl: 'javascript:alert(1)' }, { onlineUrl: 'no-url' }],
  [{ trainerIds: [] }, { trainerIds: 'no-trainer' }],
  [{ trainerIds: randomUUID() }, { trainerIds: 'invalid' }],
  [{ courseId: randomUUID() }, { courseId: 'required' }],
  [{ capacity: '0' }, { capacity: 'too-small' }],
  [{ minimum: '13' }, { minimum: 'minimum-over-capacity' }],
  [{ enrolUntil: addDays(DAY, 1) }, { enrolUntil: 'deadline-after-start' }],
  [{ withdrawUntil: addDays(DAY, 1) }, { withdrawUntil: 'deadline-after-start' }],
  [{ day0: addDays(dayOf(NOW), -1) }, { day0: 'in-the-past' }],
  // The nights in which clocks change: one hour is missing, one comes twice.
  [{ day0: clockChange('03'), start0: '02:30', end0: '04:00' }, { start0: 'time-gap' }],
  [{ day0: clockChange('10'), start0: '02:30', end0: '04:00' }, { start0: 'time-ambiguous' }],
] as [Form, object][])('%j is refused at its field', async (more, errors) => {
  const form = await aForm(more)
  const answer = await plan(await aCoordinator(), form)
  expect(answer).toMatchObject({ data: { errors }, init: { status: 400 } })
  expect(await getWorkshop(db, form.id)).toBeUndefined()
})

test('an hour that comes twice is asked about once; then the first one is meant', async () => {
  const form = await aForm({ day0: clockChange('10'), start0: '02:30', end0: '05:00', ambiguous: 'accepted' })
  await plan(await aCoordinator(), form)
  const workshop = await getWorkshop(db, form.id)
  expect(workshop?.startsAt).toEqual(new Date(`${clockChange('10')}T00:30Z`))
  expect(workshop?.meetings[0]?.units).toBe(4)
})

test('trainers plan for themselves only, whatever their form says, and for published courses only', async () => {
  const [ada, other] = [await aTrainer(), await aTrainer()]
  const form = await aForm({ trainerIds: other.id })
  await plan(ada, form)
  expect((await getWorkshop(db, form.id))?.trainerIds).toEqual([ada.id])

  const draft = (await aCourse({ publishedAt: null })).id
  expect(await plan(ada, await aForm({ courseId: draft }))).toMatchObject({
    data: { errors: { courseId: 'required' } },
  })
  const forDraft = await aForm({ courseId: draft })
  await plan(await aCoordinator(), forDraft)
  expect(await getWorkshop(db, forDraft.id)).toMatchObject({ coursePublished: false })
})

test('a workshop is edited by its own trainers and by the coordination, and by nobody else', async () => {
  const own = await aTrainer()
  const { id } = await aWorkshop({ trainerIds: [own.id] })
  const open = async (who: Someone) =>
    editPage(args(await requestAs(who, `/workshops/${id}/edit`), { workshopId: id }))

  expect(await open(own)).toMatchObject({ choices: { trainers: null }, values: { capacity: 12 } })
  expect((await open(await aCoordinator())).choices.trainers).not.toBeNull()
  await expect(open(await aTrainer())).rejects.toEqual(refusedWith(403))
  await expect(open(await aPerson({ roles: ['participant', 'committee', 'admin'] }))).rejects.toEqual(
    refusedWith(403),
  )
  await expect(edit(args(await requestAs(await aPerson(), '/workshops/new', {})))).rejects.toEqual(
    refusedWith(403),
  )
})

test('own trainers cannot take themselves out, nor let others in', async () => {
  const [own, second] = [await aTrainer(), await aTrainer()]
  const { id, courseId } = await aWorkshop({ trainerIds: [own.id, second.id] })
  await change(own, id, { ...(await aForm({ courseId, version: '1', trainerIds: (await aTrainer()).id })) })
  expect((await getWorkshop(db, id))?.trainerIds.sort()).toEqual([own.id, second.id].sort())
})

test('the form opens as the workshop stands, and saved unchanged it changes nothing', async () => {
  const startsAt = at(DAY, '09:00')
  const meetings = [
    { startsAt, endsAt: hours(3, startsAt), units: 4 },
    { startsAt: days(7, startsAt), endsAt: hours(7, days(7, startsAt)), units: 8 },
  ]
  const { id } = await aWorkshop({
    meetings,
    enrolUntil: at(addDays(DAY, -3), '23:59'),
    withdrawUntil: startsAt,
  })
  const who = await aCoordinator()
  await enrolPeople(id, 2)
  const before = await getWorkshop(db, id)
  const page = await editPage(args(await requestAs(who, `/workshops/${id}/edit`), { workshopId: id }))

  const form: Form = { id, version: String(page.workshop?.version), courseId: before!.courseId }
  for (const [name, value] of Object.entries(page.values)) {
    form[name] = Array.isArray(value) ? value.map(String) : String(value ?? '')
  }
  page.workshop?.meetings.forEach((meeting, row) => (form[`meeting${row}`] = meeting.id))
  await change(who, id, form)

  expect(await getWorkshop(db, id)).toEqual({ ...before, version: 2 })
  expect(await mailsOf('workshop-changed', id)).toBe(0)
})

test('of two coordinators who edit at once, the second keeps what was typed and is told', async () => {
  const { id, courseId } = await aWorkshop()
  const [first, second] = [await aCoordinator(), await aCoordinator()]
  const form = await aForm({ courseId, version: '1' })

  await change(first, id, { ...form, note: 'zuerst' })
  expect(await change(second, id, { ...form, note: 'danach' })).toMatchObject({
    init: { status: 409 },
    data: { refusal: 'changed-meanwhile', submitted: { note: 'danach' } },
  })
  expect((await getWorkshop(db, id))?.note).toBe('zuerst')
})

test('a list shows a month by its meetings, and what is to come by workshops', async () => {
  const month = addMonths(`${dayOf(NOW).slice(0, 7)}-01`, 5)
  const first = at(addDays(month, 9), '09:00')
  const trainer = await aTrainer()
  const { id } = await aWorkshop({
    trainerIds: [trainer.id],
    meetings: [first, days(7, first), days(35, first)].map((startsAt) => ({
      ...{ startsAt, endsAt: hours(3, startsAt), units: 4 },
    })),
  })
  const entries = async (query: string, who?: Someone) => {
    const path = `/workshops?${query}`
    const page = await list(args(who ? await requestAs(who, path) : aRequest(path)))
    return page.entries
      .filter((entry) => entry.workshopId === id)
      .map(({ nth, count }) => `${nth} von ${count}`)
  }

  expect(await entries(`month=${month.slice(0, 7)}`)).toEqual(['1 von 3', '2 von 3'])
  expect(await entries(`month=${addMonths(month, 1).slice(0, 7)}`)).toEqual(['3 von 3'])
  expect(await entries(`month=${addMonths(month, 2).slice(0, 7)}`)).toEqual([])
  expect(await entries('view=agenda')).toEqual(['1 von 3'])
  expect(await entries('view=agenda&mine=on', trainer)).toEqual(['1 von 3'])
  expect(await entries('view=agenda&mine=on', await aTrainer())).toEqual([])
})

test('in the month that we are in, what is over stands aside', async () => {
  const monthStart = startOfDay(`${dayOf(NOW).slice(0, 7)}-01`)
  const { id } = await aWorkshop({ startsAt: monthStart })
  const page = await list(args(aRequest('/workshops?month=nonsense')))
  const isIt = (entry: { workshopId: string }) => entry.workshopId === id
  const isFirstDay = dayOf(NOW).endsWith('-01')
  expect([page.entries.some(isIt), page.earlier.some(isIt)]).toEqual([isFirstDay, !isFirstDay])
})

test('visitors do not see the workshops of a draft, its trainer does', async () => {
  const trainer = await aTrainer()
  const courseId = (await aCourse({ publishedAt: null })).id
  const { id } = await aWorkshop({ courseId, startsAt: days(5, NOW), trainerIds: [trainer.id] })
  const sees = async (request: Request) =>
    (await list(args(request))).entries.some((entry) => entry.workshopId === id)

  expect(await sees(aRequest('/workshops?view=agenda'))).toBe(false)
  expect(await sees(await requestAs(await aTrainer(), '/workshops?view=agenda'))).toBe(false)
  expect(await sees(await requestAs(trainer, '/workshops?view=agenda'))).toBe(true)
  expect(await sees(await requestAs(await aCoordinator(), '/workshops?view=agenda'))).toBe(true)
})

test('a message goes to the chosen part of the group once, and the page says so', async () => {
  const trainer = await aTrainer()
  const { id: workshopId } = await aWorkshop({
    capacity: 2,
    startsAt: days(20, NOW),
    trainerIds: [trainer.id],
  })
  await enrolPeople(workshopId, 3)
  const path = `/workshops/${workshopId}/message`
  const form = { id: randomUUID(), groups: ['confirmed', 'waiting'], subject: 'Raum', body: 'Am Eingang' }
  const send = async (more: object) =>
    message(args(await requestAs(trainer, path, { ...form, ...more }), { workshopId }))

  expect(await send({ groups: [], subject: '' })).toMatchObject({
    data: { errors: { groups: 'required', subject: 'required' }, submitted: { body: 'Am Eingang' } },
  })
  const response = (await send({})) as Response
  await send({})
  expect(await mailsOf('workshop-message', workshopId)).toBe(3)
  const back = await requestAs(trainer, response.headers.get('Location') ?? '')
  expect(await messagePage(args(back, { workshopId }))).toMatchObject({
    counts: { confirmed: 2, offered: 0, waiting: 1 },
    sent: { recipients: 3 },
    messages: [{ subject: 'Raum' }],
  })
})

test('calling off names how many people get a mail, needs a reason, and happens once', async () => {
  const trainer = await aTrainer()
  const { id: workshopId } = await aWorkshop({ startsAt: days(20, NOW), trainerIds: [trainer.id] })
  await enrolPeople(workshopId, 2)
  const who = await aCoordinator()
  const path = `/workshops/${workshopId}/call-off`
  const send = async (reason: string) => callOff(args(await requestAs(who, path, { reason }), { workshopId }))

  expect(await callOffPage(args(await requestAs(who, path), { workshopId }))).toMatchObject({ mails: 3 })
  expect(await send(' ')).toMatchObject({ data: { errors: { reason: 'required' } } })
  expect(((await send('Wasserschaden')) as Response).status).toBe(302)
  expect(await send('Noch einmal')).toMatchObject({ init: { status: 409 } })
  expect(await mailsOf('workshop-called-off', workshopId)).toBe(3)
  expect(await callOffPage(args(await requestAs(who, path), { workshopId }))).toMatchObject({
    closed: 'called-off',
  })
})

test('calling off a workshop that has begun names the meetings that go, and asks to record who was there first', async () => {
  const trainer = await aTrainer()
  const now = new Date()
  const meetings = [days(-1, now), days(6, now)].map((startsAt) => ({
    ...{ startsAt, endsAt: hours(3, startsAt), units: 4 },
  }))
  const { id: workshopId } = await aWorkshop({ meetings, trainerIds: [trainer.id] })
  const [first, second] = (await getWorkshop(db, workshopId))!.meetings
  const person = await aPerson()
  const wish = { workshopId, personId: person.id, organisationId: null, by: person.id }
  const enrolment = await enrol(db, wish, days(-20, now))
  if (!enrolment.ok) throw new Error(enrolment.refusal)
  const page = async () =>
    callOffPage(args(await requestAs(trainer, `/workshops/${workshopId}/call-off`), { workshopId }))
  expect(await page()).toMatchObject({ mails: 1, isUnrecorded: true, left: undefined })

  const entries = [{ enrolmentId: enrolment.id, status: 'present' as const, units: null }]
  await recordAttendance(db, { meetingId: first!.id, by: trainer.id, entries }, now)
  expect(await page()).toMatchObject({ mails: 1, isUnrecorded: false, left: [{ id: second!.id }] })
})

test('only its own trainers and the coordination write to a group or call it off', async () => {
  const { id: workshopId } = await aWorkshop({ startsAt: days(20, NOW) })
  for (const who of [await aPerson(), await aTrainer(), await aPerson({ roles: ['admin', 'committee'] })]) {
    const request = () => requestAs(who, `/workshops/${workshopId}`, { reason: 'x' })
    for (const action of [message, callOff]) {
      await expect(action(args(await request(), { workshopId }))).rejects.toEqual(refusedWith(403))
    }
    for (const loader of [messagePage, callOffPage]) {
      await expect(loader(args(await request(), { workshopId }))).rejects.toEqual(refusedWith(403))
    }
  }
})
