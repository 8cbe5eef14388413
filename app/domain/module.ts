// Self-paced modules: pages in an order, parts of a course.

export const PAGE_KINDS = ['text', 'video', 'file', 'link', 'quiz'] as const
/** Every page has a text; beside it at most a film, a file, a way into another learning system, or questions. */
export type PageKind = (typeof PAGE_KINDS)[number]

export type ModuleRefusal = 'changed-meanwhile'

/** Usual pass mark of a new quiz, in percent. */
export const PASS_PERCENT = 60

/** A quiz to which nobody has written a question is not put to anybody. */
export function isReady(page: { kind: PageKind; quiz: string | null }): boolean {
  return page.kind !== 'quiz' || page.quiz !== null
}
