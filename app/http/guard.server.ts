import { randomBytes, randomUUID } from 'node:crypto'
import { pipeline, Readable, Transform } from 'node:stream'
import express, { type NextFunction, type Request, type Response } from 'express'
import type { Environment } from '#app/http/environment.server.ts'

// What stands before Remix, because Remix v2 has none of it: methods, exact origin, body limits, headers.

const METHODS = ['GET', 'HEAD', 'POST']
const BODY_TYPES = ['application/x-www-form-urlencoded', 'multipart/form-data']
const BODY_LIMIT_BYTES = 256 * 1024
/** Tables of people are longer than forms. */
const UPLOAD_LIMIT_BYTES = 2 * 1024 * 1024
const UPLOAD_PATHS = /^\/admin\/people\/import$/
/** Forms with files: their action reads them as they arrive (app/http/upload.server.ts), so nothing is held here. */
const FILE_PATHS = new RegExp(
  [
    '^/(?:(?:courses|workshops)/[0-9a-f-]+/materials/new|materials/[0-9a-f-]+/edit',
    'modules/[0-9a-f-]+/pages/new|module-pages/[0-9a-f-]+/edit|proofs/new|questionnaires/new)$',
  ].join('|'),
)
/** More than a file may hold: whoever sends too much shall get an answer, and not a torn connection. */
const FILE_LIMIT_BYTES = 128 * 1024 * 1024

export type Guarded = { requestId: string; nonce: string }

/** Express keeps what was made for one request in `response.locals`. */
export function guardedBy(response: Response): Guarded {
  return response.locals as Guarded
}

export function guard(environment: Environment) {
  return (request: Request, response: Response, next: NextFunction): void => {
    response.locals.requestId = randomUUID().slice(0, 8)
    response.locals.nonce = randomBytes(16).toString('base64')
    setHeaders(response, environment)
    const refusal = refusalOf(request, environment)
    if (refusal) {
      response.status(refusal.status).type('text/plain').send(refusal.text)
      return
    }
    next()
  }
}

function setHeaders(response: Response, environment: Environment): void {
  const { nonce, requestId } = guardedBy(response)
  const headers: Record<string, string> = {
    'Content-Security-Policy': contentSecurityPolicy(nonce, environment.production),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'X-Frame-Options': 'DENY',
    'X-Request-Id': requestId,
    'Cache-Control': 'no-store',
  }
  if (environment.publicOrigin?.startsWith('https:')) {
    headers['Strict-Transport-Security'] = 'max-age=31536000; includeSubDomains'
  }
  response.set(headers)
}

/** Vite's reload script speaks over a web socket and writes styles; nothing else may, and only in development. */
function contentSecurityPolicy(nonce: string, production: boolean): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    production ? "style-src 'self'" : "style-src 'self' 'unsafe-inline'",
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "media-src 'self'",
    "font-src 'self'",
    production ? "connect-src 'self'" : "connect-src 'self' ws:",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
    "manifest-src 'self'",
    "worker-src 'self'",
  ].join('; ')
}

type Refusal = { status: number; text: string }

/** Why a request is not let in, before any of our own code sees it. */
export function refusalOf(request: Request, environment: Environment): Refusal | undefined {
  if (!METHODS.includes(request.method)) return { status: 405, text: 'Diese Methode gibt es hier nicht.' }
  if (!isOurHost(request.headers.host, environment))
    return { status: 421, text: 'Diesen Namen hat dieser Dienst nicht.' }
  // Remix v2 still answers `?_data=`, without its own check of the origin.
  if ('_data' in request.query) return { status: 400, text: 'Diese Adresse gibt es nicht.' }
  // Nor are the bare data of a page handed out, which can be more than it shows: no page of ours asks for them.
  if (request.path.endsWith('.data')) return { status: 404, text: 'Diese Adresse gibt es nicht.' }
  if (request.method !== 'POST') return undefined
  if (!isSameOrigin(request, environment))
    return { status: 403, text: 'Diese Anfrage kam von einer fremden Seite.' }
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? ''
  if (!BODY_TYPES.includes(type)) return { status: 415, text: 'Dieses Format wird hier nicht angenommen.' }
  return undefined
}

/** With a configured address only its host is ours; without one, only names of this very machine. */
function isOurHost(host: string | undefined, environment: Environment): boolean {
  if (!host) return false
  if (environment.publicOrigin) return host === new URL(environment.publicOrigin).host
  return /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/.test(host)
}

function isSameOrigin(request: Request, environment: Environment): boolean {
  const { origin, host } = request.headers
  if (origin === undefined) return request.headers['sec-fetch-site'] === 'same-origin'
  return origin === (environment.publicOrigin ?? `http://${host ?? ''}`)
}

/** Reads the body into memory up to the limit of its path; counts what arrives, whatever the header claims. */
export function limitBody(request: Request, response: Response, next: NextFunction): void {
  const isMultipart = /^multipart\/form-data\b/i.test(request.headers['content-type'] ?? '')
  if (request.method === 'POST' && isMultipart && FILE_PATHS.test(request.path)) {
    next()
    return
  }
  const limit = UPLOAD_PATHS.test(request.path) ? UPLOAD_LIMIT_BYTES : BODY_LIMIT_BYTES
  express.raw({ type: () => true, limit })(request, response, next)
}

/** The body of a form with files, as it arrives, up to a limit. What nobody wants to read is let through. */
export function bodyAsItArrives(request: Request, response: Response): ReadableStream<Uint8Array> {
  let length = 0
  const counted = new Transform({
    transform(chunk: Buffer, _, done) {
      length += chunk.byteLength
      if (length > FILE_LIMIT_BYTES) done(Object.assign(new Error('too large'), { status: 413 }))
      else done(null, chunk)
    },
  })
  pipeline(request, counted, () => undefined)
  response.on('finish', () => request.unpipe(counted).resume())
  return Readable.toWeb(counted) as ReadableStream<Uint8Array>
}
