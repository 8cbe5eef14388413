import { randomUUID } from 'node:crypto'
import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { rollCallOpens } from '#app/domain/attendance.ts'
import { quotaView } from '#app/domain/decision.ts'
import { closedBecause, seatsTaken, waiting } from '#app/domain/enrolment.ts'
import { displayName } from '#app/domain/person.ts'
import { can } from '#app/domain/policy.ts'
import { lineRules, SEATS } from '#app/domain/queue.ts'
import {
  isCutShort,
  isLinkOpen,
  linkOpensNext,
  workshopState,
  type WorkshopState,
} from '#app/domain/workshop.ts'
import { approvalNotes } from '#app/http/approval.server.ts'
import { actorOf, permit, requireActor } from '#app/http/actor.server.ts'
import { listNextDates, ownDecision, ownPlace } from '#app/http/decision.server.ts'
import { id, oneOf, parseForm } from '#app/http/form.ts'
import { materialsOfWorkshop } from '#app/http/materials.server.ts'
import { planningFacts } from '#app/http/planning.server.ts'
import { found, idFrom, notFound } from '#app/http/responses.ts'
import { groupNews } from '#app/http/workshop-group.server.ts'
import { pick } from '#app/i18n/index.ts'
import { EnrolForm, EnrolWarnings } from '#app/ui/enrol-form.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import { Materials } from '#app/ui/materials.tsx'
import { EnrolAsGuest, EnrolRefusal, OwnPlace } from '#app/ui/my-place.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { ApprovalNotes } from '#app/ui/own-approval.tsx'
import { PageHeader, Section } from '#app/ui/page.tsx'
import { PlanningDone, PlanningLead } from '#app/ui/planning-lead.tsx'
import { ownTitle, pageTitle } from '#app/ui/title.ts'
import { Viability } from '#app/ui/viability.tsx'
import { NextDates, WorkshopFacts } from '#app/ui/workshop-facts.tsx'
import { WorkshopGroup } from '#app/ui/workshop-group.tsx'
import { WorkshopLead } from '#app/ui/workshop-lead.tsx'
import { WorkshopBadge, WorkshopDates } from '#app/ui/workshop.tsx'
import type { Enrolment } from '#db/enrolment-log.ts'
import { enrol } from '#db/enrolments.ts'
import { listMissed } from '#db/missed-meetings.ts'
import { listCurrent } from '#db/queue.ts'
import { getWorkshop, type Workshop } from '#db/workshops.ts'

const EnrolForms = z.object({ id: id(), organisationId: id().optional(), wish: oneOf(SEATS).default('room') })

export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) =>
  pageTitle(matches, (t, locale) => (page ? ownTitle(page.workshop, locale) : t.workshop.list.title))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { db } = context
  const actor = await actorOf(context, request)
  permit(actor, 'workshop:read')
  const workshop = found(await getWorkshop(db, idFrom(params.workshopId)))
  const leads = can(actor, 'workshop:edit', workshop)
  if (!workshop.coursePublished && !workshop.courseRetired && !leads) throw notFound()

  const now = new Date()
  const current = await listCurrent(db, workshop.id)
  const enrolment = current.find(({ personId }) => personId === actor.id)
  const isTrainer = actor.id !== null && workshop.trainerIds.includes(actor.id)
  const participant = can(actor, 'enrolment:enrol') ? actor.id : null
  const mine = participant ? await ownDecision(db, workshop, participant, current, now) : null
  const decision = enrolment ? undefined : mine?.decision
  const closed = isTrainer ? 'is-trainer' : closedBecause(workshop, now)
  const missed = await listMissed(db, workshop.id)
  const link = { always: leads || isTrainer, inTime: enrolment?.status === 'confirmed' }
  return {
    workshop: { ...viewOf(workshop, current, link, now), hasMissed: missed.length > 0 },
    missed: missed.map(({ id: missedId, startsAt, endsAt, reason }) => ({
      id: missedId,
      startsAt,
      endsAt,
      reason,
    })),
    own: enrolment && (await ownPlace(db, workshop, current, enrolment, now)),
    closed,
    access: actor.id === null ? 'guest' : participant === null ? 'other' : 'participant',
    organisations: mine?.organisations ?? [],
    barred: decision && !decision.may ? decision : null,
    offer: decision?.may ? decision : null,
    approvals: decision?.may ? await approvalNotes(db, mine?.organisations ?? []) : [],
    warnings: enrolment ? null : (mine?.warnings ?? null),
    quota: quotaView(workshop, mine?.organisations[0], current, now),
    rules: lineRules(workshop, now),
    planning: await planningFacts(db, workshop, current, leads, now),
    freshId: randomUUID(),
    materials: await materialsOfWorkshop(db, actor, workshop, now),
    next: enrolment ? [] : await listNextDates(db, workshop, now),
    leads,
    group: await groupNews(db, actor, workshop, enrolment?.status, now),
    enrolsOthers: can(actor, 'enrolment:enrol-others') && !closed,
    done: new URL(request.url).searchParams.get('done'),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'enrolment:enrol')
  const workshopId = idFrom(params.workshopId)
  const form = await parseForm(request, EnrolForms)
  if (!form.ok) return data({ refusal: 'page-outdated' as const, missing: [] }, 400)

  const { organisationId = null, ...fields } = form.value
  const wish = { ...fields, workshopId, personId: actor.id, organisationId, by: actor.id }
  const result = await enrol(context.db, wish, new Date())
  if (!result.ok && result.refusal === 'no-workshop') throw notFound()
  if (!result.ok) return data({ refusal: result.refusal, missing: result.missing ?? [] }, 409)
  return redirect(`/workshops/${workshopId}?done=enrolled`)
}

