import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { dayOf } from '#app/domain/calendar.ts'
import { holdsOn } from '#app/domain/organisation.ts'
import { displayName } from '#app/domain/person.ts'
import { actorOf, permit } from '#app/http/actor.server.ts'
import { parseForm } from '#app/http/form.ts'
import { mayKnock } from '#app/http/limits.server.ts'
import { NewPasswordForm, newPasswordErrors } from '#app/http/new-password.server.ts'
import { hashPassword } from '#app/http/password.server.ts'
import { found, tooManyRequests } from '#app/http/responses.ts'
import { signInAs } from '#app/http/sign-in.server.ts'
import { formatList } from '#app/i18n/format.ts'
import { Button, ButtonRow, PostButton } from '#app/ui/button.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Form } from '#app/ui/form.tsx'
import { LinkGone } from '#app/ui/link-gone.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import { NewPassword } from '#app/ui/new-password.tsx'
import { PageHeader, Section } from '#app/ui/page.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { getLoginToken, signInByToken } from '#db/login-tokens.ts'
import { setPasswordByToken } from '#db/passwords.ts'
import { getPerson } from '#db/people.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.signIn.title)

const WITHOUT_PASSWORD = 'without-password'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  permit(await actorOf(context, request), 'public:read')
  const now = new Date()
  const holder = await getLoginToken(context.db, params.token ?? '', 'invitation', now)
  if (!holder) return data({ invited: null }, 410)
  const { memberships, roles } = found(await getPerson(context.db, holder.id))
  const today = dayOf(now)
  const invited = {
    name: displayName(holder),
    email: holder.email,
    organisations: memberships.filter((each) => holdsOn(each, today)).map((each) => each.organisation),
    roles: [...new Set(roles.filter((each) => holdsOn(each, today)).map((each) => each.role))],
  }
  return data({ invited })
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  permit(await actorOf(context, request), 'public:read')
  const now = new Date()
  const token = params.token ?? ''
  if (!(await mayKnock(context, 'token', now))) throw tooManyRequests()
  if (!(await getLoginToken(context.db, token, 'invitation', now))) return data({ errors: {} }, 410)

  const form = await parseForm(request, NewPasswordForm)
  if (form.submitted.intent === WITHOUT_PASSWORD) {
    const result = await signInByToken(context.db, token, 'invitation', now)
    return result.ok ? signInAs(context, request, result.personId, '/', now) : data({ errors: {} }, 410)
  }
  const errors = form.ok ? newPasswordErrors(form.value) : form.errors
  if (!form.ok || errors) return data({ errors: errors ?? {} }, 400)
  const hash = await hashPassword(form.value.password)
  const result = await setPasswordByToken(context.db, token, 'invitation', hash, now)
  return result.ok ? signInAs(context, request, result.personId, '/', now) : data({ errors: {} }, 410)
}

export default function InvitationPage() {
  const { invited } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useMessages()
  const locale = useLocale()
  if (!invited) return <LinkGone again="/login" />
  const words = t.signIn.invitation
  return (
    <div className="measure stack">
      <PageHeader title={words.title(invited.name)} lead={words.lead} />
      <DescriptionList
        facts={[
          { term: words.yourEmail, value: invited.email },
          {
            term: words.serves,
            value: invited.organisations.length > 0 ? formatList(invited.organisations, locale) : undefined,
          },
        ]}
      />
      <Section title={words.gives}>
        <div className="stack">
          <ul>
            {invited.roles.map((role) => (
              <li key={role}>{t.signIn.roleGives[role]}</li>
            ))}
            <li>{words.everybody}</li>
          </ul>
          <p>
            {words.privacy} <a href="/privacy">{t.shell.privacy}</a>.
          </p>
        </div>
      </Section>
      <Section title={words.passwordTitle}>
        <Form errors={answer?.errors} sentences={t.signIn.passwordProblem}>
          <NewPassword />
          <ButtonRow>
            <Button look="primary">{words.confirm}</Button>
          </ButtonRow>
        </Form>
      </Section>
      <Section title={words.withoutTitle}>
        <p>{words.withoutText}</p>
        <ButtonRow>
          <PostButton hidden={{ intent: WITHOUT_PASSWORD }}>{words.without}</PostButton>
        </ButtonRow>
      </Section>
    </div>
  )
}
