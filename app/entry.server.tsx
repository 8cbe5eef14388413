import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { renderToPipeableStream } from 'react-dom/server'
import { collectPage } from '#app/http/html-stream.server.ts'
import { logError } from '#app/http/log.server.ts'
import { NonceContext } from '#app/ui/nonce.tsx'
import { PageScriptContext } from '#app/ui/page-script.tsx'

const RENDER_LIMIT_MILLISECONDS = 5_000

/** Renders a page to the end before it is sent: what went wrong half way then still gets its proper status. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { nonce, requestId }: AppLoadContext,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    let failed = false
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={nonce}>
        <PageScriptContext.Provider value={remixContext.manifest.entry.module}>
          <RemixServer
            context={remixContext}
            url={request.url}
            nonce={nonce}
            abortDelay={RENDER_LIMIT_MILLISECONDS}
          />
        </PageScriptContext.Provider>
      </NonceContext.Provider>,
      {
        nonce,
        onAllReady() {
          clearTimeout(limit)
          headers.set('Content-Type', 'text/html; charset=utf-8')
          pipe(collectPage((page) => resolve(new Response(page, { headers, status: failed ? 500 : status }))))
        },
        onShellError(error: unknown) {
          clearTimeout(limit)
          reject(error)
        },
        onError(error: unknown) {
          failed = true
          logError('page failed', error, { id: requestId })
        },
      },
    )
    const limit = setTimeout(abort, RENDER_LIMIT_MILLISECONDS + 1_000)
  })
}

/** Errors of loaders and actions: the operator reads them here, the person only gets the id of the request. */
export function handleError(
  error: unknown,
  { request, context }: LoaderFunctionArgs | ActionFunctionArgs,
): void {
  if (!request.signal.aborted) logError('request failed', error, { id: context.requestId })
}