/** Whatever stands in here reaches the browser: the way into the video conference only for those who come. */
function viewOf(
  workshop: Workshop,
  current: readonly Enrolment[],
  link: { always: boolean; inTime: boolean },
  now: Date,
) {
  const { id: workshopId, courseId, titleDe, titleEn, meetings, startsAt, endsAt } = workshop
  const { place, onlineUrl, capacity, onlineCapacity, quota, note, callOffReason } = workshop
  const { enrolFrom, enrolUntil, withdrawUntil, audiences } = workshop
  const taken = seatsTaken(current)
  return {
    ...{ id: workshopId, courseId, titleDe, titleEn, startsAt, endsAt, place, note, callOffReason },
    restCallOffReason: isCutShort(workshop) ? workshop.restCallOffReason : null,
    ...{ capacity, onlineCapacity, quota, taken, enrolFrom, enrolUntil, withdrawUntil, audiences },
    meetingCount: meetings.length,
    onlineTaken: seatsTaken(current.filter(({ seat }) => seat === 'online')),
    meetings: meetings.map((meeting) => ({ ...meeting, isOpen: now >= rollCallOpens(meeting) })),
    hasOnline: onlineUrl !== null,
    onlineUrl: link.always || (link.inTime && isLinkOpen(workshop, now)) ? onlineUrl : null,
    linkFrom: link.inTime ? (linkOpensNext(workshop, now) ?? null) : null,
    trainers: workshop.trainers.map(displayName),
    waiting: waiting(current).length,
    state: workshopState(workshop, meetings, taken, now),
  }
}

export default function WorkshopPage() {
  const page = useLoaderData<typeof loader>()
  const { workshop, own, closed, barred, leads, enrolsOthers, next, quota, materials } = page
  const { planning, done, group, missed } = page
  const t = useMessages()
  const locale = useLocale()
  const title = pick(locale, workshop.titleDe, workshop.titleEn)
  const isShut = closed !== null || barred !== null || workshop.state === 'full'
  const wantsNext = !own && isShut && closed !== 'is-trainer'
  return (
    <>
      <PageHeader
        title={title}
        lead={<WorkshopDates {...workshop} />}
        breadcrumbs={[{ href: '/workshops', label: t.workshop.list.title }]}
        badge={
          <>
            <WorkshopBadge state={workshop.state} />
            {!leads && planning.viability && <Viability viability={planning.viability} />}
          </>
        }
      />
      <Done />
      <PlanningDone done={done} />
      {workshop.callOffReason && (
        <Notice kind="danger" title={t.enrolment.facts.calledOff(workshop.callOffReason)} />
      )}
      {workshop.restCallOffReason && (
        <Notice kind="info" title={t.enrolment.facts.restCalledOff(workshop.restCallOffReason)} />
      )}
      {missed.map(({ id: missedId, startsAt, endsAt, reason }) => (
        <Notice key={missedId} kind="info" title={t.missedMeeting.notice(startsAt, endsAt, reason)} />
      ))}
      {leads && <WorkshopLead workshop={workshop} leads />}
      {leads && <PlanningLead workshopId={workshop.id} {...planning} />}
      <Mine />
      {wantsNext && <NextDates dates={next} courseId={workshop.courseId} />}
      {!leads && enrolsOthers && <WorkshopLead workshop={workshop} leads={false} />}
      <Section title={t.enrolment.facts.title}>
        <WorkshopFacts
          workshop={workshop}
          quota={quota}
          open={closed === null}
          toCome={isToCome(workshop.state)}
        />
        {workshop.state !== 'over' && (
          <p>
            <a href={`/workshops/${workshop.id}/calendar.ics`} download>
              {t.calendar.download}
            </a>
          </p>
        )}
      </Section>
      <Materials materials={materials} manage={leads ? `/workshops/${workshop.id}/materials` : undefined} />
      {group && <WorkshopGroup workshopId={workshop.id} group={group} />}
    </>
  )
}

