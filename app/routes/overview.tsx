import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { dayOf } from '#app/domain/calendar.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { overviewFacts } from '#app/http/overview.server.ts'
import { pick } from '#app/i18n/index.ts'
import { Empty } from '#app/ui/empty.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import { OverdueList } from '#app/ui/overdue-list.tsx'
import { PageHeader, Section } from '#app/ui/page.tsx'
import { RoundTable } from '#app/ui/round.tsx'
import { DataTable, type Column } from '#app/ui/table.tsx'
import { TimeRange } from '#app/ui/time.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { TakenSeats, WorkshopDates } from '#app/ui/workshop.tsx'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.overview.title)

/** Each row leads to the page on which it is settled; nothing is settled here. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'overview:read')
  const now = new Date()
  return { today: dayOf(now), ...(await overviewFacts(context.db, now)) }
}

export default function OverviewPage() {
  const { rounds, overdue } = useLoaderData<typeof loader>()
  const { overview } = useMessages()
  return (
    <>
      <PageHeader title={overview.title} lead={overview.lead} />
      <Section title={overview.next}>
        <Next />
      </Section>
      <Section title={overview.low}>
        <Low />
      </Section>
      <Section title={overview.lists}>
        <Lists />
      </Section>
      <Section title={overview.waiting}>
        <Waiting />
      </Section>
      <Section title={overview.rounds}>
        {rounds.length > 0 ? (
          <RoundTable caption={overview.rounds} rounds={rounds} />
        ) : (
          <Empty>{overview.noRounds}</Empty>
        )}
      </Section>
      <Section title={overview.overdue}>
        {overdue.length > 0 ? <OverdueList items={overdue} /> : <Empty>{overview.noOverdue}</Empty>}
      </Section>
    </>
  )
}

type Titled = { titleDe: string; titleEn: string | null }

/** The title that leads to where the row is settled. */
function useTitleColumn<Row extends Titled>(href: (row: Row) => string): Column<Row> {
  const { overview } = useMessages()
  const locale = useLocale()
  return {
    key: 'workshop',
    header: overview.workshop,
    rowHeader: true,
    cell: (row) => <a href={href(row)}>{pick(locale, row.titleDe, row.titleEn)}</a>,
  }
}

type Coming = ReturnType<typeof useLoaderData<typeof loader>>['next'][number]

function Next() {
  const { next } = useLoaderData<typeof loader>()
  const { overview } = useMessages()
  const title = useTitleColumn<Coming>(({ id }) => `/workshops/${id}`)
  return (
    <DataTable
      caption={overview.next}
      rows={next}
      rowKey={({ id }) => id}
      empty={<Empty>{overview.noNext}</Empty>}
      columns={[
        title,
        { key: 'when', header: overview.when, cell: (row) => <WorkshopDates {...row} /> },
        { key: 'seats', header: overview.seats, cell: (row) => <TakenSeats {...row} /> },
      ]}
    />
  )
}

function Low() {
  const { low, today } = useLoaderData<typeof loader>()
  const { overview, planning } = useMessages()
  const title = useTitleColumn<(typeof low)[number]>(({ workshopId }) => `/workshops/${workshopId}/decision`)
  return (
    <DataTable
      caption={overview.low}
      rows={low}
      rowKey={({ workshopId }) => workshopId}
      empty={<Empty>{overview.noLow}</Empty>}
      columns={[
        title,
        {
          key: 'when',
          header: overview.when,
          cell: ({ startsAt, endsAt, meetingCount }) => (
            <WorkshopDates startsAt={startsAt} endsAt={endsAt} meetingCount={meetingCount} />
          ),
        },
        {
          key: 'enrolled',
          header: overview.enrolled,
          cell: ({ taken, minimum }) => planning.decision.standing(taken, minimum),
        },
        {
          key: 'decide',
          header: overview.decideOn,
          cell: ({ decideOn }) =>
            decideOn <= today ? overview.decideNow(decideOn) : overview.decideLater(decideOn),
        },
      ]}
    />
  )
}

function Lists() {
  const { lists } = useLoaderData<typeof loader>()
  const { overview } = useMessages()
  const title = useTitleColumn<(typeof lists)[number]>(({ meetingId }) => `/meetings/${meetingId}/attendance`)
  return (
    <DataTable
      caption={overview.lists}
      rows={lists}
      rowKey={({ meetingId }) => meetingId}
      empty={<Empty>{overview.noLists}</Empty>}
      columns={[
        title,
        {
          key: 'when',
          header: overview.when,
          cell: ({ startsAt, endsAt }) => <TimeRange start={startsAt} end={endsAt} />,
        },
        { key: 'missing', header: overview.missing, cell: ({ missing }) => overview.people(missing) },
      ]}
    />
  )
}

function Waiting() {
  const { waiting } = useLoaderData<typeof loader>()
  const { overview } = useMessages()
  const title = useTitleColumn<Coming>(({ id }) => `/workshops/${id}/enrolments`)
  return (
    <DataTable
      caption={overview.waiting}
      rows={waiting}
      rowKey={({ id }) => id}
      empty={<Empty>{overview.noWaiting}</Empty>}
      columns={[
        title,
        { key: 'when', header: overview.when, cell: (row) => <WorkshopDates {...row} /> },
        { key: 'waiting', header: overview.waitingCount, cell: (row) => overview.people(row.waiting) },
      ]}
    />
  )
}
