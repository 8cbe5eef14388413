import { expect, test } from 'vitest'
import { sourceOf } from '#tests/architecture/house.ts'

type Package = { license?: string; dev?: boolean }

const { dependencies } = JSON.parse(sourceOf('package.json')) as { dependencies: Record<string, string> }
const { packages } = JSON.parse(sourceOf('package-lock.json')) as { packages: Record<string, Package> }

/** What may be linked into a work under the EUPL without passing on terms of its own; MPL asks that of its own files only. */
const ALLOWED =
  /^\(?((MIT|MIT-0|ISC|BSD-[23]-Clause|0BSD|Apache-2\.0|MPL-2\.0|Unlicense|PSF-2\.0|OFL-1\.1|EUPL-1\.2)( AND | OR |\)?$))+$/
/** Packages that name no licence in their description, but have one in their files. */
const BY_HAND: Record<string, string> = { 'node_modules/png-js': 'MIT' }

test('the list of licences holds every package of the product, with its licence', () => {
  const rows = sourceOf('docs/third-party-licences.md').matchAll(/^\| `([^`]+)` +\| ([^|]+?) +\|/gm)
  const listed = [...rows].map(([, name, licence]) => `${name} ${licence}`)
  const used = Object.keys(dependencies).map((name) => `${name} ${packages[`node_modules/${name}`]?.license}`)
  expect(listed.sort()).toEqual(used.sort())
})

test('whatever runs in the product has a licence that goes with the EUPL', () => {
  const others = Object.entries(packages)
    .filter(([path, { dev }]) => path !== '' && !dev)
    .map(([path, { license }]) => [path, license ?? BY_HAND[path] ?? 'unknown'] as const)
    .filter(([, licence]) => !ALLOWED.test(licence))
  expect(others).toEqual([])
  expect(
    ['GPL-3.0', 'UNLICENSED', 'MIT AND SSPL-1.0', 'unknown'].some((licence) => ALLOWED.test(licence)),
  ).toBe(false)
})
