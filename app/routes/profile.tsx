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
import { holdsOn } from '#app/domain/organisation.ts'
import { permit, requireActor, type SignedInActor } from '#app/http/actor.server.ts'
import { line, oneOf, parseForm, secret, wholeNumber, type Errors } from '#app/http/form.ts'
import { mayKnock } from '#app/http/limits.server.ts'
import { newPassword, newPasswordErrors } from '#app/http/new-password.server.ts'
import { originOf } from '#app/http/origin.ts'
import { hashPassword, isPassword } from '#app/http/password.server.ts'
import { found } from '#app/http/responses.ts'
import { endSession } from '#app/http/session.server.ts'
import { Button, ButtonLink, ButtonRow, PostButton } from '#app/ui/button.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Form } from '#app/ui/form.tsx'
import { LanguageField } from '#app/ui/language-field.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { NewPassword } from '#app/ui/new-password.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader, Section } from '#app/ui/page.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { changePassword, signOutEverywhere } from '#db/passwords.ts'
import { changePerson, getPasswordHash, getPerson } from '#db/people.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.profile.title)

const DONE = ['saved', 'passwordSaved'] as const

const DataForm = z.object({
  givenName: line(100),
  familyName: line(100),
  locale: oneOf(['de', 'en']),
  version: wholeNumber(1, 1_000_000),
})
const PasswordForm = z.object({ current: secret().optional(), ...newPassword })

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'profile:edit')
  const person = found(await getPerson(context.db, actor.id))
  const today = dayOf(new Date())
  const done = new URL(request.url).searchParams.get('done')
  return {
    ...person,
    memberships: person.memberships.filter((each) => holdsOn(each, today)),
    roles: person.roles.filter((each) => holdsOn(each, today)),
    done: DONE.find((each) => each === done) ?? null,
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'profile:edit')
  const intent = (await request.clone().formData()).get('intent')
  if (intent === 'password') return setPassword({ request, context }, actor)
  if (intent === 'everywhere') {
    await signOutEverywhere(context.db, actor.id, new Date())
    const cookie = await endSession(context.db, originOf(context, request), request, new Date())
    return redirect('/login?done=signed-out-everywhere', { headers: { 'Set-Cookie': cookie } })
  }
  return changeData({ request, context }, actor)
}

type Asked = Pick<ActionFunctionArgs, 'request' | 'context'>
type Form = 'data' | 'password'
type Refusal = 'changed-meanwhile' | 'tooMany'

/** What a form answers when it is not taken; `submitted` never holds a password. */
function answer(form: Form, status: number, errors: Errors, submitted?: object, refusal?: Refusal) {
  return data({ form, errors, submitted, refusal }, status)
}

async function changeData({ request, context }: Asked, actor: SignedInActor) {
  const form = await parseForm(request, DataForm)
  if (!form.ok) return answer('data', 400, form.errors, form.submitted)
  const { email } = found(await getPerson(context.db, actor.id))
  const result = await changePerson(context.db, actor.id, actor.id, { ...form.value, email }, new Date())
  if (!result.ok) return answer('data', 409, {}, form.submitted, 'changed-meanwhile')
  return redirect('/profile?done=saved')
}

/** Whoever has a password must know it: an open screen is no reason to lose the account. */
async function setPassword({ request, context }: Asked, actor: SignedInActor) {
  const now = new Date()
  if (!(await mayKnock(context, 'password', now, actor.id))) {
    return answer('password', 429, {}, undefined, 'tooMany')
  }
  const form = await parseForm(request, PasswordForm)
  if (!form.ok) return answer('password', 400, form.errors)
  const hash = await getPasswordHash(context.db, actor.id)
  if (hash && !(await isPassword(form.value.current ?? '', hash))) {
    return answer('password', 400, { current: 'password-wrong' })
  }
  const errors = newPasswordErrors(form.value)
  if (errors) return answer('password', 400, errors)
  const next = await hashPassword(form.value.password)
  await changePassword(context.db, actor.id, next, { keepSession: actor.sessionId }, now)
  return redirect('/profile?done=passwordSaved')
}

