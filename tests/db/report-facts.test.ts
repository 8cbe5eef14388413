import { expect, test } from 'vitest'
import { itemsOf } from '#app/domain/questionnaire.ts'
import { reportFigures } from '#app/domain/report-figures.ts'
import { daysOfDue } from '#app/domain/round-schedule.ts'
import { getReportFacts } from '#db/report-facts.ts'
import { changeSettings } from '#db/settings.ts'
import { prepareSnapshot, releaseSnapshot } from '#db/snapshots.ts'
import { db } from '#tests/database.ts'
import { anOrganisation, aPerson, NOW } from '#tests/factories.ts'
import { aReleasedRound } from '#tests/reporting.ts'

const factsOn = (cutOff: string) =>
  getReportFacts(db, { cutOff, applicationVersion: '0.0.0', number: 1, previousSha256: null })
const seasons = ['Winter', 'Sommer', 'Herbst', 'Rückmeldung']
const titlesOn = async (cutOff: string) =>
  (await factsOn(cutOff)).rounds.map(({ title }) => title).filter((title) => seasons.includes(title))

test('satisfaction comes from rounds about the centre that are released and had closed by the cut-off day', async () => {
  await aReleasedRound({ title: 'Sommer', closesOn: '2026-06-30' })
  await aReleasedRound({ title: 'Winter', closesOn: '2026-02-20' })
  await aReleasedRound({ title: 'Herbst', closesOn: '2026-02-10', isReleased: false })
  await aReleasedRound({ title: 'Rückmeldung', closesOn: '2026-02-15', kind: 'workshop' })

  expect(await titlesOn('2026-02-19')).toEqual([])
  expect(await titlesOn('2026-02-20')).toEqual(['Winter'])
  expect(await titlesOn('2026-06-29')).toEqual(['Winter'])
  expect(await titlesOn('2026-06-30')).toEqual(['Winter', 'Sommer'])
})

test('the evaluation that the schedule plans for the end of the pilot counts for the target of the pilot', async () => {
  const pilotEnds = '2025-06-30'
  await db
    .updateTable('phase')
    .set({ fromDate: '2025-01-01', untilDate: pilotEnds })
    .where('key', '=', 'pilot')
    .execute()
  const days = daysOfDue(pilotEnds, '2025-05-01')
  await aReleasedRound({ title: 'Pilot', dueOn: pilotEnds, ...days, ratings: [5, 5, 5, 5, 4, 4, 4, 4, 2, 1] })
  // The office moved its first day, which is no reason to count it for another phase.
  const moved = { dueOn: pilotEnds, opensOn: '2025-07-14', closesOn: '2025-08-04' }
  await aReleasedRound({ title: 'Verschoben', ...moved, ratings: [5, 5, 4, 4, 4, 4, 4, 3, 2, 1] })

  const pilotOn = async (cutOff: string) =>
    reportFigures(await factsOn(cutOff)).targets.find(
      ({ indicator, phase }) => indicator === 'I2' && phase === 'pilot',
    )
  expect(await pilotOn(pilotEnds)).toMatchObject({ measured: { kind: 'no-data' } })
  expect(await pilotOn(days.closesOn)).toMatchObject({
    measured: { numerator: 8, denominator: 10 },
    measuredOn: days.closesOn,
  })
  expect(await pilotOn('2025-09-30')).toMatchObject({ measured: { numerator: 7, denominator: 10 } })
})

test('topics come with the titles of the questionnaire that was put to people', async () => {
  await aReleasedRound({ title: 'Frühjahr' })
  const { rounds } = await factsOn('2026-12-31')
  const round = rounds.find(({ title }) => title === 'Frühjahr')!
  const [topics] = itemsOf(round.questionnaire).flatMap((item) => (item.kind === 'matrix' ? [item.rows] : []))
  expect(topics?.map(({ key }) => key)).toContain('support')
})

test('what nobody has released is no reporting date: no point of the course, and training is told since the one before', async () => {
  const { id: by } = await aPerson({ roles: ['coordinator'] })
  const { id: member } = await aPerson({ roles: ['committee'] })
  const prepare = async (cutOff: string) => {
    const preparation = { cutOff, today: '2026-12-31', applicationVersion: '0.0.0', by }
    const prepared = await prepareSnapshot(db, preparation, NOW)
    return prepared.ok ? prepared.number : 0
  }
  const release = (number: number) => releaseSnapshot(db, { number, by: member }, NOW)
  await prepare('2025-03-31')
  await release(await prepare('2025-06-30'))
  await prepare('2025-12-31')
  await release(await prepare('2025-12-31'))
  await prepare('2026-02-15')

  const { history, training } = await factsOn('2026-06-30')
  expect(history.map(({ asOf }) => asOf)).toEqual(['2025-06-30', '2025-12-31', '2026-06-30'])
  expect(training.fromDate).toBe('2026-01-01')
})

test('sources are named where facts came from one, and not where somebody typed them', async () => {
  await anOrganisation({ population: 1000, populationDate: '2024-12-31' })
  expect((await factsOn('2026-06-30')).sources).toEqual([])
  for (const _town of [1, 2]) await anOrganisation({ population: 1000, source: 'Statistisches Bundesamt' })
  expect((await factsOn('2026-06-30')).sources).toEqual([{ text: 'Statistisches Bundesamt', url: null }])
})

test('invented figures are known as such, and the name of the district goes along', async () => {
  await changeSettings(db, null, { demo: true, districtName: 'Landkreis Musterland' }, NOW)
  expect(await factsOn('2026-06-30')).toMatchObject({ demo: true, districtName: 'Landkreis Musterland' })
})
