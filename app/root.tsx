import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  useLocation,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react'
import type { ReactNode } from 'react'
import type { Locale } from '#app/domain/locale.ts'
import { GUEST, type Actor } from '#app/domain/policy.ts'
import { actorOf, permit } from '#app/http/actor.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { messages } from '#app/i18n/index.ts'
import { ActorProvider } from '#app/ui/actor.tsx'
import { useAnswer } from '#app/ui/answer.tsx'
import { AddressProvider } from '#app/ui/address.tsx'
import { ErrorPage, errorTitle } from '#app/ui/error-page.tsx'
import { LocaleProvider } from '#app/ui/locale.tsx'
import { navigationFor } from '#app/ui/navigation.ts'
import { useNonce } from '#app/ui/nonce.tsx'
import { usePageScript } from '#app/ui/page-script.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { getSettings } from '#db/settings.ts'
import stylesheet from '#app/styles/index.css?url'

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: stylesheet },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await actorOf(context, request)
  permit(actor, 'public:read')
  const { districtName, demo } = await getSettings(context.db)
  const { version, embedded } = context.environment
  const { id, name, roles, officerOf } = actor
  return {
    actor: { id, name, roles, officerOf } satisfies Actor,
    locale: await localeOf(context, request),
    district: districtName,
    demo,
    embedded,
    version,
  }
}

/** The frame of every page, of the error page too, which may have to do without the loader's data. */
export function Layout({ children }: { children: ReactNode }) {
  const data = useRouteLoaderData<typeof loader>('root')
  const { pathname, search } = useLocation()
  const locale = useFrameLocale()
  const answer = useAnswer()
  const actor = data?.actor ?? answer?.actor ?? GUEST
  const t = messages(locale)
  return (
    <html lang={locale} data-kern-theme="light">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Titles />
        <Links />
      </head>
      <body>
        <LocaleProvider locale={locale}>
          <AddressProvider pathname={pathname} search={search}>
            <ActorProvider actor={actor}>
              <Shell
                district={data?.district || t.shell.claim}
                navigation={navigationFor(actor, t)}
                version={data?.version ?? ''}
                demo={data?.demo}
                embedded={data?.embedded}
              >
                {children}
              </Shell>
            </ActorProvider>
          </AddressProvider>
        </LocaleProvider>
        <PageScripts />
      </body>
    </html>
  )
}

/** The reader's language; German where neither the page nor the server could find out who reads. */
function useFrameLocale(): Locale {
  const data = useRouteLoaderData<typeof loader>('root')
  const answer = useAnswer()
  return data?.locale ?? answer?.locale ?? 'de'
}

/** A page names itself; one that failed is called by what happened. */
function Titles() {
  const error = useRouteError()
  const locale = useFrameLocale()
  const status = useErrorStatus(error)
  // Remix gives undefined or null where nothing failed.
  if (error === undefined || error === null) return <Meta />
  return <title>{`${errorTitle(messages(locale), status)} · Lernkreis`}</title>
}

/**
 * Only pages that ask for it get JavaScript: our one script, and nothing of Remix, for pages stay the HTML that the
 * server wrote. In development all get both, for the reload after a change.
 */
function PageScripts() {
  const nonce = useNonce()
  const script = usePageScript()
  const wanted = useMatches().some(({ handle }) => isWithJavaScript(handle))
  if (import.meta.env.DEV) return <Scripts {...(nonce ? { nonce } : {})} />
  return wanted && script ? <script type="module" src={script} nonce={nonce} /> : null
}

function isWithJavaScript(handle: unknown): boolean {
  return typeof handle === 'object' && handle !== null && 'javascript' in handle && handle.javascript === true
}

export default function App() {
  return <Outlet />
}

export function ErrorBoundary() {
  const status = useErrorStatus(useRouteError())
  return <ErrorPage status={status} requestId={useAnswer()?.requestId} />
}

/** What a route has thrown on purpose, else what the server answers: it knows more of what went wrong than a page may. */
function useErrorStatus(error: unknown): number {
  const answer = useAnswer()
  return isRouteErrorResponse(error) ? error.status : (answer?.status ?? 500)
}
