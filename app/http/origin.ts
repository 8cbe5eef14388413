import type { AppLoadContext } from '@remix-run/node'

/** The address under which people reach this installation: as configured, else the loopback name they typed. */
export function originOf(context: AppLoadContext, request: Request): string {
  return context.environment.publicOrigin ?? new URL(request.url).origin
}

/** The path of one of our own pages, as an address hands it on; undefined for anything else. */
export function ownPath(text: string | null, longest: number): string | undefined {
  if (!text || text.length > longest) return undefined
  return text === '/' || safePath(text) !== '/' ? text : undefined
}

/** A path of our own to go back to; anything that could lead elsewhere becomes the first page. */
export function safePath(text: string | null | undefined): string {
  if (!text || !text.startsWith('/') || /[\\\s]|^\/\//.test(text)) return '/'
  const { origin, pathname, search } = new URL(text, 'http://here.invalid')
  // '/..//elsewhere' is a path only until its dots are resolved.
  const isOurs = origin === 'http://here.invalid' && !pathname.startsWith('//')
  return isOurs ? pathname + search : '/'
}
