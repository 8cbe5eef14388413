const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Thrown: the error page explains it. Bodies stay empty, for whatever is thrown reaches the browser. */
export const notFound = () => new Response(null, { status: 404 })
export const forbidden = () => new Response(null, { status: 403 })
export const tooManyRequests = () => new Response(null, { status: 429, headers: { 'Retry-After': '900' } })

/** An id from the address; what is none is not found, and the database is not asked. */
export function idFrom(text: string | undefined): string {
  if (!text || !UUID.test(text)) throw notFound()
  return text
}

export function isId(text: string): boolean {
  return UUID.test(text)
}

export function found<T>(row: T | undefined): T {
  if (row === undefined) throw notFound()
  return row
}

export type FileKind =
  | 'application/pdf'
  | 'text/markdown; charset=utf-8'
  | 'text/csv; charset=utf-8'
  | 'application/json'
  | 'image/png'
  | 'image/svg+xml'
  | 'text/calendar; charset=utf-8'
  | 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  | 'application/vnd.oasis.opendocument.spreadsheet'

/** A file to download; the name is plain ASCII so that every browser understands it. */
export function file(
  content: Uint8Array | string | ReadableStream<Uint8Array>,
  name: string,
  kind: FileKind,
): Response {
  const body = content instanceof Uint8Array ? new Uint8Array(content) : content
  return new Response(body, {
    headers: {
      'Content-Type': kind,
      'Content-Disposition': `attachment; filename="${name.replace(/[^\w.-]+/g, '-')}"`,
      'Cache-Control': 'no-store',
    },
  })
}

const MOST_DIGITS = 6

/** A number from the address, counting from 1; anything else is not found. */
export function wholeFrom(text: string | undefined): number {
  if (!text || text.length > MOST_DIGITS || !/^[1-9]\d*$/.test(text)) throw notFound()
  return Number(text)
}
