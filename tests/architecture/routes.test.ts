import { expect, test } from 'vitest'
import { byName, declarationsOf, reachedFrom } from '#tests/architecture/functions.ts'
import { filesBelow, sourceOf } from '#tests/architecture/house.ts'

const routes = [...filesBelow('app/routes'), 'app/root.tsx']

/** What is wrong with who may use this route: a loader or action that names no capability, or is no plain function. */
function unguarded(file: string, source: string): string[] {
  const all = declarationsOf(file, source)
  const wrapped = [
    ...source.matchAll(/^export (?:const|let) (loader|action)\b|^export \{[^}]*\b(loader|action)\b/gm),
  ]
  return [
    ...wrapped.map((match) => `${file}: ${match[1] ?? match[2]} is no plain function`),
    ...all
      .filter(
        ({ name, exported, body }) => exported && /^(loader|action)$/.test(name) && /\bfunction\b/.test(body),
      )
      .filter((one) => !reachedFrom(one, byName(all)).some(({ body }) => /\bpermit\(/.test(body)))
      .map(({ name }) => `${file}: ${name} names no capability`),
  ]
}

test('every loader and every action names who may use it', () => {
  expect(routes.flatMap((file) => unguarded(file, sourceOf(file)))).toEqual([])
})

test('a page has a loader: no page is shown on the strength of the frame around it', () => {
  const pages = filesBelow('app/routes').filter(
    (file) => !/^export (async )?function (loader|action)\b/m.test(sourceOf(file)),
  )
  expect(pages).toEqual([])
})

test('every route stands in the table of addresses, and every address has its file', () => {
  const table = [...sourceOf('app/routes.ts').matchAll(/'(routes\/[^']+)'/g)].map(([, file]) => `app/${file}`)
  const files = filesBelow('app/routes')
  expect(files.filter((file) => !table.includes(file))).toEqual([])
  expect(table.filter((file) => !files.includes(file))).toEqual([])
})

test('a loader without a capability, and a wrapped one, are found', () => {
  const good =
    "export async function loader() {\n  permit(await actorOf(), 'public:read')\n  return null\n}\n"
  const handedOn =
    'export async function action() {\n  return save()\n}\n\nfunction save() {\n  permit(actor)\n}\n'
  const bare = 'export async function loader() {\n  return 1\n}\n'
  expect(unguarded('a.tsx', good + handedOn)).toEqual([])
  expect(unguarded('a.tsx', handedOn + bare)).toEqual(['a.tsx: loader names no capability'])
  expect(unguarded('a.tsx', 'export const loader = guarded(async () => 1)\n')).toEqual([
    'a.tsx: loader is no plain function',
  ])
  expect(unguarded('a.tsx', "export { loader } from '#app/x.ts'\n")).toEqual([
    'a.tsx: loader is no plain function',
  ])
})
