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
import { dayOf } from '#app/domain/calendar.ts'
import type { ColleagueWarning } from '#app/domain/decision.ts'
import { byName, displayName } from '#app/domain/person.ts'
import type { Actor } from '#app/domain/policy.ts'
import {
  notRebookableBecause,
  notSubstitutableBecause,
  type RebookRefusal,
  type SubstituteRefusal,
} from '#app/domain/substitute.ts'
import { acceptanceOf } from '#app/http/workshop-warnings.server.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { colleagueWarnings } from '#app/http/decision.server.ts'
import { id, oneOf, parseForm, type Errors } from '#app/http/form.ts'
import { found, idFrom, notFound } from '#app/http/responses.ts'
import { pick } from '#app/i18n/index.ts'
import { ButtonLink, ButtonRow } from '#app/ui/button.tsx'
import { RebookForm, SubstituteForm } from '#app/ui/hand-over.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { WorkshopDates } from '#app/ui/workshop.tsx'
import type { Db } from '#db/client.server.ts'
import { listWarnings } from '#db/enrolment-facts.ts'
import { getNamedEnrolment, type NamedEnrolment } from '#db/enrolment-lists.ts'
import { organisationOn } from '#db/members.ts'
import { listOtherDates, rebook } from '#db/rebooking.ts'
import { listSubstitutes, nameSubstitute } from '#db/substitutes.ts'
import { getWorkshop, getWorkshops, type Workshop } from '#db/workshops.ts'

const MOST_DATES = 5
const HandOverForm = z.discriminatedUnion('intent', [
  z.object({ intent: oneOf(['substitute']), id: id(), personId: id() }),
  z.object({ intent: oneOf(['rebook']), id: id(), workshopId: id() }),
])

type Answer = {
  substitute?: SubstituteRefusal
  rebook?: RebookRefusal
  warnings?: ColleagueWarning[]
  accepted?: string
  submitted?: object
  errors: Errors
}
const NOTHING: Answer = { errors: {} }

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.queue.handOver.title)

/** Only whose enrolment it is gives the seat on; for all others the page does not exist. */
async function ownEnrolment(actor: Actor, db: Db, enrolmentId: string) {
  const enrolment = found(await getNamedEnrolment(db, enrolmentId))
  if (enrolment.personId !== actor.id) throw notFound()
  const workshop = found(await getWorkshop(db, enrolment.workshopId))
  permit(actor, 'enrolment:answer', { ...enrolment, trainerIds: workshop.trainerIds })
  return { enrolment, workshop }
}

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { db } = context
  const actor = await requireActor(context, request)
  permit(actor, 'enrolment:mine')
  const { enrolment, workshop } = await ownEnrolment(actor, db, idFrom(params.enrolmentId))
  const now = new Date()
  const { status, organisation } = enrolment
  const notSubstitutable = notSubstitutableBecause(workshop, status, now)
  const notRebookable = notRebookableBecause(workshop, status, now)
  const colleagues = notSubstitutable ? [] : await listSubstitutes(db, workshop, enrolment, now)
  const { id: workshopId, titleDe, titleEn, startsAt, endsAt, meetings } = workshop
  return {
    workshop: { id: workshopId, titleDe, titleEn, startsAt, endsAt, meetingCount: meetings.length },
    enrolmentId: enrolment.id,
    organisation,
    notSubstitutable,
    notRebookable,
    colleagues: colleagues.sort(byName).map((one) => ({ id: one.id, name: displayName(one) })),
    dates: notRebookable ? [] : await datesFor(db, workshop, enrolment, now),
    freshIds: { substitute: randomUUID(), rebook: randomUUID() },
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { db } = context
  const actor = await requireActor(context, request)
  permit(actor, 'enrolment:mine')
  const { enrolment, workshop } = await ownEnrolment(actor, db, idFrom(params.enrolmentId))
  const form = await parseForm(request, HandOverForm)
  if (!form.ok) return data({ ...NOTHING, errors: form.errors }, 400)

  const now = new Date()
  const { id: freshId } = form.value
  const ids = { id: freshId, enrolmentId: enrolment.id, by: actor.id }
  if (form.value.intent === 'substitute') {
    const { submitted } = form
    const warnings = await substituteWarnings(db, workshop, enrolment, form.value.personId, now)
    if (warnings.length > 0 && submitted.accepted !== acceptanceOf(warnings))
      return data({ ...NOTHING, warnings, accepted: acceptanceOf(warnings), submitted }, 409)
    const result = await nameSubstitute(db, { ...ids, personId: form.value.personId }, now)
    if (!result.ok) return data({ ...NOTHING, substitute: result.refusal }, 409)
    return redirect(`/enrolments/${enrolment.id}?done=substituted`)
  }
  const { workshopId } = form.value
  const result = await rebook(db, { ...ids, toWorkshopId: workshopId }, now)
  if (!result.ok) return data({ ...NOTHING, rebook: result.refusal }, 409)
  return redirect(`/workshops/${workshopId}?done=enrolled`)
}

