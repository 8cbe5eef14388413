// The parts of a town's page: its people in workshops, the dates to come, its colleagues.

import type { Audience } from '#app/domain/course.ts'
import type { EnrolmentStatus } from '#app/domain/enrolment.ts'
import { pick, type Messages } from '#app/i18n/index.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { EnrolmentBadge } from '#app/ui/enrolment.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import { DataTable } from '#app/ui/table.tsx'
import { WorkshopDates } from '#app/ui/workshop.tsx'

type Titled = { titleDe: string; titleEn: string | null }
type Dated = { startsAt: Date; endsAt: Date; meetingCount: number }

export type TownLine = Titled &
  Dated & {
    id: string
    name: string
    status: EnrolmentStatus
    offerUntil: Date | null
    decideUntil: Date | null
    workshopId: string
    position: number | undefined
  }

type TownEnrolmentsProps = { caption: string; rows: readonly TownLine[]; empty: string }

/** Who, where, when, and how it stands. */
export function TownEnrolments({ caption, rows, empty }: TownEnrolmentsProps) {
  const t = useMessages()
  const locale = useLocale()
  const words = t.town
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowKey={(row) => row.id}
      empty={<Empty>{empty}</Empty>}
      columns={[
        {
          key: 'name',
          header: words.name,
          rowHeader: true,
          cell: (row) => <a href={`/enrolments/${row.id}`}>{row.name}</a>,
        },
        {
          key: 'workshop',
          header: words.workshop,
          cell: (row) => (
            <a href={`/workshops/${row.workshopId}`}>{pick(locale, row.titleDe, row.titleEn)}</a>
          ),
        },
        { key: 'when', header: words.when, cell: (row) => <WorkshopDates {...row} /> },
        {
          key: 'state',
          header: words.state,
          cell: (row) => (
            <>
              <EnrolmentBadge status={row.status} /> {detailOf(row, t)}
            </>
          ),
        },
      ]}
    />
  )
}

function detailOf({ status, offerUntil, decideUntil, position }: TownLine, { town }: Messages) {
  if (status === 'offered' && offerUntil) return town.offeredUntil(offerUntil)
  if (status === 'requested' && decideUntil) return town.decideUntil(decideUntil)
  return position === undefined ? null : town.position(position)
}

export type TownDate = Titled &
  Dated & { id: string; free: number; own: number; quota: { seats: number; until: Date } | null }

/** Where one can still enrol colleagues. */
export function TownDates({ dates }: { dates: readonly TownDate[] }) {
  const t = useMessages()
  const locale = useLocale()
  const words = t.town
  return (
    <DataTable
      caption={words.dates}
      rows={dates}
      rowKey={(date) => date.id}
      empty={<Empty>{words.noDates}</Empty>}
      columns={[
        {
          key: 'workshop',
          header: words.workshop,
          rowHeader: true,
          cell: (date) => <a href={`/workshops/${date.id}`}>{pick(locale, date.titleDe, date.titleEn)}</a>,
        },
        { key: 'when', header: words.when, cell: (date) => <WorkshopDates {...date} /> },
        { key: 'free', header: words.freeSeats, cell: (date) => t.workshop.free(date.free) },
        {
          key: 'own',
          header: words.ownSeats,
          cell: ({ own, quota }) =>
            quota ? words.quota(own, quota.seats, quota.until) : words.seatsTaken(own),
        },
        {
          key: 'enrol',
          header: words.enrolIn,
          action: true,
          cell: (date) => (
            <ButtonLink
              look="quiet"
              href={`/workshops/${date.id}/enrolments#others`}
              label={words.enrolInLabel(pick(locale, date.titleDe, date.titleEn))}
            >
              {words.enrolIn}
            </ButtonLink>
          ),
        },
      ]}
    />
  )
}

export type TownColleague = {
  id: string
  name: string
  audience: Audience
  workshops: number
  units: number
}

/** By name, and by nothing else: nobody is ranked. */
export function TownColleagues({ year, colleagues }: { year: string; colleagues: readonly TownColleague[] }) {
  const t = useMessages()
  const words = t.town
  return (
    <div className="stack">
      <DataTable
        caption={words.colleagues}
        rows={colleagues}
        rowKey={(colleague) => colleague.id}
        empty={<Empty>{words.noColleagues}</Empty>}
        columns={[
          { key: 'name', header: words.name, rowHeader: true, cell: (colleague) => colleague.name },
          {
            key: 'audience',
            header: words.audience,
            cell: (colleague) => t.person.audience[colleague.audience],
          },
          {
            key: 'places',
            header: words.thisYear(year),
            cell: ({ workshops, units }) => words.places(workshops, units),
          },
        ]}
      />
      {colleagues.length > 0 && <p className="muted">{words.placesExplained}</p>}
    </div>
  )
}
