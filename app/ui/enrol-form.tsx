import type { ColleagueWarning, EnrolmentDecision, EnrolmentWarnings } from '#app/domain/decision.ts'
import { SEATS, type LineRules } from '#app/domain/queue.ts'
import { placeSentence } from '#app/i18n/place-sentence.ts'
import { warningSentences } from '#app/i18n/warning-sentences.ts'
import { Button, ButtonRow, HiddenFields } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choice-field.tsx'
import { Form } from '#app/ui/form.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { WorkshopDates } from '#app/ui/workshop.tsx'

type Offer = Pick<Extract<EnrolmentDecision, { may: true }>, 'place' | 'position'>

type EnrolFormProps = {
  /** The id of the enrolment to be: sent twice, it enrols once. */
  id: string
  /** What pressing the button gives, and at which place in the line; for the first organisation. */
  offer: Offer
  /** For whom one could enrol, and what that gives. */
  organisations: readonly { id: string; name: string; decision: EnrolmentDecision }[]
  rules: LineRules
  isHybrid: boolean
}

/** One button, and what it does; one question each, for those who serve several organisations and for hybrids. */
export function EnrolForm({ id, offer, organisations, rules, isHybrid }: EnrolFormProps) {
  const { mine } = useMessages().enrolment
  const { seat } = useMessages().queue
  const offers = organisations.flatMap(({ decision }) => (decision.may ? [decision] : []))
  const waits = offers.every(({ place }) => place.status === 'waiting')
  return (
    <Form id={id}>
      {offers.some(({ position }) => position !== undefined) && (
        <div>
          {organisations.length === 1 && <Standing offer={offer} rules={rules} />}
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
      <ForWhom organisations={organisations} rules={rules} />
      <ButtonRow>
        <Button look="primary">{waits ? mine.join : mine.enrol}</Button>
      </ButtonRow>
    </Form>
  )
}

function Standing({ offer: { place, position }, rules }: { offer: Offer; rules: LineRules }) {
  const t = useMessages()
  if (position === undefined) return null
  const waits = place.status === 'waiting'
  return (
    <>
      <p className="standing">
        {waits ? t.enrolment.mine.full(position) : t.queue.seat.wouldBeOnline(position)}
      </p>
      {waits && <p>{placeSentence(t, place, rules)}</p>}
    </>
  )
}

function ForWhom({ organisations, rules }: Pick<EnrolFormProps, 'organisations' | 'rules'>) {
  const t = useMessages()
  const { mine } = t.enrolment
  const [first, ...more] = organisations
  if (more.length === 0) {
    return (
      <>
        <HiddenFields values={first ? { organisationId: first.id } : {}} />
        {first && <p>{mine.forOrganisation(first.name)}</p>}
      </>
    )
  }
  const hintOf = ({ place, position }: Offer) => {
    if (position === undefined) return placeSentence(t, place, rules)
    if (place.status !== 'waiting') return t.queue.seat.wouldBeOnline(position)
    return `${placeSentence(t, place, rules)} ${mine.full(position)}`
  }
  return (
    <RadioGroup
      name="organisationId"
      label={mine.organisation}
      required
      defaultValue={first?.id}
      options={organisations.map(({ id, name, decision }) => ({
        value: id,
        label: name,
        hint: decision.may ? hintOf(decision) : undefined,
      }))}
    />
  )
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

export type ParallelDate = { id: string; startsAt: Date; endsAt: Date; meetingCount: number } | undefined

type WarningsProps = {
  warnings: EnrolmentWarnings
  /** Another date of the same course, as the way out. */
  parallel: ParallelDate
  /** What one may do all the same; said to whoever takes the place, where nothing else is. */
  free?: (count: number) => string
}

/** What somebody should know before they press the button. It keeps nobody from doing so. */
export function EnrolWarnings({ warnings, parallel, free }: WarningsProps) {
  const t = useMessages()
  const { warning } = t.queue
  const sentences = warningSentences(t, useLocale(), warnings)
  const count = Object.keys(sentences).length
  return (
    <>
      {warnings.clash && (
        <Notice kind="warning" title={warning.clashTitle}>
          <p>
            {sentences.clash} <a href={`/workshops/${warnings.clash.workshopId}`}>{warning.toClash}</a>
          </p>
        </Notice>
      )}
      {sentences.busy && (
        <Notice kind="warning" title={t.busyTime.warningTitle}>
          <p>
            {sentences.busy} <a href="/profile/busy-times">{t.busyTime.toOwn}</a>
          </p>
        </Notice>
      )}
      {sentences.blocked && (
        <Notice kind="warning" title={t.blockedPeriod.warningTitle}>
          <p>{sentences.blocked}</p>
        </Notice>
      )}
      {sentences.thin && (
        <Notice kind="warning" title={warning.thinTitle}>
          <p>{sentences.thin}</p>
          <Parallel date={parallel} />
        </Notice>
      )}
      {count > 0 && <p>{(free ?? warning.free)(count)}</p>}
    </>
  )
}

function Parallel({ date }: { date: ParallelDate }) {
  const { warning } = useMessages().queue
  if (!date) return null
  return (
    <p>
      {warning.parallel}{' '}
      <a href={`/workshops/${date.id}`}>
        <WorkshopDates {...date} />
      </a>
    </p>
  )
}

/** The same about people for whom somebody else asks: said once, and done when the form is sent again. */
export function ColleagueWarnings({
  warnings,
  parallel,
}: {
  warnings: readonly ColleagueWarning[]
  parallel: ParallelDate
}) {
  const t = useMessages()
  const locale = useLocale()
  const { warning } = t.queue
  // Colleagues who would leave the same team alone on the same day have one sentence together.
  const sentences = new Set(
    warnings.flatMap(({ name, ...one }) => Object.values(warningSentences(t, locale, one, name))),
  )
  if (sentences.size === 0) return null
  return (
    <Notice kind="warning" title={warning.othersTitle} answer>
      <ul>
        {[...sentences].map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {warnings.some(({ thinDay, blocked }) => thinDay ?? blocked) && <Parallel date={parallel} />}
      <p>{warning.again}</p>
    </Notice>
  )
}
