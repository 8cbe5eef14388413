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
import { id, oneOf, requiredText } from '#app/http/form.ts'
import { parseUpload, type Upload } from '#app/http/upload.server.ts'
import { messages } from '#app/i18n/index.ts'
import { Button, ButtonLink, ButtonRow } from '#app/ui/button.tsx'
import { SelectField } from '#app/ui/choice-field.tsx'
import { FileField, TextArea, TextField } from '#app/ui/field.tsx'
import { Findings } from '#app/ui/findings.tsx'
import { Form } from '#app/ui/form.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { PageHeader } from '#app/ui/page.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { addQuestionnaire } from '#db/questionnaires.ts'
import type { ReadDefinition } from '#surveys/definition.ts'
import { MAX_CHARACTERS } from '#surveys/json.ts'
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

/** A sign takes up to four bytes, and most of them one. */
const MOST_BYTES = MAX_CHARACTERS
const BYTES_OF_KILOBYTE = 1_024

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'questionnaire:edit')
  const form = await parseUpload(request, QuestionnaireForm, { file: 'questionnaire' }, context.db)
  const { submitted } = form
  if (!form.ok) return data({ errors: form.errors, findings: [], submitted }, 400)
  const { json: pasted, ...plan } = form.value
  const uploaded = form.files.file && textIn(form.files.file)
  if (uploaded && !uploaded.ok)
    return data({ errors: { file: uploaded.refusal }, findings: [], submitted }, 400)
  const json = uploaded?.text ?? pasted
  const read: ReadDefinition = json.trim() ? readLoadable(json) : { ok: true, definition: blank(plan.title) }
  if (!read.ok) return data({ errors: {}, findings: read.findings, submitted }, 400)
  await addQuestionnaire(context.db, { ...plan, definition: read.definition, by: actor.id }, new Date())
  return redirect(`/questionnaires/${plan.id}/edit`)
}

type TextOfFile = { ok: true; text: string } | { ok: false; refusal: 'too-large' | 'not-utf8' }

/** The text of an uploaded file. One in another encoding would come in with its umlauts broken. */
function textIn({ content }: Upload): TextOfFile {
  if (content.byteLength > MOST_BYTES) return { ok: false, refusal: 'too-large' }
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(content) }
  } catch {
    return { ok: false, refusal: 'not-utf8' }
  }
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
      <Form
        files
        id={page.id}
        errors={answer?.errors}
        sentences={{ ...t.file.refusal, ...add.fileRefusal }}
        submitted={answer?.submitted}
      >
        <TextField name="title" label={add.name} maxLength={200} required />
        <SelectField
          name="kind"
          label={add.kind}
          options={QUESTIONNAIRE_KINDS.map((value) => ({ value, label: kind[value] }))}
          defaultValue="free"
          blank={null}
          required
        />
        <FileField
          name="file"
          label={add.file}
          hint={add.fileHint(MOST_BYTES / BYTES_OF_KILOBYTE)}
          accept=".json"
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
