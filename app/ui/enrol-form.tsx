import type { EnrolmentWarnings } from '#app/domain/decision.ts'
import { SEATS, type Decision, type LineRules, type WaitReason } from '#app/domain/queue.ts'
import { pick } from '#app/i18n/index.ts'
import { Button, ButtonRow, HiddenFields } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choice-field.tsx'
import { Form } from '#app/ui/form.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { WorkshopDates } from '#app/ui/workshop.tsx'

type EnrolFormProps = {
  /** The id of the enrolment to be: sent twice, it enrols once. */
  id: string
  organisations: readonly { id: string; name: string }[]
  /** What pressing the button gives, and at which place in the line. */
  place: Decision
  position: number | undefined
  rules: LineRules
  isHybrid: boolean
}

/** One button, and what it does; one question each, for those who serve several organisations and for hybrids. */
export function EnrolForm({ id, organisations, place, position, rules, isHybrid }: EnrolFormProps) {
  const { mine } = useMessages().enrolment
  const { seat } = useMessages().queue
  const waits = place.status === 'waiting'
  return (
    <Form id={id}>
      {position !== undefined && (
        <div>
          <p className="standing">{waits ? mine.full(position) : seat.wouldBeOnline(position)}</p>
          {waits && <Why because={place.reason} rules={rules} />}
          <LineRule rules={rules} />
        </div>
      )}
      {isHybrid && (
        <RadioGroup
          name="wish"
          label={seat.question}
          required
          defaultValue="room"
          options={SEATS.map((kind) => ({ value: kind, label: seat.kind[kind], hint: seat.hint[kind] }))}
        />
      )}
      <ForWhom organisations={organisations} />
      <ButtonRow>
        <Button look="primary">{waits ? mine.join : mine.enrol}</Button>
      </ButtonRow>
    </Form>
  )
}

function ForWhom({ organisations }: Pick<EnrolFormProps, 'organisations'>) {
  const { mine } = useMessages().enrolment
  const [first, ...more] = organisations
  if (more.length === 0) {
    return (
      <>
        <HiddenFields values={first ? { organisationId: first.id } : {}} />
        {first && <p>{mine.forOrganisation(first.name)}</p>}
      </>
    )
  }
  return (
    <RadioGroup
      name="organisationId"
      label={mine.organisation}
      required
      defaultValue={first?.id}
      options={organisations.map((organisation) => ({ value: organisation.id, label: organisation.name }))}
    />
  )
}

const isWaitReason = (reason: string): reason is Extract<WaitReason, 'quota' | 'full' | 'others-wait'> =>
  reason === 'quota' || reason === 'full' || reason === 'others-wait'

function Why({ because, rules }: { because: Decision['reason']; rules: LineRules }) {
  const { waits } = useMessages().queue
  return isWaitReason(because) ? <p>{waits[because](rules)}</p> : null
}

/** Who moves up, how, and until when. */
export function LineRule({ rules }: { rules: LineRules }) {
  const { rule } = useMessages().queue
  const { isAutomatic, promoteUntil, offerHours, promotionEnds } = rules
  return (
    <p className="muted">
      {isAutomatic ? `${rule.automatic(promoteUntil)} ${rule.offer(offerHours)}` : rule.onlyOffer(offerHours)}{' '}
      {rule.ends(promotionEnds)}
    </p>
  )
}

type WarningsProps = {
  warnings: EnrolmentWarnings
  /** Another date of the same course, as the way out. */
  parallel: { id: string; startsAt: Date; endsAt: Date; meetingCount: number } | undefined
}

/** What somebody should know before they press the button. It keeps nobody from doing so. */
export function EnrolWarnings({ warnings: { clash, thinDay }, parallel }: WarningsProps) {
  const { warning } = useMessages().queue
  const locale = useLocale()
  return (
    <>
      {clash && (
        <Notice kind="warning" title={warning.clashTitle}>
          <p>
            {warning.clash(pick(locale, clash.titleDe, clash.titleEn), clash.startsAt)}{' '}
            <a href={`/workshops/${clash.workshopId}`}>{warning.toClash}</a>
          </p>
        </Notice>
      )}
      {thinDay && (
        <Notice kind="warning" title={warning.thinTitle}>
          <p>{warning.thin(thinDay.organisation, thinDay.day, thinDay.remaining)}</p>
          {parallel && (
            <p>
              {warning.parallel}{' '}
              <a href={`/workshops/${parallel.id}`}>
                <WorkshopDates {...parallel} />
              </a>
            </p>
          )}
        </Notice>
      )}
    </>
  )
}
