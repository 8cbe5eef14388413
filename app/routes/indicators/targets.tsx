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
import { INDICATOR_KEYS, PHASE_KEYS } from '#app/domain/indicator.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import {
  day,
  id,
  oneOf,
  optionalDay,
  optionalText,
  parseForm,
  requiredText,
  wholeNumber,
} from '#app/http/form.ts'
import { ButtonLink, ButtonRow } from '#app/ui/button.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader, Section } from '#app/ui/page.tsx'
import { PhaseForms, PhaseTable } from '#app/ui/phases.tsx'
import { TargetForms, TargetHistory, TargetTable } from '#app/ui/targets.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { changePhase, listPhases } from '#db/phases.ts'
import { listTargetHistory, listTargets, proposeTarget, resolveTarget, takeBackTarget } from '#db/targets.ts'

const RESOLUTION_LENGTH = 200
const REASON_LENGTH = 500

const which = oneOf(
  INDICATOR_KEYS.flatMap((indicator) => PHASE_KEYS.map((phase) => `${indicator}.${phase}` as const)) as [
    string,
    ...string[],
  ],
)
const value = () =>
  z
    .string()
    .trim()
    .min(1)
    .transform((text) => Number(text.replace(',', '.')))
    .pipe(z.number().min(0).max(1_000))

const Forms = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('phase'),
    key: oneOf(PHASE_KEYS),
    fromDate: optionalDay(),
    untilDate: optionalDay(),
    resolution: optionalText(RESOLUTION_LENGTH),
    version: wholeNumber(1, 1_000_000),
  }),
  z.object({ intent: z.literal('propose'), id: id(), which, value: value() }),
  z.object({
    intent: z.literal('resolve'),
    id: id(),
    which,
    value: value(),
    resolution: requiredText(RESOLUTION_LENGTH),
    decidedOn: day(),
  }),
  z.object({ intent: z.literal('take-back'), id: id(), which, reason: requiredText(REASON_LENGTH) }),
])

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.indicator.targets)

export async function loader({ request, context: { db }, context }: LoaderFunctionArgs) {
  permit(await requireActor(context, request), 'indicator:read')
  return {
    phases: await listPhases(db),
    targets: await listTargets(db),
    history: await listTargetHistory(db),
    newIds: { propose: randomUUID(), resolve: randomUUID(), 'take-back': randomUUID() },
    done: new URL(request.url).searchParams.get('done'),
  }
}

export async function action({ request, context: { db }, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'target:propose')
  const form = await parseForm(request, Forms)
  const intent = String(form.submitted.intent)
  if (!form.ok) return data({ intent, errors: form.errors, submitted: form.submitted, refusal: null }, 400)

  const answer = (refusal: string) => data({ intent, errors: {}, submitted: form.submitted, refusal }, 409)
  const now = new Date()
  if (form.value.intent === 'phase') {
    permit(actor, 'phase:edit')
    const result = await changePhase(db, { ...form.value, by: actor.id }, now)
    return result.ok ? redirect('/indicators/targets?done=phase') : answer(result.refusal)
  }
  const [indicator, phaseKey] = pairOf(form.value.which)
  const target = { ...form.value, indicator, phaseKey, by: actor.id }
  if (target.intent === 'resolve') {
    permit(actor, 'target:resolve')
    const result = await resolveTarget(db, target, now)
    return result.ok ? redirect('/indicators/targets?done=resolve') : answer(result.refusal)
  }
  if (target.intent === 'take-back') {
    permit(actor, 'target:resolve')
    const result = await takeBackTarget(db, target, now)
    return result.ok ? redirect('/indicators/targets?done=take-back') : answer(result.refusal)
  }
  const result = await proposeTarget(db, target, now)
  return result.ok ? redirect('/indicators/targets?done=propose') : answer(result.refusal)
}

function pairOf(which: string) {
  const indicator = INDICATOR_KEYS.find((key) => which.startsWith(`${key}.`)) ?? INDICATOR_KEYS[0]
  const phaseKey = PHASE_KEYS.find((key) => which.endsWith(`.${key}`)) ?? PHASE_KEYS[0]
  return [indicator, phaseKey] as const
}

export default function TargetsPage() {
  const { phases, targets, history, newIds, done } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useMessages()
  return (
    <>
      <PageHeader
        title={t.indicator.targets}
        lead={t.indicator.targetsLead}
        breadcrumbs={[{ href: '/indicators', label: t.indicator.title }]}
        action={
          <ButtonRow>
            <ButtonLink href="/indicators/baselines">{t.baseline.title}</ButtonLink>
            <ButtonLink href="/indicators/rulings">{t.ruling.title}</ButtonLink>
            <ButtonLink href="/indicators/passports">{t.passportVersion.title}</ButtonLink>
            <ButtonLink href="/indicators/stages">{t.stage.title}</ButtonLink>
          </ButtonRow>
        }
      />
      {!result && <Done done={done} />}
      <Section title={t.indicator.targetTable}>
        <TargetTable targets={targets} />
        <TargetForms newIds={newIds} targets={targets} result={result} />
      </Section>
      <Section title={t.indicator.phases}>
        <PhaseTable phases={phases} />
        <PhaseForms phases={phases} result={result} />
      </Section>
      <Section title={t.indicator.history}>
        <TargetHistory targets={history} />
      </Section>
    </>
  )
}

function Done({ done }: { done: string | null }) {
  const t = useMessages()
  const said = new Map([
    ['phase', t.indicator.phaseSaved],
    ['propose', t.indicator.proposed],
    ['resolve', t.indicator.resolved],
    ['take-back', t.indicator.takenBackDone],
  ])
  const title = said.get(done ?? '')
  return title ? <Notice kind="success" title={title} answer /> : null
}
