// What somebody reads before the first question, on screen and on paper: the same sentences from one place.

import { isPooled, type RoundKind } from '#app/domain/evaluation.ts'
import type { RemarkReaders } from '#app/domain/remark-readers.ts'
import type { KeyHolder } from '#app/domain/trustee.ts'
import type { ballot } from '#app/i18n/de/ballot.ts'

export type NoticeFacts = {
  kind: RoundKind
  minimum: number
  /** Fewer than ten people are invited. */
  isSmall: boolean
  remarkReaders: RemarkReaders
  keyHolder: KeyHolder
}

/** Who will see what, what happens to too few answers, and what cannot be promised. */
export type BallotNotice = {
  title: string
  points: string[]
  /** A warning that stands out; null where enough people are invited. */
  few: string | null
  limitsTitle: string
  limits: string[]
}

export function ballotNotice(notice: typeof ballot.notice, round: NoticeFacts): BallotNotice {
  const { kind, minimum, isSmall, remarkReaders, keyHolder } = round
  return {
    title: notice.title,
    points: [
      ...notice.points[kind](minimum),
      // Feedback on workshops names its readers in its own points.
      ...(isPooled(kind) ? [] : [notice.readers[remarkReaders]]),
      notice.texts(minimum),
    ],
    few: isSmall ? notice.few : null,
    limitsTitle: notice.limits,
    limits: [notice.keyHolder[keyHolder], ...notice.limit],
  }
}
