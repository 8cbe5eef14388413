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
import { QUESTIONNAIRE_KINDS, type Definition } from '#app/domain/questionnaire.ts'
import { SCALE_WORDS } from '#app/domain/scale-words.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { id, oneOf, parseForm, requiredText } from '#app/http/form.ts'
import { messages } from '#app/i18n/index.ts'
import { Button, ButtonLink, ButtonRow } from '#app/ui/button.tsx'
import { SelectField } from '#app/ui/choice-field.tsx'
import { TextArea, TextField } from '#app/ui/field.tsx'
import { Findings } from '#app/ui/findings.tsx'
import { Form } from '#app/ui/form.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { PageHeader } from '#app/ui/page.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { addQuestionnaire } from '#db/questionnaires.ts'
import type { ReadDefinition } from '#surveys/definition.ts'
import { readLoadable } from '#surveys/load.server.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.questionnaireEditor.add.title)

const QuestionnaireForm = z.object({
  id: id(),
  title: requiredText(200),
  kind: oneOf(QUESTIONNAIRE_KINDS),
  json: z.string().default(''),
})

export async function loader({ request, context }: LoaderFunctionArgs) {
  permit(await requireActor(context, request), 'questionnaire:edit')
  return { id: randomUUID() }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'questionnaire:edit')
  const form = await parseForm(request, QuestionnaireForm)
  const { submitted } = form
  if (!form.ok) return data({ errors: form.errors, findings: [], submitted }, 400)
  const { json, ...plan } = form.value
  const read: ReadDefinition = json.trim() ? readLoadable(json) : { ok: true, definition: blank(plan.title) }
  if (!read.ok) return data({ errors: {}, findings: read.findings, submitted }, 400)
  await addQuestionnaire(context.db, { ...plan, definition: read.definition, by: actor.id }, new Date())
  return redirect(`/questionnaires/${plan.id}/edit`)
}

/** One section with the one question that every evaluation has. */
function blank(title: string): Definition {
  const [german, english] = [messages('de'), messages('en')].map((t) => t.questionnaireEditor.add)
  const both = (key: 'firstSection' | 'firstQuestion') => ({
    default: german?.[key] ?? '',
    en: english?.[key] ?? '',
  })
  return {
    title: { default: title },
    pages: [
      {
        name: 'section_1',
        title: both('firstSection'),
        elements: [
          { type: 'radiogroup', name: 'overall', title: both('firstQuestion'), choices: SCALE_WORDS },
        ],
      },
    ],
  }
}

export default function NewQuestionnairePage() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useMessages()
  const { add, kind, list } = t.questionnaireEditor
  const findings = answer?.findings ?? []
  return (
    <>
      <PageHeader
        title={add.title}
        lead={add.lead}
        breadcrumbs={[{ href: '/questionnaires', label: list.title }]}
      />
      {findings.length > 0 && <Findings title={t.form.problems(findings.length)} findings={findings} />}
      <Form id={page.id} errors={answer?.errors} submitted={answer?.submitted}>
        <TextField name="title" label={add.name} maxLength={200} required />
        <SelectField
          name="kind"
          label={add.kind}
          options={QUESTIONNAIRE_KINDS.map((value) => ({ value, label: kind[value] }))}
          defaultValue="free"
          blank={null}
          required
        />
        <TextArea name="json" label={add.json} hint={add.jsonHint} rows={6} />
        <ButtonRow>
          <Button look="primary">{add.save}</Button>
          <ButtonLink href="/questionnaires">{t.form.cancel}</ButtonLink>
        </ButtonRow>
      </Form>
    </>
  )
}
