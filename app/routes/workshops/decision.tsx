import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { seatsTaken } from '#app/domain/enrolment.ts'
import { decisionDay, notConfirmedBecause, viabilityOf } from '#app/domain/minimum.ts'
import { freeSeats } from '#app/domain/workshop.ts'
import { can } from '#app/domain/policy.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { id, parseForm } from '#app/http/form.ts'
import { forbidden, found, idFrom } from '#app/http/responses.ts'
import { messages, pick } from '#app/i18n/index.ts'
import { Button, ButtonLink, PostButton } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choice-field.tsx'
import { Form } from '#app/ui/form.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader, Section } from '#app/ui/page.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { Viability } from '#app/ui/viability.tsx'
import { WorkshopDates } from '#app/ui/workshop.tsx'
import { confirmWorkshop, mergeWorkshop } from '#db/decisions.ts'
import { listCurrent } from '#db/queue.ts'
import { getWorkshop, listWorkshops } from '#db/workshops.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.planning.decision.title)

const MergeForm = z.object({ intoId: id() })
const MERGE = 'merge'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { db } = context
  const actor = await requireActor(context, request)
  const workshop = found(await getWorkshop(db, idFrom(params.workshopId)))
  permit(actor, 'workshop:decide', workshop)
  const now = new Date()
  const current = await listCurrent(db, workshop.id)
  const others = await listWorkshops(db, { courseId: workshop.courseId, from: now })
  const taken = seatsTaken(current)
  return {
    workshop: { ...workshop, meetingCount: workshop.meetings.length },
    taken,
    viability: viabilityOf(workshop, taken, now),
    decideOn: decisionDay(workshop),
    closed: notConfirmedBecause(workshop, now) ?? null,
    mails: current.length + workshop.trainerIds.filter((trainerId) => trainerId !== actor.id).length,
    others: others
      .filter((line) => line.id !== workshop.id && !line.calledOffAt && line.startsAt > now)
      .map((line) => ({ id: line.id, startsAt: line.startsAt, endsAt: line.endsAt, free: freeSeats(line) })),
    callsOff: can(actor, 'workshop:call-off', workshop),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { db } = context
  const actor = await requireActor(context, request)
  const workshop = found(await getWorkshop(db, idFrom(params.workshopId)))
  permit(actor, 'workshop:decide', workshop)
  const now = new Date()
  const form = await parseForm(request, MergeForm)
  if (form.submitted.intent !== MERGE) {
    const result = await confirmWorkshop(db, actor.id, workshop.id, now)
    if (!result.ok) return data({ errors: {}, confirm: result.refusal, merge: undefined }, 409)
    return redirect(`/workshops/${workshop.id}?done=confirmed`)
  }
  if (!form.ok) return data({ errors: form.errors, confirm: undefined, merge: undefined }, 400)
  const into = await getWorkshop(db, form.value.intoId)
  if (!into) return data({ errors: {}, confirm: undefined, merge: 'other-course' as const }, 409)
  if (!can(actor, 'workshop:decide', into)) throw forbidden()
  // It stands on the page of the workshop for everybody, so it is written in the language of the office.
  const reason = messages('de').planning.decision.mergeReason(into.startsAt)
  const result = await mergeWorkshop(db, actor.id, { id: workshop.id, intoId: into.id, reason }, now)
  if (!result.ok) return data({ errors: {}, confirm: undefined, merge: result.refusal }, 409)
  return redirect(`/workshops/${into.id}?done=merged`)
}

export default function DecisionPage() {
  const { workshop, closed, viability, taken, decideOn } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useMessages()
  const { decision } = t.planning
  const title = pick(useLocale(), workshop.titleDe, workshop.titleEn)
  const refusal =
    (answer?.confirm && t.planning.goingRefusal[answer.confirm]) ??
    (answer?.merge && t.planning.mergeRefusal[answer.merge])
  const isOver = closed === 'called-off' || closed === 'started'
  return (
    <>
      <PageHeader
        title={decision.title}
        lead={
          <>
            {title}, <WorkshopDates {...workshop} />
          </>
        }
        breadcrumbs={[
          { href: '/workshops', label: t.workshop.list.title },
          { href: `/workshops/${workshop.id}`, label: title },
        ]}
        badge={viability && <Viability viability={viability} />}
      />
      {refusal && <Notice kind="danger" title={refusal} answer />}
      {closed && !refusal && <Notice kind="info" title={t.planning.goingRefusal[closed]} />}
      <p>
        {workshop.minimum === 0
          ? decision.noMinimum
          : `${decision.standing(taken, workshop.minimum)}. ${closed ? '' : decision.decideOn(decideOn)}`}
      </p>
      {!isOver && <Ways />}
    </>
  )
}

function Ways() {
  const { workshop, closed, mails, others, callsOff } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { decision } = useMessages().planning
  return (
    <>
      {!closed && (
        <Section title={decision.confirmTitle}>
          <p>{decision.confirmText(mails)}</p>
          <PostButton look="primary" hidden={{ intent: 'confirm' }}>
            {decision.confirm}
          </PostButton>
        </Section>
      )}
      <Section title={decision.mergeTitle}>
        {others.length === 0 ? (
          <p>{decision.noOther}</p>
        ) : (
          <Form errors={answer?.errors} hidden={{ intent: MERGE }}>
            <p>{decision.mergeText}</p>
            <RadioGroup
              name="intoId"
              label={decision.mergeInto}
              required
              options={others.map(({ id: value, startsAt, endsAt, free }) => ({
                value,
                label: decision.option(startsAt, endsAt, free),
              }))}
            />
            <div>
              <Button>{decision.merge}</Button>
            </div>
          </Form>
        )}
      </Section>
      {callsOff && (
        <Section title={decision.callOffTitle}>
          <p>{decision.callOffText}</p>
          <ButtonLink href={`/workshops/${workshop.id}/call-off`}>{decision.callOff}</ButtonLink>
        </Section>
      )}
    </>
  )
}
