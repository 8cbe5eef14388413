// The part of a workshop's page that is about whoever reads it: where they stand, and the one thing to do.

import type { EnrolmentRefusal, EnrolmentStatus, WithdrawRefusal } from '#app/domain/enrolment.ts'
import type { Messages } from '#app/i18n/index.ts'
import { Button, ButtonLink, ButtonRow, HiddenFields, PostButton } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choice-field.tsx'
import { Form } from '#app/ui/form.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { Notice } from '#app/ui/notice.tsx'

/** What the sentences about deadlines need. */
export type WorkshopDeadlines = { enrolUntil: Date; withdrawUntil: Date; startsAt: Date }

export type OwnEnrolment = {
  id: string
  status: EnrolmentStatus
  position: number | undefined
  offer: { until: Date; by: string | null } | undefined
  /** Why it cannot be given back; null while it can. */
  stays: WithdrawRefusal | null
  /** Whether the workshop has ended. */
  isOver: boolean
}

/** Where somebody stands who is enrolled, waits, or is asked. */
export function OwnPlace({ own, dates }: { own: OwnEnrolment; dates: WorkshopDeadlines }) {
  const t = useMessages()
  if (own.status === 'offered' && own.offer) return <Offer own={own} offer={own.offer} />
  return (
    <div className="stack">
      <div>
        <p className="standing">{standing(own, t)}</p>
        {own.position !== undefined && own.stays !== 'started' && <p>{t.enrolment.mine.rule}</p>}
        {own.stays === 'withdraw-deadline-passed' && (
          <p className="muted">{t.enrolment.withdrawRefusal[own.stays](dates)}</p>
        )}
      </div>
      <ButtonRow>
        <ButtonLink href={`/enrolments/${own.id}`}>{wayOut(own, t)}</ButtonLink>
      </ButtonRow>
    </div>
  )
}

function standing(own: OwnEnrolment, t: Messages): string {
  const { mine } = t.enrolment
  if (own.status === 'confirmed') return own.isOver ? mine.attended : mine.confirmed
  if (own.position === undefined) return mine.other(t.enrolment.status[own.status])
  return own.stays === 'started' ? mine.waitedInVain : mine.waiting(own.position)
}

function wayOut({ status, stays }: OwnEnrolment, t: Messages): string {
  const { mine } = t.enrolment
  if (stays !== null) return mine.toEnrolment
  return status === 'waiting' ? mine.leave : mine.withdraw
}

type OfferProps = { own: { id: string }; offer: { until: Date; by: string | null } }

/** A place that somebody else asked for: yes or no, and no is as good an answer. */
export function Offer({ own, offer }: OfferProps) {
  const { mine } = useMessages().enrolment
  const action = `/enrolments/${own.id}`
  return (
    <div className="stack">
      <div>
        <p className="standing">{mine.offered(offer.by, offer.until)}</p>
        <p>{mine.offeredNothing}</p>
      </div>
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

type EnrolFormProps = {
  /** The id of the enrolment to be: sent twice, it enrols once. */
  id: string
  organisations: readonly { id: string; name: string }[]
  /** On the waiting list, when no seat can be had; null when one can. */
  wouldWaitAt: number | null
}

/** One button, and what it does; one question, for those who serve several organisations. */
export function EnrolForm({ id, organisations, wouldWaitAt }: EnrolFormProps) {
  const { mine } = useMessages().enrolment
  const [first, ...more] = organisations
  return (
    <Form id={id}>
      {wouldWaitAt !== null && (
        <div>
          <p className="standing">{mine.full(wouldWaitAt)}</p>
          <p>{mine.rule}</p>
        </div>
      )}
      {more.length > 0 ? (
        <RadioGroup
          name="organisationId"
          label={mine.organisation}
          required
          defaultValue={first?.id}
          options={organisations.map((organisation) => ({
            value: organisation.id,
            label: organisation.name,
          }))}
        />
      ) : (
        <>
          <HiddenFields values={first ? { organisationId: first.id } : {}} />
          {first && <p>{mine.forOrganisation(first.name)}</p>}
        </>
      )}
      <ButtonRow>
        <Button look="primary">{wouldWaitAt === null ? mine.enrol : mine.join}</Button>
      </ButtonRow>
    </Form>
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
export function EnrolRefusal({ refusal, dates }: { refusal: EnrolmentRefusal; dates: WorkshopDeadlines }) {
  const t = useMessages()
  return <Notice kind="info" title={t.enrolment.refusal[refusal](dates)} />
}
