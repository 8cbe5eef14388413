import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import {
  ELEMENT_KINDS,
  freeKey,
  kindOf,
  moved,
  withElement,
  without,
  withSection,
} from '#app/domain/questionnaire-draft.ts'
import { itemsOf, readQuestionnaire, type Definition } from '#app/domain/questionnaire.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { oneOf, parseForm, wholeNumber } from '#app/http/form.ts'
import { choiceFrom } from '#app/http/query.ts'
import {
  conditionsBefore,
  ElementFields,
  elementFrom,
  localText,
  valuesOf,
} from '#app/http/questionnaire-form.ts'
import { found, idFrom } from '#app/http/responses.ts'
import { Findings } from '#app/ui/findings.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page.tsx'
import { ElementForm, JsonForm, Outline, Preview, TextsForm } from '#app/ui/questionnaire-editor.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { getQuestionnaire, saveDraft, type QuestionnaireView } from '#db/questionnaires.ts'
import { readDraft, type ReadDefinition } from '#surveys/definition.ts'
import { readLoadable } from '#surveys/load.server.ts'
import { withCleanPassages } from '#surveys/passage.ts'

// Works without scripts; with them the preview below is what SurveyJS makes of the draft.
export const handle = { javascript: true }

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.questionnaireEditor.edit.title)

const StepForm = z.object({
  step: oneOf(['element', 'section', 'texts', 'up', 'down', 'remove', 'json']),
  version: wholeNumber(0, 1_000_000_000),
  /** What is changed, moved or removed; empty for something new. */
  part: z.string().max(48).default(''),
  section: z.string().max(48).default(''),
  kind: oneOf(ELEMENT_KINDS).default('scale'),
  json: z.string().default(''),
  ...ElementFields,
})
type Step = z.output<typeof StepForm>

function draftOf(view: QuestionnaireView) {
  return found(view.draft ?? undefined)
}

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  permit(await requireActor(context, request), 'questionnaire:edit')
  const view = found(await getQuestionnaire(context.db, idFrom(params.questionnaireId)))
  const { definition, version } = draftOf(view)
  const query = new URL(request.url).searchParams
  const locale = query.get('preview') === 'en' ? ('en' as const) : ('de' as const)
  const clean = withCleanPassages(definition)
  return {
    ...{ id: view.id, title: view.title, version, locale, definition: clean },
    form: formFor(definition, query),
    json: JSON.stringify(definition, null, 2),
  }
}

/** The one form that is open: for a question, a section, or the texts above all. */
function formFor(definition: Definition, query: URLSearchParams) {
  const part = query.get('part')
  const elements = definition.pages.flatMap((page) => page.elements)
  const element = elements.find(({ name }) => name === part)
  const items = itemsOf(readQuestionnaire(definition))
  if (element) {
    const conditions = conditionsBefore(definition, element.name)
    return {
      what: 'element' as const,
      kind: kindOf(element),
      part,
      section: '',
      values: valuesOf(element),
      conditions,
      items,
    }
  }
  const kind = choiceFrom(query, 'kind', ELEMENT_KINDS)
  const section = query.get('section')
  if (kind && section) {
    const name = freeKey(definition, kind === 'passage' ? 'text' : 'question')
    const values = { name, min: 0, max: 10, maxLength: kind === 'lines' ? 500 : 200 }
    return {
      what: 'element' as const,
      kind,
      part: '',
      section,
      values,
      conditions: conditionsBefore(definition, ''),
      items,
    }
  }
  const page = definition.pages.find(({ name }) => name === part)
  const texts = page ?? (part === 'texts' ? definition : null)
  if (!texts && part !== 'new-section') return null
  return {
    what: part === 'texts' ? ('texts' as const) : ('section' as const),
    part: page?.name ?? '',
    values: {
      ...{ title: texts?.title?.default, titleEn: texts?.title?.en },
      ...{ hint: texts?.description?.default, hintEn: texts?.description?.en },
    },
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'questionnaire:edit')
  const view = found(await getQuestionnaire(context.db, idFrom(params.questionnaireId)))
  const { definition } = draftOf(view)
  const form = await parseForm(request, StepForm)
  const { submitted } = form
  const answer = { errors: {}, findings: [], refusal: undefined, submitted }
  if (!form.ok) return data({ ...answer, errors: form.errors }, 400)
  const read = stepped(definition, form.value)
  if (!read.ok) return data({ ...answer, findings: read.findings }, 400)
  const edit = { id: view.id, version: form.value.version, by: actor.id, definition: read.definition }
  const result = await saveDraft(context.db, edit, new Date())
  if (!result.ok) return data({ ...answer, refusal: result.refusal }, 409)
  return redirect(`/questionnaires/${view.id}/edit#outline`)
}

/** The draft after a step, or what speaks against it. */
function stepped(definition: Definition, step: Step): ReadDefinition {
  switch (step.step) {
    case 'json':
      return readLoadable(step.json)
    case 'up':
    case 'down':
      return readDraft(moved(definition, step.part, step.step === 'up' ? -1 : 1))
    case 'remove':
      return readDraft(without(definition, step.part))
    case 'element': {
      const before = definition.pages.flatMap((page) => page.elements).find(({ name }) => name === step.part)
      const at = { name: before?.name ?? null, section: step.section }
      return readDraft(withElement(definition, elementFrom(step.kind, step, before), at))
    }
    case 'section':
      return readDraft(
        withSection(definition, { name: step.part || freeKey(definition, 'section'), ...textsIn(step) }),
      )
    case 'texts':
      return readDraft({
        ...textsIn(step),
        title: localText(step.title, step.titleEn),
        pages: definition.pages,
      })
  }
}

function textsIn({ title, titleEn, hint, hintEn }: Step) {
  return {
    ...(title === null ? {} : { title: localText(title, titleEn) }),
    ...(hint === null ? {} : { description: localText(hint, hintEn) }),
  }
}

export default function EditQuestionnairePage() {
  const { id, title, version, locale, definition, form, json } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useMessages()
  const { edit, list, refusal } = t.questionnaireEditor
  const findings = answer?.findings ?? []
  const stays = answer && (answer.refusal ?? (findings.length > 0 || Object.keys(answer.errors).length > 0))
  const formProps = { version, errors: answer?.errors, submitted: stays ? answer.submitted : undefined }
  return (
    <>
      <PageHeader
        title={edit.title}
        lead={edit.lead}
        breadcrumbs={[
          { href: '/questionnaires', label: list.title },
          { href: `/questionnaires/${id}`, label: title },
        ]}
      />
      {answer?.refusal && <Notice kind="danger" title={refusal[answer.refusal]} answer />}
      {findings.length > 0 && <Findings title={t.form.problems(findings.length)} findings={findings} />}
      {form?.what === 'element' && <ElementForm key={form.part} form={form} {...formProps} />}
      {form && form.what !== 'element' && <TextsForm form={form} {...formProps} />}
      <Outline definition={definition} version={version} />
      <JsonForm json={json} version={version} submitted={answer?.submitted.json} />
      <Preview definition={definition} locale={locale} />
    </>
  )
}
