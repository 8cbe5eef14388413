import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { notMissedBecause } from '#app/domain/missed-meeting.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { checkbox, id, oneOf, parseForm, requiredText } from '#app/http/form.ts'
import { found, idFrom, notFound } from '#app/http/responses.ts'
import { formatTimeRange } from '#app/i18n/format.ts'
import { pick } from '#app/i18n/index.ts'
import { ButtonLink, ButtonRow, PostButton } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choice-field.tsx'
import { Confirm } from '#app/ui/confirm.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader, Section } from '#app/ui/page.tsx'
import { RoomTaken } from '#app/ui/plan-notices.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { WorkshopDates } from '#app/ui/workshop.tsx'
import { listFreeRooms } from '#db/bookings.ts'
import { isAskedAbout } from '#db/feedback.ts'
import { holdMissed, listMissed, missMeeting } from '#db/missed-meetings.ts'
import { listCurrent } from '#db/queue.ts'
import { getWorkshop } from '#db/workshops.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.missedMeeting.title)

const MissedForm = z.discriminatedUnion('intent', [
  z.object({ intent: oneOf(['missed']), meetingId: id(), reason: requiredText(500), whole: checkbox() }),
  z.object({ intent: oneOf(['back']), meetingId: id() }),
])

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { db } = context
  const actor = await requireActor(context, request)
  const workshop = found(await getWorkshop(db, idFrom(params.workshopId)))
  permit(actor, 'workshop:call-off', workshop)
  const now = new Date()
  const current = await listCurrent(db, workshop.id)
  const isOnly = workshop.meetings.length === 1
  const seated = current.filter(({ status }) => isOnly || status === 'confirmed')
  return {
    workshop,
    begun: workshop.meetings.filter((meeting) => notMissedBecause(workshop, meeting, now) === null),
    isOnly,
    isAskedAbout: isOnly && (await isAskedAbout(db, workshop.id, now)),
    mails: seated.length + workshop.trainerIds.filter((trainerId) => trainerId !== actor.id).length,
    missed: await listMissed(db, workshop.id),
    done: new URL(request.url).searchParams.get('done'),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { db } = context
  const actor = await requireActor(context, request)
  const workshop = found(await getWorkshop(db, idFrom(params.workshopId)))
  permit(actor, 'workshop:call-off', workshop)

  const form = await parseForm(request, MissedForm)
  const { submitted } = form
  if (!form.ok) return data({ errors: form.errors, submitted, refusal: null, taken: null }, 400)
  const { value } = form
  const isAmong = (meetings: readonly { id: string }[]) => meetings.some(({ id }) => id === value.meetingId)
  const missedOnes = await listMissed(db, workshop.id)
  const [counts, isMissed] = [isAmong(workshop.meetings), isAmong(missedOnes)]
  if (!counts && !isMissed) throw notFound()
  const done = `/workshops/${workshop.id}/missed?done=${value.intent}`
  // Sent twice: it stands as it should already.
  if (value.intent === 'back' ? counts : isMissed) return redirect(done)
  const now = new Date()
  const result =
    value.intent === 'back'
      ? await holdMissed(db, actor.id, value.meetingId, now)
      : await missMeeting(db, actor.id, value, now)
  if (!result.ok) {
    if (result.refusal !== 'room-taken')
      return data({ errors: {}, submitted, refusal: result.refusal, taken: null }, 409)
    const { clash } = result
    const meetings = [...workshop.meetings, ...missedOnes.filter(({ id }) => id === value.meetingId)]
    const free = (await listFreeRooms(db, meetings, [workshop.id])).map(({ name }) => name)
    return data({ errors: {}, submitted, refusal: null, taken: { clash, free } }, 409)
  }
  const isWhole = value.intent === 'missed' && workshop.meetings.length === 1
  return redirect(isWhole ? `/workshops/${workshop.id}` : done)
}

export default function MissedPage() {
  const { workshop, begun, isAskedAbout, missed, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useMessages()
  const words = t.missedMeeting
  const title = pick(useLocale(), workshop.titleDe, workshop.titleEn)
  const back = `/workshops/${workshop.id}`
  const only = workshop.meetings[0]?.id
  const mayMark = begun.length > 0 && !isAskedAbout
  return (
    <>
      <PageHeader
        title={words.title}
        lead={
          <>
            {title}, <WorkshopDates {...workshop} meetingCount={workshop.meetings.length} />
          </>
        }
        breadcrumbs={[
          { href: '/workshops', label: t.workshop.list.title },
          { href: back, label: title },
        ]}
      />
      {answer?.taken && <RoomTaken {...answer.taken} />}
      {answer?.refusal && <Notice kind="danger" title={words.refusal[answer.refusal]} answer />}
      {!answer && done === 'missed' && <Notice kind="success" title={words.done} answer />}
      {!answer && done === 'back' && <Notice kind="success" title={words.doneBack} answer />}
      {missed.length > 0 && <Marked />}
      {mayMark && missed.length > 0 && (
        <Section title={words.another}>
          <MarkForm />
        </Section>
      )}
      {mayMark && missed.length === 0 && <MarkForm />}
      {isAskedAbout && !answer && <Notice kind="info">{words.refusal['evaluation-open']}</Notice>}
      {isAskedAbout && (
        <ButtonRow>
          <ButtonLink href={`/meetings/${only}/attendance`}>{t.attendance.title}</ButtonLink>
          <ButtonLink href={back}>{t.common.back}</ButtonLink>
        </ButtonRow>
      )}
      {begun.length === 0 && (
        <Empty action={<ButtonLink href={back}>{t.common.back}</ButtonLink>}>
          {workshop.calledOffAt ? words.refusal['called-off'] : words.none}
        </Empty>
      )}
    </>
  )
}

function MarkForm() {
  const { workshop, begun, isOnly, mails } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const words = useMessages().missedMeeting
  const locale = useLocale()
  const [first, ...more] = begun
  return (
    <Confirm
      consequence={isOnly ? words.only(mails) : words.consequence(mails)}
      confirm={words.confirm}
      back={{ href: `/workshops/${workshop.id}` }}
      hidden={{
        intent: 'missed',
        ...(first && more.length === 0 && { meetingId: first.id }),
        ...(isOnly && { whole: 'on' }),
      }}
      errors={answer?.errors}
      submitted={answer?.submitted}
    >
      {more.length > 0 && (
        <RadioGroup
          name="meetingId"
          label={words.which}
          required
          options={begun.map(({ id: value, startsAt, endsAt }) => ({
            value,
            label: formatTimeRange(startsAt, endsAt, locale),
          }))}
        />
      )}
      <TextArea
        name="reason"
        label={words.reason}
        hint={words.reasonHint}
        required
        maxLength={500}
        rows={3}
      />
    </Confirm>
  )
}

/** What was marked, and the way back. */
function Marked() {
  const { missed } = useLoaderData<typeof loader>()
  const words = useMessages().missedMeeting
  return (
    <Section title={words.marked}>
      <ul className="plain-list stack">
        {missed.map(({ id: meetingId, startsAt, endsAt, reason }) => (
          <li key={meetingId} className="stack">
            <p className="breaks measure">{words.line(startsAt, endsAt, reason)}</p>
            <p className="muted measure">{words.backHint}</p>
            <PostButton
              hidden={{ intent: 'back', meetingId }}
              label={words.line(startsAt, endsAt, words.back)}
            >
              {words.back}
            </PostButton>
          </li>
        ))}
      </ul>
    </Section>
  )
}