const TO_COME: readonly WorkshopState[] = ['not-open-yet', 'open', 'full', 'closed']
const isToCome = (state: WorkshopState) => TO_COME.includes(state)

/** Says what was just done, and what happens next. */
function Done() {
  const { done, own, workshop } = useLoaderData<typeof loader>()
  const words = useMessages().enrolment.done
  const { absence } = useMessages().queue
  const { own: approval } = useMessages().approval
  const { workshopQuestion } = useMessages()
  if (done === 'enrolled' && own) {
    if (own.approval) return <Success {...approval.done} />
    if (own.waits && own.position !== undefined) return <Success {...words.waiting(own.position)} />
    return (
      <Success {...words.confirmed(own.stays === null && !own.isNotice ? workshop.withdrawUntil : null)} />
    )
  }
  if (done === 'declined' && !own) return <Success {...words.declined} />
  if (done === 'asked') return <Notice kind="success" title={workshopQuestion.asked} answer />
  if (done === 'question-removed') return <Notice kind="success" title={workshopQuestion.removed} answer />
  if (done === 'withdrawn' && !own) return <Success {...words.withdrawn} />
  if (done === 'unlisted' && !own) return <Success {...words.unlisted} />
  if (done === 'excused' && !own) return <Success title={absence.doneTitle} text={absence.doneText} />
  return null
}

function Success({ title, text }: { title: string; text: string }) {
  return (
    <Notice kind="success" title={title} answer>
      {text}
    </Notice>
  )
}

function Mine() {
  const page = useLoaderData<typeof loader>()
  const { workshop, own, closed, barred, access, leads, rules } = page
  const answer = useActionData<typeof action>()
  const t = useMessages()
  const because = closed ?? (access === 'participant' ? (barred?.refusal ?? null) : null)
  const facts = { ...workshop, missing: answer?.missing ?? barred?.missing ?? [] }
  const hasNothingToSay =
    closed === 'called-off' || (leads && (access === 'other' || closed === 'is-trainer'))
  if (hasNothingToSay && !own && !answer) return null
  return (
    <Section title={t.enrolment.mine.title}>
      {answer && answer.refusal !== because && (
        <Notice kind="danger" title={t.enrolment.refusal[answer.refusal](facts)} answer />
      )}
      {own ? (
        <OwnPlace own={own} rules={rules} />
      ) : because ? (
        <EnrolRefusal refusal={because} facts={facts} />
      ) : access === 'guest' ? (
        <EnrolAsGuest workshopId={workshop.id} />
      ) : access === 'other' ? (
        <p>{t.enrolment.mine.notParticipant}</p>
      ) : (
        <MayEnrol />
      )}
    </Section>
  )
}

/** What to know, and the button. */
function MayEnrol() {
  const page = useLoaderData<typeof loader>()
  const { workshop, offer, warnings, organisations, freshId, rules, next, approvals } = page
  if (!offer) return null
  return (
    <>
      {warnings && <EnrolWarnings warnings={warnings} parallel={next[0]} />}
      <ApprovalNotes notes={approvals} names={organisations.length > 1} />
      <EnrolForm
        id={freshId}
        offer={offer}
        organisations={organisations}
        rules={rules}
        isHybrid={workshop.onlineCapacity !== null}
      />
    </>
  )
}
