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
import { AUDIENCES, COURSE_FORMATS, COURSE_LEVELS, type CourseRefusal } from '#app/domain/course.ts'
import { OPENED } from '#app/domain/edit-conflict.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { conflictIn, shownIn, type EditConflict as Conflict } from '#app/http/edit-conflict.server.ts'
import {
  checkbox,
  id,
  list,
  oneOf,
  optionalText,
  parseForm,
  requiredText,
  wholeNumber,
  type Errors,
} from '#app/http/form.ts'
import type { Submitted } from '#app/http/meeting-form.ts'
import { wordsFrom } from '#app/http/query.ts'
import { found, idFrom } from '#app/http/responses.ts'
import { Button, ButtonLink, ButtonRow } from '#app/ui/button.tsx'
import { courseFieldLabel, courseFields, courseFieldSaid, NEW_TOPIC } from '#app/ui/course-fields.tsx'
import { EditConflict } from '#app/ui/edit-conflict.tsx'
import { Form } from '#app/ui/form.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import { PageHeader } from '#app/ui/page.tsx'
import { pageTitle } from '#app/ui/title.ts'
import type { Db } from '#db/client.server.ts'
import { addCourse, changeCourse, getCourse, listCourses, type Course, type CoursePlan } from '#db/courses.ts'
import { listRequired } from '#db/prerequisites.ts'
import { getSettings } from '#db/settings.ts'
import { addTopic, listTopics } from '#db/topics.ts'

export const meta: MetaFunction = ({ matches, params }) =>
  pageTitle(matches, (t) => (params.courseId ? t.course.edit.edit : t.course.edit.add))

const CourseForm = z.object({
  id: id(),
  version: wholeNumber(0, 1_000_000),
  titleDe: requiredText(200),
  titleEn: optionalText(200),
  summaryDe: requiredText(300),
  summaryEn: optionalText(300),
  topicKey: requiredText(200),
  newTopic: optionalText(80),
  level: oneOf(COURSE_LEVELS),
  format: oneOf(COURSE_FORMATS),
  units: wholeNumber(1, 200),
  audiences: list(oneOf(AUDIENCES)).pipe(z.array(oneOf(AUDIENCES)).min(1)),
  prerequisites: optionalText(1_000),
  audienceOnly: checkbox(),
  requiredIds: list(id(), 20),
  goals: requiredText(5_000),
  contents: requiredText(10_000),
})

/** /courses/new has no id and starts empty; /courses/:courseId/edit starts from the course. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  permit(await requireActor(context, request), 'course:edit')
  const { db } = context
  const query = new URL(request.url).searchParams
  const course = params.courseId ? found(await getCourse(db, idFrom(params.courseId))) : null
  const values = course && (await valuesOf(db, course))
  return {
    course: course && { id: course.id, titleDe: course.titleDe },
    // What was asked for on the page before: "Gibt es das schon?"
    values: values ?? {
      titleDe: wordsFrom(query, 'title') ?? null,
      topicKey: wordsFrom(query, 'topic') ?? null,
    },
    opened: values ? JSON.stringify(shownIn(values)) : '',
    others: await listOthers(db, course?.id),
    id: course?.id ?? randomUUID(),
    version: course?.version ?? 0,
    topics: await listTopics(db),
    secondLanguage: (await getSettings(db)).secondLanguage,
  }
}

/** A course as its form asks for it. */
async function valuesOf(db: Db, course: Course) {
  const { titleDe, titleEn, summaryDe, summaryEn, topicKey, level, format, units } = course
  const { audiences, audienceOnly, goals, contents, prerequisites } = course
  const { secondLanguage } = await getSettings(db)
  const choices = idsOf(await listOthers(db, course.id))
  const required = idsOf(await listRequired(db, course.id))
  return {
    ...{ titleDe, summaryDe, topicKey, level, format, units, audiences, audienceOnly },
    ...{ goals, contents, prerequisites, requiredIds: required.filter((one) => choices.includes(one)) },
    ...(secondLanguage && { titleEn, summaryEn }),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'course:edit')
  const { db } = context
  const course = params.courseId ? found(await getCourse(db, idFrom(params.courseId))) : null
  const form = await parseForm(request, CourseForm)
  const { submitted } = form
  if (!form.ok) return answer(submitted, { errors: form.errors })

  const { id, version, topicKey: chosen, newTopic, requiredIds, ...fields } = form.value
  const now = new Date()
  if (chosen === NEW_TOPIC && !newTopic) return answer(submitted, { errors: { newTopic: 'required' } })
  const topicKey = newTopic
    ? await addTopic(db, actor.id, { titleDe: newTopic, titleEn: null }, now)
    : (await listTopics(db)).find(({ key }) => key === chosen)?.key
  if (!topicKey) return answer(submitted, { errors: { topicKey: 'required' } })
  const others = idsOf(await listOthers(db, course?.id ?? id))
  const required = requiredIds.filter((requiredId) => others.includes(requiredId))
  const plan = { ...fields, ...(await keptEnglish(db, course)), topicKey, requiredIds: required }
  if (!course) {
    await addCourse(db, actor.id, { id, ...plan }, now)
    return redirect(`/courses/${id}`)
  }
  const result = await changeCourse(db, actor.id, { id: course.id, version, ...plan }, now)
  if (result.ok) return redirect(`/courses/${course.id}`)
  // The topic is there by now, whatever becomes of the rest.
  const typed = { ...submitted, topicKey, newTopic: '' }
  if (result.refusal !== 'changed-meanwhile') return answer(typed, { refusal: result.refusal, status: 409 })
  const theirs = await valuesOf(db, found(await getCourse(db, course.id)))
  const conflict = await conflictIn(db, course.id, typed, theirs)
  return answer(conflict.merged, { conflict, refusal: result.refusal, status: 409 })
}

