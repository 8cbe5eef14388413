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
import { addDays, daysBetween, dayOf } from '#app/domain/calendar.ts'
import { MIN_RESPONSES } from '#app/domain/disclosure.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { day, id, parseForm, requiredText, wholeNumber, type Errors } from '#app/http/form.ts'
import { formatMonthName } from '#app/i18n/format.ts'
import { Button, ButtonLink, ButtonRow } from '#app/ui/button.tsx'
import { DateField, NumberField, TextField } from '#app/ui/field.tsx'
import { Form } from '#app/ui/form.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader, Section } from '#app/ui/page.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { addRound, countRegistered } from '#db/rounds.ts'
import { currentVersion } from '#surveys/index.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.round.add.title)

const MOST_MINIMUM = 50
const MOST_DAYS = 90
const SUGGESTED_DAYS = 21

const RoundForm = z.object({
  id: id(),
  title: requiredText(200),
  opensOn: day(),
  closesOn: day(),
  minimum: wholeNumber(MIN_RESPONSES, MOST_MINIMUM),
})

export async function loader({ request, context }: LoaderFunctionArgs) {
  permit(await requireActor(context, request), 'evaluation:manage')
  const today = dayOf(new Date())
  const opensOn = addDays(today, 1)
  return {
    id: randomUUID(),
    today,
    opensOn,
    closesOn: addDays(opensOn, SUGGESTED_DAYS),
    registered: await countRegistered(context.db, today),
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'evaluation:manage')
  const form = await parseForm(request, RoundForm)
  if (!form.ok) return data({ errors: form.errors, submitted: form.submitted }, 400)
  const now = new Date()
  const errors = problemsOf(form.value, dayOf(now))
  if (Object.keys(errors).length > 0) return data({ errors, submitted: form.submitted }, 400)
  const plan = { ...form.value, kind: 'competence-centre' as const, by: actor.id }
  const questionnaire = currentVersion('competence-centre')
  await addRound(context.db, plan, { questionnaire, wrappingKey: context.environment.roundKey }, now)
  return redirect(`/evaluations/${plan.id}?done=added`)
}

/** Keys of t.round.add.problem. */
function problemsOf(plan: { opensOn: string; closesOn: string }, today: string): Errors {
  if (plan.opensOn < today) return { opensOn: 'in-the-past' }
  if (plan.closesOn <= plan.opensOn) return { closesOn: 'ends-before-start' }
  return daysBetween(plan.opensOn, plan.closesOn) > MOST_DAYS ? { closesOn: 'lasts-too-long' } : {}
}

export default function NewRoundPage() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useMessages()
  const { add } = t.round
  const sentences: Record<string, string> = add.problem
  const errors = Object.entries(answer?.errors ?? {}).map(([name, key]) => [name, sentences[key] ?? key])
  return (
    <>
      <PageHeader
        title={add.title}
        lead={add.lead}
        breadcrumbs={[{ href: '/evaluations', label: t.round.list.title }]}
      />
      <Form id={page.id} errors={Object.fromEntries(errors)} submitted={answer?.submitted}>
        <TextField
          name="title"
          label={add.name}
          hint={add.nameHint}
          maxLength={200}
          defaultValue={add.suggested(formatMonthName(page.opensOn, 'de'))}
          required
        />
        <div className="field-row">
          <DateField
            name="opensOn"
            label={add.opensOn}
            hint={add.opensOnHint}
            min={page.today}
            defaultValue={page.opensOn}
            required
          />
          <DateField
            name="closesOn"
            label={add.closesOn}
            hint={add.closesOnHint}
            min={page.opensOn}
            defaultValue={page.closesOn}
            required
          />
        </div>
        <NumberField
          name="minimum"
          label={add.minimum}
          hint={add.minimumHint}
          min={MIN_RESPONSES}
          max={MOST_MINIMUM}
          defaultValue={MIN_RESPONSES}
          required
        />
        <WhoTakesPart {...page.registered} />
        <ButtonRow>
          <Button look="primary">{add.save}</Button>
          <ButtonLink href="/evaluations">{t.form.cancel}</ButtonLink>
        </ButtonRow>
      </Form>
    </>
  )
}

function WhoTakesPart({ it, user }: { it: number; user: number }) {
  const { add } = useMessages().round
  return (
    <>
      <Section title={add.whoTitle}>
        <p className="measure">{add.who(it, user)}</p>
        {it + user < MIN_RESPONSES && <Notice kind="warning" title={add.tooFewPeople(MIN_RESPONSES)} />}
      </Section>
      <Section title={add.releaseTitle}>
        <p className="measure">{add.release}</p>
      </Section>
    </>
  )
}
