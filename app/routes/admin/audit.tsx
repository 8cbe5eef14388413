import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { isDay } from '#app/domain/calendar.ts'
import { can, type Actor } from '#app/domain/policy.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { pageFrom, pagesOf, wordsFrom } from '#app/http/query.ts'
import type { Messages } from '#app/i18n/index.ts'
import { useActor } from '#app/ui/actor.tsx'
import { AuditDetails } from '#app/ui/audit-details.tsx'
import { SelectField } from '#app/ui/choice-field.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { DateField, TextField } from '#app/ui/field.tsx'
import { FilterBar } from '#app/ui/filter-bar.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { PageHeader } from '#app/ui/page.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { DataTable } from '#app/ui/table.tsx'
import { Moment } from '#app/ui/time.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { readAudit, type AuditEntry } from '#db/audit.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.audit.title)

const PAGE_SIZE = 50

/** One page of the record. That somebody looked, and for what, is recorded by the same query. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'audit:read')
  const query = new URL(request.url).searchParams
  const filter = {
    action: wordsFrom(query, 'action'),
    subjectId: wordsFrom(query, 'subject'),
    fromDay: dayFrom(query, 'from'),
    untilDay: dayFrom(query, 'until'),
  }
  const page = pageFrom(query)
  const now = new Date()
  const { entries, total } = await readAudit(context.db, actor.id, filter, { page, size: PAGE_SIZE }, now)
  return { entries, page, pages: pagesOf(total, PAGE_SIZE), subject: filter.subjectId ?? null }
}

function dayFrom(query: URLSearchParams, name: string): string | undefined {
  const text = wordsFrom(query, name)
  return text && isDay(text) ? text : undefined
}

export default function AuditPage() {
  const { entries, page, pages, subject } = useLoaderData<typeof loader>()
  const t = useMessages()
  const words = t.audit
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        breadcrumbs={[{ href: '/admin', label: t.administration.title }]}
      />
      <FilterBar
        more={<TextField name="subject" label={words.subjectFilter} maxLength={200} />}
        moreInUse={subject !== null}
      >
        <SelectField name="action" label={words.action} blank={words.allActions} options={actionsOf(t)} />
        <DateField name="from" label={words.from} />
        <DateField name="until" label={words.until} />
      </FilterBar>
      <DataTable
        caption={words.title}
        rows={entries}
        rowKey={({ id }) => String(id)}
        empty={<Empty>{words.empty}</Empty>}
        columns={[
          {
            key: 'action',
            header: words.action,
            rowHeader: true,
            cell: ({ action }) => words.did[action] ?? action,
          },
          { key: 'at', header: words.at, cell: ({ at }) => <Moment value={at} /> },
          {
            key: 'actor',
            header: words.actor,
            cell: ({ actor }) => actor ?? <span className="muted">{words.nobody}</span>,
          },
          {
            key: 'details',
            header: words.details,
            cell: ({ details }) => <AuditDetails details={details} />,
          },
          { key: 'subject', header: words.subject, cell: (entry) => <Subject entry={entry} /> },
        ]}
      />
      <Pagination page={page} pages={pages} />
    </>
  )
}

/** Every action, and before those of a noun all of them together. */
function actionsOf({ audit }: Messages) {
  const actions = Object.entries(audit.did).map(([value, label]) => ({ value, label }))
  const nouns = Object.entries(audit.noun).map(([value, label]) => ({ value, label: audit.all(label) }))
  return nouns.flatMap((noun) => {
    const own = actions.filter(({ value }) => value.startsWith(`${noun.value}:`))
    return own.length > 1 ? [noun, ...own] : own
  })
}

/** Where the matter of a line can be seen, by the noun of its action, and who may go there. */
const PLACES: Record<string, { path: string; isOpenTo: (actor: Actor) => boolean }> = {
  course: { path: '/courses/', isOpenTo: (actor) => can(actor, 'catalogue:read') },
  workshop: { path: '/workshops/', isOpenTo: (actor) => can(actor, 'workshop:read') },
  evaluation: { path: '/evaluations/', isOpenTo: (actor) => can(actor, 'evaluation:list') },
  organisation: { path: '/admin/organisations/', isOpenTo: (actor) => can(actor, 'organisation:edit') },
  person: { path: '/admin/people/', isOpenTo: (actor) => can(actor, 'person:manage') },
  profile: { path: '/admin/people/', isOpenTo: (actor) => can(actor, 'person:manage') },
  role: { path: '/admin/people/', isOpenTo: (actor) => can(actor, 'person:manage') },
  snapshot: { path: '/reports/', isOpenTo: (actor) => can(actor, 'report:download') },
}

function Subject({ entry }: { entry: AuditEntry }) {
  const words = useMessages().audit
  const actor = useActor()
  const { action, subjectId, details } = entry
  if (!subjectId) return null
  const place = PLACES[action.split(':')[0] ?? '']
  // What was decided about a request for access leads to no person: the id is that of the request.
  const leadsOn = place?.isOpenTo(actor) === true && !('decision' in details)
  return (
    <ul className="plain-list">
      {place && leadsOn && (
        <li>
          <a href={`${place.path}${subjectId}`}>{words.look}</a>
        </li>
      )}
      <li>
        <a href={`/admin/audit?subject=${encodeURIComponent(subjectId)}`}>{words.onlyThis}</a>
      </li>
    </ul>
  )
}
