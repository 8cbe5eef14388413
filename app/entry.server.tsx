import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { renderToStaticMarkup } from 'react-dom/server'
import { logError } from '#app/http/log.server.ts'
import { AnswerContext } from '#app/ui/answer.tsx'
import { NonceContext } from '#app/ui/nonce.tsx'
import { PageScriptContext } from '#app/ui/page-script.tsx'
import { isUnwritable } from '#db/client.server.ts'

/**
 * Renders a page whole and without React's marks: nothing waits, and no page is made again in the browser. A page that
 * fails throws, and Remix puts the error page in its place with the proper status.
 */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { nonce, requestId, isUnwritable: tookNoWrite }: AppLoadContext,
): Response {
  const answer = { status: tookNoWrite ? 503 : status, requestId }
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

/** Errors of loaders and actions: the operator reads them here, the person only gets the id of the request. */
export function handleError(
  error: unknown,
  { request, context }: LoaderFunctionArgs | ActionFunctionArgs,
): void {
  if (isUnwritable(error)) context.isUnwritable = true
  if (!request.signal.aborted) logError('request failed', error, { id: context.requestId })
}
