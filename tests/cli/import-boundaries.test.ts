import { beforeEach, expect, test } from 'vitest'
import { outcome } from '#app/cli/import-boundaries.ts'
import { listBoundaries } from '#db/boundaries.ts'
import { changeSettings } from '#db/settings.ts'
import { db } from '#tests/database.ts'
import { anOrganisation, NOW } from '#tests/factories.ts'

// A district of its own for each test. Boundaries are of the whole installation: each test begins without any.
let number = 40_000
let district = ''
beforeEach(async () => {
  district = String(++number)
  await changeSettings(db, null, { districtKey: district }, NOW)
  await db.deleteFrom('boundary').execute()
  await db
    .updateTable('organisation')
    .set({ validUntil: '2009-12-31' })
    .where('kind', '=', 'municipality')
    .execute()
})

const SOURCE = 'Grenzen: © BKG (2026) dl-de/by-2-0'

function field(ags: string, west: number) {
  const ring = [
    [west, 51],
    [west + 0.1, 51],
    [west + 0.1, 51.1],
    [west, 51.1],
    [west, 51],
  ]
  return { type: 'Feature', properties: { ags }, geometry: { type: 'Polygon', coordinates: [ring] } }
}

function run(features: unknown[], { attribution = SOURCE, check = false, more = {} } = {}) {
  const text = JSON.stringify({ type: 'FeatureCollection', ...more, features })
  return outcome(db, { attribution, check }, Buffer.from(text), NOW)
}

async function importsRecorded(): Promise<number> {
  const rows = await db.selectFrom('audit').select('id').where('action', '=', 'boundary:import').execute()
  return rows.length
}

test('boundaries are joined by key; what is on one side only is named, other districts are left out', async () => {
  await anOrganisation({ ags: `${district}010`, name: 'Coswig' })
  await anOrganisation({ ags: `${district}040`, name: 'Glaubitz' })
  const { done, lines } = await run([
    field(`${district}010`, 13),
    field(`${district}999`, 13.1),
    field('09162000', 11),
  ])
  expect(done).toBe(true)
  expect(lines).toEqual([
    'Übernommen: eine Grenze.',
    `? ${district}040 Glaubitz: hat in der Datei keine Grenze und steht als Kachel neben der Karte`,
    `? ${district}999: steht in der Datei, aber hier gibt es keine Kommune mit diesem Schlüssel`,
    'Eine Fläche eines anderen Kreises bleibt weg.',
  ])
  const { shapes, attributions } = await listBoundaries(db)
  expect([...shapes.keys()]).toEqual([`${district}010`])
  expect(attributions).toEqual([SOURCE])
})

test('the same file again changes nothing, and a new one takes the place of the old', async () => {
  await anOrganisation({ ags: `${district}010`, name: 'Coswig' })
  await anOrganisation({ ags: `${district}040`, name: 'Glaubitz' })
  const before = await importsRecorded()
  await run([field(`${district}010`, 13), field(`${district}040`, 13.1)])
  const again = await run([field(`${district}040`, 13.1), field(`${district}010`, 13)])
  expect(again.lines[0]).toBe('Unverändert: 2 Grenzen.')
  expect(await importsRecorded()).toBe(before + 1)

  await run([field(`${district}010`, 13.2)], { attribution: 'Andere Quelle' })
  const { shapes, attributions } = await listBoundaries(db)
  expect([[...shapes.keys()], attributions]).toEqual([[`${district}010`], ['Andere Quelle']])
})

test('boundaries of a municipality that is over stay for the maps of earlier days', async () => {
  const { id } = await anOrganisation({ ags: `${district}040`, name: 'Glaubitz' })
  await anOrganisation({ ags: `${district}010`, name: 'Coswig' })
  await run([field(`${district}010`, 13), field(`${district}040`, 13.1)])
  await db.updateTable('organisation').set({ validUntil: '2025-12-31' }).where('id', '=', id).execute()
  const { lines } = await run([field(`${district}010`, 13)])
  expect(lines).toContain(`Für frühere Karten bleiben Grenzen früherer Kommunen: ${district}040.`)
  expect([...(await listBoundaries(db)).shapes.keys()]).toEqual([`${district}010`, `${district}040`])
})

test('with --check all is said and nothing done', async () => {
  await anOrganisation({ ags: `${district}010`, name: 'Coswig' })
  const { done, lines } = await run([field(`${district}010`, 13)], { check: true })
  expect([done, lines[0]]).toEqual([true, 'Nur geprüft, nichts geändert: eine Grenze.'])
  expect((await listBoundaries(db)).shapes.size).toBe(0)
})

test('one faulty boundary refuses the whole file, and what was there stays', async () => {
  await anOrganisation({ ags: `${district}010`, name: 'Coswig' })
  await run([field(`${district}010`, 13)])
  const refused = await run([field(`${district}010`, 13.4), field(`${district}040`, 130)])
  expect(refused).toEqual({
    done: false,
    lines: [
      'features[1].geometry.coordinates[0][0]: Der Punkt liegt nicht in Deutschland. Erst kommt die Länge, dann die Breite, in Grad (WGS 84).',
      'Es wurde nichts übernommen.',
    ],
  })
  expect((await listBoundaries(db)).shapes.get(`${district}010`)?.[0]?.[0]?.[0]).toEqual([13, 51])
})

test('a file of which no boundary is ours is refused, with what comes first', async () => {
  const { done, lines } = await run([field('09162000', 11)])
  expect(done).toBe(false)
  expect(lines[0]).toContain('import-municipalities')
})

test('without an attribution nothing is shown, so nothing is taken; the file may bring its own', async () => {
  await anOrganisation({ ags: `${district}010`, name: 'Coswig' })
  expect(await run([field(`${district}010`, 13)], { attribution: ' \n' })).toMatchObject({ done: false })
  const own = JSON.stringify({
    type: 'FeatureCollection',
    attribution: 'Aus der Datei',
    features: [field(`${district}010`, 13)],
  })
  expect(await outcome(db, { check: false }, Buffer.from(own), NOW)).toMatchObject({ done: true })
  expect((await listBoundaries(db)).attributions).toEqual(['Aus der Datei'])
})
