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
import { AUDIENCES, COURSE_FORMATS, COURSE_LEVELS } from '#app/domain/course.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import {
  checkbox,
  id,
  list,
  oneOf,
  optionalText,
  parseForm,
  requiredText,
  wholeNumber,
} from '#app/http/form.ts'
import { wordsFrom } from '#app/http/query.ts'
import { found, idFrom } from '#app/http/responses.ts'
import { Button, ButtonLink, ButtonRow } from '#app/ui/button.tsx'
import { courseFields, NEW_TOPIC } from '#app/ui/course-fields.tsx'
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
  return {
    course: course && { ...course, requiredIds: idsOf(await listRequired(db, course.id)) },
    others: await listOthers(db, course?.id),
    id: course?.id ?? randomUUID(),
    version: course?.version ?? 0,
    // What was asked for on the page before: "Gibt es das schon?"
    asked: { titleDe: wordsFrom(query, 'title') ?? null, topicKey: wordsFrom(query, 'topic') ?? null },
    topics: await listTopics(db),
    secondLanguage: (await getSettings(db)).secondLanguage,
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'course:edit')
  const { db } = context
  const course = params.courseId ? found(await getCourse(db, idFrom(params.courseId))) : null
  const form = await parseForm(request, CourseForm)
  if (!form.ok) return data({ errors: form.errors, submitted: form.submitted, refusal: undefined }, 400)

  const { id, version, topicKey: chosen, newTopic, requiredIds, ...fields } = form.value
  const now = new Date()
  if (chosen === NEW_TOPIC && !newTopic) {
    return data({ errors: { newTopic: 'required' }, submitted: form.submitted, refusal: undefined }, 400)
  }
  const topicKey = newTopic
    ? await addTopic(db, actor.id, { titleDe: newTopic, titleEn: null }, now)
    : (await listTopics(db)).find(({ key }) => key === chosen)?.key
  if (!topicKey) {
    return data({ errors: { topicKey: 'required' }, submitted: form.submitted, refusal: undefined }, 400)
  }
  const others = idsOf(await listOthers(db, course?.id ?? id))
  const required = requiredIds.filter((requiredId) => others.includes(requiredId))
  const plan = { ...fields, ...(await keptEnglish(db, course)), topicKey, requiredIds: required }
  if (!course) {
    await addCourse(db, actor.id, { id, ...plan }, now)
    return redirect(`/courses/${id}`)
  }
  const result = await changeCourse(db, actor.id, { id: course.id, version, ...plan }, now)
  if (!result.ok) return data({ errors: {}, submitted: form.submitted, refusal: result.refusal }, 409)
  return redirect(`/courses/${course.id}`)
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
  const { course, others, asked, id, version, topics, secondLanguage } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useMessages()
  const locale = useLocale()
  const back = course ? `/courses/${course.id}` : '/courses'
  return (
    <>
      <PageHeader
        title={course ? t.course.edit.edit : t.course.edit.add}
        {...(!course && { lead: t.course.edit.lead })}
        breadcrumbs={[
          { href: '/courses', label: t.course.catalogue.title },
          ...(course ? [{ href: back, label: course.titleDe }] : []),
        ]}
      />
      <Form
        values={course ?? asked}
        errors={answer?.errors}
        submitted={answer?.submitted}
        refusal={answer?.refusal && t.course.refusal[answer.refusal]}
        id={id}
        hidden={{ version: String(version) }}
      >
        {courseFields(t, {
          topics,
          others,
          secondLanguage,
          isTopicNew: answer?.submitted.topicKey === NEW_TOPIC,
          locale,
        })}
        <ButtonRow>
          <Button look="primary">{t.form.save}</Button>
          <ButtonLink href={back}>{t.form.cancel}</ButtonLink>
        </ButtonRow>
      </Form>
    </>
  )
}
