import fc from 'fast-check'
import { matchRoutes } from '@remix-run/react'
import { expect, test } from 'vitest'
import { routeFinder } from '#app/http/route-finder.server.ts'
import routes from '#app/routes.ts'

// The table itself, as Remix reads it: a page under the root, by its file where it has no name of its own.
const table = routes.map(({ id, file, path, index }) => ({ id: id ?? file, parentId: 'root', path, index }))
const routeOf = routeFinder([{ id: 'root', path: '' }, ...table])
const byRemix = (pathname: string) =>
  matchRoutes(
    table.map(({ id, path, index }) => (index ? { id, index: true as const } : { id, path: path ?? '' })),
    pathname,
  )?.at(-1)?.route.id

const ID = '6ab1f0c2-6d4e-4b8e-9b1a-0c8f2d3e4a5b'
const words = [...new Set(table.flatMap(({ path }) => (path ?? '').split('/')))]
const segment = fc.oneof(
  fc.constantFrom(...words),
  fc.constant(ID),
  fc.stringMatching(/^[a-z0-9.:*~-]{1,9}$/),
)
const pathname = fc.array(segment, { maxLength: 5 }).map((segments) => `/${segments.join('/')}`)

test('every address of the table is found as Remix would find it', () => {
  for (const { id, path = '' } of table) {
    if (path === '*') continue
    const address = `/${path.replace(/:\w+/g, ID)}`
    expect([address, routeOf(address)]).toEqual([address, id])
    expect(byRemix(address)).toBe(id)
  }
})

test('whatever is found for any path is what Remix would have found', () => {
  fc.assert(
    fc.property(pathname, (path) => {
      const found = routeOf(path)
      if (found !== undefined) expect(found).toBe(byRemix(path))
    }),
    { numRuns: 2_000 },
  )
})

test('what is written in another way is left to Remix', () => {
  for (const path of ['/courses.data', '/courses/', '/Courses', '/courses/%41', '//courses', '/no/such/page'])
    expect([path, routeOf(path)]).toEqual([path, undefined])
})
