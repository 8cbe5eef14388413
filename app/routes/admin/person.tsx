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
import { addDays, dayOf } from '#app/domain/calendar.ts'
import { AUDIENCES } from '#app/domain/course.ts'
import { displayName } from '#app/domain/person.ts'
import { can, ROLES } from '#app/domain/policy.ts'
import { permit, requireActor, type SignedInActor } from '#app/http/actor.server.ts'
import { checkbox, day, email, id, line, oneOf, optionalDay, parseForm, wholeNumber } from '#app/http/form.ts'
import { choiceFrom } from '#app/http/query.ts'
import { found, idFrom } from '#app/http/responses.ts'
import { Badge } from '#app/ui/badge.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page.tsx'
import { PersonAccount } from '#app/ui/person-account.tsx'
import { PersonMemberships } from '#app/ui/person-memberships.tsx'
import { PersonRoles } from '#app/ui/person-roles.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { addMembership, endMembership } from '#db/memberships.ts'
import { listOrganisationNames } from '#db/organisations.ts'
import { changePerson, disablePerson, enablePerson, getPerson, inviteAgain, type Person } from '#db/people.ts'
import { assignRole, endRole } from '#db/roles.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.person.list.title)

const DONE = ['added', 'saved', 'invited', 'disabled', 'enabled'] as const

const EditForm = z.object({
  givenName: line(100),
  familyName: line(100),
  email: email(),
  locale: oneOf(['de', 'en']),
  version: wholeNumber(1, 1_000_000),
})
const period = { fromDate: day(), untilDate: optionalDay() }
const MembershipForm = z.object({ id: id(), organisationId: id(), audience: oneOf(AUDIENCES), ...period })
const RoleForm = z.object({
  id: id(),
  role: oneOf(ROLES),
  organisationId: z.union([z.literal('').transform(() => null), id()]),
  ...period,
})
const EndForm = z.object({ id: id(), untilDate: day(), atOnce: checkbox() })

export async function loader({ request, params, context: { db }, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'person:manage')
  const person = found(await getPerson(db, idFrom(params.personId)))
  const today = dayOf(new Date())
  const organisations = await listOrganisationNames(db, today)
  return {
    person,
    today,
    newIds: { membership: randomUUID(), role: randomUUID() },
    organisations: organisations.map(({ id: value, name: label }) => ({ value, label })),
    mayEdit: can(actor, 'person:edit', { roles: comingRoles(person, today) }),
    mayAssign: can(actor, 'role:assign'),
    isMe: actor.id === person.id,
    done: choiceFrom(new URL(request.url).searchParams, 'done', DONE) ?? null,
  }
}

/** Roles that count today or will: whoever is in office from tomorrow on is out of reach today. */
function comingRoles(person: Person, today: string) {
  return person.roles
    .filter(({ untilDate }) => untilDate === null || untilDate >= today)
    .map(({ role }) => role)
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'person:manage')
  const person = found(await getPerson(context.db, idFrom(params.personId)))
  const intent = String((await request.clone().formData()).get('intent'))
  const asked: Asked = { request, context, actor, person, now: new Date(), intent }
  if (intent === 'edit' || intent === 'disable' || intent === 'enable') {
    permit(actor, 'person:edit', { roles: comingRoles(person, dayOf(asked.now)) })
  }
  if (intent === 'edit') return edit(asked)
  if (intent === 'disable') return disable(asked)
  if (intent === 'add-membership') return giveMembership(asked)
  if (intent === 'end-membership') return takeMembership(asked)
  if (intent === 'add-role') return giveRole(asked)
  if (intent === 'end-role') return takeRole(asked)
  if (intent === 'enable') await enablePerson(context.db, actor.id, person.id, asked.now)
  else if (intent === 'invite') await inviteAgain(context.db, actor.id, person.id, asked.now)
  return back(person, intent === 'enable' ? 'enabled' : 'invited')
}

type Asked = Pick<ActionFunctionArgs, 'request' | 'context'> & {
  actor: SignedInActor
  person: Person
  now: Date
  intent: string
}

type Refusal = 'last-admin' | 'yourself' | 'changed-meanwhile'
type Submitted = Record<string, string | string[]>

function answer(asked: Asked, errors: Record<string, string>, submitted?: Submitted, refusal?: Refusal) {
  return data({ intent: asked.intent, errors, submitted, refusal }, refusal ? 409 : 400)
}

function back(person: Person, done: (typeof DONE)[number]) {
  return redirect(`/admin/people/${person.id}?done=${done}`)
}

