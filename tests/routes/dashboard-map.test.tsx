import { expect, test } from 'vitest'
import type { ShownMap } from '#app/charts/dashboard.ts'
import { loader } from '#app/routes/indicators/dashboard.tsx'
import { ParticipationMap } from '#app/ui/participation-map.tsx'
import { importBoundaries } from '#db/boundaries.ts'
import { db } from '#tests/database.ts'
import { aPerson, args, NOW, requestAs } from '#tests/factories.ts'
import { aDistrict, aReleasedReport } from '#tests/reporting.ts'
import { html } from '#tests/ui/render.tsx'

await aDistrict()
await aReleasedReport()
const SOURCE = 'Grenzen: © BKG (2026) dl-de/by-2-0 (https://www.govdata.de/dl-de/by-2-0), Daten verändert'

async function mapAt(query: string): Promise<ShownMap> {
  const person = await aPerson({ roles: ['committee'], organisationId: null })
  const page = await loader(args(await requestAs(person, `/indicators${query}`)))
  if (!('dashboard' in page) || !page.dashboard) throw new Error('no dashboard')
  return page.dashboard.participation.map
}

async function importAll(): Promise<void> {
  const owners = await db
    .selectFrom('organisation')
    .select('ags')
    .where('kind', '=', 'municipality')
    .execute()
  const boundaries = owners.map(({ ags }, place) => {
    const [west, south] = [13 + (place % 5) * 0.1, 51 + Math.floor(place / 5) * 0.1]
    const ring = [
      [west, south],
      [west + 0.1, south],
      [west + 0.1, south + 0.1],
      [west, south + 0.1],
      [west, south],
    ]
    return { ags: ags ?? '', shape: [[ring.map(([x = 0, y = 0]) => [x, y] as const)]] }
  })
  await importBoundaries(db, { boundaries, attribution: SOURCE, isCheck: false }, NOW)
}

test('shares of municipalities and of people stand together, with why they must', async () => {
  const page = html(<ParticipationMap map={await mapAt('?report=today')} />)
  expect(page).toContain('2 von')
  expect(page).toMatch(/Bevölkerung/)
  expect(page).toContain('gleich groß, weil jede Kommune einmal zählt')
})

test('without scripts a day is chosen in a list, and the choice stays in the address', async () => {
  const map = await mapAt('?report=today')
  expect(map.days.length).toBeGreaterThan(1)
  const page = html(<ParticipationMap map={map} />)
  expect(page).toMatch(/<noscript><form method="get"/)
  for (const { day, said } of map.days) {
    expect(said).toMatch(/: \d+ von \d+$/)
    expect(page).toContain(`value="${day}"`)
  }
  const [first] = map.days
  expect((await mapAt(`?report=today&day=${first?.day}`)).day).toBe(first?.day)
  await expect(mapAt('?report=today&day=1999-01-01')).rejects.toMatchObject({ status: 404 })
})

test('where there are no boundaries there is nothing to choose; with them a map, with its attribution and its link', async () => {
  await db.deleteFrom('boundary').execute()
  expect(await mapAt('?map=map')).toMatchObject({ kind: 'tiles', hasBoundaries: false, attributions: [] })
  expect(html(<ParticipationMap map={await mapAt('')} />)).not.toContain('Kacheln</a>')

  await importAll()
  expect(await mapAt('')).toMatchObject({ kind: 'tiles', hasBoundaries: true, attributions: [] })
  const map = await mapAt('?map=map')
  expect(map).toMatchObject({ kind: 'map', attributions: [SOURCE] })
  const page = html(<ParticipationMap map={map} />)
  expect(page).toContain('href="https://www.govdata.de/dl-de/by-2-0"')
  expect(page).toMatch(/<a[^>]*map=tiles[^>]*>Kacheln<\/a>/)
  expect(map.table).toEqual((await mapAt('')).table)
  await db.deleteFrom('boundary').execute()
})
