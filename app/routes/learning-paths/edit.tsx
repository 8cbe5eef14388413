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
import { AUDIENCES } from '#app/domain/course.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import {
  id,
  line,
  list,
  oneOf,
  optionalText,
  parseEntries,
  requiredText,
  wholeNumber,
} from '#app/http/form.ts'
import { found, idFrom } from '#app/http/responses.ts'
import { pick } from '#app/i18n/index.ts'
import { Button, ButtonLink, ButtonRow, PostButton } from '#app/ui/button.tsx'
import { CheckboxGroup, SelectField } from '#app/ui/choice-field.tsx'
import { Confirm } from '#app/ui/confirm.tsx'
import { TextArea, TextField } from '#app/ui/field.tsx'
import { Form } from '#app/ui/form.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import { MoveButtons } from '#app/ui/move-buttons.tsx'
import { PageHeader, Section } from '#app/ui/page.tsx'
import { DataTable } from '#app/ui/table.tsx'
import { pageTitle } from '#app/ui/title.ts'
import type { Db } from '#db/client.server.ts'
import { listCourses } from '#db/courses.ts'
import {
  addLearningPath,
  addToPath,
  changeLearningPath,
  getLearningPath,
  moveInPath,
  removeLearningPath,
  takeFromPath,
} from '#db/learning-paths.ts'
import { getSettings } from '#db/settings.ts'

export const meta: MetaFunction = ({ matches, params }) =>
  pageTitle(matches, (t) => (params.pathId ? t.learningPath.edit.change : t.learningPath.edit.add))

const PathForm = z.object({
  id: id(),
  version: wholeNumber(0, 1_000_000),
  titleDe: line(150),
  titleEn: optionalText(150),
  goal: requiredText(1_000),
  audiences: list(oneOf(AUDIENCES)).pipe(z.array(oneOf(AUDIENCES)).min(1)),
})
/** What is done to a path beside its form, one button each. */
const StepForm = z.object({
  intent: oneOf(['add', 'take-out', 'move', 'remove']),
  id: id(),
  way: oneOf(['up', 'down']).default('down'),
})

export async function loader({ request, params, context: { db }, context }: LoaderFunctionArgs) {
  permit(await requireActor(context, request), 'learning-path:edit')
  const path = params.pathId ? found(await getLearningPath(db, idFrom(params.pathId))) : null
  const courses = path ? await listCourses(db, { states: ['published', 'draft'] }) : []
  return {
    path,
    id: path?.id ?? randomUUID(),
    version: path?.version ?? 0,
    secondLanguage: (await getSettings(db)).secondLanguage,
    others: courses
      .filter((course) => !path?.courses.some((one) => one.id === course.id))
      .map((course) => ({ value: course.id, label: course.titleDe })),
    asks: path !== null && new URL(request.url).searchParams.get('ask') === 'remove',
  }
}

export async function action({ request, params, context: { db }, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'learning-path:edit')
  const path = params.pathId ? found(await getLearningPath(db, idFrom(params.pathId))) : null
  const sent = await request.formData()
  const step = parseEntries(sent, StepForm)
  const now = new Date()
  if (path && step.ok) {
    await takeStep(db, actor.id, path.id, step.value, now)
    return redirect(step.value.intent === 'remove' ? '/learning-paths' : `/learning-paths/${path.id}/edit`)
  }
  const form = parseEntries(sent, PathForm)
  const { submitted } = form
  if (!form.ok) return data({ errors: form.errors, submitted, refusal: undefined }, 400)
  const { id: newId, version, ...fields } = form.value
  if (!path) {
    await addLearningPath(db, actor.id, { ...fields, id: newId }, now)
    return redirect(`/learning-paths/${newId}/edit`)
  }
  const result = await changeLearningPath(db, actor.id, { ...fields, id: path.id, version }, now)
  if (!result.ok) return data({ errors: {}, submitted, refusal: result.refusal }, 409)
  return redirect(`/learning-paths/${path.id}`)
}

