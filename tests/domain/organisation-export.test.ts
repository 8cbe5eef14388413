import { expect, test } from 'vitest'
import { EXPORTED_COLUMNS } from '#app/domain/organisation-export.ts'
import { NOT_EXPORTED } from '#app/domain/organisation-export-exceptions.ts'
import { registered, registeredColumns } from '#app/domain/personal-data.ts'

const tableOf = (name: string) => name.split('.')[0] ?? ''
const columnOf = (name: string) => name.split('.')[1] ?? ''
const isAboutSomebody = (name: string) =>
  typeof registered(tableOf(name), columnOf(name)) === 'object' ||
  /^(organisation|association|municipality)_id$/.test(columnOf(name))

/** Columns of which nobody has said whether they go along when an organisation leaves. */
function forgotten(columns: readonly string[]): string[] {
  const tables = new Set(['organisation', ...columns.filter(isAboutSomebody).map(tableOf)])
  return columns.filter((name) => {
    const table = tableOf(name)
    return tables.has(table) && !(name in EXPORTED_COLUMNS || name in NOT_EXPORTED || table in NOT_EXPORTED)
  })
}

test('every column about a person or an organisation goes along with it, or stays here for a reason', () => {
  const columns = registeredColumns()

  // A new one: into the file (EXPORTED_COLUMNS, db/organisation-exports.ts) or among the exceptions, with a reason.
  expect(forgotten(columns)).toEqual([])
  for (const reason of Object.values(NOT_EXPORTED)) expect(reason.length).toBeGreaterThan(7)
})

test('a column and a table that were forgotten are found', () => {
  const planted = ['membership.shoe_size', 'canteen.organisation_id', 'canteen.menu']
  expect(forgotten([...registeredColumns(), ...planted])).toEqual(expect.arrayContaining(planted))
})

test('no exception is left for what is gone, or goes along', () => {
  const columns = registeredColumns()
  const tables = new Set(columns.map(tableOf))
  const isKnown = (name: string) => (name.includes('.') ? columns.includes(name) : tables.has(name))
  const named = [...Object.keys(NOT_EXPORTED), ...Object.keys(EXPORTED_COLUMNS)]

  expect(named.filter((name) => !isKnown(name))).toEqual([])
  expect(Object.keys(NOT_EXPORTED).filter((name) => name in EXPORTED_COLUMNS)).toEqual([])
})
