import {
  data,
  redirect,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { dayOf } from '#app/domain/calendar.ts'
import { inGroups, readCode } from '#app/domain/certificate-code.ts'
import { actorOf, permit } from '#app/http/actor.server.ts'
import { parseForm } from '#app/http/form.ts'
import { mayKnock } from '#app/http/limits.server.ts'
import { Button, ButtonLink, ButtonRow } from '#app/ui/button.tsx'
import { CertificateFacts } from '#app/ui/certificate.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Form } from '#app/ui/form.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader, Section } from '#app/ui/page.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { getCertificateByCode } from '#db/certificates.ts'

const NOT_FOR_SEARCH_ENGINES = 'noindex, nofollow'
/** Longer than a code with all its strokes and blanks; the rest of what somebody pastes is of no use. */
const MOST_SIGNS = 60

export const meta: MetaFunction = ({ matches }) => [
  ...pageTitle(matches, (t) => t.certificate.verify.title),
  { name: 'robots', content: NOT_FOR_SEARCH_ENGINES },
]

export const headers: HeadersFunction = () => ({ 'X-Robots-Tag': NOT_FOR_SEARCH_ENGINES })

const VerifyForm = z.object({ code: z.string().max(MOST_SIGNS).default('') })

/** Without a code it is the page with the one field. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  permit(await actorOf(context, request), 'certificate:verify')
  if (params.code === undefined) return data({ state: 'ask' as const, typed: '' })
  const typed = readCode(params.code.slice(0, MOST_SIGNS))
  if (!typed.ok) return data({ state: 'mistyped' as const, typed: params.code.slice(0, MOST_SIGNS) }, 404)
  // Every check counts: were hits taken back, the time of the answer would tell a known code from others.
  if (!(await mayKnock(context, 'verify', new Date())))
    return data({ state: 'tooMany' as const, typed: '' }, 429)
  const certificate = await getCertificateByCode(context.db, typed.code)
  if (!certificate) return data({ state: 'unknown' as const, typed: inGroups(typed.code) }, 404)
  const { content, revocation } = certificate
  if (!revocation) return data({ state: 'valid' as const, content })
  const { kind, reason, at } = revocation
  return data({ state: 'revoked' as const, content, revocation: { kind, reason, on: dayOf(at) } })
}

export async function action({ request, context }: ActionFunctionArgs) {
  permit(await actorOf(context, request), 'certificate:verify')
  const form = await parseForm(request, VerifyForm)
  const typed = form.ok ? readCode(form.value.code) : ({ ok: false, problem: 'mistyped' } as const)
  if (typed.ok) return redirect(`/verify/${inGroups(typed.code)}`)
  return data({ problem: typed.problem, submitted: form.submitted }, 400)
}

export default function VerifyPage() {
  const page = useLoaderData<typeof loader>()
  const { verify } = useMessages().certificate
  return (
    <div className="measure stack">
      <PageHeader title={verify.title} lead={verify.lead} />
      <Answer />
      {'content' in page ? (
        <>
          <CertificateFacts content={page.content} />
          <ButtonRow>
            <ButtonLink href="/verify">{verify.another}</ButtonLink>
          </ButtonRow>
        </>
      ) : (
        <CodeForm />
      )}
      <Section title={verify.about}>
        <p>{verify.aboutText}</p>
        <p className="muted">{verify.aboutPrivacy}</p>
      </Section>
    </div>
  )
}

function Answer() {
  const page = useLoaderData<typeof loader>()
  const { certificate } = useMessages()
  const { verify } = certificate
  switch (page.state) {
    case 'valid':
      return (
        <Notice kind="success" title={verify.valid} answer>
          {verify.validText}
        </Notice>
      )
    case 'revoked': {
      const { kind, reason, on } = page.revocation
      return (
        <Notice kind="danger" title={verify.revoked(on)} answer>
          {verify.revokedText} {verify.reason}: {certificate.reasonOf(kind, reason)}
        </Notice>
      )
    }
    case 'unknown':
      return (
        <Notice kind="warning" title={verify.unknown} answer>
          {verify.unknownText(page.typed)}
        </Notice>
      )
    case 'tooMany':
      return <Notice kind="warning" title={verify.tooMany} answer />
    default:
      return null
  }
}

function CodeForm() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { verify } = useMessages().certificate
  const problem = answer?.problem ?? (page.state === 'mistyped' ? page.state : undefined)
  const typed = 'typed' in page ? page.typed : ''
  return (
    <Form
      action="/verify"
      values={{ code: typed }}
      errors={problem && { code: problem }}
      sentences={{ empty: verify.empty, mistyped: verify.mistyped }}
      submitted={answer?.submitted}
    >
      <TextField
        name="code"
        label={verify.code}
        hint={verify.codeHint}
        maxLength={MOST_SIGNS}
        autoComplete="off"
        required
      />
      <ButtonRow>
        <Button look="primary">{verify.check}</Button>
      </ButtonRow>
    </Form>
  )
}
