import { isPooled, type RoundKind } from '#app/domain/evaluation.ts'
import type { KeyHolder } from '#app/domain/trustee.ts'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { Notice } from '#app/ui/notice.tsx'

type BallotNoticeProps = {
  kind: RoundKind
  minimum: number
  isSmall: boolean
  committeeReadsTexts: boolean
  keyHolder: KeyHolder
}

/** Stands before the first question: who will see what, and what happens to too few answers. */
export function BallotNotice({ kind, minimum, isSmall, committeeReadsTexts, keyHolder }: BallotNoticeProps) {
  const { ballot, sandbox } = useMessages()
  const { notice } = ballot
  return (
    <div className="stack">
      <Notice kind="info" title={notice.title}>
        <ul>
          {notice.points[kind](minimum).map((point) => (
            <li key={point}>{point}</li>
          ))}
          {!isPooled(kind) && (
            <li>{notice.readers[committeeReadsTexts ? 'withCommittee' : 'withoutCommittee']}</li>
          )}
          <li>{notice.texts(minimum)}</li>
        </ul>
      </Notice>
      {isSmall && <Notice kind="warning" title={notice.few} />}
      <Disclosure summary={notice.limits}>
        {[notice.keyHolder[keyHolder], ...notice.limit].map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <p>
          <a href="/anonymity">{sandbox.toAnonymity}</a>
        </p>
      </Disclosure>
    </div>
  )
}
