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
import { AUDIENCES } from '#app/domain/course.ts'
import { displayName } from '#app/domain/person.ts'
import { nameParts } from '#app/domain/walk-in.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { email, id, line, oneOf, parseForm } from '#app/http/form.ts'
import { wordsFrom } from '#app/http/query.ts'
import { found, idFrom } from '#app/http/responses.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button, ButtonRow, PostButton } from '#app/ui/button.tsx'
import { RadioGroup, SelectField } from '#app/ui/choice-field.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { TextField } from '#app/ui/field.tsx'
import { FilterBar } from '#app/ui/filter-bar.tsx'
import { Form } from '#app/ui/form.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader, Section } from '#app/ui/page.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { listUnapproved } from '#db/approval-requests.ts'
import type { Db } from '#db/client.server.ts'
import { getMeeting } from '#db/meetings.ts'
import { findMembers } from '#db/members.ts'
import { listOrganisationNames } from '#db/organisations.ts'
import { getWalkIn, inviteWalkIn, leaveWalkIn, settleWalkIn, type WalkIn } from '#db/walk-ins.ts'

const MOST_FOUND = 10
/** The office is asked once: only what it confirms counts without the approval of an organisation. */
const anyway = { withoutApproval: z.literal('on').optional() }
const SettleForm = z.object({ personId: id(), ...anyway })
const InviteForm = z.object({
  newId: id(),
  givenName: line(100),
  familyName: line(100),
  email: email(),
  organisationId: id(),
  audience: oneOf(AUDIENCES),
  ...anyway,
})
const IntentForm = z.looseObject({ intent: oneOf(['settle', 'invite', 'leave']) })

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.walkIn.office.who)

/** What somebody else has settled meanwhile is no page any more; the list says so. */
const SETTLED_ALREADY = '/walk-ins?done=already'

async function openWalkIn(db: Db, walkInId: string): Promise<WalkIn> {
  const walkIn = found(await getWalkIn(db, walkInId))
  if (walkIn.settledAt) throw redirect(SETTLED_ALREADY)
  return walkIn
}

export async function loader({ request, params, context: { db }, context }: LoaderFunctionArgs) {
  permit(await requireActor(context, request), 'walk-in:settle')
  const walkIn = await openWalkIn(db, idFrom(params.walkInId))
  const today = dayOf(new Date())
  const search = wordsFrom(new URL(request.url).searchParams, 'q')
  // Without a search: whom the trainer found, or who has the same family name.
  const words = search ?? (walkIn.personId ? walkIn.name : nameParts(walkIn.name).familyName)
  const isNoted = (person: { id: string }) => person.id === walkIn.personId
  const { workshopId } = found(await getMeeting(db, walkIn.meetingId))
  const hits = await findMembers(db, words, MOST_FOUND, today)
  hits.sort((a, b) => Number(isNoted(b)) - Number(isNoted(a)))
  const unapproved = await listUnapproved(db, workshopId, hits)
  const organisations = await listOrganisationNames(db, today)
  const { id: walkInId, name, email: address, organisation } = walkIn
  const same = organisations.find((each) => each.name === organisation)
  return {
    walkIn: { id: walkInId, name, email: address, organisation, hasAccount: walkIn.personId !== null },
    proposed: { ...nameParts(name), email: address, organisationId: same?.id ?? '' },
    newId: randomUUID(),
    hits: hits.map((person) => {
      const unapprovedBy = unapproved.get(person.id) ?? null
      return { id: person.id, name: displayName(person), organisation: person.organisation, unapprovedBy }
    }),
    organisations: organisations.map(({ id: value, name: label }) => ({ value, label })),
  }
}

export async function action({ request, params, context: { db }, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'walk-in:settle')
  const walkInId = idFrom(params.walkInId)
  await openWalkIn(db, walkInId)
  const wish = { id: walkInId, by: actor.id }
  const now = new Date()
  const intent = await parseForm(request.clone(), IntentForm)
  if (!intent.ok) throw new Response(null, { status: 400 })
  if (intent.value.intent === 'leave') return answerTo(await leaveWalkIn(db, wish, now), 'left')
  if (intent.value.intent === 'settle') {
    const form = await parseForm(request, SettleForm)
    if (!form.ok) return data({ errors: form.errors, submitted: form.submitted, refusal: null }, 400)
    return answerTo(
      await settleWalkIn(db, { ...wish, personId: form.value.personId, ...sure(form.value) }, now),
      'settled',
    )
  }
  permit(actor, 'person:manage')
  const form = await parseForm(request, InviteForm)
  if (!form.ok) return data({ errors: form.errors, submitted: form.submitted, refusal: null }, 400)
  const { newId, organisationId, audience, withoutApproval, ...names } = form.value
  const known = await listOrganisationNames(db, dayOf(now))
  if (!known.some((each) => each.id === organisationId))
    return data({ errors: { organisationId: 'invalid' }, submitted: form.submitted, refusal: null }, 400)
  const membership = { organisationId, audience }
  const more = { locale: 'de', membership, roles: ['participant' as const], invite: true } as const
  const person = { id: newId, ...names, ...more, roles: [...more.roles] }
  return answerTo(
    await inviteWalkIn(db, { ...wish, person, ...sure({ withoutApproval }) }, now),
    'invited',
    form.submitted,
  )
}

