import { randomUUID } from 'node:crypto'
import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { comparedWith, OPENED } from '#app/domain/edit-conflict.ts'
import type { Actor } from '#app/domain/policy.ts'
import type { PlanRefusal } from '#app/domain/workshop.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { conflictIn, shownIn, type EditConflict as Conflict } from '#app/http/edit-conflict.server.ts'
import type { Errors } from '#app/http/form.ts'
import { countRows, MOST_MEETINGS, type Submitted } from '#app/http/meeting-form.ts'
import { found, idFrom, isId } from '#app/http/responses.ts'
import { choicesFor } from '#app/http/workshop-choices.server.ts'
import { copyValues, readWorkshopForm, USUAL_WORKSHOP, workshopValues } from '#app/http/workshop-form.ts'
import { acceptanceOf, warningsFor, type PlanWarning } from '#app/http/workshop-warnings.server.ts'
import { formatList } from '#app/i18n/format.ts'
import { pick } from '#app/i18n/index.ts'
import { Button, ButtonLink, ButtonRow } from '#app/ui/button.tsx'
import { EditConflict } from '#app/ui/edit-conflict.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Form } from '#app/ui/form.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import { MORE_MEETINGS } from '#app/ui/meeting-fields.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page.tsx'
import { PlanWarnings, RoomTaken, workshopFieldLabel, workshopFieldSaid } from '#app/ui/plan-notices.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { courseOptions, workshopFields } from '#app/ui/workshop-fields.tsx'
import { listFreeRooms, type Clash } from '#db/bookings.ts'
import type { Db } from '#db/client.server.ts'
import { listUses } from '#db/equipment.ts'
import { getRoom } from '#db/rooms.ts'
import { addWorkshop, changeWorkshop, type PlanResult, type WorkshopPlan } from '#db/workshop-plans.ts'
import { getWorkshop, type Workshop } from '#db/workshops.ts'

export const meta: MetaFunction = ({ matches, params }) =>
  pageTitle(matches, (t) => (params.workshopId ? t.workshop.edit.edit : t.workshop.edit.add))

const EMPTY_ROWS = 3

/**
 * /workshops/new has no id and starts with the usual values, or with those of the workshop that is copied;
 * /workshops/:workshopId/edit starts with the workshop.
 */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { db } = context
  const actor = await requireActor(context, request)
  const workshop = params.workshopId ? found(await getWorkshop(db, idFrom(params.workshopId))) : undefined
  if (workshop) permit(actor, 'workshop:edit', workshop)
  else permit(actor, 'workshop:add')

  const query = new URL(request.url).searchParams
  const source = workshop ? undefined : await sourceOf(db, actor, query.get('copy'))
  const values = workshop
    ? await valuesOf(db, workshop)
    : source
      ? copyValues(await valuesOf(db, source))
      : { ...USUAL_WORKSHOP, courseId: query.get('course') }
  return {
    workshop,
    copyOf: source && { de: source.titleDe, en: source.titleEn },
    id: workshop?.id ?? randomUUID(),
    values,
    opened: workshop ? JSON.stringify(shownIn(values)) : '',
    choices: await choicesFor(db, actor, workshop, new Date()),
  }
}

/** The workshop that is copied: one that the actor could edit. */
async function sourceOf(db: Db, actor: Actor, id: string | null): Promise<Workshop | undefined> {
  if (id === null || !isId(id)) return undefined
  const source = found(await getWorkshop(db, id))
  permit(actor, 'workshop:edit', source)
  return source
}

