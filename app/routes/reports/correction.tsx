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
import { parseForm, requiredText } from '#app/http/form.ts'
import { found, wholeFrom } from '#app/http/responses.ts'
import { Button, ButtonLink, ButtonRow } from '#app/ui/button.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { Form } from '#app/ui/form.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { PageHeader } from '#app/ui/page.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { correctSnapshot } from '#db/corrections.ts'
import { listSnapshots } from '#db/snapshots.ts'

const REASON_LENGTH = 500

const CorrectionForm = z.object({ reason: requiredText(REASON_LENGTH) })

export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) =>
  pageTitle(matches, (t) => t.snapshot.correction.title(page?.number ?? 0))

export async function loader({ request, params, context: { db }, context }: LoaderFunctionArgs) {
  permit(await requireActor(context, request), 'snapshot:prepare')
  const wanted = wholeFrom(params.number)
  const { number, cutOff } = found((await listSnapshots(db)).find((one) => one.number === wanted))
  return { number, cutOff }
}

export async function action({ request, params, context: { db, environment }, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'snapshot:prepare')
  const number = wholeFrom(params.number)
  const form = await parseForm(request, CorrectionForm)
  if (!form.ok) return data({ errors: form.errors, submitted: form.submitted, refusal: null }, 400)
  const correction = {
    number,
    reason: form.value.reason,
    applicationVersion: environment.version,
    by: actor.id,
  }
  const result = await correctSnapshot(db, correction, new Date())
  if (result.ok) return redirect(`/reports/${result.number}?done=prepare`)
  const status = result.refusal === 'unknown' ? 404 : 409
  return data({ errors: {}, submitted: form.submitted, refusal: result.refusal }, status)
}

export default function CorrectionPage() {
  const { number, cutOff } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useMessages()
  const words = t.snapshot.correction
  return (
    <>
      <PageHeader
        title={words.title(number)}
        lead={words.lead}
        breadcrumbs={[
          { href: '/reports', label: t.snapshot.title },
          { href: `/reports/${number}`, label: t.snapshot.one(number) },
        ]}
      />
      <p>
        {words.before} <a href={`/reports/drafts/${cutOff}`}>{words.toTexts}</a>
      </p>
      <Form
        errors={answer?.errors}
        submitted={answer?.submitted}
        refusal={answer?.refusal ? t.snapshot.correctRefusal[answer.refusal] : undefined}
      >
        <TextArea
          name="reason"
          label={words.reason}
          hint={words.reasonHint}
          required
          maxLength={REASON_LENGTH}
        />
        <ButtonRow>
          <Button look="primary">{words.submit}</Button>
          <ButtonLink href={`/reports/${number}`}>{t.form.cancel}</ButtonLink>
        </ButtonRow>
      </Form>
    </>
  )
}
