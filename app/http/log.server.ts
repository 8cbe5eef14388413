// One JSON line per event on standard output. No names, no addresses, no tokens, and nothing of a vote.

type Facts = Record<string, string | number | boolean | undefined>

export function log(event: string, facts: Facts = {}): void {
  process.stdout.write(`${JSON.stringify({ at: new Date().toISOString(), event, ...facts })}\n`)
}

/** The address without what identifies: ids, tokens and codes become placeholders, queries go. */
export function plainPath(path: string): string {
  return path
    .split('/')
    .map((part, place, parts) => plainPart(part, parts[place - 1]))
    .join('/')
}

const LONGEST_WORD = 24

function plainPart(part: string, before: string | undefined): string {
  // The code of a certificate leads to a name.
  if (before === 'verify') return ':code'
  if (/^[0-9a-f-]{36}(\.\w+)?$/.test(part)) return ':id'
  return part.length > LONGEST_WORD ? ':token' : part
}

/** Pages on which somebody votes write no line: an access log would say who was there, and when. */
export function leavesTrace(path: string): boolean {
  return !/^\/evaluations\/[^/]+\/(answer|thanks|paper-entry)/.test(path)
}

/** What an error says to the operator; the person only gets the request id. */
export function logError(event: string, error: unknown, facts: Facts = {}): void {
  const { message, stack } = error instanceof Error ? error : { message: String(error), stack: undefined }
  log(event, { ...facts, level: 'error', message, stack })
}

type RefusedDocument = {
  requestId: string
  kind: string
  refusal: string
  pages: number
  error?: { name: string; frames: string } | undefined
}

/** A document that was not made. Where it went wrong, and not what the error says: that may quote what stands in it. */
export function logRefusedDocument({ requestId, kind, refusal, pages, error }: RefusedDocument): void {
  const level = refusal === 'broken' ? 'error' : 'warning'
  log('document refused', {
    id: requestId,
    level,
    kind,
    refusal,
    pages,
    error: error?.name,
    stack: error?.frames,
  })
}
