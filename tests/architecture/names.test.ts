import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const NOT_OURS = new Set([
  'node_modules',
  '.git',
  'build',
  'data',
  'coverage',
  '.db',
  '.pictures',
  '.start.lock',
  '.env',
])
const BINARY = /\.(png|ico|woff2?|pdf|ttf|tar\.gz)$/

function filesOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !NOT_OURS.has(entry.name))
    .flatMap((entry) => {
      const path = folder === '.' ? entry.name : `${folder}/${entry.name}`
      return entry.isDirectory() ? filesOf(path) : [path]
    })
}

const files = filesOf('.')
const sources = files.filter((file) => /^(app|db|surveys|reports|tests)\//.test(file))

/** Drawers for everything: whatever lies in them has a better name. */
const saysNothing = (path: string) =>
  /(^|[/.-])(utils?|helpers?|lib|common|misc|services?|managers?)([/.-]|$)/.test(path) &&
  !COMMON_WORDS.test(path)

/** Words of no noun (save, cancel, page) have a file in the dictionaries. */
const COMMON_WORDS = /^app\/i18n\/(de|en)\/common\.ts$/

test('no path says utils, helpers, lib, common, misc, service or manager', () => {
  expect(sources.length).toBeGreaterThan(100)
  expect(sources.filter(saysNothing)).toEqual([])
  expect(
    ['app/utils/date.ts', 'db/enrolment-helpers.ts', 'app/domain/person.service.ts'].every(saysNothing),
  ).toBe(true)
  expect(['app/routes/library.ts', 'db/commons.ts', 'app/i18n/de/common.ts'].some(saysNothing)).toBe(false)
})

test('files are named in lower case with hyphens', () => {
  const isPlain = (file: string) => /^[a-z0-9./-]+$/.test(file) || file.endsWith('/README.md')
  expect(sources.filter((file) => !isPlain(file))).toEqual([])
})

/** What belongs to the machine of one developer: a folder of the workplace, the address of a package registry. */
function workplaceNames(text: string): string[] {
  return text.match(/\/wor[k](?![a-z])|registry\.npmj[s]|deb\.debia[n]|registry\.yarnpk[g]/g) ?? []
}

test('no file names a folder of somebody’s machine or the address of a registry', () => {
  const found = files
    .filter((file) => !BINARY.test(file))
    .flatMap((file) => workplaceNames(readFileSync(file, 'utf8')).map((name) => `${file}: ${name}`))
  expect(found).toEqual([])
  expect(workplaceNames(['see /wor', 'k/shared and https://registry.npmj', 's.org'].join(''))).toHaveLength(2)
  expect(workplaceNames('/workshops/new')).toEqual([])
})
