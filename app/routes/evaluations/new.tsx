import { randomUUID } from 'node:crypto'
import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { addDays, dayOf } from '#app/domain/calendar.ts'
import { MIN_RESPONSES, mostMinimum } from '#app/domain/disclosure.ts'
import { isChosen } from '#app/domain/evaluation.ts'
import { FEWEST_READERS, READERS_FOR } from '#app/domain/remark-readers.ts'
import { audienceRefusal, leastPeople, type RoundAudience } from '#app/domain/round-audience.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { parseForm, type Errors } from '#app/http/form.ts'
import { choiceFrom } from '#app/http/query.ts'
import { PLANNED_KINDS, problemsOf, QUESTIONNAIRE_KINDS_FOR, RoundForm } from '#app/http/round-form.ts'
import { formatMonthName } from '#app/i18n/format.ts'
import type { Messages } from '#app/i18n/index.ts'
import { Button, ButtonLink, ButtonRow } from '#app/ui/button.tsx'
import { DateField, NumberField, TextField } from '#app/ui/field.tsx'
import { Form } from '#app/ui/form.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader, Section } from '#app/ui/page.tsx'
import { readersField } from '#app/ui/remark-readers.tsx'
import { audienceFields, questionnaireField } from '#app/ui/round-audience-fields.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { pageTitle } from '#app/ui/title.ts'
import type { Db } from '#db/client.server.ts'
import { currentVersion, listForRounds } from '#db/questionnaire-versions.ts'
import { listAudience, listAudienceChoices } from '#db/round-audiences.ts'
import { countRegistered } from '#db/round-openings.ts'
import { addRound, type AddResult } from '#db/rounds.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.round.add.title)

const SUGGESTED_DAYS = 21

export async function loader({ request, context }: LoaderFunctionArgs) {
  permit(await requireActor(context, request), 'evaluation:manage')
  const now = new Date()
  const today = dayOf(now)
  const opensOn = addDays(today, 1)
  const kind = choiceFrom(new URL(request.url).searchParams, 'kind', PLANNED_KINDS) ?? 'competence-centre'
  return {
    id: randomUUID(),
    ...{ kind, today, opensOn },
    questionnaires: await listForRounds(context.db, QUESTIONNAIRE_KINDS_FOR[kind]),
    closesOn: addDays(opensOn, SUGGESTED_DAYS),
    registered: await countRegistered(context.db, today),
    choices: isChosen(kind) ? await listAudienceChoices(context.db, now) : null,
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'evaluation:manage')
  const form = await parseForm(request, RoundForm)
  const { submitted } = form
  const none = { submitted, tooSmall: null, others: null }
  if (!form.ok) return data({ ...none, errors: form.errors }, 400)
  const now = new Date()
  const { kind, id, title, opensOn, closesOn, minimum, remarkReaders } = form.value
  const offered = await listForRounds(context.db, QUESTIONNAIRE_KINDS_FOR[kind])
  const chosen = form.value.questionnaire
    ? offered.find(({ key }) => key === form.value.questionnaire)
    : offered[0]
  if (!chosen) return data({ ...none, errors: { questionnaire: 'not-offered' } as Errors }, 400)
  const common = { id, title, opensOn, closesOn, minimum, remarkReaders, by: actor.id }
  const errors = problemsOf(common, dayOf(now))
  if (Object.keys(errors).length > 0) return data({ ...none, errors }, 400)

  const questionnaire = await currentVersion(context.db, chosen.key)
  const means = { questionnaire, wrappingKey: context.environment.roundKey }
  if (kind === 'competence-centre')
    return answerTo(await addRound(context.db, { ...common, kind }, means, now))
  const { groups, attended, organisationIds } = form.value
  const audience = { groups, attended, organisationIds }
  const problem = await problemWith(context.db, audience, minimum, dayOf(now))
  if (problem) return data({ ...none, ...problem }, 400)
  return answerTo(await addRound(context.db, { ...common, kind, audience }, means, now))

  function answerTo(added: AddResult) {
    if (added.ok) return redirect(`/evaluations/${id}?done=added`)
    return data({ ...none, errors: {} as Errors, others: added.others }, 409)
  }
}

