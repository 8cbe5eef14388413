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
import { needsWords } from '#app/domain/file.ts'
import { PAGE_KINDS, PASS_PERCENT, type PageKind } from '#app/domain/module.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { id, line, oneOf, optionalText, optionalUrl, wholeNumber } from '#app/http/form.ts'
import { choiceFrom } from '#app/http/query.ts'
import { found, idFrom, notFound } from '#app/http/responses.ts'
import { describedFile, parseUpload } from '#app/http/upload.server.ts'
import { Button, ButtonLink, ButtonRow } from '#app/ui/button.tsx'
import { Confirm } from '#app/ui/confirm.tsx'
import { Form } from '#app/ui/form.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { modulePageFields } from '#app/ui/module-page-fields.tsx'
import { PageHeader } from '#app/ui/page.tsx'
import { pageTitle } from '#app/ui/title.ts'
import type { Db } from '#db/client.server.ts'
import { addPage, changePage, getPage, removePage } from '#db/module-pages.ts'
import { getModule } from '#db/modules.ts'
import { getSettings } from '#db/settings.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.module.list.title)

const PageForm = z.object({
  intent: oneOf(['save', 'remove']).default('save'),
  id: id(),
  version: wholeNumber(0, 1_000_000),
  title: line(150),
  body: optionalText(20_000),
  url: optionalUrl(500),
  alternativeText: optionalText(300),
  passPercent: wholeNumber(1, 100).default(PASS_PERCENT),
  attempts: z.union([z.literal('').transform(() => null), wholeNumber(1, 20)]).default(null),
})

/** A new page of a module, of the kind that the address says, or one that is there. */
async function given(db: Db, params: { moduleId?: string; pageId?: string }, url: string) {
  const page = params.pageId ? found(await getPage(db, idFrom(params.pageId))) : null
  const module = found(await getModule(db, page?.moduleId ?? idFrom(params.moduleId)))
  const kind = page?.kind ?? choiceFrom(new URL(url).searchParams, 'kind', PAGE_KINDS)
  if (!kind) throw notFound()
  return { page, module, kind }
}

export async function loader({ request, params, context: { db }, context }: LoaderFunctionArgs) {
  permit(await requireActor(context, request), 'module:edit')
  const { page, module, kind } = await given(db, params, request.url)
  const { quiz: _, ...values } = page ?? { quiz: null, passPercent: PASS_PERCENT }
  return {
    values,
    title: page?.title ?? null,
    fileNames: { file: page?.fileName ?? null, captions: page?.captionsName ?? null },
    module,
    kind,
    id: page?.id ?? randomUUID(),
    version: page?.version ?? 0,
    megabytes: (await getSettings(db)).fileMegabytes,
    asks: page !== null && new URL(request.url).searchParams.get('ask') === 'remove',
  }
}

export async function action({ request, params, context: { db }, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'module:edit')
  const { page, module, kind } = await given(db, params, request.url)
  const fileField = kind === 'video' ? 'video' : 'material'
  const form = await parseUpload(request, PageForm, { file: fileField, captions: 'captions' }, db)
  const { submitted, files } = form
  if (!form.ok) return data({ errors: form.errors, submitted, refusal: undefined }, 400)
  const { intent, id: newId, version, alternativeText, ...fields } = form.value
  const back = `/courses/${module.courseId}/modules`
  const now = new Date()
  if (intent === 'remove' && page) {
    await removePage(db, actor.id, page.id, now)
    return redirect(back)
  }
  const errors = missing(kind, fields.url, files.file !== undefined || page !== null)
  if (files.file && needsWords(files.file.mediaType) && !alternativeText)
    errors.alternativeText = 'not-described'
  if (Object.keys(errors).length > 0) return data({ errors, submitted, refusal: undefined }, 400)

  const isQuiz = kind === 'quiz'
  const plan = {
    title: fields.title,
    body: fields.body ?? '',
    url: kind === 'link' ? fields.url : null,
    passPercent: isQuiz ? fields.passPercent : null,
    attempts: isQuiz ? fields.attempts : null,
    file: kind === 'file' || kind === 'video' ? describedFile(files.file, alternativeText) : undefined,
    captions: kind === 'video' ? describedFile(files.captions, null) : undefined,
  }
  const result = page
    ? await changePage(db, actor.id, { ...plan, id: page.id, version }, now)
    : await addPage(db, actor.id, { ...plan, id: newId, moduleId: module.id, kind }, now)
  if (!result.ok) return data({ errors: {}, submitted, refusal: result.refusal }, 409)
  return redirect(isQuiz && !page ? `/module-pages/${newId}/quiz` : back)
}

/** What a page of its kind cannot be without. */
function missing(kind: PageKind, url: string | null, hasFile: boolean): Record<string, string> {
  return {
    ...(kind === 'link' && url === null && { url: 'required' }),
    ...((kind === 'file' || kind === 'video') && !hasFile && { file: 'no-file' }),
  }
}

export default function ModulePageEditPage() {
  const { module, title, kind, asks } = useLoaderData<typeof loader>()
  const { page: words, list, kind: kinds } = useMessages().module
  const back = `/courses/${module.courseId}/modules`
  return (
    <>
      <PageHeader
        title={asks ? words.removeTitle : title === null ? words.add(kinds[kind]) : words.change}
        lead={title ?? module.title}
        breadcrumbs={[{ href: back, label: list.title }]}
      />
      {asks ? <RemoveQuestion back={back} /> : <Fields back={back} />}
    </>
  )
}

function RemoveQuestion({ back }: { back: string }) {
  const { id, version, title } = useLoaderData<typeof loader>()
  const { page } = useMessages().module
  return (
    <Confirm
      files
      consequence={page.removeConsequence}
      confirm={page.remove}
      back={{ href: back }}
      hidden={{ intent: 'remove', id, version: String(version), title: title ?? '' }}
    />
  )
}

function Fields({ back }: { back: string }) {
  const { id, version, values, title, kind, fileNames, megabytes } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useMessages()
  const { page, refusal } = t.module
  const words: Record<string, string> = { ...refusal, ...t.file.refusal }
  const isNew = title === null
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
      {modulePageFields(t, { kind, fileNames, megabytes })}
      <ButtonRow>
        <Button look="primary">{kind === 'quiz' && isNew ? page.saveAndAsk : t.form.save}</Button>
        {kind === 'quiz' && !isNew && (
          <ButtonLink href={`/module-pages/${id}/quiz`}>{page.questions}</ButtonLink>
        )}
        <ButtonLink href={back}>{t.form.cancel}</ButtonLink>
        {!isNew && <a href="?ask=remove">{page.remove}</a>}
      </ButtonRow>
    </Form>
  )
}