export default function ProfilePage() {
  const { email, memberships, roles, done } = useLoaderData<typeof loader>()
  const t = useMessages()
  const words = t.profile
  const served = memberships.map((each) => words.asWhat(each.organisation, t.person.audience[each.audience]))
  const held = roles.map(({ role, organisation }) =>
    organisation ? t.person.roles.of(t.person.role[role], organisation) : t.person.role[role],
  )
  return (
    <div className="measure stack">
      <PageHeader title={words.title} lead={words.lead} />
      {done && <Notice kind="success" title={words[done]} answer />}
      <Section title={words.facts}>
        <DescriptionList
          facts={[
            {
              term: t.person.email,
              value: (
                <>
                  {email}
                  <br />
                  <span className="muted">{words.emailHint}</span>
                </>
              ),
            },
            { term: words.memberships, value: <Lines lines={served} otherwise={words.noMemberships} /> },
            { term: words.roles, value: <Lines lines={held} otherwise={words.noRoles} /> },
          ]}
        />
      </Section>
      <DataSection />
      <PasswordSection />
      <Section title={t.calendar.feed.title}>
        <p>
          <a href="/profile/calendar">{t.calendar.feed.toProfile}</a>
          <br />
          <a href="/profile/busy-times">{t.busyTime.title}</a>
        </p>
      </Section>
      <Section title={t.certificate.own.link}>
        <p>
          <a href="/certificates">{t.certificate.own.toList}</a>
        </p>
      </Section>
      <Section title={t.mailPreference.title}>
        <p>{t.mailPreference.lead}</p>
        <ButtonLink href="/profile/mails">{t.mailPreference.change}</ButtonLink>
      </Section>
      <Section title={words.devices}>
        <p>{words.devicesText}</p>
        <ButtonRow>
          <PostButton hidden={{ intent: 'everywhere' }}>{words.signOutEverywhere}</PostButton>
        </ButtonRow>
      </Section>
      <p className="muted">
        {words.privacy} <a href="/privacy">{t.shell.privacy}</a>.
      </p>
    </div>
  )
}

function Lines({ lines, otherwise }: { lines: string[]; otherwise: string }) {
  if (lines.length === 0) return <span className="muted">{otherwise}</span>
  return (
    <ul className="plain-list">
      {lines.map((each) => (
        <li key={each}>{each}</li>
      ))}
    </ul>
  )
}

function DataSection() {
  const person = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const t = useMessages()
  const mine = sent?.form === 'data' ? sent : undefined
  return (
    <Section title={t.profile.edit}>
      <Form
        values={person}
        errors={mine?.errors}
        submitted={mine?.submitted}
        refusal={mine?.refusal && t.person.refusal['changed-meanwhile']}
        hidden={{ intent: 'data', version: String(person.version) }}
      >
        <TextField
          name="givenName"
          label={t.person.givenName}
          autoComplete="given-name"
          maxLength={100}
          required
        />
        <TextField
          name="familyName"
          label={t.person.familyName}
          autoComplete="family-name"
          maxLength={100}
          required
        />
        <LanguageField defaultValue={person.locale} />
        <ButtonRow>
          <Button look="primary">{t.form.save}</Button>
        </ButtonRow>
      </Form>
    </Section>
  )
}

function PasswordSection() {
  const { hasPassword } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const t = useMessages()
  const mine = sent?.form === 'password' ? sent : undefined
  const title = hasPassword ? t.profile.changePassword : t.profile.setPassword
  return (
    <Section title={t.profile.password}>
      {!hasPassword && <p>{t.profile.noPassword}</p>}
      <Disclosure summary={title} open={mine !== undefined}>
        <Form
          errors={mine?.errors}
          sentences={t.signIn.passwordProblem}
          refusal={mine?.refusal && t.profile.tooMany}
          hidden={{ intent: 'password' }}
        >
          {hasPassword && (
            <TextField
              name="current"
              label={t.profile.currentPassword}
              type="password"
              autoComplete="current-password"
              required
            />
          )}
          <NewPassword />
          <ButtonRow>
            <Button look="primary">{title}</Button>
          </ButtonRow>
        </Form>
      </Disclosure>
    </Section>
  )
}
