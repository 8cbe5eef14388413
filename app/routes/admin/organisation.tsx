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
import { AGREEMENT_KINDS, AGREEMENT_STATES } from '#app/domain/organisation.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { day, id, line, oneOf, optionalDay, parseForm } from '#app/http/form.ts'
import { choiceFrom } from '#app/http/query.ts'
import { found, idFrom } from '#app/http/responses.ts'
import { Allowed } from '#app/ui/actor.tsx'
import { Agreements } from '#app/ui/agreements.tsx'
import { ButtonLink, ButtonRow } from '#app/ui/button.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader, Section } from '#app/ui/page.tsx'
import { ParticipationPeriods } from '#app/ui/participation-periods.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { setAgreement } from '#db/agreements.ts'
import type { Db } from '#db/client.server.ts'
import {
  getOrganisation,
  getOrganisationShown,
  type Organisation,
  type OrganisationName,
} from '#db/organisations.ts'
import { correctParticipation, endParticipation, startParticipation } from '#db/participations.ts'
import { listPeople } from '#db/people-list.ts'

/** Of an administration with hundreds of people, the first ones; the list of people shows them all. */
const PEOPLE_SHOWN = 20

const Forms = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('start'), id: id(), fromDate: day(), declaration: line(300) }),
  z.object({ intent: z.literal('correct'), id: id(), fromDate: day(), declaration: line(300) }),
  z.object({ intent: z.literal('end'), id: id(), untilDate: day() }),
  z.object({
    intent: z.literal('agreement'),
    kind: oneOf(AGREEMENT_KINDS),
    state: oneOf(AGREEMENT_STATES),
    signedOn: optionalDay(),
  }),
])

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, (t) => data?.organisation.name ?? t.organisation.list.title)

export async function loader({ request, params, context: { db }, context }: LoaderFunctionArgs) {
  permit(await requireActor(context, request), 'organisation:edit')
  const today = dayOf(new Date())
  const organisation = found(await getOrganisationShown(db, idFrom(params.organisationId), today))
  const filter = { organisationId: organisation.id }
  const { people, total } = await listPeople(db, filter, { page: 1, size: PEOPLE_SHOWN, day: today })
  return {
    organisation,
    people: people.map(({ id, givenName, familyName, memberships }) => ({
      id,
      name: `${familyName}, ${givenName}`,
      audience: memberships.find((each) => each.organisationId === organisation.id)?.audience,
    })),
    total,
    today,
    newId: randomUUID(),
    done: choiceFrom(new URL(request.url).searchParams, 'done', ['added', 'saved']),
  }
}

export async function action({ request, params, context: { db }, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'organisation:edit')
  const { id: organisationId } = found(await getOrganisation(db, idFrom(params.organisationId)))
  const form = await parseForm(request, Forms)
  const { submitted } = form
  const intent = String(submitted.intent)
  if (!form.ok) return data({ intent, errors: form.errors, submitted, refusal: null }, 400)

  const now = new Date()
  const done = redirect(`/admin/organisations/${organisationId}?done=saved`)
  const { value } = form
  if (value.intent === 'agreement') {
    const result = await setAgreement(db, actor.id, organisationId, value, now)
    return result.ok
      ? done
      : data({ intent, errors: { signedOn: result.refusal }, submitted, refusal: null }, 409)
  }
  const result = await changeParticipation(db, actor.id, organisationId, value, now)
  if (result.ok) return done
  const field = value.intent === 'end' ? 'untilDate' : 'fromDate'
  return data({ intent, errors: { [field]: result.refusal }, submitted, refusal: null }, 409)
}

type PeriodChange = Exclude<z.infer<typeof Forms>, { intent: 'agreement' }>

function changeParticipation(db: Db, by: string, organisationId: string, value: PeriodChange, now: Date) {
  if (value.intent === 'end') return endParticipation(db, by, { ...value, organisationId }, now)
  const { intent, ...period } = value
  const change = intent === 'start' ? startParticipation : correctParticipation
  return change(db, by, { ...period, organisationId }, now)
}

export default function OrganisationPage() {
  const { organisation, today, newId, done } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useMessages()
  const words = t.organisation
  return (
    <>
      <PageHeader
        title={organisation.name}
        breadcrumbs={[
          { href: '/admin', label: t.administration.title },
          { href: '/admin/organisations', label: words.list.title },
        ]}
        action={
          <ButtonRow>
            <ButtonLink href={`/admin/organisations/${organisation.id}/edit`}>{t.common.edit}</ButtonLink>
            <Allowed to="organisation:oversee" on={{ organisationId: organisation.id }}>
              <ButtonLink href={`/organisations/${organisation.id}`}>{t.town.toTown}</ButtonLink>
            </Allowed>
          </ButtonRow>
        }
      />
      {done && !result && <Notice kind="success" title={words.show[done]} answer />}
      <Section title={words.show.facts}>
        <Facts organisation={organisation} />
      </Section>
      <Section title={words.participation.title}>
        <ParticipationPeriods
          periods={organisation.participations}
          today={today}
          newId={newId}
          result={result}
        />
      </Section>
      <Section title={words.agreements.title}>
        <Agreements agreements={organisation.agreements} result={result} />
      </Section>
      <People />
    </>
  )
}

function Facts({ organisation }: { organisation: Organisation }) {
  const words = useMessages().organisation
  const { kind, ags, municipalityKind, population, populationDate, successor } = organisation
  const isMunicipality = kind === 'municipality'
  return (
    <DescriptionList
      facts={[
        { term: words.kindLabel, value: words.kind[kind] },
        { term: words.ags, value: ags ?? undefined },
        { term: words.municipalityKind, value: municipalityKind ?? undefined },
        {
          term: words.population,
          value: population !== null ? words.inhabitants(population, populationDate) : undefined,
        },
        {
          term: words.show.existence,
          value: words.validity(organisation.validFrom, organisation.validUntil),
        },
        { term: words.successor, value: successor && <Names organisations={[successor]} /> },
        {
          term: words.members,
          value: kind === 'association' ? <Names organisations={organisation.members} /> : undefined,
        },
        {
          term: words.show.servedBy,
          value:
            isMunicipality && organisation.associations.length > 0 ? (
              <Names organisations={organisation.associations} />
            ) : undefined,
        },
        { term: words.source, value: organisation.source ?? undefined },
      ]}
    />
  )
}

function Names({ organisations }: { organisations: readonly OrganisationName[] }) {
  const words = useMessages().organisation
  if (organisations.length === 0) return <span className="muted">{words.show.nobodyServed}</span>
  return (
    <ul className="plain-list">
      {organisations.map(({ id, name }) => (
        <li key={id}>
          <a href={`/admin/organisations/${id}`}>{name}</a>
        </li>
      ))}
    </ul>
  )
}

/** Who belongs to it today. */
function People() {
  const { organisation, people, total } = useLoaderData<typeof loader>()
  const t = useMessages()
  const words = t.organisation.show
  const all = `/admin/people?organisation=${organisation.id}`
  return (
    <Section title={words.peopleTitle}>
      {total === 0 && <Empty>{words.nobody}</Empty>}
      <ul className="plain-list">
        {people.map(({ id, name, audience }) => (
          <li key={id}>
            <a href={`/admin/people/${id}`}>{name}</a>{' '}
            {audience && <span className="muted">{t.person.audience[audience]}</span>}
          </li>
        ))}
      </ul>
      {total > people.length && <ButtonLink href={all}>{words.allPeople(total)}</ButtonLink>}
    </Section>
  )
}
