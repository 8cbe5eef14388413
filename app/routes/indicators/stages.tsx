import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { dayOf } from '#app/domain/calendar.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { Allowed } from '#app/ui/actor.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { PageHeader } from '#app/ui/page.tsx'
import { DataTable } from '#app/ui/table.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { listStageFacts } from '#db/stages.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.stage.title)

export async function loader({ request, context: { db }, context }: LoaderFunctionArgs) {
  permit(await requireActor(context, request), 'indicator:read')
  const stages = await listStageFacts(db, dayOf(new Date()))
  return {
    stages: stages.map(({ id, subject, fromDate, untilDate, decideBy, decision, municipalities }) => {
      return { id, subject, fromDate, untilDate, decideBy, verdict: decision.verdict, municipalities }
    }),
  }
}

const KIND = { go: 'success', 'no-go': 'warning', open: 'plain' } as const

/** In the order in which they begin, never by what came of them. */
export default function StagesPage() {
  const { stages } = useLoaderData<typeof loader>()
  const t = useMessages()
  const words = t.stage
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        breadcrumbs={[{ href: '/indicators', label: t.indicator.title }]}
        action={
          <Allowed to="stage:edit">
            <ButtonLink look="primary" href="/indicators/stages/new">
              {words.add}
            </ButtonLink>
          </Allowed>
        }
      />
      <DataTable
        caption={words.title}
        rows={stages}
        rowKey={({ id }) => id}
        empty={
          <Empty>
            {words.none} {words.noneHint}
          </Empty>
        }
        columns={[
          {
            key: 'subject',
            header: words.subject,
            rowHeader: true,
            cell: ({ id, subject }) => <a href={`/indicators/stages/${id}`}>{subject}</a>,
          },
          {
            key: 'days',
            header: words.days,
            cell: ({ fromDate, untilDate }) => words.span(fromDate, untilDate),
          },
          {
            key: 'municipalities',
            header: words.municipalities,
            numeric: true,
            cell: ({ municipalities }) => municipalities,
          },
          {
            key: 'decision',
            header: words.decision,
            cell: ({ verdict, decideBy }) => (
              <Badge kind={KIND[verdict]}>
                {verdict === 'open' && decideBy ? words.dueBy(decideBy) : words.verdict[verdict]}
              </Badge>
            ),
          },
        ]}
      />
    </>
  )
}