async function takeStep(db: Db, by: string, pathId: string, step: z.output<typeof StepForm>, now: Date) {
  if (step.intent === 'remove') return removeLearningPath(db, by, pathId, now)
  const of = { pathId, courseId: step.id }
  if (step.intent === 'add') return addToPath(db, by, of, now)
  if (step.intent === 'take-out') return takeFromPath(db, by, of, now)
  return moveInPath(db, by, of, step.way === 'up' ? -1 : 1, now)
}

export default function LearningPathEditPage() {
  const { path, asks } = useLoaderData<typeof loader>()
  const t = useMessages()
  const { edit, title } = t.learningPath
  const crumbs = [
    { href: '/learning-paths', label: title },
    ...(path ? [{ href: `/learning-paths/${path.id}`, label: path.titleDe }] : []),
  ]
  if (asks && path) {
    return (
      <>
        <PageHeader title={edit.removeTitle} lead={path.titleDe} breadcrumbs={crumbs} />
        <Confirm
          consequence={edit.removeConsequence}
          confirm={edit.remove}
          back={{ href: `/learning-paths/${path.id}/edit` }}
          hidden={{ intent: 'remove', id: path.id }}
        />
      </>
    )
  }
  return (
    <>
      <PageHeader title={path ? edit.change : edit.add} breadcrumbs={crumbs} />
      <PathFields />
      {path && <Courses courses={path.courses} />}
    </>
  )
}

function PathFields() {
  const { path, id, version, secondLanguage } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useMessages()
  const { edit, refusal } = t.learningPath
  const options = AUDIENCES.map((value) => ({ value, label: t.course.audience[value] }))
  return (
    <Form
      id={id}
      hidden={{ version: String(version) }}
      values={path}
      errors={answer?.errors}
      submitted={answer?.submitted}
      refusal={answer?.refusal && refusal[answer.refusal]}
    >
      <TextField name="titleDe" label={edit.name} required maxLength={150} />
      {secondLanguage && <TextField name="titleEn" label={edit.nameEn} maxLength={150} />}
      <TextArea name="goal" label={edit.goal} required maxLength={1_000} rows={4} />
      <CheckboxGroup name="audiences" label={edit.audience} required options={options} />
      <ButtonRow>
        <Button look="primary">{t.form.save}</Button>
        <ButtonLink href={path ? `/learning-paths/${path.id}` : '/learning-paths'}>
          {t.form.cancel}
        </ButtonLink>
        {path && <a href="?ask=remove">{edit.remove}</a>}
      </ButtonRow>
    </Form>
  )
}

function Courses({
  courses,
}: {
  courses: readonly { id: string; titleDe: string; titleEn: string | null }[]
}) {
  const { others } = useLoaderData<typeof loader>()
  const t = useMessages()
  const locale = useLocale()
  const { edit, page } = t.learningPath
  return (
    <Section title={edit.courses}>
      <DataTable
        caption={edit.courses}
        rows={courses}
        rowKey={({ id }) => id}
        empty={<p className="muted">{page.empty}</p>}
        columns={[
          {
            key: 'course',
            header: edit.course,
            rowHeader: true,
            cell: ({ titleDe, titleEn }) => pick(locale, titleDe, titleEn),
          },
          {
            key: 'order',
            header: t.material.edit.order,
            action: true,
            cell: ({ id, titleDe }) => (
              <span className="move-buttons">
                <MoveButtons
                  {...{ id, title: titleDe }}
                  first={courses[0]?.id}
                  last={courses.at(-1)?.id}
                  hidden={{ intent: 'move' }}
                />
                <PostButton look="quiet" label={edit.takeOutOf(titleDe)} hidden={{ intent: 'take-out', id }}>
                  {edit.takeOut}
                </PostButton>
              </span>
            ),
          },
        ]}
      />
      {others.length > 0 && (
        <Form prefix="add" hidden={{ intent: 'add' }}>
          <SelectField name="id" label={edit.course} required options={others} />
          <Button>{edit.addCourse}</Button>
        </Form>
      )}
    </Section>
  )
}
