import { beforeEach, expect, test } from 'vitest'
import { outcome, type Outcome } from '#app/cli/import-municipalities.ts'
import { changeSettings } from '#db/settings.ts'
import { importMunicipalities } from '#db/municipality-imports.ts'
import { readRegister } from '#app/domain/municipality-register.ts'
import { db } from '#tests/database.ts'
import { anOrganisation, NOW } from '#tests/factories.ts'
import { registerText } from '#tests/register-lines.ts'

// A district of its own for each test, so that none meets the municipalities of another.
let number = 30_000
let district = ''
beforeEach(async () => {
  district = String(++number)
  await changeSettings(db, null, { districtKey: district }, NOW)
})

const at = (place: string) => `${district}${place}`
const town = (place: string, name: string, population = 4321) => ({
  ags: at(place),
  name,
  population,
  textKey: '63',
})

type Wish = { check?: boolean; 'valid-from'?: string; 'population-date'?: string; district?: string }
function run(text: string, wish: Wish = {}, bytes = Buffer.from(text)): Promise<Outcome> {
  return outcome(db, { 'population-date': '2025-12-31', check: false, ...wish }, bytes, NOW)
}

/** What the product knows of the district, without the ids. */
async function known() {
  return db
    .selectFrom('organisation')
    .select(['ags', 'name', 'population', 'validFrom', 'validUntil'])
    .where('ags', 'like', `${district}%`)
    .orderBy('ags')
    .execute()
}

async function auditLines(): Promise<number> {
  const { n } = await db
    .selectFrom('audit')
    .innerJoin('organisation as o', (join) =>
      join.on('audit.subjectId', '=', (eb) => eb.cast('o.id', 'text')),
    )
    .where('o.ags', 'like', `${district}%`)
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return n
}

test('a district gets its municipalities from the register, and the same file again changes nothing', async () => {
  const text = registerText([town('010', 'Coswig, Stadt', 20_479), town('040', 'Glaubitz', 1_886)], district)
  const first = await run(text, { 'valid-from': '2025-01-01' })
  expect(first).toMatchObject({ done: true })
  expect(first.lines).toContain(`+ ${at('010')} Coswig: neu, zählt ab dem 1. Januar 2025`)
  expect(await known()).toEqual([
    { ags: at('010'), name: 'Coswig', population: 20_479, validFrom: '2025-01-01', validUntil: null },
    { ags: at('040'), name: 'Glaubitz', population: 1_886, validFrom: '2025-01-01', validUntil: null },
  ])
  expect(await auditLines()).toBe(2)

  const before = await known()
  expect((await run(text)).lines).toContain('0 neu, 0 geändert, 2 unverändert.')
  expect(await known()).toEqual(before)
  expect(await auditLines()).toBe(2)
})

test('a newer register changes names and population; who is gone from it is named and stays', async () => {
  await anOrganisation({ ags: at('010'), name: 'Coswig', population: 20_000, populationDate: '2024-12-31' })
  await anOrganisation({ ags: at('040'), name: 'Glaubitz', municipalityKind: 'Gemeinde' })
  const { done, lines } = await run(registerText([town('010', 'Coswig (Elbe)', 20_479)], district))
  expect(done).toBe(true)
  expect(lines.join('\n')).toContain(
    `~ ${at('010')} Coswig (Elbe): Name Coswig → Coswig (Elbe), Art (leer) → Stadt, Bevölkerung 20.000 → 20.479, Stand der Bevölkerung 31. Dezember 2024 → 31. Dezember 2025`,
  )
  expect(lines).toContain(
    `? ${at('040')} Glaubitz: steht nicht mehr im Verzeichnis und bleibt hier, wie es ist`,
  )
  expect(lines.at(-1)).toContain('Aufgegangen in')
  expect(await known()).toMatchObject([{ name: 'Coswig (Elbe)', population: 20_479 }, { validUntil: null }])
})

test('the title of a town that the register does not know stays', async () => {
  const { id } = await anOrganisation({
    ags: at('140'),
    name: 'Meißen',
    municipalityKind: 'Große Kreisstadt',
  })
  await run(registerText([town('140', 'Meißen, Stadt')], district))
  const row = await db.selectFrom('organisation').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  expect(row).toMatchObject({ municipalityKind: 'Große Kreisstadt', population: 4321, version: 2 })
  expect(row.source).toContain('Gebietsstand 31.10.2026, Bevölkerung 31.12.2025')
})

