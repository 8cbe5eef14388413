import { ballotNotice, type NoticeFacts } from '#app/i18n/ballot-notice.ts'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { Notice } from '#app/ui/notice.tsx'

/** Stands before the first question: who will see what, and what happens to too few answers. */
export function BallotNotice(round: NoticeFacts) {
  const { ballot, sandbox } = useMessages()
  const { title, points, few, limitsTitle, limits } = ballotNotice(ballot.notice, round)
  return (
    <div className="stack">
      <Notice kind="info" title={title}>
        <ul>
          {points.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
      </Notice>
      {few && <Notice kind="warning" title={few} />}
      <Disclosure summary={limitsTitle}>
        {limits.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <p>
          <a href="/anonymity">{sandbox.toAnonymity}</a>
        </p>
      </Disclosure>
    </div>
  )
}
