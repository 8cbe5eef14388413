import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, expect, test } from 'vitest'
import { canonicalJson } from '#app/domain/canonical-json.ts'
import { loader as attendanceCsv } from '#app/routes/attendance/grid-csv.ts'
import { loader as feed } from '#app/routes/calendar/feed.ts'
import { action as subscribe } from '#app/routes/calendar/subscribe.tsx'
import { loader as workshopCalendar } from '#app/routes/calendar/workshop.ts'
import { loader as results } from '#app/routes/evaluations/results-file.ts'
import { hashOf, listTextsToReview, releaseRound, reviewTexts } from '#db/releases.ts'
import { changeSettings } from '#db/settings.ts'
import { countRound } from '#db/tallies.ts'
import { enrol } from '#db/enrolments.ts'
import { db } from '#tests/database.ts'
import { aPerson, aRequest, args, aWorkshop, days, NOW, requestAs } from '#tests/factories.ts'
import { anUrn, countMeans, questionnaireOf, voteAll } from '#tests/urn.ts'

const OVER = days(20)
const MARK = 'Beispieldaten'
const SENTENCE = `${MARK}. Personen und Zahlen sind erfunden.`
/** Long lines of a calendar are folded. */
const unfolded = (text: string) => text.replaceAll('\r\n ', '')

beforeAll(() => changeSettings(db, null, { demo: true }, NOW))

async function resultsAs(format: string) {
  const { round, people } = await anUrn({ kind: 'competence-centre', people: 12 })
  await voteAll({ round, people }, people, { overall: 4 })
  await countRound(db, { roundId: round.id, by: null }, countMeans('competence-centre'), OVER)
  const person = await aPerson({ roles: ['staffCouncil'] })
  const textIds = (await listTextsToReview(db, round.id)).map(({ id }) => id)
  await reviewTexts(db, { roundId: round.id, textIds, review: 'shown', by: person.id }, OVER)
  await releaseRound(db, { roundId: round.id, by: person.id }, questionnaireOf['competence-centre'], OVER)
  const path = `/evaluations/${round.id}/results/${format}`
  return results(args(await requestAs(person, path), { roundId: round.id, format }))
}

async function aDate() {
  const startsAt = days(14, new Date())
  const { id } = await aWorkshop({ startsAt })
  const ada = await aPerson()
  await enrol(db, { workshopId: id, personId: ada.id, organisationId: null, by: ada.id }, new Date())
  return { workshopId: id, ada }
}

test('in the demo district the table of attendance begins with the mark of sample data', async () => {
  const { id } = await aWorkshop()
  const office = await aPerson({ roles: ['coordinator'] })
  const request = await requestAs(office, `/workshops/${id}/attendance.csv`)
  const table = await (await attendanceCsv(args(request, { workshopId: id }))).text()
  expect(table.startsWith(`${MARK};`)).toBe(true)
})

test('the results of an evaluation carry it in every format, beside the figures and not in what was hashed', async () => {
  expect((await (await resultsAs('csv')).text()).startsWith(`${MARK};`)).toBe(true)
  const sheet = new Uint8Array(await (await resultsAs('ods')).arrayBuffer())
  expect(strFromU8(unzipSync(sheet)['content.xml']!)).toContain(MARK)
  const { release, sha256, demo } = await (await resultsAs('json')).json()
  expect(demo).toBe(true)
  expect(hashOf(canonicalJson(release))).toBe(sha256)
})

test('entries for calendars and the name of the subscribed calendar carry it', async () => {
  const { workshopId, ada } = await aDate()
  const file = await workshopCalendar(args(aRequest(`/workshops/${workshopId}/calendar.ics`), { workshopId }))
  expect(unfolded(await file.text())).toContain(SENTENCE)
  const answer = await subscribe(args(await requestAs(ada, '/profile/calendar', { intent: 'renew' })))
  if (!('data' in answer)) throw new Error('no address')
  const path = new URL(answer.data.address).pathname
  const text = unfolded(await (await feed(args(aRequest(path), { file: path.split('/').at(-1)! }))).text())
  expect(text).toMatch(/X-WR-CALNAME:.*\(Beispieldaten\)/)
  expect(text).toContain(SENTENCE)
})

test('real data carry no such word', async () => {
  await changeSettings(db, null, { demo: false }, NOW)
  const { workshopId } = await aDate()
  const file = await workshopCalendar(args(aRequest(`/workshops/${workshopId}/calendar.ics`), { workshopId }))
  expect(await file.text()).not.toContain(MARK)
  expect(await (await resultsAs('csv')).text()).not.toContain(MARK)
  await changeSettings(db, null, { demo: true }, NOW)
})
