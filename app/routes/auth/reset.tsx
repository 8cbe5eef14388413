import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { actorOf, permit } from '#app/http/actor.server.ts'
import { parseForm } from '#app/http/form.ts'
import { mayKnock } from '#app/http/limits.server.ts'
import { NewPasswordForm, newPasswordErrors } from '#app/http/new-password.server.ts'
import { hashPassword } from '#app/http/password.server.ts'
import { tooManyRequests } from '#app/http/responses.ts'
import { signInAs } from '#app/http/sign-in.server.ts'
import { Button, ButtonRow } from '#app/ui/button.tsx'
import { Form } from '#app/ui/form.tsx'
import { LinkGone } from '#app/ui/link-gone.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { NewPassword } from '#app/ui/new-password.tsx'
import { PageHeader } from '#app/ui/page.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { getLoginToken } from '#db/login-tokens.ts'
import { setPasswordByToken } from '#db/passwords.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.signIn.reset.title)

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  permit(await actorOf(context, request), 'public:read')
  const holder = await getLoginToken(context.db, params.token ?? '', 'reset', new Date())
  return data({ email: holder?.email ?? null }, holder ? 200 : 410)
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  permit(await actorOf(context, request), 'public:read')
  const now = new Date()
  const token = params.token ?? ''
  if (!(await mayKnock(context, 'token', now))) throw tooManyRequests()
  // Looked up before the hash is made: a wrong link must not cost 50 ms of work.
  if (!(await getLoginToken(context.db, token, 'reset', now))) return data({ errors: {} }, 410)
  const form = await parseForm(request, NewPasswordForm)
  const errors = form.ok ? newPasswordErrors(form.value) : form.errors
  if (!form.ok || errors) return data({ errors: errors ?? {} }, 400)
  const hash = await hashPassword(form.value.password)
  const result = await setPasswordByToken(context.db, token, 'reset', hash, now)
  if (!result.ok) return data({ errors: {} }, 410)
  return signInAs(context, request, result.personId, '/', now)
}

export default function ResetPage() {
  const { email } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useMessages()
  if (email === null) return <LinkGone again="/reset" />
  return (
    <div className="measure stack">
      <PageHeader title={t.signIn.reset.title} lead={t.signIn.reset.lead(email)} />
      <Form errors={answer?.errors} sentences={t.signIn.passwordProblem}>
        <NewPassword />
        <ButtonRow>
          <Button look="primary">{t.signIn.reset.confirm}</Button>
        </ButtonRow>
      </Form>
    </div>
  )
}
