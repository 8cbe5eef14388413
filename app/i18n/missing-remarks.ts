// Why a question has no remarks to read, on screen and on paper: the same sentences from one place.

import type { Messages } from '#app/i18n/index.ts'

/** `count` is null where even the number of remarks would tell an answer, undefined where nobody was asked. */
export function whyNoRemarks(
  count: number | null | undefined,
  { evaluation, release }: Pick<Messages, 'evaluation' | 'release'>,
): string {
  if (count === null) return `${evaluation.figure.textsProtected}.`
  return count ? `${evaluation.figure.textsHidden(count)}.` : release.noRemarks
}
