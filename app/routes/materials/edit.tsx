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
import { FILE_FIELDS, needsWords } from '#app/domain/file.ts'
import { SHOWN_TO } from '#app/domain/material.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { id, line, list, oneOf, optionalText, optionalUrl, wholeNumber } from '#app/http/form.ts'
import { materialOwner } from '#app/http/material-owner.server.ts'
import { found, idFrom } from '#app/http/responses.ts'
import { describedFile, parseUpload } from '#app/http/upload.server.ts'
import { pick, type Messages } from '#app/i18n/index.ts'
import { Button, ButtonLink, ButtonRow } from '#app/ui/button.tsx'
import { CheckboxGroup, RadioGroup } from '#app/ui/choice-field.tsx'
import { Confirm } from '#app/ui/confirm.tsx'
import { FileField, TextField } from '#app/ui/field.tsx'
import { Form } from '#app/ui/form.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import { PageHeader } from '#app/ui/page.tsx'
import { pageTitle } from '#app/ui/title.ts'
import type { Db } from '#db/client.server.ts'
import { addMaterial, changeMaterial, getMaterial, ownerOf, removeMaterial } from '#db/materials.ts'
import { getSettings } from '#db/settings.ts'

export const meta: MetaFunction = ({ matches, params }) =>
  pageTitle(matches, (t) => (params.materialId ? t.material.edit.change : t.material.edit.add))

const WHEN = ['before', 'after'] as const
const MaterialForm = z.object({
  intent: oneOf(['save', 'remove']).default('save'),
  id: id(),
  version: wholeNumber(0, 1_000_000),
  title: line(150).or(z.literal('')),
  url: optionalUrl(500),
  alternativeText: optionalText(300),
  when: list(oneOf(WHEN)),
  shownTo: oneOf(SHOWN_TO).default('seated'),
})

type Params = { courseId?: string; workshopId?: string; materialId?: string }

/** A new material of a course or workshop, or one that is there. */
async function given(db: Db, params: Params) {
  if (!params.materialId) return { material: null, ...(await materialOwner(db, params)) }
  const material = found(await getMaterial(db, idFrom(params.materialId)))
  const { courseId, workshopId } = ownerOf(material)
  const owner = await materialOwner(db, courseId === null ? { workshopId } : { courseId })
  return { material, ...owner }
}

export async function loader({ request, params, context: { db }, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const { material, of } = await given(db, params)
  permit(actor, 'material:edit', of)
  return {
    of,
    id: material?.id ?? randomUUID(),
    version: material?.version ?? 0,
    values: material
      ? { ...material, when: WHEN.filter((when) => isChosen(material, when)) }
      : { when: [...WHEN], shownTo: 'seated' as const },
    fileName: material?.fileName ?? null,
    isNew: material === null,
    megabytes: (await getSettings(db)).fileMegabytes,
    asks: material !== null && new URL(request.url).searchParams.get('ask') === 'remove',
  }
}

const isChosen = (rule: { shownBefore: boolean; shownAfter: boolean }, when: 'before' | 'after') =>
  when === 'before' ? rule.shownBefore : rule.shownAfter

export async function action({ request, params, context: { db }, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  const { material, owner, of } = await given(db, params)
  permit(actor, 'material:edit', of)
  const form = await parseUpload(request, MaterialForm, { file: 'material' }, db)
  const back = `${of.path}/materials`
  if (form.ok && form.value.intent === 'remove' && material) {
    await removeMaterial(db, actor.id, material.id, new Date())
    return redirect(back)
  }
  const { submitted } = form
  if (!form.ok) return data({ errors: form.errors, submitted, refusal: undefined }, 400)
  const { id: newId, version, title, url, alternativeText, when, shownTo } = form.value
  const errors = {
    ...(title === '' && { title: 'required' }),
    ...(when.length === 0 && { when: 'never-shown' }),
    ...(form.files.file && needsWords(form.files.file.mediaType) && !alternativeText
      ? { alternativeText: 'not-described' }
      : {}),
  }
  if (Object.keys(errors).length > 0) return data({ errors, submitted, refusal: undefined }, 400)

  const rule = { shownBefore: when.includes('before'), shownAfter: when.includes('after'), shownTo }
  const plan = { ...rule, title, url, file: describedFile(form.files.file, alternativeText) }
  const now = new Date()
  const result = material
    ? await changeMaterial(db, actor.id, { ...plan, id: material.id, version }, now)
    : await addMaterial(db, actor.id, { ...plan, id: newId, owner }, now)
  if (!result.ok) return data({ errors: {}, submitted, refusal: result.refusal }, 409)
  return redirect(back)
}

export default function MaterialEditPage() {
  const { of, values, isNew, asks } = useLoaderData<typeof loader>()
  const t = useMessages()
  const { edit } = t.material
  const title = pick(useLocale(), of.titleDe, of.titleEn)
  const back = `${of.path}/materials`
  return (
    <>
      <PageHeader
        title={asks ? edit.removeTitle : isNew ? edit.add : edit.change}
        {...(asks && 'title' in values && { lead: values.title })}
        breadcrumbs={[
          { href: of.path, label: title },
          { href: back, label: t.material.title },
        ]}
      />
      {asks ? <RemoveQuestion back={back} /> : <MaterialFields back={back} />}
    </>
  )
}

function RemoveQuestion({ back }: { back: string }) {
  const { id, version } = useLoaderData<typeof loader>()
  const { edit } = useMessages().material
  return (
    <Confirm
      files
      consequence={edit.removeConsequence}
      confirm={edit.remove}
      back={{ href: back }}
      hidden={{ intent: 'remove', id, version: String(version), title: '' }}
    />
  )
}

function MaterialFields({ back }: { back: string }) {
  const { id, version, values, fileName, isNew, megabytes } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useMessages()
  const { edit, refusal } = t.material
  const words: Record<string, string> = { ...refusal, ...t.file.refusal }
  return (
    <Form
      files
      id={id}
      hidden={{ version: String(version) }}
      values={values}
      errors={answer?.errors}
      sentences={words}
      submitted={answer?.submitted}
      refusal={answer?.refusal && words[answer.refusal]}
    >
      {fields(t, megabytes, fileName)}
      <ButtonRow>
        <Button look="primary">{t.form.save}</Button>
        <ButtonLink href={back}>{t.form.cancel}</ButtonLink>
        {!isNew && <a href="?ask=remove">{edit.remove}</a>}
      </ButtonRow>
    </Form>
  )
}

/** Elements and no component, so that the form finds their labels. */
function fields(t: Messages, megabytes: number, fileName: string | null) {
  const { edit, shownTo } = t.material
  const hint = t.file.hint('material', megabytes)
  return (
    <>
      <TextField name="title" label={edit.name} required maxLength={150} />
      <FileField
        name="file"
        label={t.file.field}
        hint={fileName ? `${t.file.current(fileName)} ${hint}` : hint}
        accept={FILE_FIELDS.material.map((end) => `.${end}`).join(',')}
      />
      <TextField
        name="alternativeText"
        label={t.file.alternativeText}
        hint={t.file.alternativeTextHint}
        maxLength={300}
      />
      <TextField name="url" type="url" label={edit.url} hint={edit.urlHint} maxLength={500} />
      <CheckboxGroup
        name="when"
        label={edit.when}
        required
        options={WHEN.map((value) => ({ value, label: edit.whenOption[value] }))}
      />
      <RadioGroup
        name="shownTo"
        label={edit.whom}
        required
        options={SHOWN_TO.map((value) => ({ value, label: shownTo[value] }))}
      />
    </>
  )
}
