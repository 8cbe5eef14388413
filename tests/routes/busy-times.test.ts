import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test, vi } from 'vitest'
import { addDays, dayOf } from '#app/domain/calendar.ts'
import { action, loader } from '#app/routes/calendar/busy-times.tsx'
import { action as enrolOthers } from '#app/routes/enrolments/list.tsx'
import { loader as onePage } from '#app/routes/enrolments/show.tsx'
import { loader as offerPage } from '#app/routes/offers/answer.tsx'
import { loader as decisionJson } from '#app/routes/enrolments/decision-json.ts'
import { loader as workshopPage } from '#app/routes/workshops/show.tsx'
import { listCurrent } from '#db/queue.ts'
import { offerLinkOf } from '#tests/approving.ts'
import { db } from '#tests/database.ts'
import {
  anOrganisation,
  aPerson,
  args,
  anUpload,
  aRequest,
  aWorkshop,
  hours,
  requestAs,
  uploadAs,
} from '#tests/factories.ts'

const PATH = '/profile/busy-times'
const NOW = new Date()
const DAY = addDays(dayOf(NOW), 20)
type Someone = { id: string }

const page = async (person: Someone) => loader(args(await requestAs(person, PATH)))
const bytes = (text: string) => new TextEncoder().encode(text)
const send = async (person: Someone, content: string | Uint8Array, name = 'kalender.ics') => {
  const file = anUpload(name, typeof content === 'string' ? bytes(content) : content)
  return action(args(await uploadAs(person, PATH, { intent: 'upload' }, { file })))
}
const said = async (person: Someone, content: string | Uint8Array, name?: string) => {
  const answer = await send(person, content, name)
  return 'data' in answer ? (answer.data.refusal ?? answer.data.errors) : answer.headers.get('Location')
}
const calendar = (...lines: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n')
const event = (start: string, ...lines: string[]) => [
  ...['BEGIN:VEVENT', `UID:${start}`, 'SUMMARY:Arzttermin', 'LOCATION:Praxis Muster'],
  ...[
    `DTSTART;TZID=Europe/Berlin:${DAY.replaceAll('-', '')}T${start}`,
    'DURATION:PT1H',
    ...lines,
    'END:VEVENT',
  ],
]

test('a calendar is uploaded, warns its owner on the page and in JSON, is replaced and deleted', async () => {
  const person = await aPerson()
  expect(await said(person, calendar(...event('090000')))).toBe(`${PATH}?done=saved`)
  const stored = await page(person)
  expect(stored).toMatchObject({ count: 1 })
  const [busy] = stored.next

  const { id: workshopId } = await aWorkshop({ startsAt: hours(-1, busy!.startsAt) })
  const workshop = await workshopPage(
    args(await requestAs(person, `/workshops/${workshopId}`), { workshopId }),
  )
  expect(workshop.warnings?.busy).toEqual(busy)
  const request = await requestAs(person, `/workshops/${workshopId}/enrolment.json`)
  const json = (await (await decisionJson(args(request, { workshopId }))).json()) as {
    warnings: { busy: object }
  }
  expect(json.warnings.busy).toBeDefined()

  expect(await said(person, calendar(...event('180000'), ...event('200000')))).toBe(`${PATH}?done=saved`)
  expect((await page(person)).count).toBe(2)
  const answer = await action(args(await uploadAs(person, PATH, { intent: 'remove' }, {})))
  expect(answer).toMatchObject({ status: 302 })
  expect(await page(person)).toMatchObject({ count: 0, next: [], uploadedAt: null })
})

test('nobody else is shown it: not by the page, nor by the workshop, nor to a guest', async () => {
  const [person, other] = [await aPerson(), await aPerson({ roles: ['participant', 'coordinator', 'admin'] })]
  await send(person, calendar(...event('090000')))
  const [busy] = (await page(person)).next
  expect(await page(other)).toMatchObject({ count: 0, next: [] })
  const { id: workshopId } = await aWorkshop({ startsAt: busy!.startsAt })
  const asOther = await workshopPage(args(await requestAs(other, `/workshops/${workshopId}`), { workshopId }))
  expect(asOther.warnings?.busy).toBeUndefined()
  await expect(loader(args(aRequest(PATH)))).rejects.toMatchObject({ status: 302 })
})

test('an offer warns whoever is asked, on their own pages alone: not behind the link of the mail, not the officer', async () => {
  const town = await anOrganisation()
  const [person] = [await aPerson({ organisationId: town.id }), await aPerson({ organisationId: town.id })]
  const officer = await aPerson({ officerOf: [town.id] })
  await send(person, calendar(...event('090000')))
  const [busy] = (await page(person)).next
  const { id: workshopId } = await aWorkshop({ startsAt: busy!.startsAt })
  const wish = { personId: person.id, id: randomUUID() }
  const path = `/workshops/${workshopId}/enrolments`
  const answer = await enrolOthers(args(await requestAs(officer, path, wish), { workshopId }))
  expect(answer).toMatchObject({ status: 302 })

  const own = await workshopPage(args(await requestAs(person, `/workshops/${workshopId}`), { workshopId }))
  expect(own.own?.offer?.warnings.busy).toEqual(busy)
  const enrolmentId = (await listCurrent(db, workshopId))[0]!.id
  const shown = async (who: Someone) =>
    JSON.stringify(await onePage(args(await requestAs(who, `/enrolments/${enrolmentId}`), { enrolmentId })))
  expect(await shown(person)).toContain('"busy"')
  expect(await shown(officer)).not.toContain('"busy"')
  const token = await offerLinkOf(person.id)
  const byMail = JSON.stringify(await offerPage(args(aRequest(`/offers/${token}`), { token })))
  expect(byMail).toContain('"warnings"')
  expect(byMail).not.toContain('"busy"')
})

test('each thing that can be wrong with a file has its own word, and what was stored before stays', async () => {
  const person = await aPerson()
  await send(person, calendar(...event('090000')))
  const good = calendar(...event('100000'))
  expect(await said(person, 'Name;Vorname\r\nMuster;Ada\r\n')).toEqual({ file: 'no-calendar' })
  expect(await said(person, 'BEGIN:VCARD\r\nEND:VCARD\r\n')).toEqual({ file: 'other-type' })
  expect(await said(person, good.slice(0, -30))).toEqual({ file: 'cut-off' })
  expect(await said(person, good, 'kalender.zip')).toEqual({ file: 'type-not-allowed' })
  expect(await said(person, new Uint8Array([0, 1, 2, 3]))).toEqual({ file: 'other-type' })
  expect(await said(person, '')).toEqual({ file: 'no-file' })
  expect(await said(person, `${good}${' '.repeat(5 * 1024 * 1024)}`)).toEqual({ file: 'too-large' })
  expect(
    await said(person, calendar(...Array.from({ length: 20_001 }, () => 'BEGIN:VEVENT\r\nEND:VEVENT'))),
  ).toEqual({
    file: 'too-much',
  })
  const odd = calendar(...event('100000'), ...event('110000', 'RRULE:FREQ=HOURLY'))
  expect((await page(person)).count).toBe(1)
  expect(await said(person, odd)).toBe(`${PATH}?done=saved&unread=1`)
})

test('real calendars are taken, and nothing of their words reaches a log, the record or the database', async () => {
  const person = await aPerson()
  const written: string[] = []
  const spies = (['log', 'info', 'warn', 'error'] as const).map((name) =>
    vi.spyOn(console, name).mockImplementation((...said) => void written.push(JSON.stringify(said))),
  )
  for (const name of ['outlook', 'nextcloud']) {
    expect(await said(person, readFileSync(`tests/fixtures/busy-times/${name}.ics`))).toBe(
      `${PATH}?done=saved`,
    )
  }
  await send(person, calendar(...event('090000', 'RRULE:FREQ=SECONDLY')))
  for (const spy of spies) spy.mockRestore()
  expect(written).toEqual([])
  const lines = await db.selectFrom('audit').selectAll().where('actorId', '=', person.id).execute()
  const rows = await db.selectFrom('busyTime').selectAll().where('personId', '=', person.id).execute()
  expect(JSON.stringify([lines, rows])).not.toMatch(/Arzt|Praxis|Urlaub|Gemeinderat|kalender\.ics/)
})

test('a form that was not sent as one with files is refused as that', async () => {
  const person = await aPerson()
  const plain = await requestAs(person, PATH, { intent: 'remove' })
  const torn = await requestAs(person, PATH, { intent: 'remove' })
  torn.headers.set('Content-Type', 'multipart/form-data')
  await expect(action(args(plain))).rejects.toMatchObject({ status: 415 })
  await expect(action(args(torn))).rejects.toMatchObject({ status: 415 })
})

test('whoever uploads again and again is asked to wait', async () => {
  const person = await aPerson()
  const answers = []
  for (let nth = 0; nth < 21; nth += 1) answers.push(await said(person, calendar()))
  expect(answers.at(-2)).toBe(`${PATH}?done=saved`)
  expect(answers.at(-1)).toBe('tooMany')
})
