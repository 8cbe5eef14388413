import type { Actor, Role } from '#app/domain/policy.ts'
import type { Messages } from '#app/i18n/index.ts'
import type { NavigationEntry } from '#app/ui/shell.tsx'

type Key = keyof Messages['navigation']

const HREF: Record<Key, string> = {
  courses: '/courses',
  workshops: '/workshops',
  mine: '/enrolments',
  town: '/organisations',
  learning: '/learning',
  evaluations: '/evaluations',
  indicators: '/indicators',
  targets: '/indicators/targets',
  reports: '/reports',
  admin: '/admin',
  access: '/access',
}

/** What is reached from an entry and has an address of its own. */
const COVERS: Partial<Record<Key, readonly string[]>> = { evaluations: ['/questionnaires', '/measures'] }

/** What each role needs, the most needed first. Whoever has several roles gets the first five of them together. */
const WANTED: [Role, Key[]][] = [
  ['coordinator', ['workshops', 'courses', 'evaluations', 'indicators', 'admin']],
  ['committee', ['indicators', 'targets', 'reports', 'evaluations', 'courses']],
  ['admin', ['admin', 'courses']],
  ['staffCouncil', ['evaluations', 'indicators', 'reports', 'courses']],
  ['dataProtection', ['evaluations', 'admin', 'courses']],
  ['consultant', ['indicators', 'reports', 'courses']],
  ['trainer', ['workshops', 'courses', 'evaluations']],
  ['trainingOfficer', ['town', 'workshops', 'courses']],
  ['participant', ['courses', 'workshops', 'mine', 'learning']],
]
const GUEST_ENTRIES: Key[] = ['courses', 'workshops', 'access']
const MOST = 5

/** The main navigation of a person: at most five entries. */
export function navigationFor(actor: Actor, t: Messages): NavigationEntry[] {
  const wanted =
    actor.id === null
      ? GUEST_ENTRIES
      : WANTED.flatMap(([role, keys]) => (actor.roles.includes(role) ? keys : []))
  const keys = wanted.length > 0 ? [...new Set(wanted)].slice(0, MOST) : (['courses', 'workshops'] as const)
  return keys.map((key) => ({ href: HREF[key], label: t.navigation[key], covers: COVERS[key] }))
}
