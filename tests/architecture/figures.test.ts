import { expect, test } from 'vitest'
import { filesBelow, sourceOf } from '#tests/architecture/house.ts'

// What people answered leaves its tables through one door, the release, below every page, file and report. So these
// files alone may name the tables.
const NAMED_IN: Record<string, string[]> = {
  tally: ['db/releases.ts', 'db/tallies.ts'],
  turnout: ['db/releases.ts', 'db/tallies.ts', 'db/evaluations.ts'],
  textAnswer: ['db/releases.ts', 'db/tallies.ts'],
}
const FILES = ['app', 'db', 'reports', 'surveys'].flatMap((room) => filesBelow(room, /\.tsx?$/))
// Only these rooms can ask the database (imports.test.ts).
const isTold = (file: string) =>
  /^(db|app\/(http|jobs|cli|routes))\//.test(file) && !/^db\/(migrations|schema)/.test(file)

const names = (table: string) => {
  const inSql = table.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  return new RegExp(String.raw`'${table}'|'${table} as |(from|join|into|update) ${inSql}\b`)
}

test.each(Object.keys(NAMED_IN))(
  'the table %s is read where it is counted and released, nowhere else',
  (table) => {
    const found = FILES.filter(isTold).filter((file) => names(table).test(sourceOf(file)))
    expect(found.filter((file) => !NAMED_IN[table]!.includes(file))).toEqual([])
    expect(found.length).toBeGreaterThan(0)
  },
)
