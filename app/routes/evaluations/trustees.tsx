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
import { hasNotBegun, isPooled } from '#app/domain/evaluation.ts'
import { displayName } from '#app/domain/person.ts'
import { can } from '#app/domain/policy.ts'
import { areReady, TRUSTEE_ROLES, type TrusteePart } from '#app/domain/trustee.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { id, parseForm } from '#app/http/form.ts'
import { found, idFrom, notFound } from '#app/http/responses.ts'
import { Button, ButtonRow, PostButton } from '#app/ui/button.tsx'
import { SelectField } from '#app/ui/choice-field.tsx'
import { Form } from '#app/ui/form.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader, Section } from '#app/ui/page.tsx'
import { useRoundTitle } from '#app/ui/round.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { TrusteeTable } from '#app/ui/trustee.tsx'
import type { Db } from '#db/client.server.ts'
import { getRound } from '#db/evaluations.ts'
import { listPeopleWithRole } from '#db/roles.ts'
import { listTrustees } from '#db/trustee-lists.ts'
import { dismissTrustees, nameTrustees } from '#db/trustees.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.trustee.overview.title)

const StepForm = z.discriminatedUnion('step', [
  z.object({ step: z.literal('name'), coordination: id(), oversight: id() }),
  z.object({ step: z.literal('back') }),
])

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const now = new Date()
  const round = found(await getRound(context.db, idFrom(params.roundId), now))
  permit(actor, 'evaluation:results', round)
  if (isPooled(round.kind)) throw notFound()
  const trustees = await listTrustees(context.db, round.id, now)
  const hasBegun = !hasNotBegun(round.state) || round.openedAt !== null
  const changes = can(actor, 'evaluation:manage') && !hasBegun
  return {
    round,
    trustees: trustees.map(({ salt: _, ...one }) => ({
      ...one,
      mayOpen: can(actor, 'evaluation:trustee', one) || can(actor, 'evaluation:stand-in', one),
    })),
    isReady: areReady(trustees),
    hasBegun,
    choices: changes ? await choicesOf(context.db, dayOf(now)) : null,
    done: new URL(request.url).searchParams.get('done'),
  }
}

type Choice = { value: string; label: string }

/** Whom the coordination may name, by office. */
async function choicesOf(db: Db, today: string): Promise<Record<TrusteePart, Choice[]>> {
  const of = async (part: TrusteePart) => {
    const people = new Map<string, string>()
    for (const role of TRUSTEE_ROLES[part]) {
      for (const person of await listPeopleWithRole(db, role, today))
        people.set(person.id, displayName(person))
    }
    return [...people].map(([value, label]) => ({ value, label }))
  }
  return { coordination: await of('coordination'), oversight: await of('oversight') }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'evaluation:manage')
  const now = new Date()
  const round = found(await getRound(context.db, idFrom(params.roundId), now))
  const form = await parseForm(request, StepForm)
  const { submitted } = form
  if (!form.ok) return data({ errors: form.errors, submitted, refusal: undefined }, 400)
  const { value } = form
  const by = actor.id
  const roundId = round.id
  if (value.step === 'back') {
    const result = await dismissTrustees(context.db, { roundId, by }, context.environment.roundKey, now)
    if (!result.ok) return data({ errors: {}, submitted, refusal: result.refusal }, 409)
    return redirect(`/evaluations/${roundId}/trustees?done=back`)
  }
  const { coordination, oversight } = value
  const errors = await errorsOf(context.db, { coordination, oversight }, dayOf(now))
  if (Object.keys(errors).length > 0) return data({ errors, submitted, refusal: undefined }, 400)
  const result = await nameTrustees(context.db, { roundId, people: { coordination, oversight }, by }, now)
  if (!result.ok) return data({ errors: {}, submitted, refusal: result.refusal }, 409)
  return redirect(`/evaluations/${roundId}/trustees?done=name`)
}

async function errorsOf(db: Db, named: Record<TrusteePart, string>, today: string) {
  const choices = await choicesOf(db, today)
  const parts = (['coordination', 'oversight'] as const).filter(
    (part) => !choices[part].some(({ value }) => value === named[part]),
  )
  return Object.fromEntries(parts.map((part) => [part, 'invalid']))
}

export default function TrusteesPage() {
  const { round, trustees, isReady, hasBegun, choices, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useMessages()
  const title = useRoundTitle()
  const { overview, refusal } = t.trustee
  const refusals: Record<string, string> = { ...refusal, 'not-found': t.round.actions.missing }
  const said: Record<string, string> = { name: overview.named, back: overview.backDone }
  return (
    <>
      <PageHeader
        title={overview.title}
        lead={overview.lead}
        breadcrumbs={[
          { href: '/evaluations', label: t.round.list.title },
          { href: `/evaluations/${round.id}`, label: title(round) },
        ]}
      />
      {done && said[done] && <Notice kind="success" title={said[done]} answer />}
      {answer?.refusal && <Notice kind="danger" title={refusals[answer.refusal]} answer />}
      {isReady && !hasBegun && <Notice kind="success" title={overview.readyTitle} />}
      {trustees.length > 0 && <TrusteeTable roundId={round.id} trustees={trustees} />}
      {trustees.length === 0 && !choices && <p>{t.trustee.holder.server}</p>}
      <Section title={overview.risk}>
        <ul className="measure">
          {overview.risks.map((risk) => (
            <li key={risk}>{risk}</li>
          ))}
        </ul>
      </Section>
      {choices && <NameTrustees choices={choices} />}
      {hasBegun && <p className="muted">{overview.fixed}</p>}
    </>
  )
}

function NameTrustees({ choices }: { choices: Record<TrusteePart, Choice[]> }) {
  const { trustees } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { overview } = useMessages().trustee
  const isNamed = trustees.length > 0
  const chosen = Object.fromEntries(trustees.map(({ part, personId }) => [part, personId]))
  const isPossible = choices.coordination.length > 0 && choices.oversight.length > 0
  return (
    <Section title={isNamed ? overview.nameAgain : overview.nameTitle}>
      {isNamed && <p className="measure">{overview.nameAgainLead}</p>}
      {isPossible ? (
        <Form hidden={{ step: 'name' }} errors={answer?.errors} submitted={answer?.submitted} values={chosen}>
          <SelectField
            name="coordination"
            label={overview.chooseCoordination}
            options={choices.coordination}
            required
          />
          <SelectField
            name="oversight"
            label={overview.chooseOversight}
            options={choices.oversight}
            required
          />
          <ButtonRow>
            <Button look={isNamed ? 'secondary' : 'primary'}>{overview.name}</Button>
          </ButtonRow>
        </Form>
      ) : (
        <Notice kind="warning" title={overview.nobody} />
      )}
      {isNamed && (
        <div className="section">
          <p className="measure">{overview.backLead}</p>
          <PostButton hidden={{ step: 'back' }}>{overview.back}</PostButton>
        </div>
      )}
    </Section>
  )
}
