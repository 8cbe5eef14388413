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
import { permit, requireActor } from '#app/http/actor.server.ts'
import { id, line, oneOf, optionalText, parseForm, wholeNumber } from '#app/http/form.ts'
import { found, idFrom } from '#app/http/responses.ts'
import { Button, ButtonLink, ButtonRow } from '#app/ui/button.tsx'
import { Confirm } from '#app/ui/confirm.tsx'
import { TextArea, TextField } from '#app/ui/field.tsx'
import { Form } from '#app/ui/form.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { PageHeader } from '#app/ui/page.tsx'
import { pageTitle } from '#app/ui/title.ts'
import type { Db } from '#db/client.server.ts'
import { getCourse } from '#db/courses.ts'
import { addModule, changeModule, getModule, removeModule } from '#db/modules.ts'

export const meta: MetaFunction = ({ matches, params }) =>
  pageTitle(matches, (t) => (params.moduleId ? t.module.edit.change : t.module.edit.add))

const ModuleForm = z.object({
  intent: oneOf(['save', 'remove']).default('save'),
  id: id(),
  version: wholeNumber(0, 1_000_000),
  title: line(150),
  summary: optionalText(500),
})

/** A new module of a course, or one that is there. */
async function given(db: Db, params: { courseId?: string; moduleId?: string }) {
  const module = params.moduleId ? found(await getModule(db, idFrom(params.moduleId))) : null
  const course = found(await getCourse(db, module?.courseId ?? idFrom(params.courseId)))
  return { module, course: { id: course.id, titleDe: course.titleDe } }
}

export async function loader({ request, params, context: { db }, context }: LoaderFunctionArgs) {
  permit(await requireActor(context, request), 'module:edit')
  const { module, course } = await given(db, params)
  const asks = module !== null && new URL(request.url).searchParams.get('ask') === 'remove'
  return { module, course, id: module?.id ?? randomUUID(), version: module?.version ?? 0, asks }
}

export async function action({ request, params, context: { db }, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'module:edit')
  const { module, course } = await given(db, params)
  const form = await parseForm(request, ModuleForm)
  const { submitted } = form
  if (!form.ok) return data({ errors: form.errors, submitted, refusal: undefined }, 400)
  const { intent, id: newId, version, ...plan } = form.value
  const now = new Date()
  if (!module) await addModule(db, actor.id, { ...plan, id: newId, courseId: course.id }, now)
  else if (intent === 'remove') await removeModule(db, actor.id, module.id, now)
  else {
    const result = await changeModule(db, actor.id, { ...plan, id: module.id, version }, now)
    if (!result.ok) return data({ errors: {}, submitted, refusal: result.refusal }, 409)
  }
  return redirect(`/courses/${course.id}/modules`)
}

export default function ModuleEditPage() {
  const { module, course, id, version, asks } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useMessages()
  const { edit, list, refusal } = t.module
  const back = `/courses/${course.id}/modules`
  const header = (title: string) => (
    <PageHeader
      title={title}
      {...(module && { lead: module.title })}
      breadcrumbs={[
        { href: `/courses/${course.id}`, label: course.titleDe },
        { href: back, label: list.title },
      ]}
    />
  )
  if (asks && module) {
    const hidden = { intent: 'remove', id, version: String(version), title: module.title }
    return (
      <>
        {header(edit.removeTitle)}
        <Confirm
          consequence={edit.removeConsequence}
          confirm={edit.remove}
          back={{ href: back }}
          hidden={hidden}
        />
      </>
    )
  }
  return (
    <>
      {header(module ? edit.change : edit.add)}
      <Form
        id={id}
        hidden={{ version: String(version) }}
        values={module}
        errors={answer?.errors}
        submitted={answer?.submitted}
        refusal={answer?.refusal && refusal[answer.refusal]}
      >
        <TextField name="title" label={edit.name} required maxLength={150} />
        <TextArea name="summary" label={edit.summary} maxLength={500} rows={3} />
        <ButtonRow>
          <Button look="primary">{t.form.save}</Button>
          <ButtonLink href={back}>{t.form.cancel}</ButtonLink>
          {module && <a href="?ask=remove">{edit.remove}</a>}
        </ButtonRow>
      </Form>
    </>
  )
}
