import { request, type Agent } from 'node:http'
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib'

/** One request as a browser sends it, and what must come back. */
export type Ask = {
  path: string
  cookie?: string
  /** With it, a POST. */
  form?: Record<string, string>
  expects: { texts: readonly string[] } | { redirect: string }
}

/** As it came over the wire. */
export type Reply = { status: number; location: string; encoding: string; content: Buffer }

const TIMEOUT_MS = 30_000

/** Asks, and reads the reply to its end. */
export function send(
  origin: string,
  ask: Pick<Ask, 'path' | 'cookie' | 'form'>,
  agent: Agent,
): Promise<Reply> {
  const body = ask.form && new URLSearchParams(ask.form).toString()
  const headers = { ...headersOf(ask.cookie), ...(body !== undefined && formHeaders(origin, body)) }
  const options = { agent, headers, method: ask.form ? 'POST' : 'GET', timeout: TIMEOUT_MS }
  return new Promise((resolve, reject) => {
    const sent = request(origin + ask.path, options, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () => {
        const { location = '', 'content-encoding': encoding = '' } = response.headers
        resolve({ status: response.statusCode ?? 0, location, encoding, content: Buffer.concat(chunks) })
      })
    })
    sent.on('timeout', () => sent.destroy(new Error(`${ask.path}: no reply`)))
    sent.on('error', reject)
    sent.end(body)
  })
}

function headersOf(cookie: string | undefined): Record<string, string> {
  return {
    Accept: 'text/html,*/*',
    'Accept-Encoding': 'gzip, deflate, br',
    'Accept-Language': 'de',
    ...(cookie && { Cookie: cookie }),
  }
}

function formHeaders(origin: string, body: string): Record<string, string> {
  return {
    Origin: origin,
    'Content-Type': 'application/x-www-form-urlencoded',
    'Content-Length': String(Buffer.byteLength(body)),
  }
}

/** What was compressed for the way. */
export function contentOf({ encoding, content }: Reply): Buffer {
  if (encoding === 'br') return brotliDecompressSync(content)
  if (encoding === 'gzip') return gunzipSync(content)
  return encoding === 'deflate' ? inflateSync(content) : content
}

/** Throws when something else came back than had to. */
export function check({ path, form, expects }: Ask, reply: Reply): void {
  const what = `${form ? 'POST' : 'GET'} ${path} → ${reply.status}`
  if ('redirect' in expects) {
    const isThere = [302, 303].includes(reply.status) && reply.location.startsWith(expects.redirect)
    if (!isThere)
      throw new Error(`${what} ${reply.location}, erwartet: Weiterleitung nach ${expects.redirect}`)
    return
  }
  const page = contentOf(reply).toString('utf8')
  const missing = expects.texts.find((text) => !page.includes(text) && !page.includes(asHtml(text)))
  if (reply.status !== 200) throw new Error(`${what}, erwartet: 200`)
  if (missing !== undefined) throw new Error(`${what}, es fehlt: ${missing}`)
}

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#x27;',
}

/** As React writes a text. */
function asHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign)
}