async function valuesOf(db: Db, workshop: Workshop) {
  const room = workshop.roomId ? await getRoom(db, workshop.roomId) : undefined
  return workshopValues(workshop, room, await listUses(db, workshop.id))
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  const { db } = context
  const workshop = params.workshopId ? found(await getWorkshop(db, idFrom(params.workshopId))) : undefined
  if (workshop) permit(actor, 'workshop:edit', workshop)
  else permit(actor, 'workshop:add')

  const now = new Date()
  const choices = await choicesFor(db, actor, workshop, now)
  const fixed = choices.trainers ? null : (workshop?.trainerIds ?? [actor.id])
  const form = await readWorkshopForm(request, fixed, now)
  const { submitted } = form
  if (submitted.intent === MORE_MEETINGS) return answer(submitted, { status: 200 })
  if (!form.ok) return answer(submitted, { errors: form.errors })

  const { id, version, courseId, plan } = form.value
  const isKnown = (trainerId: string) => choices.trainers?.some(({ value }) => value === trainerId) ?? true
  if (!plan.trainerIds.every(isKnown)) return answer(submitted, { errors: { trainerIds: 'invalid' } })
  if (choices.courses && !choices.courses.some((course) => course.id === courseId)) {
    return answer(submitted, { errors: { courseId: 'required' } })
  }
  const own = workshop?.id ?? id
  const warnings = await warningsFor(db, plan, [own])
  if (warnings.length > 0 && submitted.accepted !== acceptanceOf(warnings))
    return answer(submitted, { warnings, status: 409 })
  const acceptsFewer = submitted.acceptsFewer === 'on'
  const result = workshop
    ? await changeWorkshop(db, actor.id, { id: workshop.id, version, ...plan, acceptsFewer }, now)
    : await addWorkshop(db, actor.id, { id, courseId, ...plan }, now)
  if (result.ok) return redirect(`/workshops/${own}`)
  if (workshop && result.refusal === 'changed-meanwhile') return conflicting(db, own, submitted)
  return refused(db, { submitted, plan, own, result, warnings })
}

/** Somebody else has saved: both versions on top of each other, to be looked at and saved. */
async function conflicting(db: Db, id: string, submitted: Submitted) {
  const now = found(await getWorkshop(db, id))
  const conflict = await conflictIn(db, id, submitted, await valuesOf(db, now))
  return answer(conflict.merged, { refusal: 'changed-meanwhile', conflict, status: 409 })
}

type Refused = {
  submitted: Submitted
  plan: WorkshopPlan
  own: string
  result: PlanResult & { ok: false }
  warnings: PlanWarning[]
}

async function refused(db: Db, { submitted, plan, own, result, warnings }: Refused) {
  const { refusal, clash, equipmentId } = result
  if (clash) {
    const rooms = await listFreeRooms(db, plan.meetings, [own])
    const taken = { clash, free: rooms.map(({ name }) => name) }
    return answer(submitted, { errors: { roomId: refusal }, taken, warnings, status: 409 })
  }
  const field = equipmentId ? `use-${equipmentId}` : FIELD_OF_REFUSAL[refusal]
  return field
    ? answer(submitted, { errors: { [field]: refusal } })
    : answer(submitted, { refusal, status: 409 })
}

const FIELD_OF_REFUSAL: Partial<Record<PlanRefusal, string>> = {
  'in-the-past': 'day0',
  'course-retired': 'courseId',
  'trainer-is-enrolled': 'trainerIds',
  'room-closed': 'roomId',
  'room-gone': 'roomId',
}

type Answer = {
  errors?: Errors
  refusal?: PlanRefusal
  warnings?: PlanWarning[]
  conflict?: Conflict
  taken?: { clash: Clash; free: string[] }
  status?: number
}

function answer(submitted: Submitted, { errors = {}, status = 400, warnings = [], ...rest }: Answer) {
  const more = submitted.intent === MORE_MEETINGS ? EMPTY_ROWS : 0
  const rows = Math.min(MOST_MEETINGS, countRows(submitted) + more)
  const accepted = warnings.length > 0 ? acceptanceOf(warnings) : ''
  return data({ submitted, errors, rows, warnings, accepted, ...rest }, status)
}

export default function WorkshopEditPage() {
  const { workshop, choices, copyOf } = useLoaderData<typeof loader>()
  const t = useMessages()
  const locale = useLocale()
  const title = workshop && pick(locale, workshop.titleDe, workshop.titleEn)
  const crumbs = [{ href: '/workshops', label: t.workshop.list.title }]
  const copied = copyOf && t.planning.edit.copyOf(pick(locale, copyOf.de, copyOf.en))
  return (
    <>
      <PageHeader
        title={workshop ? t.workshop.edit.edit : t.workshop.edit.add}
        lead={title ?? copied}
        breadcrumbs={
          workshop && title ? [...crumbs, { href: `/workshops/${workshop.id}`, label: title }] : crumbs
        }
      />
      {choices.courses?.length === 0 ? <NoCourses /> : <WorkshopForm />}
    </>
  )
}

