// What a trustee does once a round has begun: nothing until its last day, then the passphrase, once.

import type { RoundState } from '#app/domain/evaluation.ts'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Section } from '#app/ui/page.tsx'
import { EnterCode, EnterPassphrase, RenewSheet, type TrusteeAnswer } from '#app/ui/trustee-preparation.tsx'

type TrusteeOpeningProps = {
  round: { state: RoundState; opensOn: string; closesOn: string | null }
  isMine: boolean
  isSecond: boolean
  /** Until when the own half lies there for the other; null when it does not. */
  until: Date | null
  answer: TrusteeAnswer
}

export function TrusteeOpening({ round, isMine, isSecond, until, answer }: TrusteeOpeningProps) {
  const { mine } = useMessages().trustee
  const { state } = round
  if (state === 'open') {
    return (
      <>
        <Notice kind="info" title={mine.waitForEnd(round.closesOn ?? round.opensOn)} />
        {isMine && <RenewSheet answer={answer} />}
      </>
    )
  }
  if (state === 'too-few' || state === 'waiting-for-more') {
    return (
      <Notice kind="info" title={mine.tooFewTitle}>
        {mine.tooFew}
      </Notice>
    )
  }
  if (state !== 'closed') {
    return (
      <Notice kind="info" title={mine.overTitle}>
        {mine.over}
      </Notice>
    )
  }
  if (until) {
    return (
      <Notice kind="success" title={mine.handedTitle}>
        {mine.handed(until)}
      </Notice>
    )
  }
  return <Open isMine={isMine} isSecond={isSecond} answer={answer} />
}

function Open({ isMine, isSecond, answer }: { isMine: boolean; isSecond: boolean; answer: TrusteeAnswer }) {
  const { mine } = useMessages().trustee
  return (
    <>
      <Section title={mine.openTitle}>
        <p>{isSecond ? mine.second : mine.first}</p>
        {isMine ? (
          <EnterPassphrase
            step="open"
            button={isSecond ? mine.count : mine.handOver}
            answer={answer}
            primary
          />
        ) : (
          <EnterCode step="open-with-sheet" button={mine.withSheet} answer={answer} primary />
        )}
      </Section>
      {isMine && (
        <Disclosure summary={mine.lostTitle} open={answer.step === 'open-with-sheet'}>
          <p>{mine.lostLead}</p>
          <EnterCode step="open-with-sheet" button={mine.withSheet} answer={answer} />
        </Disclosure>
      )}
    </>
  )
}
