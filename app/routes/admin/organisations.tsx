import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { dayOf } from '#app/domain/calendar.ts'
import { holdsOn, ORGANISATION_KINDS } from '#app/domain/organisation.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { choiceFrom, isTicked } from '#app/http/query.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { Badge } from '#app/ui/badge.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { CheckboxField, SelectField } from '#app/ui/choice-field.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { FilterBar } from '#app/ui/filter-bar.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import { PageHeader } from '#app/ui/page.tsx'
import { DataTable } from '#app/ui/table.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { listOrganisations, type OrganisationLine } from '#db/organisations.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.organisation.list.title)

export async function loader({ request, context }: LoaderFunctionArgs) {
  permit(await requireActor(context, request), 'organisation:edit')
  const query = new URL(request.url).searchParams
  const day = dayOf(new Date())
  const kind = choiceFrom(query, 'kind', ORGANISATION_KINDS)
  const former = isTicked(query, 'former')
  const all = await listOrganisations(context.db, { day, former })
  const municipalities = all.filter(
    (line) =>
      line.kind === 'municipality' && holdsOn({ fromDate: line.validFrom, untilDate: line.validUntil }, day),
  )
  return {
    organisations: kind ? all.filter((line) => line.kind === kind) : all,
    municipalities: municipalities.length,
    taking: municipalities.filter(({ since }) => since !== null).length,
    isFiltered: kind !== undefined,
    today: day,
  }
}

export default function OrganisationsPage() {
  const { organisations, municipalities, taking, isFiltered } = useLoaderData<typeof loader>()
  const t = useMessages()
  const words = t.organisation.list
  return (
    <>
      <PageHeader
        title={words.title}
        lead={municipalities > 0 && words.lead(municipalities, taking)}
        breadcrumbs={[{ href: '/admin', label: t.administration.title }]}
        action={
          <ButtonLink look="primary" href="/admin/organisations/new" icon="add">
            {words.add}
          </ButtonLink>
        }
      />
      <FilterBar>
        <SelectField
          name="kind"
          label={t.organisation.kindLabel}
          blank={words.allKinds}
          options={ORGANISATION_KINDS.map((kind) => ({ value: kind, label: t.organisation.kind[kind] }))}
        />
        <CheckboxField name="former" label={words.former} />
      </FilterBar>
      {organisations.length === 0 ? (
        <Empty>{isFiltered ? words.empty : words.nothingYet}</Empty>
      ) : (
        <div className="stack">
          <OrganisationTable organisations={organisations} />
          <Sources organisations={organisations} />
        </div>
      )}
    </>
  )
}

function OrganisationTable({ organisations }: { organisations: readonly OrganisationLine[] }) {
  const { today } = useLoaderData<typeof loader>()
  const t = useMessages()
  const locale = useLocale()
  const words = t.organisation.list
  const figure = (count: number | null) => (count === null ? '' : formatNumber(count, locale))
  return (
    <DataTable
      caption={words.title}
      rows={organisations}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          header: t.organisation.name,
          rowHeader: true,
          cell: ({ id, name }) => <a href={`/admin/organisations/${id}`}>{name}</a>,
        },
        { key: 'kind', header: t.organisation.kindLabel, cell: ({ kind }) => t.organisation.kind[kind] },
        { key: 'ags', header: t.organisation.agsShort, cell: ({ ags }) => ags },
        {
          key: 'population',
          header: t.organisation.population,
          numeric: true,
          cell: ({ population }) => figure(population),
        },
        {
          key: 'since',
          header: words.participation,
          cell: (organisation) => <Standing organisation={organisation} today={today} />,
        },
        {
          key: 'specialists',
          header: words.specialists,
          numeric: true,
          cell: ({ specialists }) => figure(specialists),
        },
        { key: 'people', header: words.people, numeric: true, cell: ({ people }) => figure(people) },
      ]}
    />
  )
}

/** Since when it takes part. Only municipalities have it pointed out that they do not yet. */
function Standing({ organisation, today }: { organisation: OrganisationLine; today: string }) {
  const words = useMessages().organisation.list
  const { kind, since, validUntil } = organisation
  if (validUntil !== null && validUntil < today) return <Badge>{words.formerUntil(validUntil)}</Badge>
  if (since !== null) return <>{words.since(since)}</>
  return kind === 'municipality' ? <span className="muted">{words.notYet}</span> : null
}

/** Whose figures these are; the licence asks for it wherever they are shown. */
function Sources({ organisations }: { organisations: readonly OrganisationLine[] }) {
  const t = useMessages()
  const sources = new Set(organisations.flatMap(({ source }) => source ?? []))
  return [...sources].map((source) => (
    <p key={source} className="muted">
      {t.organisation.source}: {source}
    </p>
  ))
}
