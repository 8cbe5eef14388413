import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { mergeDrafts } from '#app/domain/draft-conflict.ts'
import { comparedWith, OPENED } from '#app/domain/edit-conflict.ts'
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
import { conflictIn, shownIn } from '#app/http/edit-conflict.server.ts'
import { oneOf, parseForm, wholeNumber, type Errors } from '#app/http/form.ts'
import { textIn, type Submitted } from '#app/http/meeting-form.ts'
import { choiceFrom } from '#app/http/query.ts'
import {
  conditionsBefore,
  ElementFields,
  elementFrom,
  localText,
  valuesOf,
} from '#app/http/questionnaire-form.ts'
import { found, idFrom } from '#app/http/responses.ts'
import { DraftConflict, type DraftConflictProps } from '#app/ui/draft-conflict.tsx'
import { Findings } from '#app/ui/findings.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page.tsx'
import { ElementForm, JsonForm, Outline, Preview, TextsForm } from '#app/ui/questionnaire-editor.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { lastChangeOf } from '#db/audit.ts'
import type { Db } from '#db/client.server.ts'
import { getQuestionnaire, saveDraft, type QuestionnaireRefusal } from '#db/questionnaires.ts'
import { readDraft, type Finding, type ReadDefinition } from '#surveys/definition.ts'
import { readJson } from '#surveys/json.ts'
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

async function draftOf(db: Db, id: string) {
  const view = found(await getQuestionnaire(db, id))
  return { ...found(view.draft ?? undefined), title: view.title }
}

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  permit(await requireActor(context, request), 'questionnaire:edit')
  const id = idFrom(params.questionnaireId)
  const { title, definition, version } = await draftOf(context.db, id)
  const query = new URL(request.url).searchParams
  const locale = query.get('preview') === 'en' ? ('en' as const) : ('de' as const)
  const clean = withCleanPassages(definition)
  return {
    ...{ id, title, version, locale, definition: clean },
    form: formFor(definition, query),
    json: JSON.stringify(definition, null, 2),
    opened: JSON.stringify(definition),
    items: itemsOf(readQuestionnaire(definition)),
    at: { name: query.get('at'), by: choiceFrom(query, 'by', ['up', 'down']) },
  }
}

/** The one form that is open: for a question, a section, or the texts above all. */
function formFor(definition: Definition, query: URLSearchParams) {
  const form = openForm(definition, query)
  return form && { ...form, opened: JSON.stringify(shownIn(form.values)) }
}

function openForm(definition: Definition, query: URLSearchParams) {
  const part = query.get('part')
  const elements = definition.pages.flatMap((page) => page.elements)
  const element = elements.find(({ name }) => name === part)
  if (element) {
    const conditions = conditionsBefore(definition, element.name)
    return {
      ...{ step: 'element' as const, kind: kindOf(element), part: element.name, section: '' },
      ...{ values: valuesOf(element), conditions },
    }
  }
  const kind = choiceFrom(query, 'kind', ELEMENT_KINDS)
  const section = query.get('section')
  if (kind && section) {
    const name = freeKey(definition, kind === 'passage' ? 'text' : 'question')
    const values = { name, min: 0, max: 10, maxLength: kind === 'lines' ? 500 : 200 }
    const conditions = conditionsBefore(definition, '')
    return { step: 'element' as const, kind, part: '', section, values, conditions }
  }
  const page = definition.pages.find(({ name }) => name === part)
  const texts = page ?? (part === 'texts' ? definition : null)
  if (!texts && part !== 'new-section') return null
  return {
    step: part === 'texts' ? ('texts' as const) : ('section' as const),
    part: page?.name ?? '',
    values: {
      ...{ title: texts?.title?.default, titleEn: texts?.title?.en },
      ...{ hint: texts?.description?.default, hintEn: texts?.description?.en },
    },
  }
}

type Answer = {
  errors?: Errors
  findings?: Finding[]
  refusal?: QuestionnaireRefusal | 'part-gone'
  conflict?: DraftConflictProps
  /** The form to go on with, where it is another one than the address opens. */
  form?: ReturnType<typeof formFor>
}

function answer(submitted: Submitted, { errors = {}, findings = [], ...rest }: Answer, status = 400) {
  return data({ submitted, errors, findings, ...rest }, status)
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'questionnaire:edit')
  const id = idFrom(params.questionnaireId)
  const { definition, version } = await draftOf(context.db, id)
  const form = await parseForm(request, StepForm)
  const { submitted } = form
  if (!form.ok) return answer(submitted, { errors: form.errors })
  const step = form.value
  if (step.version === version) {
    const read = stepped(definition, step)
    if (!read.ok) return answer(submitted, { findings: read.findings })
    const edit = { id, version, by: actor.id, definition: read.definition }
    const result = await saveDraft(context.db, edit, new Date())
    if (result.ok) return redirect(`/questionnaires/${id}/edit${placeAfter(step, definition)}`)
    if (result.refusal !== 'changed-meanwhile') return answer(submitted, { refusal: result.refusal }, 409)
  }
  return conflicting(context.db, id, step, submitted)
}

