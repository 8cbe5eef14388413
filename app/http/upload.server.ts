// Forms with files. They are read as they arrive, so that a file is in memory once, and what is too large never.

import { unstable_parseMultipartFormData, type UploadHandlerPart } from '@remix-run/node'
import { fileTypeFromBuffer } from 'file-type'
import type { z } from 'zod'
import {
  mediaTypeOf,
  megabytes,
  MOST_FILE_BYTES,
  needsWords,
  plainName,
  type FileField,
  type FileRefusal,
} from '#app/domain/file.ts'
import { parseEntries, type Errors, type Parsed } from '#app/http/form.ts'
import type { Db } from '#db/client.server.ts'
import type { NewFile } from '#db/files.ts'
import { getSettings } from '#db/settings.ts'

/** A file that is what its name says. */
export type Upload = { name: string; mediaType: string; content: Uint8Array }

export type ParsedUpload<T> = Parsed<T> & { files: Partial<Record<string, Upload>> }

/** All texts of a form together; the same as for forms without files. */
const MOST_TEXT_BYTES = 256 * 1024

/** No form of ours sends anything else to an address that takes files. */
const MULTIPART = /^multipart\/form-data;.*boundary=/i

/**
 * Reads a form with files into what the schema says; `fields` names the fields for files, and what each takes. A
 * field left empty has no file. What is wrong with a file is said at its field, in keys of t.file.refusal.
 * A form that was sent in another way is a thrown 415.
 */
export async function parseUpload<S extends z.ZodType>(
  request: Request,
  schema: S,
  fields: Record<string, FileField>,
  db: Db,
): Promise<ParsedUpload<z.output<S>>> {
  if (!MULTIPART.test(request.headers.get('Content-Type') ?? '')) throw new Response(null, { status: 415 })
  const { fileMegabytes } = await getSettings(db)
  const limit = Math.min(MOST_FILE_BYTES, megabytes(fileMegabytes))
  const files: Partial<Record<string, Upload>> = {}
  const errors: Errors = {}
  const texts = { left: MOST_TEXT_BYTES }
  const form = await unstable_parseMultipartFormData(request, async (part) => {
    if (part.filename === undefined) return textOf(part, texts)
    const field = fields[part.name]
    if (!field) return drained(part)
    const read = await readFile(part, part.filename, field, { limit, expected: sizeHint(request) })
    if (read && !read.ok) errors[part.name] = read.refusal
    else if (read) files[part.name] = read.upload
    return undefined
  })
  const parsed = parseEntries(form, schema)
  if (Object.keys(errors).length === 0) return { ...parsed, files }
  const { submitted } = parsed
  return { ok: false, errors: { ...(parsed.ok ? {} : parsed.errors), ...errors }, submitted, files }
}

const FIRST_BYTES = 64 * 1024

/** No file is longer than its request, if that says how long it is. */
function sizeHint(request: Request): number {
  const length = Number(request.headers.get('Content-Length'))
  return Number.isInteger(length) && length > 0 ? length : FIRST_BYTES
}

async function textOf({ data }: UploadHandlerPart, texts: { left: number }): Promise<string> {
  const chunks: Uint8Array[] = []
  for await (const chunk of data) {
    texts.left -= chunk.byteLength
    if (texts.left < 0) throw new Response(null, { status: 413 })
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** The file as it is kept: what is on a picture goes with it, and with nothing else. */
export function describedFile(upload: Upload | undefined, words: string | null): NewFile | undefined {
  return upload && { ...upload, alternativeText: needsWords(upload.mediaType) ? words : null }
}

/** What nobody asked for is read and forgotten: a browser that is cut off shows no answer. */
async function drained({ data }: UploadHandlerPart): Promise<undefined> {
  for await (const chunk of data) void chunk
  return undefined
}

type ReadFile = { ok: true; upload: Upload } | { ok: false; refusal: FileRefusal }

async function readFile(
  part: UploadHandlerPart,
  name: string,
  field: FileField,
  size: Size,
): Promise<ReadFile | undefined> {
  const { content, isTooLarge } = await collect(part.data, size)
  if (isTooLarge) return { ok: false, refusal: 'too-large' }
  // A file field that is left empty sends a file without a name.
  if (content.byteLength === 0) return name === '' ? undefined : { ok: false, refusal: 'no-file' }
  const plain = plainName(name)
  const detected = (await fileTypeFromBuffer(content))?.ext
  const known = mediaTypeOf(plain, { detected, isText: isText(content) }, field)
  if (!known.ok) return known
  return { ok: true, upload: { name: plain, mediaType: known.mediaType, content } }
}

type Size = { limit: number; expected: number }

/** One buffer that grows no further than it must; over the limit the rest is let through and forgotten. */
async function collect(data: AsyncIterable<Uint8Array>, { limit, expected }: Size) {
  let buffer: Buffer = Buffer.allocUnsafe(Math.min(limit, expected))
  let length = 0
  for await (const chunk of data) {
    const end = length + chunk.byteLength
    if (end <= limit) {
      if (end > buffer.byteLength) buffer = grown(buffer, Math.min(limit, end * 2))
      buffer.set(chunk, length)
    }
    length = end
  }
  return { content: buffer.subarray(0, Math.min(length, limit)), isTooLarge: length > limit }
}

function grown(buffer: Buffer, size: number): Buffer {
  const larger = Buffer.allocUnsafe(size)
  buffer.copy(larger)
  return larger
}

const FIRST_PRINTABLE = 32
/** Tab, line break and the like. */
const isWhite = (byte: number) => byte >= 9 && byte <= 13
const LOOKED_AT = 64 * 1024

/** Text, in whichever encoding of office programs: what holds control signs is none. */
function isText(content: Uint8Array): boolean {
  return content.subarray(0, LOOKED_AT).every((byte) => byte >= FIRST_PRINTABLE || isWhite(byte))
}
