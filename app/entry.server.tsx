import {
  createReadableStreamFromReadable,
  type ActionFunctionArgs,
  type AppLoadContext,
  type EntryContext,
  type LoaderFunctionArgs,
} from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { renderToPipeableStream } from 'react-dom/server'
import { withoutZeroBytes } from '#app/http/html-stream.server.ts'
import { logError } from '#app/http/log.server.ts'
import { NonceContext } from '#app/ui/nonce.tsx'

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
        <RemixServer
          context={remixContext}
          url={request.url}
          nonce={nonce}
          abortDelay={RENDER_LIMIT_MILLISECONDS}
        />
      </NonceContext.Provider>,
      {
        nonce,
        onAllReady() {
          const body = withoutZeroBytes()
          headers.set('Content-Type', 'text/html; charset=utf-8')
          resolve(
            new Response(createReadableStreamFromReadable(body), { headers, status: failed ? 500 : status }),
          )
          pipe(body)
        },
        onShellError: reject,
        onError(error: unknown) {
          failed = true
          logError('page failed', error, { id: requestId })
        },
      },
    )
    setTimeout(abort, RENDER_LIMIT_MILLISECONDS + 1_000).unref()
  })
}

/** Errors of loaders and actions: the operator reads them here, the person only gets the id of the request. */
export function handleError(
  error: unknown,
  { request, context }: LoaderFunctionArgs | ActionFunctionArgs,
): void {
  if (!request.signal.aborted) logError('request failed', error, { id: context.requestId })
}
