import { expect, test } from 'vitest'
import { itemsOf } from '#app/domain/questionnaire.ts'
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
