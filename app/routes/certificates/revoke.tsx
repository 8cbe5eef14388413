import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { line, parseForm } from '#app/http/form.ts'
import { found, idFrom } from '#app/http/responses.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Confirm } from '#app/ui/confirm.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { TextField } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { PageHeader } from '#app/ui/page.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { revokeCertificate } from '#db/certificate-issue.ts'
import { getCertificate } from '#db/certificates.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.certificate.revoke.title)

const MOST_SIGNS = 200
const RevokeForm = z.object({ reason: line(MOST_SIGNS) })

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  permit(await requireActor(context, request), 'certificate:revoke')
  const { id, content, revocation } = found(await getCertificate(context.db, idFrom(params.certificateId)))
  return { id, name: content.name, title: content.title, isRevoked: revocation !== undefined }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'certificate:revoke')
  const { id } = found(await getCertificate(context.db, idFrom(params.certificateId)))
  const form = await parseForm(request, RevokeForm)
  if (!form.ok) return data({ errors: form.errors, submitted: form.submitted }, 400)
  const wish = { id, by: actor.id, reason: form.value.reason }
  const result = await revokeCertificate(context.db, wish, new Date())
  // What is revoked already, the page says by itself.
  if (!result.ok) return data({ errors: {}, submitted: form.submitted }, 409)
  return redirect(`/certificates/${id}`)
}

export default function RevokePage() {
  const { id, name, title, isRevoked } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useMessages()
  const { revoke } = t.certificate
  const back = `/certificates/${id}`
  return (
    <>
      <PageHeader
        title={revoke.title}
        lead={`${name}, ${title}`}
        breadcrumbs={[{ href: back, label: t.certificate.show.title }]}
      />
      {isRevoked ? (
        <Empty action={<ButtonLink href={back}>{t.common.back}</ButtonLink>}>
          {revoke.refusal['revoked-before']}
        </Empty>
      ) : (
        <Confirm
          consequence={revoke.consequence(name)}
          confirm={revoke.confirm}
          back={{ href: back }}
          errors={answer?.errors}
          submitted={answer?.submitted}
        >
          <TextField
            name="reason"
            label={revoke.reason}
            hint={revoke.reasonHint}
            maxLength={MOST_SIGNS}
            required
          />
        </Confirm>
      )}
    </>
  )
}
