import { randomUUID } from 'node:crypto'
import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { loader as feed } from '#app/routes/calendar/feed.ts'
import { action as subscribe, loader as subscribePage } from '#app/routes/calendar/subscribe.tsx'
import { loader as download } from '#app/routes/calendar/workshop.ts'
import { enrol } from '#db/enrolments.ts'
import { callOffWorkshop } from '#db/decisions.ts'
import { db } from '#tests/database.ts'
import { aContext, aPerson, aRequest, args, aWorkshop, days, requestAs } from '#tests/factories.ts'

const NOW = new Date()
type Someone = { id: string }

const anyPlace = () => aContext({ clientAddress: randomUUID() })

function eventsIn(text: string) {
  const component = new ICAL.Component(ICAL.parse(text))
  return component.getAllSubcomponents('vevent').map((event) => ({
    uid: String(event.getFirstPropertyValue('uid')),
    summary: String(event.getFirstPropertyValue('summary')),
    status: String(event.getFirstPropertyValue('status')),
    description: String(event.getFirstPropertyValue('description')),
  }))
}

const enrolIn = (workshopId: string, { id }: Someone) =>
  enrol(db, { workshopId, personId: id, organisationId: null, by: id }, NOW)

async function addressFor(who: Someone): Promise<string> {
  const answer = await subscribe(args(await requestAs(who, '/profile/calendar', { intent: 'renew' })))
  if (!('data' in answer)) throw new Error('no address')
  return new URL(answer.data.address).pathname
}

function fetchFeed(path: string, headers: Record<string, string> = {}, context = anyPlace()) {
  return feed(args(aRequest(path, undefined, headers), { file: path.split('/').at(-1)! }, context))
}

const downloadAs = async (who: Someone | undefined, workshopId: string) => {
  const path = `/workshops/${workshopId}/calendar.ics`
  const request = who ? await requestAs(who, path) : aRequest(path)
  return eventsIn(await (await download(args(request, { workshopId }))).text())
}

test('a workshop can be taken into any calendar; it is certain only for those with a place', async () => {
  const { id } = await aWorkshop({ startsAt: days(14, NOW), onlineUrl: 'https://konferenz.example/geheim' })
  const ada = await aPerson()
  await enrolIn(id, ada)

  const [own] = await downloadAs(ada, id)
  expect(own).toMatchObject({ summary: 'Netze verstehen', status: 'CONFIRMED' })
  const [visitors] = await downloadAs(undefined, id)
  expect(visitors).toMatchObject({ uid: own!.uid, status: 'TENTATIVE' })
  expect(JSON.stringify([own, visitors])).not.toContain('geheim')
  await expect(downloadAs(undefined, randomUUID())).rejects.toMatchObject({ status: 404 })
})

test('the feed shows own places, what one waits for, and what one leads; nothing that is called off', async () => {
  const ada = await aPerson({ roles: ['participant', 'trainer'] })
  const certain = await aWorkshop({ startsAt: days(10, NOW) })
  const full = await aWorkshop({ startsAt: days(11, NOW), capacity: 1 })
  const gone = await aWorkshop({ startsAt: days(12, NOW) })
  await aWorkshop({ startsAt: days(13, NOW), trainerIds: [ada.id] })
  await enrolIn(full.id, await aPerson())
  for (const { id } of [certain, full, gone]) await enrolIn(id, ada)
  await callOffWorkshop(db, ada.id, { id: gone.id, reason: 'Krankheit' }, NOW)

  const response = await fetchFeed(await addressFor(ada))
  expect(response.headers.get('Content-Type')).toBe('text/calendar; charset=utf-8')
  expect(eventsIn(await response.text()).map(({ summary, status }) => [summary, status])).toEqual([
    ['Netze verstehen', 'CONFIRMED'],
    ['Noch nicht sicher: Netze verstehen', 'TENTATIVE'],
    ['Netze verstehen', 'CONFIRMED'],
  ])
})

test('a calendar that has it already hears so, until something changes', async () => {
  const ada = await aPerson()
  const path = await addressFor(ada)
  const tag = (await fetchFeed(path)).headers.get('ETag')!

  expect((await fetchFeed(path, { 'If-None-Match': tag })).status).toBe(304)
  expect((await fetchFeed(path, { 'If-None-Match': `W/${tag}` })).status).toBe(304)
  await enrolIn((await aWorkshop({ startsAt: days(14, NOW) })).id, ada)
  expect((await fetchFeed(path, { 'If-None-Match': tag })).status).toBe(200)
})

test('a renewed address ends the old one, and an ended feed is gone; so is that of somebody locked out', async () => {
  const ada = await aPerson()
  const old = await addressFor(ada)
  const now = await addressFor(ada)
  await expect(fetchFeed(old)).rejects.toMatchObject({ status: 404 })
  expect((await fetchFeed(now)).status).toBe(200)

  await subscribe(args(await requestAs(ada, '/profile/calendar', { intent: 'end' })))
  await expect(fetchFeed(now)).rejects.toMatchObject({ status: 404 })
  expect(await subscribePage(args(await requestAs(ada, '/profile/calendar?done=ended')))).toEqual({
    since: null,
    ended: true,
  })
  const again = await addressFor(ada)
  await db.updateTable('person').set({ disabledAt: NOW }).where('id', '=', ada.id).execute()
  await expect(fetchFeed(again)).rejects.toMatchObject({ status: 404 })
})

test('the database keeps no address, and guessing one is slow', async () => {
  const ada = await aPerson()
  const token = (await addressFor(ada)).split('/').at(-1)!.replace('.ics', '')
  const rows = await db.selectFrom('calendarFeed').selectAll().where('personId', '=', ada.id).execute()
  expect(JSON.stringify(rows)).not.toContain(token)

  const context = anyPlace()
  const guess = () => fetchFeed(`/calendar/${'x'.repeat(32)}.ics`, {}, context)
  for (let time = 0; time < 300; time += 1) await expect(guess()).rejects.toMatchObject({ status: 404 })
  await expect(guess()).rejects.toMatchObject({ status: 429 })
  await expect(fetchFeed('/calendar/nonsense', {}, context)).rejects.toMatchObject({ status: 429 })
})
