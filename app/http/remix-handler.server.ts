import { gzipSync } from 'node:zlib'
import { createRequestHandler, type AppLoadContext, type ServerBuild } from '@remix-run/node'
import { writeReadableStreamToWritable } from '@remix-run/node'
import { bodyAsItArrives } from '#app/http/guard.server.ts'
import type { NextFunction, Request as ExpressRequest, Response as ExpressResponse } from 'express'
import { messages } from '#app/i18n/index.ts'
import { routeFinder } from '#app/http/route-finder.server.ts'

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
  const handlerFor =
    typeof build === 'function' ? always(createRequestHandler(build, mode)) : byRoute(build, mode)
  return async (request: ExpressRequest, response: ExpressResponse, next: NextFunction): Promise<void> => {
    try {
      const handle = handlerFor(request.path)
      const context = contextFor(response)
      const asked = asRequest(request, response, originFor(request))
      const answer = await handle(asked, context)
      if (isWithoutWords(answer)) sayFailed(response, context)
      else if (isBareRefusal(answer, asked))
        await send(await errorPage(build, mode, asked, answer, context), response)
      else await send(answer, response)
    } catch (error) {
      next(error)
    }
  }
}

/** What Remix says in English and without a way out when a file fails; pages have an error page of ours. */
function isWithoutWords(answer: Response): boolean {
  return answer.status === 500 && answer.headers.get('Content-Type') === 'text/plain'
}

/** A file that was refused to somebody who looks at pages: the browser would show an empty one, or none. */
function isBareRefusal(answer: Response, { method, headers }: Request): boolean {
  return (
    method === 'GET' &&
    answer.status >= 400 &&
    answer.body === null &&
    Boolean(headers.get('Accept')?.includes('text/html'))
  )
}

/** The error page of the same status in place of the file, with whatever else the refusal had to tell. */
async function errorPage(
  build: Build,
  mode: string,
  asked: Request,
  { status, headers }: Response,
  context: AppLoadContext,
): Promise<Response> {
  const whole = typeof build === 'function' ? await build() : build
  const handle = createRequestHandler(withRoute(whole, 'routes/not-found'), mode)
  const page = await handle(new Request(asked.url, { headers: asked.headers }), {
    ...context,
    refusal: status,
  })
  for (const [name, value] of headers) if (!page.headers.has(name)) page.headers.append(name, value)
  return page
}

/** As plain text, for where no page can be made. */
export function sayFailed(
  response: ExpressResponse,
  { requestId, isUnwritable }: Pick<AppLoadContext, 'requestId' | 'isUnwritable'>,
  status = isUnwritable ? 503 : 500,
): void {
  const { common } = messages('de')
  const { title, text } = common.error[isUnwritable ? 'unwritable' : 'failed']
  response
    .status(status)
    .type('text/plain')
    .send(`${title}. ${text} ${common.requestId(requestId)}`)
}

type Handler = ReturnType<typeof createRequestHandler>

const always = (handler: Handler) => () => handler

/**
 * One handler for each route, made when it is first asked for. Remix compares every request with every route of its
 * build, four times over: with a build of one route that costs nothing, however many addresses there are.
 */
function byRoute(build: ServerBuild, mode: string): (pathname: string) => Handler {
  const whole = createRequestHandler(build, mode)
  const routeOf = routeFinder(Object.values(build.routes).filter((route) => route !== undefined))
  const handlers = new Map<string, Handler>()
  return (pathname) => {
    const id = routeOf(pathname)
    if (id === undefined) return whole
    const handler = handlers.get(id) ?? createRequestHandler(withRoute(build, id), mode)
    handlers.set(id, handler)
    return handler
  }
}

function withRoute(build: ServerBuild, id: string): ServerBuild {
  const only = <T>(routes: Record<string, T>) =>
    Object.fromEntries(Object.entries(routes).filter(([key]) => key === 'root' || key === id))
  const { assets } = build
  return { ...build, routes: only(build.routes), assets: { ...assets, routes: only(assets.routes) } }
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
  const isUnread = request.method === 'POST' && body === undefined
  const content = Buffer.isBuffer(body) && request.method === 'POST' ? new Uint8Array(body) : null
  return new Request(origin + request.originalUrl, {
    method: request.method,
    headers,
    body: isUnread ? bodyAsItArrives(request, response) : content,
    duplex: 'half',
    signal: stop.signal,
  })
}

async function send(answer: Response, response: ExpressResponse): Promise<void> {
  response.status(answer.status)
  for (const [name, value] of answer.headers) response.append(name, value)
  if (answer.headers.has('Cache-Control'))
    response.set('Cache-Control', answer.headers.get('Cache-Control') ?? '')
  if (!answer.body) response.end()
  else if (answer.headers.get('Content-Type')?.startsWith('text/html'))
    sendPage(Buffer.from(await answer.arrayBuffer()), response)
  else await writeReadableStreamToWritable(answer.body, response)
}

/**
 * A page is there as a whole, and is compressed at once: in the stream that `compression` has for everything else,
 * each of its steps is a task for another thread and a write of its own, which costs more than the page.
 */
function sendPage(page: Buffer, response: ExpressResponse): void {
  const isZipped = Boolean(response.req.acceptsEncodings('gzip'))
  const content = isZipped ? gzipSync(page) : page
  if (isZipped) response.set('Content-Encoding', 'gzip')
  response.set('Content-Length', String(content.length)).end(content)
}