type Problem = { errors: Errors; tooSmall: { found: number; least: number } | null }

async function problemWith(
  db: Db,
  audience: RoundAudience,
  minimum: number,
  today: string,
): Promise<Problem | null> {
  const found = (await listAudience(db, audience, today)).length
  const refusal = audienceRefusal(audience, found, minimum)
  if (refusal === 'few-municipalities') return { errors: { organisationIds: refusal }, tooSmall: null }
  const least = leastPeople(audience.organisationIds.length > 0, minimum)
  return refusal ? { errors: { groups: refusal }, tooSmall: { found, least } } : null
}

export default function NewRoundPage() {
  const { kind } = useLoaderData<typeof loader>()
  const t = useMessages()
  const { add } = t.round
  return (
    <>
      <PageHeader
        title={add.title}
        lead={add.lead}
        breadcrumbs={[{ href: '/evaluations', label: t.round.list.title }]}
      />
      <Tabs
        label={add.kinds}
        tabs={PLANNED_KINDS.map((one) => ({
          href: `/evaluations/new?kind=${one}`,
          label: add.tab[one],
          isCurrent: one === kind,
        }))}
      />
      <p className="measure">{add.about[kind]}</p>
      <RoundFields />
    </>
  )
}

function RoundFields() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useMessages()
  const locale = useLocale()
  const { add } = t.round
  const { kind, choices } = page
  const tooSmall = answer?.tooSmall
  const sentences: Record<string, string> = {
    ...add.problem,
    ...(tooSmall ? { 'too-few-people': add.audienceTooSmall(tooSmall.found, tooSmall.least) } : {}),
  }
  return (
    <Form
      id={page.id}
      hidden={{ kind }}
      errors={answer?.errors}
      sentences={sentences}
      submitted={answer?.submitted}
      refusal={answer?.others ? add.overlap(answer.others) : undefined}
    >
      <TextField
        name="title"
        label={add.name}
        hint={add.nameHint}
        maxLength={200}
        defaultValue={add.suggested[kind](formatMonthName(page.opensOn, 'de'))}
        required
      />
      {questionnaireField(t, page.questionnaires)}
      {choices && audienceFields(t, locale, choices, answer !== undefined)}
      {dayFields(t, page)}
      <NumberField
        name="minimum"
        label={add.minimum}
        hint={add.minimumHint}
        min={MIN_RESPONSES}
        max={mostMinimum(kind)}
        defaultValue={MIN_RESPONSES}
        required
      />
      {readersField(t, {
        offered: READERS_FOR[kind],
        chosen: FEWEST_READERS,
        hint: t.round.remarkReaders.hint,
      })}
      {kind === 'competence-centre' && <WhoTakesPart {...page.registered} />}
      <Section title={add.releaseTitle}>
        <p className="measure">{add.release[kind]}</p>
      </Section>
      <ButtonRow>
        <Button look="primary">{add.save}</Button>
        <ButtonLink href="/evaluations">{t.form.cancel}</ButtonLink>
      </ButtonRow>
    </Form>
  )
}

type Days = { today: string; opensOn: string; closesOn: string }

/** Elements and no component, so that the form finds their labels. */
function dayFields({ round: { add } }: Messages, { today, opensOn, closesOn }: Days) {
  return (
    <div className="field-row">
      <DateField
        name="opensOn"
        label={add.opensOn}
        hint={add.opensOnHint}
        min={today}
        defaultValue={opensOn}
        required
      />
      <DateField
        name="closesOn"
        label={add.closesOn}
        hint={add.closesOnHint}
        min={opensOn}
        defaultValue={closesOn}
        required
      />
    </div>
  )
}

function WhoTakesPart({ it, user }: { it: number; user: number }) {
  const { add } = useMessages().round
  return (
    <Section title={add.whoTitle}>
      <p className="measure">{add.who(it, user)}</p>
      {it + user < MIN_RESPONSES && <Notice kind="warning" title={add.tooFewPeople(MIN_RESPONSES)} />}
    </Section>
  )
}
