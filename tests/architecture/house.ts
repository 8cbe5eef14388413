// The plan of the house as data, and what a file may take from where. imports.test.ts holds the house to it.

import { readdirSync, readFileSync } from 'node:fs'

/**
 * The rooms, and the rooms that each may take from. A file may always use its own room, except that no route
 * uses another route. Type imports count like all others.
 */
export const MAY_USE: Record<string, string[]> = {
  'app/domain': [],
  'app/i18n': ['app/domain'],
  'app/charts': ['app/domain'],
  surveys: ['app/domain'],
  db: ['app/domain'],
  reports: ['app/domain', 'app/i18n', 'app/charts'],
  'app/ui': ['app/domain', 'app/i18n', 'app/charts'],
  'app/http': ['app/domain', 'app/i18n', 'db'],
  'app/jobs': ['app/domain', 'app/i18n', 'app/http', 'db', 'surveys', 'reports'],
  'app/cli': ['app/domain', 'app/i18n', 'app/charts', 'app/http', 'app/jobs', 'db', 'surveys', 'reports'],
  'app/routes': [
    'app/domain',
    'app/i18n',
    'app/charts',
    'app/ui',
    'app/http',
    'app/jobs',
    'db',
    'reports',
    'surveys',
  ],
}

/** The files in front of the rooms, which nobody uses. */
const FRONT = /^app\/(server\.ts|root\.tsx|routes\.ts|entry\.(client|server)\.tsx)$/

/** Packages that only these places know, so that replacing one stays a small change. */
const KEPT_TO: [packageName: RegExp, places: RegExp][] = [
  [/^@remix-run\//, /^app\/(routes|http|ui)\/|^app\/(root|entry|routes|server|env)\b/],
  [/^(react|react-dom|recharts)(\/|$)/, /^app\/(routes|ui)\/|^app\/(root|entry)\b/],
  [/^express$|^compression$/, /^app\/http\/|^app\/server\.ts$/],
  [/^lucia$/, /^app\/http\/session\.server\.ts$|^db\/login-sessions\.ts$/],
  [/^(kysely|pg|@electric-sql\/pglite)$/, /^db\/|^app\/cli\/bench\//],
  [/^nodemailer$/, /^app\/jobs\//],
  [/^survey-/, /^(app\/ui|surveys)\//],
  [/^pdfkit$/, /^reports\//],
]

const rooms = Object.keys(MAY_USE)

export function roomOf(path: string): string | undefined {
  return rooms.find((room) => path.startsWith(`${room}/`))
}

/** What a file takes from elsewhere: `import … from`, `export … from`, `import('…')` and `import '…'`. */
export function importsOf(source: string): string[] {
  const found = source.matchAll(/(?:\bfrom\s+|\bimport\s*\(\s*|^\s*import\s+)'([^']+)'/gm)
  return [...found].map(([, target = '']) => target)
}

/** Why this import does not keep to the plan, or undefined. */
export function strayBecause(file: string, target: string): string | undefined {
  if (target.startsWith('.')) return 'a relative path: there is one way to name a file, from the root with #'
  if (!target.startsWith('#')) return strayPackage(file, target)

  const path = target.slice(1)
  if (path.startsWith('tests/')) return 'tests are used by tests only'
  if (FRONT.test(path)) return 'nobody uses the front of the house'
  if (!/\.(tsx?|mjs|json|css)(\?url)?$/.test(path)) return 'a file is named with its extension'
  return strayRoom(file, path)
}

function strayPackage(file: string, target: string): string | undefined {
  const kept = KEPT_TO.find(([name]) => name.test(target))
  return kept && !kept[1].test(file) ? `${target} is known to ${kept[1].source} only` : undefined
}

function strayRoom(file: string, path: string): string | undefined {
  const [from, to] = [roomOf(file), roomOf(path)]
  if (from === undefined) return undefined // the front knows everyone
  if (from === to) return from === 'app/routes' ? 'no route uses another route' : undefined
  if (to === undefined)
    return from === 'app/routes' || from === 'app/ui' ? undefined : 'a place outside the rooms'
  return MAY_USE[from]?.includes(to) ? undefined : `${from} must not use ${to}`
}

/** Every file of ours below a folder, from the root of the repository, in one order everywhere. */
export function filesBelow(folder: string, extension = /\.(tsx?|mjs)$/): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && extension.test(entry.name))
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .sort()
}

export function sourceOf(file: string): string {
  return readFileSync(file, 'utf8')
}
