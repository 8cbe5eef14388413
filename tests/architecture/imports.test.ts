import { expect, test } from 'vitest'
import { filesBelow, importsOf, roomOf, sourceOf, strayBecause } from '#tests/architecture/house.ts'

const files = ['app', 'db', 'surveys', 'reports'].flatMap((folder) => filesBelow(folder))

test('every import keeps to the plan of the house', () => {
  const strays = files.flatMap((file) =>
    importsOf(sourceOf(file)).flatMap((target) => {
      const reason = strayBecause(file, target)
      return reason ? [`${file} uses ${target}: ${reason}`] : []
    }),
  )
  expect(files.length).toBeGreaterThan(100)
  expect(strays).toEqual([])
})

test('every file lies in a room, or is one of the few in front', () => {
  const outside = files.filter((file) => roomOf(file) === undefined && !file.startsWith('app/styles/'))
  expect(outside).toEqual([
    'app/entry.client.tsx',
    'app/entry.server.tsx',
    'app/env.d.ts',
    'app/root.tsx',
    'app/routes.ts',
    'app/server.ts',
  ])
})

test('tests name files from the root too', () => {
  const relative = filesBelow('tests').flatMap((file) =>
    importsOf(sourceOf(file))
      .filter((target) => target.startsWith('.'))
      .map((target) => `${file} uses ${target}`),
  )
  expect(relative).toEqual([])
})

// A wall that was never seen to hold is a drawing: one planted fault of each kind.
test.each([
  ['app/domain/enrolment.ts', '#db/enrolments.ts', 'app/domain must not use db'],
  ['app/domain/enrolment.ts', '#app/i18n/index.ts', 'app/domain must not use app/i18n'],
  ['db/enrolments.ts', '#app/http/actor.server.ts', 'db must not use app/http'],
  ['db/enrolments.ts', '#surveys/index.ts', 'db must not use surveys'],
  ['reports/certificate.ts', '#db/enrolments.ts', 'reports must not use db'],
  ['app/ui/table.tsx', '#db/enrolments.ts', 'app/ui must not use db'],
  ['app/ui/table.tsx', '#app/http/form.ts', 'app/ui must not use app/http'],
  ['app/charts/trend.ts', '#app/i18n/format.ts', 'app/charts must not use app/i18n'],
  ['app/jobs/send-mail.server.ts', '#app/ui/table.tsx', 'app/jobs must not use app/ui'],
  ['app/routes/courses/show.tsx', '#app/cli/demo.ts', 'app/routes must not use app/cli'],
  ['app/routes/courses/show.tsx', '#app/routes/courses/list.tsx', 'no route uses another route'],
  ['app/http/actor.server.ts', '#app/root.tsx', 'nobody uses the front'],
  ['app/cli/demo.ts', '#app/server.ts', 'nobody uses the front'],
  ['app/cli/demo.ts', '#tests/factories.ts', 'tests only'],
  ['db/enrolments.ts', '#package.json', 'outside the rooms'],
  ['db/enrolments.ts', './workshops.ts', 'relative'],
  ['db/enrolments.ts', '../app/domain/enrolment.ts', 'relative'],
  ['db/enrolments.ts', '#db/workshops', 'extension'],
  ['db/enrolments.ts', '@remix-run/node', 'known to'],
  ['app/domain/enrolment.ts', 'kysely', 'known to'],
  ['app/routes/home.tsx', 'lucia', 'known to'],
  ['app/http/actor.server.ts', 'react', 'known to'],
])('%s may not use %s', (file, target, reason) => {
  expect(strayBecause(file, target)).toContain(reason)
})

test.each([
  ['db/enrolments.ts', '#app/domain/enrolment.ts'],
  ['db/enrolments.ts', '#db/workshops.ts'],
  ['db/enrolments.ts', 'kysely'],
  ['app/routes/courses/show.tsx', '#db/courses.ts'],
  ['app/routes/courses/show.tsx', '@remix-run/node'],
  ['app/server.ts', '#app/jobs/index.server.ts'],
  ['app/root.tsx', '#app/styles/base.css?url'],
])('%s may use %s', (file, target) => {
  expect(strayBecause(file, target)).toBeUndefined()
})

test('imports are found in all their forms', () => {
  const source = `
    import { a } from '#a.ts'
    import type { B } from '#b.ts'
    import {
      c,
    } from '#c.ts'
    import '#d.css'
    export { e } from '#e.ts'
    const f = await import('#f.ts')
    type G = import('#g.ts').G
  `
  expect(importsOf(source)).toEqual(['#a.ts', '#b.ts', '#c.ts', '#d.css', '#e.ts', '#f.ts', '#g.ts'])
})
