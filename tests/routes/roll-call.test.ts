import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { action as replay } from '#app/routes/attendance/replay.ts'
import { loader as grid } from '#app/routes/attendance/grid.tsx'
import { loader as table } from '#app/routes/attendance/grid-csv.ts'
import { loader as sheet } from '#app/routes/attendance/sheet-pdf.ts'
import { action as typeIn } from '#app/routes/attendance/type-in.tsx'
import { action as walkIn, loader as walkInPage } from '#app/routes/attendance/walk-in.tsx'
import { action as record } from '#app/routes/attendance/record.tsx'
import { sheetCode } from '#app/domain/sheet-code.ts'
import { listAttendance } from '#db/attendance.ts'
import { getRollCall } from '#db/roll-calls.ts'
import { listWalkIns } from '#db/walk-in-lists.ts'
import { aClass, type Class } from '#tests/a-class.ts'
import { db } from '#tests/database.ts'
import { aPerson, aRequest, args, days, hours, requestAs } from '#tests/factories.ts'

const BEGAN = hours(-1, new Date())
type Someone = { id: string }

async function send(person: Someone, { meetingId }: Class, form: Record<string, string>) {
  const path = `/meetings/${meetingId}/attendance/replay`
  return (await replay(args(await requestAs(person, path, form), { meetingId }))) as Response
}

function entries({ people }: Class, guests: object[] = []) {
  const taps = people.map(({ enrolmentId }, nth) => ({
    ...{ id: randomUUID(), enrolmentId, status: 'present', units: null },
    ...{ tappedAt: Date.now() + nth, basedOn: null },
  }))
  return { deviceId: randomUUID(), entries: JSON.stringify({ taps, guests }) }
}

test('what waited on the phone is stored, and the answer is the list as it stands', async () => {
  const group = await aClass(['Adler', 'Braun'], BEGAN)
  const guest = { id: randomUUID(), name: 'Grace Hopper', organisation: '', email: 'not an address' }
  const form = entries(group, [guest])
  for (let time = 0; time < 2; time++) {
    const answer = (await (await send(group.trainer, group, form)).json()) as Record<string, unknown>
    expect(answer).toMatchObject({
      outcomes: [{ outcome: time === 0 ? 'stored' : 'superseded' }, {}],
      guests: [guest.id],
      people: [{ status: 'present', by: expect.stringContaining('Ada') }, { status: 'present' }],
    })
  }
  expect(await listWalkIns(db, group.workshopId)).toMatchObject([{ name: 'Grace Hopper', email: null }])
})

test('whose session has ended is told so and not led away; others and strangers get nothing', async () => {
  const group = await aClass(['Adler'], BEGAN)
  const path = `/meetings/${group.meetingId}/attendance/replay`
  const guest = await replay(args(aRequest(path, entries(group)), { meetingId: group.meetingId }))
  expect(guest.status).toBe(401)
  await expect(send(await aPerson(), group, entries(group))).rejects.toMatchObject({ status: 403 })
  expect(await listAttendance(db, group.meetingId)).toMatchObject([{ status: null }])
})

test('what is no list of taps is refused, whatever it is', async () => {
  const group = await aClass(['Adler'], BEGAN)
  for (const wrong of ['', 'null', '{"taps":[{}],"guests":[]}', `{"taps":"x"}`]) {
    const answer = await send(group.trainer, group, { deviceId: randomUUID(), entries: wrong })
    expect(answer.status).toBe(400)
  }
  const early = await aClass(['Adler'], days(3, new Date()))
  expect((await send(early.trainer, early, entries(early))).status).toBe(409)
})

test('the grid shows everybody and every meeting; the table for Excel is safe to open', async () => {
  const group = await aClass(['Adler', '=SUM(A1)'], BEGAN, { meetings: 2 })
  await send(group.trainer, group, entries(group))
  const { workshopId, trainer } = group
  const page = await grid(
    args(await requestAs(trainer, `/workshops/${workshopId}/attendance`), { workshopId }),
  )
  expect(page.grid.rows.map(({ cells }) => cells.map(({ word }) => word))).toEqual([
    ['present', 'registered'],
    ['present', 'registered'],
  ])
  const request = await requestAs(trainer, `/workshops/${workshopId}/attendance.csv`)
  const text = await (await table(args(request, { workshopId }))).text()
  expect(text).toContain('anwesend;angemeldet;4;8')
  expect(text).not.toMatch(/(^|;)=/m)
  const other = await requestAs(
    await aPerson({ roles: ['trainer'] }),
    `/workshops/${workshopId}/attendance.csv`,
  )
  await expect(table(args(other, { workshopId }))).rejects.toMatchObject({ status: 403 })
})

