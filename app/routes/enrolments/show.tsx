import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import {
  ABSENCE_REASONS,
  ENROLMENT_REASONS,
  isCurrent,
  isNotice,
  staysBecause,
  unanswerableBecause,
  WITHDRAW_REASONS,
} from '#app/domain/enrolment.ts'
import { displayName } from '#app/domain/person.ts'
import { can, type Actor } from '#app/domain/policy.ts'
import { lineRules, positionOf, seatState, waitsBecause } from '#app/domain/queue.ts'
import { permit, requireActor, type SignedInActor } from '#app/http/actor.server.ts'
import { oneOf, parseForm } from '#app/http/form.ts'
import { offerView } from '#app/http/decision.server.ts'
import { ownAttendance } from '#app/http/own-attendance.server.ts'
import { found, idFrom, notFound } from '#app/http/responses.ts'
import { pick } from '#app/i18n/index.ts'
import { ButtonLink, ButtonRow, PostButton } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choice-field.tsx'
import { Confirm } from '#app/ui/confirm.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { EnrolmentBadge, EnrolmentLog } from '#app/ui/enrolment.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import { Offer, Waiting } from '#app/ui/my-place.tsx'
import { OwnAttendance } from '#app/ui/own-attendance.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { OwnApproval } from '#app/ui/own-approval.tsx'
import { PageHeader, Section } from '#app/ui/page.tsx'
import { ownTitle, pageTitle } from '#app/ui/title.ts'
import { WorkshopDates } from '#app/ui/workshop.tsx'
import type { Db } from '#db/client.server.ts'
import { getApproval } from '#db/approval-requests.ts'
import { getNamedEnrolment } from '#db/enrolment-lists.ts'
import { listLog } from '#db/enrolment-log.ts'
import { withdraw } from '#db/enrolments.ts'
import { acceptOffer, declineOffer } from '#db/offers.ts'
import { listCurrent, stayOnline } from '#db/queue.ts'
import { getWorkshop } from '#db/workshops.ts'

const NOTHING = { withdrawRefusal: null, answerRefusal: null, errors: {} }
const AnswerForm = z.object({
  intent: oneOf(['accept', 'decline', 'withdraw', 'stay-online']),
  reason: oneOf(WITHDRAW_REASONS).optional(),
  absence: oneOf(ABSENCE_REASONS).optional(),
})

export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) =>
  pageTitle(matches, (t, locale) => t.enrolment.one.title(page ? ownTitle(page.workshop, locale) : ''))

/** An enrolment for those who may know of it; for all others it does not exist. */
async function visibleTo(actor: Actor, db: Db, id: string) {
  const enrolment = found(await getNamedEnrolment(db, id))
  const workshop = found(await getWorkshop(db, enrolment.workshopId))
  const about = { ...enrolment, trainerIds: workshop.trainerIds }
  if (!can(actor, 'enrolment:read', about)) throw notFound()
  return { enrolment, workshop, about }
}

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { db } = context
  const actor = await requireActor(context, request)
  permit(actor, 'enrolment:mine')
  const { enrolment, workshop, about } = await visibleTo(actor, db, idFrom(params.enrolmentId))
  const now = new Date()
  const log = await listLog(db, enrolment.id)
  const current = await listCurrent(db, workshop.id)
  const { id, status, personId, organisation } = enrolment
  const isOwn = personId === actor.id
  const isOpenOffer = isOwn && unanswerableBecause(enrolment, workshop, now) === null
  return {
    enrolment: { id, status, organisation, name: displayName(enrolment) },
    workshop: dataOf(workshop),
    isOwn,
    position: positionOf(current, id),
    waits: status === 'waiting' ? waitsBecause(workshop, current, enrolment, now) : null,
    seat: isCurrent(status) && status !== 'waiting' ? seatState(workshop, enrolment) : null,
    approval: (await getApproval(db, id)) ?? null,
    rules: lineRules(workshop, now),
    isNotice: isOwn && isNotice(workshop, status, now),
    offer: isOpenOffer ? await offerView(db, workshop, enrolment, log[0]?.by ?? undefined, now) : undefined,
    mayWithdraw: can(actor, 'enrolment:withdraw', about),
    stays: staysBecause(workshop, status, now),
    log: log.map((line) => ({
      at: line.at,
      status: line.toStatus,
      reason: ENROLMENT_REASONS.find((reason) => reason === line.reason),
      // Whoever acts for themselves need not be named again.
      by: line.by && line.by.id !== personId ? displayName(line.by) : null,
    })),
    // A training officer sees who goes, never who was there: that is between people and those who lead.
    records:
      isOwn || can(actor, 'attendance:record', workshop) ? await ownAttendance(db, enrolment.id, now) : [],
    done: new URL(request.url).searchParams.get('done'),
  }
}

