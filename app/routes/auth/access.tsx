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
import { dayOf } from '#app/domain/calendar.ts'
import { actorOf, permit } from '#app/http/actor.server.ts'
import { email, id, line, optionalText, parseForm } from '#app/http/form.ts'
import { mayKnock } from '#app/http/limits.server.ts'
import { inEvenTime } from '#app/http/sign-in.server.ts'
import { Button, ButtonLink, ButtonRow } from '#app/ui/button.tsx'
import { SelectField } from '#app/ui/choice-field.tsx'
import { TextArea, TextField } from '#app/ui/field.tsx'
import { Form } from '#app/ui/form.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { requestAccess } from '#db/access-requests.ts'
import { listOrganisationNames } from '#db/organisations.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.signIn.access.title)

const NOTE_LENGTH = 500

const AccessForm = z.object({
  id: id(),
  givenName: line(100),
  familyName: line(100),
  email: email(),
  organisationId: z.union([z.literal('').transform(() => null), id()]),
  note: optionalText(NOTE_LENGTH),
})

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await actorOf(context, request)
  if (actor.id !== null) throw redirect('/profile')
  permit(actor, 'access:request')
  const organisations = await listOrganisationNames(context.db, dayOf(new Date()))
  return {
    id: randomUUID(),
    sent: new URL(request.url).searchParams.get('done') === 'request',
    organisations: organisations
      .filter(({ kind }) => kind !== 'external')
      .map(({ id: value, name: label }) => ({ value, label })),
  }
}

/** The same answer, after the same time, for those who are new and those who have an account. */
export async function action({ request, context }: ActionFunctionArgs) {
  permit(await actorOf(context, request), 'access:request')
  const form = await parseForm(request, AccessForm)
  const { submitted } = form
  if (!form.ok) return data({ errors: form.errors, submitted, refused: false }, 400)
  const now = new Date()
  if (!(await mayKnock(context, 'access', now))) return data({ errors: {}, submitted, refused: true }, 429)
  const organisations = await listOrganisationNames(context.db, dayOf(now))
  const { organisationId } = form.value
  if (organisationId && !organisations.some((each) => each.id === organisationId)) {
    return data({ errors: { organisationId: 'invalid' }, submitted, refused: false }, 400)
  }
  await inEvenTime(requestAccess(context.db, form.value, now))
  return redirect('/access?done=request')
}

export default function AccessPage() {
  const { sent } = useLoaderData<typeof loader>()
  const t = useMessages()
  const words = t.signIn.access
  return (
    <div className="measure stack">
      <PageHeader title={words.title} lead={sent ? undefined : words.lead} />
      {sent ? (
        <>
          <Notice kind="success" title={words.sent} answer>
            <p>{words.sentText}</p>
          </Notice>
          <ButtonRow>
            <ButtonLink look="primary" href="/courses">
              {t.common.toCourses}
            </ButtonLink>
          </ButtonRow>
        </>
      ) : (
        <AccessRequestForm />
      )}
    </div>
  )
}

function AccessRequestForm() {
  const { id: newId, organisations } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useMessages()
  const words = t.signIn.access
  return (
    <Form
      id={newId}
      errors={answer?.errors}
      submitted={answer?.submitted}
      refusal={answer?.refused ? t.signIn.tooManyLinks : undefined}
    >
      <TextField
        name="givenName"
        label={words.givenName}
        autoComplete="given-name"
        maxLength={100}
        required
      />
      <TextField
        name="familyName"
        label={words.familyName}
        autoComplete="family-name"
        maxLength={100}
        required
      />
      <TextField
        name="email"
        label={t.signIn.email}
        hint={words.emailHint}
        type="email"
        autoComplete="email"
        required
      />
      <SelectField
        name="organisationId"
        label={words.organisation}
        blank={words.organisationBlank}
        options={organisations}
      />
      <TextArea name="note" label={words.note} maxLength={NOTE_LENGTH} rows={3} />
      <ButtonRow>
        <Button look="primary">{words.confirm}</Button>
      </ButtonRow>
    </Form>
  )
}
