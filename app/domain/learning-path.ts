// Learning paths: courses in an order, and how far somebody has come on them.

import type { DoneBy } from '#app/domain/learning.ts'

export type PathRefusal = 'changed-meanwhile'

export const MOST_COURSES_OF_PATH = 20

export type PathProgress<C> = { done: number; total: number; next: C | undefined }

/** The next step is the first course that is not done; they need not be done in the order. */
export function pathProgress<C extends { id: string }>(
  courses: readonly C[],
  done: ReadonlyMap<string, DoneBy>,
): PathProgress<C> {
  const open = courses.filter(({ id }) => !done.has(id))
  return { done: courses.length - open.length, total: courses.length, next: open[0] }
}
