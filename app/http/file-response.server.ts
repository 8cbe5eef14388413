// Uploaded files on their way out: read from the database in parts, so that none is held in memory as a whole.

import { isShownInPages, rangeOf } from '#app/domain/file.ts'
import type { Db } from '#db/client.server.ts'
import { readPart, type StoredFile } from '#db/files.ts'

const PART_BYTES = 1024 * 1024
/** Players ask for "the rest" and stop listening: they get some of it, and ask again. */
const MOST_PER_RANGE = 4 * PART_BYTES

/**
 * A file as it was uploaded. Pictures, films and captions may be shown inside a page, all else is only ever saved;
 * opened by itself, it is a page without any rights.
 */
export function fileResponse(request: Request, db: Db, file: StoredFile): Response {
  const { mediaType, size } = file
  const headers = new Headers({
    'Content-Type': mediaType === 'text/vtt' ? 'text/vtt; charset=utf-8' : mediaType,
    'Content-Disposition': disposition(file),
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'X-Content-Type-Options': 'nosniff',
    'Accept-Ranges': 'bytes',
  })
  const range = rangeOf(request.headers.get('Range'), size, MOST_PER_RANGE)
  if (range === null) {
    headers.set('Content-Range', `bytes */${size}`)
    return new Response(null, { status: 416, headers })
  }
  const { from, length } = range ?? { from: 0, length: size }
  headers.set('Content-Length', String(length))
  if (range) headers.set('Content-Range', `bytes ${from}-${from + length - 1}/${size}`)
  return new Response(inParts(db, file.id, from, length), { status: range ? 206 : 200, headers })
}

/** Every browser understands the second name, and the oldest ones the first. */
function disposition({ name, mediaType }: StoredFile): string {
  const plain = name.replace(/[^\w.-]+/g, '-')
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  const way = isShownInPages(mediaType) ? 'inline' : 'attachment'
  return `${way}; filename="${plain}"; filename*=UTF-8''${encoded}`
}

function inParts(db: Db, id: string, from: number, length: number): ReadableStream<Uint8Array> {
  const until = from + length
  let next = from
  return new ReadableStream({
    async pull(controller) {
      const part = await readPart(db, id, next, Math.min(PART_BYTES, until - next))
      next += part.byteLength
      if (part.byteLength > 0) controller.enqueue(part)
      // Shorter than promised: the file was taken away meanwhile.
      if (part.byteLength === 0 || next >= until) controller.close()
    },
  })
}
