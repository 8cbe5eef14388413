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
import { dayOf } from '#app/domain/calendar.ts'
import { TARGET_MEASURES } from '#app/domain/indicator.ts'
import { STAGE_AIMS, STAGE_VERDICTS, stageOn } from '#app/domain/stage.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { day, id, list, oneOf, optionalDay, optionalText, parseForm, requiredText } from '#app/http/form.ts'
import { choiceFrom } from '#app/http/query.ts'
import { found, idFrom } from '#app/http/responses.ts'
import { Allowed } from '#app/ui/actor.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader, Section } from '#app/ui/page.tsx'
import { StageHistory } from '#app/ui/stage-history.tsx'
import { DecisionForm, MemberForms, StageMembers, TargetForms } from '#app/ui/stage.tsx'
import { Day } from '#app/ui/time.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { listOrganisations } from '#db/organisations.ts'
import { decideStage, listStageDecisions, listStageTargets, setStageTarget } from '#db/stage-decisions.ts'
import { joinStage, leaveStage, listStageMembers, takeBackStageMember } from '#db/stage-members.ts'
import { listStageFacts } from '#db/stages.ts'

const RESOLUTION_LENGTH = 200
const REASON_LENGTH = 500
const LIST = '/indicators/stages'

const value = () =>
  z
    .string()
    .trim()
    .min(1)
    .transform((text) => Number(text.replace(',', '.')))
    .pipe(z.number().min(0).max(1_000))
const target = { id: id(), aim: oneOf(STAGE_AIMS) }
const aimed = { ...target, measure: oneOf(TARGET_MEASURES), value: value() }

const Forms = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('join'),
    organisations: list(id()).pipe(z.array(id()).min(1)),
    fromDate: day(),
  }),
  z.object({ intent: z.literal('leave'), memberId: id(), untilDate: day() }),
  z.object({
    intent: z.literal('take-back-member'),
    memberId: id(),
    reason: requiredText(REASON_LENGTH),
  }),
  z.object({
    intent: z.literal('decide'),
    id: id(),
    verdict: oneOf(STAGE_VERDICTS),
    resolution: optionalText(RESOLUTION_LENGTH),
    decidedOn: optionalDay(),
    reason: optionalText(REASON_LENGTH),
  }),
  z.object({ intent: z.literal('propose'), ...aimed }),
  z.object({
    intent: z.literal('resolve'),
    ...aimed,
    resolution: requiredText(RESOLUTION_LENGTH),
    decidedOn: day(),
  }),
  z.object({ intent: z.literal('take-back'), ...target, reason: requiredText(REASON_LENGTH) }),
])
type Sent = z.output<typeof Forms>

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.stage.title)

export async function loader({ request, params, context: { db }, context }: LoaderFunctionArgs) {
  permit(await requireActor(context, request), 'indicator:read')
  const today = dayOf(new Date())
  const stageId = idFrom(params.stageId)
  const stage = stageOn(found((await listStageFacts(db, today)).find((one) => one.id === stageId)), today)
  const entered = await listStageMembers(db, stageId)
  const members = entered.filter(({ takenBackAt }) => takenBackAt === null)
  const municipalities = await listOrganisations(db, { day: today, kind: 'municipality' })
  const isIn = new Set(members.flatMap((one) => (one.untilDate === null ? [one.organisationId] : [])))
  return {
    stageId,
    stage,
    members,
    mistaken: entered.filter(({ takenBackAt }) => takenBackAt !== null),
    others: municipalities.flatMap(({ id, name }) => (isIn.has(id) ? [] : [{ value: id, label: name }])),
    decisions: (await listStageDecisions(db, stageId)).map(({ recordedBy: _, ...entry }) => entry),
    targets: (await listStageTargets(db, stageId)).map(({ recordedBy: _, ...entry }) => entry),
    newId: randomUUID(),
    done: choiceFrom(new URL(request.url).searchParams, 'done', DONE),
  }
}

const DONE = ['saved', 'joined', 'left', 'memberTakenBack', 'decided', 'aimed'] as const

