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
import { permit, requireActor } from '#app/http/actor.server.ts'
import { id, oneOf, parseForm } from '#app/http/form.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { choiceFrom } from '#app/http/query.ts'
import { AccessRequestCard } from '#app/ui/access-request-card.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { CardList } from '#app/ui/list.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader, Section } from '#app/ui/page.tsx'
import { DataTable } from '#app/ui/table.tsx'
import { Moment } from '#app/ui/time.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { acceptRequest, declineRequest, listAccessRequests } from '#db/access-requests.ts'
import { listOrganisationNames } from '#db/organisations.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.accessRequest.title)

const DONE = ['accepted', 'declined'] as const

const AcceptForm = z.object({
  id: id(),
  personId: id(),
  organisationId: id(),
  audience: oneOf(AUDIENCES),
})
const DeclineForm = z.object({ id: id() })

export async function loader({ request, context: { db }, context }: LoaderFunctionArgs) {
  permit(await requireActor(context, request), 'person:manage')
  const organisations = await listOrganisationNames(db, dayOf(new Date()))
  const open = await listAccessRequests(db, 'open')
  return {
    open: open.map((each) => ({ ...each, personId: randomUUID() })),
    decided: await listAccessRequests(db, 'decided'),
    organisations: organisations.map(({ id: value, name: label }) => ({ value, label })),
    done: choiceFrom(new URL(request.url).searchParams, 'done', DONE) ?? null,
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'person:manage')
  const { db } = context
  const now = new Date()
  // Somebody who asks has no language of their own yet; the one who answers knows best.
  const locale = await localeOf(context, request)
  if ((await request.clone().formData()).get('intent') === 'decline') {
    const form = await parseForm(request, DeclineForm)
    if (!form.ok) return data({ errors: form.errors, submitted: form.submitted, refusal: null }, 400)
    const result = await declineRequest(db, actor.id, form.value.id, locale, now)
    if (!result.ok) return data({ errors: {}, submitted: form.submitted, refusal: result.refusal }, 409)
    return redirect('/admin/requests?done=declined')
  }
  const form = await parseForm(request, AcceptForm)
  const { submitted } = form
  if (!form.ok) return data({ errors: form.errors, submitted, refusal: null }, 400)
  const { id: requestId, ...given } = form.value
  const known = await listOrganisationNames(db, dayOf(now))
  if (!known.some((each) => each.id === given.organisationId)) {
    return data({ errors: { organisationId: 'invalid' }, submitted, refusal: null }, 400)
  }
  const result = await acceptRequest(db, actor.id, { requestId, ...given, locale }, now)
  if (!result.ok) return data({ errors: {}, submitted, refusal: result.refusal }, 409)
  return redirect('/admin/requests?done=accepted')
}

export default function RequestsPage() {
  const { open, organisations, done } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const t = useMessages()
  const words = t.accessRequest
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        breadcrumbs={[{ href: '/admin', label: t.administration.title }]}
      />
      {done && !sent && <Notice kind="success" title={words[done]} answer />}
      {sent?.refusal && <Notice kind="danger" title={words.refusal[sent.refusal]} answer />}
      {open.length === 0 ? (
        <Empty>{words.empty}</Empty>
      ) : (
        <CardList label={words.title}>
          {open.map((request) => (
            <AccessRequestCard
              key={request.id}
              request={request}
              organisations={organisations}
              sent={sent?.submitted.id === request.id ? sent : undefined}
            />
          ))}
        </CardList>
      )}
      <Decided />
    </>
  )
}

function Decided() {
  const { decided } = useLoaderData<typeof loader>()
  const t = useMessages()
  const words = t.accessRequest
  if (decided.length === 0) return null
  return (
    <Section title={words.decidedTitle}>
      <DataTable
        caption={words.decidedTitle}
        rows={decided}
        rowKey={(request) => request.id}
        columns={[
          { key: 'name', header: t.person.name, rowHeader: true, cell: displayName },
          { key: 'email', header: t.person.email, cell: (request) => request.email },
          {
            key: 'decision',
            header: words.decisionLabel,
            cell: ({ decision }) =>
              decision && (
                <Badge kind={decision === 'accepted' ? 'success' : 'plain'}>{words.decision[decision]}</Badge>
              ),
          },
          {
            key: 'when',
            header: words.decidedOn,
            cell: ({ decidedAt }) => decidedAt && <Moment value={decidedAt} />,
          },
        ]}
      />
    </Section>
  )
}
