// The part of a workshop's page that is about whoever reads it: where they stand, and the one thing to do.

import type { EnrolmentWarnings } from '#app/domain/decision.ts'
import type { EnrolmentRefusal, EnrolmentStatus, WithdrawRefusal } from '#app/domain/enrolment.ts'
import type { LineRules, SeatState, WaitReason } from '#app/domain/queue.ts'
import type { RuleFacts } from '#app/i18n/de/enrolment-rules.ts'
import type { Messages } from '#app/i18n/index.ts'
import { ButtonLink, ButtonRow, PostButton } from '#app/ui/button.tsx'
import { RequiredCourses } from '#app/ui/course-facts.tsx'
import { EnrolWarnings, LineRule, type ParallelDate } from '#app/ui/enrol-form.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { ApprovalView } from '#app/ui/own-approval.tsx'

export type OfferView = {
  until: Date
  by: string | null
  warnings: EnrolmentWarnings
  /** Another date of the course, where taking this one leaves too few at home. */
  parallel: ParallelDate
}

export type OwnEnrolment = {
  id: string
  status: EnrolmentStatus
  position: number | undefined
  offer: OfferView | undefined
  /** Why it cannot be given back; null while it can. */
  stays: WithdrawRefusal | null
  /** Whether the workshop has ended. */
  isOver: boolean
  /** Whether giving it back is a notice of absence by now. */
  isNotice: boolean
  /** Where they sit in a hybrid workshop; null in all others. */
  seat: SeatState | null
  /** Who has to agree, while that is open. */
  approval: ApprovalView | null
  /** Why they have not moved up; null for those who do not wait. */
  waits: WaitReason | null
}

/** Where somebody stands who is enrolled, waits, or is asked. */
export function OwnPlace({ own, rules }: { own: OwnEnrolment; rules: LineRules }) {
  const t = useMessages()
  if (own.status === 'offered' && own.offer) return <Offer own={own} offer={own.offer} />
  return (
    <div className="stack">
      <div>
        <p className="standing">{standing(own, t)}</p>
        {own.approval && <p>{t.approval.own.held}</p>}
        {own.seat && !own.isOver && <p>{t.queue.seat.mine[own.seat]}</p>}
        {own.stays === null && <Waiting own={own} rules={rules} />}
      </div>
      <ButtonRow>
        <ButtonLink href={`/enrolments/${own.id}`}>{wayOut(own, t)}</ButtonLink>
      </ButtonRow>
    </div>
  )
}

/** Why somebody waits, and how it goes on. */
export function Waiting({
  own,
  rules,
}: {
  own: Pick<OwnEnrolment, 'waits' | 'position' | 'seat'>
  rules: LineRules
}) {
  const t = useMessages()
  if (own.position === undefined) return null
  if (own.waits === null) return <p>{t.queue.seat.position(own.position)}</p>
  return (
    <>
      <p>{t.queue.waits[own.waits](rules)}</p>
      {own.waits !== 'too-late' && <LineRule rules={rules} />}
    </>
  )
}

function standing(own: OwnEnrolment, t: Messages): string {
  const { mine } = t.enrolment
  if (own.status === 'confirmed') return own.isOver ? mine.attended : mine.confirmed
  if (own.approval) {
    const { approver, decideUntil, silence } = own.approval
    return t.approval.own.requested(approver, decideUntil, silence)
  }
  if (own.position === undefined || own.status !== 'waiting') {
    return mine.other(t.enrolment.status[own.status])
  }
  return own.stays === 'started' ? mine.waitedInVain : mine.waiting(own.position)
}

function wayOut({ status, stays, isNotice }: OwnEnrolment, t: Messages): string {
  const { mine } = t.enrolment
  if (stays !== null) return mine.toEnrolment
  if (isNotice) return t.queue.absence.confirm
  return status === 'waiting' ? mine.leave : mine.withdraw
}

/** A place that somebody else asked for: yes or no, and no is as good an answer. */
export function Offer({ own, offer }: { own: { id: string }; offer: OfferView }) {
  const { mine } = useMessages().enrolment
  const action = `/enrolments/${own.id}`
  return (
    <div className="stack">
      <div>
        <p className="standing">{mine.offered(offer.by, offer.until)}</p>
        <p>{mine.offeredNothing}</p>
      </div>
      <EnrolWarnings warnings={offer.warnings} parallel={offer.parallel} />
      <ButtonRow>
        <PostButton look="primary" action={action} hidden={{ intent: 'accept' }}>
          {mine.accept}
        </PostButton>
        <PostButton action={action} hidden={{ intent: 'decline' }}>
          {mine.decline}
        </PostButton>
      </ButtonRow>
    </div>
  )
}

/** For somebody who is not signed in. */
export function EnrolAsGuest({ workshopId }: { workshopId: string }) {
  const { mine } = useMessages().enrolment
  return (
    <div className="stack">
      <p>{mine.guest}</p>
      <ButtonRow>
        <ButtonLink look="primary" href={`/login?to=${encodeURIComponent(`/workshops/${workshopId}`)}`}>
          {mine.toAccount}
        </ButtonLink>
        <a href="/access">{mine.noAccount}</a>
      </ButtonRow>
    </div>
  )
}

/** Why it cannot be done, as a sentence; the way out follows below it. */
export function EnrolRefusal({ refusal, facts }: { refusal: EnrolmentRefusal; facts: RuleFacts }) {
  const t = useMessages()
  const missing = refusal === 'prerequisite-missing' ? (facts.missing ?? []) : []
  return (
    <Notice kind="info" title={t.enrolment.refusal[refusal](facts)}>
      {missing.length > 0 && <RequiredCourses courses={missing} />}
    </Notice>
  )
}
