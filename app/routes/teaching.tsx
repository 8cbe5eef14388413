import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { addMonths, dayOf, startOfDay } from '#app/domain/calendar.ts'
import { can, type Actor } from '#app/domain/policy.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { pick } from '#app/i18n/index.ts'
import { Empty } from '#app/ui/empty.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import { PageHeader, Section } from '#app/ui/page.tsx'
import { RoundTable } from '#app/ui/round.tsx'
import { DataTable } from '#app/ui/table.tsx'
import { TimeRange } from '#app/ui/time.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { TakenSeats, WorkshopDates } from '#app/ui/workshop.tsx'
import { listUnwrittenLists } from '#db/agenda.ts'
import type { Db } from '#db/client.server.ts'
import { listRounds } from '#db/evaluations.ts'
import { listWorkshops } from '#db/workshops.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.teaching.title)

/** How long a workshop that is over stands here, in months. */
const PAST_MONTHS = 12

/** A trainer's own workshops, and what is released of their courses; nothing before its release. */
export async function loader({ request, context: { db }, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'teaching:read')
  const now = new Date()
  const since = startOfDay(addMonths(dayOf(now), -PAST_MONTHS))
  const own = await listWorkshops(db, { from: since, trainerId: actor.id, drafts: true })
  const lines = own.map(({ id, titleDe, titleEn, startsAt, endsAt, calledOffAt, ...line }) => ({
    ...{ id, titleDe, titleEn, startsAt, endsAt, isCalledOff: calledOffAt !== null },
    ...{ meetingCount: line.meetingCount, capacity: line.capacity, onlineCapacity: line.onlineCapacity },
    ...{ taken: line.taken, waiting: line.waiting },
  }))
  return {
    coming: lines.filter(({ endsAt, isCalledOff }) => endsAt > now && !isCalledOff),
    past: lines.filter(({ endsAt, isCalledOff }) => endsAt <= now && !isCalledOff).reverse(),
    lists: await listUnwrittenLists(db, actor.id, now),
    released: await releasedFor(db, actor, now),
  }
}

/** Rounds that this person's own workshops fed, once they are released: a coordinator who teaches sees no more here. */
async function releasedFor(db: Db, actor: Actor, now: Date) {
  const rounds = await listRounds(db, now)
  return rounds.filter(
    (round) =>
      round.releasedAt !== null &&
      round.trainerIds.some((id) => id === actor.id) &&
      can(actor, 'evaluation:results', round),
  )
}

export default function TeachingPage() {
  const { coming, past, lists, released } = useLoaderData<typeof loader>()
  const { teaching } = useMessages()
  return (
    <>
      <PageHeader
        title={teaching.title}
        lead={teaching.lead}
        breadcrumbs={[{ href: '/', label: teaching.home }]}
      />
      {lists.length > 0 && (
        <Section title={teaching.lists}>
          <OpenLists />
        </Section>
      )}
      <Section title={teaching.coming}>
        <Workshops caption={teaching.coming} rows={coming} empty={teaching.noComing} />
      </Section>
      <Section title={teaching.released}>
        {released.length > 0 ? (
          <RoundTable caption={teaching.released} rounds={released} done />
        ) : (
          <Empty>{teaching.noReleased}</Empty>
        )}
      </Section>
      <Section title={teaching.past}>
        <Workshops caption={teaching.past} rows={past} empty={teaching.noPast} isOver />
      </Section>
    </>
  )
}

function OpenLists() {
  const { lists } = useLoaderData<typeof loader>()
  const { teaching, overview } = useMessages()
  const locale = useLocale()
  return (
    <DataTable
      caption={teaching.lists}
      rows={lists}
      rowKey={({ meetingId }) => meetingId}
      columns={[
        {
          key: 'workshop',
          header: overview.workshop,
          rowHeader: true,
          cell: ({ meetingId, titleDe, titleEn }) => (
            <a href={`/meetings/${meetingId}/attendance`}>{pick(locale, titleDe, titleEn)}</a>
          ),
        },
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

type Line = ReturnType<typeof useLoaderData<typeof loader>>['coming'][number]
type WorkshopsProps = { caption: string; rows: readonly Line[]; empty: string; isOver?: boolean }

/** Of what is over, the list of attendance and the summary; of what comes, the seats. */
function Workshops({ caption, rows, empty, isOver = false }: WorkshopsProps) {
  const { overview, teaching, workshopSummary } = useMessages()
  const locale = useLocale()
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowKey={({ id }) => id}
      empty={<Empty>{empty}</Empty>}
      columns={[
        {
          key: 'workshop',
          header: overview.workshop,
          rowHeader: true,
          cell: ({ id, titleDe, titleEn }) => (
            <a href={`/workshops/${id}`}>{pick(locale, titleDe, titleEn)}</a>
          ),
        },
        { key: 'when', header: overview.when, cell: (row) => <WorkshopDates {...row} /> },
        isOver
          ? {
              key: 'summary',
              header: workshopSummary.title,
              cell: ({ id, titleDe, titleEn }) => (
                <a
                  href={`/workshops/${id}/summary.pdf`}
                  aria-label={teaching.summaryOf(pick(locale, titleDe, titleEn))}
                >
                  {workshopSummary.link}
                </a>
              ),
            }
          : { key: 'seats', header: overview.seats, cell: (row) => <TakenSeats {...row} /> },
      ]}
    />
  )
}
