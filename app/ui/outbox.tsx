// What has become of a mail: the parts that the list of the outbox and the page of one mail share.

import { failureOf, type OutboxState } from '#app/domain/mail.ts'
import { Badge } from '#app/ui/badge.tsx'
import { ButtonLink, ButtonRow, PostButton } from '#app/ui/button.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { Notice, type NoticeKind } from '#app/ui/notice.tsx'

type MailLine = {
  state: OutboxState
  lastError: string | null
  personId: string | null
  recipient: string | undefined
  address: string
}

/** Dead letters: why, and one button for all of them. */
export function FailedMails({ count, sends, isShown }: { count: number; sends: boolean; isShown: boolean }) {
  const words = useMessages().outbox
  return (
    <Notice kind="warning" title={words.failedCount(count)}>
      <p>{words.failedText}</p>
      <ButtonRow>
        {sends && <PostButton action="/admin/outbox">{words.retryAll}</PostButton>}
        {!isShown && <ButtonLink href="/admin/outbox?state=failed">{words.showFailed}</ButtonLink>}
      </ButtonRow>
    </Notice>
  )
}

const LOOK: Record<OutboxState, NoticeKind | 'plain'> = {
  waiting: 'plain',
  held: 'plain',
  gathered: 'success',
  sent: 'success',
  failed: 'danger',
}

export function MailState({ state }: { state: OutboxState }) {
  return <Badge kind={LOOK[state]}>{useMessages().outbox.state[state]}</Badge>
}

export function MailStateWithReason({ mail: { state, lastError, personId } }: { mail: MailLine }) {
  const words = useMessages().outbox
  if (state !== 'failed') return <MailState state={state} />
  const failure = failureOf(lastError)
  return (
    <>
      <MailState state={state} />
      <br />
      <span className="muted">{words.failure[failure]}</span>
      {failure === 'address' && personId && (
        <>
          {' '}
          <a href={`/admin/people/${personId}`}>{words.toPerson}</a>
        </>
      )}
    </>
  )
}

export function MailAddressee({ mail: { recipient, address } }: { mail: MailLine }) {
  if (!recipient) return <>{address}</>
  return (
    <>
      {recipient}
      <br />
      <span className="muted">{address}</span>
    </>
  )
}