test('a sheet of paper is typed in: names first, then saved; a typing mistake saves nothing', async () => {
  const group = await aClass(['Adler', 'Braun'], BEGAN)
  const { meetingId, trainer } = group
  const [adler, braun] = (await listAttendance(db, meetingId)).map(({ queueNumber }) =>
    sheetCode(queueNumber),
  )
  const post = async (intent: string, codes: string) =>
    typeIn(args(await requestAs(trainer, `/meetings/${meetingId}/sheet`, { intent, codes }), { meetingId }))

  const preview = await post('preview', `${adler} ${braun} t3`)
  expect(preview).toMatchObject({ data: { preview: { rows: [{ units: 4 }, { units: 3 }], open: 0 } } })
  expect(await post('save', `${adler} QOQ`)).toMatchObject({
    data: { preview: { problems: [{ problem: 'mistyped' }] } },
  })
  expect((await listAttendance(db, meetingId)).map(({ status }) => status)).toEqual([null, null])
  expect(await post('save', `${adler} ${braun} t3`)).toBeInstanceOf(Response)
  expect((await listAttendance(db, meetingId)).map(({ status }) => status)).toEqual(['present', 'partial'])
})

test('the sheet is a PDF for those who keep the list', async () => {
  const { meetingId, trainer } = await aClass(['Adler'], BEGAN)
  const path = `/meetings/${meetingId}/sign-in-sheet.pdf`
  const response = await sheet(args(await requestAs(trainer, path), { meetingId }))
  expect(response.headers.get('Content-Type')).toBe('application/pdf')
  expect(response.headers.get('Content-Disposition')).toMatch(/lernkreis-unterschriftenliste-[\d-]+\.pdf/)
})

test('somebody who has come is found by name and admitted, or noted without an account', async () => {
  const group = await aClass(['Adler'], BEGAN)
  const { meetingId, trainer } = group
  const person = await aPerson({ familyName: `Zufall${randomUUID().slice(0, 6)}` })
  const path = `/meetings/${meetingId}/walk-in`
  const page = await walkInPage(
    args(await requestAs(trainer, `${path}?q=${person.familyName}`), { meetingId }),
  )
  expect(page.hits).toMatchObject([{ id: person.id }])
  const post = async (form: Record<string, string>) =>
    walkIn(args(await requestAs(trainer, path, form), { meetingId }))

  expect(await post({ id: randomUUID(), personId: person.id })).toBeInstanceOf(Response)
  expect(await post({ id: randomUUID(), personId: person.id })).toBeInstanceOf(Response)
  expect(await post({ id: randomUUID(), personId: group.people[0]!.id })).toMatchObject({
    data: { refusal: 'already-on-list' },
    init: { status: 409 },
  })
  expect(await post({ id: randomUUID(), name: '', email: '', organisation: '' })).toMatchObject({
    data: { errors: { name: 'required' } },
  })
  expect(await post({ id: randomUUID(), name: 'Grace', email: '', organisation: '' })).toBeInstanceOf(
    Response,
  )
  expect(await listAttendance(db, meetingId)).toHaveLength(2)
})

test('a list is finished when nobody is open, and changes only with a reason from then on', async () => {
  const group = await aClass(['Adler'], BEGAN)
  const { meetingId, trainer } = group
  const path = `/meetings/${meetingId}/attendance`
  const post = async (form: Record<string, string>) =>
    record(args(await requestAs(trainer, path, form), { meetingId }))
  expect(await post({ intent: 'complete' })).toMatchObject({ data: { refusal: 'still-open', open: 1 } })
  await post({ intent: 'all' })
  expect(await post({ intent: 'complete' })).toBeInstanceOf(Response)
  expect((await getRollCall(db, meetingId))?.completedAt).toBeInstanceOf(Date)

  const absent = { intent: 'save', [`status-${group.people[0]!.enrolmentId}`]: 'absent' }
  expect(await post({ ...absent, reason: '' })).toMatchObject({ data: { refusal: 'reason-missing' } })
  expect(await post({ ...absent, reason: 'mistake' })).toBeInstanceOf(Response)
})