/** Asked about the one colleague who was chosen: nobody reads when all the others are away. */
async function substituteWarnings(
  db: Db,
  workshop: Workshop,
  enrolment: NamedEnrolment,
  personId: string,
  now: Date,
) {
  const colleagues = await listSubstitutes(db, workshop, enrolment, now)
  const chosen = colleagues.filter(({ id }) => id === personId)
  return colleagueWarnings(db, workshop, chosen, { names: false, ending: enrolment.id })
}

/** The other dates, each with what stands against it. */
async function datesFor(db: Db, workshop: Workshop, enrolment: NamedEnrolment, now: Date) {
  const lines = (await listOtherDates(db, workshop, now)).slice(0, MOST_DATES)
  const workshops = await getWorkshops(
    db,
    lines.map(({ id }) => id),
  )
  const { personId, organisationId } = enrolment
  const served = { id: personId, organisationId: await organisationOn(db, organisationId, dayOf(now)) }
  return Promise.all(
    workshops.map(async (other) => ({
      id: other.id,
      startsAt: other.startsAt,
      place: other.place,
      warnings: await listWarnings(db, other, served, enrolment.id),
    })),
  )
}

export default function HandOverPage() {
  const { workshop, enrolmentId } = useLoaderData<typeof loader>()
  const t = useMessages()
  const locale = useLocale()
  const back = `/enrolments/${enrolmentId}`
  return (
    <>
      <PageHeader
        title={t.queue.handOver.title}
        lead={<WorkshopDates {...workshop} />}
        breadcrumbs={[
          { href: '/enrolments', label: t.enrolment.own.title },
          { href: back, label: pick(locale, workshop.titleDe, workshop.titleEn) },
        ]}
      />
      <Substitute />
      <Rebook />
      <ButtonRow>
        <ButtonLink href={back}>{t.queue.handOver.back}</ButtonLink>
      </ButtonRow>
    </>
  )
}

function Substitute() {
  const { notSubstitutable, organisation, colleagues, freshIds } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { substitute } = useMessages().queue
  if (notSubstitutable) return <Notice kind="info" title={substitute.refusal[notSubstitutable]} />
  const error = answer?.substitute ? substitute.refusal[answer.substitute] : answer?.errors.personId
  return (
    <SubstituteForm
      id={freshIds.substitute}
      organisation={organisation}
      colleagues={colleagues}
      error={error}
      warnings={answer?.warnings ?? []}
      submitted={answer?.submitted}
      accepted={answer?.accepted}
    />
  )
}

function Rebook() {
  const { notRebookable, dates, freshIds } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { rebooking } = useMessages().queue
  if (notRebookable === 'notice-only') return <Notice kind="info" title={rebooking.refusal[notRebookable]} />
  if (notRebookable) return null
  const error = answer?.rebook ? rebooking.refusal[answer.rebook] : answer?.errors.workshopId
  return <RebookForm id={freshIds.rebook} dates={dates} error={error} />
}
