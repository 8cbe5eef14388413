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
import { LOCALES, type Locale } from '#app/domain/locale.ts'
import { FIXED_MAILS, type MailKind } from '#app/domain/mail.ts'
import {
  BODY_LENGTH,
  problemsOfText,
  requiredOf,
  SUBJECT_LENGTH,
  type MailText,
} from '#app/domain/mail-text.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { id, line, parseForm, requiredText, wholeNumber, type Errors } from '#app/http/form.ts'
import { previewOf, senderOf } from '#app/http/mail-texts.server.ts'
import { notFound } from '#app/http/responses.ts'
import { messages } from '#app/i18n/index.ts'
import { builtInText, exampleValues, mailKinds } from '#app/i18n/letter-examples.ts'
import { Button, ButtonRow, PostButton } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { TextArea, TextField } from '#app/ui/field.tsx'
import { Form } from '#app/ui/form.tsx'
import { LetterText } from '#app/ui/letter-text.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { MailTextHistory, Placeholders } from '#app/ui/mail-text.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader, Section } from '#app/ui/page.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { changeMailText, listTextVersions } from '#db/mail-texts.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.mailText.title)

const LONGEST_VERSION = 1_000_000

const TextFields = z.object({
  id: id(),
  version: wholeNumber(0, LONGEST_VERSION),
  subject: line(SUBJECT_LENGTH),
  body: requiredText(BODY_LENGTH),
})
const ResetFields = TextFields.pick({ id: true, version: true })

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  permit(await requireActor(context, request), 'mailText:edit')
  const { kind, locale } = textFrom(params)
  const from = await senderOf(context, request)
  const versions = await listTextVersions(context.db, kind, locale)
  const builtIn = builtInText(kind, locale, from)
  const text = versions[0]?.text ?? builtIn
  const values = exampleValues(kind, locale, from)
  return {
    ...{ kind, locale, text, builtIn, versions },
    id: randomUUID(),
    version: versions[0]?.version ?? 0,
    isOwn: Boolean(versions[0]?.text),
    preview: previewOf(kind, locale, text, from),
    placeholders: Object.entries(values).map(([name, example]) => ({ name, example })),
    required: requiredOf(Object.keys(values)),
    done: new URL(request.url).searchParams.get('done'),
  }
}

/** Saves a version, goes back to the built-in text, or only shows what the typed text would look like. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'mailText:edit')
  const { kind, locale } = textFrom(params)
  const intent = (await request.clone().formData()).get('intent')
  const here = `/admin/mail-texts/${kind}/${locale}`
  if (intent === 'reset') {
    const form = await parseForm(request, ResetFields)
    if (!form.ok) return answer(400, {}, form.submitted)
    const change = { ...form.value, kind, locale, text: null }
    const result = await changeMailText(context.db, actor.id, change, new Date())
    return result.ok ? redirect(`${here}?done=reset`) : answer(409, {}, {}, undefined, result.refusal)
  }
  const form = await parseForm(request, TextFields)
  if (!form.ok) return answer(400, form.errors, form.submitted)
  const { id: versionId, version, ...text } = form.value
  const from = await senderOf(context, request)
  const errors = errorsOf(text, Object.keys(exampleValues(kind, locale, from)), actor.locale)
  if (Object.keys(errors).length > 0) return answer(400, errors, form.submitted)
  if (intent === 'preview') return answer(200, {}, form.submitted, previewOf(kind, locale, text, from))
  const change = { id: versionId, version, kind, locale, text }
  const result = await changeMailText(context.db, actor.id, change, new Date())
  if (!result.ok) return answer(409, {}, form.submitted, undefined, result.refusal)
  return redirect(`${here}?done=saved`)
}

type Preview = ReturnType<typeof previewOf>

function answer(
  status: number,
  errors: Errors,
  submitted: object,
  preview?: Preview,
  refusal?: 'changed-meanwhile',
) {
  return data({ errors, submitted, preview, refusal }, status)
}

function textFrom(params: { kind?: string; language?: string }): { kind: MailKind; locale: Locale } {
  const kind = mailKinds().find((each) => each === params.kind && !FIXED_MAILS.includes(each))
  const locale = LOCALES.find((each) => each === params.language)
  if (!kind || !locale) throw notFound()
  return { kind, locale }
}

/** Each problem as its sentence, the first of a field. */
function errorsOf(text: MailText, known: readonly string[], reader: Locale): Errors {
  const words = messages(reader).mailText.problem
  const errors: Errors = {}
  for (const each of problemsOfText(text, known)) {
    errors[each.field] ??=
      each.problem === 'unknown' || each.problem === 'missing'
        ? words[each.problem](each.names)
        : words[each.problem]
  }
  return errors
}

