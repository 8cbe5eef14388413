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
import { permit, signedInActor, actorOf } from '#app/http/actor.server.ts'
import { email, optionalText, parseForm, secret } from '#app/http/form.ts'
import { mayKnock, mayWriteTo, signInAttempt } from '#app/http/limits.server.ts'
import { log } from '#app/http/log.server.ts'
import { safePath } from '#app/http/origin.ts'
import { isPassword } from '#app/http/password.server.ts'
import { inEvenTime, signInAs } from '#app/http/sign-in.server.ts'
import { Button, ButtonRow } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Form } from '#app/ui/form.tsx'
import { Errand } from '#app/ui/live.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { requestLoginToken } from '#db/login-tokens.ts'
import { listSampleAccounts } from '#db/people-list.ts'
import { getSignIn } from '#db/people.ts'
import { getSettings } from '#db/settings.ts'

/** After signing out nothing of an attendance list stays on the device; only a script can see to that. */
export const handle = { javascript: true }

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.signIn.title)

const DONE = ['link', 'reset', 'signed-out', 'signed-out-everywhere'] as const

const PasswordForm = z.object({ email: email(), password: secret(), to: optionalText(2_000) })
const LinkForm = z.object({ email: email(), to: optionalText(2_000) })

export async function loader({ request, context }: LoaderFunctionArgs) {
  permit(await actorOf(context, request), 'public:read')
  const query = new URL(request.url).searchParams
  const to = safePath(query.get('to'))
  if (await signedInActor(context, request)) throw redirect(to)
  const { demo } = await getSettings(context.db)
  const samples = demo ? await listSampleAccounts(context.db, dayOf(new Date())) : []
  return {
    to,
    done: DONE.find((done) => done === query.get('done')) ?? null,
    samples,
    email: samples.find((sample) => sample.email === query.get('email'))?.email ?? '',
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  permit(await actorOf(context, request), 'public:read')
  const wantsLink = (await request.clone().formData()).get('intent') === 'link'
  return wantsLink ? sendLink({ request, context }) : signIn({ request, context })
}

type Asked = Pick<ActionFunctionArgs, 'request' | 'context'>

async function signIn({ request, context }: Asked) {
  const form = await parseForm(request, PasswordForm)
  // Never the password: it must not travel back.
  const submitted = { email: form.submitted.email }
  if (!form.ok) return data({ errors: form.errors, submitted, refusal: null }, 400)

  const now = new Date()
  const attempt = await signInAttempt(context, form.value.email, now)
  if (!attempt.allowed) return data({ errors: {}, submitted, refusal: 'tooMany' as const }, 429)
  const known = await getSignIn(context.db, form.value.email)
  const right = await isPassword(form.value.password, known?.passwordHash ?? null)
  log('sign-in', { ok: right })
  if (!known || !right) return data({ errors: {}, submitted, refusal: 'wrong' as const }, 401)
  await attempt.succeeded()
  return signInAs(context, request, known.personId, form.value.to, now)
}

/** The same answer for everybody, after the same time. */
async function sendLink({ request, context }: Asked) {
  const form = await parseForm(request, LinkForm)
  const submitted = { email: form.submitted.email }
  if (!form.ok) return data({ errors: form.errors, submitted, refusal: null }, 400)

  const now = new Date()
  if (!(await mayKnock(context, 'link', now))) {
    return data({ errors: {}, submitted, refusal: 'tooManyLinks' as const }, 429)
  }
  await inEvenTime(send(context, form.value.email, now))
  const to = safePath(form.value.to)
  return redirect(`/login?done=link${to === '/' ? '' : `&to=${encodeURIComponent(to)}`}`)
}

async function send(context: Asked['context'], address: string, now: Date): Promise<void> {
  if (await mayWriteTo(context, address, now)) await requestLoginToken(context.db, address, 'login', now)
}

export default function LoginPage() {
  const { to, email: given } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useMessages()
  return (
    <div className="measure stack">
      <PageHeader title={t.signIn.title} />
      <Done />
      <Form
        errors={answer?.errors}
        submitted={answer?.submitted}
        refusal={answer?.refusal ? t.signIn[answer.refusal] : undefined}
        hidden={{ to }}
      >
        <TextField
          name="email"
          label={t.signIn.email}
          type="email"
          autoComplete="username"
          defaultValue={given}
          required
        />
        <TextField
          name="password"
          label={t.signIn.password}
          hint={t.signIn.passwordHint}
          type="password"
          autoComplete="current-password"
          required
        />
        <ButtonRow>
          <Button look="primary">{t.signIn.signIn}</Button>
          <Button name="intent" value="link" formNoValidate>
            {t.signIn.sendLink}
          </Button>
        </ButtonRow>
      </Form>
      <Ways />
      <Samples />
    </div>
  )
}

function Done() {
  const { done } = useLoaderData<typeof loader>()
  const { signIn: words } = useMessages()
  if (done === 'link') {
    return (
      <Notice kind="success" title={words.linkSent} answer>
        <p>{words.linkSentText}</p>
      </Notice>
    )
  }
  if (done === 'reset') return <Notice kind="success" title={words.passwordChanged} answer />
  if (done === null) return null
  return (
    <>
      <Notice
        kind="success"
        title={done === 'signed-out' ? words.signedOut : words.signedOutEverywhere}
        answer
      />
      <Errand name="forget-lists" />
    </>
  )
}

function Ways() {
  const t = useMessages()
  return (
    <ul className="plain-list">
      <li>
        <a href="/reset">{t.signIn.forgotten}</a>
      </li>
      <li>
        {t.signIn.noAccess} <a href="/access">{t.signIn.requestAccess}</a>
      </li>
    </ul>
  )
}

/** Only in the demo district, whose people are invented. Fills in an address, never a password. */
function Samples() {
  const { samples, to } = useLoaderData<typeof loader>()
  const t = useMessages()
  if (samples.length === 0) return null
  return (
    <Disclosure summary={t.signIn.samples}>
      <p>{t.signIn.samplesText}</p>
      <ul className="plain-list">
        {samples.map(({ role, email: address }) => (
          <li key={role}>
            <a href={`/login?email=${encodeURIComponent(address)}&to=${encodeURIComponent(to)}`}>
              {t.person.role[role]}
            </a>
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}
