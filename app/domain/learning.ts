// How far somebody has come in a course to learn by oneself. Only they themselves see it.

type Page = { id: string }

export type Progress = {
  done: number
  total: number
  /** Where to go on: the page that was left, else the first that is not done; undefined when all are. */
  next: string | undefined
}

/** `left` is the page at which somebody stopped, if any; pages come in their order. */
export function progressOf(pages: readonly Page[], done: ReadonlySet<string>, left: string | null): Progress {
  const open = pages.filter(({ id }) => !done.has(id))
  const next = open.find(({ id }) => id === left) ?? open[0]
  return { done: pages.length - open.length, total: pages.length, next: next?.id }
}

/** The page after this one; undefined at the end. */
export function pageAfter(pages: readonly Page[], id: string): string | undefined {
  const place = pages.findIndex((page) => page.id === id)
  return place < 0 ? undefined : pages[place + 1]?.id
}

export type LearningRefusal =
  'not-begun' | 'not-all-done' | 'no-attempt-left' | 'quiz-not-passed' | 'attempts-count'

const PAUSE_HOURS = 24

/**
 * When a quiz may be tried (again): null for at once. Attempts count for a day, so that nobody is shut out for
 * good; `limit` is null where one may try as often as one likes.
 */
export function nextAttemptAt(attempts: readonly Date[], limit: number | null, now: Date): Date | null {
  if (limit === null) return null
  const pause = PAUSE_HOURS * 3_600_000
  const counting = attempts.filter((at) => at.getTime() + pause > now.getTime()).sort((a, b) => +a - +b)
  const first = counting[counting.length - limit]
  return first === undefined ? null : new Date(first.getTime() + pause)
}

/** Whether an attempt counts against a limit still: who could delete it could try as often as they like. */
export function countsStill(
  { at, limit, passed }: { at: Date; limit: number | null; passed: boolean },
  now: Date,
) {
  return !passed && limit !== null && nextAttemptAt([at], 1, now) !== null
}

/** How a course was done: by being there, by learning it oneself, or elsewhere. */
export type DoneBy = 'attended' | 'completed' | 'proof'
