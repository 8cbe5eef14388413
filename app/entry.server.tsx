import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { renderToStaticMarkup } from 'react-dom/server'
import { actorOf } from '#app/http/actor.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { logError } from '#app/http/log.server.ts'
import { AnswerContext } from '#app/ui/answer.tsx'
import { NonceContext } from '#app/ui/nonce.tsx'
import { PageScriptContext } from '#app/ui/page-script.tsx'
import { isUnwritable } from '#db/client.server.ts'

/**
 * Renders a page whole and without React's marks: nothing waits, and no page is made again in the browser. A page that
 * fails throws, and Remix puts the error page in its place with the proper status.
 */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  const { nonce, requestId, isUnwritable: tookNoWrite } = context
  const isFramed = Boolean(remixContext.staticHandlerContext.loaderData.root)
  const reader = isFramed ? undefined : await readerOf(context, request)
  const answer = { status: tookNoWrite ? 503 : status, requestId, ...reader }
  const page = renderToStaticMarkup(
    <NonceContext.Provider value={nonce}>
      <PageScriptContext.Provider value={remixContext.manifest.entry.module}>
        <AnswerContext.Provider value={answer}>
          <RemixServer context={remixContext} url={request.url} nonce={nonce} />
        </AnswerContext.Provider>
      </PageScriptContext.Provider>
    </NonceContext.Provider>,
  )
  headers.set('Content-Type', 'text/html; charset=utf-8')
  return new Response(`<!DOCTYPE html>${page}`, { headers, status: answer.status })
}

/** Who reads, where the frame's own data was not read, as after a form that failed; unknown without a database. */
async function readerOf(context: AppLoadContext, request: Request) {
  try {
    const { id, name, roles, officerOf } = await actorOf(context, request)
    return { actor: { id, name, roles, officerOf }, locale: await localeOf(context, request) }
  } catch {
    return undefined
  }
}

/** Errors of loaders and actions: the operator reads them here, the person only gets the id of the request. */
export function handleError(
  error: unknown,
  { request, context }: LoaderFunctionArgs | ActionFunctionArgs,
): void {
  if (isUnwritable(error)) context.isUnwritable = true
  if (!request.signal.aborted) logError('request failed', error, { id: context.requestId })
}