type Answer = { errors?: Errors; refusal?: CourseRefusal; conflict?: Conflict; status?: number }

function answer(submitted: Submitted, { errors = {}, status = 400, ...rest }: Answer) {
  return data({ submitted, errors, ...rest }, status)
}

const idsOf = (courses: readonly { id: string }[]) => courses.map((one) => one.id)

/** What may have to come before a course: every other one that is not retired. */
async function listOthers(db: Db, courseId: string | undefined) {
  const courses = await listCourses(db, { states: ['published', 'draft'] })
  return courses
    .filter((one) => one.id !== courseId)
    .map(({ id: value, titleDe, titleEn }) => ({ id: value, titleDe, titleEn }))
}

/** Where nobody is asked for the second language, what a course has of it stays. */
async function keptEnglish(
  db: Db,
  course: Course | null,
): Promise<Pick<CoursePlan, 'titleEn' | 'summaryEn'> | undefined> {
  const { secondLanguage } = await getSettings(db)
  if (secondLanguage || !course) return undefined
  return { titleEn: course.titleEn, summaryEn: course.summaryEn }
}

export default function CourseEditPage() {
  const { course } = useLoaderData<typeof loader>()
  const t = useMessages()
  return (
    <>
      <PageHeader
        title={course ? t.course.edit.edit : t.course.edit.add}
        {...(!course && { lead: t.course.edit.lead })}
        breadcrumbs={[
          { href: '/courses', label: t.course.catalogue.title },
          ...(course ? [{ href: `/courses/${course.id}`, label: course.titleDe }] : []),
        ]}
      />
      <SavedMeanwhile />
      <CourseEditForm />
    </>
  )
}

/** What somebody else has saved since this form was opened. */
function SavedMeanwhile() {
  const { topics, others } = useLoaderData<typeof loader>()
  const conflict = useActionData<typeof action>()?.conflict
  const t = useMessages()
  const locale = useLocale()
  if (!conflict) return null
  return (
    <EditConflict
      {...conflict}
      labelOf={(field) => courseFieldLabel(t, field)}
      said={(field, value) => courseFieldSaid(t, field, value, { topics, others, locale })}
    />
  )
}

function CourseEditForm() {
  const { course, values, opened, others, id, version, topics, secondLanguage } =
    useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const t = useMessages()
  const locale = useLocale()
  const { refusal, conflict } = answered ?? {}
  return (
    <Form
      values={values}
      errors={answered?.errors}
      submitted={answered?.submitted}
      refusal={refusal && !conflict ? t.course.refusal[refusal] : undefined}
      id={id}
      hidden={{ version: String(version), ...(course && { [OPENED]: opened }) }}
    >
      {courseFields(t, {
        topics,
        others,
        secondLanguage,
        isTopicNew: answered?.submitted.topicKey === NEW_TOPIC,
        locale,
      })}
      <ButtonRow>
        <Button look="primary">{t.form.save}</Button>
        <ButtonLink href={course ? `/courses/${course.id}` : '/courses'}>{t.form.cancel}</ButtonLink>
      </ButtonRow>
    </Form>
  )
}
