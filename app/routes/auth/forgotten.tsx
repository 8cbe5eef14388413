import {
  data,
  redirect,
  type ActionFunctionArgs,
  type AppLoadContext,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { actorOf, permit } from '#app/http/actor.server.ts'
import { email, parseForm } from '#app/http/form.ts'
import { mayKnock, mayWriteTo } from '#app/http/limits.server.ts'
import { inEvenTime } from '#app/http/sign-in.server.ts'
import { Button, ButtonLink, ButtonRow } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Form } from '#app/ui/form.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { requestLoginToken } from '#db/login-tokens.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.signIn.forgottenPage.title)

const ForgottenForm = z.object({ email: email() })

export async function loader({ request, context }: LoaderFunctionArgs) {
  permit(await actorOf(context, request), 'public:read')
  return { sent: new URL(request.url).searchParams.get('done') === 'link' }
}

/** The same answer for everybody, after the same time. */
export async function action({ request, context }: ActionFunctionArgs) {
  permit(await actorOf(context, request), 'public:read')
  const form = await parseForm(request, ForgottenForm)
  const { submitted } = form
  if (!form.ok) return data({ errors: form.errors, submitted, refused: false }, 400)
  const now = new Date()
  if (!(await mayKnock(context, 'link', now))) return data({ errors: {}, submitted, refused: true }, 429)
  await inEvenTime(send(context, form.value.email, now))
  return redirect('/reset?done=link')
}

async function send(context: AppLoadContext, address: string, now: Date): Promise<void> {
  if (await mayWriteTo(context, address, now)) await requestLoginToken(context.db, address, 'reset', now)
}

export default function ForgottenPage() {
  const { sent } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useMessages()
  const words = t.signIn.forgottenPage
  return (
    <div className="measure stack">
      <PageHeader
        title={words.title}
        lead={words.lead}
        breadcrumbs={[{ href: '/login', label: t.signIn.title }]}
      />
      {sent ? (
        <>
          <Notice kind="success" title={t.signIn.linkSent} answer>
            <p>{words.sentText}</p>
          </Notice>
          <ButtonRow>
            <ButtonLink href="/login">{words.back}</ButtonLink>
          </ButtonRow>
        </>
      ) : (
        <Form
          errors={answer?.errors}
          submitted={answer?.submitted}
          refusal={answer?.refused ? t.signIn.tooManyLinks : undefined}
        >
          <TextField name="email" label={t.signIn.email} type="email" autoComplete="username" required />
          <ButtonRow>
            <Button look="primary">{words.confirm}</Button>
          </ButtonRow>
        </Form>
      )}
    </div>
  )
}
