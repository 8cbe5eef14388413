import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { CONCLUDED_FIELDS, EXPORTED_COLUMNS, type ExportView } from '#app/domain/organisation-export.ts'
import { NOT_EXPORTED } from '#app/domain/organisation-export-exceptions.ts'
import { organisationFile } from '#app/http/organisation-export.server.ts'
import { beginExport } from '#db/organisation-exports.ts'
import { aLeavingTown, SECRET } from '#tests/a-leaving-town.ts'
import { db } from '#tests/database.ts'
import { aPerson, NOW, TODAY } from '#tests/factories.ts'

const town = await aLeavingTown()

async function textOf(organisationId: string, view: ExportView): Promise<string> {
  const { id: by } = await aPerson()
  const head = await beginExport(db, { organisationId, view, by, applicationVersion: '0.0.0' }, NOW)
  return new Response(organisationFile(db, head!, TODAY)).text()
}

/** What stands at the ends of a document, by place: 'people[].memberships[].audience'. */
function leavesOf(value: unknown, place = ''): [place: string, value: unknown][] {
  if (Array.isArray(value)) return value.flatMap((one) => leavesOf(one, `${place}[]`))
  if (typeof value !== 'object' || value === null) return [[place, value]]
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, place ? `${place}.${key}` : key))
}

const texts = await Promise.all([town.town.id, town.association.id].map((id) => textOf(id, 'coordination')))
const leaves = texts.flatMap((text) => leavesOf(JSON.parse(text)))
const placesIn = (all: typeof leaves) => new Set(all.map(([place]) => place))

const split = (name: string): [table: string, column: string] => {
  const [table = '', column = ''] = name.split('.')
  return [table, column]
}

test('no table leads to an organisation of which nobody has said whether it goes along', async () => {
  const { rows } = await sql<{ name: string }>`
    select distinct r.relname as name from pg_constraint c join pg_class r on r.oid = c.conrelid
    where c.contype = 'f' and c.confrelid = 'organisation'::regclass`.execute(db)
  const tables = rows.map(({ name }) => name)
  const spoken = new Set(
    [...Object.keys(EXPORTED_COLUMNS), ...Object.keys(NOT_EXPORTED)].map((name) => split(name)[0]),
  )

  expect(tables).toEqual(expect.arrayContaining(['participation', 'membership', 'proof', 'enrolment']))
  expect(tables.filter((table) => !spoken.has(table))).toEqual([])
})

test.each(Object.entries(EXPORTED_COLUMNS))('%s stands at %s, as it is stored', async (name, place) => {
  const [table, column] = split(name)
  const { rows } = await sql<{ value: unknown }>`
    select distinct ${sql.ref(column)} as value from ${sql.table(table)}`.execute(db)
  const stored = new Set(rows.map(({ value }) => JSON.stringify(value)))
  const found = leaves.filter(([where, value]) => where === place && value !== null).map(([, value]) => value)

  const strange = found.filter((value) => !stored.has(JSON.stringify(value)))

  expect(found.length).toBeGreaterThan(strange.length)
  // What leads to somebody stands once, where they do: not everybody has an enrolment.
  if (!/_id$/.test(column)) expect(strange).toEqual([])
})

test('nothing stands in the file that is neither a registered column nor explained', () => {
  const explained = new Set([...Object.values(EXPORTED_COLUMNS), ...CONCLUDED_FIELDS])
  // Where there is nothing inside, the place itself says so.
  const isOuter = (place: string) => [...explained].some((inner) => inner.startsWith(`${place}.`))
  expect([...placesIn(leaves)].filter((place) => !explained.has(place) && !isOuter(place))).toEqual([])
})

test('no password, token, question, remark, vote, learning or content of a file leaves with a town', () => {
  for (const text of texts) {
    expect(text).not.toContain(SECRET)
    expect(text).not.toContain(Buffer.from(SECRET).toString('base64'))
  }
  expect(texts[0]).not.toMatch(/passwordHash|tokenHash|ballot|invitation|learning/)
})

test('for a training officer neither attendance nor certificates nor addresses are in it, and the file says so', async () => {
  const text = await textOf(town.town.id, 'trainingOfficer')
  const file = JSON.parse(text)
  const missing = [...placesIn(leaves)].filter((place) => !placesIn(leavesOf(file)).has(place))

  expect(file.withheld).toHaveLength(3)
  const isWithheld = (place: string) => file.withheld.some((outer: string) => place.startsWith(outer))
  expect(missing.filter((place) => place.startsWith('people') && !isWithheld(place))).toEqual([])
  for (const outer of file.withheld) expect([...placesIn(leavesOf(file))].join()).not.toContain(outer)
  expect(text).not.toContain(town.ada.email)
  expect(text).not.toContain(town.certificateId)
  expect(text).not.toContain('partial')
})

test('asked twice, the file is the same but for its time and its reader', async () => {
  expect(await textOf(town.town.id, 'coordination')).toBe(texts[0])
})

test('the description of the format names each field of the file at its place, and no other', () => {
  const [, ...parts] = readFileSync('docs/daten-mitnehmen.md', 'utf8').split(/^### /m)
  const described = parts.flatMap((part) => {
    const [place = '', ...lines] = part.split('\n')
    const outer = place === 'Datei' ? '' : `${place}.`
    // In tables the first column names fields; elsewhere they stand before the words that explain them.
    const names = lines.map((line) =>
      line.startsWith('|') ? (line.split('|')[1] ?? '') : line.replace(/\([^)]*\)/g, ''),
    )
    const fields = names.join(' ').match(/`[a-z]\w*(\[\])?`/gi) ?? []
    return fields.map((field) => outer + field.slice(1, -1)).filter((field) => !/\bnull$/.test(field))
  })

  const all = [...new Set([...Object.values(EXPORTED_COLUMNS), ...CONCLUDED_FIELDS])]
  expect(described.sort()).toEqual(all.sort())
})
