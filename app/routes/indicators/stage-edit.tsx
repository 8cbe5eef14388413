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
import { OPENED } from '#app/domain/edit-conflict.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { conflictIn, shownIn, type EditConflict as Conflict } from '#app/http/edit-conflict.server.ts'
import {
  id,
  line,
  optionalDay,
  optionalText,
  parseEntries,
  requiredText,
  wholeNumber,
} from '#app/http/form.ts'
import { found, idFrom } from '#app/http/responses.ts'
import { pick } from '#app/i18n/index.ts'
import { Button, ButtonLink, ButtonRow } from '#app/ui/button.tsx'
import { SelectField } from '#app/ui/choice-field.tsx'
import { Confirm } from '#app/ui/confirm.tsx'
import { EditConflict } from '#app/ui/edit-conflict.tsx'
import { DateField, TextArea, TextField } from '#app/ui/field.tsx'
import { Form, type FieldErrors } from '#app/ui/form.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { addStage, changeStage, getStage, removeStage, type Stage } from '#db/stages.ts'
import { listTopics } from '#db/topics.ts'

export const meta: MetaFunction = ({ matches, params }) =>
  pageTitle(matches, (t) => (params.stageId ? t.stage.edit : t.stage.add))

const LIST = '/indicators/stages'

const StageForm = z.object({
  id: id(),
  version: wholeNumber(0, 1_000_000),
  subject: line(120),
  description: requiredText(2_000),
  topicKey: optionalText(200),
  fromDate: optionalDay(),
  untilDate: optionalDay(),
  decideBy: optionalDay(),
})

const valuesOf = ({ subject, description, topicKey, fromDate, untilDate, decideBy }: Stage) => {
  return { subject, description, topicKey, fromDate, untilDate, decideBy }
}

export async function loader({ request, params, context: { db }, context }: LoaderFunctionArgs) {
  permit(await requireActor(context, request), 'stage:edit')
  const stage = params.stageId ? found(await getStage(db, idFrom(params.stageId))) : null
  const values = stage && valuesOf(stage)
  return {
    stage: stage && { id: stage.id, subject: stage.subject },
    values,
    opened: values ? JSON.stringify(shownIn(values)) : '',
    id: stage?.id ?? randomUUID(),
    version: stage?.version ?? 0,
    topics: await listTopics(db),
    asks: stage !== null && new URL(request.url).searchParams.get('ask') === 'remove',
  }
}

type Submitted = Record<string, string | string[]>
type Answer = {
  errors?: FieldErrors
  refusal?: string
  conflict?: Conflict
}

const answer = (submitted: Submitted, { errors = {}, refusal, conflict }: Answer, status: number) =>
  data({ submitted, errors, refusal: refusal ?? null, conflict: conflict ?? null }, status)

export async function action({ request, params, context: { db }, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'stage:edit')
  const stage = params.stageId ? found(await getStage(db, idFrom(params.stageId))) : null
  const sent = await request.formData()
  const now = new Date()
  if (stage && sent.get('intent') === 'remove') {
    const result = await removeStage(db, actor.id, stage.id, now)
    return result.ok ? redirect(LIST) : answer({}, { refusal: result.refusal }, 409)
  }
  const form = parseEntries(sent, StageForm)
  const { submitted } = form
  if (!form.ok) return answer(submitted, { errors: form.errors }, 400)
  const { id: newId, version, ...plan } = form.value
  if (plan.topicKey !== null && !(await listTopics(db)).some(({ key }) => key === plan.topicKey))
    return answer(submitted, { errors: { topicKey: 'invalid' } }, 400)
  const stageId = stage?.id ?? newId
  const result = stage
    ? await changeStage(db, actor.id, { ...plan, id: stageId, version }, now)
    : await addStage(db, actor.id, { ...plan, id: stageId }, now)
  if (result.ok) return redirect(`${LIST}/${stageId}?done=saved`)
  if (result.refusal !== 'changed-meanwhile') return answer(submitted, { refusal: result.refusal }, 409)
  const theirs = valuesOf(found(await getStage(db, stageId)))
  const conflict = await conflictIn(db, stageId, submitted, theirs)
  return answer(conflict.merged, { conflict }, 409)
}

export default function StageEditPage() {
  const { stage, asks } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useMessages()
  const words = t.stage
  const sentences: Record<string, string> = words.refusal
  const refusal = result?.refusal ? sentences[result.refusal] : undefined
  return (
    <div className="measure stack">
      <PageHeader
        title={asks ? words.removeTitle : stage ? words.edit : words.add}
        {...(stage && { lead: stage.subject })}
        breadcrumbs={[
          { href: '/indicators', label: t.indicator.title },
          { href: LIST, label: words.title },
        ]}
      />
      {asks && stage ? (
        <>
          {refusal && <Notice kind="warning" title={refusal} answer />}
          <Confirm
            consequence={words.removeConsequence}
            confirm={words.remove}
            back={{ href: `${LIST}/${stage.id}` }}
            hidden={{ intent: 'remove' }}
          />
        </>
      ) : (
        <StageFields refusal={refusal} />
      )}
    </div>
  )
}

function StageFields({ refusal }: { refusal: string | undefined }) {
  const { stage, values, opened, id, version, topics } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useMessages()
  const locale = useLocale()
  const words = t.stage
  const conflict = result?.conflict
  const topicOptions = topics.map(({ key, titleDe, titleEn }) => ({
    value: key,
    label: pick(locale, titleDe, titleEn),
  }))
  const labels: Record<string, string> = {
    ...{ subject: words.subject, description: words.description, topicKey: words.topic },
    ...{ fromDate: words.from, untilDate: words.until, decideBy: words.decideBy },
  }
  const said = (field: string, value: string | string[]) =>
    (field === 'topicKey' && topicOptions.find((option) => option.value === value)?.label) || String(value)
  return (
    <>
      {conflict && <EditConflict {...conflict} labelOf={(field) => labels[field]} said={said} />}
      <Form
        id={id}
        hidden={{ version: String(version), ...(stage && { [OPENED]: opened }) }}
        values={values}
        errors={result?.errors}
        submitted={result?.submitted}
        refusal={refusal}
      >
        <TextField name="subject" label={words.subject} hint={words.subjectHint} maxLength={120} required />
        <TextArea name="description" label={words.description} maxLength={2000} required />
        <SelectField
          name="topicKey"
          label={words.topic}
          hint={words.topicHint}
          blank={words.noTopic}
          options={topicOptions}
        />
        <DateField name="fromDate" label={words.from} />
        <DateField name="untilDate" label={words.until} />
        <DateField name="decideBy" label={words.decideBy} hint={words.decideByHint} />
        <ButtonRow>
          <Button look="primary">{t.form.save}</Button>
          <ButtonLink href={stage ? `${LIST}/${stage.id}` : LIST}>{t.form.cancel}</ButtonLink>
          {stage && <a href="?ask=remove">{words.remove}</a>}
        </ButtonRow>
      </Form>
    </>
  )
}