export async function action({ request, params, context: { db }, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'target:propose')
  const stageId = idFrom(params.stageId)
  const form = await parseForm(request, Forms)
  const { submitted } = form
  const intent = String(submitted.intent)
  if (!form.ok) return data({ intent, errors: form.errors, submitted, refusal: null }, 400)
  const sent = form.value
  if (ABOUT_MEMBERS.has(sent.intent)) permit(actor, 'stage:edit')
  if (sent.intent === 'decide') permit(actor, 'stage:decide')
  if (sent.intent === 'resolve' || sent.intent === 'take-back') permit(actor, 'target:resolve')
  if (sent.intent === 'decide' && sent.verdict !== 'open' && !(sent.resolution && sent.decidedOn)) {
    const errors = {
      ...(!sent.resolution && { resolution: 'required' }),
      ...(!sent.decidedOn && { decidedOn: 'required' }),
    }
    return data({ intent, errors, submitted, refusal: null }, 400)
  }
  const result = await save(sent, { db, stageId, by: actor.id })
  if (!result.ok) return data({ intent, errors: {}, submitted, refusal: result.refusal }, 409)
  return redirect(`${LIST}/${stageId}?done=${SAID[sent.intent]}`)
}

const ABOUT_MEMBERS: ReadonlySet<Sent['intent']> = new Set(['join', 'leave', 'take-back-member'])

const SAID: Record<Sent['intent'], (typeof DONE)[number]> = {
  ...{ join: 'joined', leave: 'left', 'take-back-member': 'memberTakenBack', decide: 'decided' },
  ...{ propose: 'aimed', resolve: 'aimed', 'take-back': 'aimed' },
}

type Means = { db: LoaderFunctionArgs['context']['db']; stageId: string; by: string }

function save(sent: Sent, { db, stageId, by }: Means) {
  const now = new Date()
  switch (sent.intent) {
    case 'join': {
      const organisations = sent.organisations.map((one) => ({ id: one, memberId: randomUUID() }))
      return joinStage(db, by, { stageId, organisations, fromDate: sent.fromDate }, now)
    }
    case 'leave':
      return leaveStage(db, by, { stageId, memberId: sent.memberId, untilDate: sent.untilDate }, now)
    case 'take-back-member':
      return takeBackStageMember(db, by, { stageId, memberId: sent.memberId, reason: sent.reason }, now)
    case 'decide': {
      const { id, verdict, reason } = sent
      const [resolution, decidedOn] = verdict === 'open' ? [null, null] : [sent.resolution, sent.decidedOn]
      return decideStage(db, { id, stageId, verdict, resolution, decidedOn, reason, by }, now)
    }
    case 'propose':
    case 'resolve': {
      const { id, aim, measure, value } = sent
      const resolved = sent.intent === 'resolve' ? sent : { resolution: null, decidedOn: null }
      const { resolution, decidedOn } = resolved
      const state = sent.intent === 'resolve' ? ('resolved' as const) : ('proposed' as const)
      const entry = { id, stageId, aim, measure, value, state, resolution, decidedOn, reason: null, by }
      return setStageTarget(db, entry, now)
    }
    case 'take-back': {
      const nothing = { value: null, resolution: null, decidedOn: null, measure: 'count' as const }
      const { id, aim, reason } = sent
      return setStageTarget(db, { id, stageId, aim, ...nothing, state: 'open', reason, by }, now)
    }
  }
}

export default function StagePage() {
  const { stageId, stage, members, others, newId, done, ...entries } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useMessages()
  const words = t.stage
  const { decision } = stage
  const verdict =
    decision.resolution && decision.decidedOn
      ? words.decidedBy(words.verdict[decision.verdict], decision.resolution, decision.decidedOn)
      : words.verdict[decision.verdict]
  return (
    <>
      <PageHeader
        title={stage.subject}
        lead={stage.description}
        breadcrumbs={[
          { href: '/indicators', label: t.indicator.title },
          { href: LIST, label: words.title },
        ]}
        action={
          <Allowed to="stage:edit">
            <ButtonLink href={`${LIST}/${stageId}/edit`}>{words.edit}</ButtonLink>
          </Allowed>
        }
      />
      {done && !result && <Notice kind="success" title={words[done]} answer />}
      <Section title={words.decision}>
        <DescriptionList
          facts={[
            { term: words.decision, value: verdict },
            { term: words.reason, value: decision.reason ?? undefined },
            { term: words.decideBy, value: stage.decideBy ? <Day value={stage.decideBy} /> : words.open },
            { term: words.days, value: words.span(stage.fromDate, stage.untilDate) },
            { term: words.topic, value: stage.topicDe ?? words.noTopic },
          ]}
        />
        <DecisionForm newId={newId} result={result} />
      </Section>
      <Section title={words.targets}>
        <TargetForms stage={stage} newId={newId} result={result} />
      </Section>
      <Section title={words.members}>
        <StageMembers members={members} />
        <MemberForms members={members} others={others} result={result} />
      </Section>
      <Section title={words.history}>
        <StageHistory decisions={entries.decisions} targets={entries.targets} members={entries.mistaken} />
      </Section>
    </>
  )
}
