import { randomUUID } from 'node:crypto'
import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { MEASURE_STATES } from '#app/domain/measure.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { id, line, oneOf, optionalText, parseForm, wholeNumber } from '#app/http/form.ts'
import { found, idFrom } from '#app/http/responses.ts'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { MeasureForm } from '#app/ui/measure.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader, Section } from '#app/ui/page.tsx'
import { useRoundTitle } from '#app/ui/round.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { getRound } from '#db/evaluations.ts'
import { listMeasures, saveMeasure } from '#db/measures.ts'

const MOST_VERSIONS = 100_000

const MeasureFields = z.object({
  id: id(),
  version: z.union([z.literal('').transform(() => null), wholeNumber(1, MOST_VERSIONS)]),
  title: line(300),
  owner: line(100),
  state: oneOf(MEASURE_STATES),
  reason: optionalText(500),
})

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.measure.title)

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  permit(await requireActor(context, request), 'measure:edit')
  const round = found(await getRound(context.db, idFrom(params.roundId), new Date()))
  const measures = await listMeasures(context.db, found(round.releasedAt ? round.id : undefined))
  const done = new URL(request.url).searchParams.get('done') === 'saved'
  return {
    round: { id: round.id, titleDe: round.titleDe, titleEn: round.titleEn },
    measures,
    newId: randomUUID(),
    done,
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'measure:edit')
  const roundId = idFrom(params.roundId)
  const form = await parseForm(request, MeasureFields)
  const { submitted } = form
  if (!form.ok) return data({ id: submitted.id, errors: form.errors, submitted, refusal: null }, 400)
  const result = await saveMeasure(context.db, { ...form.value, roundId, by: actor.id }, new Date())
  if (!result.ok && result.refusal === 'reason-missing')
    return data({ id: submitted.id, errors: { reason: result.refusal }, submitted, refusal: null }, 400)
  if (!result.ok) return data({ id: submitted.id, errors: {}, submitted, refusal: result.refusal }, 409)
  return redirect(`/evaluations/${roundId}/measures?done=saved`)
}

export default function MeasuresOfRoundPage() {
  const { round, measures, newId, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useMessages()
  const { measure } = t
  const title = useRoundTitle()(round)
  const answered = (of: string) =>
    answer?.id === of
      ? {
          errors: answer.errors,
          submitted: answer.submitted,
          refusal: answer.refusal ? measure.refusal[answer.refusal] : undefined,
        }
      : {}
  const isNew = answer !== undefined && measures.every(({ id: one }) => one !== answer.id)
  const addId = isNew && typeof answer.id === 'string' ? answer.id : newId
  return (
    <div className="measure stack">
      <PageHeader
        title={measure.title}
        lead={measure.editLead}
        breadcrumbs={[
          { href: '/evaluations', label: t.round.list.title },
          { href: `/evaluations/${round.id}/results`, label: title },
        ]}
      />
      {done && <Notice kind="success" title={measure.saved} answer />}
      {measures.map((one) => (
        <Disclosure
          key={one.id}
          summary={`${one.title} (${measure.state[one.state]})`}
          open={answer?.id === one.id}
        >
          <MeasureForm id={one.id} measure={one} {...answered(one.id)} />
        </Disclosure>
      ))}
      <Section title={measure.addTitle}>
        <MeasureForm id={addId} measure={null} {...answered(addId)} />
      </Section>
    </div>
  )
}
