import { expect, onTestFinished, test, vi } from 'vitest'
import { stepOf } from '#app/domain/check-in.ts'
import { codeAt } from '#app/http/check-in-code.server.ts'
import { loader as stream } from '#app/routes/attendance/arrivals.ts'
import { loader as screen } from '#app/routes/attendance/check-in-screen.tsx'
import { action, loader } from '#app/routes/check-in/confirm.tsx'
import { loader as enter } from '#app/routes/check-in/enter.tsx'
import { checkIn } from '#db/arrivals.ts'
import { listAttendance } from '#db/attendance.ts'
import { secretOf } from '#db/roll-calls.ts'
import { aClass, type Class } from '#tests/a-class.ts'
import { db } from '#tests/database.ts'
import { aContext, aPerson, aRequest, args, cookieOf, hours, requestAs } from '#tests/factories.ts'

const BEGAN = hours(-1, new Date())

async function codeOf({ meetingId }: Class, stepsAgo = 0) {
  return codeAt(await secretOf(db, meetingId), stepOf(new Date()) - stepsAgo)
}

type Here = { data: { here: { pass: string } | null } }

async function passOf(person: { id: string }, code: string) {
  const page = (await loader(args(await requestAs(person, `/check-in/${code}`), { code }))) as unknown as Here
  return page.data.here?.pass ?? ''
}

async function confirm(person: { id: string }, code: string, pass: string) {
  return action(args(await requestAs(person, `/check-in/${code}`, { pass }), { code }))
}

test('scan, press, present: success is shown from what is stored', async () => {
  const group = await aClass(['Adler'], BEGAN)
  const [adler] = group.people
  const code = await codeOf(group)
  const answer = await confirm(adler!, code, await passOf(adler!, code))
  const to = (answer as Response).headers.get('Location') ?? ''
  expect(to).toBe(`/check-in?meeting=${group.meetingId}`)
  const page = await enter(args(await requestAs(adler!, to)))
  expect(page.arrival).toMatchObject({ status: 'present' })
  const other = await enter(args(await requestAs(await aPerson(), to)))
  expect(other.arrival).toBeNull()
})

test('whoever goes on without a code is asked for it, and not before', async () => {
  const person = await aPerson()
  const page = async (address: string) => enter(args(await requestAs(person, address)))
  expect((await page('/check-in')).isEmpty).toBe(false)
  expect((await page('/check-in?code=+')).isEmpty).toBe(true)
})

test('the code of the half minute before still counts, older and invented ones do not', async () => {
  // No half minute ends between the code and the page.
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() })
  onTestFinished(() => void vi.useRealTimers())
  const group = await aClass(['Adler'], BEGAN)
  const [adler] = group.people
  expect(await passOf(adler!, await codeOf(group, 1))).not.toBe('')
  expect(await passOf(adler!, await codeOf(group, 3))).toBe('')
  expect(await passOf(adler!, 'XXXXXX')).toBe('')
})

test('whoever must sign in first comes back to the check-in, though the code has changed meanwhile', async () => {
  const group = await aClass(['Adler'], BEGAN)
  const [adler] = group.people
  const code = await codeOf(group)
  const toLogin = await loader(args(aRequest(`/check-in/${code}`), { code })).catch(
    (thrown: unknown) => thrown as Response,
  )
  const { headers } = toLogin as Response
  expect(headers.get('Location')).toBe(`/login?to=${encodeURIComponent(`/check-in/${code}`)}`)
  const pass = headers.get('Set-Cookie')?.split(';')[0] ?? ''
  const old = await codeOf(group, 5)
  const back = aRequest(`/check-in/${old}`, undefined, { Cookie: `${await cookieOf(adler!)}; ${pass}` })
  const page = (await loader(args(back, { code: old }))) as unknown as Here
  expect(page.data.here).not.toBeNull()
})

test('a pass is worth nothing to somebody else, and whoever is not enrolled is told the way', async () => {
  const group = await aClass(['Adler'], BEGAN)
  const stranger = await aPerson()
  const code = await codeOf(group)
  const passed = await confirm(stranger, code, await passOf(group.people[0]!, code))
  expect(passed).toMatchObject({ data: { refusal: 'code-wrong' } })
  const own = await confirm(stranger, code, await passOf(stranger, code))
  expect(own).toMatchObject({ data: { refusal: 'not-enrolled' }, init: { status: 409 } })
  expect(await listAttendance(db, group.meetingId)).toMatchObject([{ status: null }])
})

test('the screen shows a code only around the meeting, and only to those who keep the list', async () => {
  const group = await aClass([], BEGAN)
  const open = async (person: { id: string }, { meetingId }: Class) =>
    screen(args(await requestAs(person, `/meetings/${meetingId}/check-in`), { meetingId }))
  expect((await open(group.trainer, group)).shown?.code).toMatch(/^\w{3}-\w{3}$/)
  const later = await aClass([], hours(5, new Date()))
  expect(await open(later.trainer, later)).toMatchObject({ state: 'too-early', shown: null })
  await expect(open(await aPerson(), group)).rejects.toMatchObject({ status: 403 })
})

/** Reads from a stream until a text has come. */
async function readUntil(reader: ReadableStreamDefaultReader<Uint8Array>, wanted: string): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  while (!text.includes(wanted)) {
    const { done, value } = await reader.read()
    if (done) throw new Error(`the stream ended: ${text}`)
    text += decoder.decode(value)
  }
  return text
}

test('the trainer sees arrivals as they come; the stream ends when the server stops', async () => {
  const group = await aClass(['Adler'], BEGAN)
  const { meetingId, trainer } = group
  const server = new AbortController()
  const request = await requestAs(trainer, `/meetings/${meetingId}/check-in/arrivals`)
  const response = await stream(args(request, { meetingId }, aContext({ stopping: server.signal })))
  expect(response.headers.get('Content-Type')).toContain('text/event-stream')
  expect(response.headers.get('Cache-Control')).toContain('no-transform')
  const reader = response.body!.getReader()
  await readUntil(reader, 'event: code')
  await checkIn(db, { meetingId, personId: group.people[0]!.id }, new Date())
  expect(await readUntil(reader, 'Adler')).toContain('event: arrivals')

  server.abort()
  let ended = false
  while (!ended) ended = (await reader.read()).done
  expect(ended).toBe(true)
})

test('streams are few, and only for those who keep the list', async () => {
  const { meetingId, trainer } = await aClass([], BEGAN)
  const path = `/meetings/${meetingId}/check-in/arrivals`
  const open = async (person: { id: string }) => stream(args(await requestAs(person, path), { meetingId }))
  const streams = []
  for (let nth = 0; nth < 5; nth++) streams.push(await open(trainer))
  expect(streams.map(({ status }) => status)).toEqual([200, 200, 200, 200, 429])
  await Promise.all(streams.map(({ body }) => body?.cancel()))
  expect((await stream(args(aRequest(path), { meetingId }))).status).toBe(401)
  await expect(open(await aPerson())).rejects.toMatchObject({ status: 403 })
})