const sure = ({ withoutApproval }: { withoutApproval?: 'on' | undefined }) => ({
  withoutApproval: withoutApproval === 'on',
})

function answerTo(
  result: Awaited<ReturnType<typeof settleWalkIn>>,
  done: 'settled' | 'invited' | 'left',
  submitted: Record<string, string | string[]> = {},
) {
  if (!result.ok && result.refusal === 'already-settled') return redirect(SETTLED_ALREADY)
  if (!result.ok) return data({ errors: {}, submitted, refusal: result.refusal }, 409)
  return redirect(`/walk-ins?done=${done}`)
}

export default function SettlePage() {
  const { walkIn } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useMessages()
  const { office, refusal, email: emailLabel, organisation } = t.walkIn
  const refusals = { ...t.attendance.refusal, ...refusal }
  return (
    <div className="measure stack">
      <PageHeader title={walkIn.name} breadcrumbs={[{ href: '/walk-ins', label: office.title }]} />
      {answer?.refusal && <Notice kind="danger" title={refusals[answer.refusal]} answer />}
      <DescriptionList
        facts={[
          { term: organisation, value: walkIn.organisation },
          ...(walkIn.hasAccount ? [] : [{ term: emailLabel, value: walkIn.email }]),
        ]}
      />
      <Suggestions />
      {!walkIn.hasAccount && <Invite />}
      <Section title={office.leave}>
        <p>{office.leaveText}</p>
        <PostButton hidden={{ intent: 'leave' }}>{office.leave}</PostButton>
      </Section>
    </div>
  )
}

function Suggestions() {
  const { hits } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  // Of another organisation on the day itself than today, for example.
  const isAsked = answer?.refusal === 'approval-missing' && answer.submitted.intent !== 'invite'
  const { office, search } = useMessages().walkIn
  return (
    <Section title={office.suggestions}>
      <FilterBar label={search}>
        <TextField name="q" label={search} type="search" maxLength={100} />
      </FilterBar>
      {hits.length === 0 && <p>{office.noSuggestion}</p>}
      <ul className="plain-list">
        {hits.map(({ id: personId, name, organisation, unapprovedBy }) => (
          <li key={personId} className="stack">
            <p>
              {name} <span className="muted">{organisation}</span>{' '}
              {unapprovedBy && <Badge kind="warning">{office.unapproved}</Badge>}
            </p>
            {unapprovedBy && <p>{office.unapprovedBecause(unapprovedBy)}</p>}
            {unapprovedBy || isAsked ? (
              <PostButton hidden={{ intent: 'settle', personId, withoutApproval: 'on' }}>
                {office.isThisAnyway(name)}
              </PostButton>
            ) : (
              <PostButton hidden={{ intent: 'settle', personId }}>{office.isThis(name)}</PostButton>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Invite() {
  const { proposed, newId, organisations } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useMessages()
  const { office, email: emailLabel, organisation } = t.walkIn
  const isAsked = answer?.refusal === 'approval-missing' && answer.submitted.intent === 'invite'
  return (
    <Section title={office.invite}>
      <p>{office.inviteText}</p>
      <Form
        hidden={{ intent: 'invite', newId, ...(isAsked && { withoutApproval: 'on' }) }}
        values={proposed}
        errors={answer?.errors}
        submitted={answer?.submitted}
      >
        <TextField name="givenName" label={office.givenName} required maxLength={100} />
        <TextField name="familyName" label={office.familyName} required maxLength={100} />
        <TextField name="email" label={emailLabel} type="email" required maxLength={254} />
        <SelectField name="organisationId" label={organisation} required options={organisations} />
        <RadioGroup
          name="audience"
          label={t.person.add.audience}
          required
          options={AUDIENCES.map((value) => ({ value, label: t.course.audience[value] }))}
        />
        <ButtonRow>
          <Button look="primary">{isAsked ? office.inviteAnyway : office.inviteButton}</Button>
        </ButtonRow>
      </Form>
    </Section>
  )
}
