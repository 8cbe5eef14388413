import { randomUUID } from 'node:crypto'
import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { dayOf } from '#app/domain/calendar.ts'
import type { CourseState } from '#app/domain/course.ts'
import { byName, displayName } from '#app/domain/person.ts'
import { can, type Actor } from '#app/domain/policy.ts'
import type { PlanRefusal } from '#app/domain/workshop.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import type { Errors } from '#app/http/form.ts'
import { countRows, MOST_MEETINGS, type Submitted } from '#app/http/meeting-form.ts'
import { found, idFrom } from '#app/http/responses.ts'
import { readWorkshopForm, workshopValues } from '#app/http/workshop-form.ts'
import { formatList } from '#app/i18n/format.ts'
import { pick } from '#app/i18n/index.ts'
import { Button, ButtonLink, ButtonRow } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Form } from '#app/ui/form.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import { MORE_MEETINGS } from '#app/ui/meeting-fields.tsx'
import { PageHeader } from '#app/ui/page.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { workshopFields } from '#app/ui/workshop-fields.tsx'
import type { Db } from '#db/client.server.ts'
import { listCourses } from '#db/courses.ts'
import { listPeopleWithRole } from '#db/roles.ts'
import { addWorkshop, changeWorkshop } from '#db/workshop-plans.ts'
import { getWorkshop, type Workshop } from '#db/workshops.ts'

export const meta: MetaFunction = ({ matches, params }) =>
  pageTitle(matches, (t) => (params.workshopId ? t.workshop.edit.edit : t.workshop.edit.add))

const EMPTY_ROWS = 3
const USUAL = { capacity: 12, start0: '09:00', end0: '12:00' }

/** /workshops/new has no id and starts with the usual values, /workshops/:workshopId/edit with the workshop. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const workshop = params.workshopId
    ? found(await getWorkshop(context.db, idFrom(params.workshopId)))
    : undefined
  if (workshop) permit(actor, 'workshop:edit', workshop)
  else permit(actor, 'workshop:add')

  const asked = new URL(request.url).searchParams.get('course')
  const trainers = await listTrainerChoices(context.db, actor, workshop, new Date())
  return {
    workshop,
    id: workshop?.id ?? randomUUID(),
    values: workshop ? workshopValues(workshop) : { ...USUAL, courseId: asked },
    courses: workshop ? null : await listCourseChoices(context.db, actor),
    trainers: trainers?.map((trainer) => ({ value: trainer.id, label: displayName(trainer) })) ?? null,
    fixedTrainers: workshop ? workshop.trainers.map(displayName) : [actor.name],
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  const { db } = context
  const workshop = params.workshopId ? found(await getWorkshop(db, idFrom(params.workshopId))) : undefined
  if (workshop) permit(actor, 'workshop:edit', workshop)
  else permit(actor, 'workshop:add')

  const now = new Date()
  const choices = await listTrainerChoices(db, actor, workshop, now)
  const fixed = choices ? null : (workshop?.trainerIds ?? [actor.id])
  const form = await readWorkshopForm(request, fixed, now)
  const { submitted } = form
  if (submitted.intent === MORE_MEETINGS) return answer(submitted, {}, undefined, 200)
  if (!form.ok) return answer(submitted, form.errors)

  const { id, version, courseId, plan } = form.value
  const isKnown = (trainerId: string) => choices?.some((choice) => choice.id === trainerId) ?? true
  if (!plan.trainerIds.every(isKnown)) return answer(submitted, { trainerIds: 'invalid' })
  const courses = workshop ? [] : await listCourseChoices(db, actor)
  if (!workshop && !courses.some((course) => course.id === courseId)) {
    return answer(submitted, { courseId: 'required' })
  }
  const result = workshop
    ? await changeWorkshop(db, actor.id, { id: workshop.id, version, ...plan }, now)
    : await addWorkshop(db, actor.id, { id, courseId, ...plan }, now)
  if (result.ok) return redirect(`/workshops/${workshop?.id ?? id}`)
  const field = FIELD_OF_REFUSAL[result.refusal]
  return field ? answer(submitted, { [field]: result.refusal }) : answer(submitted, {}, result.refusal, 409)
}

const FIELD_OF_REFUSAL: Partial<Record<PlanRefusal, string>> = {
  'in-the-past': 'day0',
  'course-retired': 'courseId',
  'trainer-is-enrolled': 'trainerIds',
}

function answer(submitted: Submitted, errors: Errors, refusal?: PlanRefusal, status = 400) {
  const more = submitted.intent === MORE_MEETINGS ? EMPTY_ROWS : 0
  const rows = Math.min(MOST_MEETINGS, countRows(submitted) + more)
  return data({ submitted, errors, refusal, rows }, status)
}

/** Whom one may choose as trainers; null for those who plan workshops for themselves only. */
async function listTrainerChoices(db: Db, actor: Actor, workshop: Workshop | undefined, now: Date) {
  if (!mayEditAll(actor)) return null
  const trainers = await listPeopleWithRole(db, 'trainer', dayOf(now))
  // Whoever leads it already stays, even when the role has ended meanwhile.
  const before = workshop?.trainers ?? []
  const added = before.filter(({ id }) => !trainers.some((trainer) => trainer.id === id))
  return [...trainers, ...added].sort(byName)
}

