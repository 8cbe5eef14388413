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
import { GROUPS } from '#app/domain/workshop.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { id, list, oneOf, parseForm, requiredText } from '#app/http/form.ts'
import { found, idFrom } from '#app/http/responses.ts'
import { pick } from '#app/i18n/index.ts'
import { Button, ButtonLink, ButtonRow } from '#app/ui/button.tsx'
import { CheckboxGroup } from '#app/ui/choice-field.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { TextArea, TextField } from '#app/ui/field.tsx'
import { Form } from '#app/ui/form.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader, Section } from '#app/ui/page.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { GroupMessages } from '#app/ui/workshop-group.tsx'
import { countGroups, listMessages, messageGroup } from '#db/workshop-messages.ts'
import { getWorkshop } from '#db/workshops.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.workshop.message.title)

const MessageForm = z.object({
  id: id(),
  groups: list(oneOf(GROUPS)).pipe(z.array(oneOf(GROUPS)).min(1)),
  subject: requiredText(150),
  body: requiredText(5_000),
})

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const workshop = found(await getWorkshop(context.db, idFrom(params.workshopId)))
  permit(actor, 'workshop:message', workshop)
  const messages = await listMessages(context.db, workshop.id)
  const sent = new URL(request.url).searchParams.get('sent')
  return {
    workshop,
    id: randomUUID(),
    counts: await countGroups(context.db, workshop.id),
    messages,
    sent: messages.find((message) => message.id === sent),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  const workshop = found(await getWorkshop(context.db, idFrom(params.workshopId)))
  permit(actor, 'workshop:message', workshop)

  const form = await parseForm(request, MessageForm)
  if (!form.ok) return data({ errors: form.errors, submitted: form.submitted, refusal: undefined }, 400)
  const message = { workshopId: workshop.id, ...form.value }
  const result = await messageGroup(context.db, actor.id, message, new Date())
  if (!result.ok) return data({ errors: {}, submitted: form.submitted, refusal: result.refusal }, 409)
  return redirect(`/workshops/${workshop.id}/message?sent=${message.id}`)
}

export default function MessagePage() {
  const { workshop, counts, messages, sent } = useLoaderData<typeof loader>()
  const { message, list } = useMessages().workshop
  const title = pick(useLocale(), workshop.titleDe, workshop.titleEn)
  const total = GROUPS.reduce((sum, group) => sum + counts[group], 0)
  return (
    <>
      <PageHeader
        title={message.title}
        lead={title}
        breadcrumbs={[
          { href: '/workshops', label: list.title },
          { href: `/workshops/${workshop.id}`, label: title },
        ]}
      />
      {sent && <Notice kind="success" title={message.sent(sent.recipients)} answer />}
      {total === 0 ? <Empty>{message.nobodyYet}</Empty> : <MessageFields />}
      {messages.length > 0 && (
        <Section title={message.earlier}>
          <GroupMessages messages={messages} />
        </Section>
      )}
    </>
  )
}

function MessageFields() {
  const { workshop, id, counts } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useMessages()
  const { message, group, messageRefusal } = t.workshop
  const present = GROUPS.filter((key) => counts[key] > 0)
  return (
    <Form
      id={id}
      errors={answer?.errors}
      submitted={answer?.submitted}
      refusal={answer?.refusal && messageRefusal[answer.refusal]}
    >
      <CheckboxGroup
        name="groups"
        label={message.to}
        required
        defaultValue={present.slice(0, 1)}
        options={present.map((key) => ({ value: key, label: message.groupOf(group[key], counts[key]) }))}
      />
      <TextField name="subject" label={message.subject} required maxLength={150} />
      <TextArea
        name="body"
        label={message.body}
        hint={message.bodyHint}
        required
        maxLength={5_000}
        rows={8}
      />
      <ButtonRow>
        <Button look="primary">{message.send}</Button>
        <ButtonLink href={`/workshops/${workshop.id}`}>{t.form.cancel}</ButtonLink>
      </ButtonRow>
    </Form>
  )
}
