import type { AppLoadContext } from '@remix-run/node'
import type { Locale } from '#app/domain/locale.ts'
import { signedInActor } from '#app/http/actor.server.ts'

const COOKIE = /(?:^|;\s*)locale=(de|en)(?:;|$)/

/** The language of a page: what the person chose, else the browser's cookie, else its header, else German. */
export async function localeOf(context: AppLoadContext, request: Request): Promise<Locale> {
  const actor = await signedInActor(context, request)
  if (actor) return actor.locale
  const cookie = COOKIE.exec(request.headers.get('Cookie') ?? '')?.[1]
  if (cookie === 'de' || cookie === 'en') return cookie
  const first = (request.headers.get('Accept-Language') ?? '').slice(0, 2).toLowerCase()
  return first === 'en' ? 'en' : 'de'
}

export function localeCookie(locale: Locale, origin: string): string {
  const secure = origin.startsWith('https:') ? '; Secure' : ''
  return `locale=${locale}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly${secure}`
}