/** Somebody else has saved: both versions on top of each other, to be looked at and saved. */
async function conflicting(db: Db, id: string, step: Step, submitted: Submitted) {
  const { definition: theirs } = await draftOf(db, id)
  const by = (await lastChangeOf(db, id)) ?? { by: null, at: null }
  if (step.step === 'json') {
    const yours = readLoadable(step.json)
    if (!yours.ok) return answer(submitted, { findings: yours.findings })
    const opened = readJson(textIn(submitted, OPENED))
    const before = opened.ok ? readDraft(opened.json) : opened
    const { definition, differences } = mergeDrafts({
      ...{ theirs, yours: yours.definition },
      before: before.ok ? before.definition : yours.definition,
    })
    const merged = { ...submitted, json: JSON.stringify(definition, null, 2) }
    return answer(merged, { conflict: { differences, ...by, isStep: false } }, 409)
  }
  if (step.step === 'up' || step.step === 'down' || step.step === 'remove') {
    return answer(submitted, { conflict: { differences: [], ...by, isStep: true } }, 409)
  }
  const form = formFor(theirs, addressOf(step))
  const isThere = form && form.step === step.step && (form.step !== 'element' || isOf(form, step, theirs))
  if (!isThere) return answer(submitted, { refusal: 'part-gone', form: newForm(theirs, step) }, 409)
  const { merged, differences } = await conflictIn(db, id, submitted, form.values)
  return answer(merged, { conflict: { differences, ...by, isStep: false }, form }, 409)
}

/** Which form a step was sent by. */
function addressOf({ step, part, kind, section }: Step): URLSearchParams {
  if (part !== '') return new URLSearchParams({ part })
  if (step === 'element') return new URLSearchParams({ kind, section })
  return new URLSearchParams({ part: step === 'texts' ? 'texts' : 'new-section' })
}

/** Whether what was edited, or the section that it should go into, is still what it was. */
function isOf(form: { kind: string; section: string }, step: Step, { pages }: Definition): boolean {
  return form.kind === step.kind && (step.part !== '' || pages.some(({ name }) => name === step.section))
}

/** What somebody else has removed comes in anew, in the section where it was or in the last one. */
function newForm(definition: Definition, step: Step): ReturnType<typeof formFor> {
  const { pages } = definition
  const section = pages.find(({ name }) => name === step.section) ?? pages.at(-1)
  return formFor(definition, addressOf({ ...step, part: '', section: section?.name ?? '' }))
}

/** Where the focus goes on: to the button that was pressed, or to what has been added or changed. */
function placeAfter({ step, part, name }: Step, { pages }: Definition): string {
  if (step === 'up' || step === 'down') return `?at=${part}&by=${step}`
  if (step === 'element') return `?at=${name}`
  const elements = pages.flatMap((page) => page.elements)
  const gone = elements.findIndex((one) => one.name === part)
  const next = step === 'remove' && gone >= 0 ? (elements[gone + 1] ?? elements[gone - 1]) : undefined
  return next ? `?at=${next.name}` : '#outline'
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
      // Without a place for it, it would be left out without a word.
      if (!before && !definition.pages.some(({ name }) => name === step.section))
        return { ok: false, findings: [{ path: 'pages', finding: 'missing' }] }
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
  const { id, title, version, locale, definition, form, json, opened, items, at } =
    useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const t = useMessages()
  const { edit, list, refusal } = t.questionnaireEditor
  const findings = answered?.findings ?? []
  const open = answered?.form ?? form
  const { submitted } = answered ?? {}
  // What was not taken is still compared with what the form opened with, not with what stands there by now.
  const isOlder = submitted && !answered?.conflict && !answered?.refusal
  const heldBy = (step: string, now: string) => {
    const isSent = submitted?.step === step
    const held = isSent && isOlder ? comparedWith(submitted) : {}
    return {
      hidden: { version: String(version), [OPENED]: now, ...held },
      errors: isSent ? answered?.errors : undefined,
      submitted: isSent ? submitted : undefined,
    }
  }
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
      {answered?.refusal && <Notice kind="danger" title={refusal[answered.refusal]} answer />}
      {answered?.conflict && (
        <DraftConflict {...answered.conflict} items={items} isQuestion={open?.step === 'element'} />
      )}
      {findings.length > 0 && <Findings title={t.form.problems(findings.length)} findings={findings} />}
      {open?.step === 'element' && (
        <ElementForm key={open.part} form={open} items={items} {...heldBy('element', open.opened)} />
      )}
      {open && open.step !== 'element' && <TextsForm form={open} {...heldBy(open.step, open.opened)} />}
      <Outline definition={definition} version={version} at={at} />
      <JsonForm json={json} {...heldBy('json', opened)} />
      <Preview definition={definition} locale={locale} />
    </>
  )
}
