/** What decides about an address; `path` as in app/routes.ts, undefined for the first page. */
type Route = { id: string; parentId?: string | undefined; path?: string | undefined }

type Pattern = { id: string; segments: readonly string[]; fixed: number }

/**
 * Finds the route of a path without asking all of them: only those with as many segments are looked at, the one
 * with the most fixed ones first, as Remix ranks them. Undefined where Remix itself shall decide: nothing matches,
 * or the path is written in another way than ours (capitals, escapes, a slash at its end, `.data`).
 */
export function routeFinder(routes: readonly Route[]): (pathname: string) => string | undefined {
  const byLength = new Map<number, Pattern[]>()
  for (const { id, parentId, path = '' } of routes) {
    if (parentId === undefined || path.includes('*')) continue
    const segments = path === '' ? [] : path.split('/')
    const fixed = segments.filter((segment) => !isParameter(segment)).length
    const others = byLength.get(segments.length) ?? []
    byLength.set(
      segments.length,
      [...others, { id, segments, fixed }].sort((a, b) => b.fixed - a.fixed),
    )
  }
  return (pathname) => {
    if (pathname.endsWith('.data') || /[A-Z%]/.test(pathname)) return undefined
    const segments = pathname === '/' ? [] : pathname.slice(1).split('/')
    if (segments.includes('')) return undefined
    return byLength.get(segments.length)?.find((pattern) => fits(pattern, segments))?.id
  }
}

const isParameter = (segment: string) => segment.startsWith(':')

function fits(pattern: Pattern, segments: readonly string[]): boolean {
  return pattern.segments.every((wanted, nth) => isParameter(wanted) || wanted === segments[nth])
}
