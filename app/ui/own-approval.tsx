// What somebody reads about the approval of their own enrolment.

import type { ApprovalKind, Decider, RejectReason, Silence, Verdict } from '#app/domain/approval.ts'
import { useMessages } from '#app/ui/locale.tsx'
import { Section } from '#app/ui/page.tsx'

/** A request as it stands; who is asked has a name only while the organisation names somebody. */
export type ApprovalView = {
  decideUntil: Date
  silence: Silence
  decidedAt: Date | null
  decision: Verdict | null
  decidedAs: Decider | null
  reason: RejectReason | null
  approver: string | null
}

/** On the page of one enrolment: who is asked until when, or what was decided and why. */
export function OwnApproval({ approval, isOpen }: { approval: ApprovalView; isOpen: boolean }) {
  const { own } = useMessages().approval
  const { decision, decidedAs, decidedAt, reason } = approval
  if (decision && decidedAs && decidedAt) {
    return (
      <Section title={own.title}>
        <p>{own.decided(decision, decidedAs, decidedAt)}</p>
        {reason && reason !== 'unsaid' && <p>{own.reason(reason)}</p>}
        {decision === 'rejected' && <p>{own.rejectedWayOut}</p>}
      </Section>
    )
  }
  if (!isOpen) return null
  return (
    <Section title={own.title}>
      <p>{own.requested(approval.approver, approval.decideUntil, approval.silence)}</p>
      <p>{own.held}</p>
    </Section>
  )
}

/** Whom an enrolment will reach, said before the button is pressed. */
export type ApprovalNote = { organisation: string; kind: ApprovalKind; approver: string }

export function ApprovalNotes({ notes, names }: { notes: readonly ApprovalNote[]; names: boolean }) {
  const { own } = useMessages().approval
  return (
    <>
      {notes.map(({ organisation, kind, approver }) => (
        <p key={organisation}>
          {names && `${organisation}: `}
          {kind === 'approve' ? own.willAsk(approver) : own.willInform(approver)}
        </p>
      ))}
    </>
  )
}
