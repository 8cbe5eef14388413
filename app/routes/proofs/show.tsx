import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { displayName } from '#app/domain/person.ts'
import { can } from '#app/domain/policy.ts'
import { proofState } from '#app/domain/proof.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { oneOf, optionalText, parseForm } from '#app/http/form.ts'
import { found, idFrom } from '#app/http/responses.ts'
import { pick } from '#app/i18n/index.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button, ButtonLink, ButtonRow } from '#app/ui/button.tsx'
import { Confirm } from '#app/ui/confirm.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { Form } from '#app/ui/form.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import { PageHeader } from '#app/ui/page.tsx'
import { Day } from '#app/ui/time.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { decideProof, getProof, removeProof } from '#db/proofs.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.proof.file)

const DecisionForm = z.object({
  intent: oneOf(['confirmed', 'returned', 'remove']),
  reason: optionalText(500),
})

export async function loader({ request, params, context: { db }, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const proof = found(await getProof(db, idFrom(params.proofId)))
  permit(actor, 'proof:read', proof)
  const { id, title, provider, attendedOn, units, courseDe, courseEn, organisation, reason } = proof
  const isOwn = can(actor, 'proof:remove', proof)
  return {
    proof: { id, title, provider, attendedOn, units, courseDe, courseEn, organisation, reason },
    name: displayName(proof),
    state: proofState(proof),
    isOwn,
    decides: proof.decision === null && can(actor, 'proof:decide', proof),
    asks: isOwn && new URL(request.url).searchParams.get('ask') === 'remove',
  }
}

export async function action({ request, params, context: { db }, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  const proof = found(await getProof(db, idFrom(params.proofId)))
  const form = await parseForm(request, DecisionForm)
  if (form.ok && form.value.intent === 'remove') {
    permit(actor, 'proof:remove', proof)
    await removeProof(db, actor.id, proof.id, new Date())
    return redirect('/learning#proofs')
  }
  permit(actor, 'proof:decide', proof)
  const { submitted } = form
  if (!form.ok) return data({ errors: form.errors, submitted, refusal: undefined }, 400)
  const { reason } = form.value
  const decision = form.value.intent === 'returned' ? 'returned' : 'confirmed'
  if (decision === 'returned' && reason === null)
    return data({ errors: { reason: 'required' }, submitted, refusal: undefined }, 400)
  const answer = {
    id: proof.id,
    decision,
    reason: decision === 'returned' ? reason : null,
    by: actor.id,
  } as const
  const result = await decideProof(db, answer, new Date())
  if (!result.ok) return data({ errors: {}, submitted, refusal: result.refusal }, 409)
  return redirect(`/proofs?done=${decision}`)
}

export default function ProofPage() {
  const { proof, name, state, isOwn, decides, asks } = useLoaderData<typeof loader>()
  const t = useMessages()
  const locale = useLocale()
  const words = t.proof
  const back = isOwn
    ? { href: '/learning', label: t.learning.mine.title }
    : { href: '/proofs', label: words.queue.title }
  if (asks) {
    return (
      <>
        <PageHeader title={words.removeTitle} lead={proof.title} breadcrumbs={[back]} />
        <Confirm
          consequence={words.removeConsequence}
          confirm={words.removeConfirm}
          back={{ href: '/learning' }}
          hidden={{ intent: 'remove' }}
        />
      </>
    )
  }
  return (
    <>
      <PageHeader
        title={proof.title}
        breadcrumbs={[back]}
        badge={<Badge kind={state === 'confirmed' ? 'success' : 'plain'}>{words.state[state]}</Badge>}
      />
      <DescriptionList
        facts={[
          { term: words.queue.person, value: `${name}, ${proof.organisation}` },
          { term: words.provider, value: proof.provider },
          { term: words.attendedOn, value: <Day value={proof.attendedOn} /> },
          { term: words.units, value: words.unitCount(proof.units) },
          {
            term: words.course,
            value: proof.courseDe ? pick(locale, proof.courseDe, proof.courseEn) : undefined,
          },
        ]}
      />
      {proof.reason && <p>{words.returnedBecause(proof.reason)}</p>}
      <ButtonRow>
        <ButtonLink href={`/proofs/${proof.id}/file`}>{words.queue.look}</ButtonLink>
      </ButtonRow>
      {decides && <Decision />}
    </>
  )
}

function Decision() {
  const answer = useActionData<typeof action>()
  const { queue, refusal } = useMessages().proof
  const words: Record<string, string> = refusal
  return (
    <Form
      errors={answer?.errors}
      submitted={answer?.submitted}
      refusal={answer?.refusal && words[answer.refusal]}
    >
      <TextArea name="reason" label={queue.reason} hint={queue.reasonHint} maxLength={500} rows={3} />
      <ButtonRow>
        <Button look="primary" name="intent" value="confirmed">
          {queue.confirm}
        </Button>
        <Button name="intent" value="returned">
          {queue.returnIt}
        </Button>
      </ButtonRow>
    </Form>
  )
}