async function edit(asked: Asked) {
  const { request, context, actor, person, now } = asked
  const form = await parseForm(request, EditForm)
  if (!form.ok) return answer(asked, form.errors, form.submitted)
  const result = await changePerson(context.db, actor.id, person.id, form.value, now)
  if (result.ok) return back(person, 'saved')
  if (result.refusal === 'email-taken') return answer(asked, { email: result.refusal }, form.submitted)
  return answer(asked, {}, form.submitted, result.refusal)
}

async function disable(asked: Asked) {
  const { context, actor, person, now } = asked
  const result = await disablePerson(context.db, actor.id, person.id, now)
  return result.ok ? back(person, 'disabled') : answer(asked, {}, undefined, result.refusal)
}

async function giveMembership(asked: Asked) {
  const { request, context, actor, person, now } = asked
  const form = await parseForm(request, MembershipForm)
  if (!form.ok) return answer(asked, form.errors, form.submitted)
  const known = await listOrganisationNames(context.db, dayOf(now))
  if (!known.some((each) => each.id === form.value.organisationId)) {
    return answer(asked, { organisationId: 'invalid' }, form.submitted)
  }
  const membership = { ...form.value, personId: person.id }
  const result = await addMembership(context.db, actor.id, membership, now)
  if (result.ok) return back(person, 'saved')
  const field = result.refusal === 'already-member' ? 'organisationId' : 'untilDate'
  return answer(asked, { [field]: result.refusal }, form.submitted)
}

async function takeMembership(asked: Asked) {
  const { request, context, actor, person, now } = asked
  const form = await parseForm(request, EndForm)
  if (!form.ok) return answer(asked, form.errors, form.submitted)
  found(person.memberships.find((each) => each.id === form.value.id))
  await endMembership(context.db, actor.id, form.value.id, form.value.untilDate, now)
  return back(person, 'saved')
}

async function giveRole(asked: Asked) {
  const { request, context, actor, person, now } = asked
  permit(actor, 'role:assign')
  const form = await parseForm(request, RoleForm)
  if (!form.ok) return answer(asked, form.errors, form.submitted)
  const known = await listOrganisationNames(context.db, dayOf(now))
  const { organisationId } = form.value
  if (organisationId && !known.some((each) => each.id === organisationId)) {
    return answer(asked, { organisationId: 'invalid' }, form.submitted)
  }
  const result = await assignRole(context.db, actor.id, { ...form.value, personId: person.id }, now)
  if (result.ok) return back(person, 'saved')
  const { refusal } = result
  if (refusal === 'already-assigned') return answer(asked, { role: refusal }, form.submitted)
  const isAboutTime = refusal === 'needs-end' || refusal === 'ends-before-start'
  return answer(asked, { [isAboutTime ? 'untilDate' : 'organisationId']: refusal }, form.submitted)
}

async function takeRole(asked: Asked) {
  const { request, context, actor, person, now } = asked
  permit(actor, 'role:assign')
  const form = await parseForm(request, EndForm)
  if (!form.ok) return answer(asked, form.errors, form.submitted)
  found(person.roles.find((each) => each.id === form.value.id))
  const untilDate = form.value.atOnce ? addDays(dayOf(now), -1) : form.value.untilDate
  const result = await endRole(context.db, actor.id, form.value.id, untilDate, now)
  return result.ok ? back(person, 'saved') : answer(asked, {}, undefined, result.refusal)
}

export default function PersonPage() {
  const { person, today, newIds, organisations, mayEdit, mayAssign, isMe, done } =
    useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const t = useMessages()
  return (
    <div className="measure">
      <PageHeader
        title={displayName(person)}
        breadcrumbs={[
          { href: '/admin', label: t.administration.title },
          { href: '/admin/people', label: t.person.list.title },
        ]}
        badge={person.disabledAt && <Badge kind="warning">{t.person.state.disabled}</Badge>}
      />
      {done && <Notice kind="success" title={t.person.show[done]} answer />}
      {sent?.refusal && sent.intent !== 'edit' && (
        <Notice kind="danger" title={t.person.refusal[sent.refusal]} answer />
      )}
      <PersonAccount person={person} mayEdit={mayEdit} isMe={isMe} sent={sent} />
      <PersonMemberships
        memberships={person.memberships}
        organisations={organisations}
        newId={newIds.membership}
        today={today}
        sent={sent}
      />
      <PersonRoles
        roles={person.roles}
        organisations={organisations}
        newId={newIds.role}
        today={today}
        mayAssign={mayAssign}
        sent={sent}
      />
    </div>
  )
}