test('a municipality that is over here is not added again, whatever the register says', async () => {
  await anOrganisation({ ags: at('040'), name: 'Glaubitz', validUntil: '2026-06-30' })
  const { lines } = await run(registerText([town('040', 'Glaubitz')], district))
  expect(lines).toContain(
    `? ${at('040')} Glaubitz: steht im Verzeichnis, besteht hier aber nur bis 30. Juni 2026`,
  )
  expect(await known()).toHaveLength(1)
})

test('a merger that is entered for later does not add its municipality a second time', async () => {
  await anOrganisation({ ags: at('040'), name: 'Glaubitz', validUntil: '2026-12-31' })
  await run(registerText([town('040', 'Glaubitz', 1_886)], district))
  expect(await known()).toMatchObject([{ population: 1_886, validUntil: '2026-12-31' }])
})

test('with --check everything is said and nothing done', async () => {
  const text = registerText([town('010', 'Coswig, Stadt')], district)
  const { done, lines } = await run(text, { check: true, 'valid-from': '2025-01-01' })
  expect(done).toBe(true)
  expect(lines[0]).toContain('(nur geprüft, nichts geändert)')
  expect(lines).toContain('1 neu, 0 geändert, 0 unverändert.')
  expect(await known()).toEqual([])
})

test('one faulty line, and nothing of the file is taken', async () => {
  const text = registerText([town('010', 'Coswig'), town('040', 'Glaubitz')], district)
  const broken = text.replace('00000004321', '00000004E21')
  expect(await run(broken, { 'valid-from': '2025-01-01' })).toEqual({
    done: false,
    lines: ['Zeile 3: Die Bevölkerung „00000004E21“ ist keine Zahl.', 'Es wurde nichts übernommen.'],
  })
  expect(await known()).toEqual([])
})

test('an edition in ISO-8859-1 is read like one in UTF-8, one in CP850 is refused', async () => {
  const text = registerText([town('050', 'Gröditz, Stadt'), town('140', 'Meißen')], district)
  const wish = { 'valid-from': '2025-01-01' }
  const dos = Buffer.from(text.replace('ö', '\u0094').replace('ß', '\u00e1'), 'latin1')
  expect((await run('', wish, dos)).lines[0]).toMatch(/^Zeile 3: .*CP850\.$/)
  expect(await run('', wish, Buffer.from(text, 'latin1'))).toMatchObject({ done: true })
  expect((await known()).map(({ name }) => name)).toEqual(['Gröditz', 'Meißen'])
})

test.each<[string, Wish, RegExp]>([
  ['without municipalities yet, from when they count must be said', {}, /--valid-from/],
  [
    'population from after the register',
    { 'population-date': '2026-12-31' },
    /kann nicht vom 31. Dezember 2026/,
  ],
  ['counting from after the register', { 'valid-from': '2026-11-01' }, /nach dem Gebietsstand/],
  [
    'another district than that of the installation',
    { district: '99999' },
    /gehört zum Kreis \d{5}, nicht zu 99999/,
  ],
])('%s is refused with a way out', async (_what, wish, sentence) => {
  const { done, lines } = await run(registerText([town('010', 'Coswig')], district), wish)
  expect([done, lines.at(-1)]).toEqual([false, 'Es wurde nichts übernommen.'])
  expect(lines[0]).toMatch(sentence)
  expect(await known()).toEqual([])
})

test('a register without a municipality of the district, or with older figures, is refused', async () => {
  const other = await run(registerText([{ ags: '09162000', name: 'München' }], '09162'))
  expect(other.lines[0]).toContain(`Zum Kreis ${district} steht in der Datei keine Gemeinde.`)
  await anOrganisation({ ags: at('010'), name: 'Coswig', populationDate: '2026-01-31' })
  expect((await run(registerText([town('010', 'Coswig')], district))).lines[0]).toContain('jüngere')
})

test('two imports at once add each municipality once', async () => {
  const read = readRegister(registerText([town('010', 'Coswig'), town('040', 'Glaubitz')], district))
  if (!read.ok) throw new Error('unreadable')
  const wish = {
    register: read.register,
    districtKey: district,
    populationDate: '2025-12-31',
    validFrom: '2025-01-01',
  }
  await Promise.all([importMunicipalities(db, wish, NOW), importMunicipalities(db, wish, NOW)])
  expect(await known()).toHaveLength(2)
  expect(await auditLines()).toBe(2)
})

test('the first import tells an installation without a key which district it belongs to', async () => {
  await changeSettings(db, null, { districtKey: '' }, NOW)
  const text = registerText([town('010', 'Coswig')], district)
  expect((await run(text, { 'valid-from': '2025-01-01' })).lines[0]).toContain('--district')
  await run(text, { 'valid-from': '2025-01-01', district })
  expect((await run(text)).lines).toContain('0 neu, 0 geändert, 1 unverändert.')
})
