import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { z } from 'zod'
import { actorOf, permit } from '#app/http/actor.server.ts'
import { email, line, parseForm } from '#app/http/form.ts'
import { mayKnock } from '#app/http/limits.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { newPassword, newPasswordErrors } from '#app/http/new-password.server.ts'
import { hashPassword } from '#app/http/password.server.ts'
import { notFound, tooManyRequests } from '#app/http/responses.ts'
import { signInAs } from '#app/http/sign-in.server.ts'
import { Button, ButtonRow } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Form } from '#app/ui/form.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { NewPassword } from '#app/ui/new-password.tsx'
import { PageHeader, Section } from '#app/ui/page.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { isSetupToken, setUp } from '#db/setup-tokens.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.signIn.setup.title)

const SetupForm = z.object({
  districtName: line(100),
  districtKey: z
    .string()
    .trim()
    .regex(/^\d{5}$/),
  givenName: line(100),
  familyName: line(100),
  email: email(),
  ...newPassword,
})

/** Once the installation is set up, or with a wrong link, there is no such page. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  permit(await actorOf(context, request), 'public:read')
  if (!(await isSetupToken(context.db, params.token ?? '', new Date()))) throw notFound()
  return null
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  permit(await actorOf(context, request), 'public:read')
  const now = new Date()
  const token = params.token ?? ''
  if (!(await mayKnock(context, 'token', now))) throw tooManyRequests()
  if (!(await isSetupToken(context.db, token, now))) throw notFound()

  const form = await parseForm(request, SetupForm)
  const { password: _, passwordAgain: __, ...submitted } = form.submitted
  const errors = form.ok ? newPasswordErrors(form.value) : form.errors
  if (!form.ok || errors) return data({ errors: errors ?? {}, submitted }, 400)
  const { password, passwordAgain: ___, ...given } = form.value
  const locale = await localeOf(context, request)
  const passwordHash = await hashPassword(password)
  const result = await setUp(context.db, token, { ...given, locale, passwordHash }, now)
  if (!result.ok) throw notFound()
  return signInAs(context, request, result.personId, '/admin', now)
}

export default function SetupPage() {
  const answer = useActionData<typeof action>()
  const t = useMessages()
  const words = t.signIn.setup
  const { districtKey: wrongKey, ...errors } = answer?.errors ?? {}
  const said = wrongKey ? { ...errors, districtKey: words.districtKeyWrong } : errors
  return (
    <div className="measure stack">
      <PageHeader title={words.title} lead={words.lead} />
      <Form errors={said} sentences={t.signIn.passwordProblem} submitted={answer?.submitted}>
        <Section title={words.district}>
          <div className="stack">
            <TextField
              name="districtName"
              label={words.districtName}
              hint={words.districtNameHint}
              maxLength={100}
              required
            />
            <TextField
              name="districtKey"
              label={words.districtKey}
              hint={words.districtKeyHint}
              inputMode="numeric"
              maxLength={5}
              width="short"
              required
            />
          </div>
        </Section>
        <Section title={words.you}>
          <div className="stack">
            <TextField
              name="givenName"
              label={t.signIn.access.givenName}
              autoComplete="given-name"
              maxLength={100}
              required
            />
            <TextField
              name="familyName"
              label={t.signIn.access.familyName}
              autoComplete="family-name"
              maxLength={100}
              required
            />
            <TextField name="email" label={t.signIn.email} type="email" autoComplete="username" required />
            <NewPassword />
          </div>
        </Section>
        <ButtonRow>
          <Button look="primary">{words.confirm}</Button>
        </ButtonRow>
      </Form>
    </div>
  )
}