export default function MailTextPage() {
  const { kind, locale, done, builtIn, isOwn, versions, placeholders, required } =
    useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const t = useMessages()
  const words = t.mailText
  return (
    <>
      <PageHeader
        title={t.outbox.kind[kind]}
        lead={words.occasion[kind].when}
        breadcrumbs={[
          { href: '/admin', label: t.administration.title },
          { href: '/admin/mail-texts', label: words.title },
        ]}
      />
      {!sent && done === 'saved' && <Notice kind="success" title={words.saved} answer />}
      {!sent && done === 'reset' && <Notice kind="success" title={words.resetDone} answer />}
      <Tabs
        label={words.texts}
        tabs={LOCALES.map((each) => ({
          href: `/admin/mail-texts/${kind}/${each}`,
          label: words.language[each],
          isCurrent: each === locale,
        }))}
      />
      <div className="figure-pair">
        <Editor />
        <PreviewSection />
      </div>
      <Section title={words.placeholders}>
        <Placeholders placeholders={placeholders} required={required} />
        <p className="muted">{words.fallback}</p>
      </Section>
      {isOwn && (
        <Disclosure summary={words.builtInTitle}>
          <p>
            <strong>{builtIn.subject}</strong>
          </p>
          <p className="as-typed">{builtIn.body}</p>
          <Reset />
        </Disclosure>
      )}
      <Section title={words.history}>
        <MailTextHistory versions={versions} />
      </Section>
    </>
  )
}

function Editor() {
  const { text, id: versionId, version } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const { mailText: words } = useMessages()
  return (
    <Form
      id={versionId}
      hidden={{ version: String(version) }}
      values={text}
      errors={sent?.errors}
      submitted={sent?.submitted}
      refusal={sent?.refusal && words.refusal[sent.refusal]}
    >
      <TextField
        name="subject"
        label={words.subject}
        hint={words.subjectHint}
        required
        maxLength={SUBJECT_LENGTH}
      />
      <TextArea
        name="body"
        label={words.body}
        hint={words.bodyHint}
        required
        maxLength={BODY_LENGTH}
        rows={14}
      />
      <ButtonRow>
        <Button look="primary" name="intent" value="save">
          {words.save}
        </Button>
        <Button name="intent" value="preview">
          {words.showPreview}
        </Button>
      </ButtonRow>
    </Form>
  )
}

function PreviewSection() {
  const { preview } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const { mailText: words } = useMessages()
  return (
    <Section title={words.preview}>
      <div className="stack">
        {sent?.preview ? (
          <Notice kind="info" title={words.previewOfTyped} answer />
        ) : (
          <p className="muted">{words.previewText}</p>
        )}
        <LetterText letter={sent?.preview ?? preview} subjectLabel={words.subject} />
      </div>
    </Section>
  )
}

function Reset() {
  const { id: versionId, version } = useLoaderData<typeof loader>()
  const { mailText: words } = useMessages()
  return (
    <PostButton hidden={{ intent: 'reset', id: versionId, version: String(version) }}>
      {words.reset}
    </PostButton>
  )
}