function dataOf(workshop: NonNullable<Awaited<ReturnType<typeof getWorkshop>>>) {
  const { id, titleDe, titleEn, startsAt, endsAt, enrolUntil, withdrawUntil, meetings } = workshop
  return { id, titleDe, titleEn, startsAt, endsAt, enrolUntil, withdrawUntil, meetingCount: meetings.length }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'enrolment:mine')
  const { about } = await visibleTo(actor, context.db, idFrom(params.enrolmentId))
  const form = await parseForm(request, AnswerForm)
  if (!form.ok) return data({ ...NOTHING, errors: form.errors }, 400)
  if (form.value.intent === 'withdraw') return takeBack(actor, context.db, about, form.value)

  permit(actor, 'enrolment:answer', about)
  if (form.value.intent === 'stay-online') {
    await stayOnline(context.db, { enrolmentId: about.id, by: actor.id }, new Date())
    return redirect(`/enrolments/${about.id}?done=online`)
  }
  const answer = form.value.intent === 'accept' ? acceptOffer : declineOffer
  const result = await answer(context.db, { enrolmentId: about.id, by: actor.id }, new Date())
  if (!result.ok) return data({ ...NOTHING, answerRefusal: result.refusal }, 409)
  const done = form.value.intent === 'accept' ? 'enrolled' : 'declined'
  return redirect(`/workshops/${about.workshopId}?done=${done}`)
}

type About = Awaited<ReturnType<typeof visibleTo>>['about']
type Why = Pick<z.infer<typeof AnswerForm>, 'reason' | 'absence'>

async function takeBack(actor: SignedInActor, db: Db, about: About, { reason, absence }: Why) {
  permit(actor, 'enrolment:withdraw', about)
  const isOwn = actor.id === about.personId
  if (!isOwn && !reason) return data({ ...NOTHING, errors: { reason: 'required' } }, 400)
  const why = { ...(reason && { reason }), ...(absence && { absence }) }
  const request = { enrolmentId: about.id, by: actor.id, ...why }
  const result = await withdraw(db, request, new Date())
  if (!result.ok) return data({ ...NOTHING, withdrawRefusal: result.refusal }, 409)
  const done = absence ? 'excused' : about.status === 'waiting' ? 'unlisted' : 'withdrawn'
  return redirect(isOwn ? `/workshops/${about.workshopId}?done=${done}` : `/enrolments/${about.id}?done=out`)
}

export default function EnrolmentPage() {
  const { enrolment, workshop, isOwn, offer, approval, log, done, records } = useLoaderData<typeof loader>()
  const t = useMessages()
  const { substitute } = t.queue
  const locale = useLocale()
  const title = pick(locale, workshop.titleDe, workshop.titleEn)
  const shown = { href: `/workshops/${workshop.id}`, label: title }
  const list = { href: `${shown.href}/enrolments`, label: t.enrolment.list.title }
  return (
    <>
      <PageHeader
        title={isOwn ? t.enrolment.one.title(title) : t.enrolment.one.titleOf(enrolment.name, title)}
        lead={<WorkshopDates {...workshop} />}
        breadcrumbs={isOwn ? [{ href: '/enrolments', label: t.enrolment.own.title }, shown] : [shown, list]}
        badge={<EnrolmentBadge status={enrolment.status} />}
      />
      {done === 'objection' && <Notice kind="success" title={t.objection.sent} answer />}
      {done === 'out' && <Notice kind="success" title={t.enrolment.done.takenOut(enrolment.name)} answer />}
      <Refusal />
      {done === 'substituted' && (
        <Notice kind="success" title={substitute.doneTitle} answer>
          {substitute.doneText}
        </Notice>
      )}
      {offer && <Offer own={enrolment} offer={offer} />}
      <Facts />
      {approval && <OwnApproval approval={approval} isOpen={enrolment.status === 'requested'} />}
      <Line />
      <HandOver />
      <OwnAttendance enrolmentId={enrolment.id} records={records} isOwn={isOwn} />
      <Withdraw />
      <Section title={t.enrolment.one.log}>
        <EnrolmentLog lines={log} />
      </Section>
    </>
  )
}

