// Uploaded files: which may come in, and how much of them. What a file is follows from its content, not its name.

/** The most that one file may hold, whatever the district has set: the table refuses more. */
export const MOST_FILE_BYTES = 20 * 1024 * 1024
const MEGABYTE = 1024 * 1024
const NEARLY_FULL = 0.8
const LONGEST_NAME = 120

/** What may be uploaded, by the end of its name. Whatever could run in a browser (HTML, SVG) is not among it. */
const MEDIA_TYPES: Record<string, string> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  gif: 'image/gif',
  mp4: 'video/mp4',
  webm: 'video/webm',
  mp3: 'audio/mpeg',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  odp: 'application/vnd.oasis.opendocument.presentation',
  zip: 'application/zip',
  txt: 'text/plain',
  md: 'text/markdown',
  csv: 'text/csv',
  vtt: 'text/vtt',
  ics: 'text/calendar',
  json: 'application/json',
}

/** Which ends of names a field takes. */
export const FILE_FIELDS = {
  material: Object.keys(MEDIA_TYPES).filter((end) => !['vtt', 'ics', 'json'].includes(end)),
  video: ['mp4', 'webm'],
  captions: ['vtt'],
  proof: ['pdf', 'png', 'jpg', 'jpeg'],
  calendar: ['ics'],
  questionnaire: ['json'],
} as const satisfies Record<string, readonly string[]>
export type FileField = keyof typeof FILE_FIELDS

export type FileRefusal =
  | 'no-file'
  | 'too-large'
  | 'type-not-allowed'
  | 'other-type'
  | 'not-described'
  | 'quota-organisation'
  | 'quota-installation'

/** What was found by looking into a file. */
export type Content = {
  /** The end of name that goes with its first bytes; undefined where they say nothing, as those of texts. */
  detected: string | undefined
  isText: boolean
}

/** The media type under which a file is kept, or why it is not taken. */
export function mediaTypeOf(
  name: string,
  content: Content,
  field: FileField,
): { ok: true; mediaType: string } | { ok: false; refusal: FileRefusal } {
  const end = endOf(name)
  const allowed: readonly string[] = FILE_FIELDS[field]
  const mediaType = MEDIA_TYPES[end]
  if (!mediaType || !allowed.includes(end)) return { ok: false, refusal: 'type-not-allowed' }
  const isText = mediaType.startsWith('text/') || end === 'json'
  const isWhatItSays = isText
    ? content.isText && (content.detected === undefined || content.detected === end)
    : content.detected !== undefined && MEDIA_TYPES[content.detected] === mediaType
  return isWhatItSays ? { ok: true, mediaType } : { ok: false, refusal: 'other-type' }
}

function endOf(name: string): string {
  return /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''
}

/** Whether somebody who cannot see it must be told what is on it. */
export function needsWords(mediaType: string): boolean {
  return mediaType.startsWith('image/')
}

/** Whether a browser plays or shows it inside a page; everything else is only ever saved. */
export function isShownInPages(mediaType: string): boolean {
  return /^(image|video|audio)\/|^text\/vtt$/.test(mediaType)
}

/** The name of a file without the folders of the machine it came from, and without signs that no system likes. */
export function plainName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  const plain = last
    .replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
  const end = endOf(plain)
  return plain.length <= LONGEST_NAME ? plain : `${plain.slice(0, LONGEST_NAME - end.length - 1)}.${end}`
}

export type Quota = { used: number; limit: number }

/** Why a file of this size does not fit any more, or null. Nothing is limited for an organisation that is null. */
export function quotaRefusal(
  size: number,
  organisation: Quota | null,
  installation: Quota,
): FileRefusal | null {
  if (organisation && organisation.used + size > organisation.limit) return 'quota-organisation'
  return installation.used + size > installation.limit ? 'quota-installation' : null
}

/** From four fifths on, the administration is told. */
export function isNearlyFull({ used, limit }: Quota): boolean {
  return used >= limit * NEARLY_FULL
}

export function megabytes(count: number): number {
  return count * MEGABYTE
}

export type ByteRange = { from: number; length: number }

/**
 * The part of a file that a player asks for: `bytes=500-999`, `bytes=500-`, `bytes=-500`. Undefined where the whole
 * is meant, null where there is no such part. An open end is answered by at most `most` bytes: the player asks on.
 */
export function rangeOf(header: string | null, size: number, most: number): ByteRange | null | undefined {
  const [, first = '', last = ''] = /^bytes=(\d{0,12})-(\d{0,12})$/.exec(header ?? '') ?? []
  if (first === '' && last === '') return undefined
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const until = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if (from > until || from >= size) return null
  return { from, length: Math.min(until - from + 1, most) }
}