function NoCourses() {
  const t = useMessages()
  return (
    <Empty action={<ButtonLink href="/courses">{t.common.toCourses}</ButtonLink>}>
      {t.workshop.edit.noCourses}
    </Empty>
  )
}

/** What must be looked at before the form is sent again. */
function Notices() {
  const { choices } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const t = useMessages()
  const locale = useLocale()
  if (!answered) return null
  const { conflict, taken, warnings, refusal } = answered
  return (
    <>
      {conflict && (
        <EditConflict
          {...conflict}
          labelOf={(field) => workshopFieldLabel(t, field, choices)}
          said={(field, value) => workshopFieldSaid(field, value, choices, locale)}
        />
      )}
      {taken && <RoomTaken {...taken} />}
      {warnings.length > 0 && <PlanWarnings warnings={warnings} />}
      {refusal && !conflict && <Notice kind="danger" title={t.workshop.planRefusal[refusal]} answer />}
    </>
  )
}

function WorkshopForm() {
  const { workshop, id, values, choices, opened } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const t = useMessages()
  const locale = useLocale()
  const meetings = workshop?.meetings ?? []
  const asksAgain = Object.values(answered?.errors ?? {}).includes('time-ambiguous')
  return (
    <>
      <Notices />
      <Form
        values={values}
        errors={answered?.errors}
        sentences={{ ...t.workshop.planRefusal, ...t.workshop.timeProblem }}
        submitted={answered?.submitted}
        id={id}
        hidden={{
          version: String(workshop?.version ?? 0),
          ...(workshop && { courseId: workshop.courseId, [OPENED]: opened }),
          ...(answered && !answered.conflict && comparedWith(answered.submitted)),
          ...(asksAgain && { ambiguous: 'accepted' }),
          ...(answered?.refusal === 'fewer-than-enrolled' && { acceptsFewer: 'on' }),
          ...(answered?.accepted && { accepted: answered.accepted }),
          ...(answered ? meetingIdsIn(answered.submitted) : meetingIdsOf(meetings)),
        }}
      >
        {workshopFields(t, {
          courses: courseOptions(t, choices.courses, locale),
          trainers: choices.trainers,
          fixedTrainers: formatList(choices.fixedTrainers, locale),
          rooms: choices.rooms,
          equipment: choices.equipment,
          rows: answered?.rows ?? Math.max(1, meetings.length) + EMPTY_ROWS,
          isNew: !workshop,
          isOpen: answered !== undefined || meetings.length > 1,
          here: workshop ? `/workshops/${workshop.id}/edit` : '/workshops/new',
        })}
        <ButtonRow>
          <Button look="primary">{t.form.save}</Button>
          {!workshop && (
            <Button name="intent" value="series" formNoValidate formAction="/series/new">
              {t.planning.edit.asSeries}
            </Button>
          )}
          <ButtonLink href={workshop ? `/workshops/${workshop.id}` : '/workshops'}>
            {t.form.cancel}
          </ButtonLink>
        </ButtonRow>
        {workshop && <p className="muted">{t.workshop.edit.changeHint}</p>}
      </Form>
    </>
  )
}

type MeetingIds = Record<string, string>

function meetingIdsOf(meetings: readonly { id: string }[]): MeetingIds {
  return Object.fromEntries(meetings.map(({ id }, row) => [`meeting${row}`, id]))
}

/** The rows as they were sent: somebody else may have changed the meetings meanwhile. */
function meetingIdsIn(submitted: Submitted): MeetingIds {
  const names = Object.keys(submitted).filter((name) => /^meeting\d+$/.test(name))
  return Object.fromEntries(names.map((name) => [name, String(submitted[name])]))
}
