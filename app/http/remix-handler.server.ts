import { createRequestHandler, type AppLoadContext, type ServerBuild } from '@remix-run/node'
import { writeReadableStreamToWritable } from '@remix-run/node'
import type { NextFunction, Request as ExpressRequest, Response as ExpressResponse } from 'express'

type Build = ServerBuild | (() => Promise<ServerBuild>)

/**
 * Hands a guarded request to Remix. Its own Express adapter streams bodies of any size and believes
 * `X-Forwarded-Host`; here the body is read and limited, and the origin is the one that we were told.
 */
export function remixHandler(
  build: Build,
  mode: string,
  originFor: (request: ExpressRequest) => string,
  contextFor: (response: ExpressResponse) => AppLoadContext,
) {
  const handle = createRequestHandler(build, mode)
  return async (request: ExpressRequest, response: ExpressResponse, next: NextFunction): Promise<void> => {
    try {
      const answer = await handle(asRequest(request, response, originFor(request)), contextFor(response))
      await send(answer, response)
    } catch (error) {
      next(error)
    }
  }
}

function asRequest(request: ExpressRequest, response: ExpressResponse, origin: string): Request {
  const stop = new AbortController()
  response.on('close', () => {
    if (!response.writableEnded) stop.abort()
  })
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  }
  headers.delete('x-forwarded-host')
  headers.set('host', new URL(origin).host)
  const body: unknown = request.body
  const content = request.method === 'POST' && Buffer.isBuffer(body) ? new Uint8Array(body) : null
  return new Request(origin + request.originalUrl, {
    method: request.method,
    headers,
    body: content,
    signal: stop.signal,
  })
}

async function send(answer: Response, response: ExpressResponse): Promise<void> {
  response.status(answer.status)
  for (const [name, value] of answer.headers) response.append(name, value)
  if (answer.headers.has('Cache-Control'))
    response.set('Cache-Control', answer.headers.get('Cache-Control') ?? '')
  if (answer.body) await writeReadableStreamToWritable(answer.body, response)
  else response.end()
}
