import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { meetingsCalledOff, notCalledOffBecause } from '#app/domain/workshop.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { parseForm, requiredText } from '#app/http/form.ts'
import { found, idFrom } from '#app/http/responses.ts'
import { formatList, formatTimeRange } from '#app/i18n/format.ts'
import { pick } from '#app/i18n/index.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Confirm } from '#app/ui/confirm.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import { PageHeader } from '#app/ui/page.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { WorkshopDates } from '#app/ui/workshop.tsx'
import { callOffWorkshop } from '#db/decisions.ts'
import { listRecorded } from '#db/meetings.ts'
import { listCurrent } from '#db/queue.ts'
import { getWorkshop } from '#db/workshops.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.workshop.callOff.title)

const CallOffForm = z.object({ reason: requiredText(500) })

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const workshop = found(await getWorkshop(context.db, idFrom(params.workshopId)))
  permit(actor, 'workshop:call-off', workshop)
  const now = new Date()
  const recorded = await listRecorded(context.db, workshop.meetings)
  const left = meetingsCalledOff(workshop, recorded, now)
  const current = await listCurrent(context.db, workshop.id)
  const trainers = workshop.trainerIds.filter((id) => id !== actor.id)
  return {
    workshop,
    mails: current.length + trainers.length,
    closed: notCalledOffBecause(workshop, recorded, now),
    left,
    isUnrecorded: !left && now >= workshop.startsAt,
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  const workshop = found(await getWorkshop(context.db, idFrom(params.workshopId)))
  permit(actor, 'workshop:call-off', workshop)

  const form = await parseForm(request, CallOffForm)
  if (!form.ok) return data({ errors: form.errors, submitted: form.submitted }, 400)
  const call = { id: workshop.id, reason: form.value.reason }
  const result = await callOffWorkshop(context.db, actor.id, call, new Date())
  // What is called off already, or over by now, the page says by itself.
  if (!result.ok) return data({ errors: {}, submitted: form.submitted }, 409)
  return redirect(`/workshops/${workshop.id}`)
}

export default function CallOffPage() {
  const { workshop, mails, closed, left, isUnrecorded } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useMessages()
  const { callOff, list } = t.workshop
  const title = pick(useLocale(), workshop.titleDe, workshop.titleEn)
  const back = `/workshops/${workshop.id}`
  const lead = (
    <>
      {title}, <WorkshopDates {...workshop} meetingCount={workshop.meetings.length} />
    </>
  )
  return (
    <>
      <PageHeader
        title={callOff.title}
        lead={lead}
        breadcrumbs={[
          { href: '/workshops', label: list.title },
          { href: back, label: title },
        ]}
      />
      {closed ? (
        <Empty
          action={
            closed === 'called-off' ? (
              <ButtonLink href={back}>{t.common.back}</ButtonLink>
            ) : (
              <ButtonLink href={`${back}/missed`}>{t.missedMeeting.title}</ButtonLink>
            )
          }
        >
          {t.workshop.callOffRefusal[closed]}
        </Empty>
      ) : (
        <Confirm
          consequence={<Consequence left={left} mails={mails} isUnrecorded={isUnrecorded} />}
          confirm={left ? callOff.confirmRest : callOff.confirm}
          back={{ href: back }}
          errors={answer?.errors}
          submitted={answer?.submitted}
        >
          <TextArea
            name="reason"
            label={callOff.reason}
            hint={callOff.reasonHint}
            required
            maxLength={500}
            rows={3}
          />
        </Confirm>
      )}
    </>
  )
}

type ConsequenceProps = {
  left: readonly { startsAt: Date; endsAt: Date }[] | undefined
  mails: number
  isUnrecorded: boolean
}

/** All of it ends, or what is left: then it says which meetings, and that the others count. */
function Consequence({ left, mails, isUnrecorded }: ConsequenceProps) {
  const { callOff } = useMessages().workshop
  const locale = useLocale()
  if (left) {
    const times = left.map(({ startsAt, endsAt }) => formatTimeRange(startsAt, endsAt, locale))
    return (
      <>
        <p>{callOff.rest(formatList(times, locale), mails)}</p>
        <p>{callOff.restCounts}</p>
      </>
    )
  }
  return (
    <>
      {isUnrecorded && <p>{callOff.unrecorded}</p>}
      <p>{callOff.consequence(mails)}</p>
    </>
  )
}