function Refusal() {
  const { workshop } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const words = useMessages().enrolment
  const { withdrawRefusal = null, answerRefusal = null } = answer ?? {}
  if (withdrawRefusal)
    return <Notice kind="danger" title={words.withdrawRefusal[withdrawRefusal](workshop)} answer />
  if (answerRefusal) return <Notice kind="danger" title={words.answerRefusal[answerRefusal]} answer />
  return null
}

/** Where somebody is in line, why, and how it goes on; the same words for whoever leads. */
function Line() {
  const { enrolment, position, waits, seat, rules, stays, isOwn, done } = useLoaderData<typeof loader>()
  const words = useMessages().queue.seat
  if (stays !== null) return null
  return (
    <div className="stack">
      {done === 'online' && <Notice kind="success" title={words.stayed} answer />}
      {seat && isOwn && <p>{words.mine[seat]}</p>}
      <Waiting own={{ position, waits, seat }} rules={rules} />
      {isOwn && seat === 'online-meanwhile' && (
        <ButtonRow>
          <PostButton action={`/enrolments/${enrolment.id}`} hidden={{ intent: 'stay-online' }}>
            {words.stayOnline}
          </PostButton>
        </ButtonRow>
      )}
    </div>
  )
}

/** Two ways of giving a seat on that are better than giving it up. */
function HandOver() {
  const { enrolment, isOwn, offer, stays } = useLoaderData<typeof loader>()
  const { handOver } = useMessages().queue
  if (!isOwn || offer || stays !== null) return null
  return (
    <ButtonRow>
      <ButtonLink href={`/enrolments/${enrolment.id}/hand-over`}>{handOver.title}</ButtonLink>
    </ButtonRow>
  )
}

function Facts() {
  const { enrolment, isOwn, position } = useLoaderData<typeof loader>()
  const t = useMessages()
  const facts = [
    { term: t.enrolment.one.person, value: isOwn ? undefined : enrolment.name },
    { term: t.enrolment.list.organisation, value: enrolment.organisation },
    { term: t.enrolment.list.position, value: position },
  ]
  return <DescriptionList facts={facts} />
}

/** Asks once, in words that name the consequence; where it is too late, says so and whom to turn to. */
function Withdraw() {
  const { enrolment, workshop, isOwn, isNotice, offer, mayWithdraw, stays } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { one, mine, withdrawRefusal, withdrawReason } = useMessages().enrolment
  if (!mayWithdraw || offer || stays === 'not-enrolled' || stays === 'called-off') return null
  if (stays) {
    const isSaid = answer?.withdrawRefusal === stays
    return isSaid ? null : <Notice kind="info" title={withdrawRefusal[stays](workshop)} />
  }
  if (isNotice) return <Absence />
  const isWaiting = enrolment.status === 'waiting'
  const own = isWaiting ? one.consequenceWaiting : one.consequence
  return (
    <Section title={one.withdrawTitle}>
      <Confirm
        consequence={isOwn ? own : one.consequenceOther(enrolment.name)}
        confirm={isOwn ? (isWaiting ? mine.leave : mine.withdraw) : one.takeOut(enrolment.name)}
        back={{ href: `/workshops/${workshop.id}` }}
        hidden={{ intent: 'withdraw' }}
        errors={answer?.errors}
      >
        {!isOwn && (
          <RadioGroup
            name="reason"
            label={one.withdrawReason}
            required
            options={WITHDRAW_REASONS.map((value) => ({ value, label: withdrawReason[value] }))}
          />
        )}
      </Confirm>
    </Section>
  )
}

/** After the deadline it is a notice of absence: always possible until the start, with a word why. */
function Absence() {
  const { workshop } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { absence } = useMessages().queue
  const { absenceReason } = useMessages().enrolment
  return (
    <Section title={absence.title}>
      <Confirm
        consequence={absence.explained(workshop.withdrawUntil)}
        confirm={absence.confirm}
        back={{ href: `/workshops/${workshop.id}` }}
        hidden={{ intent: 'withdraw' }}
        errors={answer?.errors}
      >
        <RadioGroup
          name="absence"
          label={absence.reason}
          hint={absence.reasonHint}
          required
          options={ABSENCE_REASONS.map((value) => ({ value, label: absenceReason[value] }))}
        />
      </Confirm>
    </Section>
  )
}
