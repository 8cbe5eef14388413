import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { dayOf } from '#app/domain/calendar.ts'
import { ROLES } from '#app/domain/policy.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { choiceFrom, pageFrom, pagesOf, wordsFrom } from '#app/http/query.ts'
import { isId } from '#app/http/responses.ts'
import { formatList } from '#app/i18n/format.ts'
import { Badge } from '#app/ui/badge.tsx'
import { ButtonLink, ButtonRow } from '#app/ui/button.tsx'
import { SelectField } from '#app/ui/choice-field.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { TextField } from '#app/ui/field.tsx'
import { FilterBar } from '#app/ui/filter-bar.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import type { NoticeKind } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { DataTable } from '#app/ui/table.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { listOrganisationNames } from '#db/organisations.ts'
import { listPeople, PERSON_STATES, type PersonLine, type PersonState } from '#db/people-list.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.person.list.title)

const PAGE_SIZE = 50

export async function loader({ request, context: { db }, context }: LoaderFunctionArgs) {
  permit(await requireActor(context, request), 'person:manage')
  const query = new URL(request.url).searchParams
  const day = dayOf(new Date())
  const organisation = query.get('organisation') ?? ''
  const filter = {
    search: wordsFrom(query, 'q'),
    organisationId: isId(organisation) ? organisation : undefined,
    role: choiceFrom(query, 'role', ROLES),
    state: choiceFrom(query, 'state', PERSON_STATES),
  }
  const page = pageFrom(query)
  const { people, total } = await listPeople(db, filter, { page, size: PAGE_SIZE, day })
  const organisations = await listOrganisationNames(db, day)
  return {
    people,
    total,
    page,
    pages: pagesOf(total, PAGE_SIZE),
    moreInUse: filter.role !== undefined || filter.state !== undefined,
    isFiltered: Object.values(filter).some((value) => value !== undefined),
    organisations: organisations.map(({ id, name }) => ({ value: id, label: name })),
  }
}

const BADGE: Record<Exclude<PersonState, 'active'>, NoticeKind> = {
  invited: 'info',
  disabled: 'warning',
}

export default function PeoplePage() {
  const { people, total, page, pages, isFiltered } = useLoaderData<typeof loader>()
  const t = useMessages()
  const words = t.person.list
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead(total)}
        breadcrumbs={[{ href: '/admin', label: t.administration.title }]}
        action={
          <ButtonRow>
            <ButtonLink look="primary" href="/admin/people/new" icon="add">
              {words.add}
            </ButtonLink>
            <ButtonLink href="/admin/people/import">{words.import}</ButtonLink>
          </ButtonRow>
        }
      />
      <PeopleFilter />
      <DataTable
        caption={words.title}
        rows={people}
        rowKey={(person) => person.id}
        empty={<Empty>{isFiltered ? words.empty : words.nothingYet}</Empty>}
        columns={[
          { key: 'name', header: t.person.name, rowHeader: true, cell: (person) => <Name person={person} /> },
          { key: 'email', header: t.person.email, cell: (person) => person.email },
          { key: 'organisation', header: words.organisation, cell: (person) => <Served person={person} /> },
          { key: 'role', header: words.role, cell: (person) => <Roles person={person} /> },
          {
            key: 'state',
            header: words.state,
            cell: ({ state }) =>
              state === 'active' ? (
                t.person.state.active
              ) : (
                <Badge kind={BADGE[state]}>{t.person.state[state]}</Badge>
              ),
          },
        ]}
      />
      <Pagination page={page} pages={pages} />
    </>
  )
}

function PeopleFilter() {
  const { organisations, moreInUse: inUse } = useLoaderData<typeof loader>()
  const t = useMessages()
  const words = t.person.list
  return (
    <FilterBar
      moreInUse={inUse}
      more={
        <>
          <SelectField
            name="role"
            label={words.role}
            blank={words.allRoles}
            options={ROLES.map((role) => ({ value: role, label: t.person.role[role] }))}
          />
          <SelectField
            name="state"
            label={words.state}
            blank={words.allStates}
            options={PERSON_STATES.map((state) => ({ value: state, label: t.person.state[state] }))}
          />
        </>
      }
    >
      <TextField name="q" label={words.search} type="search" />
      <SelectField
        name="organisation"
        label={words.organisation}
        blank={words.allOrganisations}
        options={organisations}
      />
    </FilterBar>
  )
}

/** Family name first, as the list is sorted. */
function Name({ person }: { person: PersonLine }) {
  return (
    <a href={`/admin/people/${person.id}`}>
      {person.familyName}, {person.givenName}
    </a>
  )
}

function Served({ person }: { person: PersonLine }) {
  const t = useMessages()
  const served = person.memberships.map((each) =>
    t.profile.asWhat(each.organisation, t.person.audience[each.audience]),
  )
  return (
    <>
      {served.map((each) => (
        <div key={each}>{each}</div>
      ))}
    </>
  )
}

function Roles({ person }: { person: PersonLine }) {
  const t = useMessages()
  const names = [...new Set(person.roles.map(({ role }) => t.person.role[role]))]
  return <>{formatList(names, useLocale())}</>
}