function listCourseChoices(db: Db, actor: Actor) {
  const states: CourseState[] = mayEditAll(actor) ? ['published', 'draft'] : ['published']
  return listCourses(db, { states })
}

/** Whether somebody may edit workshops that they do not lead. */
function mayEditAll(actor: Actor): boolean {
  return can(actor, 'workshop:edit', { trainerIds: [] })
}

export default function WorkshopEditPage() {
  const { workshop, courses } = useLoaderData<typeof loader>()
  const t = useMessages()
  const locale = useLocale()
  const title = workshop && pick(locale, workshop.titleDe, workshop.titleEn)
  const crumbs = [{ href: '/workshops', label: t.workshop.list.title }]
  return (
    <>
      <PageHeader
        title={workshop ? t.workshop.edit.edit : t.workshop.edit.add}
        {...(title && { lead: title })}
        breadcrumbs={
          workshop && title ? [...crumbs, { href: `/workshops/${workshop.id}`, label: title }] : crumbs
        }
      />
      {courses?.length === 0 ? <NoCourses /> : <WorkshopForm />}
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

function WorkshopForm() {
  const { workshop, id, values, courses, trainers, fixedTrainers } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useMessages()
  const locale = useLocale()
  const sentences: Record<string, string> = { ...t.workshop.planRefusal, ...t.workshop.timeProblem }
  const errors = Object.entries(answer?.errors ?? {}).map(([field, key]) => [field, sentences[key] ?? key])
  const meetings = workshop?.meetings ?? []
  const asksAgain = Object.values(answer?.errors ?? {}).includes('time-ambiguous')
  return (
    <Form
      values={values}
      errors={Object.fromEntries(errors)}
      submitted={answer?.submitted}
      refusal={answer?.refusal && t.workshop.planRefusal[answer.refusal]}
      id={id}
      hidden={{
        version: String(workshop?.version ?? 0),
        ...(workshop && { courseId: workshop.courseId }),
        ...(asksAgain && { ambiguous: 'accepted' }),
        ...(answer ? meetingIdsIn(answer.submitted) : meetingIdsOf(meetings)),
      }}
    >
      {workshopFields(t, {
        courses:
          courses?.map((course) => {
            const title = pick(locale, course.titleDe, course.titleEn)
            return {
              value: course.id,
              label: course.state === 'draft' ? t.workshop.edit.draftCourse(title) : title,
            }
          }) ?? null,
        trainers,
        fixedTrainers: formatList(fixedTrainers, locale),
        rows: answer?.rows ?? Math.max(1, meetings.length) + EMPTY_ROWS,
        isNew: !workshop,
        isOpen: answer !== undefined || meetings.length > 1,
        here: workshop ? `/workshops/${workshop.id}/edit` : '/workshops/new',
      })}
      <ButtonRow>
        <Button look="primary">{t.form.save}</Button>
        <ButtonLink href={workshop ? `/workshops/${workshop.id}` : '/workshops'}>{t.form.cancel}</ButtonLink>
      </ButtonRow>
      {workshop && <p className="muted">{t.workshop.edit.changeHint}</p>}
    </Form>
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
